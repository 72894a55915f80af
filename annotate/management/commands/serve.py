"""`manage.py serve`: the production server, everything from the environment."""

import os
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from annotate.server import database, serving, static_files


class Command(BaseCommand):
    """Serve on HOST and PORT with WORKERS processes of THREADS threads."""

    help = "Serve the site in production, as the environment says."

    requires_system_checks = ()  # they ask the database, which may be what is wrong

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse, in one sentence, to start what is not ready for visitors."""
        serving.die_with_uv()
        for refusal in refusals():
            raise CommandError(refusal)
        self.check()
        serving.require_free_port(settings.HOST, settings.PORT)
        serving.serve(settings.HOST, settings.PORT, workers=settings.WORKERS, log_level="info")


def refusals() -> Iterator[str]:
    """Yield what stops the site from being served, the cheapest to find out first."""
    if settings.DEBUG:
        yield "DEBUG is on, which shows visitors our secrets: unset DEBUG."
    if not os.environ.get("SECRET_KEY"):
        yield "SECRET_KEY is not set: set it to 50 random characters and keep them secret."
    if not settings.ALLOWED_HOSTS:
        yield "ALLOWED_HOSTS is not set: set it to the site's host names, separated by commas."
    if not static_files.are_collected():
        yield "The static files are not collected: run manage.py collectstatic first."
    database.require_answer()
    database.require_known_migrations()
    if not serving.is_migrated():
        yield "The database is not up to date: run manage.py migrate first."
    database.require_server()

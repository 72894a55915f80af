"""`manage.py migrate`: Django's own, as the owner of the tables, on a server that suits."""

from typing import Any

from django.core.management.commands import migrate

from annotate.server import database


class Command(migrate.Command):
    """Check the server, migrate as the owner, and let the web role at the rows."""

    def execute(self, *args: Any, **options: Any) -> None:
        """Raise Unsuitable, before anything is changed, when the server does not suit."""
        with database.as_owner():
            database.require_server()
            super().execute(*args, **options)
            database.keep_rules_always()
            database.grant_to_web_role()

"""`manage.py demo`: make everything, load the seeds, serve on this machine."""

import fcntl
import os
import secrets
import shutil
import sys
import threading
import time
import urllib.request
import webbrowser
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.urls import reverse

from annotate import database, demo_accounts, embedded, private_files, serving, sign_in_links
from annotate.static_files import collect_if_changed

HOST = "127.0.0.1"
MEGABYTE = 1024 * 1024


class Command(BaseCommand):
    """Prepare whatever is missing, then serve until Ctrl-C."""

    help = "Make everything, load the seeds and serve on 127.0.0.1."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare --port and --no-browser."""
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-browser", action="store_true", help="Open no browser.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raise CommandError, Failure or Unsuitable, each one sentence, where it cannot start."""
        settings.SITE_URL = os.environ.get("SITE_URL") or f"http://{HOST}:{options['port']}"
        with plainly(), alone(options["port"]):
            serving.require_free_port(HOST, options["port"])
            self.say("Preparing …")
            passwords = prepare()
            self.announce_when_ready = Announcement(passwords, options["port"])
            self.announce_when_ready.browser = not options["no_browser"] and has_browser()
        serving.serve(HOST, options["port"], workers=1, log_level="error")


def prepare() -> dict[str, str]:
    """Make what is missing and return the passwords of the demo's accounts."""
    require_space()
    keep_secret_key()
    with database.as_owner():
        database.require_server()
    if not serving.is_migrated():
        call_command("migrate", verbosity=0)
    collect_if_changed()
    call_command("load_seeds", verbosity=0)
    return demo_accounts.make_accounts()

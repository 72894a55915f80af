"""`manage.py demo`: make everything, load the seeds, serve on this machine."""

import fcntl
import os
import secrets
import shutil
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError

from annotate.server import database, embedded, private_files, serving, sign_in_links
from annotate.server.demo_accounts import make_accounts
from annotate.server.static_files import collect_if_changed
from annotate.server.welcome import welcome_when_ready

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

    def handle(self, *, port: int, no_browser: bool, **options: Any) -> None:
        """Raise CommandError, Failure or Unsuitable, each one sentence, where it cannot start."""
        serving.die_with_uv()
        settings.SITE_URL = os.environ.get("SITE_URL") or f"http://{HOST}:{port}"
        with alone(f"http://{HOST}:{port}"):
            serving.require_free_port(HOST, port)
            self.stdout.write("Preparing the database, the static files and the seeds …")
            self.stdout.flush()
            passwords = prepare()
            welcome = partial(
                welcome_when_ready, f"http://{HOST}:{port}", passwords, browser=not no_browser
            )
            serving.serve(HOST, port, workers=1, log_level="error", on_start=welcome)
            sign_in_links.forget_links()


def prepare() -> dict[str, str]:
    """Make what is missing and return the passwords of the demo's accounts."""
    with in_plain_words():
        require_space()
        keep_secret_key()
        sign_in_links.forget_links()
        with database.as_owner():
            database.require_server()
            if not serving.is_migrated():
                call_command("migrate", verbosity=0)
            database.grant_to_web_role()
        collect_if_changed()
        call_command("load_seeds", verbosity=0)
        return make_accounts()


@contextmanager
def alone(url: str) -> Iterator[None]:
    """Keep a second demo off this data folder until the block ends, or this process does."""
    path = Path(settings.DATA_DIR) / "demo.lock"
    with embedded.writing_to(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = path.open("a+")
    with lock:
        try:
            serving.patiently(lambda: fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB))
        except BlockingIOError as error:
            raise CommandError(
                f"A demo runs on {path.parent} already, at {path.read_text()}: use that one, stop "
                "it, or set CORROBORATE_DATA to another folder."
            ) from error
        with embedded.writing_to(path.parent):
            path.write_text(url)
        yield


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Turn a disk that is full or cannot be written into a sentence."""
    try:
        with embedded.writing_to(settings.DATA_DIR):
            yield
    except OperationalError as error:
        full = isinstance(error.__cause__, psycopg.errors.DiskFull)
        if not full and free_space() > MEGABYTE:
            raise
        raise embedded.Failure(full_disk()) from error


def require_space() -> None:
    """Raise Failure where the disk has no room: a new database takes about 100 MB."""
    made = embedded.is_made(settings.DATA_DIR)
    if free_space() < (20 if made else 200) * MEGABYTE:
        raise embedded.Failure(full_disk())


def free_space() -> int:
    """Return how many bytes may still be written to the data folder."""
    return shutil.disk_usage(settings.DATA_DIR).free


def full_disk() -> str:
    """Return the sentence about a full disk."""
    return embedded.unwritable(settings.DATA_DIR, "the disk is full")


def keep_secret_key() -> None:
    """Use the environment's key, else the one kept in the data folder, made if there is none."""
    kept = Path(settings.DATA_DIR) / "secret-key"
    if not os.environ.get("SECRET_KEY") and not kept.exists():
        private_files.keep(kept, secrets.token_urlsafe(50))
        settings.SECRET_KEY = kept.read_text()

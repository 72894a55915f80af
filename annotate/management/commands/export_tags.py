"""`manage.py export_tags`: the tags as CSV, with the filters of the export page."""

import os
import shutil
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.http import QueryDict

from annotate.exports.csv_files import Export, export_csv
from annotate.exports.forms import ExportForm
from annotate.exports.staging import TooManyExports
from annotate.models import Stance
from annotate.queries.selections import ANALYSIS, SPREADSHEET
from corpus.models import Person

SEVERAL = ("claim", "document", "collection", "stance", "reviewer")
SINGLE = ("since", "until", "for")
SWITCHES = ("notes", "remarks")


class Command(BaseCommand):
    """Write the tags one person may see, or all of them, as one CSV file."""

    help = "Write the live tags as CSV to standard output or to a file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the filters, by the names they have in an address."""
        parser.add_argument(
            "--as", dest="username", metavar="USERNAME", help="Only what this person may see."
        )
        parser.add_argument("--claim", action="append", metavar="ID", help="Such as C01.")
        parser.add_argument("--document", action="append", metavar="NUMBER")
        parser.add_argument("--collection", action="append", metavar="SHORT_NAME")
        parser.add_argument("--stance", action="append", choices=Stance.values)
        parser.add_argument("--reviewer", action="append", metavar="PSEUDONYM")
        parser.add_argument("--since", metavar="YYYY-MM-DD", help="Tagged on this day or later.")
        parser.add_argument("--until", metavar="YYYY-MM-DD", help="Days are UTC.")
        parser.add_argument("--for", choices=[ANALYSIS, SPREADSHEET], default=ANALYSIS)
        parser.add_argument("--notes", action="store_true", help="Add the private notes.")
        parser.add_argument("--remarks", action="store_true", help="Add the remarks.")
        parser.add_argument("--output", metavar="FILE", help="Instead of standard output.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raise CommandError, in a sentence, where a filter is wrong or two exports run."""
        form = ExportForm(_asked(options), reader=_reader(options["username"]), flavour=ANALYSIS)
        if not form.is_valid():
            raise CommandError(" ".join(str(e) for errors in form.errors.values() for e in errors))
        try:
            export = export_csv("tags", form.selection())
        except TooManyExports as error:
            raise CommandError("Two exports are being made already. Try again later.") from error
        with export.file:
            if options["output"]:
                _write(export, Path(options["output"]))
                self.stderr.write(f"{export.rows} tags, SHA-256 {export.sha256}")
            else:
                shutil.copyfileobj(export.file, sys.stdout.buffer)
                sys.stdout.buffer.flush()


def _asked(options: dict[str, Any]) -> QueryDict:
    asked = QueryDict(mutable=True)
    for name in SEVERAL:
        asked.setlist(name, options[name] or [])
    for name in SINGLE:
        asked[name] = options[name] or ""
    for name in SWITCHES:
        asked[name] = "1" if options[name] else ""
    return asked


def _reader(username: str | None) -> Person | None:
    if not username:
        return None
    person = Person.objects.filter(username=username, is_active=True).first()
    if person is None:
        raise CommandError(f"Nobody who can sign in has the user name {username}.")
    return person


def _write(export: Export, path: Path) -> None:
    """Put the file in its place at once, so that nobody ever finds half of it there."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("xb") as file:
            shutil.copyfileobj(export.file, file)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from error

"""Import files into a collection."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from corpus.actions import system_person
from corpus.ingest import formats
from corpus.ingest.store import import_text
from corpus.models import Collection, Person


class Command(BaseCommand):
    help = (
        f"Import files ({formats.endings_in_words()}), or folders of them, into a collection, "
        "as documents being prepared."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--collection", required=True, help="the collection's short name")
        parser.add_argument(
            "--by", default="", help="user name of the person importing (default: system)"
        )
        parser.add_argument("--encoding", default="", help="when it is not UTF-8")
        parser.add_argument("--language", default="", help="for example en, ru, zh-Hans")

    def handle(self, *args: Any, **options: Any) -> None:
        collection = self._collection(options["collection"])
        by = self._person(options["by"])
        imported, refused = 0, 0
        for path in self._files(options["paths"]):
            try:
                document = import_text(
                    path.read_bytes(),
                    collection=collection,
                    by=by,
                    filename=path.name,
                    encoding=options["encoding"],
                    language=options["language"],
                )
            except ValidationError as error:
                refused += 1
                self.stderr.write(f"{path}: {' '.join(error.messages)}")
            except OSError as error:
                refused += 1
                self.stderr.write(f"{path}: cannot be read ({error.strerror}).")
            else:
                imported += 1
                self.stdout.write(f"{path}: document {document.pk}, {document.title}")
        self.stdout.write(f"{imported} imported, {refused} not.")
        if refused:
            raise CommandError("Some files were not imported; the lines above say why.")

    def _collection(self, slug: str) -> Collection:
        try:
            return Collection.objects.get(slug=slug)
        except Collection.DoesNotExist:
            known = ", ".join(Collection.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no collection “{slug}”. There are: {known}.") from None

    def _person(self, username: str) -> Person:
        if not username:
            return system_person()
        try:
            return Person.objects.get(username=username)
        except Person.DoesNotExist:
            raise CommandError(f"There is no person “{username}”.") from None

    def _files(self, paths: list[Path]) -> list[Path]:
        files = [file for path in paths for file in self._within(path)]
        if not files:
            endings = formats.endings_in_words()
            raise CommandError(f"There are no {endings} files in the folder.")
        return files

    def _within(self, path: Path) -> list[Path]:
        if path.is_dir():
            return sorted(file for file in path.rglob("*") if _can_be_read(file))
        if not _can_be_read(path):
            endings = formats.endings_in_words()
            raise CommandError(f"{path}: only {endings} files can be imported.")
        return [path]


def _can_be_read(path: Path) -> bool:
    return path.suffix.lower() in formats.endings()

"""PostgreSQL writes the CSV file by COPY; it is sent only once it is whole."""

import hashlib
import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

from django.conf import settings
from django.db import connection

from annotate.queries.selections import SPREADSHEET, Selection

from .other_tables import CLAIMS, DOCUMENTS, LINKS
from .staging import staged
from .tables import Table
from .tags import tags_table

MARK = b"\xef\xbb\xbf"  # UTF-8's byte order mark, by which Excel knows the encoding

_log = logging.getLogger("corroborate.export")


@dataclass(frozen=True)
class Export:
    """A finished file, to be read from its start: how many rows it has, and its SHA-256 sum."""

    file: IO[bytes]
    rows: int
    sha256: str


def table_of(name: str, selection: Selection) -> Table:
    """Return the table of this name: tags, links, claims or documents."""
    if name == "tags":
        return tags_table(notes=selection.notes, remarks=selection.remarks)
    return {"links": LINKS, "claims": CLAIMS, "documents": DOCUMENTS}[name]


def export_csv(name: str, selection: Selection) -> Export:
    """Return the CSV file of a table.

    Raise TooManyExports; whatever else goes wrong raises too, before a byte has left.
    """
    with staged(selection, counted=name == "tags"):
        export = copied(table_of(name, selection), selection)
    record(f"{name}.csv", selection, export)
    return export


def copied(table: Table, selection: Selection) -> Export:
    """Return the rows picked by `staged`, in which this is called, as a CSV file.

    Every value stands in quotes, lines end in LF, the file is UTF-8.
    """
    rows = table.guarded_rows() if selection.flavour == SPREADSHEET else table.rows()
    statement = f"COPY ({rows}) TO STDOUT (FORMAT csv, FORCE_QUOTE *, ENCODING 'UTF8')"
    with temporary_file() as file, connection.cursor() as cursor:
        if selection.flavour == SPREADSHEET:
            file.write(MARK)
        file.write((",".join(f'"{column.name}"' for column in table.columns) + "\n").encode())
        # psycopg's own cursor: Django's takes no parameters here while DEBUG is on.
        with cursor.cursor.copy(statement, parameters(selection)) as copy:
            for block in copy:
                file.write(block)
        if cursor.rowcount != number_of_rows(table):
            raise RuntimeError(f"{table.name}.csv lacks rows: it has {cursor.rowcount}.")
        return finished(file, cursor.rowcount)


@contextmanager
def temporary_file() -> Iterator[IO[bytes]]:
    """Give a file without a name, closed at once where filling it fails."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the sender closes it)
    try:
        yield file
    except BaseException:
        file.close()
        raise


def number_of_rows(table: Table) -> int:
    """Return how many rows of a table `staged` has picked."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(place) FROM {table.picked}")
        return int(cursor.fetchone()[0])


def parameters(selection: Selection) -> dict[str, Any]:
    """Return what the tables' queries ask for."""
    reader = selection.reader.pk if selection.reader else None
    return {"site": settings.SITE_URL.rstrip("/"), "reader": reader}


def finished(file: IO[bytes], rows: int) -> Export:
    """Return a written file as an export, rewound."""
    file.seek(0)
    # Its type asks for a readinto that every binary file has and IO does not name.
    sha256 = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
    file.seek(0)
    return Export(file, rows, sha256)


def record(name: str, selection: Selection, export: Export) -> None:
    """Write to the log who took what, by which filter, how many rows, and the file's sum."""
    _log.info(
        "%s took %s (%s): %d rows, sha256 %s",
        selection.reader.username if selection.reader else "operator",
        name,
        selection.in_words(),
        export.rows,
        export.sha256,
    )

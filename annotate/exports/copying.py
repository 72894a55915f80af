"""PostgreSQL writes the CSV file by COPY; it is sent only once it is whole."""

import hashlib
import logging
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from django.conf import settings
from django.db import connection

from .codebook import CLAIMS, DOCUMENTS, LINKS
from .columns import Table
from .selection import SPREADSHEET, Selection
from .staging import staged
from .tags import tags_table

RUN = 10_000  # rows
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
    with staged(selection):
        export = copied(table_of(name, selection), selection)
    record(f"{name}.csv", selection, export)
    return export


def copied(table: Table, selection: Selection) -> Export:
    """Return the rows picked by `staged`, in which this is called, as a CSV file.

    Every value stands in quotes, lines end in LF, the file is UTF-8.
    """
    file = tempfile.TemporaryFile()
    if selection.flavour == SPREADSHEET:
        file.write(MARK)
    file.write((",".join(f'"{column.name}"' for column in table.columns) + "\n").encode())
    rows = table.guarded_rows() if selection.flavour == SPREADSHEET else table.rows()
    count = sum(_copy(rows, run, file) for run in runs(table, selection))
    if count != number_of_rows(table):
        raise RuntimeError(f"{table.name}.csv has {count} rows of {number_of_rows(table)}.")
    return finished(file, count)


def _copy(rows: str, run: dict[str, Any], file: IO[bytes]) -> int:
    statement = f"COPY ({rows}) TO STDOUT (FORMAT csv, FORCE_QUOTE *, ENCODING 'UTF8')"
    with connection.cursor() as cursor:
        with cursor.copy(statement, run) as copy:
            for block in copy:
                file.write(block)
        return cursor.rowcount


def number_of_rows(table: Table) -> int:
    """Return how many rows of a table `staged` has picked."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(place) FROM {table.picked}")
        return int(cursor.fetchone()[0])


def runs(table: Table, selection: Selection) -> Iterator[dict[str, Any]]:
    """Yield the parameters of the table's query, a run of rows at a time.

    Sorting and joining a run fits into memory; all rows at once went to the disk and back,
    which took twice as long.
    """
    reader = selection.reader.pk if selection.reader else None
    common = {"site": settings.SITE_URL.rstrip("/"), "reader": reader}
    for first in range(1, number_of_rows(table) + 1, RUN):
        yield common | {"first": first, "last": first + RUN - 1}


def finished(file: IO[bytes], rows: int) -> Export:
    """Return a written file as an export, rewound."""
    file.seek(0)
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

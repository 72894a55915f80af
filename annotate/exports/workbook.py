"""The Excel file of tags, for people whose Excel opens a CSV file as one column.

Every cell is a string, so nothing turns into a formula, a date or a number. XlsxWriter keeps
one row in memory at a time; the rows come from a cursor on the server.
"""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from annotate.queries.selections import Selection

from .csv_files import Export, finished, number_of_rows, parameters, record, temporary_file
from .staging import staged
from .tables import Column
from .tags import tags_table

MOST_ROWS = 1_048_575  # a sheet's, without the header
MOST_UNITS = 32_767  # UTF-16 code units of a cell
CUT = " […] (cut: a cell holds no more; the whole words are in tags.csv)"
# What people look for comes first, under plain names, then the other columns of tags.csv.
FIRST = {
    "sentence": ("sentence", 60),
    "quote": ("quote", 60),
    "asserted_by": ("who", 24),
    "document_title": ("document", 40),
    "uttered_on": ("date", 12),
    "tag_url": ("address", 36),
}
_BATCH = 1_000
_ALWAYS = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)


def export_workbook(selection: Selection) -> Export:
    """Return the Excel file of the tags.

    Raise ValidationError where it cannot hold what is asked for, and TooManyExports.
    """
    if selection.notes or selection.remarks:
        raise ValidationError(
            _("Excel files hold no notes or remarks. Download the CSV file instead.")
        )
    table = tags_table()
    table = replace(table, columns=_in_order(table.columns))
    with staged(selection):
        rows = number_of_rows(table)
        if rows > MOST_ROWS:
            raise ValidationError(
                _(
                    "An Excel sheet holds %(most)s tags and these are %(rows)s. Download the "
                    "CSV file instead."
                )
                % {"most": MOST_ROWS, "rows": rows}
            )
        headings = [_heading(column) for column in table.columns]
        with temporary_file() as file:
            _write(file, headings, _rows(table.rows(), selection))
            export = finished(file, rows)
    record("tags.xlsx", selection, export)
    return export


def _in_order(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    by_name = {column.name: column for column in columns}
    return tuple(by_name[name] for name in dict.fromkeys([*FIRST, *by_name]))


def _heading(column: Column) -> str:
    return FIRST[column.name][0] if column.name in FIRST else column.name


def _rows(query: str, selection: Selection) -> Iterator[tuple[str, ...]]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(query, parameters(selection))
        while rows := cursor.fetchmany(_BATCH):
            yield from rows


def _write(file: IO[bytes], headings: list[str], rows: Iterator[tuple[str, ...]]) -> None:
    with Workbook(file, {"constant_memory": True}) as book:
        # The same tags give the same bytes, so the file does not say when it was made.
        book.set_properties({"title": "Corroborate", "created": _ALWAYS})
        sheet = book.add_worksheet("tags")
        sheet.freeze_panes(1, 1)
        for number, (_name, width) in enumerate(FIRST.values()):
            sheet.set_column(number, number, width)
        bold = book.add_format({"bold": True})
        for number, heading in enumerate(headings):
            sheet.write_string(0, number, heading, bold)
        plain = book.add_format()
        for row_number, row in enumerate(rows, start=1):
            for number, text in enumerate(row):
                if text.startswith("<r>") and text.endswith("</r>"):
                    _write_in_pieces(sheet, row_number, number, text, plain)
                elif text:
                    sheet.write_string(row_number, number, fitting(text))


def _write_in_pieces(sheet: Worksheet, row: int, number: int, text: str, plain: object) -> None:
    """Write what XlsxWriter would take for its own mark-up and put into the file as it is."""
    sheet.write_rich_string(row, number, "<r>", plain, fitting(text[3:]))


def fitting(text: str) -> str:
    """Return `text` as a cell can hold it: cut, and saying so, where it is too long.

    The two code points that XML cannot have are written as Excel writes such ones.
    """
    if "\ufffe" in text or "\uffff" in text:
        text = text.replace("\ufffe", "_xFFFE_").replace("\uffff", "_xFFFF_")
    # As UTF-16 a string is at most twice as long as it has code points.
    if len(text) <= MOST_UNITS // 2:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MOST_UNITS:
        return text
    return units[: 2 * (MOST_UNITS - len(CUT))].decode("utf-16-le", "ignore") + CUT

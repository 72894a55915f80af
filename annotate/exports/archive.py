"""The ZIP file: all tables of one snapshot, what their columns mean, and their sums."""

import csv
import io
import shutil
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.conf import settings

from annotate.queries.selections import ANALYSIS, SPREADSHEET, Selection

from .csv_files import MARK, Export, copied, finished, record, temporary_file
from .derivations import DERIVATIONS, pick_derivations
from .other_tables import CLAIMS, DOCUMENTS, LINKS
from .staging import staged
from .tables import Table
from .tags import tags_table

_ALWAYS = (1980, 1, 1, 0, 0, 0)  # the earliest time a ZIP file knows

_FLAVOURS = {
    SPREADSHEET: (
        "for a spreadsheet program: the CSV files begin with a byte order mark, and a cell of "
        "free text (see dictionary.csv) that begins with = + - @, with one of their full-width "
        "forms, a tab or a line break has an apostrophe put before it, so that no program takes "
        "it for a formula. Quotes so marked differ from the source by that apostrophe: to cite "
        "or to compute, export for analysis."
    ),
    ANALYSIS: (
        "for analysis: no byte order mark, and every cell exactly as it is stored. A spreadsheet "
        "program may take a cell for a formula: to open the files in one, export for a "
        "spreadsheet."
    ),
}
_README = """Exported from Corroborate at {site}

{tables}
dictionary.csv   what each column means
manifest.sha256  the SHA-256 sum of each file: sha256sum -c manifest.sha256

Seen by: {reader}. What this reader may not see is in none of the files.
Asked for: {asked}.
Made {flavour}

The CSV files are in UTF-8, commas between the values, every value in quotes, an empty one as "",
a quotation mark inside a value doubled, lines ending in LF. Times are UTC. Places in a text
(start, end) count Unicode code points from 0. All files are of one moment. The same question to
the same data gives the same bytes.
"""


def export_archive(selection: Selection) -> Export:
    """Return the ZIP file of tags, links, claims, documents and what is copied from where.

    Raise TooManyExports.
    """
    tables = (
        tags_table(notes=selection.notes, remarks=selection.remarks),
        LINKS,
        CLAIMS,
        DOCUMENTS,
        DERIVATIONS,
    )
    with staged(selection):
        pick_derivations(selection)
        files = {f"{table.name}.csv": copied(table, selection) for table in tables}
    files["dictionary.csv"] = _dictionary(tables, selection)
    files["README.txt"] = _text(_readme(tables, selection))
    sums = "".join(f"{export.sha256}  {name}\n" for name, export in files.items())
    files["manifest.sha256"] = _text(sums)
    with temporary_file() as file:
        _zip(files, file)
        export = finished(file, sum(export.rows for export in files.values()))
    record("corroborate.zip", selection, export)
    return export


def _zip(files: dict[str, Export], whole: IO[bytes]) -> None:
    with ZipFile(whole, "w") as archive:
        for name, export in files.items():
            entry = ZipInfo(name, _ALWAYS)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            with export.file, archive.open(entry, "w", force_zip64=True) as target:
                shutil.copyfileobj(export.file, target)


def _dictionary(tables: tuple[Table, ...], selection: Selection) -> Export:
    lines = io.StringIO()
    writer = csv.writer(lines, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(("file", "column", "free_text", "meaning"))
    for table in tables:
        for column in table.columns:
            free = "yes" if column.free else "no"
            writer.writerow((f"{table.name}.csv", column.name, free, column.meaning))
    mark = MARK if selection.flavour == SPREADSHEET else b""
    return finished(io.BytesIO(mark + lines.getvalue().encode()), 0)


def _readme(tables: tuple[Table, ...], selection: Selection) -> str:
    reader = f"the reader {selection.reader.pseudonym}" if selection.reader else "the operator"
    return _README.format(
        site=settings.SITE_URL,
        tables="\n".join(f"{table.name + '.csv':16} {table.meaning}" for table in tables),
        reader=reader,
        asked=selection.in_words(),
        flavour=_FLAVOURS[selection.flavour],
    )


def _text(text: str) -> Export:
    return finished(io.BytesIO(text.encode()), 0)

"""The answers to a question as CSV, in the form of the other exports.

Written by Python, not by COPY: an answer is made of counts and sentences, which are not in the
database.
"""

import csv
import io
import logging
from collections.abc import Iterator
from typing import IO

from django.conf import settings
from django.utils import translation

from annotate.actions.snapshots import one_snapshot
from annotate.exports.csv_files import MARK, Export, finished, temporary_file
from annotate.exports.staging import take_slot
from annotate.exports.tables import FORMULA_STARTS
from annotate.queries.selections import SPREADSHEET
from annotate.questions import Answer, Asked, every_answer

# Free text, which people or sources wrote, stands in these.
_FREE = frozenset({"title", "text", "why", "collections"})
COLUMNS = (
    "question",
    "kind",
    "id",
    "title",
    "text",
    "why",
    "group",
    "url",
    "independent_own_words",
    "independent_affirmed",
    "independent_attested",
    "independent_denied",
    "counts_complete",
    "collections",
)

_log = logging.getLogger("corroborate.export")


def export_answers(question: str, asked: Asked, flavour: str) -> Export:
    """Return the answers to a question as a CSV file: the rows of all its pages, in order.

    The column `collections` has those that were looked at. Raise TooManyExports; whatever else
    goes wrong raises too, before a byte has left.
    """
    with one_snapshot(), translation.override(settings.LANGUAGE_CODE), temporary_file() as file:
        take_slot()
        number = _write(file, question, asked, guard=flavour == SPREADSHEET)
        export = finished(file, number)
    _record(question, asked, flavour, export)
    return export


def _write(file: IO[bytes], question: str, asked: Asked, *, guard: bool) -> int:
    file.write(MARK if guard else b"")
    text = io.TextIOWrapper(file, "utf-8", newline="", write_through=True)
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(COLUMNS)
    number = 0
    for row in _rows(question, asked):
        pairs = zip(COLUMNS, row, strict=True)
        writer.writerow(_cell(name, value, guard=guard) for name, value in pairs)
        number += 1
    text.detach()
    return number


def _rows(question: str, asked: Asked) -> Iterator[tuple[str, ...]]:
    site = settings.SITE_URL.rstrip("/")
    collections = "; ".join(one.name for one in asked.collections())
    for answer in every_answer(question, asked):
        yield (
            question,
            answer.kind,
            answer.key,
            answer.title,
            answer.text,
            " ".join(answer.why),
            str(answer.group),
            site + answer.url,
            *_counts(answer),
            collections,
        )


def _counts(answer: Answer) -> tuple[str, ...]:
    count = answer.count
    if count is None:
        return ("",) * 5
    groups = (count.own_words, count.affirmed, count.attested, count.denied)
    return (*(str(len(group)) for group in groups), "no" if count.at_most else "yes")


def _cell(name: str, value: str, *, guard: bool) -> str:
    looks_like_formula = name in _FREE and value.startswith(tuple(FORMULA_STARTS))
    return f"'{value}" if guard and looks_like_formula else value


def _record(question: str, asked: Asked, flavour: str, export: Export) -> None:
    """Write to the log who took what, by which filter, how many rows, and the file's sum."""
    filters = {
        "collection": asked.collection and asked.collection.slug,
        "year": asked.year,
        "state": asked.state and asked.state.pk,
        "flavour": flavour,
    }
    _log.info(
        "%s took questions/%s.csv (%s): %d rows, sha256 %s",
        asked.reader.username,
        question,
        " ".join(f"{name}={value}" for name, value in filters.items() if value),
        export.rows,
        export.sha256,
    )

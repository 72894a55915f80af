"""Tags as rows, in one query: what a line of evidence shows, and the date that sorts it.

Names of agents and the claim's sentence are looked up afterwards, for all rows at once: with
every table joined PostgreSQL takes longer to plan the query than to answer it.
"""

import datetime
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import Case, DateField, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from annotate.models import Tag
from annotate.models.tag import WITHHELD_WORDS
from annotate.web.paging import PAGE_SIZE, Page, page
from corpus.models.document import DocumentStatus

BY_VOICE = ("voice_name", "voice_id", "stance", "said_at", "id")
OLDEST_FIRST = ("said_at", "document_id", "start", "id")
LATEST_FIRST = ("-said_at", "document_id", "start", "id")
LONG_AGO = datetime.date(1, 1, 1)
_VERSION = "passage__text_version"
_DOCUMENT = f"{_VERSION}__document"


class EvidenceRow(NamedTuple):
    """A tag as it is read in one go; `said_at` sorts, ids are looked up afterwards.

    Words of a withdrawn document are not in it (I21).
    """

    id: int
    start: int
    exact: str
    prefix: str
    suffix: str
    stance: str
    speech: str
    status: str
    anchor_state: str
    stale_reason: str
    translation: str
    claim_id: int
    voice_id: int
    voice_name: str
    holder_id: int | None
    passage_language: str
    passage_voice_id: int | None
    passage_said_on: datetime.date | None
    passage_place: str
    document_id: int
    document_status: str
    document_title: str
    document_language: str
    document_url: str
    document_said_on: datetime.date | None
    document_precision: str
    document_place: str
    collection_id: int
    author_id: int | None
    said_at: datetime.date


_COLUMNS = {
    "voice_id": "asserted_by_id",
    "voice_name": "asserted_by__name",
    "holder_id": "held_by_id",
    "passage_language": "passage__language",
    "passage_voice_id": "passage__voice_id",
    "passage_said_on": "passage__uttered_on",
    "passage_place": "passage__place",
    "document_id": f"{_VERSION}__document_id",
    "document_status": f"{_DOCUMENT}__status",
    "document_title": f"{_DOCUMENT}__title",
    "document_language": f"{_DOCUMENT}__language",
    "document_url": f"{_DOCUMENT}__url",
    "document_said_on": f"{_DOCUMENT}__uttered_on",
    "document_precision": f"{_DOCUMENT}__uttered_precision",
    "document_place": f"{_DOCUMENT}__place",
    "collection_id": f"{_DOCUMENT}__collection_id",
    "author_id": f"{_DOCUMENT}__author_id",
}


def rows_page(
    tags: QuerySet[Tag], order: Sequence[str], after: str | None = None, size: int = PAGE_SIZE
) -> Page[EvidenceRow]:
    """Return a page of `tags` as rows that `complete` makes evidence of."""
    found = page(_rows(tags), order, after, size)
    return Page([_as_told(EvidenceRow(*row)) for row in found.rows], found.next_cursor)


def _as_told(row: EvidenceRow) -> EvidenceRow:
    if row.document_status != DocumentStatus.WITHDRAWN:
        return row
    return row._replace(exact=str(WITHHELD_WORDS), prefix="", suffix="", translation="")


def _rows(tags: QuerySet[Tag]) -> Any:
    columns = {name: F(path) for name, path in _COLUMNS.items()}
    return tags.annotate(**columns, said_at=said_at()).values_list(*EvidenceRow._fields, named=True)


def said_at() -> Case:
    """Return the date that sorts a tag: never empty, and as inherited as `Evidence.said_on`."""
    long_ago = Value(LONG_AGO, output_field=DateField())
    own = Coalesce("passage__uttered_on", long_ago, output_field=DateField())
    inherited = Coalesce("passage__uttered_on", f"{_DOCUMENT}__sort_on", output_field=DateField())
    speaks_apart = Q(passage__voice__isnull=False) & ~Q(passage__voice=F(f"{_DOCUMENT}__author"))
    return Case(When(speaks_apart, then=own), default=inherited, output_field=DateField())

"""Tags as evidence: each with its sentence, its words in context, where they stand and its links.

Rows are plain tuples, because a claim may have a thousand tags: FACTS.md has the measurements.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import Case, DateField, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from annotate.models import LIVE, Link, Relation, Speech, Stance, Tag, TagProvision, TagStatus
from annotate.models.link import INVERSE
from annotate.models.tag import POLARITY, AnchorState
from annotate.paging import PAGE_SIZE, Page, page
from annotate.queries.circumstances import written_date
from annotate.wording import Name, sentence
from corpus.access import Reader

SIDES = {"+": "for", "-": "against", "?": "open"}
STANCES = {
    side: tuple(stance for stance in Stance if SIDES[POLARITY[stance]] == side)
    for side in SIDES.values()
}
BY_VOICE = ("voice_name", "voice_id", "stance", "said_at", "id")
OLDEST_FIRST = ("said_at", "document_id", "start", "id")
LATEST_FIRST = ("-said_at", "document_id", "start", "id")
LONG_AGO = datetime.date(1, 1, 1)
_VERSION = "passage__text_version"
_DOCUMENT = f"{_VERSION}__document"


class EvidenceRow(NamedTuple):
    """A tag with all that its line names; `said_at` sorts, `said_on` and `place` are said."""

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
    public_id: str
    label: str
    claim_text: str
    color: int
    voice_id: int
    voice_name: str
    voice_kind: str
    holder_id: int | None
    holder_name: str | None
    holder_kind: str | None
    passage_language: str
    passage_voice_id: int | None
    passage_voice_name: str | None
    passage_voice_kind: str | None
    passage_said_on: datetime.date | None
    passage_place: str
    document_id: int
    document_title: str
    document_language: str
    document_url: str
    document_said_on: datetime.date | None
    document_precision: str
    document_place: str
    collection_id: int
    author_id: int | None
    author_name: str | None
    author_kind: str | None
    said_at: datetime.date


_COLUMNS = {
    "public_id": "claim__public_id",
    "label": "claim__label",
    "claim_text": "claim__text",
    "color": "claim__color",
    "voice_id": "asserted_by_id",
    "voice_name": "asserted_by__name",
    "voice_kind": "asserted_by__kind",
    "holder_id": "held_by_id",
    "holder_name": "held_by__name",
    "holder_kind": "held_by__kind",
    "passage_language": "passage__language",
    "passage_voice_id": "passage__voice_id",
    "passage_voice_name": "passage__voice__name",
    "passage_voice_kind": "passage__voice__kind",
    "passage_said_on": "passage__uttered_on",
    "passage_place": "passage__place",
    "document_id": f"{_VERSION}__document_id",
    "document_title": f"{_DOCUMENT}__title",
    "document_language": f"{_DOCUMENT}__language",
    "document_url": f"{_DOCUMENT}__url",
    "document_said_on": f"{_DOCUMENT}__uttered_on",
    "document_precision": f"{_DOCUMENT}__uttered_precision",
    "document_place": f"{_DOCUMENT}__place",
    "collection_id": f"{_DOCUMENT}__collection_id",
    "author_id": f"{_DOCUMENT}__author_id",
    "author_name": f"{_DOCUMENT}__author__name",
    "author_kind": f"{_DOCUMENT}__author__kind",
}


class EvidenceLink(NamedTuple):
    """A link as one of its tags shows it: the words from this end, and the other end."""

    id: int
    words: str
    rationale: str
    other_id: int
    other_exact: str
    other_voice: str
    other_label: str


@dataclass(frozen=True)
class Evidence:
    """A tag as a line of evidence."""

    row: EvidenceRow
    provisions: list[TagProvision] = field(default_factory=list)
    links: list[EvidenceLink] = field(default_factory=list)

    @property
    def side(self) -> str:
        """For, against or open: the sign in front of the line."""
        return SIDES[POLARITY[Stance(self.row.stance)]]

    @property
    def sentence(self) -> str:
        """What the tag means, in plain words."""
        row = self.row
        voice = Name(row.voice_name, row.voice_kind)
        holder = Name(row.holder_name, row.holder_kind or "") if row.holder_name else None
        return sentence(row.stance, voice, holder, row.claim_text, conveyed_by=self.conveyer)

    @property
    def conveyer(self) -> Name | None:
        """Who conveys the words (I8): the passage's voice, or the author where that is another."""
        row = self.row
        if row.speech != Speech.OWN and row.passage_voice_name:
            return Name(row.passage_voice_name, row.passage_voice_kind or "")
        if (row.speech != Speech.OWN or row.author_id != row.voice_id) and row.author_name:
            return Name(row.author_name, row.author_kind or "")
        return None

    @property
    def said_on(self) -> str:
        """When it was said, as exactly as that is known."""
        row = self.row
        if self._speaks_apart or row.passage_said_on:
            return written_date(row.passage_said_on)
        return written_date(row.document_said_on, row.document_precision)

    @property
    def place(self) -> str:
        """Where it was said."""
        if self._speaks_apart:
            return self.row.passage_place
        return self.row.passage_place or self.row.document_place

    @property
    def language(self) -> str:
        """The language of the words (BCP 47)."""
        return self.row.passage_language or self.row.document_language

    @property
    def is_live(self) -> bool:
        """Whether the tag stands."""
        return self.row.status in LIVE

    @property
    def is_lost(self) -> bool:
        """Whether its words were not found in the present text."""
        return self.row.anchor_state == AnchorState.BROKEN

    @property
    def _speaks_apart(self) -> bool:
        """Whether the passage is another's, and so takes no date and place from the document."""
        return self.row.passage_voice_id not in (None, self.row.author_id)


def standing(reader: Reader) -> QuerySet[Tag]:
    """Return the tags that stand and that `reader` may see (I13, I20)."""
    return Tag.objects.live().visible_to(reader)


def awaiting(reader: Reader) -> QuerySet[Tag]:
    """Return the tags `reader` may see that need a second look."""
    return Tag.objects.visible_to(reader).filter(status=TagStatus.STALE)


def evidence_page(
    tags: QuerySet[Tag],
    order: Sequence[str],
    *,
    reader: Reader,
    after: str | None = None,
    size: int = PAGE_SIZE,
) -> Page[Evidence]:
    """Return a page of `tags` as evidence, in three queries whatever their number."""
    found = page(_rows(tags), order, after, size)
    return Page(_complete([EvidenceRow(*row) for row in found.rows], reader), found.next_cursor)


def _rows(tags: QuerySet[Tag]) -> Any:
    columns = {name: F(path) for name, path in _COLUMNS.items()}
    return tags.annotate(**columns, said_at=_said_at()).values_list(
        *EvidenceRow._fields, named=True
    )


def _said_at() -> Case:
    """Return the date that sorts a tag: never empty, and as inherited as `Evidence.said_on`."""
    long_ago = Value(LONG_AGO, output_field=DateField())
    own = Coalesce("passage__uttered_on", long_ago, output_field=DateField())
    inherited = Coalesce(
        "passage__uttered_on", f"{_DOCUMENT}__sort_on", output_field=DateField()
    )
    speaks_apart = Q(passage__voice__isnull=False) & ~Q(passage__voice=F(f"{_DOCUMENT}__author"))
    return Case(When(speaks_apart, then=own), default=inherited, output_field=DateField())


def _complete(rows: list[EvidenceRow], reader: Reader) -> list[Evidence]:
    keys = [row.id for row in rows]
    if not keys:
        return []
    provisions, links = _provisions_of(keys), _links_of(keys, reader)
    return [Evidence(row, provisions[row.id], links[row.id]) for row in rows]


def _provisions_of(keys: list[int]) -> dict[int, list[TagProvision]]:
    by_tag: dict[int, list[TagProvision]] = defaultdict(list)
    rows = TagProvision.objects.filter(tag__in=keys).select_related("provision")
    for row in rows.order_by("provision__code", "pk"):
        by_tag[row.tag_id].append(row)
    return by_tag


def _links_of(keys: Iterable[int], reader: Reader) -> dict[int, list[EvidenceLink]]:
    """Return the links that stand at each of the tags, to tags that `reader` may see."""
    ends = ("exact", "asserted_by__name", "claim__label")
    rows = (
        Link.objects.live()
        .visible_to(reader)
        .filter(Q(from_tag__in=keys) | Q(to_tag__in=keys))
        .order_by("pk")
        .values_list(
            *("pk", "relation", "rationale", "from_tag", "to_tag"),
            *(f"{end}__{column}" for end in ("from_tag", "to_tag") for column in ends),
        )
    )
    by_tag: dict[int, list[EvidenceLink]] = defaultdict(list)
    for key, relation, rationale, from_tag, to_tag, *both in rows:
        words = str(Relation(relation).label), str(INVERSE[Relation(relation)])
        by_tag[from_tag].append(EvidenceLink(key, words[0], rationale, to_tag, *both[3:]))
        by_tag[to_tag].append(EvidenceLink(key, words[1], rationale, from_tag, *both[:3]))
    return by_tag

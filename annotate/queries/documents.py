"""What the workbench reads: one part of a document's text, and the tags on it."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from annotate.models import LIVE, Remark, RemarkKind, Tag, TagStatus
from corpus.models import Document, Passage, Person, TextVersion
from corpus.models.passage import TAGGABLE_KINDS

PART = 100  # passages shown at once
SHOWN = (*LIVE, TagStatus.STALE)


class PassageRow(NamedTuple):
    """A passage as drawing needs it; offsets are code points of its version."""

    id: int
    ordinal: int
    kind: str
    start: int
    end: int
    text: str
    marker: str
    language: str
    altered: bool
    flag: str
    page: str
    speaker_capacity: str
    uttered_on: Any
    place: str
    voice_id: int | None
    voice_name: str | None
    voice_kind: str | None
    speaker_name: str | None


class TagRow(NamedTuple):
    """A tag as a mark and a card line need it; offsets are code points of its version."""

    id: int
    passage_id: int
    start: int
    end: int
    stance: str
    status: str
    anchor_state: str
    speech: str
    claim_id: int
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
    made_by: int
    objected: bool


def row_of(tag: Tag) -> TagRow:
    """Return a tag as drawing needs it."""
    return TagRow(
        id=tag.pk,
        passage_id=tag.passage_id,
        start=tag.start,
        end=tag.end,
        stance=tag.stance,
        status=tag.status,
        anchor_state=tag.anchor_state,
        speech=tag.speech,
        claim_id=tag.claim_id,
        public_id=tag.claim.public_id,
        label=tag.claim.label,
        claim_text=tag.claim.text,
        color=tag.claim.color,
        voice_id=tag.asserted_by_id,
        voice_name=tag.asserted_by.name,
        voice_kind=tag.asserted_by.kind,
        holder_id=tag.held_by_id,
        holder_name=tag.held_by.name if tag.held_by else None,
        holder_kind=tag.held_by.kind if tag.held_by else None,
        made_by=tag.created_by_id,
        objected=False,
    )


class OutlineRow(NamedTuple):
    """A heading of the outline, and how many tags stand in its section so far."""

    ordinal: int
    kind: str
    text: str


@dataclass(frozen=True)
class Part:
    """A run of a document's passages with the tags on them, in text order."""

    version: TextVersion
    passages: list[PassageRow]
    tags: dict[int, list[TagRow]]
    first: int
    last: int
    before: int | None
    after: int | None


def current_version(document: Document) -> TextVersion | None:
    """Return the version people read, without its text."""
    return TextVersion.objects.filter(document=document, is_current=True).defer("text").first()


def part_of(version: TextVersion, *, ordinal: int = 1) -> Part:
    """Return the part of the text that holds the passage `ordinal`, with its tags."""
    first = max(ordinal - 1, 0) // PART * PART + 1
    rows = passage_rows(version.passages.filter(ordinal__gte=first).order_by("ordinal")[: PART + 1])
    shown = rows[:PART]
    return Part(
        version=version,
        passages=shown,
        tags=tags_on([row.id for row in shown]),
        first=first,
        last=shown[-1].ordinal if shown else first,
        before=first - PART if first > 1 else None,
        after=rows[PART].ordinal if len(rows) > PART else None,
    )


def passage_rows(passages: QuerySet[Passage]) -> list[PassageRow]:
    """Return passages as rows for drawing."""
    values = passages.annotate(
        voice_name=F("voice__name"),
        voice_kind=F("voice__kind"),
        speaker_name=F("speaker__name"),
    ).values_list(*PassageRow._fields, named=False)
    return [PassageRow(*row) for row in values]


def tags_on(passage_ids: list[int]) -> dict[int, list[TagRow]]:
    """Return the shown tags of passages by passage, in text order, in one query."""
    objections = Remark.objects.filter(
        tag=OuterRef("pk"), kind=RemarkKind.DISAGREE, answered_at__isnull=True
    )
    values = (
        Tag.objects.filter(passage__in=passage_ids, status__in=SHOWN)
        .order_by("start", "end", "pk")
        .annotate(
            public_id=F("claim__public_id"),
            label=F("claim__label"),
            claim_text=F("claim__text"),
            color=F("claim__color"),
            voice_id=F("asserted_by_id"),
            voice_name=F("asserted_by__name"),
            voice_kind=F("asserted_by__kind"),
            holder_id=F("held_by_id"),
            holder_name=F("held_by__name"),
            holder_kind=F("held_by__kind"),
            made_by=F("created_by_id"),
            objected=Exists(objections),
        )
        .values_list(*TagRow._fields)
    )
    tags: dict[int, list[TagRow]] = defaultdict(list)
    for row in values:
        tags[row[1]].append(TagRow(*row))
    return tags


def outline_of(version: TextVersion) -> list[OutlineRow]:
    """Return the titles and headings of a version, in order; at most 200."""
    rows = version.passages.filter(kind__in=("title", "heading")).order_by("ordinal")
    return [OutlineRow(*row) for row in rows.values_list("ordinal", "kind", "text")[:200]]


def progress_of(version: TextVersion) -> dict[str, int]:
    """Return how many passages can be tagged, how many are, and how many tags stand.

    `newest` is the id of the last tag made, 0 where there is none.
    """
    taggable = version.passages.filter(kind__in=TAGGABLE_KINDS)
    numbers = taggable.aggregate(
        passages=Count("pk", distinct=True),
        tagged=Count("pk", distinct=True, filter=Q(tags__status__in=LIVE)),
        standing=Count("tags", filter=Q(tags__status__in=LIVE)),
        looks=Count("tags", filter=Q(tags__status=TagStatus.STALE)),
        newest=Coalesce(Max("tags"), 0),
    )
    return dict(numbers)


class News(NamedTuple):
    """How many tags others made since, and the number of the first passage with one."""

    tags: int
    ordinal: int | None


def news_on(document: Document, *, since: int, reader: Person) -> News:
    """Return what others have tagged in the present text after the tag `since` was made."""
    made = Tag.objects.live().filter(
        passage__text_version__document=document,
        passage__text_version__is_current=True,
        pk__gt=since,
    )
    found = made.exclude(created_by=reader).aggregate(
        tags=Count("pk"), ordinal=Min("passage__ordinal")
    )
    return News(**found)


def ordinal_at(version: TextVersion, start: int) -> int:
    """Return the number of the passage at or before a place (code points), 1 if none."""
    found = (
        version.passages.filter(start__lte=start)
        .order_by("-start")
        .values_list("ordinal", flat=True)
        .first()
    )
    return found or 1

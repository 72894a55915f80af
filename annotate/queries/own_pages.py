"""What the reader's own pages show: Home and My work."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import FETCH_RAISE, Count, Q, QuerySet
from django.utils.dateparse import parse_date

from annotate.models import (
    LIVE,
    Claim,
    ClaimStatus,
    Link,
    Remark,
    RemarkKind,
    Tag,
    TagStatus,
)
from annotate.models.tag import AnchorState
from annotate.queries.tag_lines import TagLine, line_of, tags_to_list
from annotate.web.paging import page
from corpus.access import curates_anything
from corpus.models import Collection, Document, Membership, Person, Role
from corpus.models.document import Holding

FEW = 5
LATELY = 8
_DOCUMENT = "passage__text_version__document"


@dataclass(frozen=True)
class TagPage:
    """Some tags, and the cursor of those that follow."""

    lines: list[TagLine]
    next_cursor: str


@dataclass(frozen=True)
class CollectionLine:
    """A collection, the reader's role in it, and what it holds that the reader can see."""

    collection: Collection
    role: str
    documents: int
    tags: int
    looks: int


@dataclass(frozen=True)
class Waiting:
    """What waits for a person: at most FEW of each."""

    looks: list[TagLine]
    lost: list[TagLine]
    remarks: list[Remark]
    new_claims: list[Claim]

    def __bool__(self) -> bool:
        return bool(self.looks or self.lost or self.remarks or self.new_claims)


def _my_tags(person: Person) -> QuerySet[Tag]:
    return tags_to_list(person).filter(created_by=person)


# Home.


def last_tags(person: Person) -> list[TagLine]:
    """Return the tags `person` made last and that stand."""
    tags = _my_tags(person).filter(status__in=LIVE).order_by("-pk")[:LATELY]
    return [line_of(tag) for tag in tags]


def waiting_for(person: Person) -> Waiting:
    """Return what waits for `person`: own tags to look at, objections, new claims to tidy."""
    stale = _my_tags(person).filter(status=TagStatus.STALE).order_by("-pk")
    lost = Q(anchor_state=AnchorState.BROKEN)
    return Waiting(
        looks=[line_of(tag) for tag in stale.exclude(lost)[:FEW]],
        lost=[line_of(tag) for tag in stale.filter(lost)[:FEW]],
        remarks=list(_unanswered(person)[:FEW]),
        new_claims=_new_claims(person),
    )


def _unanswered(person: Person) -> QuerySet[Remark]:
    """Return others' objections and questions on what `person` made that nobody has answered."""
    tags = Tag.objects.visible_to(person).filter(created_by=person)
    links = Link.objects.visible_to(person).filter(created_by=person)
    return (
        Remark.objects.filter(
            Q(tag__in=tags) | Q(link__in=links),
            kind__in=(RemarkKind.DISAGREE, RemarkKind.QUESTION),
            answered_at__isnull=True,
        )
        .exclude(created_by=person)
        .select_related("created_by", "tag__claim", "link")
        .order_by("-pk")
        .fetch_mode(FETCH_RAISE)
    )


def _new_claims(person: Person) -> list[Claim]:
    if not curates_anything(person):
        return []
    proposed = Claim.objects.visible_to(person).filter(status=ClaimStatus.PROPOSED)
    return list(proposed.order_by("-pk").fetch_mode(FETCH_RAISE)[:FEW])


def my_collections(person: Person) -> list[CollectionLine]:
    """Return the collections `person` may see, own ones first, with what each holds."""
    roles = dict(Membership.objects.filter(user=person).values_list("collection", "role"))
    held = Document.objects.visible_to(person).filter(holding=Holding.HELD)
    documents = _by_collection(held, "collection", n=Count("pk"))
    tags = _by_collection(
        Tag.objects.visible_to(person),
        f"{_DOCUMENT}__collection",
        tags=Count("pk", filter=Q(status__in=LIVE)),
        looks=Count("pk", filter=Q(status=TagStatus.STALE)),
    )
    lines = [
        CollectionLine(
            collection,
            str(Role(roles[collection.pk]).label) if collection.pk in roles else "",
            *documents.get(collection.pk, (0,)),
            *tags.get(collection.pk, (0, 0)),
        )
        for collection in Collection.objects.visible_to(person).order_by("name", "pk")
    ]
    return sorted(lines, key=lambda line: not line.role)


def _by_collection(rows: QuerySet[Any], key: str, **counts: Count) -> dict[int, tuple[int, ...]]:
    counted = rows.order_by().values_list(key).annotate(**counts)
    return {row[0]: tuple(row[1:]) for row in counted}


# My work.


@dataclass(frozen=True)
class MineFilters:
    """What the form above My work asks for; an empty value asks for nothing."""

    status: str = ""
    claim: str = ""
    document: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None

    @classmethod
    def read(cls, data: Mapping[str, str]) -> "MineFilters":
        """Return the filters of a query string; values that are none ask for nothing."""
        document = data.get("document", "")
        return cls(
            status=data.get("status", "") if data.get("status", "") in STATUS else "",
            claim=data.get("claim", "").replace("\0", ""),
            document=document if document.isdecimal() and len(document) < 18 else "",
            since=_day(data.get("since", "")),
            until=_day(data.get("until", "")),
        )

    def narrow(self, tags: QuerySet[Tag]) -> QuerySet[Tag]:
        """Keep the tags that are asked for."""
        tags = tags.filter(STATUS[self.status])
        if self.claim:
            asked = Claim.objects.filter(public_id=self.claim)
            tags = tags.filter(
                Q(claim__in=asked.values("pk")) | Q(claim__in=asked.values("merged_into"))
            )
        if self.document:
            tags = tags.filter(**{_DOCUMENT: self.document})
        if self.since:
            tags = tags.filter(created_at__gte=_midnight(self.since))
        if self.until:
            tags = tags.filter(created_at__lt=_midnight(self.until + datetime.timedelta(1)))
        return tags


STATUS = {
    "": ~Q(status__in=(TagStatus.WITHDRAWN, TagStatus.REJECTED)),
    "standing": Q(status__in=LIVE),
    "look": Q(status=TagStatus.STALE) & ~Q(anchor_state=AnchorState.BROKEN),
    "lost": Q(anchor_state=AnchorState.BROKEN),
    "withdrawn": Q(status__in=(TagStatus.WITHDRAWN, TagStatus.REJECTED)),
}


def tags_of(person: Person, filters: MineFilters, *, after: str | None = None) -> TagPage:
    """Return one page of the tags `person` made, latest first."""
    found = page(filters.narrow(_my_tags(person)), order=("-id",), after=after)
    return TagPage([line_of(tag) for tag in found.rows], found.next_cursor)


def documents_tagged_by(person: Person) -> QuerySet[Document]:
    """Return the documents in which `person` made tags, by title."""
    mine = Tag.objects.filter(created_by=person).values(_DOCUMENT)
    return Document.objects.visible_to(person).filter(pk__in=mine).order_by("title", "pk")


def claims_used_by(person: Person) -> QuerySet[Claim]:
    """Return the claims `person` tagged with, by their short names."""
    mine = Tag.objects.visible_to(person).filter(created_by=person).values("claim")
    return Claim.objects.visible_to(person).filter(pk__in=mine).order_by("label", "pk")


def _day(text: str) -> datetime.date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)

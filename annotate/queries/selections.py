"""What an export or the graph is asked for, and by whom: the one place that chooses rows."""

import datetime
from dataclasses import dataclass, fields
from typing import Any

from django.db.models import Q, QuerySet

from annotate.models import Claim, Link, Tag
from annotate.models.claim import OPEN_CLAIM
from annotate.models.tag import TagQuerySet
from corpus.models import Agent, Collection, Document, Person
from corpus.models.document import DocumentStatus, Holding

_DOCUMENT = "passage__text_version__document"
_UTC = datetime.UTC

SPREADSHEET = "spreadsheet"
ANALYSIS = "analysis"


@dataclass(frozen=True)
class Selection:
    """The filters of an export; one that is empty lets everything through.

    `reader` bounds what may leave (I20); None is the operator of the machine, to whom all is
    open but what a curator has hidden. `since` and `until` are days in UTC, both included.
    """

    reader: Person | None
    claim: tuple[str, ...] = ()
    document: tuple[int, ...] = ()
    collection: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    reviewer: tuple[str, ...] = ()
    since: datetime.date | None = None
    until: datetime.date | None = None
    flavour: str = SPREADSHEET
    notes: bool = False
    remarks: bool = False

    def filters(self) -> dict[str, Any]:
        """Return the filters that are set, by the names they have in an address."""
        names = ("claim", "document", "collection", "stance", "reviewer", "since", "until")
        return {name: value for name in names if (value := getattr(self, name))}

    def tags(self) -> TagQuerySet:
        """Return the live tags asked for."""
        by_filter = {
            "claim": Q(claim__public_id__in=self.claim),
            "document": Q(**{f"{_DOCUMENT}__in": self.document}),
            "collection": Q(**{f"{_DOCUMENT}__collection__slug__in": self.collection}),
            "stance": Q(stance__in=self.stance),
            "reviewer": Q(created_by__pseudonym__in=self.reviewer),
            "since": Q(created_at__gte=_midnight(self.since)) if self.since else Q(),
            "until": Q(created_at__lt=_midnight(self.until, days=1)) if self.until else Q(),
        }
        return self.readable_tags().live().filter(*(by_filter[name] for name in self.filters()))

    def readable_tags(self) -> TagQuerySet:
        """Return every tag the reader may see, whatever its status."""
        if self.reader is None:
            return Tag.objects.filter(**{f"{_DOCUMENT}__in": self.readable_documents()})
        return Tag.objects.visible_to(self.reader)

    def links(self) -> QuerySet[Link]:
        """Return every live link of which the reader may see both ends."""
        if self.reader is None:
            tags = self.readable_tags().values("pk")
            links = Link.objects.filter(from_tag__in=tags, to_tag__in=tags)
        else:
            links = Link.objects.visible_to(self.reader)
        return links.live()

    def readable_claims(self) -> QuerySet[Claim]:
        """Return every claim the reader may see."""
        return Claim.objects.all() if self.reader is None else Claim.objects.visible_to(self.reader)

    def readable_agents(self) -> QuerySet[Agent]:
        """Return every agent the reader may see."""
        return Agent.objects.all() if self.reader is None else Agent.objects.visible_to(self.reader)

    def readable_collections(self) -> QuerySet[Collection]:
        """Return every collection the reader may see."""
        if self.reader is None:
            return Collection.objects.all()
        return Collection.objects.visible_to(self.reader)

    def readable_documents(self) -> QuerySet[Document]:
        """Return every document the reader may see; nobody is given a hidden one (I22)."""
        if self.reader is None:
            return Document.objects.exclude(status=DocumentStatus.HIDDEN)
        return Document.objects.visible_to(self.reader)

    def in_words(self) -> str:
        """Return the filters and switches as a line for a log and for a file's own account."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        del values["reader"]
        return " ".join(f"{name}={_plain(value)}" for name, value in values.items() if value)


def _midnight(day: datetime.date, *, days: int = 0) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), _UTC) + datetime.timedelta(days=days)


def _plain(value: Any) -> str:
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)


@dataclass(frozen=True)
class Suggestions:
    """What a form proposes for its boxes: pairs of what is stored and what people know it by."""

    claims: list[tuple[str, str]]
    documents: list[tuple[int, str]]
    reviewers: list[str]


def suggestions(reader: Person) -> Suggestions:
    """Return some claims, documents and reviewers that `reader` can see, at most 300 of each."""
    seen = Selection(reader)
    makers = Person.objects.filter(pk__in=seen.readable_tags().live().values("created_by"))
    return Suggestions(
        claims=list(
            seen.readable_claims()
            .filter(status__in=OPEN_CLAIM)
            .order_by("label", "pk")
            .values_list("public_id", "label")[:300]
        ),
        documents=list(
            seen.readable_documents()
            .filter(status=DocumentStatus.READY, holding=Holding.HELD)
            .order_by("title", "pk")
            .values_list("pk", "title")[:300]
        ),
        reviewers=list(makers.order_by("pseudonym").values_list("pseudonym", flat=True)[:300]),
    )

"""What an export is asked for, and by whom: the one place where its rows are chosen."""

import datetime
from dataclasses import dataclass, fields
from typing import Any

from django.db.models import Q, QuerySet

from annotate.models import Claim, Link, Tag
from corpus.models import Agent, Collection, Document, Person
from corpus.models.document import DocumentStatus

_DOCUMENT = "passage__text_version__document"
_UTC = datetime.UTC

SPREADSHEET = "spreadsheet"
ANALYSIS = "analysis"


@dataclass(frozen=True)
class Selection:
    """The filters of an export; an empty one lets everything through.

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

    def tags(self) -> QuerySet[Tag]:
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
        wanted = [by_filter[name] for name in self.filters()]
        return self.readable_tags().live().filter(*wanted).order_by()

    def readable_tags(self) -> Any:
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
        return links.live().order_by()

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

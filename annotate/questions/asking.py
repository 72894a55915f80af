"""What a question is asked about, what answers it, and how a list of answers is made."""

from abc import ABC, abstractmethod
from collections.abc import Collection as Several
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.functional import Promise

from annotate.counting.independence import Count
from annotate.models import Tag
from annotate.models.tag import TagQuerySet
from annotate.queries.disputes import disputed
from annotate.queries.selections import Selection
from corpus.models import Agent, Collection, Person

YEARS_BACK = 5  # where nobody says since when
_COLLECTION = "passage__text_version__document__collection"


@dataclass(frozen=True)
class OneCollection(Selection):
    """What can be read, with the tags of one collection only; None: those of all.

    Who belongs to whom, and what is copied from where, is looked up in all.
    """

    only: Collection | None = None

    def readable_tags(self) -> TagQuerySet:
        """Return every tag the reader may see there, whatever its status."""
        tags = super().readable_tags()
        return tags.filter(**{_COLLECTION: self.only}) if self.only else tags


@dataclass(frozen=True)
class Asked:
    """Who asks, and the filters; what is empty does not narrow.

    `year` is for what nothing was said since, `state` for who has not replied.
    """

    reader: Person
    collection: Collection | None = None
    year: int | None = None
    state: Agent | None = None

    @cached_property
    def seen(self) -> OneCollection:
        """What is looked at."""
        return OneCollection(self.reader, only=self.collection)

    @property
    def since(self) -> int:
        """The year since which nothing was said: the one asked for, or five years ago."""
        return self.year or timezone.now().year - YEARS_BACK

    def collections(self) -> list[Collection]:
        """Return the collections that are looked at, by name."""
        if self.collection:
            return [self.collection]
        return list(self.seen.readable_collections().order_by("name", "pk"))

    def counted_tags(self, claims: Several[int]) -> QuerySet[Tag]:
        """Return the tags on claims that count: those that stand and nobody disputes."""
        standing = self.seen.readable_tags().filter(claim__in=claims).counting()
        doubted = list(disputed(standing).values_list("pk", flat=True))
        return standing.exclude(pk__in=doubted).order_by("pk")


@dataclass(frozen=True)
class Place:
    """Where an answer leads besides its own page."""

    words: str
    url: str


@dataclass(frozen=True)
class Answer:
    """One row: what it is, and in sentences why it is here.

    `kind` is claim, tag, link or ring; `key` is its id, a ring's that of its first document.
    `group` is the heading of the rows it stands with; `count` is a claim's.
    """

    kind: str
    key: str
    title: str
    text: str
    url: str
    why: tuple[str, ...]
    places: tuple[Place, ...] = ()
    group: str | Promise = ""
    count: Count | None = None
    color: int = 0


class Stage[Row: Model](ABC):
    """One list of a question: rows in the order of their ids, and which of them answer it."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked

    @abstractmethod
    def rows(self) -> QuerySet[Row]:
        """Return whatever may answer, without an order."""

    @abstractmethod
    def answers(self, rows: Sequence[Row]) -> dict[int, Answer]:
        """Return the answers among some rows, by id, in as many queries whatever their number."""

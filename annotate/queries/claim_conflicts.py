"""Where people read the words of a claim's evidence differently: who reads what, who objects."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from annotate.models import Remark, RemarkKind, Tag
from annotate.queries.evidence import Evidence
from annotate.queries.shared_evidence import Quotes, Shelf

FIRST = 4


class Objection(NamedTuple):
    """An objection to a tag; it holds until it is answered."""

    who: str
    text: str


@dataclass(frozen=True)
class Dispute:
    """The same words as several people tagged them, or one tag that somebody objects to."""

    quotes: Quotes
    makers: list[str]
    objections: list[Objection]

    @property
    def readings(self) -> list[tuple[str, Evidence]]:
        """Who made each tag, and what it says."""
        return list(zip(self.makers, self.quotes, strict=True))


@dataclass(frozen=True)
class Disputes:
    """The first disputes on a claim, and how many there are."""

    total: int
    shown: list[Dispute]


def disputes_among(doubted: Collection[int], *, shelf: Shelf) -> Disputes:
    """Return the first disputes among tags that the reader may see, in two queries or none."""
    if not doubted:
        return Disputes(0, [])
    places: dict[tuple[int, ...], list[tuple[int, str]]] = defaultdict(list)
    rows = Tag.objects.filter(pk__in=doubted).order_by("pk")
    for key, *place, maker in rows.values_list(
        "pk", "passage_id", "start", "end", "created_by__display_name"
    ):
        places[tuple(place)].append((key, maker))
    shown = list(places.values())[:FIRST]
    objections = _objections([key for tags in shown for key, _maker in tags])
    return Disputes(
        len(places),
        [
            Dispute(
                shelf.ask(key for key, _maker in tags),
                [maker for _key, maker in tags],
                [one for key, _maker in tags for one in objections.get(key, ())],
            )
            for tags in shown
        ],
    )


def _objections(tags: Collection[int]) -> dict[int, list[Objection]]:
    found: dict[int, list[Objection]] = defaultdict(list)
    remarks = Remark.objects.filter(
        tag__in=tags, kind=RemarkKind.DISAGREE, answered_at__isnull=True
    )
    rows = remarks.order_by("pk").values_list("tag_id", "created_by__display_name", "text")
    for tag, who, text in rows:
        found[tag].append(Objection(who, text))
    return found

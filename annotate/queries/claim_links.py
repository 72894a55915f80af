"""The links at the evidence on a claim: in conflict, among it, and to other claims."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import F, Q

from annotate.models import Claim, Link, Relation
from annotate.queries.contradiction_answers import Answered, answers_to
from annotate.queries.evidence import Evidence
from annotate.queries.shared_evidence import Quotes, Shelf
from annotate.web.paging import Page, page
from corpus.access import Reader

FIRST = 5  # of each kind, before "all of them"
KINDS = ("conflict", "inside", "outside")
_IN_CONFLICT = [relation for relation in Relation if relation.family == "conflict"]
_ORDER = ("id",)


class LinkRow(NamedTuple):
    """A link with the ids of its tags and of their claims."""

    id: int
    relation: str
    rationale: str
    from_tag_id: int
    to_tag_id: int
    from_tag__claim_id: int
    to_tag__claim_id: int

    @property
    def pk(self) -> int:
        """The id, as of a link."""
        return self.id

    @property
    def kind(self) -> str:
        """Which list it belongs to; a conflict is one wherever its other end is."""
        if self.relation in _IN_CONFLICT:
            return "conflict"
        return "inside" if self.from_tag__claim_id == self.to_tag__claim_id else "outside"


@dataclass(frozen=True)
class ShownLink:
    """A link as a sentence: one quote, the relation in words, the other quote, and why."""

    id: int
    words: str
    rationale: str
    ends: Quotes
    answered: Answered | None

    @property
    def from_end(self) -> Evidence:
        """The quote that bears on the other."""
        return self.ends[0]

    @property
    def to_end(self) -> Evidence:
        """The quote it bears on."""
        return self.ends[1]


@dataclass(frozen=True)
class LinkList:
    """The first links of one kind, and how many there are."""

    kind: str
    total: int
    links: list[ShownLink]


def links_at(claim: Claim, *, reader: Reader, shelf: Shelf) -> dict[str, LinkList]:
    """Return the first links of each kind at the tags of a claim, oldest first.

    Only live links of which `reader` may see both ends (I20).
    """
    by_kind: dict[str, list[LinkRow]] = {kind: [] for kind in KINDS}
    for row in _rows(claim, reader).order_by(*_ORDER):
        link = LinkRow(*row)
        by_kind[link.kind].append(link)
    return {
        kind: LinkList(kind, len(rows), _shown(rows[:FIRST], shelf))
        for kind, rows in by_kind.items()
    }


def links_page(
    claim: Claim, kind: str, *, reader: Reader, after: str | None = None
) -> Page[ShownLink]:
    """Return a page of the links of one of the `KINDS`, oldest first."""
    found = page(_rows(claim, reader).filter(_is_of(kind)), _ORDER, after)
    shelf = Shelf()
    links = _shown([LinkRow(*row) for row in found.rows], shelf)
    shelf.fill(reader=reader)
    return Page(links, found.next_cursor)


def _rows(claim: Claim, reader: Reader) -> Any:
    at_it = Q(from_tag__claim=claim) | Q(to_tag__claim=claim)
    links = Link.objects.visible_to(reader).live().filter(at_it)
    return links.values_list(*LinkRow._fields, named=True)


def _is_of(kind: str) -> Q:
    in_conflict = Q(relation__in=_IN_CONFLICT)
    inside = Q(from_tag__claim=F("to_tag__claim"))
    return {
        "conflict": in_conflict,
        "inside": inside & ~in_conflict,
        "outside": ~inside & ~in_conflict,
    }[kind]


def _shown(rows: list[LinkRow], shelf: Shelf) -> list[ShownLink]:
    answered = answers_to(rows)
    return [
        ShownLink(
            id=row.id,
            words=str(Relation(row.relation).label),
            rationale=row.rationale,
            ends=shelf.ask((row.from_tag_id, row.to_tag_id)),
            answered=answered.get(row.id),
        )
        for row in rows
    ]

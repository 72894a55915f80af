"""Claims: the list, and what is around one of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import FETCH_RAISE, Count, Q

from annotate.counting.independence import Count as IndependentCount
from annotate.models import LIVE, Claim, ClaimKind, ClaimStatus, Tag, TagStatus
from annotate.models.claim import OPEN_CLAIM, ClaimQuerySet
from annotate.queries.claim_finder import (
    MEANS_ID,
    FoundClaim,
    find_claims,
    matching_claims,
    near_same_claims,
)
from annotate.queries.counts import counts_of
from annotate.queries.disputes import disputed
from annotate.queries.evidence import (
    BY_VOICE,
    Evidence,
    awaiting,
    evidence_page,
    standing,
)
from annotate.queries.merged_claims import what_became_of
from annotate.web.paging import Page, page
from corpus.access import Reader
from corpus.models import Collection

__all__ = ["FoundClaim", "find_claims", "near_same_claims"]

ORDERS = {"id": ("id",), "label": ("label", "id")}
_DOCUMENT = "passage__text_version__document"


@dataclass(frozen=True)
class ClaimFilters:
    """What the form above the list asks for; an empty value asks for nothing."""

    q: str = ""
    kind: str = ""
    status: str = ""
    collection: str = ""
    sort: str = "id"

    @classmethod
    def read(cls, data: Mapping[str, str]) -> "ClaimFilters":
        """Return the filters of a query string; values that are none ask for nothing."""
        kind, status, sort = (data.get(name, "") for name in ("kind", "status", "sort"))
        return cls(
            q=" ".join(data.get("q", "").replace("\0", "").split()),
            kind=kind if kind in ClaimKind.values else "",
            status=status if status in ClaimStatus.values else "",
            collection=data.get("collection", "").replace("\0", ""),
            sort=sort if sort in ORDERS else "id",
        )

    def __bool__(self) -> bool:
        return bool(self.q or self.kind or self.status or self.collection)

    def narrow(self, claims: ClaimQuerySet, reader: Reader) -> ClaimQuerySet:
        """Keep the claims that pass; merged ones are only listed when they are asked for."""
        if self.status:
            claims = claims.filter(status=self.status)
        else:
            claims = claims.exclude(status=ClaimStatus.MERGED)
        if self.kind:
            claims = claims.filter(kind=self.kind)
        if self.collection:
            claims = claims.filter(home__slug=self.collection)
        return matching_claims(claims, self._current(reader), reader) if self.q else claims

    def _current(self, reader: Reader) -> str:
        """Return what is looked for; of a merged claim's id, that of what it became."""
        if self.status or not MEANS_ID.fullmatch(self.q):
            return self.q
        asked = [self.q.upper()]
        return what_became_of(asked, among=Claim.objects.visible_to(reader))[0]


@dataclass(frozen=True)
class ClaimLine:
    """A claim with its sources, and the numbers of its tags and documents a reader can see."""

    claim: Claim
    count: IndependentCount
    tags: int = 0
    documents: int = 0

    @property
    def looks(self) -> int:
        """How many tags need a second look."""
        return self.count.second_looks


def list_claims(
    reader: Reader, filters: ClaimFilters, *, after: str | None = None
) -> Page[ClaimLine]:
    """Return a page of the claims `reader` may see, with what can be counted of them."""
    claims = filters.narrow(Claim.objects.visible_to(reader), reader)
    named = claims.select_related("home").fetch_mode(FETCH_RAISE)
    found = page(named, ORDERS[filters.sort], after)
    keys = [claim.pk for claim in found.rows]
    counts, numbers = counts_of(keys, reader=reader), count_tags(reader, keys)
    lines = [
        ClaimLine(claim, counts[claim.pk], *numbers.get(claim.pk, ())[:2]) for claim in found.rows
    ]
    return Page(lines, found.next_cursor)


def count_tags(reader: Reader, claims: Iterable[int]) -> dict[int, tuple[int, int, int]]:
    """Return, by claim, the live tags, their documents and the second looks `reader` can see."""
    live = Q(status__in=LIVE)
    rows = (
        Tag.objects.visible_to(reader)
        .filter(claim__in=claims)
        .order_by()
        .values_list("claim")
        .annotate(
            tags=Count("pk", filter=live),
            documents=Count(_DOCUMENT, filter=live, distinct=True),
            looks=Count("pk", filter=Q(status=TagStatus.STALE)),
        )
    )
    return {claim: (tags, documents, looks) for claim, tags, documents, looks in rows}


def homes_of(reader: Reader) -> list[Collection]:
    """Return the collections with claims of their own that `reader` may see, by name."""
    homes = Claim.objects.visible_to(reader).exclude(home=None).values("home")
    return list(Collection.objects.filter(pk__in=homes).order_by("name", "pk"))


def second_looks(claim: Claim, *, reader: Reader, after: str | None = None) -> Page[Evidence]:
    """Return the tags on a claim that need a second look: the stale and the disputed."""
    on_it = Tag.objects.filter(claim=claim)
    doubted = disputed(standing(reader).filter(claim=claim)).values("pk")
    tags = on_it.filter(Q(pk__in=awaiting(reader).values("pk")) | Q(pk__in=doubted))
    return evidence_page(tags, BY_VOICE, reader=reader, after=after)


def claims_around(claim: Claim, *, reader: Reader) -> list[Claim]:
    """Return the claim this one is narrower than, then those narrower than this one."""
    around = Q(pk=claim.broader_id) | Q(broader=claim)
    found = Claim.objects.visible_to(reader).exclude(status=ClaimStatus.MERGED).filter(around)
    return sorted(found.order_by("pk"), key=lambda other: other.pk != claim.broader_id)


def broader_choices(claim: Claim, *, reader: Reader) -> ClaimQuerySet:
    """Return the claims that this one may be narrower than: seen by all who see it."""
    shared = Q(home=None) | Q(home=claim.home_id) if claim.home_id else Q(home=None)
    open_ones = Claim.objects.visible_to(reader).filter(shared, status__in=OPEN_CLAIM)
    return open_ones.exclude(pk=claim.pk)


def leads_back_to(claim: Claim, broader: Claim) -> bool:
    """Whether `broader` is itself, at some remove, narrower than `claim`."""
    seen: set[int] = set()
    step: int | None = broader.pk
    while step is not None and step not in seen:
        if step == claim.pk:
            return True
        seen.add(step)
        step = Claim.objects.values_list("broader", flat=True).get(pk=step)
    return False

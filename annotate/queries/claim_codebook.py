"""How a claim relates to others: what was merged into it, what may be it, what is not it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import FETCH_RAISE, Q

from annotate.models import Claim, ClaimMerge, ClaimPair, ClaimSplit, ClaimStatus, Remark
from annotate.models.claim import OPEN_CLAIM, ClaimQuerySet
from annotate.queries.claim_finder import near_among
from annotate.queries.splits import became_of
from annotate.queries.told_apart import told_apart
from corpus.access import Reader, roles_of
from corpus.models import Person, Role

LIKE = 5


@dataclass(frozen=True)
class Codebook:
    """How a claim relates to others: what was merged into it, what may be it, what is not it."""

    merges: list[ClaimMerge]
    remarks: list[Remark]
    near: list[Claim]
    apart: list[tuple[Claim, ClaimPair]]
    is_being_split: bool
    parts: list[Claim]


def codebook_of(claim: Claim, *, reader: Person, curates: bool) -> Codebook:
    """Return how a claim relates to others; only those who may merge see what may be it."""
    here = Q(target=claim) | Q(source__merged_into=claim)
    merges = list(
        ClaimMerge.objects.standing()
        .visible_to(reader)
        .filter(here)
        .select_related("source", "created_by")
        .order_by("pk")
        .fetch_mode(FETCH_RAISE)
    )
    others = told_apart(claim)
    told = visible_claims(reader).filter(pk__in=others).order_by("pk") if others else ()
    return Codebook(
        merges=merges,
        remarks=_remarks([merge.source_id for merge in merges]),
        near=near_claims(claim, reader=reader, apart=set(others)) if curates else [],
        apart=[(other, others[other.pk]) for other in told],
        is_being_split=ClaimSplit.objects.open().filter(source=claim).exists(),
        parts=became_of([claim.pk]).get(claim.pk, []) if claim.status == ClaimStatus.SPLIT else [],
    )


def near_claims(claim: Claim, *, reader: Person, apart: Iterable[int]) -> list[Claim]:
    """Return the claims `reader` manages that may be this one, except those `apart`."""
    if claim.status not in OPEN_CLAIM:
        return []
    around = {*apart, claim.pk, claim.broader_id or 0}
    others = kept_claims(reader).filter(status__in=OPEN_CLAIM).exclude(pk__in=around)
    others = others.exclude(broader=claim)
    return list(near_among(others, claim.label, claim.text, LIKE))


def kept_claims(reader: Person) -> ClaimQuerySet:
    """Return the claims `reader` may edit: shared ones for any curator, else their home's."""
    homes = [home for home, role in roles_of(reader).items() if role == Role.CURATOR]
    shared = Q(home=None) if homes else Q(pk__in=())
    return Claim.objects.filter(shared | Q(home__in=homes))


def visible_claims(reader: Reader) -> ClaimQuerySet:
    """Return the claims `reader` may see, except those merged into another."""
    return Claim.objects.visible_to(reader).exclude(status=ClaimStatus.MERGED)


def _remarks(claims: list[int]) -> list[Remark]:
    remarks = Remark.objects.filter(claim__in=claims).select_related("created_by", "claim")
    return list(remarks.order_by("pk").fetch_mode(FETCH_RAISE))

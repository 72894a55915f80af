"""What a merge would change, as its curator may see it, and what was merged or told apart."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import FETCH_RAISE, Q, QuerySet
from django.utils.translation import gettext as _

from annotate.codebook.claim_merges import MERGEABLE
from annotate.codebook.merged_names import names_to_add
from annotate.codebook.moved_tags import twins_of
from annotate.models import (
    Claim,
    ClaimMerge,
    ClaimPair,
    ClaimSplit,
    ClaimStatus,
    Link,
    Remark,
    Stance,
    Tag,
)
from annotate.models.claim import OPEN_CLAIM, ClaimQuerySet
from annotate.models.merge import HOME_SENTENCE, PAIR_SENTENCE, SPLIT_SENTENCE
from annotate.models.tag import POLARITY
from annotate.queries.claim_finder import near_among
from annotate.queries.evidence import BY_VOICE, Evidence, evidence_page
from annotate.queries.splits import are_whole_and_part, became_of, open_split_of
from corpus.access import Reader, roles_of
from corpus.models import Person, Role

SHOWN = 20
LIKE = 5


@dataclass(frozen=True)
class Shown:
    """How many tags there are of a kind, and the first of them."""

    number: int
    evidence: list[Evidence]


@dataclass(frozen=True)
class ClaimMergePreview:
    """What merging would change, of what the curator can see.

    `split` is the split of the source that would be given up. `seal` changes with it, and with
    every tag of either claim that the curator can see.
    """

    moved: Shown
    twins: Shown
    disputes: Shown
    inside: list[Link]
    narrower: list[Claim]
    names: list[dict[str, str]]
    split: ClaimSplit | None
    refused: list[str]
    seal: str


@dataclass(frozen=True)
class Codebook:
    """Where a claim stands among the others: what became it, what is like it, what is not it."""

    merges: list[ClaimMerge]
    remarks: list[Remark]
    near: list[Claim]
    apart: list[tuple[Claim, ClaimPair]]
    is_being_split: bool
    parts: list[Claim]


def preview_of(source: Claim, target: Claim, *, reader: Person) -> ClaimMergePreview:
    """Return what would become of tags, links and claims if `source` became `target`."""
    seen = Tag.objects.visible_to(reader).filter(claim__in=(source, target)).order_by("pk")
    tags = list(seen.only(*_READ))
    mine = [tag for tag in tags if tag.claim_id == source.pk]
    disputes = _disputes(tags, source)
    split = open_split_of(source.pk)

    def shown(keys: Iterable[int]) -> Shown:
        return _shown(set(keys), reader)

    return ClaimMergePreview(
        moved=shown(tag.pk for tag in mine if tag.status not in ("withdrawn", "rejected")),
        twins=shown(twins_of(mine, target)),
        disputes=shown(disputes),
        inside=list(_links_between(source, target, reader)[:SHOWN]),
        narrower=list(_visible(reader).filter(broader=source).exclude(pk=target.pk)[:SHOWN]),
        names=names_to_add(source, target),
        split=split,
        refused=refusals_of(source, target),
        seal=_seal(tags, split),
    )


def refusals_of(source: Claim, target: Claim) -> list[str]:
    """Return why the two cannot be merged; nothing where they can."""
    found = {
        str(PAIR_SENTENCE): target.pk in told_apart(source),
        str(HOME_SENTENCE): target.home_id not in (None, source.home_id),
        str(SPLIT_SENTENCE): are_whole_and_part(source, target),
        _("This claim became something else already."): source.status not in MERGEABLE,
        _("That claim takes no tags any more. Choose another one."): target.status
        not in OPEN_CLAIM,
    }
    return [sentence for sentence, holds in found.items() if holds]


def codebook_of(claim: Claim, *, reader: Person, curates: bool) -> Codebook:
    """Return where a claim stands among others; what is like it is for those who may merge."""
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
    told = _visible(reader).filter(pk__in=others).order_by("pk") if others else ()
    return Codebook(
        merges=merges,
        remarks=_remarks([merge.source_id for merge in merges]),
        near=near_claims(claim, reader=reader, apart=set(others)) if curates else [],
        apart=[(other, others[other.pk]) for other in told],
        is_being_split=ClaimSplit.objects.open().filter(source=claim).exists(),
        parts=became_of([claim.pk]).get(claim.pk, []) if claim.status == ClaimStatus.SPLIT else [],
    )


def near_claims(claim: Claim, *, reader: Person, apart: Iterable[int]) -> list[Claim]:
    """Return the claims `reader` keeps that may be the same as this one, but for those `apart`."""
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


def told_apart(claim: Claim) -> dict[int, ClaimPair]:
    """Return the claims that this one, or what became it, is not: the pairs by their ids.

    What became either is asked for where as many know it as know what it became.
    """
    here = Q(pk=claim.pk) | Q(merged_into=claim, home=claim.home_id)
    family = set(Claim.objects.filter(here).values_list("pk", flat=True))
    pairs = ClaimPair.objects.filter(Q(first__in=family) | Q(second__in=family)).order_by("pk")
    others = [pair.second_id if pair.first_id in family else pair.first_id for pair in pairs]
    became = _became(others) if others else {}
    return {became.get(other, other): pair for other, pair in zip(others, pairs, strict=True)}


def _became(claims: Iterable[int]) -> dict[int, int]:
    """Return what claims became, where as many know it as know them."""
    rows = Claim.objects.filter(pk__in=claims).values_list(
        "pk", "merged_into", "home", "merged_into__home"
    )
    return {claim: end for claim, end, home, its_home in rows if end and home == its_home}


_READ = (
    *("claim", "status", "revision", "stance", "created_by", "held_by"),
    *("passage", "start", "end"),
)


def _visible(reader: Reader) -> ClaimQuerySet:
    return Claim.objects.visible_to(reader).exclude(status=ClaimStatus.MERGED)


def _shown(keys: set[int], reader: Person) -> Shown:
    tags = Tag.objects.visible_to(reader).filter(pk__in=keys)
    found = evidence_page(tags, BY_VOICE, reader=reader, size=SHOWN) if keys else None
    return Shown(len(keys), found.rows if found else [])


def _disputes(tags: list[Tag], source: Claim) -> set[int]:
    """Return the live tags that take another side on words tagged with the other claim."""
    words: dict[tuple[Any, ...], list[Tag]] = {}
    for tag in tags:
        if tag.is_live:
            words.setdefault((tag.passage_id, tag.start, tag.end), []).append(tag)
    return {
        tag.pk
        for together in words.values()
        for tag in together
        for other in together
        if (tag.claim_id == source.pk) != (other.claim_id == source.pk)
        and POLARITY[Stance(tag.stance)] != POLARITY[Stance(other.stance)]
    }


def _links_between(source: Claim, target: Claim, reader: Person) -> QuerySet[Link]:
    ends = Q(from_tag__claim=source, to_tag__claim=target)
    ends |= Q(from_tag__claim=target, to_tag__claim=source)
    links = Link.objects.visible_to(reader).live().filter(ends).order_by("pk")
    return links.select_related("from_tag", "to_tag").fetch_mode(FETCH_RAISE)


def _remarks(claims: list[int]) -> list[Remark]:
    remarks = Remark.objects.filter(claim__in=claims).select_related("created_by", "claim")
    return list(remarks.order_by("pk").fetch_mode(FETCH_RAISE))


def _seal(tags: Iterable[Tag], split: ClaimSplit | None) -> str:
    told = repr([split and split.pk, *((tag.pk, tag.revision) for tag in tags)])
    return hashlib.sha256(told.encode()).hexdigest()[:32]

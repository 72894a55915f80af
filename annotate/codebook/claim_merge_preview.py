"""What merging two claims would change, as its curator may see it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import FETCH_RAISE, Q, QuerySet
from django.utils.translation import gettext as _

from annotate.codebook.claim_merges import MERGEABLE
from annotate.codebook.merged_claims import names_to_add
from annotate.codebook.merged_tags import twins_of
from annotate.models import (
    Claim,
    ClaimSplit,
    Link,
    Stance,
    Tag,
)
from annotate.models.claim import OPEN_CLAIM
from annotate.models.merge import HOME_SENTENCE, PAIR_SENTENCE, SPLIT_SENTENCE
from annotate.queries.claim_codebook import visible_claims
from annotate.queries.evidence import BY_VOICE, Evidence, evidence_page
from annotate.queries.splits import are_whole_and_part, open_split_of
from annotate.queries.told_apart import told_apart
from corpus.models import Person

SHOWN = 20


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
        narrower=list(visible_claims(reader).filter(broader=source).exclude(pk=target.pk)[:SHOWN]),
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
        _("This claim has already been merged or split."): source.status not in MERGEABLE,
        _("That claim takes no more tags. Choose another one."): target.status not in OPEN_CLAIM,
    }
    return [sentence for sentence, holds in found.items() if holds]


_READ = (
    *("claim", "status", "revision", "stance", "created_by", "held_by"),
    *("passage", "start", "end"),
)


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
        and Stance(tag.stance).polarity != Stance(other.stance).polarity
    }


def _links_between(source: Claim, target: Claim, reader: Person) -> QuerySet[Link]:
    ends = Q(from_tag__claim=source, to_tag__claim=target)
    ends |= Q(from_tag__claim=target, to_tag__claim=source)
    links = Link.objects.visible_to(reader).live().filter(ends).order_by("pk")
    return links.select_related("from_tag", "to_tag").fetch_mode(FETCH_RAISE)


def _seal(tags: Iterable[Tag], split: ClaimSplit | None) -> str:
    told = repr([split and split.pk, *((tag.pk, tag.revision) for tag in tags)])
    return hashlib.sha256(told.encode()).hexdigest()[:32]

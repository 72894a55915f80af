"""The desk on which a claim is split: the tag that is next, and how far people have come."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import FETCH_RAISE, Exists, OuterRef, Q, QuerySet

from annotate.models import Claim, ClaimSplit, SplitChoice, SplitPart, Tag
from annotate.models.tag import LIVE, TagStatus
from annotate.queries.evidence import BY_VOICE, Evidence, evidence_page
from corpus.models import Collection, Person, Role

GONE = (TagStatus.WITHDRAWN, TagStatus.REJECTED)
_COLLECTION = "passage__text_version__document__collection"


@dataclass(frozen=True)
class Desk:
    """A split as one person works on it.

    `next` is the tag to decide, `chosen` the part that is chosen for it so far; `mine` are the
    tags this person may decide, `decided` those of them that are; `left` are all live tags the
    person can see for which nobody has chosen.
    """

    split: ClaimSplit
    parts: list[SplitPart]
    next: Evidence | None
    chosen: int | None
    mine: int
    decided: int
    left: int


def desk_of(split: ClaimSplit, person: Person, *, after: int = 0, again: int = 0) -> Desk:
    """Return the desk at the first undecided tag behind `after`, or at the tag `again`."""
    mine = tags_to_decide(split, person)
    undecided = mine.filter(~_is_chosen(split))
    tags = mine.filter(pk=again) if again else undecided.filter(pk__gt=after)
    key = tags.order_by("pk").values_list("pk", flat=True).first()
    if key is None and after:  # what was passed over comes again
        key = undecided.order_by("pk").values_list("pk", flat=True).first()
    choice = SplitChoice.objects.filter(split=split, tag=key).values_list("part", flat=True)
    found = evidence_page(Tag.objects.filter(pk=key), BY_VOICE, reader=person).rows if key else []
    seen = Tag.objects.visible_to(person).live().filter(~_is_chosen(split), claim=split.source_id)
    total = mine.count()
    return Desk(
        split=split,
        parts=parts_of(split, person),
        next=found[0] if found else None,
        chosen=choice.first() if key else None,
        mine=total,
        decided=total - undecided.count(),
        left=seen.count(),
    )


def tags_to_decide(split: ClaimSplit, person: Person) -> QuerySet[Tag]:
    """Return the tags of which `person` may say where they belong: own ones, or as a curator."""
    kept = Collection.objects.written_by(person, Role.CURATOR).values("pk")
    tags = Tag.objects.visible_to(person).exclude(status__in=GONE)
    mine = Q(created_by=person) | Q(**{f"{_COLLECTION}__in": kept})
    return tags.filter(mine, claim=split.source_id)


def parts_of(split: ClaimSplit, person: Person) -> list[SplitPart]:
    """Return the parts with their claims, by key; `person` sees the split, and so its parts."""
    parts = split.parts.select_related("claim").order_by("number")
    return list(parts.fetch_mode(FETCH_RAISE))


def open_split_of(claim_id: int) -> ClaimSplit | None:
    """Return the split of a claim that people work on, if there is one."""
    splits = ClaimSplit.objects.open().select_related("source", "created_by")
    return splits.filter(source=claim_id).first()


def are_whole_and_part(one: Claim, other: Claim) -> bool:
    """Return whether one of two claims is being split into the other, or what that became."""
    parts = SplitPart.objects.filter(split__closed_at=None)
    return any(
        parts.filter(Q(claim=part) | Q(claim__merged_into=part), split__source=whole).exists()
        for whole, part in ((one, other), (other, one))
    )


def became_of(claims: Iterable[int]) -> dict[int, list[Claim]]:
    """Return, by claim, what each was split into when that was closed last, in order of keys.

    A part that was merged since is what it became. Whoever sees the whole sees its parts.
    """
    closed = ClaimSplit.objects.filter(source__in=claims, is_dropped=False).exclude(closed_at=None)
    last = dict(closed.order_by("pk").values_list("source", "pk"))
    parts = SplitPart.objects.filter(split__in=last.values()).order_by("split", "number")
    became: dict[int, dict[int, Claim]] = {claim: {} for claim in last}
    for part in parts.select_related("split", "claim__merged_into"):
        claim = part.claim.merged_into or part.claim
        became[part.split.source_id].setdefault(claim.pk, claim)
    return {claim: list(parts.values()) for claim, parts in became.items()}


def splits_waiting_for(person: Person) -> list[tuple[ClaimSplit, int]]:
    """Return the open splits with tags of the person's own that are undecided: how many."""
    splits = ClaimSplit.objects.open().visible_to(person).select_related("source").order_by("pk")
    undecided = Tag.objects.visible_to(person).filter(
        ~Exists(SplitChoice.objects.filter(tag=OuterRef("pk"), split__closed_at=None)),
        created_by=person,
        status__in=LIVE,
        claim__in=splits.values("source"),
    )
    counts: dict[int, int] = {}
    for claim in undecided.order_by().values_list("claim", flat=True):
        counts[claim] = counts.get(claim, 0) + 1
    return [(split, counts[split.source_id]) for split in splits if split.source_id in counts]


def _is_chosen(split: ClaimSplit) -> Exists:
    return Exists(SplitChoice.objects.filter(split=split, tag=OuterRef("pk")))

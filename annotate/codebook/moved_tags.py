"""What befalls tags when their claim becomes another; called inside the merge's own act.

All run in the caller's transaction, after the documents and the claims are locked, and name
`by` in the history. What was moved is recorded first: the database lets through these tags only.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext as _

from annotate.actions.stale_links import (
    lock_with_linked_tags,
    revive_links_of,
    stale_broken_corroborations,
    stale_links_of,
)
from annotate.models import LIVE, Claim, ClaimMerge, MovedTag, Tag, TagStatus
from annotate.models.tag import AnchorState
from corpus.models.agent import AgentStatus
from corpus.models.document import DocumentStatus

# A tag read under an earlier wording of its claim was read under none of the other claim's.
NO_WORDING = 0
_WORDS = ("created_by_id", "passage_id", "start", "end", "held_by_id")

type State = tuple[str, str, str]  # status, the one before, why it is stale
type Journey = list[MovedTag]


def move_tags(merge: ClaimMerge) -> None:
    """Move every tag of the source to the target.

    Where one person has tagged the same words with both claims the moved tag turns stale, with
    its links: only one of the two can stand, and which is theirs to say.
    """
    source, target = merge.source, merge.target
    tags = list(Tag.objects.filter(claim=source).order_by("pk"))
    if not tags:
        return
    lock_with_linked_tags(*tags)
    twins = twins_of(tags, target)
    journeys = _journeys(tags)
    MovedTag.objects.bulk_create(
        _record(merge, tag, journeys[tag.pk], is_twin=tag.pk in twins) for tag in tags
    )
    present = When(claim_wording=source.wording, then=Value(target.wording))
    Tag.objects.filter(pk__in=[tag.pk for tag in tags]).update(
        claim=target,
        claim_wording=Case(present, default=Value(NO_WORDING)),
        **_stale_where(Q(pk__in=twins), _twice()),
    )
    stale_links_of(*(tag for tag in tags if tag.pk in twins), by=merge.created_by)


def twins_of(tags: Iterable[Tag], target: Claim) -> set[int]:
    """Return those live tags whose author has tagged the same words with `target` already."""
    tags = [tag for tag in tags if tag.is_live]
    makers = {tag.created_by_id for tag in tags}
    theirs = Tag.objects.live().filter(claim=target, created_by__in=makers)
    taken = set(theirs.values_list(*_WORDS))
    return {tag.pk for tag in tags if _words(tag) in taken}


def move_tags_back(merge: ClaimMerge) -> None:
    """Move back the tags that came to where they are by this merge, which is being undone.

    A tag gets back the state it had where this merge, or a later one that no longer concerns
    it, changed that; a tag that was confirmed under the target's sentence only, needs a second
    look under its own.
    """
    source, by = merge.source, merge.undone_by
    assert by is not None  # the merge is being undone
    tags = list(Tag.objects.filter(moves__merge=merge).order_by("pk"))
    journeys = _journeys(tags, undoing=merge)
    undone = {tag.pk: _from(merge, journeys[tag.pk]) for tag in tags}
    tags = [tag for tag in tags if undone[tag.pk]]
    if not tags:
        return
    lock_with_linked_tags(*tags)
    restored = _restored(tags, undone)
    _give_back(tags, undone, source, restored)
    back = list(Tag.objects.filter(pk__in=[tag.pk for tag in tags]))
    fallen = {tag.pk for tag in tags if tag.is_live} - {tag.pk for tag in back if tag.is_live}
    risen = {tag.pk for tag in back if tag.is_live} & {*restored}
    stale_links_of(*(tag for tag in back if tag.pk in fallen), by=by)
    stale_broken_corroborations(*back, by=by)
    revive_links_of(*(tag for tag in back if tag.pk in risen), by=by)


def _record(merge: ClaimMerge, tag: Tag, journey: Journey, *, is_twin: bool) -> MovedTag:
    return MovedTag(
        merge=merge,
        tag=tag,
        origin_id=journey[0].merge.source_id if journey else tag.claim_id,
        claim_wording=tag.claim_wording,
        status=tag.status,
        status_before=tag.status_before,
        stale_reason=tag.stale_reason,
        is_twin=is_twin,
    )


def _journeys(tags: Iterable[Tag], *, undoing: ClaimMerge | None = None) -> dict[int, Journey]:
    """Return by which merges that stand each tag came from where its author last put it.

    They are in the order of the way, which undoing leaves shorter; none where the tag stands
    where somebody has put it.
    """
    tags = list(tags)
    moves: dict[int, list[MovedTag]] = {tag.pk: [] for tag in tags}
    for move in MovedTag.objects.filter(tag__in=tags).select_related("merge").order_by("pk"):
        moves[move.tag_id].append(move)
    return {tag.pk: _journey(tag, moves[tag.pk], undoing) for tag in tags}


def _journey(tag: Tag, moves: Sequence[MovedTag], undoing: ClaimMerge | None) -> Journey:
    if not moves:
        return []
    ways = {
        move.merge.source_id: move
        for move in moves
        if move.merge.undone_at is None or move.merge == undoing
    }
    journey: Journey = []
    step = moves[-1].origin_id or moves[0].merge.source_id
    while move := ways.pop(step, None):
        journey.append(move)
        step = move.merge.target_id
    return journey if step == tag.claim_id else []


def _from(merge: ClaimMerge, journey: Journey) -> Journey:
    """Return the part of a journey that `merge` begins."""
    passed = [move.merge_id for move in journey]
    return journey[passed.index(merge.pk) :] if merge.pk in passed else []


def _restored(tags: list[Tag], undone: dict[int, Journey]) -> dict[int, State]:
    """Return the states of the tags that one of these merges made stale, and nobody changed.

    Such a tag stays stale where something else would not let it stand meanwhile.
    """
    able = set(_able_to_stand(tag.pk for tag in tags))
    taken = {_words(tag) for tag in tags if tag.is_live}
    restored: dict[int, State] = {}
    for tag in tags:
        twin = next((move for move in reversed(undone[tag.pk]) if move.is_twin), None)
        is_untouched = tag.status == TagStatus.STALE and tag.stale_reason == _twice()
        if twin and is_untouched and tag.pk in able and _words(tag) not in taken:
            taken.add(_words(tag))
            restored[tag.pk] = (twin.status, twin.status_before, twin.stale_reason)
    return restored


def _able_to_stand(keys: Iterable[int]) -> Iterable[int]:
    """Return those of the tags that their document, its text and their agents let stand."""
    tags = Tag.objects.filter(
        pk__in=[*keys],
        passage__text_version__is_current=True,
        passage__text_version__document__status=DocumentStatus.READY,
    )
    for gone in (
        Q(anchor_state=AnchorState.BROKEN),
        Q(asserted_by__status=AgentStatus.MERGED),
        Q(held_by__status=AgentStatus.MERGED),
    ):
        tags = tags.exclude(gone)
    return tags.values_list("pk", flat=True)


def _give_back(
    tags: list[Tag], undone: dict[int, Journey], source: Claim, restored: dict[int, State]
) -> None:
    """Write the tags back to the source, those alike in one update."""
    groups: dict[tuple[int, State], list[int]] = {}
    for tag in tags:
        wording = undone[tag.pk][0].claim_wording
        state = restored.get(tag.pk, (tag.status, tag.status_before, tag.stale_reason))
        if state[0] in LIVE and wording != source.wording:
            state = (TagStatus.STALE, state[0], _("The claims were taken apart again."))
        groups.setdefault((wording, state), []).append(tag.pk)
    for (wording, (status, before, reason)), keys in groups.items():
        Tag.objects.filter(pk__in=keys).update(
            claim=source,
            claim_wording=wording,
            status=status,
            status_before=before,
            stale_reason=reason,
            revision=F("revision") + 1,
        )


def _words(tag: Tag) -> tuple[Any, ...]:
    return tuple(getattr(tag, name) for name in _WORDS)


def _twice() -> str:
    return _("Two claims became one; you tagged these words twice.")


def _stale_where(condition: Q, reason: str) -> dict[str, Any]:
    """Return the update that turns stale the tags of which `condition` holds."""
    return {
        "stale_reason": Case(When(condition, then=Value(reason)), default=F("stale_reason")),
        "status_before": Case(When(condition, then=F("status")), default=F("status_before")),
        "status": Case(When(condition, then=Value(TagStatus.STALE)), default=F("status")),
        "revision": F("revision") + 1,
    }

"""What befalls tags when their claim becomes another; called inside the merge's own act.

All run in the caller's transaction, after the documents and the claims are locked, and name
`by` in the history. What was moved is recorded first: the database lets through these tags only.
"""

from collections.abc import Collection, Iterable
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

# A tag read under an earlier wording of its claim was read under none of the other claim's.
NO_WORDING = 0
_WORDS = ("created_by_id", "passage_id", "start", "end", "held_by_id")


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
    MovedTag.objects.bulk_create(_record(merge, tag, is_twin=tag.pk in twins) for tag in tags)
    present = When(claim_wording=source.wording, then=Value(target.wording))
    Tag.objects.filter(pk__in=[tag.pk for tag in tags]).update(
        claim=target,
        claim_wording=Case(present, default=Value(NO_WORDING)),
        **_stale_where(Q(pk__in=twins), _("Two claims became one; you tagged these words twice.")),
    )
    stale_links_of(*(tag for tag in tags if tag.pk in twins), by=merge.created_by)


def twins_of(tags: Iterable[Tag], target: Claim) -> set[int]:
    """Return those live tags whose author has tagged the same words with `target` already."""
    tags = [tag for tag in tags if tag.is_live]
    makers = {tag.created_by_id for tag in tags}
    theirs = Tag.objects.live().filter(claim=target, created_by__in=makers)
    taken = set(theirs.values_list(*_WORDS))
    return {tag.pk for tag in tags if tuple(getattr(tag, name) for name in _WORDS) in taken}


def move_tags_back(merge: ClaimMerge, end: Claim) -> None:
    """Move back what a merge moved, as far as it still is where the merge, or a later one, led.

    A tag gets back the state it had where the merge changed that; a tag that was confirmed
    under the target's sentence only, needs a second look under its own.
    """
    source, by = merge.source, merge.undone_by
    assert by is not None  # the merge is being undone
    tags = list(Tag.objects.filter(claim=end, moves__merge=merge).order_by("pk"))
    if not tags:
        return
    lock_with_linked_tags(*tags)
    rows = {row.tag_id: row for row in merge.moved.all()}
    twins = [tag for tag in tags if _is_still_twin(tag, rows[tag.pk])]
    _give_back(tags, rows, source, restored={tag.pk for tag in twins})
    back = list(Tag.objects.filter(pk__in=[tag.pk for tag in tags]))
    fallen = {tag.pk for tag in tags if tag.is_live} - {tag.pk for tag in back if tag.is_live}
    stale_links_of(*(tag for tag in back if tag.pk in fallen), by=by)
    stale_broken_corroborations(*back, by=by)
    revive_links_of(*(tag for tag in back if tag.pk in {twin.pk for twin in twins}), by=by)


def _record(merge: ClaimMerge, tag: Tag, *, is_twin: bool) -> MovedTag:
    return MovedTag(
        merge=merge,
        tag=tag,
        claim_wording=tag.claim_wording,
        status=tag.status,
        status_before=tag.status_before,
        stale_reason=tag.stale_reason,
        is_twin=is_twin,
    )


def _is_still_twin(tag: Tag, row: MovedTag) -> bool:
    """Whether a tag that the merge made stale has not been looked at since."""
    return row.is_twin and tag.status == TagStatus.STALE


def _give_back(
    tags: list[Tag], rows: dict[int, MovedTag], source: Claim, *, restored: Collection[int]
) -> None:
    """Write the tags back to the source, those alike in one update."""
    groups: dict[tuple[Any, ...], list[int]] = {}
    for tag in tags:
        row = rows[tag.pk]
        before = (row.status, row.status_before, row.stale_reason) if tag.pk in restored else ()
        groups.setdefault((row.claim_wording, before), []).append(tag.pk)
    for (wording, before), keys in groups.items():
        if before:
            change: dict[str, Any] = dict(
                zip(("status", "status_before", "stale_reason"), before, strict=True)
            )
        else:
            misread = Q(status__in=LIVE) if wording != source.wording else Q(pk__in=())
            change = _stale_where(misread, _("The claims were taken apart again."))
        Tag.objects.filter(pk__in=keys).update(
            claim=source, claim_wording=wording, **_one_up(change)
        )


def _stale_where(condition: Q, reason: str) -> dict[str, Any]:
    """Return the update that turns stale the tags of which `condition` holds."""
    return _one_up(
        {
            "stale_reason": Case(When(condition, then=Value(reason)), default=F("stale_reason")),
            "status_before": Case(When(condition, then=F("status")), default=F("status_before")),
            "status": Case(When(condition, then=Value(TagStatus.STALE)), default=F("status")),
        }
    )


def _one_up(change: dict[str, Any]) -> dict[str, Any]:
    return {**change, "revision": F("revision") + 1}

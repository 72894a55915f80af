"""What befalls tags when two agents turn out to be one; called inside the merge's own act.

All run in the caller's transaction, after the documents and the agents are locked and the
voices of documents and passages are changed, and name `by` in the history. What was changed is
recorded first: the database lets through these tags only.
"""

import json
from collections.abc import Mapping
from typing import Any

from django.db.models import F, Q
from django.utils.translation import gettext as _

from annotate.actions.stale_links import (
    lock_with_linked_tags,
    revive_links_of,
    stale_broken_corroborations,
    stale_links_of,
)
from annotate.models import LIVE, AgentMerge, AgentMergeRow, Speech, Stance, Tag, TagStatus

PLACE = "annotate.Tag"
# What a stance on another's position is when the other turns out to be the voice itself.
OWN_STANCE = {
    Stance.ENDORSES: Stance.ASSERTS,
    Stance.REJECTS: Stance.DENIES,
    Stance.ATTRIBUTES: Stance.ASSERTS,
}
_AGENTS = ("asserted_by_id", "held_by_id", "stance", "speech")
_STATE = ("status", "status_before", "stale_reason")
_DOCUMENT = "passage__text_version__document"
_WORDS = ("created_by_id", "passage_id", "start", "end", "claim_id", "held_by_id")

type Columns = Mapping[str, Any]


def move_tags(merge: AgentMerge) -> None:
    """Let every tag that names the source name the target.

    A tag that would say something else by that turns stale: one that took a stance on the
    other's position, one whose words were quoted from the other, and the second of two that one
    person made on the same words.
    """
    tags = list(_concerned(merge).select_related(f"{_DOCUMENT}__author", "passage__voice"))
    lock_with_linked_tags(*tags)
    taken = set(Tag.objects.live().filter(held_by=merge.target).values_list(*_WORDS))
    changes = {tag.pk: (_columns(tag), _named_anew(tag, merge, taken)) for tag in tags}
    changes = {key: change for key, change in changes.items() if change[0] != change[1]}
    AgentMergeRow.objects.bulk_create(
        AgentMergeRow(merge=merge, place=PLACE, row=key, before=before, after=after)
        for key, (before, after) in changes.items()
    )
    _write({key: after for key, (_before, after) in changes.items()})
    fallen = [tag for tag in tags if tag.is_live and _falls(changes.get(tag.pk))]
    stale_links_of(*fallen, by=merge.created_by)
    stale_broken_corroborations(*Tag.objects.filter(pk__in=changes), by=merge.created_by)


def move_tags_back(merge: AgentMerge, end: int) -> None:
    """Give tags back whom they named, as far as they still name whom the merge made them name.

    `end` is what the target has become since, if it was merged itself.
    """
    by = merge.undone_by
    assert by is not None  # the merge is being undone
    rows = {row.row: row for row in merge.rows.filter(place=PLACE)}
    tags = list(Tag.objects.filter(pk__in=rows).order_by("pk"))
    lock_with_linked_tags(*tags)
    led = {merge.target_id: end}
    changes = {tag.pk: _given_back(tag, rows[tag.pk], led) for tag in tags}
    _write({key: after for key, after in changes.items() if after})
    back = list(Tag.objects.filter(pk__in=[key for key, after in changes.items() if after]))
    was_live = {tag.pk for tag in tags if tag.is_live}
    revive_links_of(*(tag for tag in back if tag.is_live and tag.pk not in was_live), by=by)
    stale_links_of(*(tag for tag in back if not tag.is_live and tag.pk in was_live), by=by)
    stale_broken_corroborations(*back, by=by)


def _concerned(merge: AgentMerge) -> Any:
    """Return the tags that name the source, and those between the two."""
    both = (merge.source_id, merge.target_id)
    spoken = Q(passage__voice__in=both) | Q(**{f"{_DOCUMENT}__author__in": both})
    between = Q(asserted_by__in=both) & ~Q(speech=Speech.OWN) & spoken
    named = Q(asserted_by=merge.source) | Q(held_by=merge.source)
    return Tag.objects.filter(named | between).order_by("pk")


def _columns(tag: Tag) -> dict[str, Any]:
    return {name: getattr(tag, name) for name in (*_AGENTS, *_STATE)}


def _named_anew(tag: Tag, merge: AgentMerge, taken: set[tuple[Any, ...]]) -> dict[str, Any]:
    """Return the columns of a tag after the merge."""
    now = {merge.source_id: merge.target_id}
    after = _columns(tag)
    for column in ("asserted_by_id", "held_by_id"):
        after[column] = now.get(after[column], after[column])
    said_otherwise = ""
    if after["held_by_id"] == after["asserted_by_id"]:
        after["held_by_id"], after["stance"] = None, OWN_STANCE[Stance(tag.stance)].value
        said_otherwise = _("Whose words and whose position they are, is one agent now.")
    voice = tag.passage.voice_id or tag.passage.text_version.document.author_id
    if after["asserted_by_id"] == voice and tag.speech != Speech.OWN:
        after["speech"] = Speech.OWN.value
        said_otherwise = said_otherwise or _("Who is quoted here, is who speaks here.")
    place = (*(getattr(tag, name) for name in _WORDS[:-1]), after["held_by_id"])
    if after["held_by_id"] != tag.held_by_id and tag.is_live:
        if place in taken:
            said_otherwise = said_otherwise or _("You have tagged these words with this twice.")
        taken.add(place)
    return {**after, **_looked_at_again(tag, said_otherwise)} if said_otherwise else after


def _looked_at_again(tag: Tag, reason: str) -> dict[str, Any]:
    if tag.status in LIVE:
        return {
            "status": TagStatus.STALE.value,
            "status_before": tag.status,
            "stale_reason": reason,
        }
    if tag.status == TagStatus.WITHDRAWN:  # brought back, it comes for a second look
        return {"status_before": TagStatus.STALE.value, "stale_reason": reason}
    return {}


def _falls(change: tuple[Columns, Columns] | None) -> bool:
    return change is not None and change[1]["status"] == TagStatus.STALE


def _given_back(tag: Tag, row: AgentMergeRow, led: Mapping[int, int]) -> dict[str, Any]:
    """Return the columns to write to undo the merge on a tag; none where it says else by now."""
    stood = {name: led.get(row.after[name], row.after[name]) for name in _AGENTS}
    if any(getattr(tag, name) not in (stood[name], row.after[name]) for name in _AGENTS):
        return {}
    state = {name: getattr(tag, name) for name in _STATE}
    if state == {name: row.after[name] for name in _STATE}:
        state = {name: row.before[name] for name in _STATE}
    elif tag.is_live and row.before["status"] != row.after["status"]:
        state = _looked_at_again(tag, _("The agents were taken apart again."))
    return {**{name: row.before[name] for name in _AGENTS}, **state}


def _write(changes: Mapping[int, Columns]) -> None:
    """Write columns to tags, those alike in one update."""
    groups: dict[str, list[int]] = {}
    for key, after in changes.items():
        groups.setdefault(json.dumps(after, sort_keys=True), []).append(key)
    for written, keys in groups.items():
        columns = json.loads(written)
        Tag.objects.filter(pk__in=keys).update(**columns, revision=F("revision") + 1)

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

from annotate.actions.stale_links import lock_with_linked_tags
from annotate.codebook.merge_record import Columns
from annotate.codebook.merged_links import stale_links
from annotate.models import LIVE, AgentMerge, AgentMergeRow, Speech, Stance, Tag, TagStatus

PLACE = "annotate.Tag"
# What a stance on another's position is when the other turns out to be the voice itself.
OWN_STANCE = {
    Stance.ENDORSES: Stance.ASSERTS,
    Stance.REJECTS: Stance.DENIES,
    Stance.ATTRIBUTES: Stance.ASSERTS,
}
AGENTS = ("asserted_by_id", "held_by_id", "stance", "speech")
STATE = ("status", "status_before", "stale_reason")
DOCUMENT = "passage__text_version__document"
WORDS = ("created_by_id", "passage_id", "start", "end", "claim_id", "held_by_id")


def move_tags(merge: AgentMerge) -> None:
    """Let every tag that names the source name the target.

    A tag that would say something else by that turns stale: one that took a stance on the
    other's position, one whose words were quoted from the other, and the second of two that one
    person made on the same words.
    """
    tags = list(_concerned(merge).select_related(f"{DOCUMENT}__author", "passage__voice"))
    lock_with_linked_tags(*tags)
    taken = set(Tag.objects.live().filter(held_by=merge.target).values_list(*WORDS))
    changes = {tag.pk: (columns_of(tag), _named_anew(tag, merge, taken)) for tag in tags}
    changes = {key: change for key, change in changes.items() if change[0] != change[1]}
    AgentMergeRow.objects.bulk_create(
        AgentMergeRow(merge=merge, place=PLACE, row=key, before=before, after=after)
        for key, (before, after) in changes.items()
    )
    write_tags({key: after for key, (_before, after) in changes.items()})
    fallen = [tag for tag in tags if tag.is_live and _falls(changes.get(tag.pk))]
    stale_links(merge, fallen, Tag.objects.filter(pk__in=changes))


def voice_of(tag: Tag) -> int | None:
    """Return whose words the passage of a tag holds."""
    return tag.passage.voice_id or tag.passage.text_version.document.author_id


def columns_of(tag: Tag) -> Columns:
    """Return all of a tag that a merge of agents may change."""
    return {name: getattr(tag, name) for name in (*AGENTS, *STATE)}


def place_of(tag: Tag, held_by: int | None) -> tuple[Any, ...]:
    """Return what no two tags that stand have in common, if the tag is on `held_by`'s position."""
    return (*(getattr(tag, name) for name in WORDS[:-1]), held_by)


def renamed(before: Columns, voice: int | None, merge: AgentMerge) -> tuple[Columns, str]:
    """Return the columns of a tag after a merge, and why it says something else by that, if so.

    `voice` is whose words the passage holds after the merge.
    """
    now = {merge.source_id: merge.target_id}
    after, said_otherwise = dict(before), ""
    for column in ("asserted_by_id", "held_by_id"):
        after[column] = now.get(after[column], after[column])
    if after["held_by_id"] == after["asserted_by_id"]:
        after["held_by_id"], after["stance"] = None, OWN_STANCE[Stance(before["stance"])].value
        said_otherwise = _("Whose words and whose position they are, is one agent now.")
    if after["asserted_by_id"] == voice and before["speech"] != Speech.OWN:
        after["speech"] = Speech.OWN.value
        said_otherwise = said_otherwise or _("Who is quoted here, is who speaks here.")
    return after, said_otherwise


def looked_at_again(columns: Columns, reason: str) -> Columns:
    """Return the columns of a tag that says something else than whoever made it said."""
    if columns["status"] in LIVE:
        state = (TagStatus.STALE.value, columns["status"], reason)
    elif columns["status"] == TagStatus.WITHDRAWN:  # brought back, it comes for a second look
        state = (TagStatus.WITHDRAWN.value, TagStatus.STALE.value, reason)
    else:
        return columns
    return columns | dict(zip(STATE, state, strict=True))


def is_twice() -> str:
    """Return why the second of two tags on the same words needs a second look."""
    return _("You have tagged these words with this twice.")


def write_tags(changes: Mapping[int, Columns]) -> None:
    """Write columns to tags, those alike in one update."""
    groups: dict[str, list[int]] = {}
    for key, after in changes.items():
        groups.setdefault(json.dumps(after, sort_keys=True), []).append(key)
    for written, keys in groups.items():
        columns = json.loads(written)
        Tag.objects.filter(pk__in=keys).update(**columns, revision=F("revision") + 1)


def _concerned(merge: AgentMerge) -> Any:
    """Return the tags that name the source, and those between the two."""
    both = (merge.source_id, merge.target_id)
    spoken = Q(passage__voice__in=both) | Q(**{f"{DOCUMENT}__author__in": both})
    between = Q(asserted_by__in=both) & ~Q(speech=Speech.OWN) & spoken
    named = Q(asserted_by=merge.source) | Q(held_by=merge.source)
    return Tag.objects.filter(named | between).order_by("pk")


def _named_anew(tag: Tag, merge: AgentMerge, taken: set[tuple[Any, ...]]) -> Columns:
    after, said_otherwise = renamed(columns_of(tag), voice_of(tag), merge)
    if after["held_by_id"] != tag.held_by_id and tag.is_live:
        place = place_of(tag, after["held_by_id"])
        if place in taken:
            said_otherwise = said_otherwise or is_twice()
        taken.add(place)
    return looked_at_again(after, said_otherwise) if said_otherwise else after


def _falls(change: tuple[Columns, Columns] | None) -> bool:
    return change is not None and change[1]["status"] == TagStatus.STALE

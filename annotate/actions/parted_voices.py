"""What befalls tags when two agents are taken apart again; called inside that act.

Each tag becomes what it would be without the merge: see `merge_record`. All run after the voices
of documents and passages are put back.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from annotate.actions.merge_record import (
    Columns,
    MergeRecord,
    Step,
    Steps,
    changed_by,
    difference,
    taken_back,
)
from annotate.actions.merged_links import revive_links, stale_links
from annotate.actions.merged_voices import (
    PLACE,
    STATE,
    WORDS,
    columns_of,
    is_twice,
    looked_at_again,
    place_of,
    renamed,
    write_tags,
)
from annotate.actions.stale_links import lock_with_linked_tags
from annotate.models import LIVE, AgentMerge, ClaimStatus, Speech, Tag
from annotate.models.tag import AnchorState
from corpus.models import Document, Passage
from corpus.models.document import DocumentStatus

_PASSAGE = "corpus.Passage"
_DOCUMENT = "corpus.Document"
_STATE = frozenset(STATE)
# A stance on another's position goes back with whose it is; what a tag says of itself, at once.
_BOUND = {"stance": frozenset({"stance", "held_by_id"}), **dict.fromkeys(STATE, _STATE)}
_GONE = ("withdrawn", "rejected")


def move_tags_back(record: MergeRecord) -> None:
    """Let tags say what they would say without the merge; what people changed since stays."""
    merge, tags = record.merge, _concerned(record)
    lock_with_linked_tags(*tags)
    changes = _Parting(record, tags).changes()
    for key in changes.keys() - set(record.rows_of(PLACE)):
        record.note(merge, PLACE, key, ({}, {}))
    was_live = {tag.pk: tag.is_live for tag in tags}
    rising = {k for k, after in changes.items() if after["status"] in LIVE and not was_live[k]}
    write_tags({k: after for k, after in changes.items() if k not in rising})
    write_tags({k: after for k, after in changes.items() if k in rising})
    changed = list(Tag.objects.filter(pk__in=changes).order_by("pk"))
    stale_links(merge, [t for t in changed if was_live[t.pk] and not t.is_live], changed)
    revive_links(merge, [t for t in changed if t.pk in rising], changed)


def _concerned(record: MergeRecord) -> list[Tag]:
    """Return the tags that the merge changed, and those on what it changed the voice of."""
    spoken = Q(passage__in=record.rows_of(_PASSAGE)) | Q(
        passage__text_version__document__in=record.rows_of(_DOCUMENT)
    )
    tags = Tag.objects.filter(Q(pk__in=record.rows_of(PLACE)) | spoken)
    return list(
        tags.select_related("claim", "passage__text_version__document")
        .defer("passage__text_version__text")
        .order_by("pk")
    )


class _Parting:
    """The tags of one undo; `taken` are the places of tags that stand."""

    def __init__(self, record: MergeRecord, tags: list[Tag]) -> None:
        self.record, self.tags = record, tags
        self.ends = {merge.source_id: merge.target_id for merge in record.later}
        self.became = self._became(record.merge)
        self.steps = record.steps(PLACE, [tag.pk for tag in tags])
        self.voices = self._voices_before()
        self.before = {
            tag.pk: taken_back(columns_of(tag), self.steps[tag.pk], _BOUND) for tag in tags
        }
        around = Tag.objects.live().filter(passage__in={tag.passage_id for tag in tags})
        others = around.exclude(pk__in=self.before).values_list(*WORDS)
        self.taken = set(others)
        steady = (tag for tag in tags if self._stands_where_it_stood(tag))
        self.taken.update(place_of(tag, tag.held_by_id) for tag in steady)

    def changes(self) -> dict[int, Columns]:
        """Return what to write to which tags; record what later merges do to them instead."""
        found = {}
        for tag in self.tags:
            now, after = columns_of(tag), self._without_the_merge(tag)
            if after != now:
                found[tag.pk] = after
        return found

    def _became(self, merge: AgentMerge) -> set[int]:
        """Return what the target of a merge is, and was since."""
        found = [merge.target_id]
        while found[-1] in self.ends:
            found.append(self.ends[found[-1]])
        return set(found)

    def _end(self, agent: int | None) -> int | None:
        while agent in self.ends:
            agent = self.ends[agent]
        return agent

    def _voices_before(self) -> dict[int, int | None]:
        """Return whose words the passage of each tag held before the later merges."""
        passages = {tag.passage_id: tag.passage for tag in self.tags}
        documents = {p.text_version.document_id: p.text_version.document for p in passages.values()}
        voices = self._column_before(_PASSAGE, "voice_id", passages)
        authors = self._column_before(_DOCUMENT, "author_id", documents)
        return {
            key: voices[key] or authors[passage.text_version.document_id]
            for key, passage in passages.items()
        }

    def _column_before(
        self, place: str, column: str, rows: dict[int, Passage] | dict[int, Document]
    ) -> dict[int, int | None]:
        steps = self.record.steps(place, rows)
        undone = self.record.merge.pk
        later = {key: {m: s for m, s in by.items() if m != undone} for key, by in steps.items()}
        return {
            key: taken_back(_named(row, column, later[key]), later[key]).columns[column]
            for key, row in rows.items()
        }

    def _stands_where_it_stood(self, tag: Tag) -> bool:
        before = self.before[tag.pk].columns
        return tag.is_live and before["held_by_id"] == tag.held_by_id

    def _without_the_merge(self, tag: Tag) -> Columns:
        before, kept = self.before[tag.pk]
        voice, merge = self.voices[tag.passage_id], self.record.merge
        columns = before
        is_own = before["speech"] == Speech.OWN and before["asserted_by_id"] in self.became
        if is_own and voice == merge.source_id:  # a tag made since on words that go back
            columns = before | {"asserted_by_id": voice}
        for later in self.record.later:
            voice = later.target_id if voice == later.source_id else voice
            columns = self._made_again(tag, later, columns, voice, kept.get("status", 0))
        return self._settled(tag, columns, voice, is_looked_at="status" in kept)

    def _made_again(
        self, tag: Tag, merge: AgentMerge, before: Columns, voice: int | None, looked_after: int
    ) -> Columns:
        """Return the columns after a later merge; a person looked after that of this id."""
        after, said_otherwise = renamed(before, voice, merge)
        known = self.steps[tag.pk].get(merge.pk)
        if merge.pk <= looked_after:
            self._note(tag, merge, before | _state(known, "before"), after | _state(known, "after"))
            return after
        if after["held_by_id"] != before["held_by_id"] and after["status"] in LIVE:
            place = place_of(tag, self._end(after["held_by_id"]))
            if place in self.taken:
                said_otherwise = said_otherwise or is_twice()
            self.taken.add(place)
        after = looked_at_again(after, said_otherwise) if said_otherwise else after
        self._note(tag, merge, before, after)
        return after

    def _note(self, tag: Tag, merge: AgentMerge, before: Columns, after: Columns) -> None:
        if difference(before, after) != changed_by(self.steps[tag.pk].get(merge.pk)):
            self.record.note(merge, PLACE, tag.pk, (before, after))

    def _settled(
        self, tag: Tag, columns: Columns, voice: int | None, *, is_looked_at: bool
    ) -> Columns:
        """Return columns that the rules allow, now that they are reckoned."""
        now = columns_of(tag)
        if columns["status"] not in _GONE:
            columns = columns | {"speech": _speech(columns, voice)}
        if is_looked_at and tag.is_live and _meaning(columns) != _meaning(now):
            return looked_at_again(columns, _("The agents were taken apart again."))
        if columns["status"] in LIVE and not tag.is_live:
            place = place_of(tag, columns["held_by_id"])
            if not _may_stand(tag) or self._is_taken(tag, place):
                return columns | {name: now[name] for name in STATE}
            self.taken.add(place)
        return columns

    def _is_taken(self, tag: Tag, place: tuple[Any, ...]) -> bool:
        renamed_since = self.before[tag.pk].columns["held_by_id"] in self.ends
        return place in self.taken and not renamed_since


def _named(row: Passage | Document, column: str, steps: Steps) -> Columns:
    names = {column}.union(*(changed_by(step)[1] for step in steps.values()))
    return {name: getattr(row, name) for name in names}


def _state(step: Step | None, when: str) -> Columns:
    return {name: getattr(step, when)[name] for name in STATE} if step else {}


def _speech(columns: Columns, voice: int | None) -> str:
    if columns["asserted_by_id"] == voice:
        return Speech.OWN.value
    is_own = columns["speech"] == Speech.OWN
    return Speech.QUOTED.value if is_own else str(columns["speech"])


def _meaning(columns: Columns) -> Iterable[Any]:
    return columns["stance"], columns["speech"], columns["held_by_id"] is None


def _may_stand(tag: Tag) -> bool:
    """Whether the words, the claim and the document of a tag are such that it may stand."""
    claim, text = tag.claim, tag.passage.text_version
    return (
        claim.status in (ClaimStatus.PROPOSED, ClaimStatus.ACTIVE)
        and claim.wording == tag.claim_wording
        and text.is_current
        and text.document.status == DocumentStatus.READY
        and tag.anchor_state != AnchorState.BROKEN
    )

"""What befalls tags when two agents are taken apart again; called inside that act.

Each tag becomes what it would be without the merge: see `merge_record`. All run after the voices
of documents and passages are put back.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from annotate.actions.stale_links import lock_with_linked_tags
from annotate.codebook.merge_record import (
    Columns,
    MergeRecord,
    Step,
    Steps,
    changed_by,
    difference,
    taken_back,
)
from annotate.codebook.merged_links import revive_links, stale_links
from annotate.codebook.merged_voices import (
    PLACE,
    STATE,
    columns_of,
    is_twice,
    looked_at_again,
    place_of,
    renamed,
    write_tags,
)
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
    """Return the tags on passages with a tag, or of a voice, that the merge changed."""
    own = Q(pk__in=record.rows_of(PLACE)) | Q(passage__in=record.rows_of(_PASSAGE))
    spoken = own | Q(passage__text_version__document__in=record.rows_of(_DOCUMENT))
    tags = Tag.objects.filter(passage__in=Tag.objects.filter(spoken).order_by().values("passage"))
    return list(
        tags.select_related("claim", "passage__text_version__document")
        .defer("passage__text_version__text")
        .order_by("pk")
    )


class _Parting:
    """The tags of one undo, and what they are before and after each later merge.

    They are all that stand on their passages: what tags are twice is told among them.
    """

    def __init__(self, record: MergeRecord, tags: list[Tag]) -> None:
        self.record, self.tags = record, tags
        self.became = _became(record)
        self.steps = record.steps(PLACE, [tag.pk for tag in tags])
        self.voices = self._voices_before()
        before = {t.pk: taken_back(columns_of(t), self.steps[t.pk], _BOUND) for t in tags}
        self.kept = {key: state.kept.get("status", 0) for key, state in before.items()}
        self.columns = {tag.pk: self._on_its_words(tag, before[tag.pk].columns) for tag in tags}

    def changes(self) -> dict[int, Columns]:
        """Return what to write to which tags; record what later merges do to them instead."""
        for merge in self.record.later:
            self._make_again(merge)
        found, taken = {}, set[tuple[Any, ...]]()
        for tag in sorted(self.tags, key=lambda tag: not tag.is_live):
            after = self._settled(tag, taken)
            if after["status"] in LIVE:
                taken.add(place_of(tag, after["held_by_id"]))
            if after != columns_of(tag):
                found[tag.pk] = after
        return dict(sorted(found.items()))

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

    def _on_its_words(self, tag: Tag, before: Columns) -> Columns:
        """Return the columns of a tag; one made since goes back with the words it stands on."""
        voice = self.voices[tag.passage_id]
        is_own = before["speech"] == Speech.OWN and before["asserted_by_id"] in self.became
        goes_back = is_own and voice == self.record.merge.source_id
        return before | {"asserted_by_id": voice} if goes_back else before

    def _make_again(self, merge: AgentMerge) -> None:
        """Make a later merge again, as `move_tags` does."""
        for passage, voice in self.voices.items():
            self.voices[passage] = merge.target_id if voice == merge.source_id else voice
        taken = {
            place_of(tag, merge.target_id)
            for tag in self.tags
            if self.columns[tag.pk]["status"] in LIVE
            and self.columns[tag.pk]["held_by_id"] == merge.target_id
        }
        for tag in self.tags:
            self.columns[tag.pk] = self._made_again(tag, merge, taken)

    def _made_again(self, tag: Tag, merge: AgentMerge, taken: set[tuple[Any, ...]]) -> Columns:
        before = self.columns[tag.pk]
        after, said_otherwise = renamed(before, self.voices[tag.passage_id], merge)
        known = self.steps[tag.pk].get(merge.pk)
        if merge.pk <= self.kept[tag.pk]:  # a person has looked at it since
            self._note(tag, merge, before | _state(known, "before"), after | _state(known, "after"))
            return after
        if after["held_by_id"] != before["held_by_id"] and after["status"] in LIVE:
            place = place_of(tag, after["held_by_id"])
            if place in taken:
                said_otherwise = said_otherwise or is_twice()
            taken.add(place)
        after = looked_at_again(after, said_otherwise) if said_otherwise else after
        self._note(tag, merge, before, after)
        return after

    def _note(self, tag: Tag, merge: AgentMerge, before: Columns, after: Columns) -> None:
        if difference(before, after) != changed_by(self.steps[tag.pk].get(merge.pk)):
            self.record.note(merge, PLACE, tag.pk, (before, after))

    def _settled(self, tag: Tag, taken: set[tuple[Any, ...]]) -> Columns:
        """Return the columns to write, which the rules allow."""
        now, columns = columns_of(tag), self.columns[tag.pk]
        if columns["status"] not in _GONE:
            columns = columns | {"speech": _speech(columns, self.voices[tag.passage_id])}
        if self.kept[tag.pk] and tag.is_live and _meaning(columns) != _meaning(now):
            return looked_at_again(columns, _("The agents were taken apart again."))
        rises = columns["status"] in LIVE and not tag.is_live
        if rises and (not _may_stand(tag) or place_of(tag, columns["held_by_id"]) in taken):
            return columns | {name: now[name] for name in STATE}
        return columns


def _became(record: MergeRecord) -> set[int]:
    """Return what the target of the merge is, and was since."""
    ends = {merge.source_id: merge.target_id for merge in record.later}
    found = [record.merge.target_id]
    while found[-1] in ends:
        found.append(ends[found[-1]])
    return set(found)


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

"""What merges make of tags and their links; called inside the merge's own act.

All run in the caller's transaction, after the documents, agents and claims are locked and what
the tags stand on is written, and name the actor in the history.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from annotate.actions.stale_links import (
    lock_with_linked_tags,
    revive_corroborations,
    revive_links_of,
    stale_broken_corroborations,
    stale_links_of,
)
from annotate.codebook.merging import Act, Columns, Edges, as_coded, write
from annotate.models import LIVE, AgentMerge, Claim, ClaimMerge, Speech, Stance, Tag, TagStatus
from annotate.models.claim import OPEN_CLAIM
from annotate.models.tag import AnchorState
from corpus.models.document import DocumentStatus

# What a stance on another's position is when the other turns out to be the voice itself.
_OWN_STANCE = {
    Stance.ENDORSES: Stance.ASSERTS,
    Stance.REJECTS: Stance.DENIES,
    Stance.ATTRIBUTES: Stance.ASSERTS,
}
_AGENTS = ("asserted_by_id", "held_by_id")
_STATE = ("status", "status_before", "stale_reason")
_WRITTEN = (*_AGENTS, "stance", "speech", *_STATE)
# What a person changes together: a stance with whose position it is on, all of the state.
_BOUND = (frozenset({"stance", "held_by_id"}), frozenset(_STATE))
_WORDS = ("created_by_id", "passage_id", "start", "end", "claim_id", "held_by_id")
_GONE = (TagStatus.WITHDRAWN, TagStatus.REJECTED)
# A tag read under an earlier wording of its claim was read under none of the other claim's.
NO_WORDING = 0


def twins_of(tags: Iterable[Tag], target: Claim) -> set[int]:
    """Return those live tags whose author has tagged the same words with `target` already."""
    tags = [tag for tag in tags if tag.is_live]
    theirs = Tag.objects.live().filter(
        claim=target, created_by__in={tag.created_by_id for tag in tags}
    )
    names = [name for name in _WORDS if name != "claim_id"]
    taken = set(theirs.values_list(*names))
    return {tag.pk for tag in tags if tuple(getattr(tag, name) for name in names) in taken}


def settle_tags(act: Act, tags: QuerySet[Tag]) -> None:
    """Write what tags say by now; one that says something else by that turns stale.

    That is one that took a stance on what is the voice's own position now, one whose words were
    quoted from who speaks here, and of two that one person made on the same words the one that
    came later. Undone, it stands again, unless a person has touched it since.
    """
    rows = list(tags.select_related(*_READ).defer("passage__text_version__text").order_by("pk"))
    lock_with_linked_tags(*rows)
    settled = _Settled(act, rows)
    changed = write(rows, settled.said, settled.new, _rank)
    was_live = {tag.pk for tag in rows if tag.is_live}
    now = list(Tag.objects.filter(pk__in=changed).order_by("pk"))
    risen = [tag for tag in now if tag.is_live and tag.pk not in was_live]
    stale_links_of(*(tag for tag in now if tag.pk in was_live and not tag.is_live), by=act.by)
    stale_broken_corroborations(*now, by=act.by, in_merge=True)
    revive_links_of(*risen, by=act.by, in_merge=True)
    if act.is_undo:
        revive_corroborations(*now, by=act.by)


_READ = ("claim", "claim_when_tagged", "passage__text_version__document")


class _Settled:
    """What people said with tags (`said`), and what the tags say by now (`new`)."""

    def __init__(self, act: Act, rows: list[Tag]) -> None:
        self.act = act
        of_claims = isinstance(act.merge, ClaimMerge)
        self.claims = act.after if of_claims else Edges.standing(ClaimMerge)
        self.agents = Edges.standing(AgentMerge) if of_claims else act.after
        self.agents_before = self.agents if of_claims else act.before
        keys = {self.claims.end(tag.claim_when_tagged_id) for tag in rows}
        self.into = Claim.objects.in_bulk(keys)
        self.said = {tag.pk: as_coded(tag, _WRITTEN, _BOUND) for tag in rows}
        self.new = {tag.pk: self._now(tag) for tag in rows}
        for tag in rows:
            self._read(tag)
        self._tell_twins(rows)

    def _now(self, tag: Tag) -> Columns:
        """Return what a tag says by now, all but for twins."""
        said, voice = self.said[tag.pk], _voice_of(tag)
        new = said | {name: self.agents.end(said[name]) for name in _AGENTS}
        new["claim_id"] = self.claims.end(tag.claim_when_tagged_id)
        why, was_here = "", self.agents_before.end(voice) == tag.asserted_by_id
        if said["speech"] == Speech.OWN and (said["status"] not in _GONE or was_here):
            new["asserted_by_id"] = voice
        if new["held_by_id"] == new["asserted_by_id"]:
            new["held_by_id"], new["stance"] = None, _OWN_STANCE[Stance(said["stance"])].value
            why = _("The words and the position now belong to one agent.")
        if new["asserted_by_id"] == voice and said["speech"] != Speech.OWN:
            new["speech"] = Speech.OWN.value
            why = why or _("The agent quoted here is the one who speaks here.")
        return self._looked_at(tag, new, why)

    def _looked_at(self, tag: Tag, new: Columns, why: str) -> Columns:
        """Return what a tag says with its state, told `why` it says something else, if so."""
        now = {name: getattr(tag, name) for name in _WRITTEN}
        said_otherwise = _meaning(new) != _meaning(now)
        fell = _state(self.said[tag.pk]) != _state(now)  # by a merge, and nobody touched it since
        if why and (fell or said_otherwise):
            return _stale(new, why)
        if tag.is_live and said_otherwise:
            return _stale(new, _("The agents were taken apart again."))
        is_back = self.act.is_undo and (tag.status in _GONE or self._may_stand(tag))
        return new | _state(now) if fell and not is_back else new

    def _may_stand(self, tag: Tag) -> bool:
        """Whether the words, the claim and the document of a tag are such that it may stand."""
        text, claim = tag.passage.text_version, self.into[self.claims.end(tag.claim_when_tagged_id)]
        return (
            claim.status in OPEN_CLAIM
            and (tag.claim_id != claim.pk or tag.claim_wording == claim.wording)
            and text.is_current
            and text.document.status == DocumentStatus.READY
            and tag.anchor_state != AnchorState.BROKEN
        )

    def _read(self, tag: Tag) -> None:
        """Note under which wording of its claim a tag was read; one of another is read again."""
        said, new = self.said[tag.pk], self.new[tag.pk]
        said["claim_id"] = new["claim_id"]
        claim, coded = self.into[new["claim_id"]], tag.claim_when_tagged
        if tag.claim_id == claim.pk:
            return
        is_onward = self.claims.end(tag.claim_id) == claim.pk
        known, last = (
            (tag.claim_wording, tag.claim) if is_onward else (tag.wording_when_tagged, coded)
        )
        new["claim_wording"] = claim.wording if known == last.wording else NO_WORDING
        if claim == coded:
            new["claim_wording"] = tag.wording_when_tagged
        said["claim_id"], said["claim_wording"] = new["claim_id"], new["claim_wording"]
        if new["status"] in LIVE and new["claim_wording"] != claim.wording:
            new.update(_stale(new, _("The claims were taken apart again.")))

    def _tell_twins(self, rows: list[Tag]) -> None:
        """Turn stale all but the first of several tags of one person on the same words."""
        together: dict[tuple[Any, ...], list[Tag]] = {}
        rising = [tag for tag in rows if not tag.is_live and self.new[tag.pk]["status"] in LIVE]
        others = Tag.objects.live().filter(passage__in={tag.passage_id for tag in rising})
        taken = set(others.exclude(pk__in=self.new).values_list(*_WORDS)) if rising else set()
        for tag in rows:
            if (new := self.new[tag.pk])["status"] in LIVE:
                place = tuple(new.get(name, getattr(tag, name)) for name in _WORDS)
                if tag in rising and place in taken:
                    new.update({name: getattr(tag, name) for name in _STATE})
                else:
                    together.setdefault(place, []).append(tag)
        for tags in together.values():
            for tag in sorted(tags, key=self._arrival)[1:]:
                self.new[tag.pk] = _stale(self.new[tag.pk], _twice())

    def _arrival(self, tag: Tag) -> tuple[Any, ...]:
        held_by = self.said[tag.pk]["held_by_id"]
        claim = tag.claim_when_tagged_id
        return self.claims.arrival(claim), self.agents.arrival(held_by), tag.pk


def _voice_of(tag: Tag) -> int | None:
    return tag.passage.voice_id or tag.passage.text_version.document.author_id


def _state(columns: Columns) -> Columns:
    return {name: columns[name] for name in _STATE}


def _meaning(columns: Columns) -> tuple[Any, ...]:
    return columns["stance"], columns["speech"], columns["held_by_id"] is None


def _stale(columns: Columns, reason: str) -> Columns:
    """Return the columns of a tag that says something else than whoever made it said."""
    if columns["status"] in LIVE:
        state = (TagStatus.STALE.value, columns["status"], reason)
    elif columns["status"] == TagStatus.WITHDRAWN:  # brought back, it comes for a second look
        state = (TagStatus.WITHDRAWN.value, TagStatus.STALE.value, reason)
    else:
        return columns
    return columns | dict(zip(_STATE, state, strict=True))


def _twice() -> str:
    return _("Because of a merge, you have now tagged these words twice.")


def _rank(tag: Tag, new: Columns) -> int:
    """Let what falls make room before something rises."""
    return (new["status"] in LIVE) - tag.is_live

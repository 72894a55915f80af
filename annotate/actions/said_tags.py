"""Saving what a person said of words: the tag, and what it names for the first time."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from annotate.actions.agents import resolve_agent
from annotate.actions.claims import create_claim
from annotate.actions.pairs import tell_claims_apart
from annotate.actions.tags import edit_tag, tag_words
from annotate.models import Claim, Speech, Tag
from annotate.queries.claim_codebook import kept_claims
from annotate.queries.claim_finder import FoundClaim, near_same_claims
from annotate.queries.tags import voice_of
from annotate.text.stances import STANCES_ON_ANOTHER
from corpus.models import Agent, Collection, Document, Passage, Person


@dataclass(frozen=True)
class NewClaim:
    """A claim to be made; `is_confirmed` where its like was shown and it is said to be another."""

    label: str
    text: str
    is_confirmed: bool

    def near(self, collection_id: int, *, reader: Person) -> list[FoundClaim]:
        """Return the claims that may be the same."""
        return near_same_claims(self.label, self.text, reader, collection_id)


@dataclass(frozen=True)
class Named:
    """An agent as a person named it: the id of the one chosen, and the name as typed."""

    chosen: str
    typed: str
    is_confirmed: bool


@dataclass(frozen=True)
class Said:
    """What a person said of the words of a passage.

    What an edit does not speak of stays as it is: it is not among `fields`, `stance` is "",
    or `names_speaker` is False.
    """

    passage: Passage
    start: int
    end: int
    exact: str | None
    claim: Claim | NewClaim
    stance: str
    held_by: Named | None
    names_speaker: bool
    asserted_by: Named | None
    speech: str
    fields: Mapping[str, Any]

    @property
    def document(self) -> Document:
        """The document the words are in."""
        return self.passage.text_version.document


@transaction.atomic
def tag_as_said(said: Said, *, by: Person, request_key: uuid.UUID | None = None) -> Tag:
    """Store a new tag, and the claim and agents it names for the first time.

    The same `request_key` of the same person answers with the tag made first, and makes no
    second claim either. Raise ValidationError where a rule refuses.
    """
    key = request_key or uuid.uuid4()
    if isinstance(said.claim, NewClaim):
        made = Tag.objects.filter(created_by=by, request_key=key).first()
        if made is not None:
            return made
    return tag_words(said.passage, by=by, request_key=key, **_fields(said, by=by))


@transaction.atomic
def edit_as_said(tag: Tag, said: Said, *, revision: int, by: Person, reason: str = "") -> Tag:
    """Change a tag that was read at `revision` into what is said now.

    Raise ValidationError where a rule refuses and StaleRevision where somebody saved first.
    """
    return edit_tag(tag, revision=revision, by=by, reason=reason, **_fields(said, by=by))


def _fields(said: Said, *, by: Person) -> dict[str, Any]:
    fields = {**said.fields, "start": said.start, "end": said.end, "exact": said.exact}
    fields["claim"] = _claim(said, by=by)
    if said.stance:
        fields |= {"stance": said.stance, "held_by": _holder(said, by=by)}
    if said.names_speaker:
        fields |= _speaker(said, by=by)
    return fields


def _claim(said: Said, *, by: Person) -> Claim:
    if isinstance(said.claim, Claim):
        return said.claim
    return _make_claim(said.claim, said.document.collection, by=by)


def _make_claim(new: NewClaim, collection: Collection, *, by: Person) -> Claim:
    """Make the claim; a curator who was warned of others like it has said it is none of them.

    That is remembered of the claims they manage, as where they say so on a claim's page.
    """
    near = new.near(collection.pk, reader=by) if new.is_confirmed else []
    claim = create_claim(new.label, new.text, by=by, collection=collection)
    kept = kept_claims(by)
    if near and kept.filter(pk=claim.pk).exists():
        for other in kept.filter(public_id__in=[one.public_id for one in near]):
            tell_claims_apart(claim, other, by=by)
    return claim


def _holder(said: Said, *, by: Person) -> Agent | None:
    if said.stance not in STANCES_ON_ANOTHER or said.held_by is None:
        return None
    return _agent(said.held_by, said.document.collection, by=by)


def _speaker(said: Said, *, by: Person) -> dict[str, Any]:
    """Return whose words they are: somebody named, or whoever the passage is by."""
    if said.asserted_by is None:
        return {"asserted_by": voice_of(said.passage, said.document), "speech": Speech.OWN}
    agent = _agent(said.asserted_by, said.document.collection, by=by)
    return {"asserted_by": agent, "speech": said.speech}


def _agent(named: Named, collection: Collection, *, by: Person) -> Agent:
    chosen, typed = named.chosen, named.typed
    if chosen and typed and typed != _name_of(chosen, reader=by):
        chosen = ""  # the name was typed over after the choice
    return resolve_agent(chosen, typed, by=by, collection=collection, confirmed=named.is_confirmed)


def _name_of(chosen: str, *, reader: Person) -> str:
    """Return the name of the agent with this id, or "" where it is not one to be seen."""
    if not chosen.isdecimal():
        return ""
    names = Agent.objects.visible_to(reader).filter(pk=chosen)
    return names.values_list("name", flat=True).first() or ""

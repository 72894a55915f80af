"""Claims on which the State concerned says nothing while others speak."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from annotate.counting.components import Ties
from annotate.counting.independence import Count
from annotate.models import Claim, Link, Relation, Stance
from annotate.queries.source_relations import ties_of
from annotate.questions.asking import Answer
from annotate.questions.source_counts import OnClaims, answer_on
from annotate.questions.words import listed
from corpus.access import Reader
from corpus.models import Agent
from corpus.models.agent import AgentKind, AgentStatus

CONCERNED = (AgentKind.STATE, AgentKind.STATE_BODY, AgentKind.IGO)
# Whom a person may choose to ask for a reply of.
REPLYING = (*CONCERNED, AgentKind.IGO_ORGAN)
_COLUMNS = ("claim_id", "stance", "asserted_by_id", "held_by_id")


def who_may_reply(reader: Reader) -> QuerySet[Agent]:
    """Return the States, their bodies and the organizations of States a reader can see, by name."""
    agents = Agent.objects.visible_to(reader).exclude(status=AgentStatus.MERGED)
    return agents.filter(kind__in=REPLYING).order_by("name", "pk")


class _Spoken(NamedTuple):
    stance: str
    voice: int
    holder: int | None


@dataclass
class _Said:
    """What is said on one claim, and who says or replies anything."""

    tags: list[_Spoken] = field(default_factory=list)
    speakers: set[int] = field(default_factory=set)

    def others_speak(self, state: int, ties: Ties) -> bool:
        """Whether somebody else says anything of it, be it only that a State holds it."""
        return any(
            tag.stance != Stance.QUESTIONS and not ties.same_body(tag.voice, state)
            for tag in self.tags
        )

    def is_answered(self, state: int, ties: Ties) -> bool:
        """Whether a State, one of its bodies or who speaks for it says anything."""
        return any(ties.same_body(speaker, state) for speaker in self.speakers)


class NoReply(OnClaims):
    """Claims of which others say something and the State concerned says nothing.

    Concerned is the one that was chosen; else every State, body of one and organization of
    States that others say to hold the claim, or whose name stands in the claim. It has replied
    where a tag that counts has its own words on the claim, whoever quotes them, or where a tag
    with its words is linked as a reply to one on the claim. A body and who speaks for it answer
    for each other.
    """

    def judged(self, claims: Sequence[Claim], counts: Mapping[int, Count]) -> dict[int, Answer]:
        """Return the answers among some claims, in eight queries."""
        said = self._said([claim.pk for claim in claims])
        states = self._states()
        held = {claim.pk: _held(said[claim.pk].tags, states) for claim in claims}
        named = {claim.pk: found for claim, found in _named(claims, states)}
        ties = self._ties(said.values(), states)
        answers = {}
        for claim in claims:
            concerned = [*states] if self.asked.state else [*(held[claim.pk] | named[claim.pk])]
            silent = [state for state in concerned if _is_silent(state, said[claim.pk], ties)]
            if silent:
                why = _why(silent, held[claim.pk], named[claim.pk], states)
                answers[claim.pk] = answer_on(claim, counts[claim.pk], why)
        return answers

    def _said(self, claims: Sequence[int]) -> dict[int, _Said]:
        said: dict[int, _Said] = defaultdict(_Said)
        for claim, *spoken in self.asked.counted_tags(claims).values_list(*_COLUMNS):
            said[claim].tags.append(_Spoken(*spoken))
            said[claim].speakers.add(spoken[1])
        replies = Link.objects.visible_to(self.asked.reader).live()
        replies = replies.filter(relation=Relation.RESPONDS_TO, to_tag__claim__in=claims)
        for claim, voice in replies.values_list("to_tag__claim_id", "from_tag__asserted_by_id"):
            said[claim].speakers.add(voice)
        return said

    def _states(self) -> dict[int, Agent]:
        """Return whom a reply may be missing of, by id."""
        if self.asked.state:
            return {self.asked.state.pk: self.asked.state}
        agents = who_may_reply(self.asked.reader).filter(kind__in=CONCERNED)
        return {agent.pk: agent for agent in agents}

    def _ties(self, said: Iterable[_Said], states: Mapping[int, Agent]) -> Ties:
        speakers = {speaker for one in said for speaker in one.speakers}
        return ties_of(speakers.union(states), (), (), seen=self.asked.seen)


def _is_silent(state: int, said: _Said, ties: Ties) -> bool:
    return said.others_speak(state, ties) and not said.is_answered(state, ties)


def _held(tags: Iterable[_Spoken], states: Mapping[int, Agent]) -> set[int]:
    """Return the States that others say to hold the claim."""
    return {tag.holder for tag in tags if tag.holder} & states.keys()


def _named(
    claims: Iterable[Claim], states: Mapping[int, Agent]
) -> Iterable[tuple[Claim, set[int]]]:
    """Yield each claim with the States whose name stands in its short name or its sentence.

    A name counts as written: "US" is not found in "us"; in "Equatorial Guinea" no "Guinea" is
    found where both are known.
    """
    by_name = defaultdict[str, set[int]](set)
    for state in states.values():
        for name in (state.name, *state.aliases):
            if len(name) > 1:
                by_name[name].add(state.pk)
    pattern = re.compile("|".join(map(_as_word, sorted(by_name, key=len, reverse=True))) or r"(?!)")
    for claim in claims:
        found = pattern.findall(f"{claim.label}\n{claim.text}")
        yield claim, {state for name in found for state in by_name[name]}


def _as_word(name: str) -> str:
    """Return the pattern of a name; scripts without capitals do not part words by spaces."""
    if name.lower() == name.upper():
        return re.escape(name)
    return rf"(?<!\w){re.escape(name)}(?!\w)"


def _why(
    silent: Sequence[int], held: set[int], named: set[int], states: Mapping[int, Agent]
) -> list[str]:
    """Return who is silent, those of one reason together."""
    by_reason = {
        _("Said by others to hold it, and silent itself: %(who)s."): held,
        _("Named in the claim, and silent: %(who)s."): named - held,
        _("Nothing in its own words, while others speak of it: %(who)s."): (
            set(silent) - held - named
        ),
    }
    return [
        reason % {"who": listed(str(states[state]) for state in silent if state in some)}
        for reason, some in by_reason.items()
        if some.intersection(silent)
    ]

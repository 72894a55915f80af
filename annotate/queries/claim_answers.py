"""The four questions that every claim page answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotate.models import Speech, Stance
from annotate.queries.claim_tags import Standing
from annotate.text.wording import Name


@dataclass(frozen=True)
class Who:
    """An agent as an answer names it."""

    pk: int
    name: str


@dataclass(frozen=True)
class Answers:
    """Who holds a claim, reports it, criticises it, says so in an own document: each by name."""

    holders: list[Who]
    reporters: list[Who]
    critics: list[Who]
    own_words: list[Who]


def answers_for(tags: Sequence[Standing], names: Mapping[int | None, Name]) -> Answers:
    """Return the answers of the live tags on a claim; `names` are those of their agents."""

    def by_name(agents: Iterable[int | None]) -> list[Who]:
        whos = [Who(agent, names[agent].name) for agent in set(agents) if agent]
        return sorted(whos, key=lambda who: (who.name, who.pk))

    return Answers(
        holders=by_name(who for tag in tags for who in _holders(tag)),
        reporters=by_name(who for tag in tags for who in _reporters(tag)),
        critics=by_name(tag.voice for tag in tags if tag.is_against),
        own_words=by_name(tag.voice for tag in tags if _is_in_own_document(tag)),
    )


def _holders(tag: Standing) -> list[int | None]:
    if tag.stance == Stance.ASSERTS:
        return [tag.voice]
    if tag.stance == Stance.ENDORSES:
        return [tag.voice, tag.holder]
    return [tag.holder]


def _reporters(tag: Standing) -> list[int | None]:
    """Return who reports that somebody holds it: the voice on another's position, who conveys."""
    if tag.stance in (Stance.DENIES, Stance.QUESTIONS):
        return []
    return [tag.conveyer, *([tag.voice] if tag.holder else [])]


def _is_in_own_document(tag: Standing) -> bool:
    return tag.is_for and tag.speech == Speech.OWN and tag.voice == tag.author

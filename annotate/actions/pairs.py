"""Remember that two claims, or two agents, are not the same; and forget it again."""

from typing import Any

from annotate.models import AgentPair, Claim, ClaimPair
from corpus.history import history
from corpus.models import Agent, Person
from corpus.refusals import refusals


def tell_claims_apart(one: Claim, other: Claim, *, by: Person, reason: str = "") -> ClaimPair:
    """Remember that two claims are not the same: no hint says so, and nobody merges them.

    Raise ValidationError where it is one claim. What is remembered already stays as it is.
    """
    return _tell_apart(ClaimPair, one, other, by, reason.strip(), "tell_claims_apart")


def tell_agents_apart(one: Agent, other: Agent, *, by: Person, reason: str = "") -> AgentPair:
    """Remember of two agents that they are not the same, as of claims."""
    return _tell_apart(AgentPair, one, other, by, reason.strip(), "tell_agents_apart")


def forget_pair(pair: ClaimPair | AgentPair, *, by: Person) -> None:
    """Forget that two were found not to be the same; the history shows that they were."""
    with refusals(), history(by=by, action="forget_pair"):
        pair.delete()


def _tell_apart[P: (ClaimPair, AgentPair)](
    model: type[P], one: Any, other: Any, by: Person, reason: str, action: str
) -> P:
    first, second = sorted((one, other), key=lambda either: either.pk)
    if known := model._default_manager.filter(first=first, second=second).first():
        return known
    pair = model(first=first, second=second, reason=reason, created_by=by)
    pair.clean_fields(exclude=["first", "second", "created_by"])
    with refusals(), history(by=by, action=action, reason=reason):
        pair.save()
    return pair

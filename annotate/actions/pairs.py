"""Remember that two claims, or two agents, are not the same; and forget it again."""

from annotate.models import AgentPair, Claim, ClaimPair
from corpus.history import history
from corpus.models import Agent, Person
from corpus.refusals import refusals


def tell_claims_apart(one: Claim, other: Claim, *, by: Person, reason: str = "") -> ClaimPair:
    """Remember that two claims are not the same: no hint says so, and nobody merges them.

    Raise ValidationError where it is one claim. What is remembered already stays as it is.
    """
    first, second = sorted((one, other), key=lambda claim: claim.pk)
    if known := ClaimPair.objects.filter(first=first, second=second).first():
        return known
    pair = ClaimPair(first=first, second=second, reason=reason.strip(), created_by=by)
    pair.clean_fields(exclude=["first", "second", "created_by"])
    with refusals(), history(by=by, action="tell_claims_apart", reason=reason.strip()):
        pair.save()
    return pair


def tell_agents_apart(one: Agent, other: Agent, *, by: Person, reason: str = "") -> AgentPair:
    """Remember that two agents are not the same: no hint says so, and nobody merges them.

    Raise ValidationError where it is one agent. What is remembered already stays as it is.
    """
    first, second = sorted((one, other), key=lambda agent: agent.pk)
    if known := AgentPair.objects.filter(first=first, second=second).first():
        return known
    pair = AgentPair(first=first, second=second, reason=reason.strip(), created_by=by)
    pair.clean_fields(exclude=["first", "second", "created_by"])
    with refusals(), history(by=by, action="tell_agents_apart", reason=reason.strip()):
        pair.save()
    return pair


def forget_pair(pair: ClaimPair | AgentPair, *, by: Person) -> None:
    """Forget that two were found not to be the same; the history shows that they were."""
    with refusals(), history(by=by, action="forget_pair"):
        pair.delete()

"""Say that two agents are not independent, and take that back."""

from annotate.models import AgentJoin
from corpus.history import history
from corpus.models import Agent, Collection, Person
from corpus.refusals import refusals


def join_agents(
    one: Agent, other: Agent, *, by: Person, reason: str, home: Collection | None = None
) -> AgentJoin:
    """Count two agents as one source from now on, in `home` or everywhere.

    Raise ValidationError where it is one agent, no reason is given, it is said already, `by` is
    no curator there, or an agent is known in another collection only.
    """
    first, second = sorted((one, other), key=lambda agent: agent.pk)
    join = AgentJoin(first=first, second=second, reason=reason.strip(), home=home, created_by=by)
    join.clean_fields(exclude=["first", "second", "home", "created_by"])
    with refusals(), history(by=by, action="join_agents", reason=join.reason):
        join.save()
    return join


def part_agents(join: AgentJoin, *, by: Person) -> None:
    """Count two agents apart again; the history shows that they were joined."""
    with refusals(), history(by=by, action="part_agents"):
        join.delete()

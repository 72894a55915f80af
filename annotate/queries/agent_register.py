"""How an agent relates to others: what was merged into it, what may be it, what is not it."""

from dataclasses import dataclass

from django.db.models import FETCH_RAISE, Q

from annotate.models import AgentMerge, AgentPair
from annotate.queries.agent_finder import near_among
from annotate.queries.curated_agents import kept_agents
from annotate.queries.joins import Joined, joins_of
from annotate.queries.told_apart import told_apart
from corpus.models import Agent, Person
from corpus.models.agent import AgentStatus

LIKE = 5


@dataclass(frozen=True)
class Register:
    """How an agent relates to others: what was merged into it, what may be it, what is not it."""

    merges: list[AgentMerge]
    near: list[Agent]
    apart: list[tuple[Agent, AgentPair]]
    joined: list[Joined]
    may_curate: bool


def register_of(agent: Agent, reader: Person) -> Register:
    """Return how an agent relates to others; only those who may merge see what may be it."""
    merges = (
        AgentMerge.objects.standing()
        .visible_to(reader)
        .filter(Q(target=agent) | Q(source__merged_into=agent))
        .select_related("source", "created_by")
        .order_by("pk")
        .fetch_mode(FETCH_RAISE)
    )
    pairs = told_apart(agent)
    told = Agent.objects.visible_to(reader).filter(pk__in=pairs).order_by("name", "pk")
    may_curate = kept_agents(reader).filter(pk=agent.pk).exists()
    return Register(
        merges=list(merges),
        near=near_agents(agent, reader=reader, apart=pairs) if may_curate else [],
        apart=[(other, pairs[other.pk]) for other in told],
        joined=joins_of(agent, reader=reader),
        may_curate=may_curate,
    )


def near_agents(agent: Agent, *, reader: Person, apart: dict[int, AgentPair]) -> list[Agent]:
    """Return the agents `reader` manages that may be this one, except those `apart`."""
    others = kept_agents(reader).exclude(pk__in={agent.pk, *apart})
    return near_among(others.exclude(status=AgentStatus.MERGED), agent.name, LIKE)

"""Who an agent is not independent of, and what such a finding changes."""

from dataclasses import dataclass

from django.db.models import FETCH_RAISE, Exists, OuterRef, Q
from django.utils.translation import gettext as _

from annotate.models import AgentJoin, Claim, Tag
from annotate.queries.agent_finder import near_among
from annotate.queries.curated_agents import kept_agents
from corpus.models import Agent, Collection, Person, Role
from corpus.models.agent import AgentStatus

CHOICES = 12
SHOWN = 20


@dataclass(frozen=True)
class Joined:
    """Whom an agent is not independent of, as a curator said; `other` is not the agent itself."""

    join: AgentJoin
    other: Agent


def joins_of(agent: Agent, *, reader: Person) -> list[Joined]:
    """Return the joins of an agent that `reader` may see, by the other's name, in one query."""
    seen = Agent.objects.visible_to(reader).values("pk")
    joins = (
        AgentJoin.objects.visible_to(reader)
        .by_now()
        .filter(Q(one=agent.pk, other__in=seen) | Q(other=agent.pk, one__in=seen))
        .select_related("first__merged_into", "second__merged_into", "home", "created_by")
        .order_by("pk")
        .fetch_mode(FETCH_RAISE)
    )
    ends = ((join, one.merged_into or one) for join in joins for one in (join.first, join.second))
    found = [Joined(join, end) for join, end in ends if end != agent]
    return sorted(found, key=lambda one: (str(one.other), one.join.pk))


def find_others(agent: Agent, typed: str, *, reader: Person) -> list[Agent]:
    """Return the agents `reader` manages whose name `typed` may be, but for this one."""
    others = kept_agents(reader).exclude(pk=agent.pk).exclude(status=AgentStatus.MERGED)
    return near_among(others, typed, CHOICES)


def claims_of_both(one: Agent, other: Agent, *, reader: Person) -> list[Claim]:
    """Return claims on which both speak or are said to, among the live tags `reader` can see."""
    tags = Tag.objects.visible_to(reader).live().filter(claim=OuterRef("pk"))
    on_both = (
        Exists(tags.filter(Q(asserted_by=agent) | Q(held_by=agent))) for agent in (one, other)
    )
    claims = Claim.objects.visible_to(reader).filter(*on_both)
    return list(claims.order_by("label", "pk")[:SHOWN])


def homes_for(one: Agent, other: Agent, *, by: Person) -> list[tuple[str, str]]:
    """Return where `by` may say that two are not independent: ids and names; "" is everywhere.

    Everywhere comes first, and is left out where one of the two is known in one collection only.
    """
    bound = {agent.home_id for agent in (one, other)} - {None}
    mine = Collection.objects.written_by(by, Role.CURATOR).order_by("name", "pk")
    everywhere = [] if bound else [("", _("all collections"))]
    return everywhere + [(str(home.pk), home.name) for home in mine if bound <= {home.pk}]

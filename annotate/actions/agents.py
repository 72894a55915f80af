"""Who: an agent chosen from the list, or a new name that is proposed."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from annotate.queries.agent_finder import near_same_agents, usable_agents
from corpus.actions import propose_agent
from corpus.models import Agent, Collection, Person
from corpus.models.agent import AgentStatus
from corpus.models.collection import Access


def resolve_agent(
    value: str | int | None,
    new_name: str = "",
    *,
    by: Person,
    collection: Collection,
    confirmed: bool = False,
) -> Agent:
    """Return the agent whose id is `value`, or the one of `new_name`, proposed if it is new.

    A name that an agent has already means that agent. Raise ValidationError where the id is
    none that `by` may use in the collection, and, with the code `near_same`, where agents have
    names so like the new one that it may be theirs, unless that was `confirmed`.
    """
    if value:
        return _chosen(str(value), by, collection)
    name = " ".join(new_name.split())
    if not any(character.isalnum() for character in name):
        raise ValidationError(_("Choose who it is, or give a name."), code="nobody")
    same = usable_agents(by, collection.pk).filter(name__iexact=name).order_by("pk")[:2]
    if len(same) == 1:
        return same[0]
    if became := _became(name, by, collection):
        return became
    if not confirmed and (near := near_same_agents(name, by, collection.pk)):
        raise near_same(name, near)
    home = collection if collection.access == Access.MEMBERS else None
    return propose_agent(name, by=by, home=home)


def _became(name: str, by: Person, collection: Collection) -> Agent | None:
    """Return the agent into which the one of this name was merged, if there is exactly one."""
    had_it = Agent.objects.visible_to(by).filter(name__iexact=name, status=AgentStatus.MERGED)
    agents = usable_agents(by, collection.pk).filter(pk__in=had_it.values("merged_into"))
    found = list(agents.order_by("pk")[:2])
    return found[0] if len(found) == 1 else None


def near_same(name: str, near: list[Agent]) -> ValidationError:
    """Return the warning that a new name may be one of the agents `near`."""
    names = "; ".join(agent.name for agent in near)
    message = _("“%(name)s” may be one of these: %(names)s. Choose it, or say it is another.")
    return ValidationError(
        message, code="near_same", params={"name": name, "names": names, "agents": near}
    )


def _chosen(value: str, by: Person, collection: Collection) -> Agent:
    agents = usable_agents(by, collection.pk)
    agent = agents.filter(pk=value).first() if value.isascii() and value.isdigit() else None
    if agent is None:
        raise ValidationError(_("Choose somebody from the list."), code="unknown")
    return agent

"""The agents that somebody may edit, merge and join."""

from django.db.models import Q

from corpus.access import roles_of
from corpus.models import Agent, Person, Role
from corpus.models.agent import AgentQuerySet


def kept_agents(reader: Person) -> AgentQuerySet:
    """Return the agents `reader` may edit: shared ones for any curator, else their home's."""
    homes = [home for home, role in roles_of(reader).items() if role == Role.CURATOR]
    shared = Q(home=None) if homes else Q(pk__in=())
    return Agent.objects.filter(shared | Q(home__in=homes))

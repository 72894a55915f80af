"""The agents that somebody may edit, merge and join."""

from django.db.models import Q

from corpus.models import Agent, Collection, Person, Role
from corpus.models.agent import AgentQuerySet


def kept_agents(reader: Person) -> AgentQuerySet:
    """Return the agents `reader` may edit: shared ones for any curator, else their home's."""
    homes = Collection.objects.written_by(reader, Role.CURATOR)
    shared = Q(home=None) if homes.exists() else Q(pk__in=())
    return Agent.objects.filter(shared | Q(home__in=homes.values("pk")))

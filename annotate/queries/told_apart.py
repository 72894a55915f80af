"""Which claims, or agents, were found not to be the same."""

from typing import Any

from django.db.models import Q

from annotate.models import AgentPair, Claim, ClaimPair
from corpus.models import Agent


def told_apart(thing: Claim | Agent) -> dict[int, Any]:
    """Return what this one, or what became it, is not: the pairs by the ids of the others.

    What became either is asked for where as many know it as know what it became.
    """
    pairs: Any = ClaimPair if isinstance(thing, Claim) else AgentPair
    here = Q(pk=thing.pk) | Q(merged_into=thing, home=thing.home_id)
    family = set(type(thing)._default_manager.filter(here).values_list("pk", flat=True))
    told = pairs.objects.filter(Q(first__in=family) | Q(second__in=family)).order_by("pk")
    found: dict[int, Any] = {}
    for pair in told.select_related("first__merged_into", "second__merged_into"):
        other = pair.second if pair.first_id in family else pair.first
        end = other.merged_into
        found[end.pk if end and end.home_id == other.home_id else other.pk] = pair
    return found

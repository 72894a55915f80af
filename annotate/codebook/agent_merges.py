"""Merge an agent into another, and take the two apart again.

A merge is an edge; `merging` says how all that follows is computed from the edges, in every
collection. Groups and findings that two are not independent are not changed: they are read
through the merges.
"""

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from annotate.actions.locks import lock_documents
from annotate.codebook.merged_agents import (
    documents_naming,
    passages_naming,
    settle_agents,
    settle_documents,
)
from annotate.codebook.merged_tags import settle_tags
from annotate.codebook.merging import Act, begin, make, undo
from annotate.models import AgentMerge, Tag
from corpus.history import history
from corpus.models import Agent, Person
from corpus.models.agent import AgentStatus
from corpus.refusals import refusals


def merge_agents(source: Agent, target: Agent, *, by: Person, reason: str) -> AgentMerge:
    """Let `source` be `target` from now on: whatever names it names the target.

    Where one of the two takes a stance on the other's position, or is quoted by it, the tag
    says so of one agent now and turns stale. Raise ValidationError where a rule refuses.
    """
    merge = AgentMerge(source=source, target=target, reason=reason.strip(), created_by=by)
    with refusals(deferred=True), history(by=by, action="merge_agents", reason=merge.reason):
        act = begin(merge)
        _lock(act)
        _refuse_merged(source, target)
        act = make(act)
        tags = _tags_naming(act.ends)
        settle_documents(act)
        settle_tags(act, tags)
        settle_agents(act)
    return merge


def undo_agent_merge(merge: AgentMerge, *, by: Person, reason: str = "") -> None:
    """Take two agents apart again: all becomes what it would be without the merge.

    What people changed since stays as they left it. Raise ValidationError where it was undone
    already.
    """
    with refusals(deferred=True), history(by=by, action="undo_agent_merge", reason=reason.strip()):
        act = begin(merge)
        _lock(act)
        act = undo(act, by)
        tags = _tags_naming(act.ends)
        settle_agents(act)
        settle_documents(act)
        settle_tags(act, tags)


def _tags_naming(agents: set[int]) -> QuerySet[Tag]:
    return Tag.objects.filter(Q(asserted_by__in=agents) | Q(held_by__in=agents))


def _lock(act: Act) -> None:
    """Lock the documents in which either is named, and the agents, in this order."""
    documents = documents_naming(act.ends).values_list("pk", flat=True)
    passages = passages_naming(act.ends).order_by()
    tags = _tags_naming(act.ends).order_by()
    lock_documents(
        {
            *documents,
            *passages.values_list("text_version__document", flat=True),
            *tags.values_list("passage__text_version__document", flat=True),
        }
    )
    keys = {act.merge.source_id, act.merge.target_id} | act.ends | act.turned
    list(Agent.objects.filter(pk__in=keys).order_by("pk").select_for_update(of=("self",)))


def _refuse_merged(*agents: Agent) -> None:
    keys = [agent.pk for agent in agents]
    if Agent.objects.filter(pk__in=keys, status=AgentStatus.MERGED).exists():
        raise ValidationError(_("One of the two has already been merged."), "agent_is_merged")

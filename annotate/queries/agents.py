"""Agents: the list, what one says and is said to hold, and who is quoted by others."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet
from django.shortcuts import get_object_or_404

from annotate.models import LIVE, Tag
from annotate.queries.evidence import OLDEST_FIRST, Evidence, evidence_page, standing
from annotate.queries.matching import contains_all, words_of
from annotate.web.paging import Page, page
from corpus.access import Reader
from corpus.models import Agent

_AUTHOR = "passage__text_version__document__author"


@dataclass(frozen=True)
class AgentLine:
    """An agent, how many tags hold its words and how many name it as holder."""

    agent: Agent
    said: int = 0
    held: int = 0


@dataclass(frozen=True)
class AgentEvidence:
    """What an agent said, and what others said of its positions; oldest first."""

    said: Page[Evidence]
    held: Page[Evidence]


def get_agent(reader: Reader, agent_id: int) -> Agent:
    """Return the agent; raise Http404 where `reader` may not see it."""
    agents = Agent.objects.visible_to(reader).select_related("acts_for", "home", "merged_into")
    return get_object_or_404(agents, pk=agent_id)


def list_agents(reader: Reader, query: str = "", *, after: str | None = None) -> Page[AgentLine]:
    """Return a page of the agents `reader` may see, by name, with what is tagged of them."""
    agents = Agent.objects.visible_to(reader).exclude(status="merged")
    if query:
        words = words_of(query)
        agents = agents.filter(contains_all("name", words) | Q(aliases__icontains=query))
    found = page(agents.only("name", "disambiguation", "kind", "status"), ("name", "id"), after)
    keys = [agent.pk for agent in found.rows]
    said, held = (_count(reader, column, keys) for column in ("asserted_by", "held_by"))
    lines = [AgentLine(a, said.get(a.pk, 0), held.get(a.pk, 0)) for a in found.rows]
    return Page(lines, found.next_cursor)


def evidence_of(
    agent: Agent, *, reader: Reader, cursors: Mapping[str, str] | None = None
) -> AgentEvidence:
    """Return what the agent said and what is said of it; `cursors` are by the names of these."""
    tags, cursors = standing(reader), cursors or {}
    return AgentEvidence(
        said=_oldest_first(tags.filter(asserted_by=agent), reader, cursors.get("said")),
        held=_oldest_first(tags.filter(held_by=agent), reader, cursors.get("held")),
    )


def quoted_voices(*, reader: Reader, after: str | None = None) -> Page[Evidence]:
    """Return the tags on words of somebody other than the document's author, oldest first."""
    quoted = standing(reader).filter(**{f"{_AUTHOR}__isnull": False})
    return _oldest_first(quoted.exclude(asserted_by=F(_AUTHOR)), reader, after)


def _oldest_first(tags: QuerySet[Tag], reader: Reader, after: str | None) -> Page[Evidence]:
    return evidence_page(tags, OLDEST_FIRST, reader=reader, after=after)


def _count(reader: Reader, column: str, keys: list[int]) -> dict[int, int]:
    tags = Tag.objects.visible_to(reader).filter(**{f"{column}__in": keys, "status__in": LIVE})
    return dict(tags.order_by().values_list(column).annotate(number=Count("pk")))

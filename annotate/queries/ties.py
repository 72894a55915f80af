"""What counting must know of agents and documents: who belongs to whom, what comes from where.

Each is walked in PostgreSQL, upwards from those who are asked about, and then cut down to what
the reader can see: a derivation from a hidden document, or a body known only in a closed
collection, does not exist for who cannot see it.
"""

from collections.abc import Collection, Iterable
from typing import Any

from django.db import connection

from annotate.connections import Step, Ties
from annotate.queries.selections import Selection
from corpus.models.agent import AgentStatus

_BONDS = """
    WITH RECURSIVE bond(kind, one, other, reason, home) AS (
        SELECT 'acts_for', id, acts_for_id, '', NULL::bigint FROM corpus_agent
            WHERE acts_for_id IS NOT NULL
        UNION ALL SELECT 'part_of', id, independence_parent_id, '', NULL FROM corpus_agent
            WHERE independence_parent_id IS NOT NULL
        UNION ALL SELECT 'became', id, merged_into_id, '', NULL FROM corpus_agent
            WHERE merged_into_id IS NOT NULL
        UNION ALL SELECT 'member_of', to_agent_id, from_agent_id, '', NULL
            FROM corpus_agent_members
        UNION ALL SELECT 'joined', first_id, second_id, reason, home_id FROM annotate_agentjoin
        UNION ALL SELECT 'joined', second_id, first_id, reason, home_id FROM annotate_agentjoin
    ), reached(id) AS (
        SELECT unnest(%s::bigint[])
        UNION SELECT bond.other FROM reached JOIN bond ON bond.one = reached.id
    )
    SELECT kind, one, other, reason, home FROM reached JOIN bond ON bond.one = reached.id
"""
_SOURCES = """
    WITH RECURSIVE reached(id) AS (
        SELECT unnest(%s::bigint[])
        UNION SELECT d.upstream_id
            FROM reached JOIN corpus_derivation d ON d.document_id = reached.id
    )
    SELECT d.document_id, d.upstream_id
    FROM reached JOIN corpus_derivation d ON d.document_id = reached.id
"""


def ties_of(
    agents: Iterable[int], documents: Iterable[int], unreviewed: Iterable[int], *, seen: Selection
) -> Ties:
    """Return the ties of some agents and documents, in four queries whatever their number.

    The authors of the documents, and of all those behind them, are among the agents.
    """
    sources, authors = _sources(documents, seen)
    bonds, proposed = _bonds({*agents, *authors.values()}, seen)
    return Ties(bonds, sources, authors, proposed, frozenset(unreviewed))


def _sources(
    documents: Iterable[int], seen: Selection
) -> tuple[dict[int, list[int]], dict[int, int]]:
    """Return what each document is copied from, and who wrote those the reader can see."""
    asked = set(documents)
    edges = _fetch(_SOURCES, asked)
    ids = asked.union(*edges)
    visible = dict(seen.readable_documents().filter(pk__in=ids).values_list("pk", "author"))
    sources: dict[int, list[int]] = {document: [] for document in visible}
    for document, upstream in edges:
        if document in visible and upstream in visible:
            sources[document].append(upstream)
    return sources, {document: author for document, author in visible.items() if author}


def _bonds(agents: Collection[int], seen: Selection) -> tuple[list[Step], frozenset[int]]:
    """Return the bonds between agents the reader can see, and who of them is only proposed."""
    steps = _steps(_fetch(_BONDS, agents), seen)
    ids = {end for step in steps for end in (step.one, step.other)}.union(agents)
    status = dict(seen.readable_agents().filter(pk__in=ids).values_list("pk", "status"))
    proposed = (agent for agent, state in status.items() if state == AgentStatus.PROPOSED)
    kept = [step for step in steps if step.one in status and step.other in status]
    return kept, frozenset(proposed)


def _steps(rows: Iterable[tuple[Any, ...]], seen: Selection) -> list[Step]:
    """Return the bonds; a join, which is found from both its ends, once, and where it is known."""
    rows = list(rows)
    homes = {home for *_bond, home in rows if home}
    known = seen.readable_collections().filter(pk__in=homes) if homes else ()
    open_to = {None, *(collection.pk for collection in known)}
    return [
        Step(kind, one, other, reason)
        for kind, one, other, reason, home in rows
        if home in open_to and not (kind == "joined" and one > other)
    ]


def _fetch(query: str, ids: Collection[int]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, [sorted(ids)])
        return list(cursor.fetchall())

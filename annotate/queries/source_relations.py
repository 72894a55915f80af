"""What counting must know of agents and documents: who belongs to whom, what comes from where.

Each is walked in PostgreSQL, upwards from those who are asked about, and then cut down to what
the reader can see: a derivation from a hidden document, or a body known only in a closed
collection, does not exist for who cannot see it.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db import connection

from annotate.counting.components import Step, Ties
from annotate.queries.selections import Selection
from corpus.models.agent import AgentStatus

# Groups and joins keep whom they were told of; they are read by what those became.
_BONDS = """
    WITH RECURSIVE bond(kind, one, other, reason, home) AS (
        SELECT 'acts_for', id, acts_for_id, '', NULL::bigint FROM corpus_agent
            WHERE acts_for_id IS NOT NULL
        UNION ALL SELECT 'part_of', id, independence_parent_id, '', NULL FROM corpus_agent
            WHERE independence_parent_id IS NOT NULL
        UNION ALL SELECT 'became', id, merged_into_id, '', NULL FROM corpus_agent
            WHERE merged_into_id IS NOT NULL
        UNION ALL SELECT 'member_of', COALESCE(a.merged_into_id, a.id),
                COALESCE(b.merged_into_id, b.id), '', NULL
            FROM corpus_agent_members m
            JOIN corpus_agent a ON a.id = m.to_agent_id
            JOIN corpus_agent b ON b.id = m.from_agent_id
        UNION ALL SELECT 'joined', COALESCE(a.merged_into_id, a.id),
                COALESCE(b.merged_into_id, b.id), j.reason, j.home_id
            FROM annotate_agentjoin j
            JOIN corpus_agent a ON a.id IN (j.first_id, j.second_id)
            JOIN corpus_agent b ON b.id IN (j.first_id, j.second_id) AND b.id <> a.id
    ), reached(id) AS (
        SELECT unnest(%s::bigint[])
        UNION SELECT bond.other FROM reached JOIN bond ON bond.one = reached.id
    )
    SELECT kind, one, other, reason, home FROM reached JOIN bond ON bond.one = reached.id
    WHERE one <> other AND (kind <> 'joined' OR one < other)
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
    sources, authors, hides_sources = _sources(documents, seen)
    bonds, proposed, hides_bonds = _bonds({*agents, *authors.values()}, seen)
    is_cut = hides_sources or hides_bonds
    return Ties(bonds, sources, authors, proposed, frozenset(unreviewed), is_cut)


def _sources(
    documents: Iterable[int], seen: Selection
) -> tuple[dict[int, list[int]], dict[int, int], bool]:
    """Return what each document is copied from, who wrote them, and whether some are hidden."""
    asked = set(documents)
    edges = _fetch(_SOURCES, asked)
    ids = asked.union(*edges)
    visible = dict(seen.readable_documents().filter(pk__in=ids).values_list("pk", "author"))
    sources: dict[int, list[int]] = {document: [] for document in visible}
    for document, upstream in edges:
        if document in visible and upstream in visible:
            sources[document].append(upstream)
    authors = {document: author for document, author in visible.items() if author}
    return sources, authors, len(visible) < len(ids)


def _bonds(agents: Collection[int], seen: Selection) -> tuple[list[Step], frozenset[int], bool]:
    """Return the bonds between agents the reader can see, who of them is only proposed, and
    whether some are hidden.
    """
    rows = _fetch(_BONDS, agents)
    steps = _known(rows, seen)
    ids = {end for step in steps for end in (step.one, step.other)}.union(agents)
    status = dict(seen.readable_agents().filter(pk__in=ids).values_list("pk", "status"))
    proposed = (agent for agent, state in status.items() if state == AgentStatus.PROPOSED)
    kept = [step for step in steps if step.one in status and step.other in status]
    return kept, frozenset(proposed), len(kept) < len(rows)


def _known(rows: Sequence[tuple[Any, ...]], seen: Selection) -> list[Step]:
    """Return the bonds but for joins that are known only where the reader cannot look."""
    homes = {home for *_bond, home in rows if home}
    known = seen.readable_collections().filter(pk__in=homes) if homes else ()
    open_to = {None, *(collection.pk for collection in known)}
    return [Step(*bond) for *bond, home in rows if home in open_to]


def _fetch(query: str, ids: Collection[int]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, [sorted(ids)])
        return list(cursor.fetchall())

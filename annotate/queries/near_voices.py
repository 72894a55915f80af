"""Agents that count apart and may be the same: two spellings of one State are not two sources."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db import connection

from annotate.counting.independence import Count, Group
from annotate.queries.agent_finder import NEAR, SMALL_WORDS

MOST = 400  # agents of one claim that are compared
SHOWN = 5

# Two are alike by any of their names, or where one is called by the other's initials. Only those
# are compared that share the beginning of a word: the trigrams of all pairs take 20 times as long.
# Those that somebody told apart, or what became either, are not alike.
_ALIKE = r"""
    WITH spelled AS MATERIALIZED (
        SELECT id, spelling, upper(replace(spelling, '.', '')) AS acronym, upper(regexp_replace(
            regexp_replace(spelling, '\m(' || %(small)s || ')\M', '', 'gi'),
            '(\w)\w*\W*', '\1', 'g'
        )) AS initials
        FROM corpus_agent, unnest(array_prepend(name, aliases)) AS spelling
        WHERE id = ANY(%(agents)s)
    ), begun AS (
        SELECT DISTINCT id, spelling, lower(left(word, 4)) AS letters
        FROM spelled, regexp_split_to_table(spelling, '\W+') AS word
        WHERE word !~* ('^(' || %(small)s || ')?$')
    ), pair AS (
        SELECT DISTINCT a.id AS one, b.id AS other, a.spelling, b.spelling AS otherwise
        FROM begun a JOIN begun b ON a.letters = b.letters AND a.id < b.id
    ), alike AS (
        SELECT one, other, similarity(spelling, otherwise) AS likeness FROM pair
        WHERE similarity(spelling, otherwise) >= %(near)s
        UNION ALL SELECT least(a.id, b.id), greatest(a.id, b.id), 1
        FROM spelled a JOIN spelled b ON a.initials = b.acronym AND a.id <> b.id
        WHERE length(a.initials) > 1
    ), apart AS (
        SELECT COALESCE(one.merged_into_id, one.id) AS one,
               COALESCE(other.merged_into_id, other.id) AS other
        FROM annotate_agentpair p
        JOIN corpus_agent one ON one.id = p.first_id
        JOIN corpus_agent other ON other.id = p.second_id
    )
    SELECT one, other FROM alike
    WHERE NOT EXISTS (
        SELECT 1 FROM apart
        WHERE (apart.one, apart.other) IN ((alike.one, alike.other), (alike.other, alike.one))
    )
    GROUP BY one, other
    ORDER BY max(likeness) DESC, one, other
"""


def near_voices(count: Count) -> list[tuple[int, int]]:
    """Return pairs of agents that count as two in a number and may be one, the likest first.

    In one query; of the first 400 agents counted. All of them are the reader's to see.
    """
    numbers = [_places(groups) for groups in (count.affirmed, count.attested, count.denied)]
    agents = sorted({agent for places in numbers for agent in places})[:MOST]
    if len(agents) < 2:
        return []
    values: dict[str, Any] = {"agents": agents, "near": NEAR, "small": SMALL_WORDS}
    with connection.cursor() as cursor:
        cursor.execute(_ALIKE, values)
        return [pair for pair in cursor.fetchall() if _count_twice(pair, numbers)][:SHOWN]


def _places(groups: Iterable[Group]) -> dict[int, int]:
    """Return which of the sources each agent belongs to."""
    return {agent: place for place, group in enumerate(groups) for agent in group.agents}


def _count_twice(pair: tuple[int, int], numbers: Collection[Mapping[int, int]]) -> bool:
    """Whether both are counted in one of the numbers, apart."""
    one, other = pair
    return any(
        one in places and other in places and places[one] != places[other] for places in numbers
    )

"""Rings: what is copied in a circle, against another library's answer."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.counting.rings import knots, ring_in

NODES = st.integers(1, 12)
EDGES = st.lists(st.tuples(NODES, NODES), max_size=40)


def test_a_ring_of_three_is_found_and_walked_in_order():
    edges = [(3, 1), (1, 2), (2, 3), (3, 4)]

    assert knots(edges) == [[1, 2, 3]]
    assert ring_in([1, 2, 3], edges) == [1, 2, 3]


def test_of_several_rings_in_a_knot_the_shortest_is_shown():
    edges = [(1, 2), (2, 3), (3, 1), (2, 1)]

    assert ring_in([1, 2, 3], edges) == [1, 2]


def test_a_chain_and_a_document_that_quotes_itself_are_no_ring():
    assert knots([(1, 2), (2, 3), (3, 3)]) == []


def test_a_very_long_ring_is_found():
    edges = [(one, (one + 1) % 5000) for one in range(5000)]

    assert ring_in(knots(edges)[0], edges) == [*range(5000)]


def test_without_a_way_back_there_is_no_ring():
    with pytest.raises(ValueError, match="lead back"):
        ring_in([1, 2], [(1, 2)])


@given(EDGES)
def test_knots_are_the_strongly_connected_components(edges):
    parts = nx.strongly_connected_components(nx.DiGraph(edges))

    assert knots(edges) == sorted(sorted(part) for part in parts if len(part) > 1)


@given(EDGES)
def test_every_ring_is_a_shortest_one_through_its_first(edges):
    for knot in knots(edges):
        ring = ring_in(knot, edges)

        assert ring[0] == knot[0]
        assert len(set(ring)) == len(ring)
        assert {*zip(ring, [*ring[1:], ring[0]], strict=True)} <= {*edges}
        graph = nx.DiGraph(edge for edge in edges if edge[0] != edge[1])
        steps_back = nx.shortest_path_length(graph, target=ring[0])
        assert len(ring) == 1 + min(steps_back.get(one, 99) for one in graph[ring[0]])


@given(EDGES, st.randoms())
def test_the_order_of_what_is_recorded_does_not_matter(edges, random):
    mixed = random.sample(edges, len(edges))

    assert knots(mixed) == knots(edges)
    assert [ring_in(knot, mixed) for knot in knots(mixed)] == [
        ring_in(knot, edges) for knot in knots(edges)
    ]

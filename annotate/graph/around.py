"""The picture of the evidence around a start: its nodes and edges, as far as a reader may see."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from annotate.graph.edges import computed, copied, linked, not_independent
from annotate.graph.nodes import Said, edges_of, new_nodes, said_in, start_node
from annotate.graph.parts import Edge, Graph, Node
from annotate.graph.walk import Walk, reached_tags

MOST_NODES = 2_000
MOST_COMPUTED = 400


def graph_around(walk: Walk) -> Graph:
    """Return what is around the start, the nearest 2,000 nodes at most.

    Nine queries, whatever there is. A start that is a tag which is not live has no graph.
    """
    hops = reached_tags(walk, most=MOST_NODES + 1)
    start = start_node(walk.start)
    nodes = {start.id: start} if start else {}
    said, others = _admit(nodes, said_in(hops, reader=walk.reader))
    origins = _admit_origins(nodes, walk, said)
    links = list(linked(walk, said))
    same_claim = list(islice(computed(walk, said, links), MOST_COMPUTED + 1))
    return Graph(
        nodes=_in_order(nodes.values(), walk.start.node),
        edges=[
            *edges_of(said),
            *links,
            *(edge for edge in origins if edge.target in nodes),
            *not_independent(walk, nodes),
            *same_claim[:MOST_COMPUTED],
        ],
        is_cut=bool(others) or any(edge.target not in nodes for edge in origins),
        is_thinned=len(same_claim) > MOST_COMPUTED,
    )


def _admit(nodes: dict[str, Node], said: Sequence[Said]) -> tuple[list[Said], list[Said]]:
    """Put the nodes of as many tags as fit into `nodes`; return these tags, and the others."""
    for number, one in enumerate(said):
        new = new_nodes(one, nodes)
        if len(nodes) + len(new) > MOST_NODES:
            return list(said[:number]), list(said[number:])
        nodes |= new
    return list(said), []


def _admit_origins(nodes: dict[str, Node], walk: Walk, said: Sequence[Said]) -> list[Edge]:
    """Put the documents that something is copied from into `nodes` as far as they fit.

    Return the lines to all of them, each once.
    """
    edges: dict[str, Edge] = {}
    for origin, edge in copied(walk, said):
        edges.setdefault(edge.id, edge)
        if len(nodes) < MOST_NODES:
            distance = nodes[edge.source].distance + 1
            nodes.setdefault(origin.id, replace(origin, distance=distance))
    return list(edges.values())


def _in_order(nodes: Iterable[Node], start: str) -> list[Node]:
    """Return the nodes, the start first, then the nearest, each kind by its number."""
    ordered = sorted(nodes, key=lambda n: (n.id != start, n.distance, n.type, len(n.key), n.key))
    return [replace(node, is_start=node.id == start) for node in ordered]

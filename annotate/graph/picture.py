"""A picture of the evidence as the browser draws it, and as a table says it."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from annotate.graph.layout import Dot, Point, columns, rings
from annotate.graph.parts import Edge, Graph, Node

LONGEST_NAME = 60  # code points, beside a point
# The lines that say where a point belongs.
_JOINING = {"stance", "asserted_by", "held_by", "conveyed_by", "document", "copied"}
BOW, BOW_SHARE, BOW_STEP, WIDEST_BOW = (
    26.0,
    0.2,
    16.0,
    260.0,
)  # of a line between two nodes of one column


@dataclass(frozen=True)
class TagLine:
    """A tag and what it hangs on, by how it does: claim, document, asserted_by …"""

    tag: Node
    hangs_on: dict[str, Node]


@dataclass(frozen=True)
class EdgeLine:
    """An edge with the nodes at its ends."""

    edge: Edge
    source: Node
    target: Node


@dataclass(frozen=True)
class Table:
    """All that a picture shows, in words: the nearest first."""

    tags: list[TagLine]
    edges: list[EdgeLine]
    claims: list[Node]
    agents: list[Node]
    documents: list[Node]


def table_of(graph: Graph) -> Table:
    """Return what the picture shows as lines that can be read one after the other."""
    nodes = {node.id: node for node in graph.nodes}
    hangs_on: dict[str, dict[str, Node]] = defaultdict(dict)
    edges = []
    for edge in graph.edges:
        if edge.family:
            edges.append(EdgeLine(edge, nodes[edge.source], nodes[edge.target]))
        else:
            hangs_on[edge.source][edge.type] = nodes[edge.target]
    kinds: dict[str, list[Node]] = defaultdict(list)
    for node in graph.nodes:
        kinds[node.type].append(node)
    return Table(
        tags=[TagLine(tag, hangs_on[tag.id]) for tag in kinds["tag"]],
        edges=edges,
        claims=kinds["claim"],
        agents=kinds["agent"],
        documents=kinds["document"],
    )


def places_of(graph: Graph, layout: str) -> dict[str, Point]:
    """Return where each node is, in `columns` or in `rings`; always the same for the same."""
    dots = [Dot(node.id, node.type, node.side) for node in graph.nodes]
    lines = [(edge.source, edge.target) for edge in graph.edges if edge.type in _JOINING]
    if layout == "columns":
        return columns(dots, lines)
    start = next((node.id for node in graph.nodes if node.is_start), "")
    return rings(dots, lines, start)


def picture_of(graph: Graph, layout: str) -> dict[str, Any]:
    """Return what the browser draws, ready to be written as JSON."""
    places = places_of(graph, layout)
    drawn: Counter[frozenset[str]] = Counter()
    edges = []
    for edge in graph.edges:
        ends = frozenset((edge.source, edge.target))
        bow = 0.0
        if edge.family and layout == "columns":
            bow = _bow(edge, places[edge.source], places[edge.target], drawn[ends])
            drawn[ends] += 1
        edges.append(_drawn_edge(edge, bow))
    return {
        "layout": layout,
        "nodes": [_drawn_node(node, places[node.id]) for node in graph.nodes],
        "edges": edges,
    }


def _bow(edge: Edge, source: Point, target: Point, nth: int) -> float:
    """Return how far a line between two nodes of one column bends aside, else 0.

    What is computed bends to the left, everything else to the right, whichever end is above.
    """
    if source.x != target.x:
        return 0.0
    bow = min(BOW + BOW_SHARE * abs(target.y - source.y), WIDEST_BOW) + BOW_STEP * nth
    side = 1 if edge.is_computed or edge.type == "copied" else -1
    return round(bow * side * (1 if target.y > source.y else -1), 1)


def _drawn_node(node: Node, place: Point) -> dict[str, Any]:
    return {
        "id": node.id,
        "type": node.type,
        "label": node.label,
        "name": _shortened(node.label),
        "quote": node.quote,
        "language": node.language,
        "text": node.text if node.type == "claim" else "",
        "side": node.side,
        "color": node.color,
        "url": node.url,
        "isStart": node.is_start,
        "x": place.x,
        "y": place.y,
    }


def _shortened(label: str) -> str:
    return label if len(label) <= LONGEST_NAME else label[: LONGEST_NAME - 1].rstrip() + "…"


def _drawn_edge(edge: Edge, bow: float) -> dict[str, Any]:
    return {
        "id": edge.id,
        "source": edge.source,
        "target": edge.target,
        "words": edge.words,
        "family": edge.family,
        "side": edge.side,
        "type": edge.type,
        "isComputed": edge.is_computed,
        "isSymmetric": edge.is_symmetric,
        "why": edge.rationale,
        "url": edge.url,
        "bow": bow,
    }

"""The evidence graph as data: every tag asked for, in the parts that the picture is made of."""

from typing import Any

from django.db.models import QuerySet

from annotate.graph.edges import linked, not_independent
from annotate.graph.nodes import edges_of, new_nodes, said_in
from annotate.graph.parts import Edge, Graph, Node
from annotate.graph.walk import Scope
from annotate.models import Stance, Tag
from corpus.access import Reader

MOST_TAGS = 5_000

type Row = dict[str, Any]

_OF_NODE = {
    "tag": ("quote", "stance", "status"),
    "claim": ("text", "kind", "status", "color"),
    "document": (),
    "agent": ("kind",),
}
_OF_EDGE = {
    "link": ("relation", "family", "strength", "directness", "rationale", "url"),
    "not_independent": ("relation", "family", "rationale", "url"),
}


def graph_of(tags: QuerySet[Tag], *, reader: Reader) -> Graph:
    """Return the tags with their claims, documents and agents, and the lines between these.

    At most 5,000 tags, the oldest ones.
    """
    keys = list(tags.order_by("pk").values_list("pk", flat=True)[: MOST_TAGS + 1])
    said = said_in(dict.fromkeys(keys[:MOST_TAGS], 0), reader=reader)
    nodes: dict[str, Node] = {}
    for one in said:
        nodes |= new_nodes(one, nodes)
    scope = Scope(reader)
    return Graph(
        nodes=sorted(nodes.values(), key=lambda node: (node.type, len(node.key), node.key)),
        edges=[*edges_of(said), *linked(scope, said), *not_independent(scope, nodes)],
        is_cut=len(keys) > MOST_TAGS,
    )


def rows_of(graph: Graph) -> dict[str, list[Row]]:
    """Return nodes and edges as they are sent, each with what applies to its type."""
    return {
        "nodes": [_node_row(node) for node in graph.nodes],
        "edges": [_edge_row(edge) for edge in graph.edges],
    }


def _node_row(node: Node) -> Row:
    row = _values(node, ("id", "type", "label", "url", *_OF_NODE[node.type]))
    return row | _polarity(node.stance)


def _edge_row(edge: Edge) -> Row:
    row = _values(edge, ("id", "type", "source", "target", *_OF_EDGE.get(edge.type, ())))
    if edge.type == "stance":
        return row | {"stance": edge.relation} | _polarity(edge.relation)
    return row | ({"symmetric": edge.is_symmetric} if edge.family else {})


def _values(part: Node | Edge, names: tuple[str, ...]) -> Row:
    return {name: getattr(part, name) for name in names}


def _polarity(stance: str) -> Row:
    return {"polarity": Stance(stance).polarity} if stance else {}

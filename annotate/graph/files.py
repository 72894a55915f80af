"""A picture of the evidence as files: GraphML, and the two tables that Gephi reads."""

import csv
import hashlib
import io
import logging
import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from django.conf import settings

from annotate.exports.csv_files import MARK
from annotate.exports.tables import FORMULA_STARTS
from annotate.graph.parts import Edge, Graph, Node
from annotate.graph.walk import Walk
from annotate.queries.selections import SPREADSHEET

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
# What XML 1.0 cannot hold, not even escaped.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPES = {str: "string", bool: "boolean", int: "int"}
_FREE = {"Label", "Text", "Quote", "Language", "Rationale"}

type Value = str | bool | int
type Row = dict[str, Value]

_log = logging.getLogger("corroborate.export")


def graphml(graph: Graph) -> bytes:
    """Return the graph as GraphML: directed, each edge with an id of its own, keys with types.

    An attribute that does not apply is left out. Edges that read the same both ways say so in
    `symmetric`: readers refuse a directed graph with undirected edges. Each edge has its id as
    `name` too, since igraph 1.0 takes other ids for those of edges. `complete` is false where
    the picture is cut.
    """
    root = ET.Element("graphml", xmlns=NAMESPACE)
    about: Row = {"complete": not (graph.is_cut or graph.is_thinned)}
    keys = {
        "graph": _declare(root, "graph", about),
        "node": _declare(root, "node", _NODE),
        "edge": _declare(root, "edge", _EDGE),
    }
    drawn = ET.SubElement(root, "graph", id="evidence", edgedefault="directed")
    _describe(drawn, keys["graph"], about)
    for node in graph.nodes:
        _describe(ET.SubElement(drawn, "node", id=node.id), keys["node"], _node_row(node))
    for edge in graph.edges:
        ends = {"source": edge.source, "target": edge.target}
        element = ET.SubElement(drawn, "edge", {"id": edge.id} | ends)
        _describe(element, keys["edge"], _edge_row(edge))
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def nodes_csv(graph: Graph, flavour: str) -> bytes:
    """Return the nodes as Gephi reads them: Id, Label, Type and the rest."""
    return _written(
        _gephi_node(_NODE, ""), (_gephi_node(_node_row(n), n.id) for n in graph.nodes), flavour
    )


def edges_csv(graph: Graph, flavour: str) -> bytes:
    """Return the edges as Gephi reads them: Source, Target, Type, Id, Label and the rest."""
    header = _gephi_edge(_EMPTY_EDGE)
    return _written(header, (_gephi_edge(edge) for edge in graph.edges), flavour)


def record(name: str, walk: Walk, graph: Graph, file: bytes) -> None:
    """Write to the log who took what, from which start, how much, and the file's sum."""
    _log.info(
        "%s took %s (start=%s hops=%d): %d nodes, %d edges, sha256 %s",
        getattr(walk.reader, "username", ""),
        name,
        walk.start.node,
        walk.hops,
        len(graph.nodes),
        len(graph.edges),
        hashlib.sha256(file).hexdigest(),
    )


def _node_row(node: Node) -> Row:
    return {
        "label": node.label,
        "type": node.type,
        "text": node.text,
        "quote": node.quote,
        "stance": node.stance,
        "side": node.side,
        "status": node.status,
        "kind": node.kind,
        "date": node.date,
        "language": node.language,
        "color": node.color,
        "distance": node.distance,
        "start": node.is_start,
        "url": settings.SITE_URL.rstrip("/") + node.url,
    }


def _edge_row(edge: Edge) -> Row:
    return {
        "name": edge.id,
        "label": edge.words,
        "type": edge.type,
        "relation": edge.relation,
        "family": edge.family,
        "side": edge.side,
        "computed": edge.is_computed,
        "symmetric": edge.is_symmetric,
        "strength": edge.strength,
        "rationale": edge.rationale,
        "url": settings.SITE_URL.rstrip("/") + edge.url if edge.url else "",
    }


_APART = {"name", "type"}  # what Gephi has columns of other names for
_EMPTY_EDGE = Edge("", "", "", "", "", "")
_NODE, _EDGE = _node_row(Node("", "", "", "", 0)), _edge_row(_EMPTY_EDGE)


def _gephi_node(row: Row, key: str) -> Row:
    return {"Id": key} | {name.title(): value for name, value in row.items()}


def _gephi_edge(edge: Edge) -> Row:
    ends: Row = {
        "Source": edge.source,
        "Target": edge.target,
        "Type": "Undirected" if edge.is_symmetric else "Directed",
        "Id": edge.id,
    }
    rest = {
        name.title(): value
        for name, value in _edge_row(edge).items()
        if name not in ("name", "type")
    }
    return ends | rest | {"Kind": edge.type}


def _declare(root: ET.Element, what: str, row: Row) -> dict[str, str]:
    """Declare a typed key for each attribute; return the keys' ids by name."""
    ids = {}
    for name, value in row.items():
        ids[name] = f"{what}-{name}"
        about = {"for": what, "attr.name": name, "attr.type": _TYPES[type(value)]}
        ET.SubElement(root, "key", {"id": ids[name]} | about)
    return ids


def _describe(element: ET.Element, ids: dict[str, str], row: Row) -> None:
    for name, value in row.items():
        if value != "":
            ET.SubElement(element, "data", key=ids[name]).text = _in_xml(value)


def _in_xml(value: Value) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return _NO_XML.sub("\ufffd", text)


def _written(header: Iterable[str], rows: Iterable[Row], flavour: str) -> bytes:
    """Return rows as CSV in UTF-8, as the other exports write it: all quoted, lines end in LF."""
    guard = flavour == SPREADSHEET
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow(_cell(name, value, guard=guard) for name, value in row.items())
    return (MARK if guard else b"") + out.getvalue().encode()


def _cell(name: str, value: Value, *, guard: bool) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    looks_like_formula = name in _FREE and text.startswith(tuple(FORMULA_STARTS))
    return f"'{text}" if guard and looks_like_formula else text

"""The graph as files: what networkx, igraph, Gephi and a spreadsheet read of it."""

import csv
import io
import logging
from xml.etree import ElementTree as ET

import igraph
import networkx as nx
import pytest
from django.urls import reverse

from annotate.exports.tables import FORMULA_STARTS
from annotate.graph import around
from annotate.graph.files import NAMESPACE, graphml, nodes_csv
from annotate.graph.parts import Edge, Graph, Node
from tests import make

FILES = ("export_graphml", "export_graph_nodes", "export_graph_edges")


def fetch(somebody, route="export_graphml", **asked):
    response = make.browser(somebody).get(reverse(route), asked)
    assert response.status_code == 200, response.content
    return response.getvalue()


def rows(somebody, route, **asked):
    """Return the rows of a CSV file as dictionaries, read as Gephi reads them."""
    written = fetch(somebody, route, **({"for": "analysis"} | asked)).decode()
    return list(csv.DictReader(io.StringIO(written, newline="")))


@pytest.fixture
def asked(seeds):
    """Return what asks for a large picture with every kind of point and line."""
    return {"document": seeds.report.pk}


@pytest.fixture
def parallel(collection):
    """Return a tag linked to another in two ways."""
    one, other = (make.tag(make.document(collection=collection)) for _ in range(2))
    make.link(one, other, relation="supports")
    make.link(one, other, relation="responds_to")
    return one


def by_networkx(written):
    return nx.read_graphml(io.BytesIO(written), force_multigraph=True)


def by_igraph(written, tmp_path):
    path = tmp_path / "graph.graphml"
    path.write_bytes(written)
    return igraph.Graph.Read_GraphML(str(path))


# GraphML.


def test_networkx_and_igraph_read_the_same_points(reader, asked, tmp_path):
    written = fetch(reader, **asked)
    one, other = by_networkx(written), by_igraph(written, tmp_path)

    names = [name for name in other.vs.attributes() if name != "id"]
    found = {v["id"]: {name: v[name] for name in names} for v in other.vs}

    assert found == {
        key: {name: known.get(name, "") for name in names} for key, known in one.nodes(data=True)
    }
    assert len(found) == 70


def test_networkx_and_igraph_read_the_same_lines(reader, asked, tmp_path):
    written = fetch(reader, **asked)
    one, other = by_networkx(written), by_igraph(written, tmp_path)

    ids = other.vs["id"]
    names = [name for name in other.es.attributes() if name != "id"]
    found = {
        e["name"]: (ids[e.source], ids[e.target], {name: e[name] for name in names})
        for e in other.es
    }

    assert found == {
        key: (source, target, {name: known.get(name, "") for name in names})
        for source, target, key, known in one.edges(keys=True, data=True)
    }
    assert len(found) == other.ecount() == one.number_of_edges()


def test_the_points_and_lines_are_those_of_the_page(reader, asked):
    read = by_networkx(fetch(reader, **asked))

    response = make.browser(reader).get(reverse("show_graph"), asked)
    picture = response.context["picture"]

    assert set(read.nodes) == {node["id"] for node in picture["nodes"]}
    assert {key for *_ends, key in read.edges(keys=True)} == {e["id"] for e in picture["edges"]}


def test_parallel_lines_stay_apart(reader, parallel, tmp_path):
    written = fetch(reader, tag=parallel.pk)

    read = by_networkx(written)
    links = [key for *_ends, key in read.edges(keys=True) if key.startswith("link:")]
    assert len(set(links)) == 2
    assert by_igraph(written, tmp_path).has_multiple()


def test_values_have_types(reader, seeds):
    read = by_networkx(fetch(reader, claim="C01"))
    link = seeds.link("L01")

    claim = read.nodes["claim:C01"]
    assert (claim["start"], claim["distance"], claim["color"]) == (True, 0, 1)
    [edge] = [
        data for *_ends, key, data in read.edges(keys=True, data=True) if key == f"link:{link.pk}"
    ]
    assert (edge["symmetric"], edge["computed"]) == (True, False)
    assert edge["rationale"] == link.rationale


def test_what_no_xml_may_hold_is_replaced():
    node = Node(
        "tag:1", "tag", "a\x0bb\ufffe <&>\"' 😀\u0301", "/tags/1/", 0, quote="one\ntwo\tthree"
    )

    written = graphml(Graph([node], []))

    read = by_networkx(written)
    assert read.nodes["tag:1"]["label"] == "a\ufffdb\ufffd <&>\"' 😀\u0301"
    assert read.nodes["tag:1"]["quote"] == "one\ntwo\tthree"


def test_graphml_without_lines_is_well_formed(tmp_path):
    written = graphml(Graph([Node("claim:C01", "claim", "alone", "/claims/C01/", 0)], []))

    assert by_networkx(written).number_of_edges() == 0
    assert by_igraph(written, tmp_path).vcount() == 1


def test_every_key_is_declared_once(reader, asked):
    root = ET.fromstring(fetch(reader, **asked))  # noqa: S314 (our own file)

    declared = [key.get("id") for key in root.iter(f"{{{NAMESPACE}}}key")]
    used = {data.get("key") for data in root.iter(f"{{{NAMESPACE}}}data")}
    assert len(declared) == len(set(declared))
    assert used <= set(declared)


@pytest.mark.parametrize(("most", "complete"), [(2_000, True), (10, False)])
def test_a_file_says_whether_it_is_whole(reader, asked, monkeypatch, most, complete):
    monkeypatch.setattr(around, "MOST_NODES", most)

    response = make.browser(reader).get(reverse("export_graphml"), asked)

    assert by_networkx(response.content).graph["complete"] is complete
    assert ("-nearest" in response["Content-Disposition"]) is not complete


# Gephi.


def test_gephi_finds_its_columns(reader, asked):
    nodes, edges = (
        rows(reader, "export_graph_nodes", **asked),
        rows(reader, "export_graph_edges", **asked),
    )

    assert list(nodes[0])[:3] == ["Id", "Label", "Type"]
    assert list(edges[0])[:5] == ["Source", "Target", "Type", "Id", "Label"]
    assert {row["Type"] for row in edges} == {"Directed", "Undirected"}
    assert len({row["Id"] for row in edges}) == len(edges)
    known = {row["Id"] for row in nodes}
    assert {row[end] for row in edges for end in ("Source", "Target")} <= known


def test_the_tables_hold_what_the_graphml_holds(reader, asked):
    read = by_networkx(fetch(reader, **asked))

    assert {row["Id"] for row in rows(reader, "export_graph_nodes", **asked)} == set(read.nodes)
    assert {
        (row["Source"], row["Target"], row["Id"])
        for row in rows(reader, "export_graph_edges", **asked)
    } == set(read.edges(keys=True))


def test_dates_are_written_for_machines(reader, seeds):
    nodes = rows(reader, "export_graph_nodes", claim="C01", hops="1")

    assert {row["Date"] for row in nodes} == {"", "2023-09-01", "2011-03-30"}


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_a_spreadsheet_takes_nothing_for_a_formula(start):
    node = Node("tag:1", "tag", f"{start}1+1", "/tags/1/", 0, quote=f"{start}2")
    graph = Graph([node], [])

    def read(flavour):
        text = nodes_csv(graph, flavour).decode("utf-8-sig")
        return next(csv.DictReader(io.StringIO(text, newline="")))

    assert read("spreadsheet")["Label"] == f"'{start}1+1"
    assert read("analysis")["Quote"] == f"{start}2"


def test_the_flavours_are_those_of_the_other_exports(reader, seeds):
    for_excel = fetch(reader, "export_graph_nodes", claim="C01")
    for_analysis = fetch(reader, "export_graph_nodes", claim="C01", **{"for": "analysis"})

    assert for_excel == b"\xef\xbb\xbf" + for_analysis
    assert b"\r" not in for_analysis


def test_a_table_without_rows_has_its_header(reader, seeds):
    nothing = fetch(reader, "export_graph_edges", claim="C01", status="submitted")

    assert nothing.decode("utf-8-sig").count("\n") == 1


# All of them.


@pytest.mark.parametrize("route", FILES)
def test_the_same_question_gives_the_same_bytes(reader, asked, route):
    assert fetch(reader, route, **asked) == fetch(reader, route, **asked)


@pytest.mark.parametrize("route", FILES)
def test_a_file_holds_what_its_reader_may_see(reader, collection, closed, insider, route):
    tag = make.tag(make.document(collection=collection))
    hushed = make.document(
        collection=closed, title="Hushed", author=make.agent("Hushed", home=closed)
    )
    other = make.tag(hushed, claim=tag.claim, by=insider)
    make.link(tag, other, relation="related", rationale="Hushed for ever.", by=insider)

    assert b"Hushed" not in fetch(reader, route, tag=tag.pk)
    assert b"ushed" in fetch(insider, route, tag=tag.pk) or route == "export_graph_edges"


@pytest.mark.parametrize(
    ("route", "name"),
    [
        ("export_graphml", "graph-claim-C01.graphml"),
        ("export_graph_nodes", "graph-claim-C01.nodes.csv"),
        ("export_graph_edges", "graph-claim-C01.edges.csv"),
    ],
)
def test_a_file_is_named_and_written_down(reader, seeds, route, name, caplog):
    with caplog.at_level(logging.INFO, "corroborate.export"):
        response = make.browser(reader).get(reverse(route), {"claim": "C01"})

    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert f"{reader.username} took {name.split('.', 1)[1]} (start=claim:C01" in caplog.text


@pytest.mark.parametrize("route", FILES)
def test_a_file_takes_as_many_queries_whatever_it_holds(
    seeds, reader, asked, route, django_assert_max_num_queries
):
    browser = make.browser(reader)

    with django_assert_max_num_queries(15):
        browser.get(reverse(route), asked)


def test_an_edge_without_an_address_has_none():
    edge = Edge("e", "stance", "tag:1", "claim:C01", "asserts", "speaks for")
    nodes = [Node("tag:1", "tag", "x", "/tags/1/", 0), Node("claim:C01", "claim", "y", "/c/", 0)]

    read = by_networkx(graphml(Graph(nodes, [edge])))

    assert "url" not in read.edges["tag:1", "claim:C01", "e"]

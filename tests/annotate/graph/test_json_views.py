"""The evidence graph as data."""

from collections import Counter

import pytest
from django.urls import reverse

from annotate.actions.joins import join_agents
from annotate.graph import data as module
from annotate.models import LinkStatus, TagStatus
from tests import make


def data(somebody, **asked):
    """Return the graph that somebody is sent."""
    response = make.browser(somebody).get(reverse("show_graph_data"), asked)
    assert response.status_code == 200
    return response.json()


def ids(items, kind):
    return {item["id"] for item in items if item["type"] == kind}


def test_the_seeds_are_36_tags_31_claims_2_documents_and_18_links(seeds, reader):
    found = data(reader)

    kinds = Counter(item["type"] for item in found["nodes"] + found["edges"])
    assert (kinds["tag"], kinds["claim"], kinds["link"], kinds["stance"]) == (36, 31, 18, 36)
    assert Counter(node["type"] for node in found["nodes"])["document"] == 2
    assert found["truncated"] is False


def test_every_edge_joins_two_nodes_and_no_id_comes_twice(seeds, reader):
    found = data(reader)
    nodes = [node["id"] for node in found["nodes"]]
    edges = [edge["id"] for edge in found["edges"]]

    assert {end for edge in found["edges"] for end in (edge["source"], edge["target"])} == set(
        nodes
    )
    assert len(set(nodes)) == len(nodes)
    assert len(set(edges)) == len(edges)


def test_a_link_tells_relation_family_and_strength(seeds, reader):
    link = seeds.link("L01")

    [edge] = [edge for edge in data(reader)["edges"] if edge["id"] == f"link:{link.pk}"]

    assert edge["source"] == f"tag:{link.from_tag_id}"
    assert edge["target"] == f"tag:{link.to_tag_id}"
    assert (edge["relation"], edge["family"], edge["strength"]) == (
        "corroborates",
        "agree",
        "strong",
    )


def test_a_tag_is_joined_to_its_claim_voice_holder_and_document(seeds, reader):
    tag = seeds.tag("U09")

    edges = [edge for edge in data(reader)["edges"] if edge["source"] == f"tag:{tag.pk}"]

    assert {(e["type"], e["target"]) for e in edges if e["type"] != "link"} == {
        ("stance", "claim:C01"),
        ("asserted_by", f"agent:{tag.asserted_by_id}"),
        ("held_by", f"agent:{tag.held_by_id}"),
        ("document", f"document:{seeds.statement.pk}"),
    }
    assert [e["stance"] for e in edges if e["type"] == "stance"] == ["rejects"]


def test_every_part_has_the_keys_that_programs_read(seeds, reader):
    found = data(reader)
    keys = {item["type"]: set(item) for item in found["edges"] + found["nodes"]}

    assert keys["tag"] >= {"label", "quote", "stance", "polarity", "status", "url"}
    assert keys["claim"] >= {"label", "text", "kind", "status", "color", "url"}
    assert keys["document"] >= {"label", "url"}
    assert keys["agent"] >= {"label", "kind"}
    assert keys["stance"] >= {"source", "target", "stance", "polarity"}
    assert keys["link"] >= {
        *("source", "target", "relation", "family", "symmetric"),
        *("strength", "directness", "rationale", "url"),
    }


def test_a_finding_that_two_agents_are_not_independent_is_an_edge(seeds, reader, curator):
    tag = seeds.tag("U09")
    ends = tag.asserted_by, tag.held_by
    join_agents(*ends, by=curator, reason="One speaks for the other.")

    [edge] = [edge for edge in data(reader)["edges"] if edge["type"] == "not_independent"]

    assert {edge["source"], edge["target"]} == {f"agent:{agent.pk}" for agent in ends}
    assert (edge["symmetric"], edge["rationale"]) == (True, "One speaks for the other.")


def test_who_conveys_quoted_words_is_joined_to_them(seeds, reader):
    quoted = {tag["quote"] for tag in seeds.reference["tags"] if tag["conveyed_by"]}
    found = data(reader)
    quotes = {node["id"]: node.get("quote") for node in found["nodes"]}

    conveyed = {quotes[e["source"]] for e in found["edges"] if e["type"] == "conveyed_by"}

    assert conveyed == quoted


@pytest.mark.parametrize("status", [TagStatus.STALE, TagStatus.WITHDRAWN, TagStatus.REJECTED])
def test_a_tag_that_does_not_stand_is_not_in_the_graph(seeds, reader, status):
    tag = make.tag(seeds.statement, "Accordingly", status=status)

    assert f"tag:{tag.pk}" not in ids(data(reader)["nodes"], "tag")


@pytest.mark.parametrize("status", [LinkStatus.STALE, LinkStatus.WITHDRAWN])
def test_a_link_that_does_not_stand_is_not_in_the_graph(seeds, reader, status):
    link = make.link(seeds.tag("U01"), seeds.tag("U02"), status=status)

    assert f"link:{link.pk}" not in ids(data(reader)["edges"], "link")


@pytest.mark.parametrize(
    ("asked", "tags", "links"),
    [({"claim": "C01"}, 2, 1), ({"claim": ["C01", "C08"]}, 4, 2), ({"claim": "C01 C08"}, 4, 2)],
)
def test_filters_choose_tags_and_keep_the_links_between_them(seeds, reader, asked, tags, links):
    found = data(reader, **asked)

    assert len(ids(found["nodes"], "tag")) == tags
    assert len(ids(found["edges"], "link")) == links


def test_a_document_is_a_filter(seeds, reader):
    found = data(reader, document=seeds.statement.pk)

    assert ids(found["nodes"], "document") == {f"document:{seeds.statement.pk}"}


@pytest.mark.parametrize("asked", [{"claim": "C99"}, {"document": "x"}, {"stance": "asserts"}])
def test_a_wrong_filter_is_refused(seeds, reader, asked):
    response = make.browser(reader).get(reverse("show_graph_data"), asked)

    assert response.status_code == 422
    assert response.json()["errors"]


def test_a_stranger_finds_nothing_of_a_closed_collection(closed, insider, stranger):
    document = make.document(
        collection=closed, title="Hushed", author=make.agent("Hushed", home=closed)
    )
    claim = make.claim("Hushed", text="Hushed.", home=closed)
    make.link(make.tag(document, "State", claim=claim), make.tag(document, "naïve", claim=claim))

    assert data(stranger) == {"nodes": [], "edges": [], "truncated": False}
    assert "Hushed" in str(data(insider))


def test_the_same_question_gives_the_same_bytes(seeds, reader):
    browser = make.browser(reader)

    first, second = (browser.get(reverse("show_graph_data")).content for _turn in range(2))

    assert first == second


def test_too_many_tags_are_cut_and_said_to_be(seeds, reader, monkeypatch):
    monkeypatch.setattr(module, "MOST_TAGS", 10)

    found = data(reader)

    assert found["truncated"] is True
    assert found["filters"] == ["claim", "document"]
    assert len(ids(found["nodes"], "tag")) == 10
    nodes = {node["id"] for node in found["nodes"]}
    assert {end for edge in found["edges"] for end in (edge["source"], edge["target"])} <= nodes


def test_the_graph_asks_the_same_however_much_there_is(
    seeds, reader, django_assert_max_num_queries
):
    browser = make.browser(reader)

    with django_assert_max_num_queries(8):
        browser.get(reverse("show_graph_data"))


def test_nobody_is_sent_the_graph_without_signing_in(db):
    assert make.browser(None).get(reverse("show_graph_data")).status_code == 302


def test_the_graph_is_only_read(reader):
    assert make.browser(reader).post(reverse("show_graph_data")).status_code == 405

"""The graph page: where it starts, what it says in words, and what it refuses."""

import json
import re

import pytest
from django.urls import reverse

from annotate.actions.joins import join_agents
from annotate.graph import around
from annotate.models import ClaimStatus, TagStatus
from tests import make

FILES = ("export_graphml", "export_graph_nodes", "export_graph_edges")
ROUTES = ("show_graph", *FILES)


def get(somebody, route="show_graph", **asked):
    return make.browser(somebody).get(reverse(route), asked)


def page(somebody, **asked):
    """Return the page as text."""
    response = get(somebody, **asked)
    assert response.status_code == 200
    return response.content.decode()


def picture_in(html):
    """Return the data that the script draws."""
    found = re.search(r'<script id="picture" type="application/json">(.*?)</script>', html, re.S)
    assert found
    return json.loads(found[1])


@pytest.fixture
def secret(closed, insider):
    """A tag in a closed collection, with a claim and an author of that collection only."""
    document = make.document(
        collection=closed, title="Hushed", author=make.agent("Hushed", home=closed)
    )
    claim = make.claim("Hushed", text="Hushed.", home=closed)
    return make.tag(document, claim=claim, by=insider)


def starts_of(tag):
    """Return every address parameter that names something around a tag."""
    return {
        "tag": tag.pk,
        "claim": tag.claim.public_id,
        "agent": tag.asserted_by_id,
        "document": tag.passage.text_version.document_id,
    }


# Where it starts.


def test_without_a_start_what_is_in_use_is_offered(seeds, reader):
    html = page(reader)

    assert f"{reverse('show_graph')}?claim=C01" in html
    assert "United States" in html
    assert seeds.statement.title in html


@pytest.mark.parametrize(
    ("typed", "found"),
    [("equates", "?claim=C01"), ("Human Rights in", "?agent="), ("Explanation", "?document=")],
)
def test_words_find_a_start(seeds, reader, typed, found):
    assert found in page(reader, q=typed)


def test_tagged_words_find_a_start(seeds, reader):
    tag = seeds.tag("U09")

    assert f"?tag={tag.pk}" in page(reader, q=tag.exact[:30])


def test_an_empty_installation_says_what_to_do(stranger):
    assert "Nothing is tagged yet." in page(stranger)


def test_nothing_found_is_said(seeds, reader):
    assert "Nothing you can see matches." in page(reader, q="xyzzy")


@pytest.mark.parametrize("kind", ["tag", "claim", "agent", "document"])
def test_a_picture_starts_from_each_kind(seeds, reader, kind):
    tag = seeds.tag("U09")

    drawn = picture_in(page(reader, **{kind: starts_of(tag)[kind]}))

    assert [n["id"] for n in drawn["nodes"] if n["isStart"]] == [f"{kind}:{starts_of(tag)[kind]}"]
    assert f"tag:{tag.pk}" in {n["id"] for n in drawn["nodes"]}


def test_a_merged_claim_stands_for_what_it_became(collection, reader):
    kept = make.tag(make.document(collection=collection)).claim
    merged = make.claim(status=ClaimStatus.MERGED, merged_into=kept)

    assert kept.label in page(reader, claim=merged.public_id)


@pytest.mark.parametrize("route", ROUTES)
def test_two_starts_are_refused(seeds, reader, route):
    response = get(reader, route, claim="C01", document=seeds.statement.pk)

    assert response.status_code == 422
    assert "Start from one thing" in response.content.decode()


@pytest.mark.parametrize("route", FILES)
def test_a_file_needs_a_start(seeds, reader, route):
    response = get(reader, route)

    assert response.status_code == 422
    assert "Choose where to start." in response.content.decode()


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    "asked", [{"claim": "C999"}, {"agent": "999999"}, {"document": "x"}, {"tag": "9" * 30}]
)
def test_what_is_not_there_is_not_found(seeds, reader, route, asked):
    assert get(reader, route, **asked).status_code == 404


def test_words_that_no_longer_stand_are_said_to(collection, reader):
    tag = make.tag(make.document(collection=collection), status=TagStatus.WITHDRAWN)

    html = page(reader, tag=tag.pk)

    assert "is withdrawn or needs a second look" in html
    assert 'id="picture"' not in html


# What it says.


def test_everything_drawn_stands_on_the_page_in_words(seeds, reader):
    html = page(reader, claim="C01")
    drawn = picture_in(html)
    words = re.sub(r"<script id=.*?</script>", "", html, flags=re.S)

    assert {n["url"] for n in drawn["nodes"] if f'href="{n["url"]}"' not in words} == set()
    edges = [e["id"] for e in drawn["edges"] if e["family"]]
    assert len(edges) == 3
    assert {e for e in edges if f'data-edge="{e}"' not in words} == set()


def test_a_computed_line_says_that_nobody_drew_it(collection, reader):
    claim = make.claim()
    for stance in ("asserts", "denies"):
        make.tag(make.document(collection=collection), claim=claim, stance=stance)

    html = page(reader, claim=claim.public_id)

    assert "takes the other side from" in html
    assert "not linked by anyone" in html


def test_two_who_are_not_independent_stand_on_the_page_and_in_the_files(
    collection, reader, curator, closed, insider
):
    claim, agents = make.claim(), [make.agent(kind="media") for _ in range(2)]
    for agent in agents:
        make.tag(make.document(collection=collection, author=agent), claim=claim)
    join_agents(*agents, by=curator, reason="The one owns the other.")
    keeper = make.member(closed, "curator")
    join_agents(*agents, by=keeper, reason="Hushed ownership.", home=closed)
    asked = {"claim": claim.public_id}

    html = page(reader, **asked)

    assert f"{agents[0]}</a> <strong>is not independent of</strong>" in " ".join(html.split())
    assert "because The one owns the other." in html
    assert "between two agents: not independent" in html
    for route in ("export_graphml", "export_graph_edges"):
        theirs = make.browser(reader).get(reverse(route), asked).content.decode()
        assert theirs.count("The one owns the other.") == 1
        assert "not_independent" in theirs
        assert "Hushed" not in theirs
        assert "Hushed" in make.browser(insider).get(reverse(route), asked).content.decode()
    assert "Hushed" not in html


def test_the_page_is_the_same_each_time(seeds, reader):
    browser = make.browser(reader)
    address = reverse("show_graph")

    first, second = (
        picture_in(browser.get(address, {"document": seeds.report.pk}).content.decode())
        for _turn in range(2)
    )

    assert first == second


@pytest.mark.parametrize("layout", ["columns", "rings"])
def test_the_layout_is_chosen(seeds, reader, layout):
    assert picture_in(page(reader, claim="C01", layout=layout))["layout"] == layout


def test_a_cut_picture_says_so(seeds, reader, monkeypatch):
    monkeypatch.setattr(around, "MOST_NODES", 10)

    assert "only the nearest are shown" in page(reader, document=seeds.report.pk)


def test_quotes_are_escaped_in_the_data(collection, reader):
    words = "</script><b>bold words & all"
    document = make.document(f"Title\n\nThe State says {words} to us.\n", collection=collection)
    tag = make.tag(document, words)

    drawn = picture_in(page(reader, tag=tag.pk))

    assert tag.exact in {n["quote"] for n in drawn["nodes"]}


def test_no_word_of_the_code_is_printed(seeds, reader):
    text = re.sub(r"<script.*?</script>|<[^>]*>", " ", page(reader, claim="C01"), flags=re.S)

    jargon = r"\b(voice|stance|attribution|derivation|polarity|anchor|live|node|edge|hop)s?\b"
    assert re.findall(jargon, text, re.I) == []


@pytest.mark.parametrize("kind", ["claim", "agent", "tag", "document"])
def test_the_pages_of_things_lead_to_their_graph(seeds, reader, kind):
    tag = seeds.tag("U09")
    routes = {
        "claim": reverse("show_claim", args=["C01"]),
        "agent": reverse("show_agent", args=[tag.asserted_by_id]),
        "tag": reverse("show_tag", args=[tag.pk]),
        "document": reverse("show_document", args=[seeds.statement.pk]),
    }

    html = make.browser(reader).get(routes[kind], follow=True).content.decode()

    assert f"{reverse('show_graph')}?{kind}={starts_of(tag)[kind]}" in html


# Filters.


@pytest.mark.parametrize(
    ("asked", "tags"),
    [
        ({"hops": "1"}, 3),
        ({"hops": "2"}, 4),
        ({"stance": "rejects"}, 2),
        ({"family": "dialogue"}, 2),
        ({"family": ["agree", "dialogue"]}, 2),
        ({"from": "2020-01-01", "hops": "1"}, 1),
        ({"until": "2020-01-01", "hops": "1"}, 1),
        ({"status": "submitted"}, 0),
        ({"collection": "sco-study"}, 4),
        ({}, 4),
    ],
)
def test_filters_narrow_the_picture(seeds, reader, asked, tags):
    drawn = picture_in(page(reader, claim="C01", **asked))

    assert [n["type"] for n in drawn["nodes"]].count("tag") == tags


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"stance": "shrugs"}, "is not in the list"),
        ({"from": "yesterday"}, "Write the day as year-month-day"),
        ({"from": "2020-02-01", "until": "2020-01-01"}, "The last day comes before the first."),
        ({"hops": "3"}, "Select a valid choice"),
        ({"speaker": "x"}, "There is no filter “speaker”."),
        ({"for": "fun"}, "must be spreadsheet or analysis"),
    ],
)
def test_a_wrong_filter_is_refused_with_a_sentence(seeds, reader, route, asked, sentence):
    response = get(reader, route, claim="C01", **asked)

    assert response.status_code == 422
    assert sentence in response.content.decode()


# Who may.


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("kind", ["tag", "claim", "agent", "document"])
def test_a_stranger_starts_from_nothing_of_a_closed_collection(
    secret, stranger, insider, route, kind
):
    asked = {kind: starts_of(secret)[kind]}

    assert get(stranger, route, **asked).status_code == 404
    assert get(insider, route, **asked).status_code == 200


def test_a_stranger_is_offered_nothing_of_a_closed_collection(secret, stranger, insider):
    assert "Hushed" not in page(stranger)
    assert page(stranger, q="Hush").count("Hushed") == 0
    assert "Hushed" in page(insider)
    assert page(insider, q="Hush").count("Hushed") > 0


def test_a_closed_collection_is_no_choice(closed, secret, stranger, seeds):
    response = get(stranger, claim="C01", collection=closed.slug)

    assert response.status_code == 422
    assert closed.name not in page(stranger, claim="C01")


@pytest.mark.parametrize("route", ROUTES)
def test_the_graph_is_behind_the_sign_in(seeds, route):
    assert get(None, route, claim="C01").status_code == 302


@pytest.mark.parametrize("route", ROUTES)
def test_the_graph_is_only_read(seeds, reader, route):
    assert make.browser(reader).post(reverse(route)).status_code == 405


@pytest.mark.parametrize("asked", [{"claim": "C01"}, {"claim": "C08"}, {"q": "rights"}, {}])
def test_the_page_takes_as_many_queries_whatever_it_shows(
    seeds, reader, django_assert_max_num_queries, asked
):
    browser = make.browser(reader)

    with django_assert_max_num_queries(15):
        browser.get(reverse("show_graph"), asked)

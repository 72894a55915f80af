"""The list of documents: whose documents it shows, how it is narrowed, sorted and paged."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import make

ADDRESS = "/documents/"


def listed(person, query=""):
    """Return what the list shows `person`."""
    return make.browser(person).get(ADDRESS + query).content.decode()


def test_a_document_shows_who_when_language_and_what_needs_a_look(reader, collection, reviewer):
    author = make.agent("Ruritania")
    document = make.document(
        collection=collection,
        author=author,
        title="On extradition",
        language="ru",
        uttered_on=datetime.date(2011, 3, 1),
        uttered_precision="month",
        capture_quality="partial",
    )
    make.tag(document, by=reviewer)
    make.tag(document, exact="State", by=reviewer, status="stale")

    page = listed(reader)

    assert "On extradition" in page
    assert "Ruritania" in page
    assert "March 2011" in page
    assert "Russian" in page
    assert "partly captured" in page
    assert "1 second look" in page


def test_a_members_only_document_is_not_there_for_others(stranger, insider, closed):
    make.document(collection=closed, title="A hidden testimony", language="ug")

    assert "A hidden testimony" in listed(insider)
    page = listed(stranger)
    assert "A hidden testimony" not in page
    assert "Closed collection" not in page
    assert "Uyghur" not in page


@pytest.mark.parametrize(
    "query",
    ["?q=驱回", "?q=on+refoul", "?q=A/78", "?kind=treaty", "?language=zh-hans"],
)
def test_a_document_is_found_by_words_symbol_kind_and_language(reader, collection, query):
    make.document(collection=collection, title="Something else", language="en")
    make.document(
        collection=collection,
        title="关于驱回问题",
        title_translated="On refoulement",
        symbol="A/78/1",
        kind="treaty",
        language="zh-hans",
    )

    page = listed(reader, query)

    assert "On refoulement" in page
    assert "Something else" not in page


def test_the_documents_of_one_collection_can_be_asked_for(reader, collection):
    other = make.collection("Another one")
    make.document(collection=collection, title="Of this one")
    make.document(collection=other, title="Of the other")

    page = listed(reader, f"?collection={other.slug}")

    assert "Of the other" in page
    assert "Of this one" not in page


def test_works_cited_but_not_held_stand_apart(reader, seeds):
    cited = "Remarks of UN Secretary-General"

    assert cited not in listed(reader)
    assert cited in listed(reader, "?holding=external")


@pytest.mark.parametrize(("query", "first"), [("", "Beta"), ("?sort=title", "Alpha")])
def test_the_list_is_sorted_by_date_or_title(reader, collection, query, first):
    make.document(collection=collection, title="Alpha", uttered_on=datetime.date(2001, 1, 1))
    make.document(collection=collection, title="Beta", uttered_on=datetime.date(2020, 1, 1))

    page = listed(reader, query)

    assert page.index(first) == min(page.index("Alpha"), page.index("Beta"))


def test_the_next_page_begins_where_the_first_ends(reader, collection):
    for number in range(52):
        make.document(collection=collection, title=f"Number {number:02}")

    first = make.browser(reader).get(ADDRESS + "?sort=title")
    second = make.browser(reader).get(
        ADDRESS, {"sort": "title", "after": first.context["documents"].next_cursor}
    )

    titles = [line.document.title for line in first.context["documents"].lines]
    later = [line.document.title for line in second.context["documents"].lines]
    assert titles + later == [f"Number {number:02}" for number in range(52)]
    assert second.context["documents"].next_cursor == ""


@pytest.mark.parametrize("query", ["?after=broken", "?kind=none", "?sort=none"])
def test_a_query_nobody_wrote_answers_the_whole_list(reader, collection, query):
    make.document(collection=collection, title="Still here")

    assert "Still here" in listed(reader, query)


def test_nothing_found_says_how_to_go_on(reader, collection):
    make.document(collection=collection)

    assert "Show all documents" in listed(reader, "?q=xyzzy")


def test_an_empty_installation_tells_each_what_to_do(stranger, administrator):
    assert "Ask an administrator" in listed(stranger)
    assert "Add a collection" in listed(administrator)


def test_an_empty_collection_tells_its_curator_to_add_a_document(curator):
    assert "Make it ready" in listed(curator)


def test_the_query_count_does_not_grow(reader, collection):
    client = make.browser(reader)
    make.tag(make.document(collection=collection))
    client.get(ADDRESS)
    with CaptureQueriesContext(connection) as one:
        client.get(ADDRESS)
    for _number in range(5):
        make.tag(make.document(collection=collection))

    with CaptureQueriesContext(connection) as six:
        client.get(ADDRESS)

    assert len(six) == len(one)


def test_the_list_is_only_read(reader):
    assert make.browser(reader).post(ADDRESS).status_code == 405

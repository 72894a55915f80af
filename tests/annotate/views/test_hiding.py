"""Hiding a document: 410 to its readers, 404 to others, and all of it comes back (I22)."""

import pytest

from annotate.actions.claims import edit_claim
from annotate.actions.hiding import hide_document, show_again
from annotate.models import Link, Tag
from annotate.queries.counts import counts_of
from corpus.actions import set_membership
from corpus.history import history
from corpus.models import Document
from corpus.revisions import StaleRevision
from tests import make
from tests.acts import last_act

WHY = "A witness asked us to."


@pytest.fixture
def document(collection):
    text = "Zebra report\n\nThe zebra does naïve 😀 things about terrorism.\n"
    return make.document(text, collection=collection, title="Zebra report")


@pytest.fixture
def tag(document, reviewer):
    return make.tag(document, "zebra does naïve", by=reviewer)


@pytest.fixture
def link(tag, collection, reviewer):
    """Return a link from the document to another one."""
    there = make.tag(make.document(collection=collection), by=reviewer)
    return make.link(tag, there, by=reviewer, status="accepted")


def address(document, act=""):
    return f"/documents/{document.pk}/{act}"


def sent(document, **more):
    document.refresh_from_db()
    return {"reason": WHY, "revision": document.revision} | more


@pytest.fixture
def hidden(document, link, curator):
    """Return the document after it was hidden, with a tag and a link."""
    hide_document(document, by=curator, reason=WHY)
    return document


# The act.


@pytest.mark.parametrize("htmx", [False, True])
def test_a_curator_hides_a_document_where_it_is_read(curator, document, htmx):
    client = make.browser(curator, htmx=htmx)
    page = client.get(address(document)).content.decode()
    assert f'action="{address(document, "hide/")}"' in page

    answer = client.post(address(document, "hide/"), sent(document))

    assert answer.headers["HX-Redirect" if htmx else "Location"] == address(document)
    document.refresh_from_db()
    assert document.status == "hidden"
    assert last_act(document)["reason"] == WHY


@pytest.mark.parametrize("htmx", [False, True])
def test_hiding_needs_a_reason(curator, document, htmx):
    client = make.browser(curator, htmx=htmx)

    answer = client.post(address(document, "hide/"), sent(document, reason=" "))

    assert answer.status_code == 422
    assert "Say why" in answer.content.decode()
    document.refresh_from_db()
    assert document.status == "ready"


def test_hiding_what_somebody_changed_meanwhile_does_nothing(curator, document):
    old = sent(document, revision=document.revision + 1)

    answer = make.browser(curator).post(address(document, "hide/"), old)

    assert answer.status_code == 409
    assert WHY in answer.content.decode()
    document.refresh_from_db()
    assert document.status == "ready"


@pytest.mark.parametrize("who", ["reader", "reviewer", "stranger", "curator_elsewhere"])
def test_nobody_else_hides_or_shows_anything(request, document, hidden, curator, collection, who):
    client = make.browser(request.getfixturevalue(who))
    other = make.document(collection=collection)

    assert client.post(address(other, "hide/"), sent(other)).status_code == 404
    assert client.post(address(hidden, "show-again/"), sent(hidden)).status_code == 404
    assert address(other, "hide/") not in client.get(address(other)).content.decode()
    assert "Zebra" not in client.get(address(hidden)).content.decode()


def test_a_brief_that_quotes_it_says_nothing_of_it(document, tag, curator, reviewer):
    brief = make.brief(tag, collection=document.collection, by=reviewer)
    client = make.browser(reviewer)
    assert "zebra does" in client.get(f"/briefs/{brief.pk}/").content.decode()

    hide_document(document, by=curator, reason=WHY)

    answer = client.get(f"/briefs/{brief.pk}/")
    assert answer.status_code == 200
    assert "zebra" not in answer.content.decode().lower()


@pytest.mark.parametrize("act", ["hide/", "show-again/"])
def test_nothing_is_done_by_reading(curator, document, act):
    assert make.browser(curator).get(address(document, act)).status_code == 405


# What stands there then.


@pytest.mark.parametrize("who", ["reader", "reviewer"])
def test_readers_of_the_collection_read_that_it_is_hidden_and_whom_to_ask(
    request, hidden, tag, link, curator, who
):
    client = make.browser(request.getfixturevalue(who))
    places = [
        address(hidden),
        address(hidden, "v1/"),
        address(hidden, "history/"),
        address(hidden, "copied-from/"),
        f"/tags/{tag.pk}/",
        f"/tags/{tag.pk}/history/",
        f"/links/{link.pk}/",
    ]

    answers = [client.get(place) for place in places]

    assert {answer.status_code for answer in answers} == {410}
    pages = [answer.content.decode() for answer in answers]
    assert all("This document is hidden" in page for page in pages)
    assert all(f"Ask a curator of “{hidden.collection}”: {curator}." in page for page in pages)
    assert not any("Zebra" in page or "zebra does" in page or WHY in page for page in pages)


def test_who_may_not_read_the_collection_reads_nothing_of_it(closed, insider, stranger):
    keeper = make.member(closed, "curator", name="Kay Keeper")
    inside = make.document(collection=closed, title="Zebra file")
    tag = make.tag(inside, by=insider)
    hide_document(inside, by=keeper, reason=WHY)

    for who, status in ((stranger, 404), (insider, 410)):
        for place in (address(inside), f"/tags/{tag.pk}/"):
            assert make.browser(who).get(place).status_code == status


def test_a_link_with_an_end_that_may_not_be_seen_is_not_there(
    document, tag, closed, insider, curator, reader
):
    set_membership(closed, curator, "curator", by=curator)
    link = make.link(tag, make.tag(make.document(collection=closed), by=insider), by=insider)
    hide_document(document, by=curator, reason=WHY)

    assert make.browser(reader).get(f"/links/{link.pk}/").status_code == 404
    assert make.browser(curator).get(f"/links/{link.pk}/").status_code == 410


def test_it_leaves_lists_searches_exports_and_counts(hidden, tag, reviewer):
    client = make.browser(reviewer)
    brief = make.brief(tag.claim, collection=hidden.collection, by=reviewer)
    places = [
        "/",
        "/mine/",
        "/second-looks/",
        f"/briefs/{brief.pk}/",
        "/documents/",
        "/search/?q=zebra",
        "/search/?q=na%C3%AFve",
        "/links/",
        "/links/?status=stale",
        "/export/tags.csv",
        "/export/documents.csv",
        f"/claims/{tag.claim.public_id}/",
        "/graph/data.json?claim=" + tag.claim.public_id,
    ]

    for place in places:
        answer = client.get(place)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert b"Zebra report" not in body, place
        assert b"zebra does" not in body, place
    count = counts_of([tag.claim_id], reader=reviewer)[tag.claim_id]
    assert (len(count.own_words), count.second_looks) == (0, 0)


# And back.


def test_undo_stands_on_the_page_and_brings_everything_back(
    hidden, tag, link, curator, reader, reviewer
):
    client = make.browser(curator)
    page = client.get(address(hidden)).content.decode()
    assert f"Document {hidden.pk}" in page
    assert "Zebra" not in page
    assert WHY in page
    assert address(hidden, "show-again/") in page

    answer = client.post(address(hidden, "show-again/"), sent(hidden))

    assert answer["Location"] == address(hidden)
    hidden.refresh_from_db()
    tag.refresh_from_db()
    assert (hidden.status, tag.status, tag.stale_reason) == ("ready", "submitted", "")
    assert Link.objects.get(pk=link.pk).status == "accepted"
    assert make.browser(reader).get(f"/tags/{tag.pk}/", follow=True).status_code == 200
    assert len(counts_of([tag.claim_id], reader=reader)[tag.claim_id].own_words) == 1


@pytest.mark.parametrize("status", ["intake", "withdrawn"])
def test_it_comes_back_as_it_was(document, curator, status):
    with history(by=curator, action="change"):
        document.status = status
        document.save()
    hide_document(document, by=curator, reason=WHY)

    show_again(document, by=curator)

    assert Document.objects.get(pk=document.pk).status == status


def test_a_tag_whose_claim_was_reworded_meanwhile_waits_for_its_second_look(document, tag, curator):
    other = make.tag(document, "terrorism", by=tag.created_by)
    hide_document(document, by=curator, reason=WHY)
    claim = tag.claim
    edit_claim(claim, {"text": "States do another thing."}, by=curator, meaning_changed=True)

    show_again(document, by=curator)

    assert Tag.objects.get(pk=tag.pk).status == "stale"
    assert Tag.objects.get(pk=other.pk).status == "submitted"


def test_showing_again_what_is_shown_already_is_stale(document, curator):
    with pytest.raises(StaleRevision):
        show_again(document, by=curator)


def test_showing_an_older_state_again_does_nothing(hidden, curator):
    answer = make.browser(curator).post(address(hidden, "show-again/"), sent(hidden, revision=1))

    assert answer.status_code == 409
    assert "Somebody changed this document" in answer.content.decode()
    hidden.refresh_from_db()
    assert hidden.status == "hidden"


# The list.


def test_curators_find_what_they_have_hidden(hidden, curator, curator_elsewhere, reader):
    page = make.browser(curator).get("/documents/hidden/").content.decode()

    assert f"Document {hidden.pk}" in page
    assert WHY in page
    assert "Zebra" not in page
    assert f"hidden by {curator}" in page
    assert "/documents/hidden/" in make.browser(curator).get("/documents/").content.decode()
    elsewhere = make.browser(curator_elsewhere).get("/documents/hidden/").content.decode()
    assert WHY not in elsewhere
    assert make.browser(reader).get("/documents/hidden/").status_code == 404


def test_a_longer_list_asks_no_more_queries(hidden, curator, collection, count_queries):
    client = make.browser(curator)
    before = count_queries(client, "/documents/hidden/")

    for _ in range(3):
        hide_document(make.document(collection=collection), by=curator, reason=WHY)

    assert count_queries(client, "/documents/hidden/") == before

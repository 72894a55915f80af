"""What others tag while a document is open waits behind a line until the reader wants it."""

import pytest

from annotate.models import TagStatus
from tests import make


@pytest.fixture
def document(collection):
    return make.document(collection=collection)


def asked(client, document, since=0):
    return client.get(f"/documents/{document.pk}/news/?since={since}").content.decode()


def test_others_tags_are_told_and_where_the_first_stands(document, reviewer, colleague):
    seen = make.tag(document, by=colleague)
    make.tag(document, "human rights", by=colleague)
    make.tag(document, "The State", by=colleague)

    told = asked(make.browser(reviewer, htmx=True), document, seen.pk)

    assert "2 new tags" in told
    assert f"/documents/{document.pk}/?from=2#p2" in told


def test_nothing_is_told_of_ones_own_or_of_what_was_withdrawn(document, reviewer, colleague):
    make.tag(document, by=reviewer)
    make.tag(document, by=colleague, status=TagStatus.WITHDRAWN)

    assert "news" not in asked(make.browser(reviewer, htmx=True), document)


@pytest.mark.parametrize("since", ["", "-1", "9" * 40, "nonsense"])
def test_a_broken_address_is_answered_as_if_nothing_was_seen(document, reviewer, colleague, since):
    make.tag(document, by=colleague)

    assert "1 new tag" in asked(make.browser(reviewer, htmx=True), document, since)


def test_the_page_asks_for_what_came_after_it_was_drawn(document, reviewer, colleague):
    last = make.tag(document, by=colleague)

    page = make.browser(reviewer).get(f"/documents/{document.pk}/").content.decode()

    assert f"/documents/{document.pk}/news/?since={last.pk}" in page


def test_without_htmx_it_leads_to_the_document(document, reviewer):
    answer = make.browser(reviewer).get(f"/documents/{document.pk}/news/")

    assert (answer.status_code, answer.url) == (302, f"/documents/{document.pk}/")


def test_an_outsider_is_told_nothing(closed, insider, stranger):
    document = make.document(collection=closed)
    make.tag(document, by=insider)

    client = make.browser(stranger, htmx=True)

    assert client.get(f"/documents/{document.pk}/news/?since=0").status_code == 404


def test_how_much_is_tagged_is_told_after_an_act(document, reviewer, colleague):
    make.tag(document, by=colleague)
    make.tag(document, "human rights", by=reviewer)
    make.tag(document, "The State", by=reviewer, status=TagStatus.WITHDRAWN)

    told = make.browser(reviewer, htmx=True).get(f"/documents/{document.pk}/progress/")

    assert "2 tags" in told.content.decode()
    assert "2 of 3 passages have tags" in told.content.decode()


def test_without_htmx_how_much_is_tagged_stands_on_the_page(document, reviewer):
    answer = make.browser(reviewer).get(f"/documents/{document.pk}/progress/")

    assert (answer.status_code, answer.url) == (302, f"/documents/{document.pk}/")


def test_an_outsider_is_not_told_how_much_is_tagged(closed, stranger):
    document = make.document(collection=closed)

    answer = make.browser(stranger, htmx=True).get(f"/documents/{document.pk}/progress/")

    assert answer.status_code == 404

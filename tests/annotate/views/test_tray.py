"""annotate/views/tray.py, actions/tray.py and context.py: the quote a person links from."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotate.models import Tray
from annotate.queries.links import tray_of
from tests import make

LINKS = "/links/"


@pytest.fixture
def tag(collection, reviewer):
    return make.tag(make.document(collection=collection), "naïve 😀 things", by=reviewer)


@pytest.fixture
def hidden(closed, insider):
    return make.tag(make.document(collection=closed), by=insider)


def test_a_quote_is_taken_along_without_javascript(tag, reviewer):
    answer = make.browser(reviewer).post("/tray/", {"tag": tag.pk})

    assert (answer.status_code, answer["Location"]) == (303, f"/tags/{tag.pk}/")
    assert tray_of(reviewer) == tag


def test_a_quote_is_taken_along_by_htmx(tag, reviewer):
    answer = make.browser(reviewer, htmx=True).post("/tray/", {"tag": tag.pk})

    page = answer.content.decode()
    assert f'<section id="tag-links-{tag.pk}"' in page
    assert '<div id="tray" hx-swap-oob="true">' in page
    assert "naïve 😀 things" in page


def test_the_tray_survives_pages_and_signing_out(tag, reviewer):
    client = make.browser(reviewer)
    client.post("/tray/", {"tag": tag.pk})

    client.logout()
    client.force_login(reviewer)

    assert "Linking from:" in client.get(LINKS).content.decode()


def test_another_quote_takes_the_place_of_the_first(tag, collection, reviewer):
    client = make.browser(reviewer)
    other = make.tag(make.document(collection=collection))
    client.post("/tray/", {"tag": tag.pk})

    client.post("/tray/", {"tag": other.pk})

    assert tray_of(reviewer) == other


@pytest.mark.parametrize(("htmx", "status"), [(True, 200), (False, 303)])
def test_the_tray_is_emptied(tag, reviewer, htmx, status):
    client = make.browser(reviewer, htmx=htmx)
    client.post("/tray/", {"tag": tag.pk})

    answer = client.post("/tray/empty/", {"next": "/mine/"})

    assert answer.status_code == status
    assert tray_of(reviewer) is None


def test_an_empty_tray_draws_nothing_at_all(reviewer):
    answer = make.browser(reviewer, htmx=True).post("/tray/empty/")

    assert answer.content == b""


@pytest.mark.parametrize("who", ["stranger", "reader", "insider"])
def test_only_who_may_link_takes_a_quote_along(request, tag, who):
    answer = make.browser(request.getfixturevalue(who)).post("/tray/", {"tag": tag.pk})

    assert answer.status_code == 404
    assert not Tray.objects.exists()


@pytest.mark.parametrize("wrong", ["", "x", "0", "987654321"])
def test_what_is_no_quote_is_not_taken_along(reviewer, wrong):
    assert make.browser(reviewer).post("/tray/", {"tag": wrong}).status_code == 404


def test_an_unseen_quote_is_not_taken_along(hidden, reviewer):
    assert make.browser(reviewer).post("/tray/", {"tag": hidden.pk}).status_code == 404


def test_a_quote_a_person_may_no_longer_see_leaves_the_tray(hidden, reviewer):
    Tray.objects.create(person=reviewer, tag=hidden)

    page = make.browser(reviewer).get(LINKS).content.decode()

    assert "Linking from:" not in page


@pytest.mark.parametrize("status", ["withdrawn", "stale"])
def test_a_quote_that_does_not_stand_is_not_in_the_tray(collection, reviewer, status):
    fallen = make.tag(make.document(collection=collection), by=reviewer, status=status)
    Tray.objects.create(person=reviewer, tag=fallen)

    assert tray_of(reviewer) is None


@pytest.mark.parametrize("path", ["/tray/", "/tray/empty/"])
def test_the_tray_is_never_changed_by_a_get(reviewer, path):
    assert make.browser(reviewer).get(path).status_code == 405


def test_nobody_is_led_to_another_site(tag, reviewer):
    answer = make.browser(reviewer).post("/tray/empty/", {"next": "https://evil.example/"})

    assert answer["Location"] == LINKS


def test_the_tray_costs_one_query(tag, reviewer):
    Tray.objects.create(person=reviewer, tag=tag)
    client = make.browser(reviewer)
    client.get(LINKS)

    with CaptureQueriesContext(connection) as queries:
        client.get(LINKS)

    assert sum("annotate_tray" in query["sql"] for query in queries) == 1

"""Provisions: the list and the page of one."""

import pytest
from django.urls import reverse

from tests import make


def page_of(somebody, code):
    return make.browser(somebody).get(reverse("show_provision", args=[code]))


def test_an_articles_page_shows_the_tags_that_engage_it(seeds, reader):
    answer = page_of(reader, "REFUGEE-CONV-33(1)")

    assert answer.status_code == 200
    assert answer.text.count("<blockquote") == 3
    assert "Convention relating to the Status of Refugees" in answer.text


def test_an_articles_page_leads_to_the_others_of_its_instrument(seeds, reader):
    answer = page_of(reader, "UDHR")

    assert reverse("show_provision", args=["UDHR-14(1)"]) in answer.text


def test_a_code_that_is_none_has_no_page(seeds, reader):
    assert page_of(reader, "NOTHING-1").status_code == 404


def test_tags_one_cannot_read_are_not_shown(seeds, reader, closed, insider):
    document = make.document("Title\n\nThe zymurgist was arrested.\n", collection=closed)
    tag = make.tag(document, "zymurgist", claim=seeds.claim("C02"), by=insider)
    provision = make.provision("CAT-77")
    make.tag_provision(tag, provision)

    assert "zymurgist" not in page_of(reader, "CAT-77").text
    assert "zymurgist" in page_of(insider, "CAT-77").text


@pytest.mark.parametrize(
    ("query", "code"), [("refoulement", "REFUGEE-CONV-33(1)"), ("covenant 14", "ICCPR-14")]
)
def test_the_list_finds_by_title_instrument_and_article(seeds, reader, query, code):
    answer = make.browser(reader).get(reverse("list_provisions"), {"q": query})

    assert code in answer.text
    assert "UN-CHARTER" not in answer.text


def test_an_empty_list_says_what_to_do(db, stranger):
    assert "A curator can add them" in make.browser(stranger).get(reverse("list_provisions")).text


@pytest.mark.parametrize(
    "address", [("list_provisions", []), ("show_provision", ["UDHR"])], ids=lambda pair: pair[0]
)
def test_pages_of_articles_take_no_posts(seeds, reader, address):
    name, places = address

    assert make.browser(reader).post(reverse(name, args=places)).status_code == 405


def test_the_queries_do_not_grow_with_the_list(seeds, reader, reviewer, count_queries):
    client = make.browser(reader)
    addresses = reverse("list_provisions"), reverse("show_provision", args=["UDHR"])
    before = [count_queries(client, address) for address in addresses]
    for _number in range(5):
        tag = make.tag(seeds.report, by=reviewer)
        make.tag_provision(tag, make.provision(instrument="Universal Declaration"))

    assert [count_queries(client, address) for address in addresses] == before

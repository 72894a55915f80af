"""Pages by the last row seen."""

from itertools import pairwise

import pytest

from annotate.models import Claim
from annotate.web.paging import page
from corpus.models import Document
from tests import make

ORDERS = [
    ("id",),
    ("-id",),
    ("label", "id"),
    ("color", "id"),
    ("-color", "id"),
    ("color", "-label", "id"),
    ("-color", "-id"),
]


@pytest.fixture
def claims(db):
    """Return 23 claims; colours repeat, labels do not."""
    return [make.claim(f"label {n * 7 % 23:02} naïve 😀", color=n % 3 + 1) for n in range(23)]


def walk(queryset, order, size):
    """Return the pages of a list, one after the other."""
    pages = [page(queryset, order, None, size)]
    while pages[-1].next_cursor:
        pages.append(page(queryset, order, pages[-1].next_cursor, size))
    return pages


@pytest.mark.parametrize("order", ORDERS, ids=" ".join)
@pytest.mark.parametrize("size", [1, 5, 22, 23, 24])
def test_the_pages_together_are_the_list(claims, order, size):
    pages = walk(Claim.objects.all(), order, size)

    rows = [row for one in pages for row in one.rows]
    assert rows == list(Claim.objects.order_by(*order))
    assert all(len(one.rows) == size for one, _next in pairwise(pages))


def test_a_page_costs_one_query(claims, django_assert_num_queries):
    cursor = page(Claim.objects.all(), ("label", "id"), None, 5).next_cursor

    with django_assert_num_queries(1):
        page(Claim.objects.all(), ("label", "id"), cursor, 5)


def test_dates_survive_the_cursor(db):
    days = ["2011-03-30", "2023-09-01", "1966-12-16", "2023-09-01"]
    made = [make.document(uttered_on=day) for day in days]

    pages = walk(Document.objects.all(), ("-sort_on", "id"), 1)

    assert [one.rows[0].pk for one in pages] == [made[n].pk for n in (1, 3, 0, 2)]


def test_rows_may_be_tuples_or_dictionaries(claims):
    named = Claim.objects.values_list("label", "id", named=True)
    mapped = Claim.objects.values("label", "id")

    second = page(named, ("label", "id"), page(named, ("label", "id"), None, 5).next_cursor, 5)
    same = page(mapped, ("label", "id"), page(mapped, ("label", "id"), None, 5).next_cursor, 5)

    assert [row.label for row in second.rows] == [row["label"] for row in same.rows]
    assert second.rows[0].label.startswith("label 05")


def test_a_row_added_before_the_place_does_not_repeat_one(claims):
    first = page(Claim.objects.all(), ("label", "id"), None, 5)
    make.claim("label 00 earlier")

    second = page(Claim.objects.all(), ("label", "id"), first.next_cursor, 5)

    assert not {row.pk for row in first.rows} & {row.pk for row in second.rows}


@pytest.mark.parametrize("cursor", ["", "nonsense", "WzFd:1:x", "😀", "\0"])
def test_a_broken_cursor_answers_the_first_page(claims, cursor):
    assert page(Claim.objects.all(), ("id",), cursor, 5).rows == claims[:5]


def test_a_cursor_of_another_order_answers_the_first_page(claims):
    foreign = page(Claim.objects.all(), ("label", "id"), None, 5).next_cursor

    assert page(Claim.objects.all(), ("id",), foreign, 5).rows == claims[:5]


def test_a_column_that_may_be_empty_is_refused(db):
    with pytest.raises(ValueError, match="uttered_on may be empty"):
        page(Document.objects.all(), ("uttered_on", "id"))

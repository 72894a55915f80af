"""A caveat just outside the words is pointed out before they are saved."""

import pytest
from playwright.sync_api import expect

from annotate.models import Tag
from tests import make

from .conftest import NARROW, WIDE, drag_over, inner, saved, violations

TEXT = (
    "Statement\n\nThe State returns people to torture, although only in one case. "
    "Дети не выдаются. Однако это отрицают.\n"
)
WORDS = "The State returns people to torture"


@pytest.fixture
def place(collection, reviewer, seeds):
    make.claim("returns to torture", text="The State returns people to torture.", by=reviewer)
    return make.document(TEXT, collection=collection)


def begin(page, place, words):
    page.goto(f"/documents/{place.pk}/")
    drag_over(page, words)
    page.keyboard.type("returns to tort")
    page.keyboard.press("Enter")
    expect(page.locator("#picker .guard")).to_be_visible()


def test_the_first_enter_shows_it_and_the_second_saves(page, place, reviewer):
    begin(page, place, WORDS)
    expect(page.locator("#picker .guard")).to_contain_text("although only in one case")
    assert not Tag.objects.filter(created_by=reviewer).exists()

    page.keyboard.press("Enter")
    saved(page)

    assert Tag.objects.get(created_by=reviewer).exact == WORDS


def test_one_click_widens_the_quote_to_it(page, place, reviewer):
    begin(page, place, WORDS)
    page.get_by_label("Widen the quote to").click()
    page.locator("[data-save]").focus()
    page.keyboard.press("Enter")
    saved(page)

    tag = Tag.objects.get(created_by=reviewer)
    assert tag.exact == f"{WORDS}, although only in one case"


def test_the_word_that_opens_the_next_sentence_is_shown(page, place):
    begin(page, place, "Дети не выдаются")

    expect(page.locator("#picker .guard .cue")).to_have_text("Однако")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_the_picker_and_the_brief_are_clean(open_page, place, reviewer, size, scheme):
    page = open_page(reviewer, size=size, color_scheme=scheme)
    begin(page, place, WORDS)
    picker, wide = violations(page), inner(page)
    tag = make.tag(place, WORDS, by=reviewer)
    brief = make.brief(tag, collection=place.collection, by=reviewer)
    page.goto(f"/briefs/{brief.pk}/")
    expect(page.locator(".exhibit .caveat")).to_contain_text("although")

    assert picker == violations(page) == []
    assert wide[0] <= wide[1]
    assert inner(page)[0] <= inner(page)[1]

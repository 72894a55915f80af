"""Keys are faster than servers: an answer that comes late takes nothing over, and loses nothing."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
from playwright.sync_api import Error, Page, Route, expect

from annotate.models import Tag

from .conftest import NARROW, drag_over, picked, saved, selected_words


@contextmanager
def held(page: Page, address: str) -> Iterator[None]:
    """Hold back what the page asks of `address` until the end of the block."""
    waiting: list[Route] = []

    def keep(route: Route) -> None:
        waiting.append(route)

    page.route(address, keep)
    yield
    page.unroute(address)
    for route in waiting:
        with suppress(Error):  # the page has given it up
            route.continue_()


def test_what_was_moved_to_by_hand_is_taken_however_late_the_list(page, report, reviewer):
    page.goto(report)
    drag_over(page, "without critical review")
    page.keyboard.type("equat")
    expect(page.locator("#found [role=option]").last).to_contain_text("Create “equat”")

    with held(page, "**/claims/find/**"):
        page.keyboard.type("ion of words")
        page.keyboard.press("ArrowUp")  # in the list for "equat": its last line makes a new claim
        page.keyboard.press("Enter")
        expect(page.locator("#new-claim-text")).to_be_focused()
    page.keyboard.type("HRIC equates its words with its acts.")
    page.keyboard.press("Enter")
    saved(page)

    claim = Tag.objects.get(created_by=reviewer).claim
    assert (claim.label, claim.text) == (
        "equation of words",
        "HRIC equates its words with its acts.",
    )


def test_enter_waits_for_the_agents_that_fit_what_is_typed(page, report, reviewer):
    page.goto(report)
    drag_over(page, "without critical review")
    page.keyboard.type("embraced")
    picked(page, "C15")
    page.locator("#picker [name=whose][value=other]").check()
    page.locator("#holder-query").fill("Un")
    expect(page.locator("#found-holders [role=option]").first).not_to_contain_text("United States")

    with held(page, "**/agents/find/**"):
        page.locator("#holder-query").press_sequentially("ited St")
        page.keyboard.press("Enter")
    expect(page.locator("#holder-query")).to_have_value("United States")
    page.locator("#picker [data-save]").click()
    saved(page)

    tag = Tag.objects.get(created_by=reviewer)
    assert (tag.claim.public_id, str(tag.held_by)) == ("C15", "United States")


def test_whoever_types_on_takes_enter_back(page, report, reviewer):
    page.goto(report)
    drag_over(page, "without critical review")

    with held(page, "**/claims/find/**"):
        page.keyboard.type("equat")
        page.keyboard.press("Enter")
        page.keyboard.press("Backspace")
    picked(page, "C01")

    expect(page.locator("#picker [name=q]")).to_be_focused()
    assert not Tag.objects.filter(created_by=reviewer).exists()


def test_a_click_beside_the_form_loses_nothing_typed(page, report, reviewer):
    page.goto(report)
    drag_over(page, "without critical review")
    page.keyboard.type("embraced")
    picked(page, "C15")

    page.mouse.click(5, 500)
    expect(page.locator("#mode")).to_contain_text("not saved yet")
    expect(page.locator("#picker [name=q]")).to_have_value("embraced")
    page.locator("#picker [name=q]").press("Enter")
    saved(page)

    assert Tag.objects.get(created_by=reviewer).exact == "without critical review"
    expect(page.locator("#mode")).to_be_empty()


def test_a_click_beside_an_empty_form_closes_it(page, report):
    page.goto(report)
    drag_over(page, "without critical review")
    expect(page.locator("#picker form")).to_be_visible()

    page.mouse.click(5, 500)

    expect(page.locator("#picker")).to_be_hidden()


def test_other_words_are_taken_without_typing_anew(page, report, reviewer):
    page.goto(report)
    drag_over(page, "without critical")
    page.keyboard.type("publishes records")
    expect(page.locator("#found [role=option]").last).to_contain_text("publishes records")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.keyboard.type("HRIC publishes the records.")

    drag_over(page, "without critical review")
    assert selected_words(page) == "without critical review"
    page.locator("#new-claim-text").press("Enter")
    saved(page)

    tag = Tag.objects.get(created_by=reviewer)
    assert (tag.exact, tag.claim.text) == ("without critical review", "HRIC publishes the records.")


@pytest.mark.parametrize("size", [{"width": 1280, "height": 720}, NARROW])
def test_both_questions_are_in_sight_under_a_long_list(open_page, report, reviewer, size):
    page = open_page(reviewer, size=size)
    page.goto(report)
    drag_over(page, "without critical review")
    page.keyboard.type("the")
    expect(page.locator("#found [role=option]").nth(3)).to_be_attached()
    expect(page.locator("#sentence-preview")).not_to_be_empty()

    questions = page.locator("#picker .questions").bounding_box()
    save = page.locator("#picker .actions").bounding_box()

    assert questions["y"] + questions["height"] <= save["y"] + 1
    assert save["y"] + save["height"] <= size["height"]


# When this resolves, whatever the page was going to do with an earlier answer is done.
ONE_ANSWER_LATER = """fetch(location.href).then((answer) => answer.text())
  .then(() => new Promise((done) => setTimeout(() => setTimeout(done))))"""


def test_nothing_moves_away_under_a_pressed_button(page, report, reviewer):
    page.goto(report)
    drag_over(page, "despite the SCO’s potential to undermine international efforts")

    with page.expect_response("**/sentence/**"), held(page, "**/sentence/**"):
        with page.expect_request("**/sentence/**"):
            page.keyboard.type("undermines the counter")
            picked(page, "C09")
        page.locator("#picker [data-save]").hover()
        page.mouse.down()
    page.evaluate(ONE_ANSWER_LATER)
    page.mouse.up()
    saved(page)

    assert Tag.objects.get(created_by=reviewer).claim.public_id == "C09"

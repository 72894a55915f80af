"""A reader asks who says so: both sides at one height, conflicts, time, by keyboard and narrow."""

import pytest
from playwright.sync_api import expect

from corpus.models import Agent
from tests import make

from .conftest import NARROW, inner, violations


def box(page, selector):
    return page.locator(selector).bounding_box()


@pytest.fixture
def changed(seeds, reviewer):
    """Return a claim that one State first says is so, and later says is not."""
    claim = make.claim("strikes a hospital", text="Ruritania struck the hospital.", by=reviewer)
    state = make.agent("Ruritania")
    for words, stance, year in (("We did it.", "asserts", 2017), ("Not us.", "denies", 2021)):
        document = make.document(
            f"Statement of {year}\n\n{words}\n",
            collection=seeds.collection,
            author=state,
            uttered_on=f"{year}-03-02",
        )
        make.tag(document, words, claim=claim, stance=stance, by=reviewer)
    return claim


@pytest.mark.parametrize("public_id", ["C01", "C03"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_sides_begin_and_end_at_one_line(open_page, reviewer, seeds, public_id, scheme):
    page = open_page(reviewer, color_scheme=scheme)
    page.goto(f"/claims/{public_id}/")

    left, right = box(page, "#for"), box(page, "#against")
    first, second = box(page, "#for > div"), box(page, "#against > div")
    assert (left["y"], left["height"]) == (right["y"], right["height"])
    assert first["y"] == second["y"]
    assert left["x"] < right["x"]
    expect(page.locator("#for")).to_contain_text("Said by others to hold it")
    expect(page.locator("#for")).not_to_contain_text("Say so themselves")
    assert box(page, "#conflicts")["y"] < left["y"]
    assert violations(page) == []


@pytest.mark.parametrize("public_id", ["C01", "C03"])
def test_on_a_phone_the_sides_stand_below_each_other(open_page, reviewer, seeds, public_id):
    page = open_page(reviewer, size=NARROW)
    page.goto(f"/claims/{public_id}/")

    left, right = box(page, "#for"), box(page, "#against")
    wide, window = inner(page)
    assert right["y"] >= left["y"] + left["height"]
    assert wide <= window
    assert violations(page) == []


def test_a_change_over_time_is_walked_by_keyboard_without_javascript(open_page, reader, changed):
    page = open_page(reader, java_script_enabled=False)
    page.goto(f"/claims/{changed.public_id}/")

    page.get_by_role("link", name="Over time", exact=True).focus()
    page.keyboard.press("Enter")

    page.wait_for_url("**/#timeline")
    expect(page.locator("#conflicts")).to_contain_text("a change over time, not two sources")
    page.locator("#timeline").get_by_role("link", name="Not us.").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".card.selected .sentence")).to_contain_text("says it is not so")


def test_a_source_with_many_quotes_leads_to_all_of_them(open_page, reader, reviewer, seeds):
    claim, words = make.claim(by=reviewer), ("practice", "policies", "SCO", "China", "human")
    for word in words:
        make.tag(seeds.report, word, claim=claim, by=reviewer)
    page = open_page(reader, size=NARROW, color_scheme="dark")
    page.goto(f"/claims/{claim.public_id}/")

    page.get_by_role("link", name="All 5 quotes").click()

    expect(page.locator(".evidence mark")).to_have_count(5)
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        Agent.objects.get(name="Human Rights in China").name
    )
    assert violations(page) == []

"""A contradiction is looked at before it is saved: by mouse, by keyboard, without JavaScript."""

import pytest
from playwright.sync_api import expect

from annotate.models import Link

from .conftest import NARROW, WIDE, inner, violations

WHY = "Inconsistent positions and a good platform."


@pytest.fixture
def form(seeds) -> str:
    """Return the address of the form for two quotes, twelve years apart."""
    return f"/links/new/?from={seeds.tag('U04').pk}&to={seeds.tag('K02').pk}"


@pytest.fixture
def made(reviewer):
    return Link.objects.filter(created_by=reviewer)


def test_by_mouse_what_fits_is_taken_instead(page, form, made):
    page.goto(form)
    page.get_by_label("because").fill(WHY)
    page.get_by_label("How the first bears on the second").select_option("contradicts")
    same_time = page.get_by_role("group", name="Do both speak of the same time?")
    same_time.get_by_label("no").click()
    same_scope = page.get_by_role("group", name="Do both speak of the same scope")
    same_scope.get_by_label("yes").click()
    page.get_by_role("button", name="Link these").click()

    page.get_by_role("button", name="challenges").click()
    expect(page.locator(".comparison")).to_have_count(0)
    expect(page.get_by_label("because")).to_have_value(WHY)
    assert not made.exists()
    page.get_by_role("button", name="Link these").click()
    expect(page.locator("#link")).to_be_visible()

    assert made.get().relation == "challenges"
    assert made.get().rationale == WHY


def test_by_keyboard_a_person_goes_back_and_answers_yes(page, form, made):
    page.goto(form)
    page.get_by_label("because").focus()
    page.keyboard.type(WHY)
    page.get_by_label("How the first bears on the second").focus()
    page.keyboard.type("contra")
    expect(page.locator(".comparison")).to_be_visible()
    expect(page.get_by_label("because")).to_have_value(WHY)

    page.locator("[name=same_time]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.get_by_role("button", name="Link these").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[name=instead]").first).to_be_focused()

    page.get_by_role("button", name="Go back").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".instead")).to_have_count(0)
    page.locator("[name=same_time]:checked").focus()
    page.keyboard.press("ArrowLeft")
    page.get_by_role("button", name="Link these").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#link")).to_be_visible()

    assert made.get().relation == "contradicts"


def test_one_key_takes_what_fits_and_one_saves_it(page, form, made):
    page.goto(form)
    page.get_by_label("because").fill(WHY)
    page.get_by_label("How the first bears on the second").select_option("contradicts")
    page.locator("[name=same_time][value=no]").check()
    page.get_by_role("button", name="Link these").click()
    expect(page.get_by_role("button", name="challenges")).to_be_visible()

    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Link these")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#link")).to_be_visible()

    assert made.get().relation == "updates"


def test_without_javascript_nothing_is_lost(open_page, reviewer, form, made):
    page = open_page(reviewer, java_script_enabled=False)
    page.goto(form)
    page.get_by_label("How the first bears on the second").select_option("contradicts")
    page.get_by_label("because").fill(WHY)
    page.get_by_role("button", name="Link these").click()
    expect(page.get_by_text("These were said about 12 years apart.")).to_be_visible()

    page.locator("[name=same_time][value=yes]").check()
    page.locator("[name=same_scope][value=yes]").check()
    page.get_by_role("button", name="Link these").click()
    expect(page.get_by_text("Linked.")).to_be_visible()

    assert (made.get().relation, made.get().rationale) == ("contradicts", WHY)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_the_form_that_asks_is_clean_and_narrow_enough(open_page, reviewer, form, size, scheme):
    page = open_page(reviewer, size=size, color_scheme=scheme)
    page.goto(form)
    page.get_by_label("because").fill(WHY)
    page.get_by_label("How the first bears on the second").select_option("contradicts")
    page.get_by_role("button", name="Link these").click()
    expect(page.locator(".comparison .errorlist").first).to_be_visible()
    asking = violations(page)
    page.locator("[name=same_scope][value=no]").check()
    page.get_by_role("button", name="Link these").click()
    expect(page.locator(".instead")).to_be_visible()

    assert asking == violations(page) == []
    assert inner(page)[0] <= inner(page)[1]

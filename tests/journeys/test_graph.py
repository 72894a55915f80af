"""The graph page in a browser: by mouse, by keyboard, by finger, and without JavaScript."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import make

from .conftest import NARROW, WIDE, inner, violations

CY = "document.getElementById('canvas')._cyreg.cy"
START = "/graph/?claim=C01"


@pytest.fixture
def tag(seeds):
    """The tag in which the United States disagrees."""
    return seeds.tag("U09")


def drawn(page):
    """Wait until the picture is drawn."""
    expect(page.locator("#canvas[data-drawn]")).to_be_visible()


def spot(page, node):
    """Return where a point of the picture is in the window, after bringing it into view."""
    page.locator("#canvas").scroll_into_view_if_needed()
    at = page.evaluate(f"{CY}.getElementById('{node}').renderedPosition()")
    box = page.locator("#canvas").bounding_box()
    return box["x"] + at["x"], box["y"] + at["y"]


def places(page):
    """Return where all points are, in the picture's own units and in the window's."""
    return page.evaluate(
        f"Object.fromEntries({CY}.nodes().map(n => [n.id(), [n.position(), n.renderedPosition()]]))"
    )


def test_by_mouse_pointing_shows_the_quote_and_a_click_opens_it(page, tag):
    page.goto("/claims/C01/")
    page.get_by_role("link", name="See the graph").click()
    drawn(page)

    page.mouse.move(*spot(page, f"tag:{tag.pk}"))
    expect(page.locator("#note .quote")).to_have_text(tag.exact)
    expect(page.locator("#note .name")).to_contain_text("The United States disagrees with")
    page.mouse.click(*spot(page, f"tag:{tag.pk}"))

    expect(page.locator(".card.selected .quote")).to_have_text(tag.exact)


def test_by_keyboard_arrows_walk_and_enter_opens(page, tag):
    page.goto(START)
    drawn(page)

    page.locator("[data-tool=in]").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(page.locator("#canvas")).to_be_focused()
    expect(page.locator("#note .name")).to_have_text("equates terrorism, separatism and extremism")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#note .quote")).to_have_text(tag.exact)
    page.keyboard.press("Enter")

    expect(page.locator(".card.selected .quote")).to_have_text(tag.exact)


def test_by_keyboard_a_new_picture_starts_from_a_point(page, tag):
    page.goto(START)
    drawn(page)
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#note .quote")).to_have_text(tag.exact)

    page.keyboard.press("s")

    page.wait_for_url(f"**/graph/?tag={tag.pk}")
    drawn(page)


def test_a_finger_reads_first_and_then_opens(open_page, reviewer, tag):
    page = open_page(reviewer, has_touch=True)
    page.goto(START)
    drawn(page)

    page.touchscreen.tap(*spot(page, f"tag:{tag.pk}"))
    expect(page.locator("#note .quote")).to_have_text(tag.exact)
    page.locator("#note").get_by_role("link", name="Open").click()

    expect(page.locator(".card.selected .quote")).to_have_text(tag.exact)


def test_a_line_says_why(page, seeds):
    page.goto(START)
    drawn(page)
    link = seeds.link("L01")

    middle = page.evaluate(f"{CY}.getElementById('link:{link.pk}').renderedMidpoint()")
    box = page.locator("#canvas").bounding_box()
    page.mouse.move(box["x"] + middle["x"], box["y"] + middle["y"])

    expect(page.locator("#note")).to_contain_text("corroborates")
    expect(page.locator("#note")).to_contain_text(link.rationale)


def test_the_picture_holds_still(page):
    page.goto(START)
    drawn(page)
    before = places(page)

    page.reload()
    drawn(page)

    assert places(page) == before


def test_the_wheel_scrolls_the_page_and_zooms_only_with_control(page):
    page.goto(START)
    drawn(page)
    zoom = page.evaluate(f"{CY}.zoom()")
    page.mouse.move(*spot(page, "claim:C01"))

    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.wait_for_function(f"() => {CY}.zoom() > {zoom}")
    page.keyboard.up("Control")
    zoom = page.evaluate(f"{CY}.zoom()")
    page.mouse.wheel(0, 50)

    page.wait_for_function("() => scrollY > 0")
    assert page.evaluate(f"{CY}.zoom()") == zoom


def test_the_picture_is_saved_as_a_png(page):
    page.goto(START)
    drawn(page)

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as picture").click()

    saved = waiting.value
    assert saved.suggested_filename == "graph-claim-C01.png"
    content = Path(saved.path()).read_bytes()
    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[16:20]) > 1_000  # pixels wide


def test_the_picture_follows_the_light(page):
    page.goto(START)
    drawn(page)
    ink = f"{CY}.getElementById('claim:C01').style('color')"
    light = page.evaluate(ink)

    page.get_by_role("button", name="Ravi Reviewer").click()
    page.get_by_role("button", name="Switch to dark").click()

    page.wait_for_function(f"() => {ink} != '{light}'")


def test_filters_are_chosen_on_the_page(page):
    page.goto(START)
    drawn(page)
    page.get_by_text("More filters").click()
    page.get_by_label("replies and updates").check()
    page.get_by_role("button", name="Show").click()

    drawn(page)
    assert len([key for key in places(page) if key.startswith("tag:")]) == 2
    page.get_by_role("link", name="Clear filters").click()
    drawn(page)
    assert len([key for key in places(page) if key.startswith("tag:")]) == 4


def test_a_start_is_found_by_its_words(page):
    page.goto("/")
    page.get_by_role("navigation").get_by_role("link", name="Graph").click()
    expect(page.get_by_label("A claim, a name, a title or tagged words")).to_be_focused()
    page.keyboard.type("equates")
    page.keyboard.press("Enter")
    page.wait_for_url("**/graph/?q=equates")
    page.get_by_role("link", name="equates terrorism").first.click()

    drawn(page)
    assert page.url.endswith("/graph/?claim=C01")


def test_without_javascript_the_tables_say_it_all(open_page, reviewer, tag):
    page = open_page(reviewer, java_script_enabled=False)
    page.goto(START)

    expect(page.locator("#canvas")).to_be_hidden()
    expect(page.locator("#lines li")).to_have_count(3)
    page.get_by_role("link", name=re.compile("^The United States disagrees with")).click()

    expect(page.locator(".card.selected .quote")).to_have_text(tag.exact)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_axe_finds_nothing_serious_and_nothing_overflows(
    open_page, reviewer, seeds, collection, size, scheme
):
    claim = make.claim()
    for stance in ("asserts", "denies"):
        make.tag(make.document(collection=collection), claim=claim, stance=stance)
    page = open_page(reviewer, size=size, color_scheme=scheme)
    found = {}

    for address in (
        "/graph/",
        "/graph/?q=rights",
        START,
        f"/graph/?claim={claim.public_id}&layout=rings",
        f"{START}&from=x&stance=asserts",
    ):
        page.goto(address)
        wide, window = inner(page)
        found[address] = violations(page)
        found[address] += [f"{wide} px wide in {window}"] if wide > window else []

    assert {name: wrong for name, wrong in found.items() if wrong} == {}

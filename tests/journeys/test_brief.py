"""A brief from the question to the paper: put in, ordered, frozen, printed, downloaded."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from annotate.briefs import actions as acts
from tests import make

from .conftest import NARROW

QUESTION = "Which independent sources say people are returned to torture under SCO arrangements?"


@pytest.fixture
def torture(seeds):
    """The claim that no quote of the seeds supports."""
    return make.claim(
        "returned to torture", text="People are returned to torture under SCO arrangements."
    )


def begin(page: Page) -> None:
    """Begin the lawyer's brief."""
    page.goto("/briefs/")
    page.get_by_label("Title").fill("Returns")
    page.get_by_label("Question").fill(QUESTION)
    page.get_by_role("button", name="Start brief").click()
    expect(page.get_by_role("heading", name="Returns")).to_be_visible()


def put_in(page: Page, words: str, name: str) -> None:
    """Find something for the brief by its words, and add it."""
    page.get_by_label("Words in a claim or quote").fill(words)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("button", name=f"Add {name}", exact=True).click()


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "none"])
def test_the_lawyers_question_becomes_an_edition(open_page, reviewer, torture, seeds, javascript):
    page = open_page(reviewer, java_script_enabled=javascript)

    begin(page)
    put_in(page, "returned to torture", "returned to torture")
    put_in(page, "C07", seeds.claim("C07").label)
    page.goto("/claims/C18/")
    page.get_by_text("Add to brief").click()
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("Added to “Returns”.")).to_be_visible()
    page.goto("/briefs/")
    page.get_by_role("link", name="Returns").click()
    page.get_by_role("button", name="Freeze an edition").click()

    expect(page).to_have_url(re.compile(r"/briefs/\d+/editions/1/$"))
    parts = page.locator(".brief-part.claim")
    expect(parts.nth(0).locator(".numbers")).to_contain_text("0 sources say this.")
    expect(parts.nth(0).locator(".exhibit")).to_have_count(0)
    expect(parts.nth(1).locator(".exhibit")).to_have_count(2)
    expect(parts.nth(2).locator(".exhibit")).to_have_count(1)
    expect(page.locator(".brief .hash").first).to_have_text(re.compile("^[0-9a-f]{64}$"))


def test_parts_are_ordered_by_keyboard_alone(page, reviewer, seeds):
    brief = make.brief("First.", "Second.", collection=seeds.collection, by=reviewer)
    page.goto(f"/briefs/{brief.pk}/")

    page.get_by_role("button", name="Move down").first.focus()
    page.keyboard.press("Enter")

    expect(page.locator(".own")).to_have_text(["Second.", "First."])


def test_a_quote_is_added_from_its_card(page, reviewer, seeds):
    brief = make.brief(collection=seeds.collection, by=reviewer, title="Returns")
    tag = seeds.tag("U08")
    page.goto(f"/tags/{tag.pk}/")

    page.get_by_text("Add to brief").click()
    page.get_by_role("button", name="Add", exact=True).click()

    expect(page.get_by_text("Added to “Returns”.")).to_be_visible()
    assert brief.items.get().tag == tag


@pytest.fixture
def edition(seeds, reviewer):
    """An edition of several pages."""
    claims = [seeds.claim(public_id) for public_id in ("C01", "C07", "C18")]
    brief = make.brief("Own words.", *claims, collection=seeds.collection, by=reviewer)
    return acts.freeze(brief, revision=brief.revision, by=reviewer)


BOXES = {"A4": rb"\[0 0 59[45][.\d]* 84[12][.\d]*\]", "Letter": rb"\[0 0 612 792\]"}


@pytest.mark.parametrize("paper", BOXES)
def test_an_edition_prints_on_paper(page, edition, paper):
    page.goto(f"/briefs/{edition.brief_id}/editions/1/")

    printed = page.pdf(format=paper)

    assert re.search(rb"/MediaBox " + BOXES[paper], printed)
    assert len(re.findall(rb"/Type /Page\b", printed)) in range(2, 9)


def test_no_exhibit_is_cut_and_no_control_is_printed(page, edition):
    page.goto(f"/briefs/{edition.brief_id}/editions/1/")
    page.emulate_media(media="print")

    breaks = page.locator(".exhibit").evaluate_all(
        "all => all.map(one => getComputedStyle(one).breakInside)"
    )

    assert set(breaks) == {"avoid"}
    expect(page.locator(".exhibit").last).to_be_visible()
    expect(page.locator("header.site")).to_be_hidden()
    expect(page.locator(".desk")).to_be_hidden()


def test_the_html_file_reads_without_the_site(open_page, reviewer, edition, tmp_path):
    page = open_page(reviewer)
    page.goto(f"/briefs/{edition.brief_id}/editions/1/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as HTML").click()
    file = tmp_path / "edition.html"
    download.value.save_as(file)
    asked: list[str] = []
    alone = open_page(None, size=NARROW, java_script_enabled=False, offline=True)
    alone.on("request", lambda request: asked.append(request.url))

    alone.goto(file.as_uri())

    expect(alone.locator(".exhibit").first).to_be_visible()
    assert asked == [file.as_uri()]
    assert alone.locator("article").evaluate("one => one.scrollWidth <= innerWidth")


def test_the_data_is_what_the_hash_says(page, edition):
    page.goto(f"/briefs/{edition.brief_id}/editions/1/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the data").click()

    assert json.loads(download.value.path().read_text("utf-8"))["edition"]["number"] == 1

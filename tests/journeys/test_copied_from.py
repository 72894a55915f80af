"""A curator says that one document is copied from another, and the count goes down at once."""

import pytest
from playwright.sync_api import expect

from annotate.actions.derivations import name_source
from corpus.models import Derivation
from tests import make

from .conftest import NARROW, inner, violations


@pytest.fixture
def work(collection):
    """Return the document that the other one takes from."""
    return make.document(collection=collection, title="The speech itself")


@pytest.fixture
def copy(collection):
    """Return the document that takes from the other one."""
    return make.document(collection=collection, title="A report on the speech")


@pytest.fixture
def claim(work, copy):
    """Return a claim that both documents make."""
    claim = make.claim()
    for document in (work, copy):
        make.tag(document, claim=claim)
    return claim


def expect_sources(page, claim, number):
    """Open the claim's page and expect so many who say so themselves."""
    page.goto(f"/claims/{claim.public_id}/")
    expect(page.locator("#claim-counts .numbers strong").first).to_have_text(str(number))


def test_a_derivation_changes_a_count(open_page, curator, claim, copy):
    page = open_page(curator)
    expect_sources(page, claim, 2)

    page.goto(f"/documents/{copy.pk}/")
    page.locator("#copied-from summary").click()
    page.get_by_role("link", name="Name the source…").click()
    page.get_by_label("Find it by title").fill("speech itself")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("radio")).to_have_count(2)
    page.get_by_role("radio", name="The speech itself").check()
    page.get_by_label("How", exact=True).select_option("reports on")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#copied-from")).to_contain_text("Saved.")
    assert page.url.endswith(f"/documents/{copy.pk}/")

    expect_sources(page, claim, 1)
    page.get_by_text("Who they are").click()
    expect(page.locator("#claim-counts")).to_contain_text("taken from “The speech itself”")

    page.goto(f"/documents/{copy.pk}/")
    page.locator("#copied-from summary").click()
    page.get_by_role("button", name="Remove The speech itself").click()
    expect(page.locator("#copied-from")).to_contain_text("Removed.")
    expect_sources(page, claim, 2)


def test_by_keyboard_and_without_javascript(open_page, curator, claim, copy):
    page = open_page(curator, java_script_enabled=False)
    page.goto(f"/documents/{copy.pk}/copied-from/")

    page.get_by_label("Find it by title").focus()
    page.keyboard.type("speech itself")
    page.keyboard.press("Enter")
    page.get_by_role("radio", name="The speech itself").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("rep")
    page.keyboard.press("Tab")
    page.keyboard.type("as the minister said")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("are not in the copying document")
    expect(page.get_by_role("button", name="Save")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/documents/{copy.pk}/#copied-from")

    assert Derivation.objects.get(document=copy).evidence_quote == "as the minister said"
    expect_sources(page, claim, 1)


def test_a_work_that_is_not_held_is_named_in_place(open_page, curator, copy):
    page = open_page(curator)
    page.goto(f"/documents/{copy.pk}/")
    page.locator("#copied-from summary").click()
    page.get_by_role("link", name="Name the source…").click()
    page.get_by_role("radio", name="A work we do not hold").check()
    page.get_by_label("Title", exact=True).fill("A lost letter")
    page.get_by_label("How", exact=True).select_option("summary of")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="A lost letter", exact=True).click()

    expect(page.get_by_text("its text is not held")).to_be_visible()
    expect(page.get_by_role("link", name=copy.title)).to_be_visible()


def test_undo_brings_a_removed_source_back(open_page, curator, copy, work):
    name_source(copy, work, kind="reports_on", by=curator)
    page = open_page(curator)
    page.goto(f"/documents/{copy.pk}/")
    page.locator("#copied-from summary").click()
    page.get_by_role("button", name="Remove The speech itself").click()
    page.get_by_role("button", name="Undo").click()

    expect(page.get_by_role("link", name="The speech itself", exact=True)).to_be_visible()
    assert copy.derivations.get().upstream == work


def test_a_passage_s_number_leads_to_its_source(open_page, curator, copy, work):
    page = open_page(curator)
    page.goto(f"/documents/{copy.pk}/")
    page.locator("#p2 .words").hover()
    page.get_by_role("link", name="Passage 2: what it is copied from").click()
    page.get_by_role("radio", name="The speech itself").check()
    page.get_by_label("How", exact=True).select_option("quotes word for word")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#copied-from")).to_contain_text("Saved.")
    page.get_by_role("link", name="The passage in its text").click()

    expect(page.locator("#p2 .from")).to_have_text("quotes word for word “The speech itself”")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, {"width": 1440, "height": 900}], ids=["narrow", "wide"])
def test_axe_finds_nothing_serious_and_nothing_overflows(
    open_page, curator, copy, work, size, scheme
):
    passage = make.passage(copy)
    for copied in (copy, passage):
        name_source(copied, work, kind="reports_on", by=curator, evidence_quote="as he said")
    page = open_page(curator, size=size, color_scheme=scheme)
    found = {}

    for address in (
        f"/documents/{copy.pk}/copied-from/",
        f"/documents/{copy.pk}/copied-from/{copy.derivations.get().pk}/",
        f"/documents/{copy.pk}/passages/{passage.pk}/copied-from/",
        f"/documents/{work.pk}/",
    ):
        page.goto(address)
        if page.locator("[data-not-held]").count():
            page.locator("[data-not-held]").check()
        else:
            page.locator("#copied-from summary").click()
        wide, window = inner(page)
        found[address] = violations(page) + ([f"{wide} px"] if wide > window else [])

    assert {address: wrong for address, wrong in found.items() if wrong} == {}

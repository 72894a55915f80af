"""A curator hides a document, a reader is told whom to ask, and Undo brings it back."""

import pytest
from playwright.sync_api import expect

from tests import make

from .conftest import NARROW, WIDE, inner, violations


@pytest.fixture
def document(collection, reviewer):
    """Return a document with a tag."""
    document = make.document(collection=collection, title="A statement by a witness")
    make.tag(document, by=reviewer)
    return document


def hide(page, document):
    """Hide the document on its own page."""
    page.goto(f"/documents/{document.pk}/")
    page.get_by_text("About this document").click()
    page.get_by_text("Hide this document…").click()
    page.get_by_label("Why it must no longer be seen").fill("The witness asked us to.")
    page.get_by_role("button", name="Hide this document").click()
    expect(page.get_by_role("heading", name="This document is hidden")).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["javascript", "without"])
def test_hidden_and_shown_again(open_page, curator, reader, document, script):
    page = open_page(curator, java_script_enabled=script)
    hide(page, document)

    theirs = open_page(reader)
    theirs.goto(f"/documents/{document.pk}/")
    expect(theirs.get_by_text("Ask a curator of")).to_contain_text(str(curator))
    expect(theirs.get_by_text(document.title)).to_have_count(0)

    page.get_by_role("button", name="Show it again").click()
    expect(page.get_by_role("heading", name=document.title)).to_be_visible()
    theirs.reload()
    expect(theirs.locator("mark").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_axe_finds_nothing_serious_and_nothing_overflows(
    open_page, curator, document, size, scheme
):
    page = open_page(curator, size=size, color_scheme=scheme)
    hide(page, document)

    for address in (f"/documents/{document.pk}/", "/documents/hidden/"):
        page.goto(address)
        assert violations(page) == []
        assert inner(page)[0] <= inner(page)[1]

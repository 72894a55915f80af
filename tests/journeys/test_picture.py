"""The pictures in the README, taken anew with

CORROBORATE_PICTURES=.readme uv run pytest tests/journeys/test_picture.py
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .conftest import drag_over


@pytest.fixture
def picture(page, tmp_path):
    """Return what takes a picture of the page and says how large the file is."""
    page.set_viewport_size({"width": 1440, "height": 940})
    folder = Path(os.environ.get("CORROBORATE_PICTURES", tmp_path))

    def take(name):
        page.screenshot(path=folder / name)
        return (folder / name).stat().st_size

    return take


def test_the_readme_shows_the_guard_on_a_selective_quotation(page, statement, picture):
    page.goto(statement)
    drag_over(page, "the SCO’s position that equates terrorism, separatism, and extremism")
    page.keyboard.type("equat")
    page.keyboard.press("Enter")
    expect(page.locator("#picker .guard")).to_contain_text("disagrees with")
    expect(page.locator("#sentence-preview")).to_contain_text("disagrees with the Shanghai")

    assert picture("workbench.png") > 50_000


def test_the_readme_shows_who_says_what_of_a_claim_and_who_does_not(page, seeds, picture):
    page.goto("/graph/?claim=C01&hops=2")
    expect(page.locator("#canvas[data-drawn]")).to_be_visible()
    expect(page.locator("#note")).to_be_visible()

    assert picture("graph.png") > 50_000

"""The picture of the workbench in the README, taken anew with

CORROBORATE_PICTURE=.readme/workbench.png uv run pytest tests/journeys/test_picture.py
"""

import os
from pathlib import Path

from playwright.sync_api import expect

from .conftest import drag_over


def test_the_readme_shows_the_guard_on_a_selective_quotation(page, statement, tmp_path):
    page.set_viewport_size({"width": 1440, "height": 940})
    page.goto(statement)
    drag_over(page, "the SCO’s position that equates terrorism, separatism, and extremism")
    page.keyboard.type("equat")
    page.keyboard.press("Enter")
    expect(page.locator("#picker .guard")).to_contain_text("disagrees with")
    expect(page.locator("#sentence-preview")).to_contain_text("disagrees with the Shanghai")

    picture = os.environ.get("CORROBORATE_PICTURE", str(tmp_path / "workbench.png"))
    page.screenshot(path=picture)

    assert Path(picture).stat().st_size > 50_000

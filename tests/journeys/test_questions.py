"""A reviewer asks what is missing: narrows, follows a row, saves the question, takes it along."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import expect

from annotate.models import Question, SavedQuestion

from .conftest import NARROW, inner, violations


def test_a_question_is_asked_followed_saved_and_taken_along(page, seeds):
    page.goto("/claims/")
    page.get_by_role("link", name="What is missing").click()
    page.get_by_role("link", name="Which claims are contested?").click()
    page.get_by_label("Counted in").select_option("SCO study")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".answer")).to_have_count(2)
    expect(page.locator(".answer").first).to_contain_text("Say it is not so: United States")

    page.get_by_label("Save this question").fill("Contested in SCO study")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#save")).to_contain_text("Saved as “Contested in SCO study”.")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download CSV for a spreadsheet").click()
    file = Path(download.value.path()).read_text("utf-8-sig")
    rows = csv.DictReader(file.splitlines())
    assert [row["id"] for row in rows] == ["C01", "C03"]

    page.get_by_role("link", name="equates terrorism").click()
    page.wait_for_url("**/claims/C01/")
    page.goto("/")
    page.get_by_role("link", name="Contested in SCO study").click()
    expect(page.locator(".answer")).to_have_count(2)


def test_a_saved_question_is_removed_and_brought_back(page, reviewer):
    saved = SavedQuestion(name="Old", question="nothing-since", filters={"year": "2015"})
    saved.created_by = reviewer
    saved.save()
    page.goto("/questions/")

    page.get_by_role("button", name="Remove Old").click()
    expect(page.locator("#saved")).to_contain_text("“Old” is removed.")
    assert violations(page) == []
    page.get_by_role("button", name="Undo Old").click()

    page.wait_for_url("**/questions/nothing-since/?year=2015")
    assert SavedQuestion.objects.get().filters == {"year": "2015"}


def test_it_is_saved_without_javascript(open_page, reviewer):
    page = open_page(reviewer, java_script_enabled=False)
    page.goto("/questions/nothing-since/")

    page.get_by_label("No new evidence since", exact=True).fill("2020")
    page.get_by_role("button", name="Show").click()
    page.get_by_label("Save this question").fill("Old")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.locator("#messages")).to_contain_text("Saved as “Old”.")
    assert SavedQuestion.objects.get().filters == {"year": "2020"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_question_is_readable_on_a_phone(open_page, reviewer, scheme):
    page = open_page(reviewer, size=NARROW, color_scheme=scheme)
    found = {}

    for question in Question:
        page.goto(f"/questions/{question}/")
        wide, window = inner(page)
        found[str(question)] = violations(page) + ([f"{wide} px"] if wide > window else [])

    assert {name: wrong for name, wrong in found.items() if wrong} == {}

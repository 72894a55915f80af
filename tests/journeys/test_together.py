"""Several people and several documents: links, agreement, dispute, conflict, claim page, export."""

import csv
import io

from playwright.sync_api import expect

from annotate.models import Link, Remark, Tag
from tests import make

from .conftest import saved


def open_card(page, tag):
    page.goto(f"/tags/{tag.pk}/")
    expect(page.locator(".card.selected .sentence")).to_be_visible()


def test_two_quotes_are_linked_across_documents_and_jumped_both_ways(page, seeds, reviewer):
    here, there = seeds.tag("U06"), seeds.tag("H14")
    open_card(page, here)
    page.get_by_role("button", name="Link from here").click()
    expect(page.locator("#tray")).to_contain_text("SCO Member States are challenging")

    open_card(page, there)
    page.get_by_role("link", name="Link to here").click()
    page.get_by_label("because").fill("Denials of asylum are how asylum practice is challenged.")
    page.locator("select[name=relation]").select_option("supports")
    page.get_by_role("button", name="Link these").click()
    page.wait_for_url(lambda url: "/links/new/" not in url)

    link = Link.objects.get(created_by=reviewer)
    assert (link.from_tag, link.to_tag, link.relation) == (here, there, "supports")
    open_card(page, there)
    page.locator(".card.selected .links").get_by_role("link").filter(
        has_text="SCO Member States are challenging"
    ).first.click()
    expect(page.locator(f"#t{here.pk}.selected")).to_be_visible()
    expect(page.locator(f"mark[data-tags~='{here.pk}']").first).to_be_in_viewport()
    page.locator(".card.selected .links").get_by_role("link").filter(
        has_text="guaranteed extraditions"
    ).first.click()
    expect(page.locator(f"#t{there.pk}.selected")).to_be_visible()
    expect(page.locator(f"mark[data-tags~='{there.pk}']").first).to_be_in_viewport()


def test_what_is_in_the_tray_survives_signing_out(page, open_page, seeds, reviewer):
    open_card(page, seeds.tag("U06"))
    page.get_by_role("button", name="Link from here").click()
    expect(page.locator("#tray")).to_contain_text("SCO Member States")
    page.get_by_role("button", name="Ravi Reviewer").click()
    page.get_by_role("button", name="Sign out").click()

    again = open_page(reviewer)
    again.goto("/claims/")

    expect(again.locator("#tray")).to_contain_text("SCO Member States")


def test_two_ticked_quotes_on_a_claim_page_are_linked(page, seeds, reviewer):
    page.goto("/claims/C08/")
    for box in page.get_by_role("checkbox").all()[:2]:
        box.check()
    page.get_by_role("button", name="Link these").click()

    expect(page.locator("select[name=relation]")).to_have_value("corroborates")


def test_a_colleague_agrees_and_another_disputes(open_page, seeds, reviewer, colleague):
    tag = make.tag(seeds.report, "without critical review", claim=seeds.claim("C24"), by=reviewer)
    page = open_page(colleague)
    open_card(page, tag)

    page.get_by_role("button", name="I agree", exact=True).click()
    expect(page.locator(".card.selected")).to_contain_text("Agreed: Li Colleague")
    page.get_by_text("Disagree, ask or note").last.click()
    page.locator(".card.selected textarea[name=text]").fill("It says largely.")
    page.get_by_role("button", name="I disagree").click()
    expect(page.locator(".card.selected")).to_contain_text("It says largely.")

    kinds = list(Remark.objects.filter(tag=tag).order_by("pk").values_list("kind", flat=True))
    assert kinds == ["agree", "disagree"]


def test_the_second_of_two_editors_sees_both_versions_and_loses_nothing(
    open_page, seeds, reviewer, curator
):
    tag = make.tag(seeds.report, "without critical review", claim=seeds.claim("C24"), by=reviewer)
    page, other = open_page(reviewer), open_page(curator)
    open_card(page, tag)
    page.get_by_role("link", name="Edit", exact=True).click()
    page.locator("#picker textarea[name=note]").fill("What I typed.")
    other.goto(f"/tags/{tag.pk}/edit/")
    other.locator("textarea[name=note]").fill("What the curator typed.")
    other.locator("[name=reason]").fill("The note was missing.")
    other.get_by_role("button", name="Save").click()
    expect(other.locator(".card.selected")).to_be_visible()

    page.locator("#picker [data-save]").click()
    expect(page.locator("#picker .conflict")).to_contain_text("What the curator typed.")
    expect(page.locator("#picker textarea[name=note]")).to_have_value("What I typed.")
    between = Tag.objects.get(pk=tag.pk).note
    page.locator("#picker [data-save]").click()
    saved(page)

    assert (between, Tag.objects.get(pk=tag.pk).note) == (
        "What the curator typed.",
        "What I typed.",
    )


def test_the_claim_page_answers_the_four_questions(page, seeds):
    page.goto("/claims/C01/")

    page_text = page.locator("main").inner_text()
    assert "Shanghai Cooperation Organization" in page_text
    assert "disagrees with" in page_text
    page.get_by_role("link", name="the United States disagrees with").first.click()
    expect(page.locator(f"#t{seeds.tag('U09').pk}.selected")).to_be_visible()


def test_the_export_page_gives_a_spreadsheet_and_csv(page, seeds):
    page.goto("/export/")

    with page.expect_download() as spreadsheet:
        page.get_by_role("button", name="Export").first.click()
    answer = page.request.get("/export/tags.csv?for=analysis")

    assert spreadsheet.value.suggested_filename.endswith(".xlsx")
    rows = list(csv.DictReader(io.StringIO(answer.text())))
    assert len(rows) == 36
    assert {row["quote"] for row in rows} == {tag["quote"] for tag in seeds.reference["tags"]}


def test_a_curator_marks_boilerplate_in_the_admin(open_page, curator, collection):
    document = make.document(
        "Title\n\nA paragraph that says something.\n\nShare on social media please now.\n",
        collection=collection,
    )
    page = open_page(curator)
    page.goto(f"/admin/corpus/passage/?document={document.pk}")
    page.locator("#result_list tbody tr").last.locator("input.action-select").check()
    page.locator("select[name=action]").select_option(label="Mark as boilerplate")
    page.get_by_role("button", name="Run").or_(page.get_by_role("button", name="Go")).click()
    page.wait_for_load_state()

    assert make.passage(document, 3).kind == "boilerplate"


def test_others_tags_wait_until_the_reader_wants_them(page, statement, seeds, colleague):
    page.goto(statement)
    cards = page.locator(".card").count()
    made = make.tag(seeds.statement, "Mr. President", by=colleague)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    expect(page.locator(".news")).to_contain_text("1 new tag")
    assert page.locator(".card").count() == cards
    page.locator(".news").click()

    expect(page.locator(f"#t{made.pk}")).to_be_visible()
    expect(page.locator(".news")).to_have_count(0)

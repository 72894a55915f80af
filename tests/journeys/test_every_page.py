"""Every page: axe finds nothing serious, 320 px suffice, dark is dark, no JavaScript is needed."""

import pytest
from playwright.sync_api import expect

from annotate.briefs.actions import freeze
from tests import make

from .conftest import violations, wrongs

PAGES = {
    "home": "/",
    "documents": "/documents/",
    "statement": "{statement}",
    "report with a tag open": "{report}?tag={tag}",
    "edit a tag": "/tags/{mine}/edit/",
    "copied from, of a tag": "/tags/{mine}/copied-from/",
    "claims": "/claims/",
    "claim": "/claims/C01/",
    "claim history": "/claims/C01/history/",
    "quotes on a claim": "/claims/C01/quotes/?side=against",
    "timeline of a claim": "/claims/C01/timeline/",
    "links of a claim": "/claims/C01/links/?kind=conflict",
    "provisions": "/provisions/",
    "provision": "/provisions/REFUGEE-CONV-33(1)/",
    "agent": "/agents/{agent}/",
    "links": "/links/",
    "link": "/links/{link}/",
    "new link": "/links/new/?from={tag}&to={mine}",
    "questions": "/questions/",
    "question": "/questions/no-reply/",
    "briefs": "/briefs/",
    "brief": "/briefs/{brief}/?q=terrorism",
    "brief, edited": "/briefs/{brief}/edit/",
    "edition": "/briefs/{brief}/editions/1/",
    "my work": "/mine/",
    "search": "/search/?q=terrorism",
    "export": "/export/",
    "help": "/help/coding/",
    "tag history": "/tags/{tag}/history/",
}
CURATED = {
    "copied from": "{statement}copied-from/?q=terrorism",
    "edit a claim": "/claims/C01/edit/",
    "admin": "/admin/",
    "admin documents": "/admin/corpus/document/",
    "admin passages": "/admin/corpus/passage/",
}


@pytest.fixture
def address(seeds, statement, report, reviewer):
    """Return a function that fills an address with ids of the seeds."""
    mine = make.tag(seeds.statement, "marginalize ethnic and religious minorities", by=reviewer)
    tag = seeds.tag("H07")
    brief = make.brief(
        "Own words.", seeds.claim("C01"), tag, collection=seeds.collection, by=reviewer
    )
    freeze(brief, revision=brief.revision, by=reviewer)
    ids = {
        "brief": brief.pk,
        "statement": statement,
        "report": report,
        "tag": tag.pk,
        "mine": mine.pk,
        "agent": tag.held_by_id,
        "link": seeds.link("L01").pk,
    }
    return lambda template: template.format(**ids)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_and_nothing_overflows(open_page, reviewer, address, scheme):
    page = open_page(reviewer, color_scheme=scheme)

    found = {name: wrongs(page, address(template)) for name, template in PAGES.items()}

    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_axe_finds_nothing_serious_on_a_curators_pages(open_page, curator, address):
    page = open_page(curator)
    found = {}

    for name, template in CURATED.items():
        answer = page.goto(address(template))
        found[name] = [f"answers {answer.status}"] if answer.status != 200 else violations(page)

    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_axe_finds_nothing_serious_in_the_open_picker(page, report):
    page.goto(report)
    page.evaluate("document.getSelection().selectAllChildren(document.querySelector('#p4 .words'))")
    page.keyboard.press("Enter")
    expect(page.locator("#found [role=option]").first).to_be_visible()

    assert violations(page) == []


def test_axe_finds_nothing_serious_at_the_sign_in(open_page):
    page = open_page(None)
    page.goto("/accounts/login/")

    assert violations(page) == []


def test_everything_is_read_without_javascript(open_page, reviewer, address, seeds):
    page = open_page(reviewer, java_script_enabled=False)
    page.goto("/documents/")

    page.get_by_role("link", name="Explanation of Vote").first.click()
    page.locator(".card-line", has_text="equates terrorism").click()
    expect(page.locator(".card.selected .sentence")).to_contain_text("The United States disagrees")
    page.locator(".card.selected .links a").first.click()

    expect(page.locator(".card.selected")).to_be_visible()


def test_a_tag_is_edited_and_withdrawn_without_javascript(open_page, reviewer, address, seeds):
    page = open_page(reviewer, java_script_enabled=False)
    page.goto(address("/tags/{mine}/"))

    page.get_by_role("link", name="Edit", exact=True).click()
    page.get_by_label("leave it open").check()
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".card.selected .sentence")).to_contain_text("asks or doubts whether")
    page.get_by_role("button", name="Withdraw").click()
    page.get_by_role("button", name="Bring it back").click()

    expect(page.locator("#messages")).to_contain_text("is back")


def test_dark_is_dark(open_page, reviewer, statement):
    page = open_page(reviewer, color_scheme="dark")
    page.goto(statement)

    ground = page.evaluate(
        "(() => {const c = document.createElement('canvas').getContext('2d');"
        "c.fillStyle = getComputedStyle(document.body).backgroundColor; c.fillRect(0, 0, 1, 1);"
        "return [...c.getImageData(0, 0, 1, 1).data.slice(0, 3)]})()"
    )

    assert max(ground) < 80

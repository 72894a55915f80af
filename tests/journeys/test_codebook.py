"""A curator keeps the codebook: merge, follow the old address, take apart; by mouse and keys."""

import pytest
from playwright.sync_api import expect

from annotate.codebook.claim_splits import open_split
from annotate.models import Claim, Tag
from annotate.models.merge import ClaimPair
from corpus.models import Agent
from tests import make

from .conftest import wrongs


@pytest.fixture
def twin(seeds, collection, reviewer):
    """Return a claim that says what C07 says, with a tag."""
    known = seeds.claim("C07")
    claim = make.claim(f"{known.label} too", text=known.text, by=reviewer)
    make.tag(seeds.report, "without critical review", claim=claim, by=reviewer)
    return claim


def test_two_claims_are_merged_and_taken_apart(open_page, seeds, twin, curator, reader):
    page = open_page(curator)
    page.goto(f"/claims/{twin.public_id}/")
    page.get_by_role("link", name="Merge… C07").click()
    expect(page.get_by_text("1 tag that you can see moves")).to_be_visible()
    page.get_by_label("Why they are the same").fill("The same sentence.")
    page.get_by_role("button", name=f"Merge {twin.public_id} into C07").click()
    page.wait_for_url("**/claims/C07/")
    expect(page.locator("#messages")).to_contain_text("became part of this claim")

    other = open_page(reader)
    other.goto(f"/claims/{twin.public_id}/")
    assert other.url.endswith("/claims/C07/")
    assert Tag.objects.get(claim_when_tagged=twin).claim == seeds.claim("C07")

    page.get_by_role("button", name=f"Take apart {twin.public_id}").click()
    page.wait_for_url(f"**/claims/{twin.public_id}/")
    other.goto(f"/claims/{twin.public_id}/")
    assert other.url.endswith(f"/claims/{twin.public_id}/")
    assert Tag.objects.get(claim_when_tagged=twin).claim == twin


def test_by_keyboard_and_without_javascript(open_page, seeds, twin, curator):
    page = open_page(curator, java_script_enabled=False)
    page.goto(f"/claims/{twin.public_id}/merge/")

    page.get_by_label("Into which claim").focus()
    page.keyboard.type("c07")
    page.keyboard.press("Enter")
    page.get_by_label("Why they are the same").focus()
    page.keyboard.type("The same sentence.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/C07/")

    assert Claim.objects.get(pk=twin.pk).merged_into == seeds.claim("C07")


def test_what_is_not_the_same_is_remembered(open_page, seeds, twin, curator):
    page = open_page(curator)
    page.goto(f"/claims/{twin.public_id}/")
    page.get_by_role("button", name="Not the same C07").click()

    expect(page.get_by_role("heading", name="Not the same as")).to_be_visible()
    expect(page.get_by_role("link", name="Merge… C07")).to_have_count(0)
    assert ClaimPair.objects.count() == 1


def test_a_proposed_agent_becomes_the_known_one(open_page, seeds, collection, curator):
    usa = make.agent("USA", status="proposed", aliases=["United States of America"])
    known = Agent.objects.get(name="United States")
    page = open_page(curator)
    page.goto(f"/agents/{usa.pk}/merge/?q=United+States")
    page.get_by_role("link", name="United States", exact=True).click()
    page.get_by_label("Why they are the same").fill("The same State.")
    page.get_by_role("button", name="Merge", exact=True).click()
    page.wait_for_url(f"**/agents/{known.pk}/")

    expect(page.locator(".lead")).to_contain_text("USA")


def test_a_claim_is_split_at_the_desk_by_keys(open_page, seeds, reviewer, curator):
    whole, (one, other) = make.claim(), (make.claim(), make.claim())
    words = ("without critical review", "practice", "policies")
    tags = [make.tag(seeds.report, quote, claim=whole, by=reviewer) for quote in words]
    page = open_page(curator)
    page.goto(f"/claims/{whole.public_id}/split/")
    page.get_by_label("What it is split into").fill(f"{one.public_id}\n{other.public_id}")
    page.get_by_label("Why it is split").fill("Two things.")
    page.get_by_role("button", name="Start the split").click()
    expect(page.get_by_text("0 of 0 tags").or_(page.get_by_text("0 of 3 tags"))).to_be_visible()

    desk = open_page(reviewer)
    desk.goto(f"/claims/{whole.public_id}/split/desk/")
    desk.keyboard.press("1")
    expect(desk.get_by_text("1 of 3 tags")).to_be_visible()
    desk.keyboard.press("n")
    expect(desk.locator("#desk mark")).to_have_text(words[2])
    desk.keyboard.press("2")
    expect(desk.get_by_text("2 of 3 tags")).to_be_visible()
    assert {tag.claim for tag in Tag.objects.filter(pk__in=[t.pk for t in tags])} == {whole}

    page.reload()
    page.get_by_role("button", name="Close the split and move the tags").click()
    page.wait_for_url(f"**/claims/{whole.public_id}/")
    assert [Tag.objects.get(pk=tag.pk).claim for tag in tags] == [one, whole, other]


def test_second_looks_are_given_by_keys(open_page, seeds, reviewer):
    held, gone = (
        make.tag(seeds.report, quote, by=reviewer, status="stale") for quote in ("practice", "SCO")
    )
    page = open_page(reviewer)
    page.goto("/second-looks/")
    page.keyboard.press("1")
    expect(page.locator("[data-desk-row]")).to_have_count(1)
    page.keyboard.press("2")
    expect(page.get_by_text("Nothing needs a second look.")).to_be_visible()

    assert Tag.objects.get(pk=held.pk).status == "submitted"
    assert Tag.objects.get(pk=gone.pk).status == "withdrawn"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_clean_and_narrow_enough(open_page, seeds, twin, curator, reviewer, scheme):
    make.tag(seeds.report, "without critical review", claim=seeds.claim("C07"), by=reviewer)
    split = make.claim()
    make.tag(seeds.statement, "terrorism", claim=split, by=curator)
    open_split(split, [twin, seeds.claim("C07")], by=curator, reason="Two things.")
    make.tag(seeds.report, "practice", by=reviewer, status="stale")
    usa, known = make.agent("USA"), Agent.objects.get(name="United States")
    page = open_page(curator, color_scheme=scheme)
    addresses = [
        f"/claims/{twin.public_id}/",
        f"/claims/{twin.public_id}/merge/",
        f"/claims/{twin.public_id}/merge/?into=C07",
        f"/claims/{twin.public_id}/split/",
        f"/claims/{split.public_id}/split/desk/",
        "/claims/names/",
        "/second-looks/?whose=all",
        f"/agents/{usa.pk}/",
        f"/agents/{usa.pk}/merge/",
        f"/agents/{usa.pk}/merge/?into={known.pk}",
    ]

    found = {address: wrongs(page, address) for address in addresses}

    assert {address: wrong for address, wrong in found.items() if wrong} == {}

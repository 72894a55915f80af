"""The nine traps of the reference, as far as they concern the form."""

from playwright.sync_api import expect

from annotate.models import Tag

from .conftest import drag_over, picked, saved


def mine(reviewer):
    return Tag.objects.filter(created_by=reviewer).order_by("pk")


def test_a_selective_quotation_is_caught_and_widened(page, statement, reviewer):
    page.goto(statement)
    drag_over(page, "the SCO’s position that equates terrorism, separatism, and extremism")
    page.keyboard.type("equat")
    page.keyboard.press("Enter")
    expect(page.locator("#picker .guard")).to_contain_text("disagrees with")
    between = mine(reviewer).count()

    page.keyboard.press("Enter")
    saved(page)

    tag = mine(reviewer).get()
    assert between == 0
    assert "disagrees with" in tag.exact
    assert (tag.stance, tag.held_by.name) == ("rejects", "Shanghai Cooperation Organization")
    expect(page.locator(".card.selected .sentence")).to_contain_text(
        "The United States disagrees with the Shanghai Cooperation Organization that"
    )


def test_the_subject_of_justifying_is_not_the_speaker(page, statement, reviewer):
    page.goto(statement)
    drag_over(page, "justifying Russia’s brutal war against Ukraine")
    page.keyboard.type("justifies Russia")
    page.keyboard.press("Enter")

    expect(page.locator("#picker .guard")).to_be_visible()
    expect(page.locator("#picker [name=whose][value=other]")).to_be_checked()
    expect(page.locator("#holder-query")).to_have_value("Shanghai Cooperation Organization")
    assert not mine(reviewer).exists()


def test_a_tag_speaks_for_its_own_document_only(page, report, reviewer):
    page.goto(report)
    drag_over(page, "gives equal weight to alleged separatist, extremist, and terrorist acts")
    page.keyboard.type("equat")
    page.keyboard.press("Enter")
    expect(page.locator("#picker .guard")).to_be_visible()
    page.keyboard.press("Enter")
    saved(page)

    tag = mine(reviewer).get()
    assert tag.asserted_by.name == "Human Rights in China"
    assert tag.held_by.name == "Shanghai Cooperation Organization"


def test_an_altered_quotation_says_so(page, report, reviewer):
    page.goto(report)
    drag_over(page, "We see the potential for greater U.S.-China dialogue")
    page.keyboard.type("potential for US-China")
    page.keyboard.press("Enter")
    saved(page)

    assert mine(reviewer).get().asserted_by.name == "United States"
    expect(page.locator(".card.selected")).to_contain_text("altered when quoted")


def test_scare_quotes_are_the_speakers_own_words(page, statement, reviewer):
    page.goto(statement)
    drag_over(page, "“countering terrorism.”")
    page.keyboard.type("counter-terrorism stance")
    picked(page, "C08")
    page.keyboard.press("Enter")
    expect(page.locator("#picker .guard")).to_contain_text("ostensibly")
    page.locator("#picker [name=widen]").uncheck()
    page.locator("#picker [name=whose][value=own]").check()
    page.locator("#picker [name=agree][value=yes]").check()
    page.keyboard.press("Enter")
    saved(page)

    assert (mine(reviewer).get().asserted_by.name, mine(reviewer).get().stance) == (
        "United States",
        "asserts",
    )


def test_the_picker_shows_what_a_claim_means_before_it_is_taken(page, report):
    page.goto(report)
    drag_over(page, "Compromise of Human Rights Under Cover of Counter-Terrorism")
    page.keyboard.type("cover")

    option = page.locator("#found [data-claim=C04]")
    expect(option).to_contain_text("cultural and civilizational diversity as a cover")


# Whether the middle of an element is what a person sees there.
IS_IN_SIGHT = """(element) => {
  const box = element.getBoundingClientRect();
  const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return element.contains(there);
}"""


def test_a_failed_save_keeps_everything_and_retries_without_making_two(page, report, reviewer):
    page.goto(report)
    drag_over(page, "without critical review")
    page.keyboard.type("critical review")
    picked(page, "C24")
    page.route("**/tags/", lambda route: route.abort())
    page.keyboard.press("Enter")
    failure = page.locator("#picker .failure")
    expect(failure).to_contain_text("Not saved")
    assert failure.evaluate(IS_IN_SIGHT)
    expect(page.locator("#claim-query")).to_have_value("without critical review")
    page.unroute("**/tags/")

    page.keyboard.press("Enter")
    saved(page)

    assert mine(reviewer).count() == 1


def test_an_answer_that_is_lost_on_the_way_makes_no_second_tag(page, report, reviewer):
    page.goto(report)
    drag_over(page, "without critical review")
    page.keyboard.type("critical review")
    picked(page, "C24")

    def lose(route):
        route.fetch()
        route.fulfill(status=504, body="")

    page.route("**/tags/", lose)
    with page.expect_response(lambda answer: answer.status == 504):
        page.keyboard.press("Enter")
    expect(page.locator("#picker .failure")).to_contain_text("Not saved")
    page.unroute("**/tags/")
    page.keyboard.press("Enter")
    saved(page)

    assert mine(reviewer).count() == 1


def test_what_is_unsaved_survives_a_reload_and_goes_with_sign_out(page, report, reviewer):
    page.goto(report)
    drag_over(page, "without critical review")
    page.keyboard.type("critical rev")
    picked(page, "C24")

    page.reload()
    expect(page.locator("#claim-query")).to_have_value("critical rev")
    kept = page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('draft:'))")
    page.keyboard.press("Escape")
    drag_over(page, "without critical review")
    page.keyboard.type("x")
    page.get_by_role("button", name="Ravi Reviewer").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_load_state()

    assert len(kept) == 1
    assert (
        page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('draft:'))") == []
    )


def test_signing_out_elsewhere_loses_no_words(page, report, reviewer):
    page.goto(report)
    drag_over(page, "without critical review")
    page.keyboard.type("critical review")
    picked(page, "C24")
    page.context.clear_cookies(name="sessionid")

    page.keyboard.press("Enter")

    expect(page.locator("#picker .failure")).to_contain_text("signed out")
    expect(page.locator("#picker .selected-words")).to_have_text("without critical review")

"""Tagging in one breath: by keyboard, by mouse over an overlap, by touch; edit, withdraw, undo."""

import pytest
from playwright.sync_api import expect

from annotate.models import Tag
from tests import make

from .conftest import NARROW, drag_over, picked, saved, selected_words, words_box

FOUR = [("refou", "C18"), ("privacy", "C19"), ("non-disc", "C20"), ("due", "C21")]
SENTENCE = (
    "Such practices as cooperative surveillance, a shared database and blacklists, guaranteed "
    "extraditions and denials of asylum, and ethnic and religious profiling, violate the right to "
    "privacy, principles of non-discrimination, non-refoulement, and protection of asylum seekers, "
    "and due process protections"
)
# Where the first six characters of passage 9 end in the window (px).
AFTER_AS_THE = """() => {
  const words = document.querySelector("#p9 .words");
  const text = document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode();
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(text, 6);
  const box = range.getBoundingClientRect();
  return [box.right - 1, box.top + box.height / 2];
}"""


def mine(reviewer):
    return Tag.objects.filter(created_by=reviewer).order_by("pk")


def test_a_claim_is_tagged_with_the_mouse_and_the_keyboard(page, report, reviewer, seeds):
    page.goto(report)
    standing = Tag.objects.filter(passage__text_version__document=seeds.report).count()
    expect(page.locator(".progress")).to_contain_text(f"{standing} tags")
    drag_over(page, "despite the SCO’s potential to undermine international efforts")

    page.keyboard.type("undermines the counter")
    page.keyboard.press("Enter")
    saved(page)

    tag = mine(reviewer).get()
    assert tag.exact == "despite the SCO’s potential to undermine international efforts"
    assert (tag.claim.public_id, tag.stance) == ("C09", "asserts")
    expect(page.locator(".progress")).to_contain_text(f"{standing + 1} tags")


def test_a_claim_is_tagged_with_the_keyboard_alone(page, report, reviewer, seeds):
    passage = seeds.passage(seeds.REPORT, 4)
    page.goto(f"{report}?from=1")
    page.evaluate(
        "start => document.getSelection().collapse("
        "document.querySelector(`[data-start='${start}']`).firstChild, 0)",
        passage.start,
    )

    page.keyboard.press("c")
    for _word in range(3):
        page.keyboard.press("Control+Shift+ArrowRight")
    page.keyboard.press("Enter")
    words = selected_words(page)
    page.keyboard.type("embraced")
    page.keyboard.press("Enter")
    saved(page)

    tag = mine(reviewer).get()
    assert tag.exact == words == "In recent years"
    assert tag.claim.public_id == "C15"


def test_four_claims_are_made_from_one_selection_in_forty_keystrokes(page, report, reviewer):
    page.goto(report)
    drag_over(page, SENTENCE)

    strokes = 0
    for number, (typed, _claim) in enumerate(FOUR, start=1):
        page.keyboard.type(typed)
        page.keyboard.press("Enter" if number == len(FOUR) else "Shift+Enter")
        strokes += len(typed) + 1
        page.wait_for_function(
            "n => document.querySelectorAll('#p18 .card').length === n", arg=6 + number
        )

    assert strokes <= 40
    assert [tag.claim.public_id for tag in mine(reviewer)] == [claim for _typed, claim in FOUR]
    assert {tag.exact for tag in mine(reviewer)} == {SENTENCE}


def test_every_tag_of_an_overlap_is_reached_by_mouse(page, report, seeds):
    page.goto(report)
    box = words_box(page, "guaranteed extraditions and denials of asylum")
    reached = set()

    for _click in range(5):
        with page.expect_response(lambda answer: "/tags/" in answer.url):
            page.mouse.click(box["left"] + 20, box["top"])
        page.wait_for_function("() => document.querySelector('.card.selected .card-body')")
        reached.add(int(page.locator(".card.selected").get_attribute("data-tag")))

    assert reached == {seeds.tag(name).pk for name in ("H10", "H11", "H12", "H13", "H14")}


def test_every_tag_is_reached_by_tab(page, report, seeds):
    page.goto(report)
    page.locator(f"#t{seeds.tag('H10').pk} .card-line").focus()

    reached = []
    for _card in range(6):
        reached.append(page.evaluate("document.activeElement.closest('.card').dataset.tag"))
        page.keyboard.press("Tab")

    wanted = ["H10", "H11", "H12", "H13", "H14", "H15"]
    assert reached == [str(seeds.tag(name).pk) for name in wanted]


def test_a_number_picks_a_recent_claim_only_while_the_box_is_empty(page, report, reviewer, seeds):
    make.tag(seeds.report, "In recent years", claim=seeds.claim("C24"), by=reviewer)
    page.goto(report)
    drag_over(page, "without critical review")
    picked(page, "C24")

    page.keyboard.press("1")
    expect(page.locator("#claim-query")).to_have_value("without critical review")
    page.keyboard.press("Enter")
    saved(page)

    assert mine(reviewer).last().claim.public_id == "C24"


def test_an_input_methods_enter_never_saves(page, report, reviewer):
    page.goto(report)
    drag_over(page, "without critical review")
    page.keyboard.type("critical")
    picked(page, "C24")

    page.locator("#claim-query").evaluate(
        "box => box.dispatchEvent(new KeyboardEvent('keydown', "
        "{key: 'Enter', keyCode: 229, isComposing: true, bubbles: true}))"
    )

    expect(page.locator("#picker")).to_be_visible()
    assert not mine(reviewer).exists()


def test_escape_closes_and_gives_the_selection_back(page, report, reviewer):
    page.goto(report)
    drag_over(page, "without critical review")
    expect(page.locator("#claim-query")).to_be_focused()

    page.keyboard.press("Escape")

    expect(page.locator("#picker")).to_be_hidden()
    assert page.evaluate("document.getSelection().toString()") == "without critical review"
    assert not mine(reviewer).exists()


def test_copying_with_the_picker_open_copies_the_source_words(page, report):
    page.goto(report)
    drag_over(page, "without critical review")
    expect(page.locator("#claim-query")).to_be_focused()

    page.keyboard.press("Control+c")

    assert page.evaluate("navigator.clipboard.readText()") == "without critical review"


def test_in_reading_mode_selecting_opens_nothing(page, report):
    page.goto(report)
    page.keyboard.press("r")

    drag_over(page, "without critical review")

    expect(page.locator("#mode")).to_contain_text("Reading")
    expect(page.locator("#picker")).to_be_hidden()


def test_boilerplate_says_that_it_takes_no_tags(page, report):
    page.goto(report)

    drag_over(page, "Skip to content")

    expect(page.locator("#mode")).to_contain_text("takes no tags")
    expect(page.locator("#picker")).to_be_hidden()


def test_a_tag_in_a_block_quote_is_its_speakers(page, report, reviewer, seeds):
    page.goto(report)
    drag_over(page, "major projects of development pillars")
    page.keyboard.type("partnership")
    page.keyboard.press("Enter")
    saved(page)

    assert mine(reviewer).get().asserted_by.name == "UN Secretary-General"
    expect(page.locator(".card.selected .sentence")).to_contain_text(
        "The UN Secretary-General says that"
    )
    expect(page.locator(".card.selected .sentence")).to_contain_text(
        "as quoted by Human Rights in China"
    )


def test_a_new_claim_is_made_in_the_same_breath(page, report, reviewer):
    page.goto(report)
    drag_over(page, "human rights records of SCO member states")

    page.keyboard.type("publishes records")
    expect(page.locator("#found [role=option]").last).to_contain_text("Create")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.keyboard.type("HRIC publishes the human rights records of SCO members.")
    page.keyboard.press("Enter")
    saved(page)

    claim = mine(reviewer).get().claim
    assert (claim.label, claim.status) == ("publishes records", "proposed")
    assert claim.text == "HRIC publishes the human rights records of SCO members."


def test_a_tag_is_edited_withdrawn_and_brought_back(page, report, reviewer, seeds):
    tag = make.tag(seeds.report, "without critical review", claim=seeds.claim("C24"), by=reviewer)
    page.goto(f"/tags/{tag.pk}/")

    page.get_by_role("link", name="Edit", exact=True).click()
    page.locator("#picker [name=agree][value=no]").check()
    page.locator("#picker [data-save]").click()
    saved(page)
    edited = mine(reviewer).get().stance
    page.get_by_role("button", name="Withdraw").click()
    expect(page.locator("#toast")).to_contain_text("Withdrawn")
    withdrawn = mine(reviewer).get().status
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#toast")).to_contain_text("is back")

    assert (edited, withdrawn, mine(reviewer).get().status) == ("denies", "withdrawn", "submitted")


def test_the_words_of_a_tag_are_changed_by_keys(page, report, reviewer, seeds):
    tag = make.tag(seeds.report, "critical review", claim=seeds.claim("C24"), by=reviewer)
    page.goto(f"/tags/{tag.pk}/")

    page.get_by_role("button", name="Change the words").click()
    page.keyboard.press("Control+Alt+Shift+ArrowLeft")
    page.keyboard.press("Enter")
    saved(page)

    assert mine(reviewer).get().exact == "without critical review"


def test_the_words_of_a_tag_are_changed_by_dragging(page, report, reviewer, seeds):
    tag = make.tag(seeds.report, "critical review", claim=seeds.claim("C24"), by=reviewer)
    page.goto(f"/tags/{tag.pk}/")
    page.get_by_role("button", name="Change the words").click()
    box = words_box(page, "without critical review")
    grip = page.locator(".grip[data-edge=start]").bounding_box()

    page.mouse.move(grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["left"], box["top"], steps=6)
    page.mouse.up()
    page.keyboard.press("Enter")
    saved(page)

    assert mine(reviewer).get().exact == "without critical review"


def test_a_selection_across_passages_becomes_one_tag_each(page, statement, reviewer):
    page.goto(statement)
    start = words_box(page, "undermine counterterrorism efforts.")
    page.mouse.move(start["left"], start["top"])
    page.mouse.down()
    end = page.evaluate(AFTER_AS_THE)
    page.mouse.move(*end, steps=8)
    page.mouse.up()
    page.keyboard.type("overreach")
    picked(page, "C10")
    page.keyboard.press("Enter")
    expect(page.locator("#picker .selected-words")).to_have_text("As the")
    page.keyboard.press("Enter")
    expect(page.locator("#picker .guard")).to_contain_text("As the General Assembly")
    page.keyboard.press("Enter")

    page.wait_for_function("() => document.querySelector('#picker').hidden")
    assert [tag.claim.public_id for tag in mine(reviewer)] == ["C10", "C10"]


def test_on_touch_a_button_opens_the_picker(open_page, reviewer, report):
    page = open_page(reviewer, size=NARROW, has_touch=True, is_mobile=True)
    page.goto(report)
    words_box(page, "without critical review")
    page.evaluate(
        "() => {const words = [...document.querySelectorAll('[data-passage]')]"
        ".find((one) => one.textContent.includes('largely unquestioned'));"
        "document.getSelection().selectAllChildren(words)}"
    )

    page.locator("#tag-selection").tap()
    page.locator("#claim-query").fill("critical review")
    picked(page, "C24")
    page.locator("#found [role=option]").first.tap()
    page.locator("#picker [data-save]").tap()
    saved(page)

    assert mine(reviewer).get().claim.public_id == "C24"


@pytest.mark.parametrize("size", [NARROW], ids=["narrow"])
def test_a_tapped_mark_opens_its_card(open_page, reviewer, report, seeds, size):
    page = open_page(reviewer, size=size, has_touch=True, is_mobile=True)
    page.goto(report)
    box = words_box(page, "ethnic and religious profiling")

    page.touchscreen.tap(box["left"] + 15, box["top"])

    expect(page.locator(".card.selected .sentence")).to_be_visible()


def test_the_form_leaves_the_keyboard_where_the_person_is(page, report, reviewer, seeds):
    page.goto(report)
    drag_over(page, "despite the SCO’s potential to undermine international efforts")
    page.keyboard.type("undermines the counter")
    holder = page.locator("#picker [name=new_held_by]")
    with page.expect_response("**/sentence/**"):
        page.locator("#picker [name=whose][value=other]").check()
    holder.focus()

    for letter in "United":
        with page.expect_response("**/agents/find/**"):
            page.keyboard.type(letter)
        page.evaluate(
            "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )

    expect(holder).to_be_focused()
    expect(holder).to_have_value("United")
    expect(page.locator("#picker [name=q]")).to_have_value("undermines the counter")


def test_the_form_asks_for_its_sentence_only_when_something_changes(page, report, reviewer):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report)
    drag_over(page, "despite the SCO’s potential to undermine international efforts")
    with page.expect_response("**/sentence/**"):
        page.keyboard.type("undermines the counter")
    expect(page.locator("#sentence-preview")).to_contain_text("Human Rights in China")

    # An answer to another question comes later than what the sentence's own answer would ask.
    for _time in range(3):
        page.evaluate("fetch('/documents/').then((answer) => answer.text())")

    assert sum("/sentence/" in url for url in asked) <= 2


def test_a_click_on_save_takes_the_claim_that_is_highlighted(page, report, reviewer):
    page.goto(report)
    drag_over(page, "despite the SCO’s potential to undermine international efforts")
    page.keyboard.type("undermines the counter")

    page.locator("#picker [data-save]").click()
    saved(page)

    assert mine(reviewer).get().claim.public_id == "C09"

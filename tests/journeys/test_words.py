"""The stored words are the selected words: real drags and Shift+arrows, in every script."""

import pytest
from playwright.sync_api import expect

from annotate.models import Tag
from tests import make

from .conftest import drag_over, saved, selected_words

TEXT = """Words that break tools

Before 😀👩‍👩‍👧 come the words naïve cafe\u0301s and 𠀋𡈽 rare ones, then plain ends.

في المحكمة العليا حقوق الإنسان مصونة في كل حال.

ئۇيغۇر تىلىدىكى ئادەم ھوقۇقى ماتېرىيالى بار.

中国政府对𠀀𠀁恐怖主义、分裂主义和极端主义是三股势力。
"""
WORDS = [
    "the words naïve cafe\u0301s",
    "😀👩‍👩‍👧 come",
    "𠀋𡈽 rare",
    "plain ends",
    "حقوق الإنسان",
    "ئادەم ھوقۇقى",
    "𠀀𠀁恐怖主义",
]

# Put the caret before some words, in the first piece of text that begins with them.
CARET_BEFORE = """(words) => {
  const walker = document.createTreeWalker(document.getElementById("sheet"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words.slice(0, 2));
    const passage = walker.currentNode.parentElement.closest("[data-passage]");
    if (at >= 0 && passage.textContent.includes(words)) {
      document.getSelection().collapse(walker.currentNode, at);
      return;
    }
  }
}"""


@pytest.fixture
def document(seeds):
    return make.document(TEXT, collection=seeds.collection)


@pytest.fixture
def marked(document):
    """The document with marks before, inside and around the words."""
    make.tag(document, "😀👩‍👩‍👧 come the")
    make.tag(document, "come the words naïve")
    make.tag(document, "العليا حقوق")
    make.tag(document, "تىلىدىكى ئادەم")
    make.tag(document, "对𠀀")
    return document


@pytest.mark.parametrize("words", WORDS)
def test_dragged_words_are_stored_as_they_are(page, marked, reviewer, words):
    make.claim("rare thing", text="A rare thing happens here.")
    page.goto(f"/documents/{marked.pk}/")

    drag_over(page, words)
    assert selected_words(page) == words
    page.keyboard.type("rare thing")
    page.keyboard.press("Enter")
    saved(page)

    tag = Tag.objects.get(created_by=reviewer)
    version = marked.versions.get()
    assert (tag.exact, version.text[tag.start : tag.end]) == (words, words)


@pytest.mark.parametrize(
    ("from_words", "presses", "words"),
    [
        ("😀👩‍👩‍👧 come", 2, "😀👩‍👩‍👧"),
        ("cafe\u0301s", 5, "cafe\u0301s"),
        ("𠀋𡈽", 2, "𠀋𡈽"),
    ],
)
def test_shift_and_arrows_select_whole_characters(
    page, marked, reviewer, from_words, presses, words
):
    make.claim("rare thing", text="A rare thing happens here.")
    page.goto(f"/documents/{marked.pk}/")
    page.evaluate(CARET_BEFORE, from_words)
    page.keyboard.press("c")

    for _press in range(presses):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    assert selected_words(page) == words
    page.keyboard.type("rare thing")
    page.keyboard.press("Enter")
    saved(page)

    assert Tag.objects.get(created_by=reviewer).exact == words


def test_arrows_go_as_it_is_seen_from_right_to_left(page, marked, reviewer):
    page.goto(f"/documents/{marked.pk}/")
    page.evaluate(CARET_BEFORE, "حقوق الإنسان")
    page.keyboard.press("c")

    for _press in range(len("حقوق")):
        page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Enter")

    assert selected_words(page) == "حقوق"


def test_the_caret_stays_in_the_text_of_the_document(page, marked):
    page.goto(f"/documents/{marked.pk}/")
    page.evaluate(CARET_BEFORE, "Words that")
    page.keyboard.press("c")

    page.keyboard.press("Control+Shift+ArrowLeft")
    assert page.evaluate("document.getSelection().toString()") == ""
    page.keyboard.press("Control+Shift+ArrowRight")
    assert page.evaluate("document.getSelection().toString()").strip() == "Words"


def test_the_words_of_a_tag_change_as_it_is_seen_from_right_to_left(page, marked, reviewer):
    tag = make.tag(marked, "الإنسان", by=reviewer)
    page.goto(f"/tags/{tag.pk}/")

    page.get_by_role("button", name="Change the words").click()
    page.keyboard.press("Control+Shift+ArrowLeft")
    page.keyboard.press("Enter")
    saved(page)

    tag.refresh_from_db()
    assert tag.exact == "الإنسان مصونة"


def test_a_citation_of_words_brings_them_into_view(page, marked):
    tag = Tag.objects.filter(passage__text_version__document=marked, exact="对𠀀").get()

    page.goto(f"/documents/{marked.pk}/v1/#c{tag.start}-{tag.end}")

    expect(page.locator(f"mark[data-tags~='{tag.pk}']").first).to_be_in_viewport()

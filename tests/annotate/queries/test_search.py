"""Search: in every script, in what the reader may see, with the words in context."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotate.queries.search import Filters, in_context, terms_of
from tests import make

ADDRESS = "/search/"
TEXT = """Statement

The State extradites dissidents “in the name of order” 😀 and calls it law.

中方反对将不驱回原则政治化。 Невысылка лиц. قايتۇرۇش مەسىلىسى. 𠀋𡈽
"""


def searched(person, words, **more):
    """Return the page that answers `person`'s search."""
    return make.browser(person).get(ADDRESS, {"q": words} | more).content.decode()


@pytest.fixture
def document(collection):
    return make.document(TEXT, collection=collection, title="What was said")


@pytest.mark.parametrize(
    "words",
    ["extradit", "EXTRADITES law", "驱回", "невысылка", "قايتۇرۇش", "𠀋", "😀", '"calls it law"'],
)
def test_words_are_found_in_every_script(reader, document, words):
    page = searched(reader, words)

    assert "What was said" in page
    assert "<mark>" in page


@pytest.mark.parametrize("words", ["extradites treaty", '"law calls it"', "100%", "extradit_s"])
def test_all_words_must_stand_there_as_they_are_written(reader, document, words):
    assert "What was said" not in searched(reader, words)


def test_quotes_claims_and_reasons_are_found_too(reader, document, reviewer):
    claim = make.claim(
        "hands over dissidents", alt_labels=[{"text": "移交异见者", "language": "zh"}]
    )
    tag = make.tag(document, exact="extradites dissidents", claim=claim, by=reviewer)
    make.link(tag, make.tag(document, exact="law"), rationale="Dissidents are named in both.")

    page = searched(reader, "dissidents")

    assert "In the texts" in page
    assert "In tagged quotes" in page
    assert "Claims" in page
    assert "In the reasons of links" in page
    assert "hands over dissidents" in searched(reader, "异见")


def test_a_withdrawn_tag_is_not_found(reader, document):
    make.tag(document, exact="extradites dissidents", status="withdrawn")

    assert "In tagged quotes" not in searched(reader, "extradites")


def test_nothing_of_a_members_only_collection_is_found_by_others(stranger, insider, closed):
    document = make.document(TEXT, collection=closed, title="A secret")
    claim = make.claim("extradites secretly", home=closed)
    tag = make.tag(document, exact="extradites dissidents", claim=claim, by=insider)
    other = make.tag(document, exact="order", claim=claim, by=insider)
    make.link(tag, other, rationale="Extradites, it says.", by=insider)

    assert "A secret" in searched(insider, "extradites")
    page = searched(stranger, "extradites")
    assert "Nothing you can read" in page
    assert "secret" not in page


def test_navigation_of_a_web_page_is_not_text(reader, collection):
    make.document(
        "Skip to content\n\nA paragraph stands here.\n",
        collection=collection,
        kinds={1: "boilerplate"},
    )

    assert "In the texts" not in searched(reader, "skip")


def test_the_text_of_a_withdrawn_document_is_hidden(reader, document):
    type(document).objects.filter(pk=document.pk).update(
        status="withdrawn", revision=document.revision + 1
    )

    assert "What was said" not in searched(reader, "extradites")


def test_one_kind_and_one_language_can_be_asked_for(reader, document):
    make.tag(document, exact="extradites dissidents", claim=make.claim("extradites"))

    assert "In the texts" not in searched(reader, "extradites", **{"in": "claims"})
    assert "Nothing you can read" in searched(reader, "extradites", language="zh")


def test_one_kind_is_paged_and_everything_shows_ten(reader, collection):
    make.document("\n\n".join(f"The law number {n}." for n in range(60)), collection=collection)
    client = make.browser(reader)

    everything = client.get(ADDRESS, {"q": "law"})
    first = client.get(ADDRESS, {"q": "law", "in": "passages"})
    cursor = first.context["found"]["passages"].next_cursor
    second = client.get(ADDRESS, {"q": "law", "in": "passages", "after": cursor})

    assert len(everything.context["found"]["passages"].rows) == 10
    assert "Show more of these" in everything.content.decode()
    assert len(first.context["found"]["passages"].rows) == 50
    assert len(second.context["found"]["passages"].rows) == 10


def test_what_was_typed_is_never_html(reader, collection):
    make.document("The <script>alert(1)</script> & “x”.\n\nMore.\n", collection=collection)

    page = searched(reader, "<script>")

    assert "<script>alert" not in page
    assert "<mark>&lt;script&gt;</mark>" in page


def test_an_empty_search_says_how_to_search(reader):
    assert "Every word must occur" in searched(reader, "  ")


def test_the_query_count_does_not_grow(reader, document):
    client = make.browser(reader)
    tag = make.tag(document, exact="State")
    make.link(tag, make.tag(document, exact="dissidents"), rationale="The State again.")
    client.get(ADDRESS, {"q": "State"})
    with CaptureQueriesContext(connection) as few:
        client.get(ADDRESS, {"q": "State"})
    for _number in range(4):
        more = make.document(TEXT)
        make.link(make.tag(more, exact="State"), tag, rationale="The State again.")

    with CaptureQueriesContext(connection) as many:
        client.get(ADDRESS, {"q": "State"})

    assert len(many) == len(few)


def test_search_is_only_read(reader):
    assert make.browser(reader).post(ADDRESS).status_code == 405


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("a b", ["a", "b"]),
        ('"a b" c', ["a b", "c"]),
        ("“a b” «c d»", ["a b", "c d"]),
        ("„a b“", ["a b"]),
        ('half "a quote', ["half", '"a', "quote"]),
        ("a a", ["a"]),
        ("", []),
    ],
)
def test_words_and_phrases_are_told_apart(words, terms):
    assert terms_of(words) == terms


def test_the_context_is_cut_between_words_and_joins_to_the_text():
    text = "beginning " + "word " * 60 + "the HIT here " + "tail " * 90

    pieces = in_context(text, Filters(["hit"]).pattern)

    assert ("HIT", True) in pieces
    assert pieces[0] == ("… ", False)
    assert pieces[1][0].startswith("word ")
    assert pieces[-1] == (" …", False)
    assert "".join(piece for piece, _found in pieces[1:-1]) in text

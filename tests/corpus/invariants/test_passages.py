"""Passages and whose words they are, tried in raw SQL."""

import pytest

from corpus.actions import system_person
from corpus.models import Document
from tests import make, raw
from tests.corpus.invariants import TEXT

pytestmark = pytest.mark.django_db


# I3: a passage holds the words at its place, counted in code points.


@pytest.mark.parametrize(
    "change", [{"start": 14}, {"end": 30}, {"text": "The naive State says:"}, {"text": "The"}]
)
def test_a_passage_holds_the_words_at_its_place(paragraph, change):
    with raw.refused_at_commit("passage_text_is_the_text_there"):
        raw.execute(raw.update(paragraph, **change))


def test_a_passage_has_words(paragraph):
    with raw.refused("passage_has_words"):
        raw.execute(raw.insert_like(paragraph, ordinal=90, end=paragraph.start, text=""))


@pytest.mark.parametrize("words", ["😀", "حقوق الإنسان", "𠀋𡈽", "cafe\u0301s", "naïve 😀"])
def test_offsets_are_code_points(words):
    text = f"Title\n\nBefore {words} between {words} after.\n"
    paragraph = make.passage(make.document(text), 2)
    again = text.rindex(words)

    tag = make.tag(paragraph, start=again, end=again + len(words))

    assert tag.exact == words


# I9: a block quote of a ready document says whose words it holds.


@pytest.fixture
def quoting():
    return make.document(TEXT, ready=False, kinds={5: "block_quote"})


def test_a_document_whose_quotes_are_nobodys_is_not_ready(quoting):
    with raw.refused_at_commit("block_quote_names_its_speaker"):
        raw.execute(raw.update(quoting, status="ready"))


def test_a_block_quote_has_another_voice_than_the_author(quoting):
    make.describe(make.passage(quoting, 5), voice=quoting.author)
    with raw.refused_at_commit("block_quote_names_its_speaker"):
        raw.execute(raw.update(quoting, status="ready"))


def test_a_block_quote_is_not_from_its_own_document(quoting):
    make.describe(make.passage(quoting, 5), quote_source=quoting)
    with raw.refused_at_commit("block_quote_names_its_speaker"):
        raw.execute(raw.update(quoting, status="ready"))


def test_a_new_author_may_not_be_the_voice_of_a_quote(quoting):
    quoted = make.agent()
    make.describe(make.passage(quoting, 5), voice=quoted)
    raw.execute(raw.update(quoting, status="ready"))
    raw.commit()

    with raw.refused_at_commit("block_quote_names_its_speaker"):
        raw.execute(raw.update(quoting, author_id=quoted.pk))


@pytest.mark.parametrize("change", [{"voice_id": None}, {"kind": "block_quote", "voice_id": None}])
def test_a_quote_in_a_ready_document_keeps_its_voice(quoting, change):
    quote = make.describe(make.passage(quoting, 5), voice=make.agent())
    raw.execute(raw.update(quoting, status="ready"))
    raw.commit()

    with raw.refused_at_commit("block_quote_names_its_speaker"):
        raw.execute(raw.update(quote, **change))


def test_a_quote_with_a_source_needs_no_voice(quoting):
    source = make.document("Another text, which is quoted.")
    make.describe(make.passage(quoting, 5), quote_source=source)

    raw.execute(raw.update(quoting, status="ready"))
    raw.commit()


def test_a_stub_that_becomes_held_needs_a_text():
    stub = Document.objects.create(
        collection=make.collection(),
        title="Cited",
        author=make.agent(),
        language="en",
        holding="external",
        status="ready",
        created_by=system_person(),
    )
    with raw.refused_at_commit("ready_document_has_text"):
        raw.execute(raw.update(stub, holding="held"))


def test_a_document_made_ready_while_its_quote_loses_its_voice(sessions):
    document = make.document(TEXT, ready=False, kinds={5: "block_quote"})
    quote = make.describe(make.passage(document, 5), voice=make.agent())
    first, second = sessions()

    first.run(raw.update(document, status="ready"))
    second.run(raw.update(quote, voice_id=None))
    first.run("SET CONSTRAINTS ALL IMMEDIATE")
    losing = second.start_commit()
    second.await_waiting()
    first.commit()

    with raw.refused("block_quote_names_its_speaker"):
        losing.result(raw.LONGEST_WAIT)


@pytest.mark.parametrize("change", [{"author_id": None}, {"language": ""}])
def test_a_ready_document_names_author_and_language(document, change):
    with raw.refused("ready_document_names_author_and_language"):
        raw.execute(raw.update(document, **change))

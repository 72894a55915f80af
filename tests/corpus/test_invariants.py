"""The invariants of documents, texts and passages, tried in raw SQL."""

import hashlib

import pytest
from django.db import connection

from corpus.actions import system_person
from corpus.history import history
from corpus.ingest.passages import cut
from corpus.models import Agent, Document, Passage, Person, TextVersion
from tests import make, raw

pytestmark = pytest.mark.django_db

TEXT = """Title of it

The naïve 😀 State says:

• first item
• second item

A last paragraph.
"""


@pytest.fixture
def document():
    return make.document(TEXT)


@pytest.fixture
def version(document):
    return TextVersion.objects.get(document=document)


@pytest.fixture
def paragraph(document):
    return make.passage(document, 2)


# I1: a text is what its hash says, and never changes.


def test_a_text_must_match_its_hash(version):
    with raw.refused("text_matches_its_hash"):
        raw.execute(raw.insert_like(version, number=2, is_current=False, text=TEXT + "!"))


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Other", "sha256": hashlib.sha256(b"Other").hexdigest()},
        {"text": "Other"},
        {"sha256": "0" * 64},
        {"number": 7},
        {"reason": "A reason after the fact."},
        {"method": "ocr"},
    ],
)
def test_a_text_never_changes(version, change):
    with raw.refused("text_never_changes"):
        raw.execute(raw.update(version, **change))


def test_a_text_does_not_move_to_another_document(version):
    other = make.document("Other text, of another document.")

    with raw.refused("text_never_changes"):
        raw.execute(raw.update(version, document_id=other.pk))


def test_a_text_is_never_deleted(version):
    with raw.refused("text_is_never_deleted"):
        raw.execute(raw.delete(version))


def test_texts_are_never_emptied(version):
    with raw.refused("texts_are_never_emptied"):
        raw.execute(raw.truncate(TextVersion))


def test_a_correction_gives_its_reason(version):
    with raw.refused("correction_gives_its_reason"):
        raw.execute(raw.insert_like(version, number=2, is_current=False, method="correction"))


def test_a_document_has_one_current_text(version):
    with raw.refused("document_has_one_current_text"):
        raw.execute(raw.insert_like(version, number=2))


def test_two_texts_of_a_document_have_two_numbers(version):
    with raw.refused("text_versions_are_numbered"):
        raw.execute(raw.insert_like(version, is_current=False))


def test_a_ready_document_keeps_a_current_text(version):
    with raw.refused_at_commit("ready_document_has_text"):
        raw.execute(raw.update(version, is_current=False))


@pytest.mark.parametrize("rule", ["text_never_changes", "text_is_never_deleted"])
def test_no_session_can_switch_a_rule_off(version, rule):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname::text FROM pg_trigger WHERE tgname LIKE 'pgtrigger%%'")
        names = ",".join(name for (name,) in cursor.fetchall())
    raw.execute("SELECT set_config('pgtrigger.ignore', %s, true)", (f"{{{names}}}",))

    with raw.refused("text_is_never_deleted"):
        raw.execute(raw.delete(version))


# I2: passages are ordered, do not overlap, and leave out nothing but white space and markers.


def test_a_text_is_stored_with_its_passages(version):
    with raw.refused_at_commit("text_is_cut_into_passages"):
        raw.execute(raw.insert_like(version, number=2, is_current=False))


def test_passages_do_not_overlap(paragraph):
    with raw.refused_at_commit("passages_do_not_overlap"):
        raw.execute(
            raw.insert_like(
                paragraph,
                ordinal=90,
                start=paragraph.start + 4,
                end=paragraph.start + 9,
                text=paragraph.text[4:9],
            )
        )


def test_two_passages_have_two_numbers(paragraph):
    with raw.refused_at_commit("passages_are_numbered"):
        raw.execute(raw.update(paragraph, ordinal=1))


def test_passages_are_numbered_as_they_stand(paragraph):
    with raw.refused_at_commit("passages_stand_in_order"):
        raw.execute(raw.update(paragraph, ordinal=90))


@pytest.mark.parametrize("number", [1, 3, 5])
def test_no_passage_can_be_left_out(document, number):
    with raw.refused_at_commit("passages_leave_no_words_out"):
        raw.execute(raw.delete(make.passage(document, number)))


def test_not_even_the_only_passage_can_be_left_out():
    only = make.passage(make.document("The only line.", kinds={1: "paragraph"}), 1)
    with raw.refused_at_commit("passages_leave_no_words_out"):
        raw.execute(raw.delete(only))


@pytest.mark.parametrize(("start", "end"), [(4, 0), (0, 4)])
def test_no_word_can_fall_between_passages(paragraph, start, end):
    with raw.refused_at_commit("passages_leave_no_words_out"):
        raw.execute(
            raw.update(
                paragraph,
                start=paragraph.start + start,
                end=paragraph.end - end,
                text=paragraph.text[start : len(paragraph.text) - end],
            )
        )


def test_words_cannot_hide_in_a_marker(paragraph):
    with raw.refused("marker_is_a_bullet_or_a_number"):
        raw.execute(
            raw.update(paragraph, marker="The", start=paragraph.start + 4, text=paragraph.text[4:])
        )


@pytest.mark.parametrize("marker", ["", "–"])
def test_the_marker_is_what_stands_before_the_item(document, marker):
    with raw.refused_at_commit("passages_leave_no_words_out"):
        raw.execute(raw.update(make.passage(document, 3), marker=marker))


def test_a_marker_that_stands_nowhere_is_refused(paragraph):
    with raw.refused_at_commit("passages_leave_no_words_out"):
        raw.execute(raw.update(paragraph, marker="•"))


def test_a_passage_does_not_move_to_another_text(paragraph):
    twin = make.document(TEXT)
    with raw.refused_at_commit("passages_do_not_overlap"):
        raw.execute(raw.update(paragraph, text_version_id=twin.versions.get().pk, ordinal=90))


def test_passages_are_never_emptied(paragraph):
    with raw.refused("what_has_a_history_is_never_emptied"):
        raw.execute(raw.truncate(Passage))


def test_a_passage_can_be_split_and_merged_again(document, paragraph):
    half = paragraph.start + 10
    rest = raw.insert_like(paragraph, ordinal=3, start=half, text=paragraph.text[10:])
    for later in Passage.objects.filter(ordinal__gt=2).order_by("-ordinal"):
        raw.execute(raw.update(later, ordinal=later.ordinal + 1))

    raw.execute(raw.update(paragraph, end=half, text=paragraph.text[:10]))
    raw.execute(rest)
    raw.commit()

    raw.execute(raw.delete(Passage.objects.get(ordinal=3)))
    raw.execute(raw.update(paragraph, end=paragraph.end, text=paragraph.text))
    raw.commit()


def test_two_cuts_that_are_right_apart_and_wrong_together(committing_db, document):
    title, paragraph = make.passage(document, 1), make.passage(document, 2)
    make_room(document)
    first, second = raw.Session(), raw.Session()

    first.run(raw.update(title, ordinal=19))
    moving = second.start(raw.update(paragraph, ordinal=11))
    second.await_waiting()
    first.commit()
    moving.result(raw.LONGEST_WAIT)

    with raw.refused("passages_stand_in_order"):
        second.commit()
    first.close(), second.close()


def make_room(document):
    """Number the passages 10, 20, 30 …"""
    for passage in Passage.objects.filter(text_version__document=document).order_by("-ordinal"):
        with history(by=system_person(), action="renumber"):
            passage.ordinal *= 10
            passage.save()


# I3: a passage holds the words at its place, counted in code points.


@pytest.mark.parametrize(
    "change", [{"start": 14}, {"end": 30}, {"text": "The naive State says:"}, {"text": "The"}]
)
def test_a_passage_holds_the_words_at_its_place(paragraph, change):
    with raw.refused("passage_text_is_the_text_there"):
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


def test_a_document_made_ready_while_its_quote_loses_its_voice(committing_db):
    document = make.document(TEXT, ready=False, kinds={5: "block_quote"})
    quote = make.describe(make.passage(document, 5), voice=make.agent())
    first, second = raw.Session(), raw.Session()

    first.run(raw.update(document, status="ready"))
    second.run(raw.update(quote, voice_id=None))
    first.run("SET CONSTRAINTS ALL IMMEDIATE")
    losing = second.start_commit()
    second.await_waiting()
    first.commit()

    with raw.refused("block_quote_names_its_speaker"):
        losing.result(raw.LONGEST_WAIT)
    first.close(), second.close()


@pytest.mark.parametrize("change", [{"author_id": None}, {"language": ""}])
def test_a_ready_document_names_author_and_language(document, change):
    with raw.refused("ready_document_names_author_and_language"):
        raw.execute(raw.update(document, **change))


# I17: history.


@pytest.mark.parametrize("model", [Document, Passage, Agent])
def test_every_write_leaves_a_history_row(document, model):
    row = model.objects.order_by("pk").first()
    before = row.history.count()

    raw.execute(raw.update(row, created_by_id=make.person("Pat").pk))

    assert row.history.count() == before + 1


def test_history_says_who_and_in_which_act(document):
    pat = make.person("Pat")

    with history(by=pat, action="retitle", reason="It was misspelt."):
        raw.execute(raw.update(document, title="Right title"))

    event = document.history.order_by("pgh_id").last()
    assert event.title == "Right title"
    assert event.pgh_context == {"by": pat.pk, "action": "retitle", "reason": "It was misspelt."}


@pytest.mark.parametrize("model", [Document, Passage, Agent])
def test_history_never_changes(document, model):
    event = model.objects.order_by("pk").first().history.first()
    table = event._meta.db_table

    with raw.refused("history_never_changes"):
        raw.execute(f"UPDATE {table} SET pgh_label = 'nothing' WHERE pgh_id = {event.pk}")
    with raw.refused("history_never_changes"):
        raw.execute(f"DELETE FROM {table} WHERE pgh_id = {event.pk}")
    with raw.refused("history_is_never_emptied"):
        raw.execute(f"TRUNCATE {table}")


@pytest.mark.parametrize("model", [Agent, Document, Person])
def test_what_has_a_history_is_never_emptied(document, model):
    with raw.refused("what_has_a_history_is_never_emptied"):
        raw.execute(raw.truncate(model))


def test_a_document_is_never_deleted(document):
    with raw.refused("document_is_never_deleted"):
        raw.execute(raw.delete(document))


def test_a_person_is_never_deleted(db):
    with raw.refused("person_is_never_deleted"):
        raw.execute(raw.delete(make.person()))


# I18: a write carries the revision it was based on.


@pytest.mark.parametrize("revision", [1, 2, 4, 90])
def test_a_write_raises_the_revision_by_one(document, revision):
    assert document.revision == 2

    with raw.refused("revision_follows_the_one_read"):
        raw.execute(raw.update(document, title="Newer", revision=revision))


def test_a_write_that_names_no_revision_is_refused(paragraph):
    with raw.refused("revision_follows_the_one_read"):
        raw.execute(f"UPDATE corpus_passage SET place = 'Geneva' WHERE id = {paragraph.pk}")


def test_the_second_of_two_writers_is_refused(committing_db, document):
    first, second = raw.Session(), raw.Session()
    read = Document.objects.get(pk=document.pk).revision

    first.run(raw.update(document, title="First", revision=read + 1))
    later = second.start(raw.update(document, title="Second", revision=read + 1))
    second.await_waiting()
    first.commit()

    with raw.refused("revision_follows_the_one_read"):
        later.result(raw.LONGEST_WAIT)
    assert Document.objects.get(pk=document.pk).title == "First"
    first.close(), second.close()


# Homes: what is known only in one collection is named only there, and shared one way.


@pytest.mark.parametrize("field", ["author_id", "speaker_id", "publisher_id"])
def test_a_document_names_no_agent_of_another_collection(document, closed, field):
    hidden = make.agent(home=closed)

    with raw.refused("document_names_whom_its_collection_may"):
        raw.execute(raw.update(document, **{field: hidden.pk}))


@pytest.mark.parametrize("field", ["voice_id", "speaker_id"])
def test_a_passage_names_no_agent_of_another_collection(paragraph, closed, field):
    hidden = make.agent(home=closed)

    with raw.refused("document_names_whom_its_collection_may"):
        raw.execute(raw.update(paragraph, **{field: hidden.pk}))


def test_a_document_does_not_take_its_agents_to_another_collection(closed, collection):
    document = make.document(TEXT, collection=closed, author=make.agent(home=closed))

    with raw.refused("document_names_whom_its_collection_may"):
        raw.execute(raw.update(document, collection_id=collection.pk))


def test_a_document_does_not_take_its_quoted_agents_to_another_collection(closed, collection):
    document = make.document(TEXT, collection=closed)
    make.describe(make.passage(document, 2), voice=make.agent(home=closed))
    with raw.refused_at_commit("document_names_whom_its_collection_may"):
        raw.execute(raw.update(document, collection_id=collection.pk))


def test_a_document_of_shared_agents_moves(document, closed):
    raw.execute(raw.update(document, collection_id=closed.pk))
    raw.commit()


def test_an_agent_is_shared_but_never_taken_back(closed, collection):
    agent = make.agent(home=closed)

    raw.execute(raw.update(agent, home_id=None))

    for home in (closed, collection):
        with raw.refused("agent_is_shared_one_way"):
            raw.execute(raw.update(agent, home_id=home.pk))


def test_an_agent_does_not_change_its_home(closed, collection):
    with raw.refused("agent_is_shared_one_way"):
        raw.execute(raw.update(make.agent(home=closed), home_id=collection.pk))


def test_the_same_name_may_stand_once_in_each_home(closed):
    make.agent("Kazakhstan")
    make.agent("Kazakhstan", home=closed)

    with raw.refused("agent_name_is_told_apart"):
        make.agent("Kazakhstan")


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("merged_agent_says_into_which", {"status": "merged"}),
        ("agent_has_a_name", {"name": ""}),
        ("agent_kind_is_known", {"kind": "alien"}),
        ("agent_status_is_known", {"status": "lost"}),
    ],
)
def test_an_agent_obeys_its_constraints(db, rule, change):
    with raw.refused(rule):
        raw.execute(raw.update(make.agent(), **change))


@pytest.mark.parametrize("field", ["acts_for_id", "independence_parent_id"])
def test_an_agent_does_not_stand_on_itself(db, field):
    agent = make.agent()

    with raw.refused("agent_does_not_stand_on_itself"):
        raw.execute(raw.update(agent, **{field: agent.pk}))


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("document_has_a_title", {"title": ""}),
        ("document_kind_is_known", {"kind": "poem"}),
        ("document_status_is_known", {"status": "lost"}),
    ],
)
def test_a_document_obeys_its_constraints(document, rule, change):
    with raw.refused(rule):
        raw.execute(raw.update(document, **change))


def test_cut_makes_passages_of_what_the_text_holds():
    assert [piece.text for piece in cut(TEXT)] == [
        "Title of it",
        "The naïve 😀 State says:",
        "first item",
        "second item",
        "A last paragraph.",
    ]

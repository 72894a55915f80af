"""Texts and how they are cut, tried in raw SQL."""

import hashlib

import pytest
from django.db import connection

from corpus.actions import system_person
from corpus.history import history
from corpus.models import Passage, TextVersion
from tests import make, raw
from tests.corpus.invariants import TEXT

pytestmark = pytest.mark.django_db


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
    with raw.refused_at_commit("text_is_cut_into_passages"):
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


def test_two_cuts_that_are_right_apart_and_wrong_together(sessions, document):
    title, paragraph = make.passage(document, 1), make.passage(document, 2)
    make_room(document)
    first, second = sessions()

    first.run(raw.update(title, ordinal=19))
    moving = second.start(raw.update(paragraph, ordinal=11))
    second.await_waiting()
    first.commit()
    moving.result(raw.LONGEST_WAIT)

    with raw.refused("passages_stand_in_order"):
        second.commit()


def make_room(document):
    """Number the passages 10, 20, 30 …"""
    for passage in Passage.objects.filter(text_version__document=document).order_by("-ordinal"):
        with history(by=system_person(), action="renumber"):
            passage.ordinal *= 10
            passage.save()

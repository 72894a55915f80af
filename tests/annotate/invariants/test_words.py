"""The words of tags, tried in raw SQL."""

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.models import Claim
from tests import make, raw
from tests.annotate.invariants import TEXT

pytestmark = pytest.mark.django_db


# I3: the words at the place of a tag are its quote.


@pytest.mark.parametrize("exact", ["disagrees with the council", "disagrees", "", "agrees with"])
def test_a_quote_is_the_words_there(tag, exact):
    with raw.refused("tag_quote_is_the_words_there"):
        raw.execute(raw.insert_like(tag, claim_id=make.claim().pk, exact=exact))


@pytest.mark.parametrize(
    "change", [{"start": 12}, {"end": 40}, {"start": 0, "end": 26}, {"exact": "disagrees"}]
)
def test_a_quote_does_not_drift(tag, acting, change):
    with raw.refused("tag_quote_is_the_words_there"):
        raw.execute(raw.update(tag, **change))


def test_a_tag_has_words(tag):
    with raw.refused("tag_has_words"):
        raw.execute(raw.insert_like(tag, claim_id=make.claim().pk, start=20, end=20, exact=""))


@pytest.mark.parametrize("outside", [(-1, 0), (0, 1)])
def test_a_tag_lies_inside_one_passage(passage, outside):
    text = passage.text_version.text
    start, end = passage.start + outside[0], passage.end + outside[1]

    with raw.refused("tag_quote_is_the_words_there"):
        make.tag(passage, start=start, end=end, exact=text[start:end])


def test_a_tag_does_not_move_to_a_passage_with_other_words(tag, document, acting):
    with raw.refused("tag_quote_is_the_words_there"):
        raw.execute(raw.update(tag, passage_id=make.passage(document, 3).pk))


def test_a_tag_does_not_move_to_the_twin_of_its_passage(tag, acting):
    twin = make.document(TEXT, author=make.agent())

    with raw.refused("tag_speech_agrees_with_the_voice"):
        raw.execute(raw.update(tag, passage_id=make.passage(twin, 2).pk))


@pytest.mark.parametrize("kind", ["boilerplate", "byline", "dateline", "quote_attribution"])
def test_boilerplate_takes_no_tags(document, passage, kind):
    make.describe(passage, kind=kind)

    with raw.refused("tag_stands_on_taggable_text"):
        make.tag(passage, "disagrees")


def test_a_tagged_passage_does_not_become_boilerplate(tag, passage):
    with raw.refused("tagged_passage_stays_taggable"):
        raw.execute(raw.update(passage, kind="boilerplate"))


def test_a_passage_whose_tags_are_withdrawn_becomes_boilerplate(tag, passage, acting):
    raw.execute(raw.update(tag, status="withdrawn"))
    raw.execute(raw.update(passage, kind="boilerplate"))
    raw.commit()

    with raw.refused("tag_stands_on_taggable_text"):
        raw.execute(raw.update(tag, status="submitted"))


def test_a_passage_keeps_the_words_of_its_tags(tag, passage):
    half = passage.start + 20

    with raw.refused("passage_keeps_the_words_of_its_tags"):
        raw.execute(raw.update(passage, end=half, text=passage.text[:20]))


def test_a_tagged_passage_is_not_deleted(tag, passage):
    raw.execute(raw.delete(passage))

    with pytest.raises(Exception, match="annotate_tag_passage_id"):
        raw.commit()
    connection.needs_rollback = True


def test_a_tag_whose_words_are_lost_does_not_stand(tag, acting):
    with raw.refused("tag_without_its_words_does_not_stand"):
        raw.execute(raw.update(tag, anchor_state="broken"))


def test_a_live_tag_stands_on_the_current_text(tag, document):
    version = document.versions.get()
    again = raw.insert_like(version, number=2)

    with raw.refused_at_commit("live_tag_stands_on_the_current_text"):
        raw.execute(raw.update(document, status="intake"))
        raw.execute(raw.update(version, is_current=False))
        raw.execute(again)
        newer = document.versions.get(number=2)
        for old in version.passages.all():
            raw.execute(raw.insert_like(old, text_version_id=newer.pk, lead_in_id=None))
        raw.execute(raw.update(document, status="ready", revision=document.revision + 2))


TROUBLE = st.sampled_from(
    [*"aé😀𠀋恐я ", "e\u0301", "👩‍👩‍👧", "حقوق", "ئۇيغۇر", "\u200d", "\u00a0", "\u2028", "&<"]
)
WORDS = st.lists(TROUBLE, min_size=1, max_size=12).map("".join)


@given(before=WORDS, words=WORDS, after=WORDS)
@settings(max_examples=40)
def test_any_words_are_tagged_where_they_stand(db, before, words, after):
    paragraph = make.passage(make.document(f"Title\nSays {before}|{words}|{after} so."), 2)
    start = paragraph.start + len(f"Says {before}|")

    tag = make.tag(paragraph, start=start, end=start + len(words))

    assert tag.exact == words
    with raw.refused("tag_quote_is_the_words_there"):
        raw.execute(raw.insert_like(tag, claim_id=make.claim().pk, exact=words[:-1] + "x"))
    with raw.refused("tag_quote_is_the_words_there"):
        raw.execute(raw.insert_like(tag, claim_id=make.claim().pk, start=start - 1))


# I5: overlapping, nested and identical spans are normal; the same tag twice is not.


@pytest.mark.parametrize(
    "exact",
    [
        "disagrees with the Council",
        "disagrees",
        "with the Council, and 😀",
        "State disagrees with",
        "The State disagrees with the Council, and 😀 agrees with the Court.",
    ],
)
def test_spans_overlap_freely(tag, passage, reviewer, exact):
    again = make.tag(passage, exact, by=reviewer)

    assert again.exact == exact


def test_one_person_tags_words_once(tag):
    with raw.refused("one_person_tags_words_once"):
        raw.execute(raw.insert_like(tag))


def test_one_person_tags_words_once_with_the_same_holder(passage, reviewer):
    tag = make.tag(passage, "disagrees", stance="rejects", by=reviewer)

    with raw.refused("one_person_tags_words_once"):
        raw.execute(raw.insert_like(tag, stance="endorses"))


def test_a_tag_does_not_become_another_of_the_same_person(tag, passage, reviewer, acting):
    other = make.tag(passage, "disagrees with the Council", by=reviewer)

    with raw.refused("one_person_tags_words_once"):
        raw.execute(raw.update(other, claim_id=tag.claim_id))


def test_another_holder_makes_another_tag(passage, reviewer):
    tag = make.tag(passage, "disagrees", stance="rejects", by=reviewer)

    raw.execute(raw.insert_like(tag, held_by_id=make.agent().pk))


def test_a_colleague_tags_the_same_words(tag, colleague):
    raw.execute(raw.insert_like(tag, created_by_id=colleague.pk))


def test_a_withdrawn_tag_is_no_obstacle(tag, acting):
    raw.execute(raw.update(tag, status="withdrawn"))
    raw.execute(raw.insert_like(tag))

    with raw.refused("one_person_tags_words_once"):
        raw.execute(raw.update(tag, status="submitted"))


def test_one_request_makes_one_tag(tag):
    with raw.refused("request_makes_one_tag"):
        make.tag(tag.passage, "State", by=tag.created_by, request_key=tag.request_key)


def test_two_requests_at_once_make_one_tag(sessions, tag, reviewer):
    twice = raw.insert_like(tag, claim_id=make.claim().pk)
    first, second = sessions(reviewer)

    first.run(twice)
    again = second.start(raw.insert_like(tag, claim_id=Claim.objects.latest("pk").pk))
    second.await_waiting()
    first.commit()

    with raw.refused("one_person_tags_words_once"):
        again.result(raw.LONGEST_WAIT)

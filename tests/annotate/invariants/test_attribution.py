"""Whose words and whose position, tried in raw SQL."""

import pytest

from tests import make, raw

pytestmark = pytest.mark.django_db


# I6: somebody else holds what is endorsed, rejected or reported.


@pytest.mark.parametrize("stance", ["endorses", "rejects", "attributes"])
def test_a_position_agreed_with_is_somebodys(tag, stance):
    with raw.refused("another_holds_what_is_endorsed_or_rejected"):
        raw.execute(raw.insert_like(tag, claim_id=make.claim().pk, stance=stance))


@pytest.mark.parametrize("stance", ["endorses", "rejects", "attributes"])
def test_nobody_agrees_with_their_own_position(tag, stance):
    with raw.refused("another_holds_what_is_endorsed_or_rejected"):
        raw.execute(
            raw.insert_like(
                tag, claim_id=make.claim().pk, stance=stance, held_by_id=tag.asserted_by_id
            )
        )


@pytest.mark.parametrize("stance", ["asserts", "denies", "questions"])
def test_an_own_position_names_no_holder(tag, stance):
    with raw.refused("another_holds_what_is_endorsed_or_rejected"):
        raw.execute(
            raw.insert_like(
                tag, claim_id=make.claim().pk, stance=stance, held_by_id=make.agent().pk
            )
        )


def test_a_stance_does_not_change_without_its_holder(tag, acting):
    with raw.refused("another_holds_what_is_endorsed_or_rejected"):
        raw.execute(raw.update(tag, stance="rejects"))


def test_a_stance_is_one_of_six(tag, acting):
    with raw.refused("tag_stance_is_known"):
        raw.execute(raw.update(tag, stance="shrugs"))


# I7: own speech is the passage's voice; what is quoted or retold is not.


def test_own_words_are_the_voices(tag):
    with raw.refused("tag_speech_agrees_with_the_voice"):
        raw.execute(raw.insert_like(tag, asserted_by_id=make.agent().pk))


@pytest.mark.parametrize("speech", ["quoted", "reported"])
def test_quoted_words_are_not_the_voices(tag, acting, speech):
    with raw.refused("tag_speech_agrees_with_the_voice"):
        raw.execute(raw.update(tag, speech=speech))


def test_the_voice_of_a_passage_goes_before_the_author(passage, document):
    voice = make.agent()
    make.describe(passage, voice=voice)

    assert make.tag(make.passage(document, 2), "disagrees").asserted_by == voice
    with raw.refused("tag_speech_agrees_with_the_voice"):
        make.tag(make.passage(document, 2), "State", asserted_by=document.author, speech="own")


def test_a_new_voice_does_not_leave_own_words_behind(tag, passage):
    with raw.refused_at_commit("tag_speech_agrees_with_the_voice"):
        raw.execute(raw.update(passage, voice_id=make.agent().pk))


def test_a_new_voice_is_not_whom_a_tag_calls_quoted(passage):
    quoted = make.tag(passage, "disagrees", asserted_by=make.agent())

    with raw.refused_at_commit("tag_speech_agrees_with_the_voice"):
        raw.execute(raw.update(passage, voice_id=quoted.asserted_by_id))


def test_a_new_author_does_not_leave_own_words_behind(tag, document):
    with raw.refused_at_commit("tag_speech_agrees_with_the_voice"):
        raw.execute(raw.update(document, author_id=make.agent().pk))


def test_a_new_author_leaves_alone_a_passage_with_its_own_voice(document, passage):
    make.describe(passage, voice=make.agent())
    make.tag(make.passage(document, 2), "disagrees")

    raw.execute(raw.update(document, author_id=make.agent().pk))
    raw.commit()


def test_a_stale_tag_too_agrees_with_the_voice(tag, passage, acting):
    raw.execute(raw.update(tag, status="stale"))

    with raw.refused_at_commit("tag_speech_agrees_with_the_voice"):
        raw.execute(raw.update(passage, voice_id=make.agent().pk))


def test_a_voice_changed_while_a_tag_is_made(sessions, tag, passage, reviewer):
    voice, claim = make.agent(), make.claim()
    first, second = sessions(reviewer)
    raw.retract(tag)

    first.run(raw.update(passage, voice_id=voice.pk))
    tagging = second.start(raw.insert_like(tag, claim_id=claim.pk))
    second.await_waiting()
    first.commit()

    with raw.refused("tag_speech_agrees_with_the_voice"):
        tagging.result(raw.LONGEST_WAIT)


def test_a_tag_made_while_the_voice_is_changed(sessions, tag, passage, reviewer):
    voice, claim = make.agent(), make.claim()
    first, second = sessions(reviewer)
    raw.retract(tag)

    first.run(raw.insert_like(tag, claim_id=claim.pk))
    changing = second.start(raw.update(passage, voice_id=voice.pk))
    second.await_waiting()
    first.commit()
    changing.result(raw.LONGEST_WAIT)

    with raw.refused("tag_speech_agrees_with_the_voice"):
        second.commit()


def test_an_author_changed_while_a_tag_is_made(sessions, tag, document, reviewer):
    author, claim = make.agent(), make.claim()
    first, second = sessions(reviewer)
    raw.retract(tag)

    first.run(raw.update(document, author_id=author.pk))
    tagging = second.start(raw.insert_like(tag, claim_id=claim.pk))
    second.await_waiting()
    first.commit()

    with raw.refused("tag_speech_agrees_with_the_voice"):
        tagging.result(raw.LONGEST_WAIT)


def test_a_passage_made_boilerplate_while_a_tag_is_made(sessions, tag, passage, reviewer):
    claim = make.claim()
    first, second = sessions(reviewer)
    raw.retract(tag)

    first.run(raw.insert_like(tag, claim_id=claim.pk))
    changing = second.start(raw.update(passage, kind="boilerplate"))
    second.await_waiting()
    first.commit()

    with raw.refused("tagged_passage_stays_taggable"):
        changing.result(raw.LONGEST_WAIT)

"""The invariants of claims, tags, links and remarks, tried in raw SQL."""

import pytest
from django.db import connection

from annotate.models import Claim, Link, Remark, Tag, TagProvision
from corpus.actions import system_person
from corpus.history import history
from corpus.models import Document
from tests import make, raw

pytestmark = pytest.mark.django_db

TEXT = """Statement

The State disagrees with the Council, and 😀 agrees with the Court.

Second paragraph: حقوق الإنسان and 𠀋𡈽 in café words.

All rights reserved.
"""


@pytest.fixture
def document(collection):
    return make.document(TEXT, collection=collection)


@pytest.fixture
def passage(document):
    return make.passage(document, 2)


@pytest.fixture
def tag(passage, reviewer):
    return make.tag(passage, "disagrees with the Council", by=reviewer)


@pytest.fixture
def acting(reviewer):
    """Act as the tag's author, whom the session's settings name."""
    with history(by=reviewer, action="raw"):
        yield


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


def test_two_requests_at_once_make_one_tag(committing_db, tag, reviewer):
    twice = raw.insert_like(tag, claim_id=make.claim().pk)
    first, second = raw.Session(reviewer), raw.Session(reviewer)

    first.run(twice)
    again = second.start(raw.insert_like(tag, claim_id=Claim.objects.latest("pk").pk))
    second.await_waiting()
    first.commit()

    with raw.refused("one_person_tags_words_once"):
        again.result(raw.LONGEST_WAIT)
    first.close(), second.close()


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


def test_a_voice_changed_while_a_tag_is_made(committing_db, tag, passage, reviewer):
    voice, claim = make.agent(), make.claim()
    first, second = raw.Session(reviewer), raw.Session(reviewer)
    raw_retract(tag)

    first.run(raw.update(passage, voice_id=voice.pk))
    tagging = second.start(raw.insert_like(tag, claim_id=claim.pk))
    second.await_waiting()
    first.commit()

    with raw.refused("tag_speech_agrees_with_the_voice"):
        tagging.result(raw.LONGEST_WAIT)
    first.close(), second.close()


def test_a_tag_made_while_the_voice_is_changed(committing_db, tag, passage, reviewer):
    voice, claim = make.agent(), make.claim()
    first, second = raw.Session(reviewer), raw.Session(reviewer)
    raw_retract(tag)

    first.run(raw.insert_like(tag, claim_id=claim.pk))
    changing = second.start(raw.update(passage, voice_id=voice.pk))
    second.await_waiting()
    first.commit()
    changing.result(raw.LONGEST_WAIT)

    with raw.refused("tag_speech_agrees_with_the_voice"):
        second.commit()
    first.close(), second.close()


def test_an_author_changed_while_a_tag_is_made(committing_db, tag, document, reviewer):
    author, claim = make.agent(), make.claim()
    first, second = raw.Session(reviewer), raw.Session(reviewer)
    raw_retract(tag)

    first.run(raw.update(document, author_id=author.pk))
    tagging = second.start(raw.insert_like(tag, claim_id=claim.pk))
    second.await_waiting()
    first.commit()

    with raw.refused("tag_speech_agrees_with_the_voice"):
        tagging.result(raw.LONGEST_WAIT)
    first.close(), second.close()


def test_a_passage_made_boilerplate_while_a_tag_is_made(committing_db, tag, passage, reviewer):
    claim = make.claim()
    first, second = raw.Session(reviewer), raw.Session(reviewer)
    raw_retract(tag)

    first.run(raw.insert_like(tag, claim_id=claim.pk))
    changing = second.start(raw.update(passage, kind="boilerplate"))
    second.await_waiting()
    first.commit()

    with raw.refused("tagged_passage_stays_taggable"):
        changing.result(raw.LONGEST_WAIT)
    first.close(), second.close()


def raw_retract(tag):
    """Withdraw the tag, so that only a race could break a rule."""
    with history(by=tag.created_by, action="withdraw_tag"):
        raw.execute(raw.update(tag, status="withdrawn"))


# I10: merged claims say into which; no new tags on what is closed.


@pytest.mark.parametrize("change", [{"status": "merged"}, {"merged_into_id": True}])
def test_a_merged_claim_says_into_which(change):
    claim, other = make.claim(), make.claim()
    change = {name: other.pk if value is True else value for name, value in change.items()}

    with raw.refused("merged_claim_says_into_which"):
        raw.execute(raw.update(claim, **change))


def merge(claim, other):
    raw.execute(raw.update(claim, status="merged", merged_into_id=other.pk))


def test_a_claim_does_not_merge_into_a_merged_one():
    one, two, three = make.claim(), make.claim(), make.claim()
    merge(two, three)

    with raw.refused("claim_merges_into_one_that_stands"):
        merge(one, two)


def test_a_claim_others_merged_into_is_not_merged_before_them():
    one, two, three = make.claim(), make.claim(), make.claim()
    merge(one, two)

    with raw.refused("claim_merges_into_one_that_stands"):
        merge(two, three)


def test_claims_do_not_merge_in_a_circle():
    one, two = make.claim(), make.claim()
    merge(one, two)

    with raw.refused("claim_merges_into_one_that_stands"):
        merge(two, one)


@pytest.mark.parametrize("field", ["merged_into_id", "broader_id"])
def test_a_claim_does_not_stand_on_itself(field):
    claim = make.claim()
    status = {"status": "merged"} if field == "merged_into_id" else {}

    with raw.refused("claim_does_not_stand_on_itself"):
        raw.execute(raw.update(claim, **{field: claim.pk}, **status))


def test_chains_are_flattened_one_by_one():
    one, two, three = make.claim(), make.claim(), make.claim()
    merge(one, two)

    raw.execute(raw.update(one, merged_into_id=three.pk))
    merge(two, three)


@pytest.mark.parametrize("status", ["deprecated", "split"])
@pytest.mark.parametrize("tag_status", ["submitted", "stale", "withdrawn"])
def test_a_closed_claim_takes_no_tags(status, tag_status, passage):
    claim = make.claim(status=status)

    with raw.refused("tag_claim_is_open"):
        make.tag(passage, "disagrees", claim=claim, status=tag_status)


@pytest.mark.parametrize("tag_status", ["submitted", "stale"])
def test_a_tag_does_not_move_to_a_closed_claim(tag, acting, tag_status):
    closed = make.claim(status="deprecated")

    with raw.refused("tag_claim_is_open"):
        raw.execute(raw.update(tag, claim_id=closed.pk, status=tag_status))


def test_a_withdrawn_tag_does_not_come_back_to_a_closed_claim(tag, acting):
    raw.execute(raw.update(tag, status="withdrawn"))
    raw.execute(raw.update(tag.claim, status="deprecated"))

    with raw.refused("tag_claim_is_open"):
        raw.execute(raw.update(tag, status="submitted"))


def test_two_merges_at_once_make_no_chain(committing_db):
    one, two, three = make.claim(), make.claim(), make.claim()
    first, second = raw.Session(), raw.Session()

    first.run(raw.update(one, status="merged", merged_into_id=two.pk))
    merging = second.start(raw.update(two, status="merged", merged_into_id=three.pk))
    second.await_waiting()
    first.commit()

    with raw.refused("claim_merges_into_one_that_stands"):
        merging.result(raw.LONGEST_WAIT)
    first.close(), second.close()


# I11: a claim in use stays; nothing cascades into tags or links.


@pytest.mark.parametrize("status", ["deprecated", "split"])
@pytest.mark.parametrize("tag_status", ["submitted", "accepted"])
def test_a_claim_with_live_tags_stays_open(tag, acting, status, tag_status):
    raw.execute(raw.update(tag, status=tag_status))

    with raw.refused("claim_with_live_tags_stays_open"):
        raw.execute(raw.update(tag.claim, status=status))


def test_a_claim_with_live_tags_does_not_merge(tag):
    with raw.refused("claim_with_live_tags_stays_open"):
        raw.execute(raw.update(tag.claim, status="merged", merged_into_id=make.claim().pk))


@pytest.mark.parametrize("tag_status", ["withdrawn", "stale", "rejected"])
def test_a_claim_without_live_tags_is_deprecated(tag, acting, tag_status):
    raw.execute(raw.update(tag, status=tag_status))

    raw.execute(raw.update(tag.claim, status="deprecated"))


def test_a_claim_is_never_deleted():
    with raw.refused("claim_is_never_deleted"):
        raw.execute(raw.delete(make.claim()))


def test_a_tag_is_never_deleted(tag, acting):
    with raw.refused("tag_is_never_deleted"):
        raw.execute(raw.delete(tag))


def test_a_link_is_never_deleted():
    with raw.refused("link_is_never_deleted"):
        raw.execute(raw.delete(make.link()))


def test_nothing_cascades():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conrelid::regclass::text, conname FROM pg_constraint"
            " WHERE contype = 'f' AND confdeltype NOT IN ('a', 'r')"
        )
        assert cursor.fetchall() == []


@pytest.mark.parametrize("model", [Claim, Tag, Link, Remark, TagProvision])
def test_what_has_a_history_is_never_emptied(model):
    with raw.refused("what_has_a_history_is_never_emptied"):
        raw.execute(raw.truncate(model))


def test_a_claim_deprecated_while_a_tag_is_made(committing_db, tag, reviewer):
    raw_retract(tag)
    first, second = raw.Session(reviewer), raw.Session(reviewer)

    first.run(raw.update(tag.claim, status="deprecated"))
    tagging = second.start(raw.insert_like(tag))
    second.await_waiting()
    first.commit()

    with raw.refused("tag_claim_is_open"):
        tagging.result(raw.LONGEST_WAIT)
    first.close(), second.close()


def test_a_tag_made_while_its_claim_is_deprecated(committing_db, tag, reviewer):
    raw_retract(tag)
    first, second = raw.Session(reviewer), raw.Session(reviewer)

    first.run(raw.insert_like(tag))
    deprecating = second.start(raw.update(tag.claim, status="deprecated"))
    second.await_waiting()
    first.commit()

    with raw.refused("claim_with_live_tags_stays_open"):
        deprecating.result(raw.LONGEST_WAIT)
    first.close(), second.close()


# I12: a reworded claim leaves no live tag under its earlier wording.


def test_a_reworded_claim_leaves_no_live_tag(tag):
    with raw.refused_at_commit("reworded_claim_leaves_no_live_tag"):
        raw.execute(raw.update(tag.claim, wording=2))


def test_a_reworded_claim_whose_tags_turn_stale_is_saved(tag, acting):
    raw.execute(raw.update(tag, status="stale"))
    raw.execute(raw.update(tag.claim, wording=2))
    raw.commit()

    with raw.refused("tag_is_coded_to_the_present_wording"):
        raw.execute(raw.update(tag, status="submitted"))


@pytest.mark.parametrize("wording", [1, 3])
def test_a_tag_is_coded_to_the_present_wording(tag, acting, wording):
    claim = make.claim(wording=2)

    with raw.refused("tag_is_coded_to_the_present_wording"):
        raw.execute(raw.update(tag, claim_id=claim.pk, claim_wording=wording))


@pytest.mark.parametrize("change", [{"wording": 1}, {"public_id": "C9999"}])
def test_the_wording_only_rises_and_the_id_stays(change):
    claim = make.claim(wording=2)

    with raw.refused("claim_wording_only_rises"):
        raw.execute(raw.update(claim, **change))


def test_a_claim_reworded_while_a_tag_is_made(committing_db, tag, reviewer):
    raw_retract(tag)
    first, second = raw.Session(reviewer), raw.Session(reviewer)

    first.run(raw.insert_like(tag))
    rewording = second.start(raw.update(tag.claim, wording=2))
    second.await_waiting()
    first.commit()
    rewording.result(raw.LONGEST_WAIT)

    with raw.refused("reworded_claim_leaves_no_live_tag"):
        second.commit()
    first.close(), second.close()


# I14: links join two live tags, symmetric ones in one order only.


@pytest.fixture
def other(collection, reviewer):
    return make.tag(make.document(collection=collection), "naïve 😀", by=reviewer)


@pytest.fixture
def link(tag, other, reviewer):
    return make.link(tag, other, by=reviewer)


def test_a_tag_is_not_linked_to_itself(link):
    with raw.refused("link_joins_two_tags"):
        raw.execute(raw.insert_like(link, to_tag_id=link.from_tag_id))


@pytest.mark.parametrize("relation", ["contradicts", "related"])
def test_a_symmetric_link_is_stored_once(link, relation):
    with raw.refused("symmetric_link_is_stored_once"):
        raw.execute(
            raw.insert_like(
                link, from_tag_id=link.to_tag_id, to_tag_id=link.from_tag_id, relation=relation
            )
        )


@pytest.mark.parametrize("relation", ["supports", "challenges", "qualifies", "updates"])
def test_a_directed_link_keeps_its_direction(link, relation):
    raw.execute(
        raw.insert_like(
            link, from_tag_id=link.to_tag_id, to_tag_id=link.from_tag_id, relation=relation
        )
    )

    assert Link.objects.latest("pk").from_tag == link.to_tag


def test_the_same_link_is_made_once(link):
    with raw.refused("link_is_made_once"):
        raw.execute(raw.insert_like(link))


@pytest.mark.parametrize("relation", ["challenges", "related", "specifies"])
def test_two_tags_have_several_relations(link, relation):
    raw.execute(raw.insert_like(link, relation=relation))


@pytest.mark.parametrize("relation", ["quotes", "derives_from", "marries"])
def test_what_is_copied_is_not_linked_by_hand(link, relation):
    with raw.refused("link_relation_is_made_by_hand"):
        raw.execute(raw.insert_like(link, relation=relation))


def test_a_link_says_why(link):
    with raw.refused("link_says_why"):
        raw.execute(raw.insert_like(link, relation="related", rationale="Because."))


@pytest.mark.parametrize("end", ["from_tag_id", "to_tag_id"])
@pytest.mark.parametrize("status", ["withdrawn", "stale", "rejected"])
def test_a_live_link_joins_live_tags(link, reviewer, end, status):
    fallen = make.tag(by=reviewer, status=status)

    with raw.refused("live_link_joins_live_tags"):
        raw.execute(raw.insert_like(link, relation="qualifies", **{end: fallen.pk}))


@pytest.mark.parametrize("end", ["from_tag_id", "to_tag_id"])
def test_a_link_keeps_its_ends(link, reviewer, acting, end):
    with raw.refused("link_keeps_its_ends"):
        raw.execute(raw.update(link, **{end: make.tag(by=reviewer).pk}))


def test_a_tag_withdrawn_while_a_link_is_made(committing_db, tag, other, reviewer):
    link = make.link(tag, other, by=reviewer)
    first, second = raw.Session(reviewer), raw.Session(reviewer)
    with history(by=reviewer, action="withdraw_link"):
        raw.execute(raw.update(link, status="withdrawn"))

    first.run(raw.update(tag, status="withdrawn"))
    linking = second.start(raw.insert_like(link))
    second.await_waiting()
    first.commit()

    with raw.refused("live_link_joins_live_tags"):
        linking.result(raw.LONGEST_WAIT)
    first.close(), second.close()


def test_a_link_made_while_its_tag_is_withdrawn(committing_db, tag, other, reviewer):
    link = make.link(tag, other, by=reviewer)
    first, second = raw.Session(reviewer), raw.Session(reviewer)
    with history(by=reviewer, action="withdraw_link"):
        raw.execute(raw.update(link, status="withdrawn"))

    first.run(raw.insert_like(link))
    falling = second.start(raw.update(tag, status="withdrawn"))
    second.await_waiting()
    first.commit()
    falling.result(raw.LONGEST_WAIT)

    with raw.refused("live_link_joins_live_tags"):
        second.commit()
    first.close(), second.close()


# I15: corroborating tags share the claim and the side, and are two voices'.


@pytest.fixture
def agreeing(tag, reviewer):
    """Another voice's tag of the same claim on the same side."""
    return make.tag(claim=tag.claim, by=reviewer)


@pytest.fixture
def corroboration(tag, agreeing, reviewer):
    return make.link(tag, agreeing, "corroborates", by=reviewer)


def test_corroborating_tags_share_a_claim(tag, other):
    with raw.refused("corroborating_tags_share_a_claim"):
        make.link(tag, other, "corroborates")


def test_a_voice_does_not_corroborate_itself(tag, document, reviewer):
    same = make.tag(make.passage(document, 3), "Second", claim=tag.claim, by=reviewer)

    with raw.refused("corroborating_tags_have_two_voices"):
        make.link(tag, same, "corroborates")


@pytest.mark.parametrize("stance", ["denies", "questions", "rejects", "attributes"])
def test_corroborating_tags_take_the_same_side(tag, stance):
    against = make.tag(claim=tag.claim, stance=stance)

    with raw.refused("corroborating_tags_agree"):
        make.link(tag, against, "corroborates")


def test_who_reports_the_same_holder_corroborates():
    claim, holder = make.claim(), make.agent()
    reporting = make.tag(claim=claim, stance="attributes", held_by=holder)
    rejecting = make.tag(claim=claim, stance="rejects", held_by=holder)

    make.link(reporting, rejecting, "corroborates")


def test_another_relation_does_not_become_corroboration(link, acting):
    with raw.refused("corroborating_tags_share_a_claim"):
        raw.execute(raw.update(link, relation="corroborates"))


@pytest.mark.parametrize("change", [{"stance": "denies"}, {"claim_id": 0}])
def test_corroborating_tags_stay_so(corroboration, acting, change):
    change = change if "stance" in change else {"claim_id": make.claim().pk}

    with raw.refused_at_commit("corroborating_tags_stay_so"):
        raw.execute(raw.update(corroboration.to_tag, **change))


def test_corroborating_tags_stay_two_voices(corroboration, tag, acting):
    agreeing = corroboration.to_tag

    with raw.refused_at_commit("corroborating_tags_stay_so"):
        raw.execute(raw.update(agreeing, asserted_by_id=tag.asserted_by_id, speech="quoted"))


def test_a_tag_turned_round_while_it_is_corroborated(committing_db, tag, agreeing, reviewer):
    link = make.link(tag, agreeing, by=reviewer)
    first, second = raw.Session(reviewer), raw.Session(reviewer)

    first.run(raw.insert_like(link, relation="corroborates"))
    turning = second.start(raw.update(agreeing, stance="denies"))
    second.await_waiting()
    first.commit()
    turning.result(raw.LONGEST_WAIT)

    with raw.refused("corroborating_tags_stay_so"):
        second.commit()
    first.close(), second.close()


# I16: a link falls with its tags.


@pytest.mark.parametrize("end", ["from_tag", "to_tag"])
@pytest.mark.parametrize("status", ["withdrawn", "stale", "rejected"])
def test_a_tag_that_falls_takes_its_links_along(link, acting, end, status):
    with raw.refused_at_commit("live_link_joins_live_tags"):
        raw.execute(raw.update(getattr(link, end), status=status))


def test_a_tag_falls_with_its_links(link, tag, acting):
    raw.execute(raw.update(tag, status="withdrawn"))
    raw.execute(raw.update(link, status="stale", staled_by_id=tag.pk))
    raw.commit()

    with raw.refused("live_link_joins_live_tags"):
        raw.execute(raw.update(link, status="submitted", staled_by_id=None))


@pytest.mark.parametrize("status", ["submitted", "withdrawn"])
def test_only_a_stale_link_waits_for_a_tag(link, tag, acting, status):
    with raw.refused("link_falls_with_one_of_its_tags"):
        raw.execute(raw.update(link, status=status, staled_by_id=tag.pk))


def test_a_link_waits_for_its_own_tags_only(link, acting):
    with raw.refused("link_falls_with_one_of_its_tags"):
        raw.execute(raw.update(link, status="stale", staled_by_id=make.tag().pk))


# I17: history.


@pytest.fixture(params=["tag", "link", "claim", "remark", "tag_provision"])
def written(request, tag, link):
    """A row of each kind whose history is kept."""
    return {
        "tag": lambda: tag,
        "link": lambda: link,
        "claim": lambda: tag.claim,
        "remark": lambda: make.remark(tag),
        "tag_provision": lambda: make.tag_provision(tag),
    }[request.param]()


def test_every_row_begins_its_history(written):
    assert written.history.values_list("pgh_label", flat=True)[0] == "insert"


def test_history_never_changes(written):
    event = written.history.first()
    table = event._meta.db_table

    with raw.refused("history_never_changes"):
        raw.execute(f"UPDATE {table} SET pgh_context = NULL WHERE pgh_id = {event.pk}")
    with raw.refused("history_never_changes"):
        raw.execute(f"DELETE FROM {table} WHERE pgh_id = {event.pk}")
    with raw.refused("history_is_never_emptied"):
        raw.execute(f"TRUNCATE {table}")


@pytest.mark.parametrize("change", [{"note": "New"}, {"status": "withdrawn"}])
def test_every_change_of_a_tag_is_kept(tag, acting, change):
    raw.execute(raw.update(tag, **change))

    event = tag.history.latest("pgh_id")
    assert {name: getattr(event, name) for name in change} == change
    assert event.pgh_context["by"] == tag.created_by_id


def test_a_remark_is_not_rewritten(tag):
    with raw.refused("remark_text_never_changes"):
        raw.execute(raw.update(make.remark(tag), text="I never said so."))


# I18: a write carries the revision it was based on.


@pytest.mark.parametrize("revision", [0, 1, 3])
@pytest.mark.parametrize("what", ["tag", "link", "claim"])
def test_a_write_raises_the_revision_by_one(link, tag, acting, what, revision):
    row = {"tag": tag, "link": link, "claim": tag.claim}[what]

    with raw.refused("revision_follows_the_one_read"):
        raw.execute(raw.update(row, revision=revision))


def test_the_second_of_two_writers_is_refused(committing_db, tag, reviewer):
    first, second = raw.Session(reviewer), raw.Session(reviewer)

    first.run(raw.update(tag, note="First", revision=2))
    later = second.start(raw.update(tag, note="Second", revision=2))
    second.await_waiting()
    first.commit()

    with raw.refused("revision_follows_the_one_read"):
        later.result(raw.LONGEST_WAIT)
    assert Tag.objects.get(pk=tag.pk).note == "First"
    first.close(), second.close()


# I21: a document that is not ready has no live tags.


@pytest.mark.parametrize("status", ["withdrawn", "hidden", "intake"])
def test_a_document_not_ready_has_no_live_tag(tag, document, status):
    with raw.refused_at_commit("document_not_ready_has_no_live_tag"):
        raw.execute(raw.update(document, status=status))


@pytest.mark.parametrize("status", ["withdrawn", "hidden", "intake"])
def test_a_document_not_ready_takes_no_tags(tag, document, acting, status):
    raw.execute(raw.update(tag, status="stale"))
    raw.execute(raw.update(document, status=status))
    raw.commit()

    with raw.refused("live_tag_stands_on_a_ready_document"):
        raw.execute(raw.insert_like(tag))
    with raw.refused("live_tag_stands_on_a_ready_document"):
        raw.execute(raw.update(tag, status="submitted"))


def test_a_document_withdrawn_while_a_tag_is_made(committing_db, tag, document, reviewer):
    raw_retract(tag)
    first, second = raw.Session(reviewer), raw.Session(reviewer)

    first.run(raw.update(document, status="withdrawn"))
    tagging = second.start(raw.insert_like(tag))
    second.await_waiting()
    first.commit()

    with raw.refused("live_tag_stands_on_a_ready_document"):
        tagging.result(raw.LONGEST_WAIT)
    first.close(), second.close()


def test_a_tag_made_while_its_document_is_withdrawn(committing_db, tag, document, reviewer):
    raw_retract(tag)
    first, second = raw.Session(reviewer), raw.Session(reviewer)

    first.run(raw.insert_like(tag))
    withdrawing = second.start(raw.update(document, status="withdrawn"))
    second.await_waiting()
    first.commit()
    withdrawing.result(raw.LONGEST_WAIT)

    with raw.refused("document_not_ready_has_no_live_tag"):
        second.commit()
    assert Document.objects.get(pk=document.pk).status == "ready"
    first.close(), second.close()


def test_a_text_replaced_while_a_tag_is_made(committing_db, tag, document, reviewer):
    raw_retract(tag)
    version = document.versions.get()
    first, second = raw.Session(reviewer), raw.Session(reviewer)

    first.run(raw.insert_like(tag))
    replacing = second.start(raw.update(version, is_current=False))
    second.await_waiting()
    first.commit()
    replacing.result(raw.LONGEST_WAIT)

    with raw.refused("live_tag_stands_on_the_current_text"):
        second.commit()
    first.close(), second.close()


# I23: own tags and links only; others' by a curator with a reason.


CHANGES = [
    {"note": "Mine now"},
    {"status": "withdrawn"},
    {"status": "stale"},
    {"certainty": "certain"},
    {"status": "stale", "translation": "Words", "translation_kind": "own"},
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_a_tag_names_its_person(tag, change):
    raw.act_as_nobody()

    with raw.refused("change_of_a_tag_names_its_person"):
        raw.execute(raw.update(tag, **change))


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("reason", ["", "I know better."])
def test_nobody_changes_anothers_tag(tag, colleague, change, reason):
    with (
        raw.refused("tag_is_changed_by_its_author_or_a_curator"),
        history(by=colleague, action="raw", reason=reason),
    ):
        raw.execute(raw.update(tag, **change))


def test_a_curator_gives_a_reason(tag, curator):
    with (
        raw.refused("tag_is_changed_by_its_author_or_a_curator"),
        history(by=curator, action="raw"),
    ):
        raw.execute(raw.update(tag, status="withdrawn"))

    with history(by=curator, action="raw", reason="Not in the quote."):
        raw.execute(raw.update(tag, status="withdrawn"))


def test_a_curator_of_another_collection_is_nobody_here(tag, curator_elsewhere):
    with (
        raw.refused("tag_is_changed_by_its_author_or_a_curator"),
        history(by=curator_elsewhere, action="raw", reason="Because I can."),
    ):
        raw.execute(raw.update(tag, status="withdrawn"))


def test_any_curator_may_ask_for_a_second_look(tag, curator_elsewhere):
    with history(by=curator_elsewhere, action="reword_claim"):
        raw.execute(raw.update(tag, status="stale", stale_reason="The claim was reworded."))

    with (
        raw.refused("tag_is_changed_by_its_author_or_a_curator"),
        history(by=curator_elsewhere, action="reword_claim"),
    ):
        raw.execute(raw.update(tag, status="submitted"))


@pytest.mark.parametrize("field", ["uid", "request_key"])
def test_a_tag_keeps_its_identity(tag, acting, field):
    with raw.refused("tag_origin_never_changes"):
        raw.execute(raw.update(tag, **{field: "00000000-0000-0000-0000-000000000001"}))


def test_nobody_takes_over_a_tag(tag, colleague, acting):
    with raw.refused("tag_origin_never_changes"):
        raw.execute(raw.update(tag, created_by_id=colleague.pk))


LINK_CHANGES = [
    {"rationale": "Because I say so now."},
    {"status": "withdrawn"},
    {"status": "stale"},
    {"strength": "weak"},
]


@pytest.mark.parametrize("change", LINK_CHANGES)
def test_a_change_of_a_link_names_its_person(link, change):
    raw.act_as_nobody()

    with raw.refused("change_of_a_link_names_its_person"):
        raw.execute(raw.update(link, **change))


@pytest.mark.parametrize("change", LINK_CHANGES)
def test_nobody_changes_anothers_link(link, colleague, change):
    with (
        raw.refused("link_is_changed_by_its_author_or_a_curator"),
        history(by=colleague, action="raw", reason="I know better."),
    ):
        raw.execute(raw.update(link, **change))


def test_a_curator_of_both_ends_changes_a_link_with_a_reason(link, curator):
    with (
        raw.refused("link_is_changed_by_its_author_or_a_curator"),
        history(by=curator, action="raw"),
    ):
        raw.execute(raw.update(link, status="withdrawn"))

    with history(by=curator, action="raw", reason="No instance of it."):
        raw.execute(raw.update(link, status="withdrawn"))


def test_a_curator_of_one_end_does_not_change_a_link(tag, curator, reviewer):
    link = make.link(tag, make.tag(by=reviewer), by=reviewer)

    with (
        raw.refused("link_is_changed_by_its_author_or_a_curator"),
        history(by=curator, action="raw", reason="No instance of it."),
    ):
        raw.execute(raw.update(link, status="withdrawn"))


def test_anothers_link_falls_with_my_tag_and_comes_back_with_it(tag, other, colleague, reviewer):
    link = make.link(tag, other, by=colleague)

    with history(by=reviewer, action="withdraw_tag"):
        raw.execute(raw.update(tag, status="withdrawn"))
        raw.execute(
            raw.update(link, status="stale", status_before="submitted", staled_by_id=tag.pk)
        )
    raw.commit()

    with history(by=reviewer, action="restore_tag"):
        raw.execute(raw.update(tag, status="submitted"))
        with raw.refused("link_is_changed_by_its_author_or_a_curator"):
            raw.execute(raw.update(link, status="accepted", staled_by_id=None))
        raw.execute(raw.update(link, status="submitted", status_before="", staled_by_id=None))


def test_what_a_tag_engages_is_said_by_its_author(tag, colleague):
    engaged = make.tag_provision(tag)

    with history(by=colleague, action="raw", reason="I know better."):
        for statement in (
            raw.insert_like(engaged, role="invoked"),
            raw.update(engaged, role="invoked"),
            raw.delete(engaged),
        ):
            with raw.refused("tag_provision_is_said_by_who_may_change_the_tag"):
                raw.execute(statement)


def test_a_curator_says_with_a_reason_what_a_tag_engages(tag, curator):
    engaged = make.tag_provision(tag)

    with history(by=curator, action="raw", reason="It is named in the quote."):
        raw.execute(raw.update(engaged, basis="principle"))


# Homes: what is known only in one collection is used only there.


def test_a_tag_uses_no_claim_of_another_collection(tag, closed, acting):
    with raw.refused("tag_uses_what_its_collection_may"):
        raw.execute(raw.update(tag, claim_id=make.claim(home=closed).pk))


@pytest.mark.parametrize("field", ["asserted_by_id", "held_by_id"])
def test_a_tag_names_no_agent_of_another_collection(tag, closed, acting, field):
    hidden = make.agent(home=closed)
    change = (
        {field: hidden.pk, "speech": "quoted"}
        if field == "asserted_by_id"
        else {
            field: hidden.pk,
            "stance": "rejects",
        }
    )

    with raw.refused("tag_uses_what_its_collection_may"):
        raw.execute(raw.update(tag, **change))


@pytest.mark.parametrize("what", ["claim", "holder"])
def test_a_document_does_not_take_its_tags_to_another_collection(closed, collection, what):
    document = make.document(TEXT, collection=closed)
    make.tag(
        document,
        "disagrees",
        stance="rejects",
        claim=make.claim(home=closed if what == "claim" else None),
        held_by=make.agent(home=closed if what == "holder" else None),
    )

    with raw.refused_at_commit("tag_uses_what_its_collection_may"):
        raw.execute(raw.update(document, collection_id=collection.pk))


@pytest.mark.parametrize("home", ["collection", "elsewhere"])
def test_a_shared_claim_is_never_taken_back(closed, collection, home):
    claim = make.claim(home=closed)
    target = collection if home == "collection" else closed
    raw.execute(raw.update(claim, home_id=None))

    with raw.refused("claim_is_shared_one_way"):
        raw.execute(raw.update(claim, home_id=target.pk))


# Remarks.


def test_a_person_agrees_once(tag, colleague):
    agreement = make.remark(tag, "agree", "", by=colleague)

    with raw.refused("person_agrees_once"):
        raw.execute(raw.insert_like(agreement))


@pytest.mark.parametrize("kind", ["disagree", "question", "note"])
def test_a_remark_says_something(tag, kind):
    with raw.refused("remark_says_something"):
        make.remark(tag, kind, "")


def test_a_remark_is_about_one_thing(tag):
    remark = make.remark(tag)

    with raw.refused("remark_has_one_target"):
        raw.execute(raw.insert_like(remark, claim_id=tag.claim_id))
    with raw.refused("remark_has_one_target"):
        raw.execute(raw.insert_like(remark, tag_id=None))


def test_the_system_person_stands_for_nobody_who_signs_in():
    assert not system_person().has_usable_password()

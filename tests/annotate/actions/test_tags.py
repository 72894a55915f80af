"""Making, editing, withdrawing, restoring and confirming tags."""

import uuid

import pytest
from django.core.exceptions import ValidationError

from annotate.actions.tags import (
    Engaged,
    confirm_tag,
    edit_tag,
    restore_tag,
    tag_words,
    withdraw_tag,
)
from annotate.models import Link, Tag
from corpus.revisions import StaleRevision
from tests import make


@pytest.fixture
def passage(collection):
    return make.passage(make.document(collection=collection))


def place(passage, words):
    start = passage.start + passage.text.index(words)
    return start, start + len(words)


def fresh(tag):
    return Tag.objects.select_related("claim", "passage__text_version__document").get(pk=tag.pk)


@pytest.mark.parametrize("words", ["naïve 😀 things", "😀", "cafe\u0301s", "terrorism"])
def test_the_quote_is_the_words_at_the_offsets(passage, reviewer, words):
    start, end = place(passage, words)

    tag = tag_words(passage, start, end, claim=make.claim(), stance="asserts", by=reviewer)

    whole = passage.text_version.text
    assert (tag.exact, whole[tag.start : tag.end]) == (words, words)
    assert tag.prefix == whole[max(0, start - 32) : start]
    assert tag.suffix == whole[end : end + 32]


def test_words_that_are_not_there_are_refused(passage, reviewer):
    start, end = place(passage, "terrorism")

    with pytest.raises(ValidationError, match="does not match the words in the text"):
        tag_words(
            passage,
            start,
            end,
            exact="separatism",
            claim=make.claim(),
            stance="asserts",
            by=reviewer,
        )

    assert not Tag.objects.exists()


def test_a_selection_beyond_its_passage_is_refused(passage, reviewer):
    with pytest.raises(ValidationError, match="inside one passage"):
        tag_words(
            passage,
            passage.start,
            passage.end + 1,
            claim=make.claim(),
            stance="asserts",
            by=reviewer,
        )


def test_the_words_are_the_passages_voice(collection, reviewer):
    speaker = make.agent("UN Secretary-General", kind="office")
    document = make.document(collection=collection)
    passage = make.describe(make.passage(document), kind="block_quote", voice=speaker)
    start, end = place(passage, "terrorism")

    tag = tag_words(passage, start, end, claim=make.claim(), stance="asserts", by=reviewer)

    assert (tag.asserted_by, tag.speech) == (speaker, "own")


def test_words_quoted_inside_a_passage_are_the_quoted_agents(passage, reviewer):
    start, end = place(passage, "terrorism")
    quoted = make.agent("UN General Assembly")

    tag = tag_words(
        passage, start, end, claim=make.claim(), stance="asserts", asserted_by=quoted, by=reviewer
    )

    assert (tag.asserted_by, tag.speech) == (quoted, "quoted")


def test_the_same_request_makes_one_tag(passage, reviewer):
    start, end = place(passage, "terrorism")
    key = uuid.uuid4()
    claim = make.claim()

    first = tag_words(
        passage, start, end, claim=claim, stance="asserts", by=reviewer, request_key=key
    )
    again = tag_words(
        passage, start, end, claim=claim, stance="asserts", by=reviewer, request_key=key
    )

    assert first == again
    assert Tag.objects.count() == 1


def test_one_person_tags_the_same_words_with_a_claim_once(passage, reviewer):
    start, end = place(passage, "terrorism")
    claim = make.claim()
    tag_words(passage, start, end, claim=claim, stance="asserts", by=reviewer)

    with pytest.raises(ValidationError, match="already"):
        tag_words(passage, start, end, claim=claim, stance="denies", by=reviewer)


def test_two_people_may_read_the_same_words_differently(passage, reviewer, colleague):
    start, end = place(passage, "terrorism")
    claim = make.claim()

    tag_words(passage, start, end, claim=claim, stance="asserts", by=reviewer)
    tag_words(passage, start, end, claim=claim, stance="denies", by=colleague)

    assert Tag.objects.live().count() == 2


def test_to_disagree_one_must_say_with_whom(passage, reviewer):
    start, end = place(passage, "terrorism")

    with pytest.raises(ValidationError, match="whose position"):
        tag_words(passage, start, end, claim=make.claim(), stance="rejects", by=reviewer)


def test_an_edit_moves_the_words_and_keeps_the_rest(passage, reviewer):
    tag = make.tag(passage, "terrorism", by=reviewer, note="Mine.")
    start, end = place(passage, "things about terrorism")

    edit_tag(fresh(tag), revision=tag.revision, by=reviewer, start=start, end=end)

    after = fresh(tag)
    assert (after.exact, after.note, after.revision) == ("things about terrorism", "Mine.", 2)


def test_an_edit_of_an_older_revision_changes_nothing(passage, reviewer):
    tag = make.tag(passage, "terrorism", by=reviewer)
    edit_tag(fresh(tag), revision=1, by=reviewer, note="First.")

    with pytest.raises(StaleRevision):
        edit_tag(fresh(tag), revision=1, by=reviewer, note="Second.")

    assert fresh(tag).note == "First."


def test_a_colleague_cannot_edit_anothers_tag(passage, reviewer, colleague):
    tag = make.tag(passage, "terrorism", by=reviewer)

    with pytest.raises(ValidationError, match="Only its author"):
        edit_tag(fresh(tag), revision=1, by=colleague, note="Not mine.")

    assert fresh(tag).note == ""


def test_a_curator_edits_anothers_tag_only_with_a_reason(passage, reviewer, curator):
    tag = make.tag(passage, "terrorism", by=reviewer)

    with pytest.raises(ValidationError, match="with a reason"):
        edit_tag(fresh(tag), revision=1, by=curator, certainty="certain")
    edit_tag(fresh(tag), revision=1, by=curator, certainty="certain", reason="It says must.")

    assert fresh(tag).certainty == "certain"


def test_an_edit_replaces_the_provisions(passage, reviewer):
    kept, dropped, added = (make.provision() for _number in range(3))
    tag = make.tag(passage, "terrorism", by=reviewer)
    make.tag_provision(tag, kept)
    make.tag_provision(tag, dropped)

    wanted = [Engaged(kept, "named", "violated"), Engaged(added, "inferred", "at_issue")]
    edit_tag(fresh(tag), revision=1, by=reviewer, provisions=wanted)

    engaged = set(tag.provisions.values_list("provision", "basis", "role"))
    assert engaged == {(kept.pk, "named", "violated"), (added.pk, "inferred", "at_issue")}


def test_withdrawing_and_undoing_brings_back_tag_and_links(passage, reviewer):
    tag = make.tag(passage, "terrorism", by=reviewer, status="accepted")
    link = make.link(tag, make.tag(passage, "State", by=reviewer), by=reviewer, status="accepted")

    withdraw_tag(fresh(tag), by=reviewer)
    fallen = (fresh(tag).status, Link.objects.get(pk=link.pk).status)
    restore_tag(fresh(tag), by=reviewer)

    assert fallen == ("withdrawn", "stale")
    assert (fresh(tag).status, Link.objects.get(pk=link.pk).status) == ("accepted", "accepted")


def test_undo_needs_a_second_look_when_the_claim_was_reworded(passage, reviewer):
    tag = make.tag(passage, "terrorism", by=reviewer)
    withdraw_tag(fresh(tag), by=reviewer)
    claim = tag.claim
    claim.wording += 1
    claim.save()

    restore_tag(fresh(tag), by=reviewer)

    assert (fresh(tag).status, fresh(tag).stale_reason) == ("stale", "The claim was reworded.")


def test_confirming_a_stale_tag_puts_it_under_the_present_wording(passage, reviewer):
    tag = make.tag(passage, "terrorism", by=reviewer, status="stale")
    claim = tag.claim
    claim.wording += 1
    claim.save()

    confirm_tag(fresh(tag), by=reviewer)

    assert (fresh(tag).status, fresh(tag).claim_wording) == ("submitted", 2)


def test_a_withdrawn_tag_is_not_edited(passage, reviewer):
    tag = make.tag(passage, "terrorism", by=reviewer, status="withdrawn")

    with pytest.raises(ValidationError, match="Bring it back first"):
        edit_tag(fresh(tag), revision=1, by=reviewer, note="x")


def test_an_edit_makes_a_corroboration_that_no_longer_holds_stale(passage, reviewer, collection):
    claim = make.claim()
    tag = make.tag(passage, "terrorism", by=reviewer, claim=claim)
    other = make.tag(make.document(collection=collection), by=reviewer, claim=claim)
    link = make.link(tag, other, "corroborates", by=reviewer)

    edit_tag(fresh(tag), revision=1, by=reviewer, stance="denies")

    assert Link.objects.get(pk=link.pk).status == "stale"
    assert fresh(tag).stance == "denies"

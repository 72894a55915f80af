"""Merging agents, and taking them apart exactly."""

import pytest
from django.core.exceptions import ValidationError

from annotate.actions.agent_merges import HANDLED, merge_agents, undo_agent_merge
from annotate.actions.pairs import forget_pair, tell_agents_apart
from annotate.actions.tags import confirm_tag, edit_tag
from annotate.models import Link, Tag
from corpus.actions import make_ready
from corpus.models import Agent, Document, Passage
from tests import make, raw
from tests.annotate.test_merges import again, foreign_keys_to, state

WHY = "It is the same State."


def merge(source, target, by):
    return merge_agents(again(source), again(target), by=by, reason=WHY)


@pytest.fixture
def usa(collection):
    return make.agent("USA", status="proposed", aliases=["U.S."])


@pytest.fixture
def united_states(collection):
    return make.agent("United States", aliases=["US"])


def test_every_foreign_key_to_an_agent_is_handled_by_the_merge():
    assert foreign_keys_to(Agent) == {*HANDLED}


def test_whatever_named_the_one_names_the_other(usa, united_states, collection, curator, reviewer):
    document = make.document(
        collection=collection, author=usa, speaker=usa, publisher=usa, by=reviewer
    )
    own = make.tag(document, "The State", by=reviewer)
    held = make.tag(document, "terrorism", stance="rejects", by=reviewer)
    theirs = make.tag(by=reviewer, stance="attributes", held_by=usa)
    part = make.agent(acts_for=usa, independence_parent=usa)

    merge(usa, united_states, curator)

    document = again(document)
    assert {document.author, document.speaker, document.publisher} == {united_states}
    assert again(own).asserted_by == again(held).asserted_by == united_states
    assert again(theirs).held_by == united_states
    assert {again(part).acts_for, again(part).independence_parent} == {united_states}
    assert {again(tag).status for tag in (own, held, theirs)} == {"submitted"}
    assert (again(usa).status, again(usa).merged_into) == ("merged", united_states)


def test_a_passages_voice_moves_with_its_tags(usa, united_states, curator, reviewer):
    passage = make.describe(make.passage(make.document()), voice=usa, speaker=usa)
    tag = make.tag(passage, by=reviewer)

    merge(usa, united_states, curator)

    assert {again(passage).voice, again(passage).speaker} == {united_states}
    assert (again(tag).asserted_by, again(tag).speech) == (united_states, "own")


def test_the_names_are_taken_over(usa, united_states, curator):
    merge(usa, united_states, curator)

    assert again(united_states).aliases == ["US", "USA", "U.S."]


def test_a_closed_collections_names_do_not_reach_a_shared_agent(closed, united_states):
    source = make.agent("Zebra", home=closed)

    merge(source, united_states, make.member(closed, "curator"))

    assert again(united_states).aliases == ["US"]


def test_whom_it_is_part_of_is_taken_over_where_nobody_said(usa, united_states, curator):
    body = make.agent()
    Agent.objects.filter(pk=usa.pk).update(independence_parent=body)

    merge(usa, united_states, curator)

    assert again(united_states).independence_parent == body


@pytest.mark.parametrize(
    ("stance", "becomes"),
    [("rejects", "denies"), ("endorses", "asserts"), ("attributes", "asserts")],
)
def test_a_stance_on_the_others_position_gets_a_second_look(
    usa, united_states, curator, reviewer, stance, becomes
):
    document = make.document(author=usa)
    tag = make.tag(document, stance=stance, held_by=united_states, by=reviewer)

    merge(usa, united_states, curator)

    tag = again(tag)
    assert (tag.status, tag.stance, tag.held_by) == ("stale", becomes, None)


@pytest.mark.parametrize("quoting", ["usa", "united_states"])
def test_words_quoted_from_the_other_are_its_own_now(
    usa, united_states, curator, reviewer, quoting
):
    author, voice = (usa, united_states) if quoting == "usa" else (united_states, usa)
    tag = make.tag(make.document(author=author), asserted_by=voice, by=reviewer)

    merge(usa, united_states, curator)

    tag = again(tag)
    assert (tag.status, tag.speech, tag.asserted_by) == ("stale", "own", united_states)


def test_of_two_tags_of_one_person_on_the_same_words_one_gets_a_second_look(
    usa, united_states, curator, reviewer
):
    claim = make.claim()
    place = make.passage(make.document())
    kept = make.tag(place, claim=claim, stance="rejects", held_by=united_states, by=reviewer)
    twin = make.tag(place, claim=claim, stance="endorses", held_by=usa, by=reviewer)

    merge(usa, united_states, curator)

    assert [again(tag).status for tag in (kept, twin)] == ["submitted", "stale"]


def test_what_no_longer_corroborates_turns_stale(usa, united_states, curator, reviewer):
    claim = make.claim()
    one = make.tag(make.document(author=usa), claim=claim, by=reviewer)
    other = make.tag(make.document(author=united_states), claim=claim, by=reviewer)
    link = make.link(one, other, "corroborates", by=reviewer)

    merge(usa, united_states, curator)

    assert again(link).status == "stale"


def test_a_block_quote_of_the_authors_own_is_a_paragraph(usa, united_states, curator, reviewer):
    document = make.document(author=united_states, ready=False)
    quote = make.describe(make.passage(document), kind="block_quote", voice=usa)
    make_ready(document, by=curator)
    tag = make.tag(quote, by=reviewer)

    made = merge(usa, united_states, curator)
    assert (again(quote).kind, again(tag).asserted_by) == ("paragraph", united_states)

    undo_agent_merge(made, by=curator)
    assert (again(quote).kind, again(quote).voice) == ("block_quote", usa)


def test_groups_have_the_target_as_their_member(usa, united_states, curator):
    group, both = make.agent(kind="group"), make.agent(kind="group")
    group.members.add(usa)
    both.members.add(usa, united_states)

    made = merge(usa, united_states, curator)
    assert [*group.members.all()] == [*both.members.all()] == [united_states]

    undo_agent_merge(made, by=curator)
    assert [*group.members.all()] == [usa]
    assert {*both.members.all()} == {usa, united_states}


def test_undoing_restores_every_row_exactly(
    usa, united_states, collection, curator, reviewer, colleague
):
    claim, part = make.claim(), make.agent(acts_for=usa)
    document = make.document(collection=collection, author=usa, speaker=usa)
    make.describe(make.passage(document, 3), voice=united_states)
    one = make.tag(document, "The State", claim=claim, by=reviewer)
    make.tag(document, "terrorism", stance="rejects", held_by=united_states, by=reviewer)
    make.tag(document, "human rights", asserted_by=usa, by=reviewer)
    place = make.passage(make.document())
    make.tag(place, claim=claim, stance="endorses", held_by=united_states, by=colleague)
    make.tag(place, claim=claim, stance="endorses", held_by=usa, by=colleague)
    make.tag(document, "things", by=reviewer, status="withdrawn", status_before="accepted")
    make.link(one, make.tag(make.document(author=part), claim=claim, by=reviewer), "supports")
    tables = (Tag, Link, Document, Passage, Agent)
    before = [state(model) for model in tables]

    made = merge(usa, united_states, curator)
    assert [state(model) for model in tables] != before
    undo_agent_merge(made, by=curator)

    assert [state(model) for model in tables] == before


def test_chains_are_flattened_and_come_back(usa, united_states, curator, reviewer):
    third = make.agent()
    document = make.document(author=usa)
    tag = make.tag(document, by=reviewer)
    first = merge(usa, united_states, curator)
    later = merge(united_states, third, curator)
    assert again(usa).merged_into == again(tag).asserted_by == third

    undo_agent_merge(first, by=curator)
    assert again(usa).status == "proposed"
    assert again(tag).asserted_by == again(document).author == usa

    undo_agent_merge(later, by=curator)
    assert again(tag).asserted_by == usa


def test_what_people_did_since_stays_as_they_left_it(usa, united_states, curator, reviewer):
    document = make.document(author=usa)
    tag = make.tag(by=reviewer, stance="rejects", held_by=usa)
    looked_at = make.tag(document, stance="rejects", held_by=united_states, by=reviewer)
    other = make.agent()
    made = merge(usa, united_states, curator)
    edit_tag(again(tag), revision=again(tag).revision, by=reviewer, held_by=other)
    confirm_tag(again(looked_at), by=reviewer)

    undo_agent_merge(made, by=curator)

    assert again(tag).held_by == other
    assert again(looked_at).status == "stale"


def test_tags_in_collections_the_curator_cannot_see_move_too(
    usa, united_states, curator, closed, insider
):
    document = make.document(collection=closed, author=usa)
    hidden = make.tag(document, by=insider)

    made = merge(usa, united_states, curator)
    assert again(hidden).asserted_by == united_states

    undo_agent_merge(made, by=curator)
    assert again(hidden).asserted_by == again(document).author == usa


def test_a_shared_agent_does_not_become_a_collections_own(closed, curator_elsewhere, usa):
    with pytest.raises(ValidationError, match="other way round"):
        merge(usa, make.agent(home=closed), curator_elsewhere)


@pytest.mark.parametrize("who", ["reviewer", "stranger", "reader"])
def test_only_curators_merge(usa, united_states, request, who):
    with pytest.raises(ValidationError, match="Only a curator merges"):
        merge(usa, united_states, request.getfixturevalue(who))


def test_merged_agents_are_merged_no_further(usa, united_states, curator):
    merge(usa, united_states, curator)

    with pytest.raises(ValidationError, match="already"):
        merge(usa, make.agent(), curator)
    with pytest.raises(ValidationError, match="already"):
        merge(make.agent(), usa, curator)


def test_agents_found_different_are_not_merged(usa, united_states, curator):
    told = tell_agents_apart(united_states, usa, by=curator)

    with pytest.raises(ValidationError, match="not the same"):
        merge(usa, united_states, curator)
    forget_pair(told, by=curator)
    merge(usa, united_states, curator)

    assert again(usa).status == "merged"


def test_a_merge_is_undone_once(usa, united_states, curator):
    made = merge(usa, united_states, curator)
    undo_agent_merge(made, by=curator)

    with pytest.raises(ValidationError, match="taken apart already"):
        undo_agent_merge(made, by=curator)


def test_a_live_tag_names_no_merged_agent(usa, united_states, curator):
    merge(usa, united_states, curator)

    with raw.refused("tag_names_agents_that_stand"):
        make.tag(stance="rejects", held_by=again(usa))

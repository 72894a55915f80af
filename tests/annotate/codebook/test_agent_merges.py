"""Merging agents, and taking them apart exactly."""

from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError

from annotate.actions.claims import edit_claim
from annotate.actions.curation import change_document
from annotate.actions.links import withdraw_link
from annotate.actions.pairs import forget_pair, tell_agents_apart
from annotate.actions.tags import confirm_tag, edit_tag, restore_tag, withdraw_tag
from annotate.codebook.agent_merges import merge_agents, undo_agent_merge
from annotate.codebook.claim_merges import merge_claims
from annotate.models import Link, Tag
from annotate.queries.counts import counts_of
from corpus.actions import make_ready
from corpus.models import Agent, Document, Passage
from tests import make, raw
from tests.annotate.codebook.test_claim_merges import again, foreign_keys_to, state

WHY = "It is the same State."


def merge(source, target, by):
    return merge_agents(again(source), again(target), by=by, reason=WHY)


@pytest.fixture
def usa(collection):
    return make.agent("USA", status="proposed", aliases=["U.S."])


@pytest.fixture
def united_states(collection):
    return make.agent("United States", aliases=["US"])


# Computed again with every merge; records of their own; and what is read through the merge.
COMPUTED = {
    *("corpus.Document.author", "corpus.Document.speaker", "corpus.Document.publisher"),
    *("corpus.Passage.voice", "corpus.Passage.speaker", "corpus.Agent.merged_into"),
    *("corpus.Agent.acts_for", "corpus.Agent.independence_parent"),
    *("annotate.Tag.asserted_by", "annotate.Tag.held_by"),
}
RECORDS = {"annotate.AgentMerge.source", "annotate.AgentMerge.target"}
FOLLOWED = {
    *("corpus.Agent_members.from_agent", "corpus.Agent_members.to_agent"),
    *("annotate.AgentJoin.first", "annotate.AgentJoin.second"),
    *("annotate.AgentPair.first", "annotate.AgentPair.second"),
}


def test_of_every_foreign_key_to_an_agent_it_is_known_what_a_merge_makes_of_it():
    assert foreign_keys_to(Agent) == COMPUTED | RECORDS | FOLLOWED


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


def test_the_target_counts_as_one_with_the_groups_of_the_source(
    usa, united_states, curator, reviewer
):
    group, claim = make.agent(kind="group"), make.claim()
    group.members.add(usa)
    for author in (group, united_states):
        make.tag(make.document(author=author), claim=claim, by=reviewer)

    def sources():
        return len(counts_of([claim.pk], reader=curator)[claim.pk].own_words)

    assert sources() == 2
    made = merge(usa, united_states, curator)
    assert sources() == 1

    undo_agent_merge(made, by=curator)
    assert sources() == 2
    assert [*group.members.all()] == [usa]


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
    with pytest.raises(ValidationError, match="Only a curator can merge"):
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

    with pytest.raises(ValidationError, match="already been taken apart"):
        undo_agent_merge(made, by=curator)


def test_a_live_tag_names_no_merged_agent(usa, united_states, curator):
    merge(usa, united_states, curator)

    with raw.refused("tag_names_agents_that_stand"):
        make.tag(stance="rejects", held_by=again(usa))


# Several merges, undone in any order: see test_agent_merge_orders.py, too.


@pytest.fixture
def chain(usa, united_states, curator):
    """Return four agents, each merged into the next, and the three merges."""
    agents = [usa, united_states, make.agent("The Union"), make.agent("The Federation")]
    merges = [merge(source, target, curator) for source, target in pairwise(agents)]
    return agents, merges


def test_all_that_led_through_an_agent_leads_to_it_again(chain, curator):
    (first, second, third, last), merges = chain

    undo_agent_merge(merges[2], by=curator)

    assert {again(first).merged_into, again(second).merged_into} == {third}
    assert again(third).status == again(last).status == "active"


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0), (2, 1, 0)])
def test_a_chain_of_three_comes_apart_in_any_order(chain, curator, reviewer, order):
    agents, merges = chain
    document = make.document(author=agents[3])
    tag = make.tag(document, by=reviewer)
    before = state(Agent)

    for number in order:
        undo_agent_merge(merges[number], by=curator)

    assert [agent["status"] for agent in before].count("merged") == 3
    assert [again(agent).status for agent in agents] == ["proposed", "active", "active", "active"]
    assert {again(agent).merged_into for agent in agents} == {None}
    assert again(agents[3]).aliases == []
    assert again(tag).asserted_by == again(document).author == agents[3]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_whose_words_and_whose_position_go_back_each_by_itself(
    usa, united_states, curator, reviewer, order
):
    voice, other = make.agent("V"), make.agent("V of old")
    tag = make.tag(make.document(author=voice), stance="rejects", held_by=usa, by=reviewer)
    merges = [merge(voice, other, curator), merge(usa, united_states, curator)]

    undo_agent_merge(merges[order[0]], by=curator)
    between = again(tag)
    undo_agent_merge(merges[order[1]], by=curator)

    expected = [(voice, united_states), (other, usa)][order[0]]
    assert (between.asserted_by, between.held_by) == expected
    assert (again(tag).asserted_by, again(tag).held_by) == (voice, usa)


def test_a_stance_on_another_comes_back_though_the_voice_became_a_third(
    usa, united_states, curator, reviewer
):
    end = make.agent()
    document = make.document(author=united_states)
    tag = make.tag(document, stance="endorses", held_by=usa, by=reviewer)
    first = merge(usa, united_states, curator)
    merge(united_states, end, curator)

    undo_agent_merge(first, by=curator)

    tag = again(tag)
    assert (tag.status, tag.stance, tag.asserted_by, tag.held_by) == (
        "submitted",
        "endorses",
        end,
        usa,
    )


def test_a_tag_made_since_follows_the_words_it_stands_on(usa, united_states, curator, reviewer):
    document = make.document(author=usa)
    made = merge(usa, united_states, curator)
    tag = make.tag(again(document), by=reviewer)

    undo_agent_merge(made, by=curator)

    assert (again(tag).asserted_by, again(tag).speech) == (usa, "own")


@pytest.fixture
def corroborating(usa, united_states, reviewer):
    claim = make.claim()
    one = make.tag(make.document(author=usa), claim=claim, by=reviewer)
    other = make.tag(make.document(author=united_states), claim=claim, by=reviewer)
    return make.link(one, other, "corroborates", by=reviewer, status="accepted")


def test_what_corroborates_again_comes_back(corroborating, usa, united_states, curator):
    made = merge(usa, united_states, curator)
    assert again(corroborating).status == "stale"

    undo_agent_merge(made, by=curator)

    assert (again(corroborating).status, again(corroborating).status_before) == ("accepted", "")


def test_it_comes_back_where_the_curator_sees_neither_end(
    usa, united_states, curator, closed, insider
):
    claim = make.claim()
    one, other = (
        make.tag(make.document(collection=closed, author=agent), claim=claim, by=insider)
        for agent in (usa, united_states)
    )
    link = make.link(one, other, "corroborates", by=insider)

    undo_agent_merge(merge(usa, united_states, curator), by=curator)

    assert again(link).status == "submitted"


def test_a_link_that_a_person_has_decided_on_since_stays_so(
    corroborating, usa, united_states, curator, reviewer
):
    made = merge(usa, united_states, curator)
    withdraw_link(again(corroborating), by=reviewer)

    undo_agent_merge(made, by=curator)

    assert again(corroborating).status == "withdrawn"


def test_merging_a_confirmed_agent_confirms_the_other(usa, united_states, curator):
    made = merge(united_states, usa, curator)
    assert again(usa).status == "active"

    undo_agent_merge(made, by=curator)

    assert (again(usa).status, again(united_states).status) == ("proposed", "active")


def test_it_stays_confirmed_while_another_confirmed_one_is_it(usa, united_states, curator):
    merges = [merge(united_states, usa, curator), merge(make.agent(), usa, curator)]

    undo_agent_merge(merges[0], by=curator)
    assert again(usa).status == "active"

    undo_agent_merge(merges[1], by=curator)
    assert again(usa).status == "proposed"


def test_who_was_confirmed_by_a_merge_is_proposed_again_after_a_chain(usa, united_states, curator):
    merges = [merge(united_states, usa, curator), merge(usa, make.agent(), curator)]

    undo_agent_merge(merges[0], by=curator)
    undo_agent_merge(merges[1], by=curator)

    assert again(usa).status == "proposed"


def test_a_name_the_target_had_of_its_own_stays(usa, united_states, curator):
    end = make.agent(aliases=["USA"])
    first = merge(usa, united_states, curator)
    merge(united_states, end, curator)

    undo_agent_merge(first, by=curator)

    assert again(end).aliases == ["USA", "United States", "US"]


def test_what_a_person_named_otherwise_since_stays(usa, united_states, curator):
    document = make.document(author=usa, publisher=usa)
    other = make.agent()
    made = merge(usa, united_states, curator)
    change_document(again(document), by=curator, publisher=other)

    undo_agent_merge(made, by=curator)

    assert (again(document).author, again(document).publisher) == (usa, other)


def test_saving_a_document_again_does_not_lose_whom_it_named(usa, united_states, curator):
    document = make.document(author=usa)
    made = merge(usa, united_states, curator)
    change_document(again(document), by=curator, author=united_states, title="Remarks")

    undo_agent_merge(made, by=curator)

    assert again(document).author == usa


def test_a_reading_confirmed_as_one_agents_own_is_not_asked_for_again(
    usa, united_states, curator, reviewer
):
    tag = make.tag(make.document(author=usa), stance="rejects", held_by=united_states, by=reviewer)
    merge(usa, united_states, curator)
    confirm_tag(again(tag), by=reviewer)

    merge(united_states, make.agent(), curator)

    assert (again(tag).status, again(tag).stance) == ("submitted", "denies")


def test_a_tag_whose_claim_was_reworded_since_stays_stale(usa, united_states, curator, reviewer):
    claim = make.claim()
    document = make.document(author=usa)
    tag = make.tag(document, claim=claim, stance="rejects", held_by=united_states, by=reviewer)
    made = merge(usa, united_states, curator)
    edit_claim(again(claim), {"text": "States do it."}, by=curator, meaning_changed=True)

    undo_agent_merge(made, by=curator)

    assert (again(tag).status, again(tag).stance) == ("stale", "rejects")


def test_a_tag_made_since_and_withdrawn_follows_its_words_too(
    usa, united_states, curator, reviewer
):
    document = make.document(author=usa)
    made = merge(usa, united_states, curator)
    tag = make.tag(again(document), by=reviewer)
    withdraw_tag(tag, by=reviewer)

    undo_agent_merge(made, by=curator)
    restore_tag(again(tag), by=reviewer)

    assert (again(tag).asserted_by, again(tag).status) == (usa, "submitted")


def test_undoing_lets_no_tag_stand_beside_another_on_the_same_words(
    usa, united_states, curator, reviewer
):
    claims, place = [make.claim() for _ in range(2)], make.passage(make.document())
    make.tag(place, claim=claims[1], by=reviewer)
    twin = make.tag(place, claim=claims[0], asserted_by=usa, by=reviewer)
    merge_claims(again(claims[0]), again(claims[1]), by=curator, reason=WHY)
    made = merge(usa, united_states, curator)

    undo_agent_merge(made, by=curator)

    assert (again(twin).status, again(twin).asserted_by) == ("stale", usa)

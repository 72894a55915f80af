"""Merges and their record, tried in raw SQL."""

from typing import Any

import pytest

from annotate.codebook.agent_merges import merge_agents
from annotate.codebook.claim_merges import merge_claims
from annotate.codebook.claim_splits import open_split
from annotate.models import AgentMerge, AgentPair, ClaimMerge, ClaimPair
from corpus.history import history
from tests import make, raw
from tests.acts import last_act

pytestmark = pytest.mark.django_db
MERGES: dict[str, Any] = {"claim": ClaimMerge, "agent": AgentMerge}
PAIRS: dict[str, Any] = {"claim": ClaimPair, "agent": AgentPair}
MAKE: dict[str, Any] = {"claim": make.claim, "agent": make.agent}
NOUNS = pytest.mark.parametrize("noun", MERGES)


@pytest.fixture
def merged(tag, curator):
    """Return the record of a merge that moved the reviewer's tag."""
    return merge_claims(tag.claim, make.claim(), by=curator, reason="The same.")


@pytest.fixture
def merged_agents(tag, curator):
    """Return the record of a merge of agents that the tag was changed by."""
    return merge_agents(tag.asserted_by, make.agent(), by=curator, reason="The same.")


def acting_as(person, reason="Because."):
    return history(by=person, action="raw", reason=reason)


# I23: a merge moves others' tags, and nothing else does.


def test_a_curator_elsewhere_does_not_move_a_tag_without_a_merge(tag, curator_elsewhere):
    other = make.claim()

    with (
        acting_as(curator_elsewhere),
        raw.refused("tag_is_changed_by_its_author_or_a_curator"),
    ):
        raw.execute(raw.update(tag, claim_id=other.pk))


def test_a_merge_of_one_pair_moves_no_tag_elsewhere(tag, curator_elsewhere):
    merge = ClaimMerge(
        source=tag.claim, target=make.claim(), reason="x", created_by=curator_elsewhere
    )
    with acting_as(curator_elsewhere):
        merge.save()

    with (
        acting_as(curator_elsewhere),
        raw.refused("tag_is_changed_by_its_author_or_a_curator"),
    ):
        raw.execute(raw.update(tag, claim_id=make.claim().pk))


@pytest.mark.parametrize("change", [{"stance": "denies"}, {"note": "Mine now."}])
def test_a_merge_changes_of_a_tag_only_its_claim(tag, curator_elsewhere, change):
    merge = ClaimMerge(
        source=tag.claim, target=make.claim(), reason="x", created_by=curator_elsewhere
    )
    with acting_as(curator_elsewhere):
        merge.save()

    with (
        acting_as(curator_elsewhere),
        raw.refused("tag_is_changed_by_its_author_or_a_curator"),
    ):
        raw.execute(raw.update(tag, claim_id=merge.target_id, **change))


def test_a_merge_moves_tags_in_its_own_transaction_only(committing_db, collection, curator):
    closed = make.collection(access="members")
    elsewhere = make.member(closed, "curator")
    author = make.member(collection, "reviewer")
    tag = make.tag(make.document(collection=collection), by=author)
    made = merge_claims(tag.claim, make.claim(), by=elsewhere, reason="The same.")
    with acting_as(author):
        other = make.claim().pk
        raw.execute(raw.update(tag, claim_id=other, claim_when_tagged_id=other))

    with acting_as(elsewhere), raw.refused("tag_is_changed_by_its_author_or_a_curator"):
        raw.execute(raw.update(tag, claim_id=made.target_id))


def test_a_curator_elsewhere_does_not_rename_a_voice_without_a_merge(tag, curator_elsewhere):
    with (
        acting_as(curator_elsewhere),
        raw.refused("tag_is_changed_by_its_author_or_a_curator"),
    ):
        raw.execute(raw.update(tag, asserted_by_id=make.agent().pk, speech="quoted"))


# A tag counts for what the claim it was coded to became.


def test_a_tag_counts_for_no_claim_but_what_its_own_became(tag, acting):
    with raw.refused_at_commit("tag_counts_for_what_its_claim_became"):
        raw.execute(raw.update(tag, claim_id=make.claim().pk))


def test_a_claim_does_not_become_another_without_its_tags(tag, acting):
    raw.execute(raw.update(tag, status="withdrawn"))

    with raw.refused_at_commit("tag_counts_for_what_its_claim_became"):
        raw.execute(raw.update(tag.claim, status="merged", merged_into_id=make.claim().pk))


# Who merges what.


@pytest.mark.parametrize("who", ["reviewer", "stranger", "administrator"])
@NOUNS
def test_only_curators_record_a_merge(request, collection, who, noun):
    somebody = request.getfixturevalue(who)
    model, thing = MERGES[noun], MAKE[noun]

    with acting_as(somebody), raw.refused(f"{noun}s_are_merged_by_their_curator"):
        model.objects.create(source=thing(), target=thing(), reason="x", created_by=somebody)


@NOUNS
def test_nobody_merges_in_anothers_name(curator, reviewer, noun):
    model, thing = MERGES[noun], MAKE[noun]

    with acting_as(reviewer), raw.refused(f"{noun}s_are_merged_by_their_curator"):
        model.objects.create(source=thing(), target=thing(), reason="x", created_by=curator)


@NOUNS
def test_what_all_use_does_not_become_a_collections_own(curator_elsewhere, closed, noun):
    model, thing = MERGES[noun], MAKE[noun]
    ends = {"source": thing(), "target": thing(home=closed)}

    with acting_as(curator_elsewhere), raw.refused(f"{noun}_merges_into_one_its_users_know"):
        model.objects.create(**ends, reason="x", created_by=curator_elsewhere)


@NOUNS
def test_a_merge_says_why(curator, noun):
    model, thing = MERGES[noun], MAKE[noun]

    with acting_as(curator), raw.refused(f"{noun}_merge_says_why"):
        model.objects.create(source=thing(), target=thing(), reason="", created_by=curator)


@NOUNS
def test_nothing_merges_into_itself(curator, noun):
    model, thing = MERGES[noun], MAKE[noun]()

    with acting_as(curator), raw.refused(f"{noun}_merges_with_another"):
        model.objects.create(source=thing, target=thing, reason="x", created_by=curator)


@NOUNS
def test_what_was_told_apart_does_not_merge(curator, noun):
    model, pairs, thing = MERGES[noun], PAIRS[noun], MAKE[noun]
    first, second = thing(), thing()
    pairs.objects.create(first=first, second=second, created_by=curator)

    with acting_as(curator), raw.refused(f"{noun}s_found_different_stay_apart"):
        model.objects.create(source=second, target=first, reason="x", created_by=curator)


@NOUNS
def test_a_pair_is_stored_once_and_of_two(curator, noun):
    pairs, first, second = PAIRS[noun], MAKE[noun](), MAKE[noun]()
    pairs.objects.create(first=first, second=second, created_by=curator)

    with raw.refused(f"{noun}s_are_told_apart_once"):
        pairs.objects.create(first=first, second=second, created_by=curator)
    with raw.refused(f"{noun}_differs_from_another"):
        pairs.objects.create(first=second, second=first, created_by=curator)


def test_claims_that_stand_merged_are_not_told_apart(merged, curator):
    with raw.refused("claims_told_apart_do_not_stand_merged"):
        ClaimPair.objects.create(first=merged.source, second=merged.target, created_by=curator)


def test_a_claim_is_not_merged_with_what_it_is_split_into(curator):
    whole, one, other = (make.claim() for _ in range(3))
    open_split(whole, [one, other], by=curator, reason="Two things.")

    for ends in ({"source": one, "target": whole}, {"source": whole, "target": one}):
        with (
            acting_as(curator),
            raw.refused("claim_is_not_merged_with_what_it_is_split_into"),
        ):
            ClaimMerge.objects.create(**ends, reason="x", created_by=curator)


def test_a_pair_leaves_its_history_when_it_is_taken_back(curator):
    pair = ClaimPair.objects.create(first=make.claim(), second=make.claim(), created_by=curator)

    with acting_as(curator):
        raw.execute(raw.delete(pair))

    assert last_act(pair)["by"] == curator.pk


# The record stays.


@pytest.mark.parametrize("change", [{"reason": "else"}, {"made_at": "2001-01-01"}])
def test_the_record_of_a_merge_never_changes(merged, curator, change):
    with acting_as(curator), raw.refused("claim_merge_is_only_undone"):
        raw.execute(raw.update(merged, **change))


def test_the_record_of_a_merge_is_never_deleted(merged, merged_agents):
    with raw.refused("claim_merge_is_never_deleted"):
        raw.execute(raw.delete(merged))
    with raw.refused("agent_merge_is_never_deleted"):
        raw.execute(raw.delete(merged_agents))


def test_a_claim_is_merged_once_at_a_time(merged, curator):
    with acting_as(curator), raw.refused("claim_is_merged_once"):
        ClaimMerge.objects.create(
            source=merged.source, target=make.claim(), reason="x", created_by=curator
        )


def test_what_is_undone_says_by_whom(merged, curator):
    with acting_as(curator), raw.refused("claim_merge_is_only_undone"):
        raw.execute(raw.update(merged, undone_at="2026-01-01"))


# Agents are merged as claims are: chains are flat.


def test_an_agent_does_not_merge_into_a_merged_one(merged_agents):
    with raw.refused("agent_merges_into_one_that_stands"):
        raw.execute(
            raw.update(make.agent(), status="merged", merged_into_id=merged_agents.source_id)
        )


def test_an_agent_others_became_is_not_merged_before_them(merged_agents):
    with raw.refused("agent_merges_into_one_that_stands"):
        raw.execute(
            raw.update(merged_agents.target, status="merged", merged_into_id=make.agent().pk)
        )


# Broader claims make no circle.


def test_a_claim_is_not_narrower_than_itself_at_any_remove():
    top = make.claim()
    middle = make.claim(broader=top)
    bottom = make.claim(broader=middle)

    with raw.refused("claim_is_not_narrower_than_itself"):
        raw.execute(raw.update(top, broader_id=bottom.pk))


def test_two_claims_hung_below_each_other_at_once_make_no_circle(sessions):
    one, two = make.claim(), make.claim()
    first, second = sessions()

    first.run(raw.update(one, broader_id=two.pk))
    hanging = second.start(raw.update(two, broader_id=one.pk))
    second.await_waiting()
    first.commit()

    with raw.refused("claim_is_not_narrower_than_itself"):
        hanging.result(raw.LONGEST_WAIT)


def test_a_tag_made_while_its_claim_is_merged_waits_and_is_refused(sessions, tag, reviewer):
    claim, target = make.claim(), make.claim()
    first, second = sessions(reviewer)

    first.run(raw.update(claim, status="merged", merged_into_id=target.pk))
    tagging = second.start(raw.insert_like(tag, claim_id=claim.pk))
    second.await_waiting()
    first.commit()

    with raw.refused("tag_claim_is_open"):
        tagging.result(raw.LONGEST_WAIT)


# A link that a merge of agents made stale comes back with its undo, and not otherwise.


@pytest.fixture
def fallen(reviewer, curator):
    """Return a link that a merge of agents made stale."""
    claim = make.claim()
    one, other = (make.tag(claim=claim, by=reviewer) for _ in range(2))
    link = make.link(one, other, "corroborates", by=reviewer)
    merge_agents(one.asserted_by, other.asserted_by, by=curator, reason="The same.")
    return type(link).objects.get(pk=link.pk)


def test_a_link_does_not_come_back_without_an_undo(fallen, curator_elsewhere):
    with (
        acting_as(curator_elsewhere),
        raw.refused("link_is_changed_by_its_author_or_a_curator"),
    ):
        raw.execute(raw.update(fallen, status="submitted", status_before=""))

"""Counting in the database: the seeds, who sees what, and what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotate.models import Claim, TagStatus
from annotate.queries.counts import counts_of
from corpus.models import Agent
from corpus.models.agent import AgentStatus
from tests import make


def counted(claim, reader):
    return counts_of([claim.pk], reader=reader)[claim.pk]


def numbers(claim, reader):
    """Return how many say so themselves, are said to, attest it and deny it."""
    found = counted(claim, reader)
    return tuple(
        len(groups)
        for groups in (found.own_words, found.said_to_hold, found.attested, found.denied)
    )


def names(groups):
    known = dict(Agent.objects.values_list("pk", "name"))
    return sorted(sorted(known[agent] for agent in group.agents) for group in groups)


# The seeds.


def test_all_claims_of_the_seeds_are_counted_as_worked_by_hand(seeds, reader):
    claims = {claim.pk: claim.public_id for claim in Claim.objects.all()}

    found = counts_of(claims, reader=reader)

    assert {
        claims[claim]: {
            "affirmed_by": names(count.affirmed),
            "attested_by": names(count.attested),
            "denied_by": names(count.denied),
        }
        for claim, count in found.items()
    } == {key: row["groups"] for key, row in seeds.reference["expected_counts"].items()}


def test_the_questions_of_the_reference_that_need_counting_are_answered(seeds, reader):
    answers = {row["q"]: row["a"] for row in seeds.reference["expected_queries"]}
    claims = {claim.pk: claim.public_id for claim in Claim.objects.order_by("pk")}

    found = {claims[key]: one for key, one in counts_of(claims, reader=reader).items()}

    contested = sorted(claim for claim, one in found.items() if one.contested)
    two_or_more = sorted(claim for claim, one in found.items() if len(one.affirmed) > 1)
    tags = {key: row["tags"] for key, row in seeds.reference["expected_counts"].items()}
    one_source = [
        claim
        for claim, one in found.items()
        if tags[claim] > 1 and len(one.affirmed) == 1 and not one.contested
    ]
    assert contested == answers["Which claims are contested?"]
    assert two_or_more == answers["Which claims have two or more independent affirming sources?"]
    assert sorted(one_source) == answers["Which claims have several tags but one source?"]


def test_the_seeds_await_a_look_at_where_they_come_from(seeds, reader):
    assert counted(seeds.claim("C07"), reader).at_most


# What counts.


def test_a_claim_without_tags_is_counted_too(db, stranger):
    assert numbers(make.claim(), stranger) == (0, 0, 0, 0)


@pytest.mark.parametrize("status", [TagStatus.WITHDRAWN, TagStatus.REJECTED])
def test_a_tag_that_does_not_stand_does_not_count(db, stranger, status):
    tag = make.tag(status=status)

    assert numbers(tag.claim, stranger) == (0, 0, 0, 0)
    assert counted(tag.claim, stranger).second_looks == 0


def test_a_stale_tag_needs_a_second_look_instead(db, stranger):
    tag = make.tag(status=TagStatus.STALE)

    assert numbers(tag.claim, stranger) == (0, 0, 0, 0)
    assert counted(tag.claim, stranger).second_looks == 1


def test_a_tag_with_an_unanswered_objection_needs_a_second_look_instead(db, stranger):
    tag = make.tag()
    make.remark(tag, "disagree", "The quote says the opposite.")

    assert numbers(tag.claim, stranger) == (0, 0, 0, 0)
    assert counted(tag.claim, stranger).second_looks == 1


@pytest.mark.parametrize("kind", ["question", "note", "agree"])
def test_other_remarks_change_nothing(db, stranger, kind):
    tag = make.tag()
    make.remark(tag, kind)

    assert numbers(tag.claim, stranger) == (1, 0, 0, 0)


@pytest.mark.parametrize("stance", ["denies", "attributes"])
def test_words_that_two_people_read_differently_need_a_second_look(
    seeds, reviewer, colleague, stance
):
    claim, place = make.claim(), make.passage(seeds.statement, 6)
    make.tag(place, claim=claim, by=reviewer)
    make.tag(place, claim=claim, stance=stance, by=colleague)

    assert numbers(claim, reviewer) == (0, 0, 0, 0)
    assert counted(claim, reviewer).second_looks == 2


def test_words_that_two_people_read_alike_count_once(seeds, reviewer, colleague):
    claim, place = make.claim(), make.passage(seeds.statement, 6)
    make.tag(place, claim=claim, by=reviewer)
    make.tag(place, claim=claim, by=colleague)

    assert numbers(claim, reviewer) == (1, 0, 0, 0)


def test_one_quote_given_to_two_voices_is_a_dispute_and_no_two_sources(
    collection, reviewer, colleague, stranger
):
    document = make.document(collection=collection)
    tag = make.tag(document, by=reviewer)
    make.tag(document, claim=tag.claim, asserted_by=make.agent(), by=colleague)

    assert numbers(tag.claim, stranger) == (0, 0, 0, 0)
    assert counted(tag.claim, stranger).second_looks == 2


def test_one_persons_two_holders_in_one_sentence_are_no_dispute(seeds, reviewer):
    claim, place = make.claim(), make.passage(seeds.statement, 6)
    make.tag(place, claim=claim, stance="attributes", by=reviewer)
    make.tag(place, claim=claim, stance="attributes", by=reviewer)

    assert numbers(claim, reviewer) == (0, 2, 1, 0)


def test_a_proposed_agent_is_not_counted_until_it_is_confirmed(db, stranger):
    spelling = make.agent("USA", status=AgentStatus.PROPOSED)
    tag = make.tag(make.document(author=spelling))

    assert numbers(tag.claim, stranger) == (0, 0, 0, 0)
    assert counted(tag.claim, stranger).unconfirmed == (spelling.pk,)

    Agent.objects.filter(pk=spelling.pk).update(status=AgentStatus.ACTIVE)
    assert numbers(tag.claim, stranger) == (1, 0, 0, 0)


def test_a_reviewed_provenance_makes_the_numbers_exact(db, stranger):
    tag = make.tag(make.document(provenance_reviewed=True))

    assert not counted(tag.claim, stranger).at_most


# What joins.


@pytest.mark.parametrize("tie", ["acts_for", "independence_parent"])
def test_two_of_one_body_are_one_source(db, stranger, tie):
    claim, body = make.claim(), make.agent()
    for _number in range(2):
        make.tag(make.document(author=make.agent("", by=None, **{tie: body})), claim=claim)

    assert numbers(claim, stranger) == (1, 0, 0, 0)


def test_a_group_and_its_members_are_one_source(db, stranger):
    claim, group, member = make.claim(), make.agent(), make.agent()
    group.members.add(member)
    make.tag(make.document(author=group), claim=claim)
    make.tag(make.document(author=member), claim=claim)

    assert numbers(claim, stranger) == (1, 0, 0, 0)


def test_a_merged_agent_is_one_with_what_it_became(db, stranger):
    claim, state = make.claim(), make.agent()
    spelling = make.agent()
    make.tag(make.document(author=state), claim=claim)
    make.tag(make.document(author=spelling), claim=claim)

    Agent.objects.filter(pk=spelling.pk).update(status="merged", merged_into=state)

    assert numbers(claim, stranger) == (1, 0, 0, 0)


@pytest.fixture
def two(db):
    """Return two tags by two voices on one claim."""
    claim = make.claim()
    return make.tag(claim=claim), make.tag(claim=claim)


def test_a_document_copied_from_another_is_no_second_source(two, stranger):
    report, reprint = (tag.passage.text_version.document for tag in two)

    make.source(reprint, report)

    assert numbers(two[0].claim, stranger) == (1, 0, 0, 0)


def test_documents_copied_from_one_that_is_copied_are_one_source(two, stranger):
    first, second = (tag.passage.text_version.document for tag in two)
    wire, origin = make.document(), make.document()

    make.source(first, origin)
    make.source(wire, origin)
    make.source(second, wire)

    assert numbers(two[0].claim, stranger) == (1, 0, 0, 0)


def test_a_passages_source_sets_aside_that_of_its_document(two, stranger):
    report, reprint = (tag.passage.text_version.document for tag in two)
    make.source(reprint, report)

    make.source(two[1].passage, make.document())

    assert numbers(two[0].claim, stranger) == (2, 0, 0, 0)


def test_a_tags_source_sets_aside_that_of_its_passage(two, stranger):
    report, _reprint = (tag.passage.text_version.document for tag in two)
    make.source(two[1].passage, report)
    assert numbers(two[0].claim, stranger) == (1, 0, 0, 0)

    make.source(two[1], make.document())

    assert numbers(two[0].claim, stranger) == (2, 0, 0, 0)


# Who sees what (I20).


def test_a_member_counts_what_a_stranger_cannot_see(db, closed, insider, stranger):
    claim = make.claim()
    make.tag(claim=claim)
    make.tag(make.document(collection=closed), claim=claim)

    assert numbers(claim, insider) == (2, 0, 0, 0)
    assert numbers(claim, stranger) == (1, 0, 0, 0)


def test_a_hidden_source_joins_nobody_for_a_stranger(two, closed, insider, stranger):
    report = make.document(collection=closed)
    for tag in two:
        make.source(tag.passage.text_version.document, report)

    assert numbers(two[0].claim, insider) == (1, 0, 0, 0)
    assert numbers(two[0].claim, stranger) == (2, 0, 0, 0)


def test_what_stands_behind_a_hidden_document_joins_nobody_for_a_stranger(
    two, closed, insider, stranger
):
    hidden, origin = make.document(collection=closed), make.document()
    make.source(hidden, origin)
    make.source(two[0], hidden)
    make.source(two[1], origin)

    assert numbers(two[0].claim, insider) == (1, 0, 0, 0)
    assert numbers(two[0].claim, stranger) == (2, 0, 0, 0)


def test_a_hidden_body_joins_nobody_for_a_stranger(db, closed, insider, stranger):
    cell, claim = make.agent(home=closed), make.claim()
    for _number in range(2):
        make.tag(make.document(author=make.agent(independence_parent=cell)), claim=claim)

    assert numbers(claim, insider) == (1, 0, 0, 0)
    assert numbers(claim, stranger) == (2, 0, 0, 0)


def test_the_operator_counts_everything(db, closed):
    claim = make.claim()
    make.tag(make.document(collection=closed), claim=claim)

    assert numbers(claim, None) == (1, 0, 0, 0)


# What it costs.


def test_fifty_claims_cost_as_many_queries_as_one(seeds, reader):
    claims = list(Claim.objects.values_list("pk", flat=True))
    claims += [make.tag(seeds.report).claim_id for _number in range(50 - len(claims))]

    with CaptureQueriesContext(connection) as for_one:
        counts_of(claims[:1], reader=reader)
    with CaptureQueriesContext(connection) as for_fifty:
        counts_of(claims, reader=reader)

    assert len(claims) == 50
    assert len(for_fifty) == len(for_one) == 12

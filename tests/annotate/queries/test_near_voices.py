"""Beside a number stands who in it may be one agent under two names."""

import pytest

from annotate.actions.joins import join_agents
from annotate.actions.pairs import tell_agents_apart
from annotate.codebook.agent_merges import merge_agents
from annotate.models import Claim
from annotate.queries.sources import sources_of
from tests import make
from tests.annotate.codebook.test_claim_merges import again


@pytest.fixture
def claim(db):
    return make.claim("builds camps")


@pytest.fixture
def say(claim, collection, reviewer):
    """Return what lets an agent of this name say so in a document of its own."""

    def says(name, **more):
        agent = make.agent(name, **more.pop("agent", {}))
        document = make.document(collection=collection, author=agent)
        make.tag(document, claim=claim, by=reviewer, **more)
        return agent

    return says


def alike(claim, reader):
    return [{one.name, other.name} for one, other in sources_of(claim, reader=reader).alike]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Human Rights Council", "The Human Rights Council"),
        ("Shanghai Cooperation Organization", "Shanghai Cooperation Organisation"),
        ("Shanghai Cooperation Organization", "SCO"),
        ("Министерство иностранных дел", "Министерство иностранных дел РФ"),
        ("上海合作组织", "上海合作组织秘书处"),
    ],
)
def test_two_spellings_are_pointed_out(claim, say, reader, one, other):
    say(one)
    say(other)

    assert alike(claim, reader) == [{one, other}]


def test_another_name_counts_as_well_as_the_first(claim, say, reader):
    say("United States", agent={"aliases": ["United States of America"]})
    say("The United States of America")

    assert len(alike(claim, reader)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("United States", "Russian Federation"), ("Amnesty International", "UN General Assembly")],
)
def test_two_of_other_names_are_not(claim, say, reader, one, other):
    say(one)
    say(other)

    assert alike(claim, reader) == []


def test_one_who_says_so_and_one_who_says_not_are_no_two_sources(claim, say, reader):
    say("Human Rights Council")
    say("The Human Rights Council", stance="denies")

    assert alike(claim, reader) == []


def test_two_that_count_as_one_are_no_two_sources(claim, say, reader, curator):
    one, other = say("Human Rights Council"), say("The Human Rights Council")

    join_agents(one, other, by=curator, reason="One owner.")

    assert alike(claim, reader) == []


def test_two_that_were_told_apart_stay_so(claim, say, reader, curator):
    one, other = say("Human Rights Council"), say("The Human Rights Council")
    third = make.agent("UNHRC")
    tell_agents_apart(one, third, by=curator)

    merge_agents(again(third), again(other), by=curator, reason="The same.")

    assert alike(claim, reader) == []


def test_the_claim_page_says_so_and_leads_a_curator_to_the_merge(claim, say, reader, curator):
    one, other = say("Human Rights Council"), say("The Human Rights Council")
    where = f"/claims/{claim.public_id}/"

    page = make.browser(reader).get(where).content.decode()
    theirs = make.browser(curator).get(where).content.decode()

    merging = f"/agents/{one.pk}/merge/?into={other.pk}"
    assert "count as two, but may be the same" in page
    assert merging not in page
    assert merging in theirs


def test_nobody_hears_of_an_agent_of_a_closed_collection(claim, say, closed, insider, stranger):
    say("Zebra Watch")
    hidden = make.agent("The Zebra Watch", home=closed)
    make.tag(make.document(collection=closed, author=hidden), claim=claim, by=insider)

    assert alike(claim, stranger) == []
    assert len(alike(claim, insider)) == 1


def test_no_two_agents_of_the_seeds_are_taken_for_one(seeds, reader):
    found = {claim.public_id: alike(claim, reader) for claim in Claim.objects.all()}

    assert len(found) == len(seeds.reference["expected_counts"])
    assert not any(found.values())

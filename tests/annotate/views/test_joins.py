"""Two agents that a curator says are not independent count as one source, where that is known."""

import pytest
from django.core.exceptions import ValidationError

from annotate.actions.joins import join_agents, part_agents
from annotate.codebook.agent_merges import merge_agents, undo_agent_merge
from annotate.models import AgentJoin
from annotate.queries.counts import counts_of
from annotate.queries.joins import joins_of
from corpus.history import history
from tests import make, raw
from tests.acts import last_act
from tests.annotate.codebook.test_claim_merges import again, state

WHY = "The one owns the other."


@pytest.fixture
def claim(db):
    return make.claim("builds camps")


@pytest.fixture
def outlets(collection, claim, reviewer):
    """Two outlets that each say so in a document of their own."""
    found = [make.agent(f"{name} Post", kind="media") for name in ("Morning", "Evening")]
    for outlet in found:
        make.tag(make.document(collection=collection, author=outlet), claim=claim, by=reviewer)
    return found


def acting_as(person):
    return history(by=person, action="raw")


def sources(claim, reader):
    return len(counts_of([claim.pk], reader=reader)[claim.pk].own_words)


def reasons(claim, reader):
    groups = counts_of([claim.pk], reader=reader)[claim.pk].own_words
    return [(step.kind, step.reason) for group in groups for step in group.steps]


def address(agent, act=""):
    return f"/agents/{agent.pk}/joined/{act}"


# Counting.


def test_two_that_are_joined_count_once_and_the_reason_is_kept(claim, outlets, curator, reader):
    assert sources(claim, reader) == 2

    join_agents(*outlets, by=curator, reason=WHY)

    assert sources(claim, reader) == 1
    assert reasons(claim, reader) == [("joined", WHY)]


def test_taken_back_they_count_apart_again(claim, outlets, curator, reader):
    join = join_agents(*outlets, by=curator, reason=WHY)

    part_agents(AgentJoin.objects.get(), by=curator)

    assert sources(claim, reader) == 2
    assert last_act(join)["action"] == "part_agents"


def test_who_is_joined_with_a_third_is_one_with_the_other(claim, outlets, curator, reader):
    owner = make.agent("Press Holding", kind="company")

    for outlet in outlets:
        join_agents(outlet, owner, by=curator, reason=WHY)

    assert sources(claim, reader) == 1


def test_a_join_known_in_a_closed_collection_counts_for_its_members_only(
    claim, outlets, closed, curator_elsewhere, reader
):
    join_agents(*outlets, by=curator_elsewhere, reason="A witness said so.", home=closed)

    assert sources(claim, curator_elsewhere) == 1
    assert sources(claim, reader) == 2


def test_a_join_follows_an_agent_that_turns_out_to_be_another(
    claim, outlets, curator, reader, collection, reviewer
):
    morning, evening = outlets
    alias = make.agent("Morning Post Online")
    join_agents(alias, evening, by=curator, reason=WHY)
    assert sources(claim, reader) == 2

    merge = merge_agents(again(alias), again(morning), by=curator, reason="Its web site.")
    assert sources(claim, reader) == 1

    undo_agent_merge(merge, by=curator)
    assert sources(claim, reader) == 2
    assert {AgentJoin.objects.get().first, AgentJoin.objects.get().second} == {alias, evening}


def joined(agent, reader):
    return [(one.other, one.join.reason) for one in joins_of(again(agent), reader=reader)]


def test_two_that_are_joined_can_turn_out_to_be_one_and_be_taken_apart(outlets, curator):
    join_agents(*outlets, by=curator, reason=WHY)

    merge = merge_agents(again(outlets[0]), again(outlets[1]), by=curator, reason="The same.")
    assert joined(outlets[1], curator) == []

    undo_agent_merge(merge, by=curator)
    assert joined(outlets[1], curator) == [(outlets[0], WHY)]


def test_a_join_is_shown_with_what_either_became_and_taken_back_there(outlets, curator):
    morning, evening = outlets
    holding = make.agent("Press Holding")
    made = join_agents(morning, holding, by=curator, reason=WHY)
    merge_agents(again(morning), again(evening), by=curator, reason="The same.")
    assert joined(evening, curator) == [(holding, WHY)]
    assert joined(holding, curator) == [(evening, WHY)]

    make.browser(curator).post(address(evening, "forget/"), {"join": made.pk})

    assert not AgentJoin.objects.exists()


def test_a_join_is_the_same_after_any_merges(outlets, curator):
    morning, evening = outlets
    join = join_agents(morning, make.agent("Press Holding"), by=curator, reason=WHY)
    before = state(AgentJoin)
    first = merge_agents(again(morning), again(evening), by=curator, reason="The same.")
    second = merge_agents(again(join.second), again(evening), by=curator, reason="The same.")
    assert joined(evening, curator) == []

    undo_agent_merge(second, by=curator)
    undo_agent_merge(first, by=curator)

    assert state(AgentJoin) == before


# The pages.


def test_a_curator_joins_two_and_takes_it_back(claim, outlets, curator, reader):
    morning, evening = outlets
    client = make.browser(curator)
    form = client.get(f"{address(morning)}?other={evening.pk}")
    assert "builds camps" in form.content.decode()

    answer = client.post(address(morning), {"other": evening.pk, "reason": WHY, "home": ""})

    assert answer.status_code == 303
    assert WHY in client.get(f"/agents/{evening.pk}/").content.decode()
    assert WHY in make.browser(reader).get(f"/claims/{claim.public_id}/").content.decode()
    client.post(address(morning, "forget/"), {"join": AgentJoin.objects.get().pk})
    assert sources(claim, reader) == 2


def test_htmx_is_led_back_to_the_agent(outlets, curator):
    client = make.browser(curator, htmx=True)

    answer = client.post(address(outlets[0]), {"other": outlets[1].pk, "reason": WHY})

    assert answer.status_code == 204
    assert answer["HX-Redirect"].startswith(f"/agents/{outlets[0].pk}/")


@pytest.mark.parametrize("reason", ["", "  ", "x" * 301])
def test_without_a_good_reason_the_form_comes_back(outlets, curator, reason):
    client = make.browser(curator, htmx=True)

    answer = client.post(address(outlets[0]), {"other": outlets[1].pk, "reason": reason})

    assert answer.status_code == 422
    assert "<html" not in answer.content.decode()
    assert not AgentJoin.objects.exists()


def test_said_twice_it_is_answered_with_a_sentence(outlets, curator):
    client = make.browser(curator)
    sent = {"other": outlets[1].pk, "reason": WHY}
    client.post(address(outlets[0]), sent)

    answer = client.post(address(outlets[0]), sent)

    assert answer.status_code == 422
    assert "already count as one source" in answer.content.decode()


def test_the_other_one_is_found_by_name(outlets, curator):
    answer = make.browser(curator).get(f"{address(outlets[0])}?q=evening post")

    assert answer.context["found"] == [outlets[1]]


@pytest.mark.parametrize("who", ["reviewer", "reader", "stranger", "insider"])
def test_only_curators_get_there(outlets, request, who):
    client = make.browser(request.getfixturevalue(who))

    sent = {"other": outlets[1].pk, "reason": WHY}

    assert client.post(address(outlets[0]), sent).status_code == 404
    assert client.post(address(outlets[0], "forget/"), {"join": 1}).status_code == 404
    assert not AgentJoin.objects.exists()


def test_what_is_known_in_a_closed_collection_is_not_told_outside(
    outlets, closed, curator, curator_elsewhere
):
    join = join_agents(*outlets, by=curator_elsewhere, reason="A witness said so.", home=closed)
    client = make.browser(curator)

    assert "A witness" not in client.get(f"/agents/{outlets[0].pk}/").content.decode()
    forgotten = client.post(address(outlets[0], "forget/"), {"join": join.pk})
    assert forgotten.status_code == 404
    theirs = make.browser(curator_elsewhere).get(f"/agents/{outlets[0].pk}/").content.decode()
    assert "A witness" in theirs


def test_an_agent_of_a_closed_collection_is_joined_there_only(closed, curator_elsewhere, outlets):
    hidden = make.agent("Zebra", home=closed)

    with pytest.raises(ValidationError, match="choose that collection"):
        join_agents(hidden, outlets[0], by=curator_elsewhere, reason=WHY)

    join_agents(hidden, outlets[0], by=curator_elsewhere, reason=WHY, home=closed)


# Whatever writes.


def test_a_join_is_of_two_with_a_reason_and_once(outlets, curator):
    first, second = outlets
    with acting_as(curator):
        join = AgentJoin.objects.create(first=first, second=second, reason=WHY, created_by=curator)
        with raw.refused("agents_are_joined_once"):
            raw.execute(raw.insert_like(join))
        with raw.refused("agent_is_joined_with_another"):
            raw.execute(raw.update(join, first_id=second.pk, second_id=first.pk))
        with raw.refused("join_says_why"):
            AgentJoin.objects.create(
                first=first, second=make.agent(), reason="", created_by=curator
            )
        with raw.refused("join_keeps_its_reason"):
            raw.execute(raw.update(join, reason="Another one."))


@pytest.mark.parametrize("who", ["reviewer", "stranger"])
def test_nobody_but_a_curator_writes_or_removes_a_join(outlets, curator, request, who):
    join = join_agents(*outlets, by=curator, reason=WHY)

    with acting_as(request.getfixturevalue(who)):
        with raw.refused("agents_are_joined_by_their_curator"):
            raw.execute(raw.delete(join))
        with raw.refused("agents_are_joined_by_their_curator"):
            AgentJoin.objects.create(
                first=outlets[0], second=make.agent(), reason=WHY, created_by=curator
            )


def test_a_curator_elsewhere_does_not_touch_what_a_closed_collection_knows(
    outlets, closed, curator, curator_elsewhere
):
    join = join_agents(*outlets, by=curator_elsewhere, reason=WHY, home=closed)

    with acting_as(curator), raw.refused("agents_are_joined_by_their_curator"):
        raw.execute(raw.delete(join))

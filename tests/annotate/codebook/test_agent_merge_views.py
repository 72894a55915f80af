"""The pages on which curators merge agents, take them apart and tell them apart."""

import pytest
from django.core.exceptions import ValidationError

from annotate.actions.agents import resolve_agent
from annotate.codebook.agent_merges import merge_agents
from annotate.counting.independence import Statement, Ties, count
from annotate.models import AgentPair, Tag
from tests import make
from tests.annotate.codebook.test_claim_merges import again

WHY = "It is the same State."


@pytest.fixture
def usa(collection, reviewer):
    """Return a proposed agent with a document and a tag of its own."""
    made = make.agent("United States of America", status="proposed", aliases=["USA"])
    make.tag(make.document(collection=collection, author=made), "The State", by=reviewer)
    return made


@pytest.fixture
def united_states(collection):
    return make.agent("United States")


def address(agent, act="merge"):
    return f"/agents/{agent.pk}/{act}/"


def sent(client, source, target, **more):
    form = client.get(f"{address(source)}?into={target.pk}").context["form"]
    return {"into": target.pk, "seen": form["seen"].value(), "reason": WHY} | more


def merge(source, target, by):
    return merge_agents(again(source), again(target), by=by, reason=WHY)


def test_the_preview_says_what_would_change(usa, united_states, curator, reviewer):
    document = make.document(author=usa, title="Remarks at the Council")
    make.tag(document, stance="rejects", held_by=united_states, by=reviewer)

    page = make.browser(curator).get(f"{address(usa)}?into={united_states.pk}").content.decode()

    assert "2 tags that you can see will name United States instead" in page
    assert "Remarks at the Council" in page
    assert "need a second look" in page
    assert "USA" in page


def test_the_preview_says_that_a_new_agent_is_confirmed(usa, united_states, curator):
    where = f"{address(united_states)}?into={usa.pk}"

    page = make.browser(curator).get(where).content.decode()

    assert "United States of America is new; this merge confirms it, so that it counts." in page


def test_merging_leads_to_the_target_and_so_does_the_old_address(
    usa, united_states, curator, reader
):
    client = make.browser(curator)

    answer = client.post(address(usa), sent(client, usa, united_states))

    assert (answer.status_code, answer.url) == (303, f"/agents/{united_states.pk}/")
    old = make.browser(reader).get(f"/agents/{usa.pk}/")
    assert (old.status_code, old.url) == (301, f"/agents/{united_states.pk}/")
    assert old["Cache-Control"] == "no-cache"


def test_htmx_is_led_to_the_target(usa, united_states, curator):
    client = make.browser(curator, htmx=True)

    answer = client.post(address(usa), sent(client, usa, united_states))

    assert (answer.status_code, answer["HX-Redirect"]) == (204, f"/agents/{united_states.pk}/")


def test_a_merge_without_a_reason_comes_back(usa, united_states, curator):
    client = make.browser(curator, htmx=True)

    answer = client.post(address(usa), sent(client, usa, united_states, reason=" "))

    assert answer.status_code == 422
    assert "<html" not in answer.content.decode()
    assert again(usa).status == "proposed"


def test_what_changed_since_the_preview_is_looked_at_again(usa, united_states, curator, reviewer):
    client = make.browser(curator)
    form = sent(client, usa, united_states)
    make.tag(make.document(author=usa), by=reviewer)

    answer = client.post(address(usa), form)

    assert answer.status_code == 409
    assert WHY in answer.content.decode()
    seen = answer.context["form"]["seen"].value()
    assert client.post(address(usa), form | {"seen": seen}).status_code == 303


@pytest.mark.parametrize("act", ["merge", "unmerge", "apart", "apart/forget"])
@pytest.mark.parametrize("who", ["reviewer", "reader", "stranger", "insider"])
def test_only_curators_get_there(usa, united_states, request, who, act):
    client = make.browser(request.getfixturevalue(who))

    answer = client.post(address(usa, act), {"into": united_states.pk, "other": united_states.pk})

    assert answer.status_code == 404
    assert not AgentPair.objects.exists()


@pytest.mark.parametrize("act", ["unmerge", "apart", "apart/forget"])
def test_acts_are_not_fetched(usa, curator, act):
    assert make.browser(curator).get(address(usa, act)).status_code == 405


@pytest.mark.parametrize("into", ["0", "nonsense", "self"])
def test_there_is_nobody_else_to_merge_into(usa, curator, into):
    into = usa.pk if into == "self" else into

    assert make.browser(curator).get(f"{address(usa)}?into={into}").status_code == 404


def test_the_other_one_is_found_by_name(usa, united_states, curator):
    answer = make.browser(curator).get(f"{address(usa)}?q=united states")

    assert united_states in answer.context["near"]


def test_the_merge_is_undone_from_the_targets_page(usa, united_states, curator):
    merge(usa, united_states, curator)
    client = make.browser(curator)
    assert WHY in client.get(f"/agents/{united_states.pk}/").content.decode()

    answer = client.post(address(usa, "unmerge"))

    assert answer.url == f"/agents/{usa.pk}/"
    assert client.get(answer.url).status_code == 200


def test_an_agent_like_it_is_pointed_out_to_curators_only(usa, united_states, curator, reviewer):
    where = f"/agents/{usa.pk}/"

    assert make.browser(curator).get(where).context["register"].near == [united_states]
    assert make.browser(reviewer).get(where).context["register"].near == []


def test_who_is_not_the_same_is_not_pointed_out_and_not_merged(usa, united_states, curator):
    client = make.browser(curator)
    form = sent(client, usa, united_states)

    client.post(address(united_states, "apart"), {"other": usa.pk})

    assert client.get(f"/agents/{usa.pk}/").context["register"].near == []
    assert client.post(address(usa), form).status_code == 422
    client.post(address(usa, "apart/forget"), {"pair": AgentPair.objects.get().pk})
    assert client.post(address(usa), form).status_code == 303


def test_a_hidden_agent_is_not_told_of(united_states, closed, curator_elsewhere, curator):
    hidden = make.agent("Zebra", home=closed)
    merge(hidden, united_states, curator_elsewhere)
    where = f"/agents/{united_states.pk}/"

    assert "Zebra" not in make.browser(curator).get(where).content.decode()
    assert "Zebra" in make.browser(curator_elsewhere).get(where).content.decode()


def test_hidden_tags_are_not_counted_in_the_preview(usa, united_states, curator, closed, insider):
    make.tag(make.document(collection=closed, author=usa), by=insider)

    page = make.browser(curator).get(f"{address(usa)}?into={united_states.pk}")

    assert page.context["preview"].tags == 1


def test_who_types_the_old_name_means_the_new_one(
    usa, united_states, curator, reviewer, collection
):
    merge(usa, united_states, curator)

    found = resolve_agent("", "united states of america", by=reviewer, collection=collection)

    assert found == united_states


def test_a_collections_own_old_name_means_the_new_one_there(
    united_states, closed, curator_elsewhere, insider
):
    merge(make.agent("Zebra", home=closed), united_states, curator_elsewhere)

    assert resolve_agent("", "Zebra", by=insider, collection=closed) == united_states


def test_a_new_name_beside_a_known_one_warns(united_states, reviewer, collection):
    with pytest.raises(ValidationError, match="may be one of these"):
        resolve_agent("", "United States of A", by=reviewer, collection=collection)


def test_a_name_proposed_beside_a_known_one_raises_no_count_before_or_after_the_merge(
    usa, united_states, curator, reviewer, collection
):
    claim = Tag.objects.get().claim
    make.tag(make.document(collection=collection, author=united_states), claim=claim, by=reviewer)

    def own_words():
        tags = Tag.objects.filter(claim=claim)
        said = [Statement(t.pk, t.stance, t.asserted_by_id, None, None, t.passage_id) for t in tags]
        return len(count(said, Ties(proposed=frozenset({usa.pk}))).own_words)

    assert own_words() == 1
    merge(usa, united_states, curator)
    assert own_words() == 1


def test_the_preview_takes_no_more_queries_for_more_tags(
    usa, united_states, curator, reviewer, collection, count_queries
):
    client, where = make.browser(curator), f"{address(usa)}?into={united_states.pk}"
    document = make.document(collection=collection, author=usa)
    make.tag(document, "State", by=reviewer, stance="rejects", held_by=united_states)
    before = count_queries(client, where)
    [
        make.tag(document, word, by=reviewer, stance="rejects", held_by=united_states)
        for word in ("does", "things", "terrorism")
    ]

    assert count_queries(client, where) == before


def test_the_page_takes_no_more_queries_for_more_merges(united_states, curator, count_queries):
    client, where = make.browser(curator), f"/agents/{united_states.pk}/"
    merge(make.agent("zz"), united_states, curator)
    before = count_queries(client, where)
    merge(make.agent("yy"), united_states, curator)
    merge(make.agent("xx"), united_states, curator)

    assert count_queries(client, where) == before

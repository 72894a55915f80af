"""Agents: finding one, naming a new one, and the pages."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from annotate.actions.agents import resolve_agent
from annotate.queries.agent_finder import find_agents, near_same_agents
from corpus.models import Agent
from tests import make


@pytest.fixture
def found(seeds, reviewer):
    """Return the names a search among the seeds' agents finds, the likeliest first."""

    def search(query):
        agents = find_agents(query, reader=reviewer, collection_id=seeds.collection.pk)
        return [agent.name for agent in agents]

    return search


@pytest.fixture
def resolve(seeds, reviewer):
    """Return what finds or proposes an agent in the seeds' collection."""

    def act(value="", name="", **options):
        return resolve_agent(value, name, by=reviewer, collection=seeds.collection, **options)

    return act


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("united", "United States"),
        ("USA", "United States"),
        ("u.s.", "United States"),
        ("sco", "Shanghai Cooperation Organization"),
        ("S.C.O.", "Shanghai Cooperation Organization"),
        ("cooperation", "Shanghai Cooperation Organization"),
        ("UNGA", "UN General Assembly"),
        ("heartny", "Edward Heartney"),
    ],
)
def test_an_agent_is_found_by_any_of_its_names(found, query, first):
    assert found(query)[0] == first


def test_nothing_typed_offers_who_was_named_last(found):
    assert "Human Rights in China" in found("")[:2]


def test_an_agent_of_another_collection_is_not_found(found, closed):
    make.agent("Zymurgist", home=closed)

    assert found("zymurg") == []


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("USA", "United States"),
        ("UN Secretary General", "UN Secretary-General"),
        ("United Nations General Assembly", "UN General Assembly"),
        ("Shanghai Cooperation Organisation", "Shanghai Cooperation Organization"),
        ("SCO", "Shanghai Cooperation Organization"),
        ("S.C.O.", "Shanghai Cooperation Organization"),
    ],
)
def test_another_spelling_is_near_the_same(seeds, reviewer, name, near):
    agents = near_same_agents(name, reviewer, seeds.collection.pk)

    assert agents[0].name == near


@pytest.mark.parametrize("name", ["United Kingdom", "China", "Human Rights Watch", "Россия"])
def test_another_agent_is_not_near_the_same(seeds, reviewer, name):
    assert near_same_agents(name, reviewer, seeds.collection.pk) == []


def test_an_acronym_is_near_what_it_stands_for(seeds, reviewer):
    make.agent("OSCE")
    name = "Organization for Security and Co-operation in Europe"

    near = near_same_agents(name, reviewer, seeds.collection.pk)

    assert [agent.name for agent in near] == []
    assert near_same_agents("O.S.C.E", reviewer, seeds.collection.pk)[0].name == "OSCE"


def test_a_chosen_agent_is_taken(resolve):
    agent = Agent.objects.get(name="United States")

    assert resolve(str(agent.pk)) == agent
    assert resolve(agent.pk) == agent


def test_a_name_in_use_means_its_agent(resolve):
    assert resolve(name=" united  states ") == Agent.objects.get(name="United States")


def test_a_new_name_is_proposed(resolve, reviewer):
    agent = resolve(name="Россия")

    assert (agent.name, agent.status, agent.created_by) == ("Россия", "proposed", reviewer)
    assert agent.home is None


def test_a_near_same_name_is_asked_about_first(resolve):
    with pytest.raises(ValidationError, match="United States") as refused:
        resolve(name="USA")

    assert refused.value.code == "near_same"
    assert not Agent.objects.filter(name="USA").exists()
    assert resolve(name="USA", confirmed=True).name == "USA"


@pytest.mark.parametrize("value", ["999999", "-1", "x", "１"])
def test_an_id_that_is_none_is_refused(resolve, value):
    with pytest.raises(ValidationError, match="from the list"):
        resolve(value)


def test_nobody_is_refused(resolve):
    with pytest.raises(ValidationError, match="Choose who it is"):
        resolve()


def test_a_private_agent_can_neither_be_chosen_nor_is_it_named(resolve, closed):
    private = make.agent("United Status", home=closed)

    with pytest.raises(ValidationError):
        resolve(private.pk)
    with pytest.raises(ValidationError) as refused:
        resolve(name="United State")
    assert "United Status" not in str(refused.value)


def test_an_agent_named_in_a_closed_collection_lives_there(closed, insider):
    agent = resolve_agent("", "Witness A", by=insider, collection=closed)

    assert agent.home == closed


# Pages.


def test_the_picker_lists_agents_for_a_document(seeds, reviewer):
    client = make.browser(reviewer, htmx=True)
    address = reverse("find_agents")

    answer = client.get(
        address,
        {"document": seeds.statement.pk, "q": "sco"},
        headers={"HX-Target": "found-holders"},
    )

    agent = Agent.objects.get(name="Shanghai Cooperation Organization")
    assert answer.status_code == 200
    assert f'id="found-holders-{agent.pk}"' in answer.text
    assert f'data-agent="{agent.pk}"' in answer.text
    assert 'data-create="sco"' in answer.text


@pytest.mark.parametrize("query", [{}, {"document": "x"}, {"document": "999999999"}])
def test_the_picker_needs_a_document_one_can_read(seeds, reviewer, query):
    assert make.browser(reviewer).get(reverse("find_agents"), query).status_code == 404


def test_an_agents_page_shows_what_it_said(seeds, reader):
    agent = Agent.objects.get(name="UN Secretary-General")

    answer = make.browser(reader).get(reverse("show_agent", args=[agent.pk]))

    assert "The UN Secretary-General says that" in answer.text
    assert "as quoted by Human Rights in China." in answer.text


def test_a_private_agent_has_no_page_for_others(closed, reader, insider):
    agent = make.agent("Hidden Voice", home=closed)
    address = reverse("show_agent", args=[agent.pk])

    assert make.browser(reader).get(address).status_code == 404
    assert make.browser(insider).get(address).status_code == 200


def test_the_list_names_agents_and_counts_their_words(seeds, reader):
    answer = make.browser(reader).get(reverse("list_agents"), {"q": "china"})

    assert "Human Rights in China" in answer.text
    assert "United States" not in answer.text


def test_words_quoted_in_others_documents_have_a_page(seeds, reader):
    answer = make.browser(reader).get(reverse("list_quoted"))

    assert answer.text.count("as quoted by Human Rights in China.") == 4


@pytest.mark.parametrize("name", ["list_agents", "list_quoted", "find_agents"])
def test_pages_of_agents_take_no_posts(seeds, reader, name):
    assert make.browser(reader).post(reverse(name)).status_code == 405


@pytest.mark.parametrize("name", ["list_agents", "list_quoted"])
def test_the_queries_do_not_grow_with_the_list(seeds, reader, reviewer, name, count_queries):
    client = make.browser(reader)
    before = count_queries(client, reverse(name))
    for number in range(5):
        quoted = make.tag(seeds.report, asserted_by=make.agent(f"New {number}"), by=reviewer)
        make.tag_provision(quoted)

    assert count_queries(client, reverse(name)) == before

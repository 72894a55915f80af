"""What is known only in one collection, tried in raw SQL."""

import pytest

from tests import make, raw
from tests.corpus.invariants import TEXT

pytestmark = pytest.mark.django_db


# Homes: what is known only in one collection is named only there, and shared one way.


@pytest.mark.parametrize("field", ["author_id", "speaker_id", "publisher_id"])
def test_a_document_names_no_agent_of_another_collection(document, closed, field):
    hidden = make.agent(home=closed)

    with raw.refused("document_names_whom_its_collection_may"):
        raw.execute(raw.update(document, **{field: hidden.pk}))


@pytest.mark.parametrize("field", ["voice_id", "speaker_id"])
def test_a_passage_names_no_agent_of_another_collection(paragraph, closed, field):
    hidden = make.agent(home=closed)

    with raw.refused("document_names_whom_its_collection_may"):
        raw.execute(raw.update(paragraph, **{field: hidden.pk}))


def test_a_document_does_not_take_its_agents_to_another_collection(closed, collection):
    document = make.document(TEXT, collection=closed, author=make.agent(home=closed))

    with raw.refused("document_names_whom_its_collection_may"):
        raw.execute(raw.update(document, collection_id=collection.pk))


def test_a_document_does_not_take_its_quoted_agents_to_another_collection(closed, collection):
    document = make.document(TEXT, collection=closed)
    make.describe(make.passage(document, 2), voice=make.agent(home=closed))
    with raw.refused_at_commit("document_names_whom_its_collection_may"):
        raw.execute(raw.update(document, collection_id=collection.pk))


def test_a_document_of_shared_agents_moves(document, closed):
    raw.execute(raw.update(document, collection_id=closed.pk))
    raw.commit()


def test_an_agent_is_shared_but_never_taken_back(closed, collection):
    agent = make.agent(home=closed)

    raw.execute(raw.update(agent, home_id=None))

    for home in (closed, collection):
        with raw.refused("agent_is_shared_one_way"):
            raw.execute(raw.update(agent, home_id=home.pk))


def test_an_agent_does_not_change_its_home(closed, collection):
    with raw.refused("agent_is_shared_one_way"):
        raw.execute(raw.update(make.agent(home=closed), home_id=collection.pk))


def test_the_same_name_may_stand_once_in_each_home(closed):
    make.agent("Kazakhstan")
    make.agent("Kazakhstan", home=closed)

    with raw.refused("agent_name_is_told_apart"):
        make.agent("Kazakhstan")


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("merged_agent_says_into_which", {"status": "merged"}),
        ("agent_has_a_name", {"name": ""}),
        ("agent_kind_is_known", {"kind": "alien"}),
        ("agent_status_is_known", {"status": "lost"}),
    ],
)
def test_an_agent_obeys_its_constraints(db, rule, change):
    with raw.refused(rule):
        raw.execute(raw.update(make.agent(), **change))


@pytest.mark.parametrize("field", ["acts_for_id", "independence_parent_id"])
def test_an_agent_does_not_stand_on_itself(db, field):
    agent = make.agent()

    with raw.refused("agent_does_not_stand_on_itself"):
        raw.execute(raw.update(agent, **{field: agent.pk}))


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("document_has_a_title", {"title": ""}),
        ("document_kind_is_known", {"kind": "poem"}),
        ("document_status_is_known", {"status": "lost"}),
    ],
)
def test_a_document_obeys_its_constraints(document, rule, change):
    with raw.refused(rule):
        raw.execute(raw.update(document, **change))

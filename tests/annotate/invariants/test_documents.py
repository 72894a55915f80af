"""What a tag needs of its document, tried in raw SQL."""

import pytest

from corpus.models import Document
from tests import make, raw
from tests.annotate.invariants import TEXT

pytestmark = pytest.mark.django_db


# I21: a document that is not ready has no live tags.


@pytest.mark.parametrize("status", ["withdrawn", "hidden", "intake"])
def test_a_document_not_ready_has_no_live_tag(tag, document, status):
    with raw.refused_at_commit("document_not_ready_has_no_live_tag"):
        raw.execute(raw.update(document, status=status))


@pytest.mark.parametrize("status", ["withdrawn", "hidden", "intake"])
def test_a_document_not_ready_takes_no_tags(tag, document, acting, status):
    raw.execute(raw.update(tag, status="stale"))
    raw.execute(raw.update(document, status=status))
    raw.commit()

    with raw.refused("live_tag_stands_on_a_ready_document"):
        raw.execute(raw.insert_like(tag))
    with raw.refused("live_tag_stands_on_a_ready_document"):
        raw.execute(raw.update(tag, status="submitted"))


def test_a_document_withdrawn_while_a_tag_is_made(sessions, tag, document, reviewer):
    raw.retract(tag)
    first, second = sessions(reviewer)

    first.run(raw.update(document, status="withdrawn"))
    tagging = second.start(raw.insert_like(tag))
    second.await_waiting()
    first.commit()

    with raw.refused("live_tag_stands_on_a_ready_document"):
        tagging.result(raw.LONGEST_WAIT)


def test_a_tag_made_while_its_document_is_withdrawn(sessions, tag, document, reviewer):
    raw.retract(tag)
    first, second = sessions(reviewer)

    first.run(raw.insert_like(tag))
    withdrawing = second.start(raw.update(document, status="withdrawn"))
    second.await_waiting()
    first.commit()
    withdrawing.result(raw.LONGEST_WAIT)

    with raw.refused("document_not_ready_has_no_live_tag"):
        second.commit()
    assert Document.objects.get(pk=document.pk).status == "ready"


def test_a_text_replaced_while_a_tag_is_made(sessions, tag, document, reviewer):
    raw.retract(tag)
    version = document.versions.get()
    first, second = sessions(reviewer)

    first.run(raw.insert_like(tag))
    replacing = second.start(raw.update(version, is_current=False))
    second.await_waiting()
    first.commit()
    replacing.result(raw.LONGEST_WAIT)

    with raw.refused("live_tag_stands_on_the_current_text"):
        second.commit()


# Homes: what is known only in one collection is used only there.


def test_a_tag_uses_no_claim_of_another_collection(tag, closed, acting):
    with raw.refused("tag_uses_what_its_collection_may"):
        raw.execute(raw.update(tag, claim_id=make.claim(home=closed).pk))


@pytest.mark.parametrize("field", ["asserted_by_id", "held_by_id"])
def test_a_tag_names_no_agent_of_another_collection(tag, closed, acting, field):
    hidden = make.agent(home=closed)
    change = (
        {field: hidden.pk, "speech": "quoted"}
        if field == "asserted_by_id"
        else {
            field: hidden.pk,
            "stance": "rejects",
        }
    )

    with raw.refused("tag_uses_what_its_collection_may"):
        raw.execute(raw.update(tag, **change))


@pytest.mark.parametrize("what", ["claim", "holder"])
def test_a_document_does_not_take_its_tags_to_another_collection(closed, collection, what):
    document = make.document(TEXT, collection=closed)
    make.tag(
        document,
        "disagrees",
        stance="rejects",
        claim=make.claim(home=closed if what == "claim" else None),
        held_by=make.agent(home=closed if what == "holder" else None),
    )

    with raw.refused_at_commit("tag_uses_what_its_collection_may"):
        raw.execute(raw.update(document, collection_id=collection.pk))


@pytest.mark.parametrize("home", ["collection", "elsewhere"])
def test_a_shared_claim_is_never_taken_back(closed, collection, home):
    claim = make.claim(home=closed)
    target = collection if home == "collection" else closed
    raw.execute(raw.update(claim, home_id=None))

    with raw.refused("claim_is_shared_one_way"):
        raw.execute(raw.update(claim, home_id=target.pk))

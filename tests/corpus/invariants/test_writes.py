"""History and revisions of the corpus, tried in raw SQL."""

import pytest

from corpus.history import history
from corpus.models import Agent, Document, Passage, Person
from tests import make, raw

pytestmark = pytest.mark.django_db


# I17: history.


@pytest.mark.parametrize("model", [Document, Passage, Agent])
def test_every_write_leaves_a_history_row(document, model):
    row = model.objects.order_by("pk").first()
    before = row.history.count()

    raw.execute(raw.update(row, created_by_id=make.person("Pat").pk))

    assert row.history.count() == before + 1


def test_history_says_who_and_in_which_act(document):
    pat = make.person("Pat")

    with history(by=pat, action="retitle", reason="It was misspelt."):
        raw.execute(raw.update(document, title="Right title"))

    event = document.history.order_by("pgh_id").last()
    assert event.title == "Right title"
    assert event.pgh_context == {"by": pat.pk, "action": "retitle", "reason": "It was misspelt."}


@pytest.mark.parametrize("model", [Document, Passage, Agent])
def test_history_never_changes(document, model):
    event = model.objects.order_by("pk").first().history.first()
    table = event._meta.db_table

    with raw.refused("history_never_changes"):
        raw.execute(f"UPDATE {table} SET pgh_label = 'nothing' WHERE pgh_id = {event.pk}")
    with raw.refused("history_never_changes"):
        raw.execute(f"DELETE FROM {table} WHERE pgh_id = {event.pk}")
    with raw.refused("history_is_never_emptied"):
        raw.execute(f"TRUNCATE {table}")


@pytest.mark.parametrize("model", [Agent, Document, Person])
def test_what_has_a_history_is_never_emptied(document, model):
    with raw.refused("what_has_a_history_is_never_emptied"):
        raw.execute(raw.truncate(model))


def test_a_document_is_never_deleted(document):
    with raw.refused("document_is_never_deleted"):
        raw.execute(raw.delete(document))


def test_a_person_is_never_deleted(db):
    with raw.refused("person_is_never_deleted"):
        raw.execute(raw.delete(make.person()))


# I18: a write carries the revision it was based on.


@pytest.mark.parametrize("revision", [1, 2, 4, 90])
def test_a_write_raises_the_revision_by_one(document, revision):
    assert document.revision == 2

    with raw.refused("revision_follows_the_one_read"):
        raw.execute(raw.update(document, title="Newer", revision=revision))


def test_a_write_that_names_no_revision_is_refused(paragraph):
    with raw.refused("revision_follows_the_one_read"):
        raw.execute(f"UPDATE corpus_passage SET place = 'Geneva' WHERE id = {paragraph.pk}")


def test_the_second_of_two_writers_is_refused(sessions, document):
    first, second = sessions()
    read = Document.objects.get(pk=document.pk).revision

    first.run(raw.update(document, title="First", revision=read + 1))
    later = second.start(raw.update(document, title="Second", revision=read + 1))
    second.await_waiting()
    first.commit()

    with raw.refused("revision_follows_the_one_read"):
        later.result(raw.LONGEST_WAIT)
    assert Document.objects.get(pk=document.pk).title == "First"


def test_who_belongs_to_a_group_has_a_history():
    group, member = make.agent("Joint authors", kind="group"), make.agent()
    group.members.add(member)
    pair = Agent.members.through.objects.get()

    with history(by=make.person(), action="edit_agent"):
        raw.execute(raw.delete(pair))

    assert [(event.pgh_label, event.to_agent_id) for event in raw.events(pair)] == [
        ("insert", member.pk),
        ("delete", member.pk),
    ]

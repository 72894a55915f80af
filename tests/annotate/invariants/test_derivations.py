"""Who may say what is copied from where, whatever writes (I23)."""

import pytest

from annotate.actions.derivations import name_source
from annotate.models import TagDerivation
from corpus.history import history
from tests import make, raw
from tests.raw import refused


@pytest.fixture
def copy(collection):
    return make.document(collection=collection)


@pytest.fixture
def work(collection):
    return make.document(collection=collection)


@pytest.fixture(params=["document", "passage"])
def row(request, curator, copy, work):
    """Return that a document, then a passage, is copied from another document."""
    copied = copy if request.param == "document" else make.passage(copy)
    return name_source(copied, work, kind="reports_on", by=curator)


@pytest.fixture
def tag_row(reviewer, copy, work):
    tag = make.tag(copy, by=reviewer)
    return name_source(tag, work, kind="reports_on", by=reviewer)


def writes(row, **other):
    """Return an insert, an update and a delete of a row."""
    return [
        raw.insert_like(row, **({"kind": "summary_of"} | other)),
        raw.update(row, evidence_quote="other words"),
        raw.delete(row),
    ]


@pytest.mark.parametrize("who", ["reader", "reviewer", "curator_elsewhere"])
@pytest.mark.parametrize("number", range(3))
def test_only_a_curator_says_what_a_document_is_copied_from(request, row, who, number):
    somebody = request.getfixturevalue(who)

    with (
        refused("source_is_named_by_a_curator"),
        history(by=somebody, action="raw", reason="So it is."),
    ):
        raw.execute(writes(row)[number])


@pytest.mark.parametrize("number", range(3))
def test_nobody_at_all_does_not(row, number):
    raw.act_as_nobody()

    with refused("source_is_named_by_a_curator"):
        raw.execute(writes(row)[number])


def test_a_curator_does(row, curator):
    with history(by=curator, action="raw"):
        for write in writes(row):
            raw.execute(write)


def test_a_source_is_not_moved_to_another_document(row, curator, collection):
    other = make.document(collection=collection)
    column = {"document_id": other.pk, "passage_id": None}

    with refused("what_was_copied_stays"), history(by=curator, action="raw"):
        raw.execute(raw.update(row, **column))


def test_no_document_nor_passage_is_copied_from_its_own_document(row, curator, copy):
    with refused("document_does_not_copy_itself"), history(by=curator, action="raw"):
        raw.execute(raw.update(row, upstream_id=copy.pk))


@pytest.mark.parametrize("who", ["reader", "colleague", "curator_elsewhere", "curator"])
@pytest.mark.parametrize("number", range(3))
def test_only_its_author_says_what_a_tag_is_copied_from(request, tag_row, who, number):
    somebody = request.getfixturevalue(who)

    with (
        refused("tag_source_is_named_by_who_may_change_the_tag"),
        history(by=somebody, action="raw"),
    ):
        raw.execute(writes(tag_row)[number])


def test_a_curator_does_with_a_reason(tag_row, curator):
    with history(by=curator, action="raw", reason="It is his."):
        for write in writes(tag_row):
            raw.execute(write)


def test_a_source_is_not_moved_to_another_tag(tag_row, reviewer, copy):
    other = make.tag(copy, by=reviewer)

    with (
        refused("tag_source_is_named_by_who_may_change_the_tag"),
        history(by=reviewer, action="raw"),
    ):
        raw.execute(raw.update(tag_row, tag_id=other.pk))


def test_no_tag_is_copied_from_its_own_document(tag_row, reviewer, copy):
    with refused("document_does_not_copy_itself"), history(by=reviewer, action="raw"):
        raw.execute(raw.update(tag_row, upstream_id=copy.pk))


def test_what_was_said_stays_in_the_history(tag_row, reviewer):
    with history(by=reviewer, action="raw"):
        raw.execute(raw.delete(tag_row))

    kept = TagDerivation.history.rel.related_model.objects.filter(pgh_obj_id=tag_row.pk)
    assert [row.pgh_label for row in kept.order_by("pgh_id")] == ["insert", "delete"]

"""Copied from, in the admin: rows on the pages of documents and passages; works not held."""

import pytest
from django.urls import reverse

from annotate.actions import derivations as acts
from corpus.actions import set_membership
from corpus.models import Derivation, Document
from tests import make
from tests.acts import last_act

from .pages import change_url, document_fields, passage_fields


@pytest.fixture
def work(collection):
    return make.document(collection=collection, title="The speech itself")


@pytest.fixture
def copy(collection):
    return make.document(collection=collection, title="A report on the speech")


@pytest.fixture(params=["document", "passage"])
def copied(request, copy):
    """Return a document, then a passage."""
    return copy if request.param == "document" else make.passage(copy)


def page_fields(copied, *rows, initial=0):
    """Return what the page of a document or a passage sends, with rows of sources."""
    fields = document_fields if isinstance(copied, Document) else passage_fields
    counted = {"derivations-TOTAL_FORMS": len(rows), "derivations-INITIAL_FORMS": initial}
    copied.refresh_from_db()
    return fields(copied, **counted) | {
        f"derivations-{number}-{name}": value
        for number, row in enumerate(rows)
        for name, value in row.items()
    }


def as_sent(row, **changes):
    """Return what the page sends of a row that is there."""
    return {
        "id": row.pk,
        str("document" if row.document_id else "passage"): row.document_id or row.passage_id,
        "upstream": row.upstream_id,
        "kind": row.kind,
        "evidence_quote": row.evidence_quote,
        "read": acts.read_at(row),
    } | changes


def test_a_curator_says_what_it_is_copied_from(curator, copied, work):
    row = {"upstream": work.pk, "kind": "reports_on", "evidence_quote": "as he said"}

    answer = make.browser(curator).post(change_url(copied), page_fields(copied, row))

    assert answer.status_code == 302
    made = copied.derivations.get()
    assert (made.upstream, made.evidence_quote, made.created_by) == (work, "as he said", curator)
    assert last_act(made)["action"] == "name_source"


def test_doubts_are_told_beside_what_was_saved(curator, copied, work):
    row = {"upstream": work.pk, "kind": "reports_on", "evidence_quote": "words of nobody"}

    answer = make.browser(curator).post(change_url(copied), page_fields(copied, row), follow=True)

    assert copied.derivations.get().evidence_quote == "words of nobody"
    assert "are not in the copying document" in answer.content.decode()


def test_changes_it_and_takes_it_back(curator, copied, work, collection):
    row = acts.name_source(copied, work, kind="reports_on", by=curator)
    client = make.browser(curator)

    changed = as_sent(row, kind="summary_of")
    assert (
        client.post(change_url(copied), page_fields(copied, changed, initial=1)).status_code == 302
    )
    row.refresh_from_db()
    assert row.kind == "summary_of"
    gone = as_sent(row, DELETE="on")
    assert client.post(change_url(copied), page_fields(copied, gone, initial=1)).status_code == 302
    assert not Derivation.objects.exists()


def test_what_somebody_else_changed_meanwhile_is_kept(curator, copied, work):
    row = acts.name_source(copied, work, kind="reports_on", by=curator)
    sent = as_sent(row, kind="summary_of")
    acts.change_source(row, read=acts.read_at(row), by=curator, kind="reprint_of")

    answer = make.browser(curator).post(change_url(copied), page_fields(copied, sent, initial=1))

    assert answer.status_code == 409
    row.refresh_from_db()
    assert row.kind == "reprint_of"


def test_what_a_rule_refuses_is_said(curator, copied, copy):
    row = {"upstream": copy.pk, "kind": "reports_on"}

    answer = make.browser(curator).post(change_url(copied), page_fields(copied, row))

    assert answer.status_code in (200, 422)
    assert "A document cannot be copied from itself." in answer.content.decode()
    assert not Derivation.objects.exists()


def test_another_s_curator_reads_and_changes_nothing(curator_elsewhere, curator, copied, work):
    acts.name_source(copied, work, kind="reports_on", by=curator)
    client = make.browser(curator_elsewhere)

    page = client.get(change_url(copied))
    answer = client.post(change_url(copied), page_fields(copied))

    assert "The speech itself" in page.content.decode()
    assert answer.status_code == 403


def test_a_source_that_may_not_be_seen_is_not_there(curator, collection, closed, copied):
    both = make.member(collection, "curator", name="Bo Both")
    set_membership(closed, both, "curator", by=both)
    hidden = make.document(collection=closed, title="Zebra file")
    acts.name_source(copied, hidden, kind="reports_on", by=both)
    client = make.browser(curator)

    page = client.get(change_url(copied)).content.decode()
    row = {"upstream": hidden.pk, "kind": "summary_of"}
    answer = client.post(change_url(copied), page_fields(copied, row))
    found = client.get(
        reverse("admin:autocomplete"),
        {
            "app_label": "corpus",
            "model_name": "derivation",
            "field_name": "upstream",
            "term": "file",
        },
    )

    assert "Zebra" not in page + answer.content.decode() + found.content.decode()
    assert found.status_code == 200
    assert Derivation.objects.count() == 1


def test_a_tag_s_page_leads_to_where_it_is_said(curator, copy):
    tag = make.tag(copy)

    page = make.browser(curator).get(change_url(tag)).content.decode()

    assert f"/tags/{tag.pk}/copied-from/" in page


# Works that are not held.


def not_held(person, **fields):
    """Send the page for a new document, of which there is no file."""
    sent = {"not_held": "on", "title": "A lost letter", "kind": "other", "encoding": ""} | fields
    return make.browser(person).post(reverse("admin:corpus_document_add"), sent)


def test_a_work_that_is_not_held_is_recorded_without_a_file(curator, collection):
    author = make.agent()

    answer = not_held(curator, collection=collection.pk, author=author.pk)

    work = Document.objects.get()
    assert answer.status_code == 302
    assert (work.title, work.holding, work.status) == ("A lost letter", "external", "ready")
    page = make.browser(curator).get(change_url(work)).content.decode()
    assert "A lost letter" in page


def test_it_is_edited_like_any_document(curator, collection):
    not_held(curator, collection=collection.pk)
    work = Document.objects.get()
    assert work.status == "intake"

    answer = make.browser(curator).post(
        change_url(work), document_fields(work, title="A letter", symbol="L/1")
    )

    assert answer.status_code == 302
    work.refresh_from_db()
    assert (work.title, work.symbol, work.holding) == ("A letter", "L/1", "external")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title": ""}, "Give the title of the work."),
        ({"not_held": ""}, "Choose a file, or say that the work is not held."),
    ],
)
def test_it_needs_a_title_and_anything_else_a_file(curator, collection, fields, sentence):
    answer = not_held(curator, collection=collection.pk, **fields)

    assert sentence in answer.content.decode()
    assert not Document.objects.exists()

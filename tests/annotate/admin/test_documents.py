"""Documents in the admin: upload, metadata, status."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from corpus.models import Document, Passage
from tests import make
from tests.acts import last_act

from .pages import act, change_url, document_fields

# Upload.

TEXT = "Press release\n\nThe State says naïve 😀 things.\n\n• an item\n"


def upload(text=TEXT, name="release.txt", **fields):
    """Return what the page for a new document sends."""
    data = text if isinstance(text, bytes) else text.encode()
    return {
        "file": SimpleUploadedFile(name, data, "text/plain"),
        "encoding": "",
        "title": "",
        "kind": "press_release",
    } | fields


def post_upload(person, **fields):
    """Send the page for a new document."""
    return make.browser(person).post(reverse("admin:corpus_document_add"), upload(**fields))


def test_an_upload_becomes_a_document_in_passages_and_goes_on_to_them(curator, collection):
    agent = make.agent("United States")

    answer = post_upload(curator, collection=collection.pk, author=agent.pk, language="en")

    document = Document.objects.get()
    assert answer.status_code == 302
    assert (
        answer.headers["Location"]
        == f"{reverse('admin:corpus_passage_changelist')}?document={document.pk}"
    )
    assert (document.title, document.kind, document.author) == (
        "Press release",
        "press_release",
        agent,
    )
    assert (document.status, document.created_by) == ("intake", curator)
    assert [passage.text for passage in Passage.objects.order_by("ordinal")] == [
        "Press release",
        "The State says naïve 😀 things.",
        "an item",
    ]


def test_an_upload_in_another_encoding_says_which(curator, collection):
    post_upload(
        curator,
        text="Заявление\n\nТекст.\n".encode("windows-1251"),
        collection=collection.pk,
        encoding="windows-1251",
    )

    assert Document.objects.get().title == "Заявление"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"text": "Заявление".encode("windows-1251")}, "The file is not UTF-8: byte 0"),
        ({"text": "Title\n\nwords\0 words"}, "U+0000 at position 12 (line 3)"),
        ({"text": " \n \n"}, "The file holds no text"),
        ({"encoding": "klingon"}, "There is no encoding called"),
        ({"name": "release.pdf"}, "its name ends in .txt"),
    ],
)
def test_an_upload_that_is_no_text_is_refused_on_the_form(curator, collection, fields, sentence):
    answer = post_upload(curator, collection=collection.pk, **fields)

    assert sentence in answer.text
    assert not Document.objects.exists()


def test_an_upload_refused_by_the_importer_answers_422(curator, collection):
    assert post_upload(curator, text="a\0b", collection=collection.pk).status_code == 422


def test_a_file_over_the_limit_is_an_error_of_the_form_and_nothing_is_lost(
    curator, collection, settings
):
    settings.CORROBORATE_MAX_UPLOAD = 100_000

    answer = post_upload(
        curator, text="Title\n\n" + "x" * 204_800, collection=collection.pk, title="My own title"
    )

    assert answer.status_code == 422
    assert "The file has 200.0\xa0KB; the limit is 97.7\xa0KB." in answer.text
    assert "My own title" in answer.text
    assert not Document.objects.exists()


def test_the_same_file_twice_is_refused_and_names_the_first(curator, collection):
    post_upload(curator, collection=collection.pk, title="First")

    answer = post_upload(curator, collection=collection.pk, title="Second")

    assert "already in the collection, as “First”" in answer.text
    assert Document.objects.count() == 1


def test_a_curator_uploads_only_into_collections_they_keep(curator, closed, collection):
    others = make.collection("Somebody else's")
    page = make.browser(curator).get(reverse("admin:corpus_document_add")).text

    answer = post_upload(curator, collection=others.pk)

    assert "Somebody else" not in page
    assert "Select a valid choice" in answer.text
    assert not Document.objects.exists()


def test_an_upload_names_only_agents_its_collection_may_use(curator, collection, closed):
    hidden = make.agent("Witness 7", home=closed)

    answer = post_upload(curator, collection=collection.pk, author=hidden.pk)

    assert "Select a valid choice" in answer.text
    assert "Witness" not in answer.text
    assert not Document.objects.exists()


# Metadata.


def test_metadata_are_saved(curator, document):
    answer = make.browser(curator).post(
        change_url(document),
        document_fields(document, title="Explanation of vote", uttered_on="2023-09-01"),
    )

    stored = Document.objects.get(pk=document.pk)
    assert answer.status_code == 302
    assert (stored.title, stored.uttered_on) == (
        "Explanation of vote",
        datetime.date(2023, 9, 1),
    )
    told = last_act(document)
    assert (told["by"], told["action"]) == (curator.pk, "change_document")


def test_a_page_that_lay_open_too_long_is_refused_with_what_changed(curator, document):
    fields = document_fields(document, title="Mine")
    browser = make.browser(curator)
    browser.post(change_url(document), document_fields(document, title="Theirs"))

    answer = browser.post(change_url(document), fields)

    assert answer.status_code == 409
    assert f"title: {document.title} → Theirs" in answer.text
    assert 'value="Mine"' in answer.text
    assert Document.objects.get(pk=document.pk).title == "Theirs"


def test_a_new_author_shows_the_tags_first_and_changes_nothing_yet(
    curator, reviewer, document, quoted
):
    tag = make.tag(document, "terrorism", by=reviewer)

    answer = make.browser(curator).post(
        change_url(document), document_fields(document, author=quoted.pk)
    )

    tag.refresh_from_db()
    assert answer.status_code == 200
    assert "1 tag" in answer.text
    assert "<q>terrorism</q>" in answer.text
    assert Document.objects.get(pk=document.pk).author != quoted
    assert tag.status == "submitted"


def test_a_confirmed_author_is_changed_and_the_reason_kept(curator, reviewer, document, quoted):
    tag = make.tag(document, by=reviewer)
    browser, fields = make.browser(curator), document_fields(document, author=quoted.pk)
    seal = browser.post(change_url(document), fields).context["seal"]

    browser.post(change_url(document), fields | {seal[0]: seal[1], "reason": "See page 2."})

    tag.refresh_from_db()
    assert Document.objects.get(pk=document.pk).author == quoted
    assert (tag.asserted_by, tag.status) == (quoted, "stale")
    assert last_act(tag)["reason"] == "See page 2."


def test_a_tag_made_after_the_list_was_shown_is_shown_before_it_follows(
    curator, reviewer, document, quoted
):
    make.tag(document, by=reviewer)
    browser, fields = make.browser(curator), document_fields(document, author=quoted.pk)
    seal = browser.post(change_url(document), fields).context["seal"]
    make.tag(document, "terrorism", by=reviewer)

    answer = browser.post(change_url(document), fields | {seal[0]: seal[1]})

    assert "2 tags" in answer.text
    assert Document.objects.get(pk=document.pk).author != quoted


def test_the_collection_and_the_status_of_a_document_are_not_fields(curator, document, closed):
    make.browser(curator).post(
        change_url(document), document_fields(document, collection=closed.pk, status="hidden")
    )

    stored = Document.objects.get(pk=document.pk)
    assert (stored.collection, stored.status) == (document.collection, "ready")


def test_a_curator_of_another_collection_only_reads_an_open_document(curator_elsewhere, document):
    browser = make.browser(curator_elsewhere)

    assert 'name="_save"' not in browser.get(change_url(document)).text
    assert browser.post(change_url(document), document_fields(document)).status_code == 403


# Status.


def test_documents_are_made_ready_many_at_once(curator, collection):
    documents = [make.document(collection=collection, ready=False) for _number in range(2)]

    answer = act(curator, "corpus_document", "make_ready", *documents)

    assert "It is ready for tagging." in answer.text
    assert {document.status for document in Document.objects.all()} == {"ready"}


def test_a_document_that_lacks_something_is_not_made_ready_and_says_what(curator, collection):
    complete = make.document(collection=collection, ready=False)
    document = make.document(collection=collection, ready=False, language="")

    answer = act(curator, "corpus_document", "make_ready", document, complete)

    assert "it needs an author and a language" in answer.text
    assert Document.objects.get(pk=document.pk).status == "intake"
    assert Document.objects.get(pk=complete.pk).status == "ready"


def test_a_block_quote_of_nobody_keeps_a_document_from_being_ready(curator, collection):
    document = make.document(collection=collection, ready=False, kinds={2: "block_quote"})

    answer = act(curator, "corpus_document", "make_ready", document)

    assert "Say who speaks in each one" in answer.text


def test_a_document_without_tags_is_withdrawn_and_put_back(curator, document):
    act(curator, "corpus_document", "withdraw", document)
    withdrawn = Document.objects.get(pk=document.pk).status

    act(curator, "corpus_document", "put_back", document)

    assert withdrawn == "withdrawn"
    assert Document.objects.get(pk=document.pk).status == "ready"


@pytest.mark.parametrize(
    ("action", "status"), [("withdraw", "withdrawn"), ("back_to_intake", "intake")]
)
def test_closing_a_document_shows_its_tags_first(curator, reviewer, document, action, status):
    tag = make.tag(document, "terrorism", by=reviewer)

    shown = act(curator, "corpus_document", action, document)
    before = Document.objects.get(pk=document.pk).status
    seal = shown.context["seal"]
    act(curator, "corpus_document", action, document, **{seal[0]: seal[1]})

    tag.refresh_from_db()
    assert "<q>terrorism</q>" in shown.text
    assert before == "ready"
    assert Document.objects.get(pk=document.pk).status == status
    assert tag.status == "stale"


def test_the_same_acts_are_on_the_documents_own_page(curator, document):
    make.browser(curator).post(
        change_url(document),
        {"CHANGE_FORM-action": "back_to_intake", "_selected_action": document.pk, "index": "0"},
    )

    assert Document.objects.get(pk=document.pk).status == "intake"


@pytest.mark.parametrize("action", ["make_ready", "withdraw", "back_to_intake", "put_back"])
def test_a_curator_of_another_collection_does_not_act_on_an_open_document(
    curator_elsewhere, document, action
):
    answer = act(curator_elsewhere, "corpus_document", action, document)

    assert "you do not manage its collection" in answer.text
    assert Document.objects.get(pk=document.pk).revision == document.revision

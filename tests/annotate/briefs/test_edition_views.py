"""Editions: frozen for good, whole in every file, and shown to nobody who may not see them."""

import hashlib
import io
import json
import re

import docx
import pytest
from django.urls import reverse

from annotate.access import tags_in
from annotate.actions.tags import withdraw_tag
from annotate.briefs import actions as acts
from annotate.models import Brief, Edition
from corpus.history import history
from corpus.models import Document
from corpus.models.collection import Access
from corpus.models.document import DocumentStatus
from tests import make

pytestmark = pytest.mark.django_db

FILES = ["download_html", "download_word", "download_json"]


@pytest.fixture
def brief(seeds, collection, reviewer):
    """A brief on the claim that two sources deny."""
    return make.brief("Own words.", seeds.claim("C01"), collection=collection, by=reviewer)


@pytest.fixture
def edition(brief, reviewer):
    """The brief's first edition."""
    return acts.freeze(brief, revision=brief.revision, by=reviewer)


def address(edition, name="show_edition"):
    """Return the address of an edition or of one of its files."""
    return reverse(name, args=[edition.brief_id, edition.number])


def freeze(client, brief):
    """Press “Freeze an edition”."""
    sent = {"revision": brief.revision}
    return client.post(reverse("freeze_edition", args=[brief.pk]), sent)


def test_a_brief_is_frozen_at_a_permanent_address(brief, reviewer):
    answer = freeze(make.browser(reviewer), brief)

    edition = Edition.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, address(edition))
    said = make.browser(reviewer).get(address(edition)).content.decode()
    assert edition.sha256 in said
    assert f"http://127.0.0.1:8000{address(edition)}" in said


def test_the_hash_is_that_of_the_file_anybody_can_check(edition, reviewer):
    file = make.browser(reviewer).get(address(edition, "download_json")).content

    assert hashlib.sha256(file).hexdigest() == edition.sha256
    assert json.loads(file)["edition"]["number"] == 1


def test_an_edition_never_changes_when_tags_and_claims_do(edition, brief, reviewer, seeds):
    client = make.browser(reviewer)
    before = client.get(address(edition, "download_json")).content
    tag, claim = seeds.tag("U09"), seeds.claim("C01")

    withdraw_tag(tag, by=tag.created_by)
    claim.label = "something else"
    claim.save()
    acts.edit_brief(brief, title="Another title", revision=brief.revision, by=reviewer)

    shown = client.get(address(edition)).content.decode()
    assert client.get(address(edition, "download_json")).content == before
    assert edition.html in shown
    assert tag.exact in shown
    assert "something else" not in shown
    assert b"something else" in client.get(reverse("show_brief", args=[brief.pk])).content


def test_editions_are_numbered_one_after_another(brief, edition, reviewer):
    second = acts.freeze(brief, revision=brief.revision, by=reviewer)

    assert second.number == 2
    said = make.browser(reviewer).get(reverse("show_brief", args=[brief.pk])).content.decode()
    assert "Edition 1" in said
    assert "Edition 2" in said


def test_nobody_freezes_what_they_have_not_seen(brief, reviewer, colleague):
    acts.add_words(Brief.objects.get(pk=brief.pk), "text", "Newer.", by=colleague)

    answer = freeze(make.browser(reviewer), brief)

    assert answer.status_code == 409
    assert not Edition.objects.exists()


def test_an_empty_brief_is_not_frozen(collection, reviewer):
    answer = freeze(make.browser(reviewer), make.brief(collection=collection, by=reviewer))

    assert answer.status_code == 422
    assert "Add a claim, a quote or some text first." in answer.content.decode()


def test_a_reader_freezes_nothing_and_reads_editions(edition, brief, reader):
    client = make.browser(reader)

    assert freeze(client, brief).status_code == 404
    assert client.get(address(edition)).status_code == 200


@pytest.mark.parametrize("name", ["show_edition", *FILES])
def test_whoever_is_no_member_finds_no_edition(edition, stranger, name):
    assert make.browser(stranger).get(address(edition, name)).status_code == 404


@pytest.mark.parametrize("name", ["show_edition", *FILES])
def test_an_edition_is_read_and_not_posted_to(edition, reviewer, name):
    assert make.browser(reviewer).post(address(edition, name)).status_code == 405


@pytest.fixture
def quoting(collection, reviewer):
    """An edition that quotes a document and names a claim of two other collections, both open."""
    home = make.collection()
    claim = make.claim("zebra", text="Zebras are held.", home=home)
    quoted = make.tag(make.document(collection=home, by=reviewer), "State", claim=claim)
    brief = make.brief(claim, quoted, collection=collection, by=reviewer)
    return acts.freeze(brief, revision=brief.revision, by=reviewer)


def close(document):
    """Close the document's collection to all but its members, who are none."""
    document.collection.access = Access.MEMBERS
    document.collection.save()


def put_away(document, status):
    """Give the document a status in which it shows no words."""
    tag = tags_in(document).get()
    with history(by=tag.created_by, action="withdraw_document"):
        tag.status = "withdrawn"
        tag.save()
    stand(document, status)


def stand(document, status):
    """Let the document stand so."""
    document.status = status
    document.save()


@pytest.mark.parametrize("name", ["show_edition", *FILES])
@pytest.mark.parametrize(
    "leave",
    [
        close,
        lambda document: put_away(document, DocumentStatus.HIDDEN),
        lambda document: put_away(document, DocumentStatus.WITHDRAWN),
    ],
    ids=["closed", "hidden", "withdrawn"],
)
def test_an_edition_is_withheld_from_who_may_no_longer_see_what_it_quotes(
    quoting, reviewer, name, leave
):
    client = make.browser(reviewer)
    before = client.get(address(quoting, name)).status_code

    leave(Document.objects.get(pk=quoting.documents[0]))
    answer = client.get(address(quoting, name))

    said = answer.content.decode()
    assert (before, answer.status_code) == (200, 410)
    assert "Zebras" not in said
    assert "naïve" not in said
    assert quoting.sha256 in said


@pytest.fixture
def counting(collection, reviewer):
    """An edition whose number rests on a source elsewhere, and on a denial that is left out."""
    elsewhere = make.collection("Elsewhere")
    claim = make.claim()
    source = make.document(collection=elsewhere, title="Zebra wire")
    for _ in range(2):
        make.source(make.tag(make.document(collection=collection), claim=claim), source)
    make.tag(
        make.document(collection=elsewhere, author=make.agent("Zebra State")),
        claim=claim,
        stance="denies",
    )
    brief = make.brief(claim, collection=collection, by=reviewer)
    item = make.part(brief)
    acts.leave_out_against(item, leave_out=True, revision=brief.revision, by=reviewer)
    brief.refresh_from_db()
    made = acts.freeze(brief, revision=brief.revision, by=reviewer)
    assert "Zebra wire" in made.content
    assert "Zebra State" in made.content
    return source, made


@pytest.mark.parametrize("name", ["show_edition", *FILES])
@pytest.mark.parametrize(
    "leave",
    [close, lambda document: stand(document, DocumentStatus.HIDDEN)],
    ids=["closed", "hidden"],
)
def test_an_edition_is_withheld_from_who_may_no_longer_see_what_it_counts(
    counting, reviewer, name, leave
):
    source, edition = counting
    client = make.browser(reviewer)
    before = client.get(address(edition, name)).status_code

    leave(source)
    answer = client.get(address(edition, name))

    assert (before, answer.status_code) == (200, 410)
    assert "Zebra" not in answer.content.decode()


def test_an_edition_stands_when_a_source_it_only_names_is_withdrawn(counting, reviewer):
    source, edition = counting

    stand(source, DocumentStatus.WITHDRAWN)

    assert make.browser(reviewer).get(address(edition)).status_code == 200


def test_the_html_file_reads_offline(edition, reviewer):
    answer = make.browser(reviewer).get(address(edition, "download_html"))

    file = answer.content.decode()
    assert answer["Content-Disposition"].endswith('edition-1.html"')
    assert edition.html in file
    assert "@page" in file
    assert not re.search(r"<script|<link|<img|<iframe|@import|url\(| src=", file)


def test_the_word_file_has_every_exhibit_with_its_hash(edition, reviewer, seeds):
    answer = make.browser(reviewer).get(address(edition, "download_word"))

    paper = docx.Document(io.BytesIO(answer.content))
    said = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert edition.sha256 in said
    assert "0 sources say so themselves." in said
    assert seeds.tag("U09").exact in said
    assert said.count("SHA-256 of the text: ") == 2
    assert "PAGE" in paper.sections[0].footer._element.xml


def test_the_word_file_holds_what_xml_cannot(collection, reviewer):
    brief = make.brief("Bell \x07 and naïve 😀 حقوق", collection=collection, by=reviewer)
    edition = acts.freeze(brief, revision=brief.revision, by=reviewer)

    answer = make.browser(reviewer).get(address(edition, "download_word"))

    paper = docx.Document(io.BytesIO(answer.content))
    assert "Bell \ufffd and naïve 😀 حقوق" in [one.text for one in paper.paragraphs]


def test_words_from_right_to_left_run_so_in_word(collection, reviewer):
    document = make.document("Title\n\nحقوق الإنسان.\n", collection=collection, language="ar")
    brief = make.brief(make.tag(document, "حقوق"), collection=collection, by=reviewer)
    edition = acts.freeze(brief, revision=brief.revision, by=reviewer)

    answer = make.browser(reviewer).get(address(edition, "download_word"))

    paper = docx.Document(io.BytesIO(answer.content))
    properties = [
        [child.tag.partition("}")[2] for child in one._p.get_or_add_pPr()]
        for one in paper.paragraphs
        if "حقوق" in one.text
    ]
    assert properties == [["keepNext", "keepLines", "bidi", "ind"]]


@pytest.mark.parametrize("place", ["title", "own words", "quote", "claim"])
def test_nothing_in_an_edition_is_taken_for_markup(collection, reviewer, place):
    nasty = "<script>alert(1)</script>&\"'"
    said = {"title": "", "own words": "", "quote": "", "claim": ""} | {place: nasty}
    document = make.document(f"Title\n\nSay {said['quote'] or 'it'}.\n", collection=collection)
    claim = make.claim(text=said["claim"] or "States act.")
    tag = make.tag(document, said["quote"] or "it", claim=claim)
    brief = make.brief(
        said["own words"] or "Own.",
        tag,
        claim,
        title=said["title"],
        collection=collection,
        by=reviewer,
    )
    edition = acts.freeze(brief, revision=brief.revision, by=reviewer)

    file = make.browser(reviewer).get(address(edition, "download_html")).content.decode()

    assert "<script>" not in file
    assert "&lt;script&gt;" in file


def test_taking_an_edition_is_logged(edition, reviewer, caplog):
    with caplog.at_level("INFO", logger="corroborate.export"):
        make.browser(reviewer).get(address(edition, "download_json"))

    assert f"{reviewer.username} took brief-{edition.brief_id}-edition-1.json" in caplog.text
    assert edition.sha256 in caplog.text

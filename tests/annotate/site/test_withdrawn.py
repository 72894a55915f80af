"""I21 and I22 on every address: the words of a withdrawn document, and a hidden one as a whole.

The document has one of everything. No page tells its words while it is withdrawn, to whoever
tagged it no more than to anybody else; only its curators still see them, in the administration.
Hidden, no page tells of it but that something hidden stood there.
"""

import re
from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse

from annotate.actions.curation import put_back, withdraw_document
from annotate.actions.derivations import name_source
from annotate.actions.tray import put_in_tray
from annotate.briefs.actions import freeze
from annotate.codebook.claim_splits import choose_part, open_split
from annotate.models import Tag, TagDerivation
from annotate.questions.actions import save_question
from corpus.history import history
from corpus.models import Document
from corpus.models.document import DocumentStatus
from tests import make
from tests.annotate.site.test_walk import asked, walk, words_of

# Each stands in the text alone: quote, words around it, lead-in, translation, evidence.
WORDS = re.compile(r"zebra|okapi|giraffe", re.IGNORECASE)
QUAGGA = re.compile(r"zebra|okapi|giraffe|quagga", re.IGNORECASE)
TEXT = (
    "Quagga report\n\nThe giraffe stands before it:\n\n"
    "- First the zebra is held in zebraville, and the okapi looks on.\n\nAn okapi ends it.\n"
)


@pytest.fixture
def known(collection, reviewer, colleague, curator):
    """A document with one of everything, and the ids by which addresses name it."""
    author = make.agent("Watch", home=collection, kind="ngo")
    document = make.document(
        TEXT, collection=collection, author=author, by=reviewer, kinds={3: "list_item"}
    )
    elsewhere = make.document(collection=collection, by=reviewer)
    claim = make.claim("holds animals", text="States hold animals.", by=reviewer)
    others = make.claim("lets go", text="States let go.", by=reviewer)
    translated: Any = {"translation": "The okapi is kept.", "translation_kind": "own"}
    tag = make.tag(document, "zebra is held", claim=claim, by=reviewer, **translated)
    denial = make.tag(document, "zebraville", claim=claim, stance="denies", by=colleague)
    far = make.tag(elsewhere, claim=claim, by=reviewer)
    link = make.link(tag, far, rationale="The one bears the other out.", by=reviewer)
    make.link(tag, denial, relation="contradicts", by=colleague)
    provision = make.provision()
    with history(by=reviewer, action="tag_words"):
        make.tag_provision(tag, provision)
    remark = make.remark(tag, "disagree", "I read it otherwise.", by=colleague)
    source = name_source(
        tag, elsewhere, kind="reports_on", evidence_quote="as the giraffe said", by=reviewer
    )
    name_source(
        document, elsewhere, kind="reports_on", evidence_quote="a giraffe wrote", by=curator
    )
    name_source(
        elsewhere, document, kind="reports_on", evidence_quote="Elsewhere says so.", by=curator
    )
    brief = make.brief(claim, tag, "Own words.", collection=collection, by=reviewer)
    freeze(brief, revision=brief.revision, by=reviewer)
    split = open_split(
        claim,
        [("holds some", "States hold some."), ("holds all", "States hold all.")],
        by=curator,
        reason="It says two things.",
    )
    choose_part(tag, split.parts.get(number=1), by=reviewer)
    question = save_question("Asked", "second-looks", {}, by=reviewer)
    put_in_tray(Tag.objects.get(pk=tag.pk), by=reviewer)
    return {
        "slug": "one-source",
        "saved_id": question.pk,
        "brief_id": brief.pk,
        "item_id": make.part(brief).pk,
        "document_id": document.pk,
        "passage_id": tag.passage_id,
        "number": 1,
        "tag_id": tag.pk,
        "link_id": link.pk,
        "remark_id": remark.pk,
        "source_id": source.pk,
        "agent_id": author.pk,
        "public_id": claim.public_id,
        "code": provision.code,
        "token": "none",
        "collection": collection.pk,
        "membership": collection.memberships.first().pk,
        "others": others.public_id,
    }


@pytest.fixture
def withdrawn(known, curator):
    """The same after its curator withdrew the document."""
    withdraw_document(Document.objects.get(pk=known["document_id"]), by=curator)
    return known


@pytest.fixture
def hidden(known, curator):
    """The same after a curator hid the document."""
    withdraw_document(Document.objects.get(pk=known["document_id"]), by=curator)
    set_status(known, DocumentStatus.HIDDEN, curator)
    return known


def set_status(ids, status, by):
    document = Document.objects.get(pk=ids["document_id"])
    document.status = status
    with history(by=by, action="put_back"):
        document.save(update_fields=["status"])


def addresses_of(ids):
    """Return the addresses outside the administration, and pages of lists of all kinds."""
    site = [address for address in walk(ids) if not address.startswith("/admin/")]
    tag, agent = ids["tag_id"], ids["agent_id"]
    return [
        *site,
        "/second-looks/?whose=all",
        "/search/?q=zebr",
        "/search/?q=okap",
        "/links/?status=stale",
        "/mine/?status=stale",
        f"/graph/?tag={tag}",
        f"/graph/?agent={agent}",
        f"/graph/?document={ids['document_id']}",
        f"/graph/?claim={ids['public_id']}",
        f"/documents/{ids['document_id']}/?tag={tag}",
        f"/links/new/?from={tag}&to={tag + 2}",
        f"/claims/{ids['public_id']}/merge/?into={ids['others']}",
        *(f"/questions/{slug}/" for slug in ("second-looks", "broken-links", "no-reply")),
    ]


def leaks_in(client, ids, secrets):
    """Return the addresses that tell what matches `secrets`, asked and sent in every way.

    What is posted is undone, so that each address meets the same document.
    """
    sent = asked(ids) | {"q": "animals"}
    leaks = []
    for address in addresses_of(ids):
        ways: list[Any] = [(client.get, {})]
        if "?" not in address:
            ways += [(client.get, sent), (client.post, sent)]
        for ask, data in ways:
            with transaction.atomic():
                answer = ask(address, data)
                transaction.set_rollback(True)
            if secrets.search(words_of(answer)) or answer.status_code >= 500:
                leaks.append((ask.__name__, address, bool(data), answer.status_code))
    return leaks


@pytest.mark.parametrize(
    ("who", "htmx"),
    [
        ("stranger", False),
        ("reader", True),
        ("colleague", False),
        ("reviewer", False),
        ("reviewer", True),
        ("curator", False),
        ("curator", True),
    ],
)
def test_no_page_tells_the_words_of_a_withdrawn_document(request, withdrawn, who, htmx):
    client = make.browser(request.getfixturevalue(who), htmx=htmx)

    leaks = leaks_in(client, withdrawn, WORDS)
    assert leaks == []


@pytest.mark.parametrize(
    ("who", "htmx"),
    [("stranger", True), ("reviewer", False), ("reviewer", True), ("curator", False)],
)
def test_no_page_tells_of_a_hidden_document(request, hidden, who, htmx):
    client = make.browser(request.getfixturevalue(who), htmx=htmx)

    assert leaks_in(client, hidden, QUAGGA) == []


def test_the_walk_would_see_the_words_of_a_ready_document(known, reviewer):
    told = {
        address for _ask, address, _sent, _code in leaks_in(make.browser(reviewer), known, WORDS)
    }

    assert {
        f"/documents/{known['document_id']}/",
        f"/links/{known['link_id']}/",
        f"/claims/{known['public_id']}/",
        f"/briefs/{known['brief_id']}/",
        "/links/",
        "/mine/",
    } <= told


def test_put_back_its_words_are_told_again(withdrawn, reviewer, curator):
    client = make.browser(reviewer)
    assert not WORDS.search(words_of(client.get("/mine/")))

    put_back(Document.objects.get(pk=withdrawn["document_id"]), by=curator)

    assert "zebra is held" in words_of(client.get("/mine/"))
    assert "zebra is held" in words_of(client.get(f"/links/{withdrawn['link_id']}/"))
    assert "giraffe" in words_of(client.get(f"/documents/{withdrawn['document_id']}/"))


@pytest.mark.parametrize("address", ["/links/?status=stale", "/mine/", "/second-looks/"])
def test_a_list_says_whose_words_it_leaves_out(withdrawn, reviewer, address):
    said = words_of(make.browser(reviewer).get(address))

    assert "(words of a withdrawn document)" in said


def test_a_withdrawn_document_keeps_its_page_and_title(withdrawn, stranger):
    answer = make.browser(stranger).get(f"/documents/{withdrawn['document_id']}/")

    assert answer.status_code == 200
    assert "Quagga report" in words_of(answer)


@pytest.mark.parametrize("who", ["stranger", "reviewer", "curator"])
def test_a_hidden_document_and_all_on_it_are_gone(request, hidden, who):
    client = make.browser(request.getfixturevalue(who))
    pages = [
        f"/documents/{hidden['document_id']}/",
        f"/documents/{hidden['document_id']}/v1/",
        f"/tags/{hidden['tag_id']}/",
        f"/links/{hidden['link_id']}/",
        f"/tags/{hidden['tag_id']}/history/",
    ]

    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 410)


@pytest.mark.parametrize("name", ["tags", "links"])
def test_exports_leave_tags_of_a_withdrawn_document_out(withdrawn, reviewer, name):
    rows = words_of(make.browser(reviewer).get(f"/export/{name}.csv")).strip().splitlines()

    # What stands elsewhere stays.
    assert len(rows) == {"tags": 2, "links": 1}[name]


def test_a_tag_of_a_withdrawn_document_cannot_be_changed(withdrawn, reviewer):
    client, address = make.browser(reviewer), f"/tags/{withdrawn['tag_id']}/edit/"

    for answer in (client.get(address), client.post(address, {"certainty": "certain"})):
        assert answer.headers["Location"] == f"/tags/{withdrawn['tag_id']}/"
    said = words_of(client.get(f"/tags/{withdrawn['tag_id']}/", follow=True))
    assert "its tags cannot be changed now" in said


def test_who_withdraws_a_tag_on_an_open_page_is_led_away_from_its_text(withdrawn, reviewer):
    tag = Tag.objects.get(pk=withdrawn["tag_id"])

    answer = make.browser(reviewer, htmx=True).post(
        f"/tags/{tag.pk}/withdraw/", {"revision": tag.revision}
    )

    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, f"/tags/{tag.pk}/")
    tag.refresh_from_db()
    assert tag.status == "withdrawn"


@pytest.mark.parametrize("end", [24, 90])
def test_nobody_learns_by_guessing_what_stands_where(withdrawn, colleague, end):
    answer = make.browser(colleague).post(
        f"/documents/{withdrawn['document_id']}/tags/",
        asked(withdrawn) | {"start": 58, "end": end, "exact": "zebra"},
    )

    assert answer.status_code == 422
    assert "This document was withdrawn: it takes no tags." in words_of(answer)


def test_the_words_that_show_a_source_stay_when_it_is_changed(withdrawn, reviewer):
    row = TagDerivation.objects.get(pk=withdrawn["source_id"])
    read = row.history.order_by("-pgh_id").values_list("pgh_id", flat=True)[0]

    make.browser(reviewer).post(
        reverse("change_source", kwargs={"tag_id": row.tag_id, "source_id": row.pk}),
        {"upstream": row.upstream_id, "kind": "summary_of", "read": read},
    )

    row.refresh_from_db()
    assert (row.kind, row.evidence_quote) == ("summary_of", "as the giraffe said")

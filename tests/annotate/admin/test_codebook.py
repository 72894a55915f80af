"""Claims, provisions, tags and links in the admin; and that no list asks more the longer it is."""

import pytest
from django.urls import reverse

from annotate.models import Claim, Provision
from tests import make

from .pages import act, change_url, claim_fields, list_url


def test_a_claim_is_tidied(curator):
    claim = make.claim(status="proposed", kind="")

    make.browser(curator).post(
        change_url(claim), claim_fields(claim, label="equates evils", kind="position")
    )

    stored = Claim.objects.get(pk=claim.pk)
    assert (stored.label, stored.kind, stored.status) == ("equates evils", "position", "active")


def test_a_claim_is_added_to_the_codebook(curator, collection):
    make.browser(curator).post(
        reverse("admin:annotate_claim_add"),
        {
            "collection": collection.pk,
            "label": "equates evils",
            "text": "The SCO treats terrorism and separatism as one.",
            "kind": "position",
            "alt_labels": "[]",
        },
    )

    claim = Claim.objects.get(label="equates evils")
    assert (claim.status, claim.home, claim.created_by) == ("active", None, curator)


def test_rewording_a_claim_shows_its_tags_first(curator, reviewer, document):
    claim = make.claim()
    tag = make.tag(document, "terrorism", claim=claim, by=reviewer)
    browser = make.browser(curator)
    fields = claim_fields(claim, text="States do another thing.", meaning_changed="on")

    shown = browser.post(change_url(claim), fields)
    before = Claim.objects.get(pk=claim.pk).wording
    seal = shown.context["seal"]
    browser.post(change_url(claim), fields | {seal[0]: seal[1]})

    tag.refresh_from_db()
    assert "<q>terrorism</q>" in shown.text
    assert before == 1
    assert Claim.objects.get(pk=claim.pk).wording == 2
    assert tag.status == "stale"


def test_a_claim_page_that_lay_open_too_long_is_refused(curator):
    claim = make.claim()
    browser, fields = make.browser(curator), claim_fields(claim, label="mine")
    browser.post(change_url(claim), claim_fields(claim, label="theirs"))

    answer = browser.post(change_url(claim), fields)

    assert answer.status_code == 409
    assert Claim.objects.get(pk=claim.pk).label == "theirs"


def test_a_claim_with_tags_stays_in_use_and_lists_them(curator, reviewer, document):
    claim = make.claim()
    make.tag(document, "terrorism", claim=claim, by=reviewer)

    answer = act(curator, "annotate_claim", "deprecate", claim, reason="Too vague.")

    assert answer.status_code == 422
    assert "“terrorism”" in answer.text
    assert Claim.objects.get(pk=claim.pk).status == "active"


def test_a_claim_goes_out_of_use_with_a_reason_and_comes_back(curator):
    claim = make.claim()

    asked = act(curator, "annotate_claim", "deprecate", claim)
    act(curator, "annotate_claim", "deprecate", claim, reason="Too vague.")
    gone = Claim.objects.get(pk=claim.pk).status
    act(curator, "annotate_claim", "reactivate", claim)

    assert 'name="reason"' in asked.text
    assert gone == "deprecated"
    assert Claim.objects.get(pk=claim.pk).status == "active"


def test_a_claim_of_one_collection_is_shared_by_its_curator(curator_elsewhere, closed):
    claim = make.claim(home=closed)

    act(curator_elsewhere, "annotate_claim", "share", claim)

    assert Claim.objects.get(pk=claim.pk).home is None


def test_a_provision_is_added(curator):
    answer = make.browser(curator).post(
        reverse("admin:annotate_provision_add"),
        {
            "code": "ICCPR-18",
            "instrument": "International Covenant on Civil and Political Rights",
            "article": "18",
            "title": "Freedom of thought",
            "kind": "treaty",
        },
    )

    assert answer.status_code == 302
    assert Provision.objects.get(code="ICCPR-18").created_by == curator


def test_a_provision_of_the_same_code_is_refused(curator):
    make.provision("CAT-3")

    answer = make.browser(curator).post(
        reverse("admin:annotate_provision_add"),
        {"code": "CAT-3", "instrument": "CAT", "title": "Non-refoulement", "kind": "treaty"},
    )

    assert "A provision with this code already exists" in answer.text


# Tags and links.


@pytest.mark.parametrize("model", ["annotate_tag", "annotate_link"])
def test_tags_and_links_are_only_read_here(curator, reviewer, document, model):
    link = make.link(make.tag(document, by=reviewer), by=reviewer)
    row = {"annotate_tag": link.from_tag, "annotate_link": link}[model]
    browser = make.browser(curator)

    assert browser.get(list_url(model)).status_code == 200
    assert browser.get(reverse(f"admin:{model}_add")).status_code == 403
    assert browser.post(change_url(row), {"status": "withdrawn"}).status_code == 403
    assert (
        browser.post(reverse(f"admin:{model}_delete", args=[row.pk]), {"post": "yes"}).status_code
        == 403
    )


def test_private_notes_are_not_shown(curator_elsewhere, document, reviewer):
    tag = make.tag(document, by=reviewer, note="Between us")
    browser = make.browser(curator_elsewhere)

    assert "Between us" not in browser.get(list_url("annotate_tag")).text
    assert "Between us" not in browser.get(change_url(tag)).text


# Lists.


@pytest.mark.parametrize(
    "model",
    [
        "corpus_document",
        "corpus_passage",
        "annotate_claim",
        "annotate_tag",
        "annotate_link",
        "annotate_provision",
    ],
)
def test_a_list_asks_the_same_number_of_questions_however_long(
    curator, collection, model, django_assert_num_queries, django_assert_max_num_queries
):
    browser, address = make.browser(curator), list_url(model)
    fill(collection)
    browser.get(address)
    with django_assert_max_num_queries(30) as asked:
        browser.get(address)
    fill(collection)
    fill(collection)

    with django_assert_num_queries(len(asked)):
        browser.get(address)


def fill(collection):
    """Make a document with a voiced passage, tags on it, a link, a claim and a provision."""
    document = make.document(collection=collection, author=make.agent())
    voiced = make.describe(make.passage(document, 3), voice=make.agent(), speaker=make.agent())
    make.link(make.tag(document), make.tag(make.passage(document, voiced.ordinal)))
    make.claim(home=None)
    make.provision()

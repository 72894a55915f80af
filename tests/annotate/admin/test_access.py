"""What people see of a members-only collection in the admin when they are no members (I20).

The walk takes every page of the admin, for a curator of another collection and for an
administrator who belongs to none.
"""

import re

import pytest
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from annotate.models import Claim, Link, Tag
from corpus.actions import end_membership, set_membership
from corpus.models import Agent, Document, Passage
from tests import make

from .pages import (
    act,
    change_url,
    claim_fields,
    document_fields,
    list_url,
    passage_fields,
    rows,
)

MODELS = sorted(
    f"{model._meta.app_label}_{model._meta.model_name}" for model in admin.site._registry
)
FIELDS = sorted(
    (model._meta.app_label, str(model._meta.model_name), field.name)
    for model in admin.site._registry
    for field in model._meta.get_fields()
    if field.is_relation and field.remote_field and not field.auto_created
)
# Every word of the closed collection holds this one.
SECRET = "Zanzibar"
MISSING = 987654


@pytest.fixture(params=["curator", "administrator"])
def outsider(request):
    """Return somebody who opens the admin and does not belong to the closed collection."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def secret(closed, insider):
    """Return one row of each kind in the closed collection, by the name of its model."""
    agent = make.agent(f"{SECRET} witness", home=closed)
    document = make.document(
        f"{SECRET} title\n\n{SECRET} words stand here.\n",
        collection=closed,
        author=agent,
        place=SECRET,
        language=f"x-{SECRET}",
    )
    claim = make.claim(f"{SECRET} claim", text=f"{SECRET} does things.", home=closed)
    tag = make.tag(document, SECRET, claim=claim, by=insider)
    other = make.tag(document, "words", claim=claim, by=insider)
    link = make.link(tag, other, rationale=f"{SECRET} says so twice.", by=insider)
    return {
        "corpus_agent": agent,
        "corpus_document": document,
        "corpus_passage": make.passage(document),
        "annotate_claim": claim,
        "annotate_tag": tag,
        "annotate_link": link,
    }


HIDDEN = [
    "corpus_agent",
    "corpus_document",
    "corpus_passage",
    "annotate_claim",
    "annotate_tag",
    "annotate_link",
]


# Reading.


@pytest.mark.parametrize("model", MODELS)
def test_no_list_shows_anything_of_it(outsider, secret, model):
    browser = make.browser(outsider)
    queries = ("", f"?q={SECRET[:5]}", "?all=", "?e=1", "?o=1", "?_facets=True")
    popups = ("?_popup=1&_to_field=id", "?p=0")

    answers = [browser.get(list_url(model) + query, follow=True) for query in queries + popups]

    assert {answer.status_code for answer in answers} <= {200, 403}
    assert not [answer for answer in answers if SECRET in answer.text]


@pytest.mark.parametrize(
    ("model", "lookup", "of"),
    [
        ("corpus_document", "collection__id__exact", "closed"),
        ("corpus_document", "author__id__exact", "corpus_agent"),
        ("corpus_document", "language", "language"),
        ("corpus_agent", "home__id__exact", "closed"),
        ("corpus_passage", "document", "corpus_document"),
        ("corpus_passage", "voice__id__exact", "corpus_agent"),
        ("annotate_claim", "home__id__exact", "closed"),
        ("annotate_tag", "passage__text_version__document__collection__id__exact", "closed"),
        ("annotate_tag", "created_by__id__exact", "insider"),
        ("annotate_link", "created_by__id__exact", "insider"),
    ],
)
def test_a_filter_by_something_in_it_finds_nothing(
    outsider, secret, closed, insider, model, lookup, of
):
    values = {name: row.pk for name, row in secret.items()}
    values |= {"closed": closed.pk, "insider": insider.pk, "language": f"x-{SECRET}"}

    answer = make.browser(outsider).get(list_url(model), {lookup: values[of]}, follow=True)

    listed = answer.context["cl"].result_list
    assert not [row for row in listed if row.pk == secret[model].pk]
    assert SECRET not in answer.text.replace(f"x-{SECRET}", "")


@pytest.mark.parametrize(
    ("model", "lookup"),
    [
        ("corpus_passage", "text_version__document__title__startswith"),
        ("corpus_document", "collection__description__contains"),
        ("annotate_tag", "claim__text__contains"),
        ("annotate_tag", "note__contains"),
        ("corpus_document", "created_by__password__startswith"),
    ],
)
def test_a_lookup_that_no_filter_offers_is_refused(outsider, secret, model, lookup):
    answer = make.browser(outsider).get(list_url(model), {lookup: SECRET})

    assert answer.status_code == 400


@pytest.mark.parametrize("model", HIDDEN)
def test_its_rows_are_like_rows_that_do_not_exist(outsider, secret, model):
    browser = make.browser(outsider)

    hidden = asked(browser, model, secret[model].pk)

    assert hidden == asked(browser, model, MISSING)
    assert SECRET not in str(hidden)


def asked(browser, model, pk):
    """Return what the pages of a row answer, without the id they name."""
    answers = [
        getattr(browser, method)(reverse(f"admin:{model}_{page}", args=[pk]), follow=True)
        for method in ("get", "post")
        for page in ("change", "history", "delete")
    ]
    return [(a.status_code, a.redirect_chain, told(a, pk), SECRET in a.text) for a in answers]


def told(answer, pk):
    """Return the messages of a page, without the id they name."""
    shown = answer.context["messages"] if answer.context and "messages" in answer.context else []
    return [str(message).replace(str(pk), "…") for message in shown]


def test_no_field_finds_anything_of_it(outsider, secret):
    browser = make.browser(outsider)

    answers = [
        browser.get(
            reverse("admin:autocomplete"),
            {"app_label": app, "model_name": model, "field_name": str(field), "term": SECRET},
        )
        for app, model, field in FIELDS
    ]

    assert len(answers) > 30
    assert {answer.status_code for answer in answers} <= {200, 403, 404}
    assert not [answer for answer in answers if SECRET in answer.text]


@pytest.mark.parametrize("model", HIDDEN)
def test_the_redirect_to_a_rows_own_page_does_not_tell_that_it_exists(outsider, secret, model):
    kind = ContentType.objects.get_for_model(secret[model])
    browser = make.browser(outsider)
    hidden, missing = (
        browser.get(reverse("admin:view_on_site", args=[kind.pk, pk]))
        for pk in (secret[model].pk, MISSING)
    )

    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert SECRET not in hidden.text
    assert unstamped(hidden) == unstamped(missing)


def unstamped(answer):
    """Return a page without its nonce and its token."""
    return re.sub(r'nonce="[^"]*"|value="\w{64}"', "", answer.text)


@pytest.mark.parametrize("field", ["title", "place", "original_sha256"])
def test_a_popup_cannot_read_other_columns(outsider, secret, field):
    answer = make.browser(outsider).get(list_url("corpus_document"), {"_to_field": field})

    assert answer.status_code == 400


def test_the_page_for_a_new_row_offers_nothing_of_it(outsider, secret):
    browser = make.browser(outsider)

    texts = [browser.get(reverse(f"admin:{model}_add")).text for model in MODELS]

    assert SECRET not in "".join(texts)


def test_the_front_page_forgets_what_a_former_curator_did(secret, curator, closed):
    membership = set_membership(closed, curator, "curator", by=curator)
    document = secret["corpus_document"]
    make.browser(curator).post(
        change_url(document), document_fields(document, title=f"{SECRET} again")
    )
    end_membership(membership)

    answer = make.browser(curator).get(reverse("admin:index"))

    assert Document.objects.get(pk=document.pk).title == f"{SECRET} again"
    assert SECRET not in answer.text


# Writing.


@pytest.mark.parametrize(
    ("model", "action"),
    [
        ("corpus_document", "make_ready"),
        ("corpus_document", "withdraw"),
        ("corpus_document", "back_to_intake"),
        ("corpus_document", "put_back"),
        ("corpus_passage", "mark_boilerplate"),
        ("corpus_passage", "set_voice"),
        ("corpus_agent", "confirm"),
        ("annotate_claim", "deprecate"),
        ("annotate_claim", "reactivate"),
        ("annotate_claim", "share"),
    ],
)
@pytest.mark.parametrize("across", ["0", "1"])
def test_actions_do_not_reach_its_rows(curator, secret, model, action, across):
    row = secret[model]
    before = type(row).objects.values().get(pk=row.pk)

    answer = act(curator, model, action, row, select_across=across, voice="", reason="Because.")

    assert type(row).objects.values().get(pk=row.pk) == before
    assert SECRET not in answer.text


def test_rows_of_a_list_do_not_reach_its_passages(curator, secret):
    passage = secret["corpus_passage"]

    answer = make.browser(curator).post(
        list_url("corpus_passage"), rows(passage, **{"0-place": "Geneva"})
    )

    assert answer.status_code == 422
    assert SECRET not in answer.text
    assert Passage.objects.get(pk=passage.pk).place == ""


@pytest.mark.parametrize("field", ["author", "speaker", "publisher"])
def test_a_document_cannot_name_its_agents(curator, document, secret, field):
    answer = make.browser(curator).post(
        change_url(document), document_fields(document, **{field: secret["corpus_agent"].pk})
    )

    assert "Select a valid choice" in answer.text
    assert SECRET not in answer.text
    assert Document.objects.get(pk=document.pk).revision == document.revision


@pytest.mark.parametrize(
    ("field", "of"),
    [
        ("voice", "corpus_agent"),
        ("speaker", "corpus_agent"),
        ("quote_source", "corpus_document"),
    ],
)
def test_a_passage_cannot_name_anything_of_it(curator, passage, secret, field, of):
    answer = make.browser(curator).post(
        change_url(passage), passage_fields(passage, **{field: secret[of].pk})
    )

    assert "Select a valid choice" in answer.text
    assert SECRET not in answer.text
    assert Passage.objects.get(pk=passage.pk).revision == passage.revision


@pytest.mark.parametrize("field", ["voice", "speaker"])
def test_a_row_of_a_list_cannot_name_its_agents(curator, passage, secret, field):
    answer = make.browser(curator).post(
        list_url("corpus_passage"), rows(passage, **{f"0-{field}": secret["corpus_agent"].pk})
    )

    assert "Select a valid choice" in answer.text
    assert SECRET not in answer.text
    assert Passage.objects.get(pk=passage.pk).revision == passage.revision


@pytest.mark.parametrize("field", ["acts_for", "independence_parent", "members"])
def test_an_agent_cannot_refer_to_its_agents(curator, secret, field):
    answer = make.browser(curator).post(
        reverse("admin:corpus_agent_add"),
        {"name": "UHRP", "kind": "ngo", "status": "active", field: secret["corpus_agent"].pk},
    )

    assert "Select a valid choice" in answer.text
    assert SECRET not in answer.text
    assert not Agent.objects.filter(name="UHRP").exists()


def test_an_agent_cannot_be_put_there(curator, closed):
    answer = make.browser(curator).post(
        reverse("admin:corpus_agent_add"),
        {"name": "UHRP", "kind": "ngo", "status": "active", "home": closed.pk},
    )

    assert "Select a valid choice" in answer.text
    assert not Agent.objects.filter(name="UHRP").exists()


def test_a_claim_cannot_be_narrower_than_one_of_its(curator, secret):
    claim = make.claim()

    answer = make.browser(curator).post(
        change_url(claim), claim_fields(claim, broader=secret["annotate_claim"].pk)
    )

    assert "Select a valid choice" in answer.text
    assert SECRET not in answer.text
    assert Claim.objects.get(pk=claim.pk).broader is None


def test_a_claim_cannot_be_made_for_it(curator, closed):
    answer = make.browser(curator).post(
        reverse("admin:annotate_claim_add"),
        {
            "collection": closed.pk,
            "label": "equates evils",
            "text": "The SCO treats terrorism and separatism as one.",
            "kind": "position",
            "alt_labels": "[]",
        },
    )

    assert "Select a valid choice" in answer.text
    assert not Claim.objects.filter(label="equates evils").exists()


# Its own curator.


@pytest.mark.parametrize("model", HIDDEN)
def test_its_own_curator_sees_it(curator_elsewhere, secret, model):
    answer = make.browser(curator_elsewhere).get(list_url(model))

    assert SECRET in answer.text


@pytest.mark.parametrize("model", ["corpus_agent", "corpus_document", "corpus_passage"])
def test_its_own_curator_changes_it(curator_elsewhere, secret, model):
    answer = make.browser(curator_elsewhere).get(change_url(secret[model]))

    assert 'name="_save"' in answer.text


def test_tags_and_links_of_the_closed_collection_exist(secret):
    assert Tag.objects.count() == 2
    assert Link.objects.count() == 1

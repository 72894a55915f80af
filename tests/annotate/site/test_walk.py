"""I20 on every address of the site: nothing of a closed collection reaches anybody outside it.

The walk asks the resolver for all addresses, fills their places with the ids of a closed
collection's things, and reads every answer for the words that only its members may see.
"""

import re
from typing import Any

import pytest
from django.contrib import admin
from django.urls import URLPattern, URLResolver, get_resolver

from annotate.actions.derivations import name_source
from annotate.briefs.actions import freeze
from annotate.questions.actions import save_question
from tests import make

# Every one of these words stands in the closed collection and nowhere else.
SECRETS = re.compile(r"Zebra|zebra|ZEBRA")
PEOPLE = ["anonymous", "stranger", "reader", "reviewer", "curator", "administrator"]
# Without a person's own doing these end the walk's session, or belong to who asks alone.
LEFT_OUT = {"logout", "admin:logout"}


@pytest.fixture
def secret(closed, insider):
    """A closed collection with one of everything, each with a secret word in each text."""
    closed.name, closed.slug, closed.description = "Zebra file", "zebra", "Zebra matters"
    closed.save()
    author = make.agent("Zebra Watch", home=closed, kind="ngo", aliases=["ZEBRA"])
    document = make.document(
        "Zebra report\n\nThe zebra is held in zebraville.\n",
        collection=closed,
        author=author,
        by=insider,
        url="https://zebra.example/",
    )
    claim = make.claim("holds zebras", text="Zebraville holds zebras.", home=closed, by=insider)
    tag = make.tag(document, "zebra is held", claim=claim, by=insider, note="zebra note")
    other = make.tag(document, "zebraville", claim=claim, by=insider)
    link = make.link(tag, other, rationale="The zebra proves zebraville.", by=insider)
    remark = make.remark(tag, text="Zebra remark", by=insider)
    source = name_source(tag, make.document(collection=closed), kind="reports_on", by=insider)
    brief = make.brief(claim, tag, "Zebras.", collection=closed, by=insider, title="Zebra brief")
    freeze(brief, revision=brief.revision, by=insider)
    question = save_question("Zebra question", "one-source", {"collection": "zebra"}, by=insider)
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
        "code": "CAT-3",
        "token": "none",
        "collection": closed.pk,
        "membership": closed.memberships.get().pk,
    }


def addresses(patterns=None, prefix="/", space=""):
    """Yield the name and the route of every address below `patterns`."""
    for pattern in patterns or get_resolver().url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else space
            yield from addresses(pattern.url_patterns, route, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", route


def object_id(name: str, ids: dict[str, Any]) -> Any:
    """Return the id of the secret object that an admin address is about."""
    model = name.split("_")[1] if "_" in name else ""
    known = {
        "document": ids["document_id"],
        "guardeddocument": ids["document_id"],
        "passage": ids["passage_id"],
        "guardedpassage": ids["passage_id"],
        "tag": ids["tag_id"],
        "link": ids["link_id"],
        "agent": ids["agent_id"],
        "collection": ids["collection"],
        "membership": ids["membership"],
    }
    return known.get(model, 1)


def filled(name: str, route: str, ids: dict[str, Any]) -> str | None:
    """Return the address with the secret ids in its places, or None for a catch-all."""
    values = ids | {"object_id": object_id(name, ids), "app_label": "corpus", "id": ids["tag_id"]}
    values |= {"content_type_id": 1, "model_name": "document"}

    def fill(found: re.Match[str]) -> str:
        return str(values.get(found[1].split(":")[-1], 1))

    if route.startswith("/^") or "(?P" in route:
        return None
    return re.sub(r"<([^>]+)>", fill, route)


def walk(ids: dict[str, Any]) -> list[str]:
    """Return every address of the site, about the secret things."""
    filled_in = [filled(name, route, ids) for name, route in addresses() if name not in LEFT_OUT]
    return sorted({address for address in filled_in if address})


def asked(ids: dict[str, Any]) -> dict[str, Any]:
    """Return what somebody outside might put into a query string or a form.

    What is typed finds the secret words but is none of them, so that an echo is no leak.
    """
    return {
        "q": "zebr",
        "tag": ids["tag_id"],
        "from": ids["tag_id"],
        "to": ids["tag_id"],
        "from_tag": ids["tag_id"],
        "to_tag": ids["tag_id"],
        "claim": ids["public_id"],
        "brief": ids["brief_id"],
        "act": "up",
        "document": ids["document_id"],
        "collection": ids["collection"],
        "passage": ids["passage_id"],
        "start": 14,
        "end": 24,
        "held_by": ids["agent_id"],
        "asserted_by": ids["agent_id"],
        "agent": ids["agent_id"],
        "home": ids["collection"],
        "upstream": ids["document_id"],
        "new_claim": "holds zebr",
        "new_claim_text": "States hold animals in cages.",
        "relation": "supports",
        "rationale": "Because it is so, as one can see.",
        "text": "A remark.",
        "kind": "note",
        "stance": "asserts",
        "term": "zebr",
        "app_label": "annotate",
        "model_name": "tag",
        "field_name": "claim",
        "action": "mark_boilerplate",
        "_selected_action": ids["document_id"],
    }


def words_of(answer: Any) -> str:
    """Return all that an answer says: its body and where it leads."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return body.decode("utf-8", "replace") + str(answer.headers.get("Location", ""))


@pytest.mark.parametrize("htmx", [False, True], ids=["page", "htmx"])
@pytest.mark.parametrize("who", PEOPLE)
def test_no_address_tells_an_outsider_of_a_closed_collection(
    request, settings, collection, secret, who, htmx
):
    settings.DEBUG = False
    somebody = None if who == "anonymous" else request.getfixturevalue(who)
    client = make.browser(somebody, htmx=htmx)
    client.raise_request_exception = True
    leaks = []

    for address in walk(secret):
        for ask in (client.get, client.post):
            for sent in ({}, asked(secret)):
                answer = ask(address, sent)
                if SECRETS.search(words_of(answer)) or answer.status_code >= 500:
                    leaks.append((ask.__name__, address, bool(sent), answer.status_code))

    # Administrators keep collections and memberships, so they see what these are called.
    if who == "administrator":
        kept = re.compile(r"^/admin/(corpus/(collection|membership|person)/|$|jsi18n|autocomplete)")
        leaks = [leak for leak in leaks if not kept.match(leak[1])]
    assert leaks == []


@pytest.mark.parametrize(
    "name",
    [
        "show_document",
        "show_tag",
        "show_link",
        "show_claim",
        "show_brief",
        "show_edition",
        "show_question",
        "list_questions",
    ],
)
def test_the_walk_would_see_the_words_of_a_member(secret, insider, name):
    address = filled(name, dict(addresses())[name], secret) or ""

    answer = make.browser(insider).get(address, follow=True)

    assert SECRETS.search(answer.content.decode())


def test_the_walk_reaches_every_registered_admin_page(secret):
    reached = walk(secret)
    models = [model._meta for model in admin.site._registry]

    missing = [
        meta.label
        for meta in models
        if f"/admin/{meta.app_label}/{meta.model_name}/" not in reached
    ]
    assert missing == []


def test_anonymous_people_are_sent_to_the_sign_in(secret):
    client = make.browser(None)
    open_to_all = {"/accounts/login/", "/accounts/one-time/none/", "/admin/login/", "/health/"}

    let_in = [
        address
        for address in walk(secret)
        if address not in open_to_all and client.get(address).status_code == 200
    ]
    assert let_in == []

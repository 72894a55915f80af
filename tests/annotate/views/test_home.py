"""Home, My work, the coding rules, and what a person meets at the door."""

import json

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from annotate.guard import find_caveat
from annotate.guard.coding_help import TRAPS
from corpus.models import Passage
from tests import make

PAGES = ["/", "/mine/", "/help/coding/"]


def page_for(person, address="/"):
    """Return what `person` reads at `address`."""
    return make.browser(person).get(address).content.decode()


@pytest.fixture
def document(collection):
    return make.document(collection=collection, title="What was said")


# Home.


def test_home_leads_back_to_the_last_tag(reviewer, document):
    tag = make.tag(document, exact="terrorism", by=reviewer)

    page = page_for(reviewer)

    assert "Continue where you left off" in page
    assert f"/documents/{document.pk}/?tag={tag.pk}#t{tag.pk}" in page


def test_home_shows_what_needs_a_second_look(reviewer, document):
    make.tag(document, by=reviewer, status="stale", stale_reason="The claim was reworded.")

    page = page_for(reviewer)

    assert "Waiting for you" in page
    assert "The claim was reworded." in page


def test_words_that_were_not_found_wait_apart(reviewer, document):
    make.tag(document, by=reviewer, status="stale", anchor_state="broken")

    assert "Select the words again" in page_for(reviewer)


def test_an_objection_waits_until_it_is_answered(reviewer, colleague, document):
    tag = make.tag(document, by=reviewer)
    make.remark(tag, "disagree", "The quote is too short.", by=colleague)

    assert "The quote is too short." in page_for(reviewer)
    assert "The quote is too short." not in page_for(colleague)


def test_a_note_and_ones_own_question_do_not_wait(reviewer, colleague, document):
    tag = make.tag(document, by=reviewer)
    make.remark(tag, "note", "Just a note.", by=colleague)
    make.remark(tag, "question", "My own question.", by=reviewer)

    page = page_for(reviewer)

    assert "Just a note." not in page
    assert "My own question." not in page


def test_a_question_on_a_link_waits_too(reviewer, colleague, document):
    link = make.link(make.tag(document), make.tag(document, exact="State"), by=reviewer)
    make.remark(link, "question", "Is it a reason?", by=colleague)

    assert "Is it a reason?" in page_for(reviewer)


def test_new_claims_wait_for_curators_only(curator, reviewer):
    make.claim("extradites secretly", status="proposed")

    assert "extradites secretly" in page_for(curator)
    assert "extradites secretly" not in page_for(reviewer)


def test_collections_say_what_they_hold_and_what_one_is_there(reviewer, collection, document):
    make.tag(document, by=reviewer)
    make.tag(document, exact="State", by=reviewer, status="stale")

    line = make.browser(reviewer).get("/").context["collections"][0]

    assert (line.collection, line.role) == (collection, "reviewer")
    assert (line.documents, line.tags, line.looks) == (1, 1, 1)


def test_a_members_only_collection_is_not_on_a_strangers_home(stranger, insider, closed):
    make.tag(make.document(collection=closed, title="A secret"), by=insider)

    assert "A secret" in page_for(insider)
    page = page_for(stranger)
    assert "A secret" not in page
    assert "Closed collection" not in page


def test_who_leaves_a_collection_no_longer_reads_own_quotes(insider, closed):
    make.tag(make.document(collection=closed, title="A secret"), by=insider)
    insider.memberships.all().delete()

    assert "A secret" not in page_for(insider)
    assert "A secret" not in page_for(insider, "/mine/")


def test_who_has_tagged_nothing_is_told_how_to_begin(reviewer, document):
    assert "How to begin" in page_for(reviewer)


def test_an_empty_installation_says_what_to_do_first(stranger, administrator):
    assert "Ask an administrator" in page_for(stranger)
    assert "Add a collection" in page_for(administrator)


# My work.


def test_my_work_is_mine(reviewer, colleague, document):
    make.tag(document, exact="terrorism", claim=make.claim("mine"), by=reviewer)
    make.tag(document, exact="State", claim=make.claim("theirs"), by=colleague)

    page = page_for(reviewer, "/mine/")

    assert "mine" in page
    assert "theirs" not in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"standing", "stale", "lost"}),
        ("?status=standing", {"standing"}),
        ("?status=look", {"stale"}),
        ("?status=lost", {"lost"}),
        ("?status=withdrawn", {"withdrawn"}),
        ("?since=2000-01-01&until=2000-01-02", set()),
        ("?since=not-a-day&document=x", {"standing", "stale", "lost"}),
        ("?claim=C404", set()),
    ],
)
def test_my_work_is_narrowed(reviewer, document, query, shown):
    make.tag(document, by=reviewer, note="standing")
    make.tag(document, by=reviewer, note="stale", status="stale")
    make.tag(document, by=reviewer, note="lost", status="stale", anchor_state="broken")
    make.tag(document, by=reviewer, note="withdrawn", status="withdrawn")

    lines = make.browser(reviewer).get("/mine/" + query).context["tags"].lines

    assert {line.tag.note for line in lines} == shown


def test_my_work_is_narrowed_to_a_claim_and_a_document(reviewer, document, collection):
    claim = make.claim()
    other = make.document(collection=collection)
    make.tag(document, claim=claim, by=reviewer)
    wanted = make.tag(other, claim=claim, by=reviewer)
    make.tag(other, by=reviewer)

    query = f"/mine/?claim={claim.public_id}&document={other.pk}"
    lines = make.browser(reviewer).get(query).context["tags"].lines

    assert [line.tag for line in lines] == [wanted]


def test_my_work_is_paged(reviewer, document):
    tags = [make.tag(document, by=reviewer) for _number in range(52)]
    client = make.browser(reviewer)

    first = client.get("/mine/").context["tags"]
    second = client.get("/mine/", {"after": first.next_cursor}).context["tags"]

    assert [line.tag for line in first.lines + second.lines] == tags[::-1]
    assert second.next_cursor == ""


def test_no_tags_yet_says_how_to_make_one(reviewer):
    assert "How to begin" in page_for(reviewer, "/mine/")


@pytest.mark.parametrize("address", ["/", "/mine/"])
def test_the_query_count_does_not_grow(reviewer, colleague, document, address):
    client = make.browser(reviewer)
    make.remark(make.tag(document, by=reviewer, status="stale"), "question", by=colleague)
    make.tag(document, by=reviewer)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for _number in range(4):
        place = make.document(collection=make.collection())
        make.remark(make.tag(place, by=reviewer, status="stale"), "question", by=colleague)
        make.tag(place, by=reviewer)

    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(many) == len(few)


# The coding rules.


def test_the_nine_traps_of_the_reference_are_explained():
    reference = json.loads((settings.SEEDS_DIR / "reference.json").read_text("utf-8"))

    shown = [str(trap.quote).removesuffix(" …") for trap in TRAPS]
    begun = [
        trap["quote"][: len(quote)] for trap, quote in zip(reference["traps"], shown, strict=True)
    ]

    assert shown == begun


@pytest.mark.parametrize("word", ["however", "although", "unless", "largely", "reportedly"])
def test_a_rule_names_the_caveats_that_are_pointed_out(reader, word):
    page = page_for(reader, "/help/coding/")
    said, quote = f"It holds, {word} not everywhere.", "It holds"

    rule = page.partition('<li id="caveat">')[2].partition("</li>")[0]

    assert f"“{word}”" in rule
    assert find_caveat(said, 0, len(quote), language="en")


def test_the_example_of_a_caveat_is_one_that_is_pointed_out(seeds, reader):
    quote = "unquestioned by the international community"
    passage = Passage.objects.get(text__contains=quote)
    start = passage.text.index(quote)

    caveat = find_caveat(passage.text, start, start + len(quote), language="en")

    page = page_for(reader, "/help/coding/")
    assert f"“{quote}” alone is a selective quotation" in page
    assert caveat
    assert caveat.words == "largely"
    assert f"“{caveat.words} {quote}”" in page


def test_the_rules_speak_plainly(reader):
    page = page_for(reader, "/help/coding/").lower()

    words = ["stance", "held_by", "asserted_by", "polarity", "anchor", "derivation", "conveyed"]
    assert [word for word in words if word in page] == []


# Every page.


@pytest.mark.parametrize("address", PAGES)
def test_a_page_asks_for_the_sign_in(db, address):
    response = Client().get(address)

    assert response.status_code == 302
    assert response.url == f"/accounts/login/?next={address}"


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_only_read(reader, address):
    assert make.browser(reader).post(address).status_code == 405


@pytest.mark.parametrize("address", PAGES)
def test_a_page_holds_no_inline_style_and_no_inline_script(reader, address):
    page = page_for(reader, address)

    assert " style=" not in page
    assert "<style" not in page
    assert "<script>" not in page


def test_the_chosen_light_is_drawn_by_the_server(reader):
    client = make.browser(reader)
    client.cookies["theme"] = "dark"

    assert '<html lang="en" data-theme="dark">' in client.get("/").content.decode()


def test_a_light_nobody_offers_is_left_out(reader):
    client = make.browser(reader)
    client.cookies["theme"] = '"><script>'

    assert "data-theme=" not in client.get("/").content.decode().partition("<head>")[0]


def test_the_admin_is_offered_to_those_who_may_open_it(reader, curator):
    assert 'href="/admin/"' not in page_for(reader)
    assert 'href="/admin/"' in page_for(curator)


# The door.


def test_signing_in_leads_to_the_page_that_was_asked_for(reader):
    response = Client().post(
        "/accounts/login/",
        {"username": reader.username, "password": make.PASSWORD, "next": "/mine/"},
    )

    assert response.status_code == 302
    assert response.url == "/mine/"


def test_signing_in_never_leads_to_another_site(reader):
    response = Client().post(
        "/accounts/login/",
        {"username": reader.username, "password": make.PASSWORD, "next": "https://evil.example/"},
    )

    assert response.url == "/"


def test_a_wrong_password_says_so_and_keeps_the_name(reader):
    response = Client().post(
        "/accounts/login/", {"username": reader.username, "password": "wrong", "next": "/mine/"}
    )

    page = response.content.decode()
    assert "do not match" in page
    assert f'value="{reader.username}"' in page
    assert 'value="/mine/"' in page


def test_who_guesses_passwords_has_to_wait(reader):
    wrong = {"username": reader.username, "password": "wrong"}
    client = Client()

    tries = range(settings.AXES_FAILURE_LIMIT)
    answers = [client.post("/accounts/login/", wrong) for _number in tries]

    assert answers[0].status_code == 200
    assert answers[-1].status_code == 429
    assert "Wait a quarter of an hour" in answers[-1].content.decode()


def test_signing_out_is_a_post(reader):
    client = make.browser(reader)

    assert client.get("/accounts/logout/").status_code == 405
    assert "You are signed out" in client.post("/accounts/logout/").content.decode()
    assert client.get("/").status_code == 302


def test_what_is_not_there_looks_the_same_to_everybody(reader):
    known = make.browser(reader).get("/documents/987654321/")
    unknown = Client().get("/nothing/here/")

    assert (known.status_code, unknown.status_code) == (404, 404)
    assert "nothing here that you can see" in known.content.decode()
    assert "Sign in" in unknown.content.decode()


def test_a_form_from_an_old_page_says_what_to_do(reader):
    client = Client(enforce_csrf_checks=True)
    client.force_login(reader)

    response = client.post("/accounts/logout/")

    assert response.status_code == 403
    assert "Reload the page and save again" in response.content.decode()

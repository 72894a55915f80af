"""The worklist of second looks."""

import pytest

from annotate.actions.claims import edit_claim
from annotate.actions.curation import withdraw_document
from annotate.codebook.claim_splits import open_split
from tests import make
from tests.annotate.codebook.test_claim_merges import again

PAGE = "/second-looks/"


@pytest.fixture
def tag(collection, reviewer, curator):
    """Return a tag of the reviewer's whose claim was reworded."""
    claim = make.claim(text="The State detains lawyers.")
    made = make.tag(make.document(collection=collection), claim=claim, by=reviewer)
    edit_claim(claim, {"text": "The State jails lawyers."}, by=curator, meaning_changed=True)
    return again(made)


def form(tag, act="confirm", **more):
    return {"tag": tag.pk, "revision": tag.revision, "act": act} | more


def looks(client, query=""):
    return client.get(PAGE + query).context["looks"].rows


def test_it_shows_what_the_claim_said_then_and_says_now(tag, reviewer):
    page = make.browser(reviewer).get(PAGE).content.decode()

    assert "<del>The State detains lawyers.</del>" in page
    assert "<ins>The State jails lawyers.</ins>" in page


def test_what_still_holds_stands_again(tag, reviewer):
    answer = make.browser(reviewer).post(PAGE, form(tag), follow=True)

    assert again(tag).status == "submitted"
    assert answer.context["looks"].rows == []


def test_htmx_gets_the_rest_of_the_list_alone(tag, reviewer):
    answer = make.browser(reviewer, htmx=True).post(PAGE, form(tag, "withdraw"))

    assert answer.status_code == 200
    assert "<html" not in answer.content.decode()
    assert again(tag).status == "withdrawn"


def test_a_curator_settles_others_with_a_reason(tag, curator):
    client = make.browser(curator, htmx=True)
    assert looks(make.browser(curator)) == []
    assert [look.line.tag for look in looks(make.browser(curator), "?whose=all")] == [tag]

    assert client.post(PAGE, form(tag, whose="all")).status_code == 422
    answer = client.post(PAGE, form(tag, whose="all", reason="Jail is detention."))

    assert answer.status_code == 200
    assert again(tag).status == "submitted"


@pytest.mark.parametrize("who", ["colleague", "reader", "stranger", "curator_elsewhere"])
def test_others_neither_see_nor_settle_it(tag, request, who):
    client = make.browser(request.getfixturevalue(who))

    assert looks(client, "?whose=all") == []
    assert client.post(PAGE, form(tag, reason="Because.")).status_code == 404


def test_who_settles_on_an_old_reading_changes_nothing(tag, reviewer):
    answer = make.browser(reviewer, htmx=True).post(PAGE, form(tag, revision=tag.revision - 1))

    assert answer.status_code == 409
    assert again(tag).status == "stale"


def test_it_must_be_said_whether_it_holds(tag, reviewer):
    answer = make.browser(reviewer, htmx=True).post(PAGE, form(tag, "else"))

    assert answer.status_code == 422


def test_what_lost_its_words_or_its_claim_cannot_be_confirmed(collection, reviewer):
    document = make.document(collection=collection)
    make.tag(document, by=reviewer, status="stale", anchor_state="broken")

    (look,) = looks(make.browser(reviewer))

    assert not look.can_be_confirmed


def test_the_list_is_narrowed_to_a_claim(tag, reviewer, collection):
    other = make.tag(make.document(collection=collection), by=reviewer, status="stale")

    found = looks(make.browser(reviewer), f"?claim={other.claim.public_id}")

    assert [look.line.tag for look in found] == [other]


def test_links_whose_quotes_stand_are_listed(collection, reviewer):
    document = make.document(collection=collection)
    one, other = (make.tag(document, word, by=reviewer) for word in ("State", "things"))
    link = make.link(one, other, by=reviewer, status="stale")

    seen = make.browser(reviewer).get(PAGE).context["links"]

    assert [one.link for one in seen] == [link]


def test_claims_being_split_are_listed_with_what_is_undecided(reviewer, curator, collection):
    tag = make.tag(make.document(collection=collection), by=reviewer)
    split = open_split(tag.claim, [make.claim(), make.claim()], by=curator, reason="Two things.")

    assert make.browser(reviewer).get(PAGE).context["splits"] == [(split, 1)]
    assert make.browser(curator).get(PAGE).context["splits"] == []


def test_it_takes_no_more_queries_for_more_looks(tag, reviewer, collection, count_queries):
    client = make.browser(reviewer)
    before = count_queries(client, PAGE)
    document = make.document(collection=collection)
    [
        make.tag(document, word, by=reviewer, status="stale")
        for word in ("State", "things", "terrorism")
    ]

    assert count_queries(client, PAGE) == before


def test_on_a_withdrawn_document_a_tag_can_only_be_withdrawn(collection, reviewer, curator):
    document = make.document(collection=collection)
    tag = make.tag(document, by=reviewer)
    document.refresh_from_db()
    withdraw_document(document, by=curator)

    page = make.browser(reviewer).get("/second-looks/").content.decode()

    assert 'value="withdraw"' in page
    assert 'value="confirm"' not in page
    assert f"/tags/{tag.pk}/edit/" not in page

"""The pages of briefs: list, desk, putting in, ordering, history."""

import pytest
from django.urls import reverse

from annotate.briefs import actions as acts
from annotate.codebook.claim_splits import close_split, open_split
from annotate.models import Brief
from corpus.actions import set_membership
from tests import make
from tests.acts import last_act

pytestmark = pytest.mark.django_db

ITEM_ACTS = ["up", "down", "edit", "take_out", "leave_out", "put_in"]


@pytest.fixture
def tag(collection):
    """A quote of the collection."""
    return make.tag(make.document(collection=collection))


@pytest.fixture
def brief(collection, reviewer, tag):
    """A brief with own words, a claim and a quote."""
    return make.brief("Own words.", make.claim(), tag, collection=collection, by=reviewer)


LOOKS = "/second-looks/"


def texts(brief):
    """Return what stands in the brief, in order."""
    return [str(item.text or item.kind) for item in brief.items.order_by("position")]


def page_of(brief):
    """Return the address of the brief's page."""
    return reverse("show_brief", args=[brief.pk])


def change(client, brief, number, act, **fields):
    """Press a button of the part at this place."""
    address = reverse("change_item", args=[brief.pk, make.part(brief, number).pk])
    return client.post(address, {"act": act, "revision": brief.revision} | fields)


# The list.


def test_a_brief_is_begun(reviewer, collection):
    sent = {"title": "Torture", "question": "Who says so?", "collection": collection.pk}

    answer = make.browser(reviewer).post("/briefs/", sent)

    brief = Brief.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, page_of(brief))
    assert (brief.title, brief.question, brief.created_by) == ("Torture", "Who says so?", reviewer)
    assert last_act(brief)["action"] == "create_brief"


@pytest.mark.parametrize("missing", ["title", "question"])
def test_a_brief_without_title_or_question_is_refused(reviewer, collection, missing):
    sent = {"title": "Torture", "question": "Who?", "collection": collection.pk} | {missing: " "}

    answer = make.browser(reviewer).post("/briefs/", sent)

    assert answer.status_code == 422
    assert "This field is required." in answer.content.decode()
    assert not Brief.objects.exists()


def test_a_reader_begins_no_brief(reader, collection):
    sent = {"title": "Torture", "question": "Who?", "collection": collection.pk}

    assert make.browser(reader).post("/briefs/", sent).status_code == 422
    assert "New brief" not in make.browser(reader).get("/briefs/").content.decode()


def test_the_list_shows_the_briefs_of_ones_own_collections(brief, reader, closed, insider):
    other = make.brief(collection=closed, by=insider)

    said = make.browser(reader).get("/briefs/").content.decode()

    assert brief.title in said
    assert other.title not in said


def test_the_list_asks_no_more_queries_when_it_grows(brief, reviewer, collection, count_queries):
    client = make.browser(reviewer)
    before = count_queries(client, "/briefs/")
    made = [make.brief(collection=collection, by=reviewer) for _ in range(5)]

    assert made
    assert count_queries(client, "/briefs/") == before


def test_a_long_list_is_paged(collection, reviewer):
    made = [make.brief(collection=collection, by=reviewer) for _ in range(51)]
    client = make.browser(reviewer)

    first = client.get("/briefs/")
    cursor = first.context["briefs"].next_cursor
    second = client.get("/briefs/", {"after": cursor})

    assert first.context["briefs"].rows[0] == made[-1]
    assert second.context["briefs"].rows == [made[0]]


# Who may.


@pytest.mark.parametrize("htmx", [False, True])
@pytest.mark.parametrize("who", ["stranger", "insider"])
def test_whoever_is_no_member_finds_no_brief(request, brief, who, htmx):
    client = make.browser(request.getfixturevalue(who), htmx=htmx)
    part = make.part(brief)
    posted = [
        reverse("add_item", args=[brief.pk]),
        reverse("change_item", args=[brief.pk, part.pk]),
        reverse("freeze_edition", args=[brief.pk]),
        reverse("edit_brief", args=[brief.pk]),
    ]

    assert [client.get(page_of(brief)).status_code] == [404]
    assert [client.post(one, {"act": "up"}).status_code for one in posted] == [404] * 4


def test_a_reader_reads_and_changes_nothing(brief, reader):
    client = make.browser(reader)

    assert client.get(page_of(brief)).status_code == 200
    assert change(client, brief, 1, "down").status_code == 404
    assert "Remove" not in client.get(page_of(brief)).content.decode()


@pytest.mark.parametrize("name", ["add_item", "freeze_edition"])
def test_acts_are_not_done_by_get(brief, reviewer, name):
    assert make.browser(reviewer).get(reverse(name, args=[brief.pk])).status_code == 405


def test_the_part_of_another_brief_is_not_there(brief, reviewer, collection):
    other = make.brief("Others.", collection=collection, by=reviewer)
    address = reverse("change_item", args=[brief.pk, make.part(other).pk])

    answer = make.browser(reviewer).post(address, {"act": "up", "revision": brief.revision})

    assert answer.status_code == 404


# Putting in.


@pytest.mark.parametrize(("kind", "drawn"), [("heading", "<h2>The law</h2>"), ("text", "The law")])
def test_own_words_are_put_in(brief, reviewer, kind, drawn):
    address = reverse("add_item", args=[brief.pk])

    answer = make.browser(reviewer).post(address, {"kind": kind, "text": " The law "})

    assert answer.status_code == 303
    assert texts(brief)[-1] == "The law"
    assert drawn in make.browser(reviewer).get(page_of(brief)).content.decode()


def test_no_words_are_refused(brief, reviewer):
    sent = {"kind": "text", "text": "  "}

    answer = make.browser(reviewer).post(reverse("add_item", args=[brief.pk]), sent)

    assert answer.status_code == 422
    assert "Write something, or choose one." in answer.content.decode()


def test_search_offers_claims_and_quotes_to_put_in(brief, reviewer, collection):
    claim = make.claim("zebra crossing", text="Zebras cross.")
    make.tag(make.document("Title\n\nA zebra stands here.\n", collection=collection), "zebra")
    client = make.browser(reviewer)

    said = client.get(page_of(brief), {"q": "zebra"}).content.decode()

    assert f'name="claim" value="{claim.public_id}"' in said
    assert ">zebra</blockquote>" in said


def test_search_offers_nothing_the_brief_may_not_hold(brief, closed, collection):
    both = make.member(closed, "reviewer")
    set_membership(collection, both, "reviewer", by=both)
    make.claim("zebra crossing", home=closed)
    make.tag(make.document("Title\n\nA zebra stands here.\n", collection=closed), "zebra")

    found = make.browser(both).get(page_of(brief), {"q": "zebra"}).context["found"]

    assert found == ([], [])


@pytest.mark.parametrize("htmx", [False, True])
@pytest.mark.parametrize("noun", ["claim", "tag"])
def test_a_claim_or_a_quote_is_added_from_its_page(brief, reviewer, collection, noun, htmx):
    tag = make.tag(make.document(collection=collection))
    value = {"claim": tag.claim.public_id, "tag": tag.pk}[noun]
    client = make.browser(reviewer, htmx=htmx)

    answer = client.post("/briefs/add/", {"brief": brief.pk, noun: value, "next": "/claims/"})

    assert getattr(brief.items.last(), noun) == getattr(tag, noun, tag)
    said = answer.content.decode() if htmx else client.get("/claims/").content.decode()
    assert f"Added to “{brief.title}”." in said


def test_what_is_there_already_is_not_added_twice(brief, reviewer, tag):
    client = make.browser(reviewer, htmx=True)

    answer = client.post("/briefs/add/", {"brief": brief.pk, "tag": tag.pk})

    assert "It is already in" in answer.content.decode()
    assert brief.items.count() == 3


def test_a_quote_of_a_closed_collection_goes_into_no_brief_of_another(brief, closed, collection):
    both = make.member(closed, "reviewer")
    set_membership(collection, both, "reviewer", by=both)
    tag = make.tag(make.document(collection=closed))
    client = make.browser(both, htmx=True)

    answer = client.post("/briefs/add/", {"brief": brief.pk, "tag": tag.pk})

    assert answer.status_code == 422
    assert "A brief holds what all members of its collection may see" in answer.content.decode()


@pytest.mark.parametrize("noun", ["claim", "tag"])
def test_what_may_not_be_seen_is_not_added(brief, reviewer, closed, noun):
    claim = make.claim(home=closed)
    tag = make.tag(make.document(collection=closed), claim=claim)
    value = {"claim": claim.public_id, "tag": tag.pk}[noun]

    answer = make.browser(reviewer).post("/briefs/add/", {"brief": brief.pk, noun: value})

    assert answer.status_code == 404


@pytest.mark.parametrize("noun", ["claim", "tag"])
def test_the_pages_of_claims_and_tags_offer_ones_briefs(brief, reviewer, stranger, tag, noun):
    address = {"claim": f"/claims/{tag.claim.public_id}/", "tag": f"/tags/{tag.pk}/"}[noun]

    mine = make.browser(reviewer).get(address, follow=True).content.decode()
    others = make.browser(stranger).get(address, follow=True).content.decode()

    assert f'<option value="{brief.pk}">{brief.title}</option>' in mine
    assert "Add to brief" not in others


# Ordering and changing.


@pytest.mark.parametrize(
    ("number", "act", "after"),
    [
        (1, "down", ["claim", "Own words.", "tag"]),
        (3, "up", ["Own words.", "tag", "claim"]),
        (1, "up", ["Own words.", "claim", "tag"]),
        (3, "down", ["Own words.", "claim", "tag"]),
        (2, "take_out", ["Own words.", "tag"]),
    ],
)
@pytest.mark.parametrize("htmx", [False, True])
def test_parts_are_ordered_and_taken_out(brief, reviewer, number, act, after, htmx):
    answer = change(make.browser(reviewer, htmx=htmx), brief, number, act)

    assert answer.status_code == (200 if htmx else 303)
    assert texts(brief) == after


def test_own_words_are_changed(brief, reviewer):
    change(make.browser(reviewer), brief, 1, "edit", text="Other words.")

    assert texts(brief)[0] == "Other words."
    assert last_act(make.part(brief)) == {
        "by": reviewer.pk,
        "action": "edit_words",
        "reason": "",
    }


@pytest.mark.parametrize(("act", "number"), [("edit", 2), ("dance", 1)])
def test_what_a_part_cannot_do_is_not_there(brief, reviewer, act, number):
    assert change(make.browser(reviewer), brief, number, act, text="x").status_code == 404


def test_own_words_cannot_become_nothing(brief, reviewer):
    answer = change(make.browser(reviewer), brief, 1, "edit", text=" ")

    assert answer.status_code == 422
    assert texts(brief)[0] == "Own words."


def test_the_other_side_is_left_out_and_put_back_in(brief, reviewer):
    client = make.browser(reviewer)

    change(client, brief, 2, "leave_out")
    out = client.get(page_of(brief)).content.decode()
    brief.refresh_from_db()
    change(client, brief, 2, "put_in")

    assert "were left out of this brief by its authors" in out
    assert "left out of this brief" not in client.get(page_of(brief)).content.decode()


@pytest.mark.parametrize("htmx", [False, True])
@pytest.mark.parametrize("act", ITEM_ACTS)
def test_an_act_on_an_older_state_changes_nothing(brief, reviewer, colleague, act, htmx):
    acts.add_words(Brief.objects.get(pk=brief.pk), "text", "Newer.", by=colleague)

    number = 1 if act == "edit" else 2
    answer = change(make.browser(reviewer, htmx=htmx), brief, number, act, text="Mine")

    assert answer.status_code == 409
    assert "Somebody changed this brief in the meantime." in answer.content.decode()
    assert texts(brief) == ["Own words.", "claim", "tag", "Newer."]


def test_the_head_is_changed(brief, reviewer):
    sent = {"title": "New", "question": "Who?", "shows_notes": "on", "revision": brief.revision}

    answer = make.browser(reviewer).post(reverse("edit_brief", args=[brief.pk]), sent)

    brief.refresh_from_db()
    assert answer.status_code == 303
    assert (brief.title, brief.shows_notes, brief.shows_reviewers) == ("New", True, False)


def test_of_two_heads_the_second_is_shown_the_first(brief, reviewer, colleague):
    mine = {"title": "Mine", "question": "Who?", "revision": brief.revision}
    acts.edit_brief(
        Brief.objects.get(pk=brief.pk), title="Theirs", revision=brief.revision, by=colleague
    )

    answer = make.browser(reviewer).post(reverse("edit_brief", args=[brief.pk]), mine)

    brief.refresh_from_db()
    assert answer.status_code == 409
    assert brief.title == "Theirs"
    assert f'name="revision" value="{brief.revision}"' in answer.content.decode()
    assert "Theirs" in answer.content.decode()
    assert 'value="Mine"' in answer.content.decode()


def test_a_head_without_a_question_is_refused(brief, reviewer):
    sent = {"title": "New", "question": "", "revision": brief.revision}

    answer = make.browser(reviewer).post(reverse("edit_brief", args=[brief.pk]), sent)

    assert answer.status_code == 422


def test_the_history_tells_what_became_of_a_brief_and_its_parts(brief, reviewer):
    client = make.browser(reviewer)
    change(client, brief, 2, "take_out")

    said = client.get(reverse("show_brief_history", args=[brief.pk])).content.decode()

    assert "took a part out of the brief" in said
    assert "began the brief" in said
    assert "put a quote into the brief" in said
    assert "Own words." in said


# A claim that was split.


@pytest.fixture
def split(collection, reviewer, curator):
    """A brief with own words on both sides of a claim, which was split into two since."""
    claim = make.claim("detains and beats lawyers")
    make.tag(make.document(collection=collection), claim=claim, by=reviewer)
    made = make.brief("Before.", claim, "Behind.", collection=collection, by=reviewer)
    parts = make.claim("detains lawyers"), make.claim("beats lawyers")
    close_split(open_split(claim, parts, by=curator, reason="It says two things."), by=curator)
    return made, claim, parts


def test_a_brief_says_which_claims_a_claim_was_split_into(split, reviewer):
    made, _claim, (one, other) = split

    page = make.browser(reviewer).get(page_of(made))

    named = f"{one.public_id} detains lawyers and {other.public_id} beats lawyers"
    assert f"Split into {named}." in page.text
    assert "Replace with its parts" in page.text
    assert "0 sources say this." not in page.text
    assert "1 quote needs a second look and is not counted." in page.text


@pytest.mark.parametrize("htmx", [True, False])
def test_the_parts_are_put_where_the_claim_stood(split, reviewer, htmx):
    made, _claim, parts = split

    change(make.browser(reviewer, htmx=htmx), made, 2, "put_parts_in")

    items = list(made.items.order_by("position"))
    assert [item.text or item.claim for item in items] == ["Before.", *parts, "Behind."]
    assert last_act(items[1])["action"] == "put_parts_in"


def test_a_part_the_brief_holds_already_stays_where_it_is(split, reviewer):
    made, _claim, (one, other) = split
    acts.add_to_brief(made, other, by=reviewer)

    change(make.browser(reviewer), made, 2, "put_parts_in")

    items = made.items.order_by("position")
    assert [item.text or item.claim for item in items] == ["Before.", one, "Behind.", other]


def test_only_a_claim_that_was_split_gives_way_to_its_parts(brief, reviewer):
    answer = change(make.browser(reviewer), brief, 2, "put_parts_in")

    assert answer.status_code == 422
    assert "This claim was not split." in answer.text


def test_the_page_of_a_split_claim_says_at_its_top_what_it_became(split, reviewer):
    _made, claim, (one, _other) = split

    page = make.browser(reviewer).get(f"/claims/{claim.public_id}/").text

    head = page.partition('id="claim-counts"')[0]
    assert "It was split into" in head
    assert f"{one.public_id} detains lawyers" in head


def test_a_second_look_on_a_split_claim_names_its_parts_and_cannot_confirm(split, reviewer):
    _made, claim, (one, _other) = split
    tag = claim.tags.get()

    list_, card = (make.browser(reviewer).get(at).text for at in (LOOKS, f"/tags/{tag.pk}/"))

    assert f"{one.public_id} detains lawyers" in list_
    assert "It still holds" not in list_ + card

"""History pages: who changed what, when and why, in words."""

import pytest
from django.db import transaction
from django.urls import reverse

from annotate.actions.tags import edit_tag, restore_tag, withdraw_tag
from annotate.models import Claim, Tag
from annotate.queries.histories import history_of
from corpus.actions import make_ready
from corpus.history import history
from tests import make, raw


def changes_of(entry):
    return [(str(change.label), change.before, change.after) for change in entry.changes]


def page_of(name, target, **place):
    return reverse(f"show_{name}_history", kwargs=place or {f"{name}_id": target.pk})


@pytest.fixture
def tag(collection, reviewer):
    document = make.document(collection=collection)
    return make.tag(document, "naïve 😀", by=reviewer, note="Only for us.")


def fresh(tag):
    return Tag.objects.select_related("passage__text_version__document__author").get(pk=tag.pk)


# What it tells.


def test_a_history_begins_with_who_made_it_and_of_what(tag, reviewer):
    (entry,) = history_of(tag, reviewer).rows

    assert (entry.who, entry.act) == (reviewer, "tagged the words")
    assert ("quote", "", "naïve 😀") in changes_of(entry)
    assert ("claim", "", str(tag.claim)) in changes_of(entry)
    assert ("what they say about it", "", "says so") in changes_of(entry)
    assert ("whose words", "", tag.asserted_by.name) in changes_of(entry)
    assert "how sure they sound" not in [label for label, _before, _after in changes_of(entry)]


def test_a_change_says_what_stood_before(tag, reviewer):
    holder, claim = make.agent("Council"), make.claim("another claim")

    edit_tag(fresh(tag), revision=1, by=reviewer, stance="rejects", held_by=holder, claim=claim)

    entry = history_of(tag, reviewer).rows[0]
    assert entry.act == "changed the tag"
    assert changes_of(entry) == [
        ("claim", str(tag.claim), str(claim)),
        ("what they say about it", "says so", "disagrees with"),
        ("whose position", "", "Council"),
    ]


def test_moved_words_say_where_they_stood(tag, reviewer):
    edit_tag(fresh(tag), revision=1, by=reviewer, start=tag.start, end=tag.end - 2)

    assert changes_of(history_of(tag, reviewer).rows[0]) == [
        ("place in the text", f"{tag.start + 1}–{tag.end}", f"{tag.start + 1}–{tag.end - 2}"),
        ("quote", "naïve 😀", "naïve"),
    ]


def test_a_reason_is_told(tag, curator, reviewer):
    withdraw_tag(tag, by=curator, reason="Not in the quote.")

    entry = history_of(tag, reviewer).rows[0]
    assert (entry.who, entry.act, entry.reason) == (
        curator,
        "withdrew the tag",
        "Not in the quote.",
    )
    assert changes_of(entry) == [("status", "submitted", "withdrawn")]


def test_the_newest_stands_first(tag, reviewer):
    withdraw_tag(tag, by=reviewer)
    restore_tag(tag, by=reviewer)

    assert [entry.act for entry in history_of(tag, reviewer).rows][-1] == "tagged the words"


def test_what_a_tag_engages_is_part_of_its_history(tag, reviewer):
    provision = make.provision("CAT-3", title="Non-refoulement")
    row = make.tag_provision(tag, provision)
    with history(by=reviewer, action="edit_tag"):
        raw.execute(raw.delete(row))

    told = [change for entry in history_of(tag, reviewer).rows for change in changes_of(entry)]

    line = "CAT-3 Non-refoulement (named here, violated)"
    assert ("provision", "", line) in told
    assert ("provision", line, "") in told


def test_an_unknown_act_is_told_plainly(tag, reviewer):
    with history(by=reviewer, action="tidy_with_a_script"):
        raw.execute(raw.update(tag, certainty="certain"))

    assert history_of(tag, reviewer).rows[0].act == "changed this"


def test_an_act_without_a_name_is_somebodys(db, reviewer):
    raw.act_as_nobody()
    claim = Claim.objects.create(label="label", text="A thing is so.", created_by=reviewer)

    (entry,) = history_of(claim, reviewer).rows

    assert entry.who is None
    assert (
        "Somebody"
        in make.browser(reviewer)
        .get(page_of("claim", claim, public_id=claim.public_id))
        .content.decode()
    )


def test_a_claims_history_tells_labels_in_all_languages(db, reviewer):
    claim = make.claim()
    with history(by=reviewer, action="edit_claim"):
        claim.alt_labels = [{"text": "驱回", "language": "zh"}]
        claim.save()

    assert changes_of(history_of(claim, reviewer).rows[0]) == [
        ("short names in other languages", "", "驱回 (zh)")
    ]


def test_a_documents_history_holds_its_passages(committing_db, collection, curator):
    document = make.document(collection=collection, ready=False, by=curator)
    speaker = make.agent("Court")
    make.describe(make.passage(document, 2), kind="heading", voice=speaker, by=curator)
    make_ready(document, by=curator)

    ready, described, imported = history_of(document, curator).rows

    assert (ready.act, changes_of(ready)) == (
        "opened the document for tagging",
        [("status", "being prepared", "ready")],
    )
    assert [(change.where, change.before, change.after) for change in described.changes] == [
        ("Passage 2", "paragraph", "heading"),
        ("Passage 2", "", "Court"),
    ]
    assert imported.act == "imported the text"
    assert all(change.where == "" for change in imported.changes)


def test_one_act_on_many_passages_is_one_entry(committing_db, collection, curator):
    document = make.document(collection=collection)
    with transaction.atomic(), history(by=curator, action="mark_boilerplate"):
        for number in (2, 3):
            raw.execute(raw.update(make.passage(document, number), kind="boilerplate"))

    entry = history_of(document, curator).rows[0]

    assert entry.act == "marked passages that are no text of the document"
    assert [change.where for change in entry.changes] == ["Passage 2", "Passage 3"]


@pytest.mark.parametrize(
    "word", ["revision", "held_by", "asserted_by", "stance", "request_key", "status_before"]
)
def test_no_word_of_the_code_is_printed(tag, reviewer, word):
    edit_tag(fresh(tag), revision=1, by=reviewer, stance="denies")
    withdraw_tag(fresh(tag), by=reviewer)

    page = make.browser(reviewer).get(page_of("tag", tag)).content.decode()

    assert word not in page


# Who sees it.


@pytest.fixture(params=["document", "tag", "claim", "link"])
def hidden(request, closed, insider):
    """The address of each kind of history in a members-only collection."""
    document = make.document(collection=closed, author=make.agent("Hidden author", home=closed))
    claim = make.claim(home=closed)
    tag = make.tag(document, "naïve 😀", claim=claim, by=insider)
    link = make.link(tag, make.tag(make.document(collection=closed), by=insider), by=insider)
    return {
        "document": page_of("document", document),
        "tag": page_of("tag", tag),
        "claim": page_of("claim", claim, public_id=claim.public_id),
        "link": page_of("link", link),
    }[request.param]


@pytest.mark.parametrize("who", ["stranger", "reader", "curator"])
def test_a_history_is_seen_where_its_object_is(request, hidden, who):
    somebody = request.getfixturevalue(who)

    assert make.browser(somebody).get(hidden).status_code == 404


def test_a_member_sees_the_history(hidden, insider):
    assert make.browser(insider).get(hidden).status_code == 200


def test_nobody_reads_a_history_without_signing_in(hidden):
    answer = make.browser(None).get(hidden)

    assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (
        302,
        "/accounts/login/",
    )


def test_a_history_is_not_posted_to(hidden, insider):
    assert make.browser(insider).post(hidden).status_code == 405


@pytest.mark.parametrize(("who", "told"), [("reader", True), ("stranger", False)])
def test_notes_are_told_to_members_only(request, tag, who, told):
    somebody = request.getfixturevalue(who)

    page = make.browser(somebody).get(page_of("tag", tag))

    assert page.status_code == 200
    assert ("Only for us." in page.content.decode()) == told


def test_what_the_reader_may_not_see_is_not_named(closed, insider, stranger):
    claim = make.claim("Once hidden", home=closed, broader=make.claim("Still hidden", home=closed))
    with history(by=insider, action="share_claim"):
        raw.execute(raw.update(claim, home_id=None, broader_id=None))
    claim.refresh_from_db()

    page = make.browser(stranger).get(page_of("claim", claim, public_id=claim.public_id))

    assert page.status_code == 200
    assert "something you may not see" in page.content.decode()
    assert "Still hidden" not in page.content.decode()
    assert closed.name not in page.content.decode()


def test_a_withdrawn_document_keeps_its_words_to_itself(tag, reviewer):
    document = tag.passage.text_version.document
    withdraw_tag(tag, by=reviewer)
    with history(by=reviewer, action="withdraw_document"):
        raw.execute(raw.update(document, status="withdrawn"))

    page = make.browser(reviewer).get(page_of("tag", tag))

    assert page.status_code == 200
    assert "naïve 😀" not in page.content.decode()


def test_markup_in_a_value_is_text(tag, reviewer):
    edit_tag(fresh(tag), revision=1, by=reviewer, note="<b>&'\"")

    page = make.browser(reviewer).get(page_of("tag", tag)).content.decode()

    assert "&lt;b&gt;&amp;&#x27;&quot;" in page


# As a list.


def rewrite(claim, times, *, by):
    for number in range(times):
        with history(by=by, action="edit_claim"):
            raw.execute(raw.update(claim, scope_note=f"Note {number:03}"))


def test_a_long_history_is_read_page_by_page(committing_db, reviewer):
    claim = make.claim()
    rewrite(claim, 60, by=reviewer)
    client = make.browser(reviewer)
    address = page_of("claim", claim, public_id=claim.public_id)

    first = client.get(address)
    second = client.get(address, {"after": first.context["next"]})

    assert len(first.context["entries"]) == 50
    assert "Note 059" in first.content.decode()
    assert len(second.context["entries"]) == 11
    assert second.context["entries"][-1].act == "made this"
    assert second.context["next"] == ""


def test_paging_through_one_transaction_loses_and_repeats_nothing(db, reviewer):
    claim = make.claim()
    rewrite(claim, 60, by=reviewer)

    first = history_of(claim, reviewer)
    second = history_of(claim, reviewer, after=first.next_cursor)

    told = [
        change.after for page in (first, second) for entry in page.rows for change in entry.changes
    ]
    notes = [text for text in told if text.startswith("Note")]
    assert sorted(notes) == [f"Note {number:03}" for number in range(60)]


@pytest.mark.parametrize("cursor", ["", "broken", "a:b:c"])
def test_a_broken_cursor_answers_the_first_page(tag, reviewer, cursor):
    assert len(history_of(tag, reviewer, after=cursor).rows) == 1


@pytest.mark.parametrize("times", [2, 20])
def test_the_queries_do_not_grow_with_the_history(db, reviewer, django_assert_num_queries, times):
    claim = make.claim()
    rewrite(claim, times, by=reviewer)

    with django_assert_num_queries(3):
        history_of(claim, reviewer)


@pytest.mark.parametrize("passages", [1, 15])
def test_the_queries_do_not_grow_with_the_passages(
    collection, curator, django_assert_num_queries, passages
):
    text = "Title\n" + "".join(f"Paragraph number {n} says so.\n" for n in range(20))
    document = make.document(text, collection=collection)
    for number in range(2, 2 + passages):
        make.describe(make.passage(document, number), voice=make.agent(), by=curator)

    with django_assert_num_queries(10):
        history_of(document, curator)

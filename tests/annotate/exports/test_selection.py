"""Which rows an export has: by filter, and by who asks."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from annotate.exports.csv_files import export_csv
from annotate.queries.selections import Selection
from corpus.actions import set_membership
from corpus.history import history
from corpus.models.document import DocumentStatus
from tests import make
from tests.annotate.exported import TABLES, fetch, read, rows, the_row

# Filters.


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"claim": "C01"}, 2),
        ({"claim": ["C01", "C08"]}, 4),
        ({"claim": "C01 C08"}, 4),
        ({"claim": "C01", "stance": "asserts"}, 0),
        ({"collection": "sco-study"}, 36),
        ({"reviewer": "system"}, 36),
        ({"since": "2000-01-01"}, 36),
        ({"until": "2000-01-01"}, 0),
        ({"claim": ""}, 36),
    ],
)
def test_filters_choose_tags(seeds, reader, asked, count):
    assert len(rows(reader, **asked)) == count


def test_a_day_is_wholly_within_its_filter(seeds, reader):
    today = datetime.now(UTC).date().isoformat()

    assert {len(rows(reader, since=today)), len(rows(reader, until=today))} == {36}


def test_the_other_files_follow_the_chosen_tags(seeds, reader):
    asked = {"document": seeds.statement.pk, "claim": "C01"}

    assert [r["claim_id"] for r in rows(reader, "export_claims", **asked)] == ["C01"]
    assert [r["title"] for r in rows(reader, "export_documents", **asked)] == [
        seeds.statement.title
    ]
    [tag] = rows(reader, **asked)
    assert [r["link_id"] for r in rows(reader, "export_links", **asked)] == (
        tag["link_ids"].split("; ")
    )


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"claim": "C99"}, "There is no claim “C99” that you can see."),
        ({"document": "999999"}, "There is no document “999999” that you can see."),
        ({"document": "one"}, "“one” is not the number of a document."),
        ({"collection": "nowhere"}, "There is no collection “nowhere” that you can see."),
        ({"stance": "shouts"}, "“shouts” must be one of asserts"),
        ({"reviewer": "Nobody"}, "Nobody with the pseudonym “Nobody”"),
        ({"since": "yesterday"}, "Write the day as year-month-day"),
        ({"since": "2026-02-02", "until": "2026-01-01"}, "The last day comes before the first."),
        ({"for": "fun"}, "“fun” must be spreadsheet or analysis."),
        ({"clam": "C01"}, "There is no filter “clam”."),
    ],
)
def test_a_wrong_filter_is_refused_with_a_sentence(seeds, reader, asked, words):
    response = make.browser(reader).get(reverse("export_tags"), asked)

    assert response.status_code == 422
    assert words in response.text


# Who may see what.


@pytest.fixture
def secret(closed, insider):
    """Return a tag in the members-only collection of which every name is telling."""
    document = make.document(
        "Hushed title line\nHushed words here.",
        collection=closed,
        title="Hushed title",
        author=make.agent("Hushed author", home=closed),
    )
    claim = make.claim("Hushed claim", text="Hushed proposition.", home=closed)
    tag = make.tag(document, "Hushed words", claim=claim, by=insider, note="Hushed note")
    make.link(tag, make.tag(document, "here", claim=claim, by=insider), by=insider)
    return tag


@pytest.mark.parametrize("route", TABLES)
def test_a_stranger_finds_nothing_of_a_closed_collection(seeds, secret, stranger, route):
    written = fetch(stranger, route)

    assert b"ushed" not in written
    assert b"Ines" not in written
    assert secret.created_by.pseudonym.encode() not in written


@pytest.mark.parametrize("route", TABLES)
def test_a_member_finds_it(seeds, secret, insider, route):
    assert b"Hushed" in fetch(insider, route)


@pytest.mark.parametrize("field", ["claim", "document", "collection", "reviewer"])
def test_a_filter_does_not_tell_what_a_stranger_cannot_see(seeds, secret, stranger, field):
    there = {
        "claim": secret.claim.public_id,
        "document": str(secret.passage.text_version.document_id),
        "collection": secret.passage.text_version.document.collection.slug,
        "reviewer": secret.created_by.pseudonym,
    }[field]
    missing = {"claim": "C999", "document": "999999"}.get(field, "nothing")

    def answer(value):
        response = make.browser(stranger).get(reverse("export_tags"), {field: value})
        words = str(response.context["form"].errors[field]).replace(value, "…")
        return response.status_code, words

    assert answer(there) == answer(missing)


def test_a_link_to_a_tag_one_cannot_see_is_not_named(seeds, secret, stranger, insider):
    make.link(seeds.tag("U01"), secret, by=insider)

    assert the_row(stranger, seeds.tag("U01"))["link_ids"] == ""
    assert the_row(insider, seeds.tag("U01"))["link_ids"] != ""


def test_a_shared_claim_does_not_name_a_closed_one(secret, stranger):
    make.claim("narrow", broader=secret.claim)

    assert [r["broader"] for r in rows(stranger, "export_claims")] == [""]


def test_a_hidden_document_leaves_every_file(seeds, reader, curator):
    document = make.document(collection=seeds.collection, title="Hide me")
    document.status = DocumentStatus.HIDDEN
    with history(by=curator, action="hide", reason="asked for"):
        document.save(update_fields=["status"])

    assert "Hide me" not in fetch(reader, "export_documents").decode()
    assert b"Hide me" not in read(export_csv("documents", Selection(None)))


def test_notes_leave_only_when_asked_for_and_only_to_members(secret, insider, stranger, closed):
    make.tag(make.document(), note="Another note")

    assert "note" not in rows(insider)[0]
    assert {r["note"] for r in rows(insider, notes="1")} == {"Hushed note", ""}
    assert {r["note"] for r in rows(stranger, notes="1")} == {""}


def test_remarks_leave_only_when_asked_for(seeds, reader, reviewer):
    tag = seeds.tag("U01")
    make.remark(tag, "question", "Who says so?", by=reviewer)

    assert "Who says so?" not in fetch(reader).decode()
    assert the_row(reader, tag, remarks="1")["remarks"].startswith(
        f"{reviewer.pseudonym} (question, "
    )


def test_reviewers_appear_by_pseudonym(seeds, reviewer, reader):
    make.tag(seeds.statement, "Accordingly", by=reviewer)

    written = fetch(reader).decode()

    assert reviewer.pseudonym in written
    assert reviewer.display_name not in written
    assert reviewer.username not in written


def test_a_member_who_leaves_sees_no_more(seeds, secret, stranger, closed):
    set_membership(closed, stranger, "reader", by=stranger)
    assert b"Hushed" in fetch(stranger)

    stranger.memberships.all().delete()

    assert b"Hushed" not in fetch(stranger)

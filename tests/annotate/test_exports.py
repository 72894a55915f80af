"""The CSV files: what is in them, for whom, and that they can be read back."""

import csv
import io
import logging
from datetime import UTC, datetime

import psycopg
import pytest
from django.db import connection
from django.urls import reverse

from annotate.exports.copying import copied, export_csv, table_of
from annotate.exports.staging import AT_ONCE, staged
from annotate.models import Stance, Tag, TagStatus
from annotate.queries.selections import ANALYSIS, Selection
from annotate.queries.tags import conveyer_of, sentence_of
from corpus.actions import set_membership
from corpus.history import history
from corpus.models import TAGGABLE_KINDS, Passage
from corpus.models.document import DocumentStatus
from tests import make

COLUMNS = """
tag_id tag_uid tag_url sentence claim_id claim_id_when_tagged claim_label claim_text claim_kind
claim_status stance polarity certainty directness speech asserted_by speaker speaker_capacity
held_by holders conveyed_by quote translation translation_kind lead_in context_before
context_after document_id document_title document_kind document_author publisher collection
uttered_on uttered_precision place language passage_number passage_kind start end source_url
archive_url retrieved_at original_sha256 text_sha256 text_version provisions link_ids status
agreed_by disputed tagged_by tagged_at licence citation
""".split()
FILES = (
    "export_tags",
    "export_links",
    "export_claims",
    "export_documents",
    "export_workbook",
    "export_everything",
)


def fetch(somebody, route="export_tags", **asked):
    """Return the bytes of a file, for analysis unless told otherwise."""
    response = make.browser(somebody).get(reverse(route), {"for": "analysis"} | asked)
    assert response.status_code == 200, response.content
    return response.getvalue()


def rows(somebody, route="export_tags", **asked):
    """Return the rows of a CSV file as dictionaries."""
    return list(csv.DictReader(io.StringIO(fetch(somebody, route, **asked).decode(), newline="")))


def read(export):
    """Return the bytes of an export, and close it."""
    with export.file:
        return export.file.read()


def the_row(somebody, tag, **asked):
    """Return the one row of a tag."""
    [row] = [row for row in rows(somebody, **asked) if row["tag_id"] == str(tag.pk)]
    return row


# What is in it.


def test_the_seeds_give_36_tags_and_18_links(seeds, reader):
    assert len(rows(reader)) == 36
    assert len(rows(reader, "export_links")) == 18


def test_the_seeds_give_31_claims_and_6_documents(seeds, reader):
    assert len(rows(reader, "export_claims")) == 31
    assert len(rows(reader, "export_documents")) == 6


def test_columns_stand_in_their_order(seeds, reader):
    assert list(rows(reader)[0]) == COLUMNS


def test_quotes_equal_the_reference_byte_for_byte(seeds, reader):
    wanted = [
        (tag["document"], tag["start"], tag["end"], tag["claim"], tag["quote"].encode())
        for tag in seeds.reference["tags"]
    ]

    names = {str(seeds.statement.pk): seeds.STATEMENT, str(seeds.report.pk): seeds.REPORT}
    found = [
        (names[r["document_id"]], int(r["start"]), int(r["end"]), r["claim_id"], r["quote"].encode())
        for r in rows(reader)
    ]

    assert sorted(found) == sorted(wanted)


def test_sides_and_conveyers_equal_the_reference(seeds, reader):
    wanted = sorted((t["quote"], t["claim"], t["polarity"], t["conveyed_by"] or "")
                    for t in seeds.reference["tags"])

    found = sorted((r["quote"], r["claim_id"], r["polarity"], r["conveyed_by"])
                   for r in rows(reader))

    assert found == wanted


def test_rows_are_ordered_by_place(seeds, reader):
    places = [
        (int(r["document_id"]), int(r["start"]), int(r["end"]), r["claim_id"], int(r["tag_id"]))
        for r in rows(reader)
    ]

    assert places == sorted(places)


@pytest.mark.parametrize("route", FILES)
def test_the_same_query_twice_gives_the_same_bytes(seeds, reader, route):
    assert fetch(reader, route) == fetch(reader, route)


def test_the_row_count_equals_a_count_by_sql(seeds, reader):
    make.tag(seeds.statement, "Accordingly", status=TagStatus.WITHDRAWN)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM annotate_tag WHERE status IN ('submitted', 'accepted')")
        [count] = cursor.fetchone()

    assert len(rows(reader)) == count


@pytest.mark.parametrize("route", FILES[:4])
def test_the_file_read_back_by_python_and_by_copy_is_the_same(seeds, reader, route):
    hostile = 'a "quote", a\nline, a\ttab; naïve 😀 cafe\u0301 حقوق \u202eRTL\u202c 𠀋 \\N \\. ,'
    make.tag(make.document(title=hostile, collection=seeds.collection), note=hostile)
    written = fetch(reader, route)
    by_python = list(csv.reader(io.StringIO(written.decode(), newline="")))

    with connection.cursor() as cursor:
        names = ", ".join(f'"{name}" text' for name in by_python[0])
        cursor.execute(f"CREATE TEMPORARY TABLE back ({names})")
        with cursor.cursor.copy(
            "COPY back FROM STDIN (FORMAT csv, HEADER true, FORCE_NOT_NULL *)"
        ) as copy:
            copy.write(written)
        cursor.execute("SELECT * FROM back")
        by_copy = [list(row) for row in cursor.fetchall()]

    assert by_copy == by_python[1:]
    assert any(hostile in row for row in by_copy) is (route in {"export_tags", "export_documents"})


def test_every_value_is_quoted_and_lines_end_in_lf(seeds, reader):
    written = fetch(reader, "export_documents")

    assert b"\r" not in written
    assert written.startswith(b'"document_id","document_uid"')
    assert b",," not in written and b'"",""' in written


def test_the_sentence_is_the_one_on_the_card(seeds, reader):
    tags = Tag.objects.select_related(
        "claim", "asserted_by", "held_by", "passage__voice",
        "passage__text_version__document__author",
    )

    assert {r["tag_id"]: r["sentence"] for r in rows(reader)} == {
        str(tag.pk): sentence_of(tag) for tag in tags
    }


def test_a_quoted_voice_does_not_inherit_speaker_date_and_place(seeds, reader):
    quoted = [r for r in rows(reader) if r["asserted_by"] == "UN Secretary-General"]

    assert {(r["speaker"], r["uttered_on"], r["place"], r["conveyed_by"]) for r in quoted} == {
        ("Ban Ki-moon", "2010-04-05", "Tashkent, Uzbekistan", "Human Rights in China")
    }


def test_the_own_voice_inherits_speaker_date_and_place(seeds, reader):
    first = rows(reader, document=seeds.statement.pk)[0]

    assert (first["speaker"], first["speaker_capacity"], first["uttered_on"], first["place"]) == (
        "Edward Heartney",
        "Counselor for Economic and Social Affairs",
        "2023-09-01",
        "New York, New York",
    )


@pytest.mark.parametrize(
    ("stance", "holders"),
    [
        ("asserts", "Voice"),
        ("denies", ""),
        ("questions", ""),
        ("endorses", "Voice; Holder"),
        ("rejects", "Holder"),
        ("attributes", "Holder"),
    ],
)
def test_holders_follow_from_the_stance(reader, collection, stance, holders):
    document = make.document(collection=collection, author=make.agent("Voice"))
    holder = make.agent("Holder") if Stance(stance) in {"endorses", "rejects", "attributes"} else None
    make.tag(document, stance=stance, held_by=holder)

    assert rows(reader)[0]["holders"] == holders


def test_provisions_stand_as_code_basis_and_role(reader, collection):
    tag = make.tag(make.document(collection=collection))
    make.tag_provision(tag, make.provision("UDHR-9"), role="invoked")
    make.tag_provision(tag, make.provision("CAT-3"), basis="inferred")

    assert the_row(reader, tag)["provisions"] == "CAT-3:inferred:violated; UDHR-9:named:invoked"


def test_a_date_is_no_finer_than_it_is_known(reader, collection):
    make.document(collection=collection, uttered_on="2011-03-01", uttered_precision="month")

    assert rows(reader, "export_documents")[0]["uttered_on"] == "2011-03"


def test_the_citation_leaves_out_what_is_not_known(reader, collection):
    make.document(
        collection=collection,
        author=make.agent("Amnesty"),
        title="A report",
        symbol="A/HRC/1",
        uttered_on="2011-01-01",
        uttered_precision="year",
        retrieved_at=datetime(2026, 3, 30, 23, 59, tzinfo=UTC),
    )

    [row] = rows(reader, "export_documents")
    assert row["citation"] == "Amnesty, A report, 2011, A/HRC/1, retrieved 2026-03-30"
    assert row["retrieved_at"] == "2026-03-30T23:59:00Z"


# Context.


def expected_context(tag):
    """Return both contexts by the book: join everything that is not boilerplate, then cut."""
    passages = list(
        Passage.objects.filter(text_version=tag.passage.text_version_id)
        .exclude(kind="boilerplate")
        .order_by("ordinal")
    )
    before = [p.text for p in passages if p.ordinal < tag.passage.ordinal]
    after = [p.text for p in passages if p.ordinal > tag.passage.ordinal]
    own_before = tag.passage.text[: tag.start - tag.passage.start]
    own_after = tag.passage.text[tag.end - tag.passage.start :]
    return (
        "¶".join([*before, own_before])[-200:],
        "¶".join([own_after, *after])[:200],
    )


@pytest.mark.parametrize("length", [1, 3, 20, 98, 99, 100, 198, 199, 200, 201, 450])
def test_context_runs_on_over_passages_of_any_length(reader, collection, length):
    lines = [f"{number} 😀" + "é" * (length - 1) for number in range(260 // length + 6)]
    kinds = {3: "boilerplate", 4: "boilerplate"}
    document = make.document("\n".join(lines), collection=collection, kinds=kinds)
    places = Passage.objects.filter(text_version__document=document, kind__in=TAGGABLE_KINDS)
    tags = [make.tag(make.passage(document, place.ordinal), "😀") for place in places]

    found = {r["tag_id"]: (r["context_before"], r["context_after"]) for r in rows(reader)}

    assert found == {str(tag.pk): expected_context(tag) for tag in tags}


def test_context_of_the_seeds_is_right(seeds, reader):
    tags = Tag.objects.select_related("passage")

    found = {r["tag_id"]: (r["context_before"], r["context_after"]) for r in rows(reader)}

    assert found == {str(tag.pk): expected_context(tag) for tag in tags}


# Agreement and dispute.


def test_those_who_agree_are_named_by_pseudonym(seeds, reader, reviewer, colleague):
    tag = seeds.tag("U01")
    make.remark(tag, "agree", "", by=reviewer)
    make.remark(tag, "agree", "", by=colleague)

    row = the_row(reader, tag)

    assert row["agreed_by"] == "; ".join(sorted([reviewer.pseudonym, colleague.pseudonym]))
    assert row["disputed"] == "no"


def test_an_unanswered_objection_is_a_dispute(seeds, reader, reviewer):
    tag = seeds.tag("U01")
    make.remark(tag, "disagree", "It is only reported.", by=reviewer)

    assert the_row(reader, tag)["disputed"] == "yes"


def test_another_stance_on_the_same_words_is_a_dispute_on_both(reader, collection, reviewer, colleague):
    document, claim = make.document(collection=collection), make.claim()
    make.tag(document, claim=claim, by=reviewer)
    make.tag(document, claim=claim, by=colleague, stance="denies")
    make.tag(document, claim=make.claim(), by=colleague, stance="denies")

    assert [r["disputed"] for r in rows(reader)] == ["yes", "yes", "no"]


def test_the_same_reading_by_a_colleague_is_no_dispute(reader, collection, reviewer, colleague):
    document, claim = make.document(collection=collection), make.claim()
    make.tag(document, claim=claim, by=reviewer)
    make.tag(document, claim=claim, by=colleague)

    assert [r["disputed"] for r in rows(reader)] == ["no", "no"]


# Flavours.

STARTS = ["=1+1", "+1", "-1", "@x", "＝1", "＋1", "－1", "＠x", "\tx", "\rx", "\nx"]


@pytest.mark.parametrize("title", STARTS)
def test_a_spreadsheet_gets_no_formula(reader, collection, title):
    make.tag(make.document(collection=collection, title=title))

    written = make.browser(reader).get(reverse("export_tags")).getvalue()

    assert written.startswith(b"\xef\xbb\xbf")
    [row] = csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline=""))
    assert row["document_title"] == f"'{title}"


@pytest.mark.parametrize("title", [*STARTS, "'x", "plain"])
def test_analysis_gets_every_cell_verbatim(reader, collection, title):
    make.tag(make.document(collection=collection, title=title))

    assert not fetch(reader).startswith(b"\xef\xbb\xbf")
    assert rows(reader)[0]["document_title"] == title


def test_a_spreadsheet_gets_harmless_cells_unchanged(seeds, reader):
    spreadsheet = fetch(reader, **{"for": "spreadsheet"})

    assert spreadsheet == b"\xef\xbb\xbf" + fetch(reader)


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
    assert [r["title"] for r in rows(reader, "export_documents", **asked)] == [seeds.statement.title]
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
        ({"stance": "shouts"}, "“shouts” is none of asserts"),
        ({"reviewer": "Nobody"}, "Nobody of the pseudonym “Nobody”"),
        ({"since": "yesterday"}, "Write the day as year-month-day"),
        ({"since": "2026-02-02", "until": "2026-01-01"}, "The last day comes before the first."),
        ({"for": "fun"}, "“fun” is neither spreadsheet nor analysis."),
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


@pytest.mark.parametrize("route", FILES[:4])
def test_a_stranger_finds_nothing_of_a_closed_collection(seeds, secret, stranger, route):
    written = fetch(stranger, route)

    assert b"ushed" not in written
    assert b"Ines" not in written and secret.created_by.pseudonym.encode() not in written


@pytest.mark.parametrize("route", FILES[:4])
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
    assert the_row(reader, tag, remarks="1")["remarks"].startswith(f"{reviewer.pseudonym} (question, ")


def test_reviewers_appear_by_pseudonym(seeds, reviewer, reader):
    make.tag(seeds.statement, "Accordingly", by=reviewer)

    written = fetch(reader).decode()

    assert reviewer.pseudonym in written
    assert reviewer.display_name not in written and reviewer.username not in written


def test_a_member_who_leaves_sees_no_more(seeds, secret, stranger, closed):
    set_membership(closed, stranger, "reader", by=stranger)
    assert b"Hushed" in fetch(stranger)

    stranger.memberships.all().delete()

    assert b"Hushed" not in fetch(stranger)


# How it is sent.


@pytest.mark.parametrize("route", FILES)
def test_nobody_exports_without_signing_in(db, route):
    response = make.browser(None).get(reverse(route))

    assert response.status_code == 302 and response["Location"].startswith(reverse("login"))


@pytest.mark.parametrize("route", ["show_exports", *FILES])
def test_an_export_is_only_read(reader, route):
    assert make.browser(reader).post(reverse(route)).status_code == 405


def test_the_file_comes_as_an_attachment_that_is_not_kept(seeds, reader):
    response = make.browser(reader).get(reverse("export_tags"))

    assert response["Content-Disposition"] == 'attachment; filename="tags.csv"'
    assert response["Content-Type"].startswith("text/csv; charset=utf-8")
    assert int(response["Content-Length"]) == len(response.getvalue())
    assert "no-store" in response["Cache-Control"]


def test_addresses_come_from_the_settings_never_from_the_request(seeds, reader, settings):
    settings.SITE_URL = "https://corroborate.example/"
    settings.ALLOWED_HOSTS = ["*"]

    response = make.browser(reader).get(reverse("export_tags"), headers={"host": "evil.example"})

    written = response.getvalue().decode()
    assert "https://corroborate.example/tags/" in written and "evil" not in written


@pytest.fixture
def another_connection(db):
    """Return a connection beside Django's own, as another process would have one."""
    parameters = connection.get_connection_params()
    parameters = {k: v for k, v in parameters.items() if k not in {"cursor_factory", "context"}}
    with psycopg.connect(**parameters, autocommit=True) as another:
        yield another


@pytest.mark.parametrize(("busy", "status"), [(0, 200), (1, 200), (2, 503)])
def test_two_exports_run_at_once_and_a_third_waits(seeds, reader, another_connection, busy, status):
    for slot in range(busy):
        another_connection.execute("SELECT pg_advisory_lock(%s, %s)", [0x436F7272, slot])

    response = make.browser(reader).get(reverse("export_tags"))
    response.close()

    assert response.status_code == status
    assert response.get("Retry-After") == ("10" if status == 503 else None)
    assert AT_ONCE == 2


def test_a_finished_export_makes_room(seeds, reader):
    assert {len(fetch(reader)) for _turn in range(4)} == {len(fetch(reader))}


def test_a_file_is_of_one_moment(committing_db, seeds, another_connection):
    asked = Selection(None, flavour=ANALYSIS)
    with staged(asked):
        another_connection.execute("UPDATE corpus_collection SET name = 'Renamed meanwhile'")
        written = read(copied(table_of("tags", asked), asked))

    assert b"Renamed" not in written and b"SCO study" in written


def test_an_export_leaves_nothing_in_the_database(committing_db, seeds, reader):
    fetch(reader)

    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relname LIKE 'export%'")
        assert cursor.fetchall() == []


def test_a_failure_is_an_error_page_never_half_a_file(committing_db, seeds, reader):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE annotate_tagprovision RENAME TO broken")
    browser = make.browser(reader)
    browser.raise_request_exception = False

    response = browser.get(reverse("export_tags"))

    assert response.status_code == 500
    assert "Content-Disposition" not in response


def test_every_export_is_logged(seeds, reader, caplog):
    with caplog.at_level(logging.INFO, logger="corroborate.export"):
        fetch(reader, claim="C01")

    [line] = [r.getMessage() for r in caplog.records if r.name == "corroborate.export"]
    assert line.startswith(f"{reader.username} took tags.csv (claim=C01 flavour=analysis): 2 rows")


def test_an_export_works_while_queries_are_recorded(seeds, reader):
    connection.force_debug_cursor = True
    try:
        assert len(rows(reader)) == 36
    finally:
        connection.force_debug_cursor = False

"""The CSV files: what is in them, and that they can be read back."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.urls import reverse

from annotate.models import Tag, TagStatus
from annotate.queries.tags import sentence_of
from annotate.text.stances import STANCES_ON_ANOTHER
from tests import make
from tests.annotate.exported import COLUMNS, FILES, TABLES, csv_rows, fetch, rows, the_row

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
        (
            names[r["document_id"]],
            int(r["start"]),
            int(r["end"]),
            r["claim_id"],
            r["quote"].encode(),
        )
        for r in rows(reader)
    ]

    assert sorted(found) == sorted(wanted)


def test_numbers_of_sources_equal_the_reference(seeds, reader):
    wanted = {
        claim: tuple(str(row[f"independent_{what}"]) for what in ("affirmed", "attested", "denied"))
        for claim, row in seeds.reference["expected_counts"].items()
    }

    found = {
        row["claim_id"]: tuple(
            row[f"independent_{what}"] for what in ("affirmed", "attested", "denied")
        )
        for row in rows(reader)
    }

    assert found == wanted


def test_what_others_say_of_somebody_is_not_in_own_words(seeds, reader):
    row = the_row(reader, seeds.tag("U09"))

    assert (row["independent_own_words"], row["independent_affirmed"]) == ("0", "1")


def test_numbers_are_complete_once_where_documents_come_from_is_reviewed(seeds, reader):
    assert the_row(reader, seeds.tag("U09"))["counts_complete"] == "no"

    tag = make.tag(make.document(provenance_reviewed=True))
    assert the_row(reader, tag)["counts_complete"] == "yes"


def test_numbers_are_of_the_claim_whatever_the_filters(seeds, reader):
    row = the_row(reader, seeds.tag("U08"), document=seeds.statement.pk)

    assert row["independent_own_words"] == "2"


def test_a_number_counts_what_the_reader_may_see(db, closed, insider, stranger):
    tag = make.tag()
    make.tag(make.document(collection=closed), claim=tag.claim)

    assert the_row(insider, tag)["independent_own_words"] == "2"
    assert the_row(stranger, tag)["independent_own_words"] == "1"


def test_sides_and_conveyers_equal_the_reference(seeds, reader):
    wanted = sorted(
        (t["quote"], t["claim"], t["polarity"], t["conveyed_by"] or "")
        for t in seeds.reference["tags"]
    )

    found = sorted(
        (r["quote"], r["claim_id"], r["polarity"], r["conveyed_by"]) for r in rows(reader)
    )

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
        cursor.execute(
            "SELECT count(*) FROM annotate_tag WHERE status IN ('submitted', 'accepted')"
        )
        [count] = cursor.fetchone()

    assert len(rows(reader)) == count


@pytest.mark.parametrize("route", TABLES)
def test_the_file_read_back_by_python_and_by_copy_is_the_same(seeds, reader, route):
    hostile = 'a "quote", a\nline, a\ttab; naïve 😀 cafe\u0301 حقوق \u202eRTL\u202c 𠀋 \\N \\. ,'
    make.tag(make.document(title=hostile, collection=seeds.collection), note=hostile)
    written = fetch(reader, route)
    by_python = csv_rows(written)

    with connection.cursor() as cursor:
        names = ", ".join(f'"{name}" text' for name in by_python[0])
        cursor.execute(f"CREATE TEMPORARY TABLE back ({names})")
        with cursor.cursor.copy("COPY back FROM STDIN (FORMAT csv, HEADER true)") as copy:
            copy.write(written)
        cursor.execute("SELECT * FROM back")
        by_copy = [list(row) for row in cursor.fetchall()]

    assert by_copy == by_python[1:]
    assert any(hostile in row for row in by_copy) is (route in {"export_tags", "export_documents"})


def test_every_value_is_quoted_and_lines_end_in_lf(seeds, reader):
    written = fetch(reader, "export_documents")

    assert b"\r" not in written
    assert written.startswith(b'"document_id","document_uid"')
    assert b",," not in written
    assert b'"",""' in written


def test_the_sentence_is_the_one_on_the_card(seeds, reader):
    tags = Tag.objects.select_related(
        "claim",
        "asserted_by",
        "held_by",
        "passage__voice",
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
    holder = make.agent("Holder") if stance in STANCES_ON_ANOTHER else None
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


def test_another_stance_on_the_same_words_is_a_dispute_on_both(
    reader, collection, reviewer, colleague
):
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


@pytest.fixture
def hostile(collection):
    """Return titles that some program takes for a formula, and some that look nearly so."""
    titles = {*STARTS, "'x", " =1", "plain", "naïve 😀 \u202e"}
    [make.tag(make.document(collection=collection, title=title)) for title in titles]
    return titles


def test_a_spreadsheet_gets_no_formula(reader, hostile):
    written = make.browser(reader).get(reverse("export_tags")).getvalue()

    assert written.startswith(b"\xef\xbb\xbf")
    header, *found = csv_rows(written)
    assert {row[header.index("document_title")] for row in found} == (
        hostile - {*STARTS} | {f"'{title}" for title in STARTS}
    )


def test_analysis_gets_every_cell_verbatim(reader, hostile):
    assert not fetch(reader).startswith(b"\xef\xbb\xbf")
    assert {row["document_title"] for row in rows(reader)} == hostile


def test_a_spreadsheet_gets_harmless_cells_unchanged(seeds, reader):
    spreadsheet = fetch(reader, **{"for": "spreadsheet"})

    assert spreadsheet == b"\xef\xbb\xbf" + fetch(reader)

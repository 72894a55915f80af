"""derivations.csv in the ZIP file: what is copied from where, as far as the reader sees it."""

import io
import zipfile

import pytest

from annotate.actions.derivations import name_source
from annotate.exports.archive import export_archive
from annotate.models import TagDerivation
from annotate.queries.selections import ANALYSIS, Selection
from corpus.actions import record_work, set_membership
from corpus.history import history
from corpus.models import Derivation
from tests import make
from tests.annotate.exported import csv_rows, fetch, read
from tests.annotate.exports.test_views import STARTS


def derivations(somebody, **asked):
    """Return the rows of derivations.csv as dictionaries."""
    written = fetch(somebody, "export_everything", **asked)
    return _rows(written)


def _rows(written):
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        header, *found = csv_rows(archive.read("derivations.csv"))
    return [dict(zip(header, row, strict=True)) for row in found]


@pytest.fixture
def work(collection):
    return make.document(collection=collection, title="The speech itself")


@pytest.fixture
def copy(collection):
    return make.document(collection=collection, title="A report on the speech")


def test_every_row_of_the_database_is_one_of_the_file(seeds, reader, curator):
    make.source(seeds.tag("U01"), seeds.report)
    there = Derivation.objects.count() + TagDerivation.objects.count()

    found = derivations(reader)

    assert len(found) == there > 1
    assert {row["tag_id"] for row in found if row["scope"] == "tag"} == {
        str(row.tag_id) for row in TagDerivation.objects.all()
    }
    assert "external" in {row["upstream_holding"] for row in found}
    assert _rows(read(export_archive(Selection(None, flavour=ANALYSIS)))) == found


def test_a_row_says_what_is_copied_from_what_and_who_says_so(reader, curator, copy, collection):
    author = make.agent("Ombudsman")
    lost = record_work(
        {"title": "A lost letter", "author": author, "symbol": "X/1", "uttered_on": "2011-03-01"},
        collection=collection,
        by=curator,
    )
    passage = make.passage(copy)
    name_source(passage, lost, kind="summary_of", evidence_quote="naïve 😀\nthings", by=curator)

    [row] = derivations(reader)

    assert row == {
        "scope": "passage",
        "document_id": str(copy.pk),
        "document_uid": str(copy.uid),
        "document_title": copy.title,
        "passage_number": "2",
        "text_version": "1",
        "tag_id": "",
        "tag_uid": "",
        "tag_status": "",
        "kind": "summary_of",
        "upstream_id": str(lost.pk),
        "upstream_uid": str(lost.uid),
        "upstream_title": "A lost letter",
        "upstream_author": "Ombudsman",
        "upstream_uttered_on": "2011-03-01",
        "upstream_symbol": "X/1",
        "upstream_url": "",
        "upstream_holding": "external",
        "evidence_quote": "naïve 😀\nthings",
        "named_by": curator.pseudonym,
        "named_at": f"{Derivation.objects.get().created_at:%Y-%m-%dT%H:%M:%SZ}",
    }


@pytest.mark.parametrize("start", STARTS)
def test_no_spreadsheet_takes_words_for_a_formula(reader, curator, copy, work, start):
    name_source(copy, work, kind="reports_on", evidence_quote=f"{start}A1", by=curator)

    [spread] = derivations(reader, **{"for": "spreadsheet"})
    [verbatim] = derivations(reader)

    assert spread["evidence_quote"] == f"'{start}A1"
    assert verbatim["evidence_quote"] == f"{start}A1"


@pytest.mark.parametrize("hidden_end", ["copy", "source"])
def test_what_may_not_be_seen_at_either_end_gives_no_row(
    copy, work, closed, collection, curator, stranger, insider, hidden_end
):
    somebody = make.member(collection, "curator", name="Bo Both")
    set_membership(closed, somebody, "curator", by=somebody)
    hidden = make.document(collection=closed, title="Zebra file", by=somebody)
    ends = {"copy": (hidden, work), "source": (copy, hidden)}[hidden_end]
    tag = make.tag(ends[0], by=somebody)
    for copied in (ends[0], make.passage(ends[0]), tag):
        name_source(copied, ends[1], kind="reports_on", by=somebody)

    assert derivations(stranger) == derivations(curator) == []
    assert len(derivations(insider)) == 3


def test_filters_keep_what_the_chosen_tags_and_documents_are_copied_from(
    reader, curator, copy, work, collection
):
    other = make.document(collection=collection)
    chosen, beside = make.tag(copy, by=curator), make.tag(copy, "things", by=curator)
    for copied in (copy, other, chosen, beside):
        name_source(copied, work, kind="reports_on", by=curator)

    found = derivations(reader, claim=chosen.claim.public_id)

    assert [(row["scope"], row["document_id"], row["tag_id"]) for row in found] == [
        ("document", str(copy.pk), ""),
        ("tag", str(copy.pk), str(chosen.pk)),
    ]


def test_words_of_a_withdrawn_document_do_not_leave(reader, curator, copy, work):
    name_source(copy, work, kind="reports_on", evidence_quote="naïve", by=curator)
    with history(by=curator, action="withdraw_document"):
        copy.status = "withdrawn"
        copy.save()

    assert [row["evidence_quote"] for row in derivations(reader)] == [""]

"""Reading an export back, for the tests about exports."""

import csv
import io

from django.urls import reverse

from tests import make

COLUMNS = [
    "tag_id",
    "tag_uid",
    "tag_url",
    "sentence",
    "claim_id",
    "claim_id_when_tagged",
    "claim_label",
    "claim_text",
    "claim_kind",
    "claim_status",
    "stance",
    "polarity",
    "certainty",
    "directness",
    "speech",
    "asserted_by",
    "speaker",
    "speaker_capacity",
    "held_by",
    "holders",
    "conveyed_by",
    "quote",
    "translation",
    "translation_kind",
    "lead_in",
    "context_before",
    "context_after",
    "document_id",
    "document_title",
    "document_kind",
    "document_author",
    "publisher",
    "collection",
    "uttered_on",
    "uttered_precision",
    "place",
    "language",
    "passage_number",
    "passage_kind",
    "start",
    "end",
    "source_url",
    "archive_url",
    "retrieved_at",
    "original_sha256",
    "text_sha256",
    "text_version",
    "provisions",
    "link_ids",
    "status",
    "agreed_by",
    "disputed",
    "tagged_by",
    "tagged_at",
    "independent_own_words",
    "independent_affirmed",
    "independent_attested",
    "independent_denied",
    "counts_complete",
    "licence",
    "citation",
]
TABLES = ("export_tags", "export_links", "export_claims", "export_documents")
FILES = (*TABLES, "export_workbook", "export_everything")


def fetch(somebody, route="export_tags", **asked):
    """Return the bytes of a file, for analysis unless told otherwise."""
    response = make.browser(somebody).get(reverse(route), {"for": "analysis"} | asked)
    assert response.status_code == 200, response.content
    return response.getvalue()


def csv_rows(written):
    """Return the rows of a CSV file as lists."""
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def rows(somebody, route="export_tags", **asked):
    """Return the rows of a CSV file as dictionaries."""
    header, *others = csv_rows(fetch(somebody, route, **asked))
    return [dict(zip(header, row, strict=True)) for row in others]


def the_row(somebody, tag, **asked):
    """Return the one row of a tag."""
    [row] = [row for row in rows(somebody, **asked) if row["tag_id"] == str(tag.pk)]
    return row


def read(export):
    """Return the bytes of an export, and close it."""
    with export.file:
        return export.file.read()

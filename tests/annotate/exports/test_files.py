"""The Excel file, the ZIP file and the page they leave from."""

import hashlib
import io
import zipfile

import openpyxl
import pytest
from django.urls import reverse

from annotate.exports import workbook
from annotate.queries.tags import sentence_of
from tests import make
from tests.annotate.exported import COLUMNS, FILES, csv_rows, fetch


def sheet(somebody, **asked):
    """Return the cells of the Excel file as rows."""
    response = make.browser(somebody).get(reverse("export_workbook"), asked)
    book = openpyxl.load_workbook(io.BytesIO(response.getvalue()), rich_text=False)
    return [[cell.value or "" for cell in row] for row in book.active.iter_rows()]


def unzipped(somebody, **asked):
    """Return the files in the ZIP file by name."""
    with zipfile.ZipFile(io.BytesIO(fetch(somebody, "export_everything", **asked))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# Excel.


def test_excel_begins_with_what_people_look_for(seeds, reader):
    headings, *tags = sheet(reader)

    assert headings[:6] == ["sentence", "quote", "who", "document", "date", "address"]
    assert len(tags) == 36
    assert tags[0][:1] + tags[0][2:5] == [
        sentence_of(seeds.tag("U01")),
        "United States",
        seeds.statement.title,
        "2023-09-01",
    ]


def test_excel_holds_every_column_of_the_csv_as_text(seeds, reader):
    headings, *tags = sheet(reader)
    plain = {new: old for old, (new, _width) in workbook.FIRST.items()}
    names = [plain.get(heading, heading) for heading in headings]

    found = [[dict(zip(names, tag, strict=True))[column] for column in COLUMNS] for tag in tags]

    assert found == csv_rows(fetch(reader))[1:]


def test_excel_cells_are_strings_whatever_they_look_like(reader, collection):
    titles = {
        '=HYPERLINK("https://evil.example")',
        "{=1+1}",
        "https://example.org/",
        "2011-03",
        "007",
        "a\nb\tc",
        "<r><t>evil</t></r>",
        "<r></r>",
        "5 < 6 & <b>",
        "😀 𠀋 حقوق \u202e",
        " spaces ",
    }
    [make.tag(make.document(collection=collection, title=title)) for title in titles]

    assert {tag[3] for tag in sheet(reader)[1:]} == titles


def test_code_points_that_xml_cannot_have_do_not_break_the_file(reader, collection):
    make.tag(make.document(collection=collection, title="a\ufffeb\uffffc\x01"))

    [_headings, tag] = sheet(reader)

    assert tag[3].startswith("a_x")
    assert len(tag) == len(COLUMNS)


@pytest.mark.parametrize("length", [16_383, 16_384, 32_767])
def test_a_cell_that_fits_is_whole(length):
    assert workbook.fitting("é" * length) == "é" * length


@pytest.mark.parametrize("text", ["é" * 32_768, "😀" * 16_384, "😀" * 40_000])
def test_a_cell_that_is_too_long_is_cut_and_says_so(text):
    cell = workbook.fitting(text)

    assert cell.endswith("the whole words are in tags.csv)")
    assert len(cell.encode("utf-16-le")) // 2 <= 32_767
    assert text.startswith(cell.removesuffix(workbook.CUT))


def test_more_tags_than_a_sheet_holds_are_refused(seeds, reader, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ROWS", 35)

    response = make.browser(reader).get(reverse("export_workbook"))

    assert response.status_code == 422
    assert "An Excel sheet holds 35 tags and these are 36. Download the CSV file" in response.text


@pytest.mark.parametrize("private", ["notes", "remarks"])
def test_excel_takes_no_notes(seeds, reader, private):
    response = make.browser(reader).get(reverse("export_workbook"), {private: "1"})

    assert response.status_code == 422
    assert "Excel files hold no notes or remarks." in response.text


# ZIP.


def test_the_zip_holds_all_tables_and_what_they_mean(seeds, reader):
    files = unzipped(reader)

    assert list(files) == [
        "tags.csv",
        "links.csv",
        "claims.csv",
        "documents.csv",
        "derivations.csv",
        "dictionary.csv",
        "README.txt",
        "manifest.sha256",
    ]
    assert files["tags.csv"] == fetch(reader)
    assert files["links.csv"] == fetch(reader, "export_links")
    assert files["claims.csv"] == fetch(reader, "export_claims")
    assert files["documents.csv"] == fetch(reader, "export_documents")


def test_the_manifest_has_the_sum_of_every_file(seeds, reader):
    files = unzipped(reader)
    lines = files.pop("manifest.sha256").decode().splitlines()

    assert lines == [f"{hashlib.sha256(files[name]).hexdigest()}  {name}" for name in files]


def test_the_dictionary_explains_every_column(seeds, reader):
    files = unzipped(reader, notes="1")
    explained = {(row[0], row[1]) for row in csv_rows(files["dictionary.csv"])[1:] if row[3]}

    assert explained == {
        (f"{name}.csv", column)
        for name in ("tags", "links", "claims", "documents", "derivations")
        for column in csv_rows(files[f"{name}.csv"])[0]
    }


@pytest.mark.parametrize(
    ("flavour", "words"), [("analysis", "exactly as it is stored"), ("spreadsheet", "apostrophe")]
)
def test_the_zip_says_its_flavour_and_whose_eyes_saw_it(seeds, reader, flavour, words):
    readme = unzipped(reader, **{"for": flavour, "claim": "C01"})["README.txt"].decode()

    assert words in readme
    assert f"the reader {reader.pseudonym}" in readme
    assert f"claim=C01 flavour={flavour}" in readme


# Whatever the file.


def contents(somebody, route):
    """Return all the text in a file, unpacked where it is packed."""
    written = fetch(somebody, route)
    if not zipfile.is_zipfile(io.BytesIO(written)):
        return written
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("route", FILES)
def test_packed_or_not_nothing_of_a_closed_collection_leaves(
    seeds, closed, insider, stranger, route
):
    document = make.document(
        "Hushed line\nHushed words here.",
        collection=closed,
        title="Hushed title",
        author=make.agent("Hushed author", home=closed),
    )
    claim = make.claim("Hushed claim", text="Hushed proposition.", home=closed)
    tags = [make.tag(document, words, claim=claim, by=insider) for words in ("words", "here")]
    make.link(tags[0], tags[1], rationale="Hushed rationale", by=insider)

    assert b"Hushed" not in contents(stranger, route)
    assert b"Hushed" in contents(insider, route)


# The page.


def test_the_page_offers_every_file(seeds, reader):
    page = make.browser(reader).get(reverse("show_exports"))

    assert page.status_code == 200
    assert [route for route in FILES if f'"{reverse(route)}"' not in page.text] == []


def test_an_address_fills_the_filters_in(seeds, reader):
    page = make.browser(reader).get(reverse("show_exports"), {"claim": ["C01", "C02"]})

    assert 'value="C01 C02"' in page.text


def test_a_refused_export_shows_the_form_with_what_was_asked(seeds, reader):
    page = make.browser(reader).get(reverse("export_tags"), {"claim": "C99", "since": "2026-01-01"})

    assert page.status_code == 422
    assert 'value="C99"' in page.text
    assert 'value="2026-01-01"' in page.text


def test_the_page_offers_nothing_of_a_closed_collection(closed, insider, stranger):
    document = make.document(collection=closed, title="Hushed title")
    make.tag(document, claim=make.claim("Hushed claim", home=closed), by=insider)

    assert "Hushed" in make.browser(insider).get(reverse("show_exports")).text
    page = make.browser(stranger).get(reverse("show_exports")).text
    assert "Hushed" not in page
    assert insider.pseudonym not in page
    assert closed.slug not in page


def test_the_page_asks_the_same_however_much_there_is(
    reader, collection, django_assert_max_num_queries
):
    [make.tag(make.document(collection=collection), by=make.person()) for _turn in range(5)]
    browser = make.browser(reader)

    with django_assert_max_num_queries(8):
        browser.get(reverse("show_exports"))

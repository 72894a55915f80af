from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from corpus.forms import UploadForm
from corpus.ingest import formats
from corpus.ingest.reading import Format, Reading, Slice
from corpus.ingest.store import import_text
from corpus.models import Document, Passage
from corpus.models.document import TextMethod
from tests import make


def read_pages(data, *, encoding=""):
    """Read a made-up format: each line is a page with one passage, and is called a note."""
    text = data.decode()
    slices, start = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        slices.append(Slice(start, start + len(line), line, kind="note", page=str(number)))
        start += len(line) + 1
    return Reading(text, TextMethod.HTML_EXTRACT, slices)


PAGES = Format(endings=(".pages", ".pp"), media_types=("text/x-pages",), read=read_pages)


@pytest.fixture
def one_more_format(monkeypatch):
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, PAGES))


@pytest.mark.parametrize("name", ["", "a.txt", "A.TXT", "a.b.txt"])
def test_a_text_file_is_known_by_its_ending(name):
    assert formats.format_of(name).endings[0] == ".txt"


@pytest.mark.parametrize("name", ["a.png", "a", "txt", "a.txt.zip"])
def test_what_no_reader_takes_is_refused_with_the_endings_there_are(name):
    with pytest.raises(ValidationError, match=r"its name ends in \.txt\."):
        formats.format_of(name)


def test_the_upload_form_offers_the_formats():
    assert UploadForm.base_fields["file"].widget.attrs["accept"] == formats.accept()


def test_no_two_formats_claim_the_same_ending():
    assert len(set(formats.endings())) == len(formats.endings())


def test_a_further_format_is_one_line_for_form_and_command(one_more_format, db, tmp_path, capsys):
    Path(tmp_path, "a.pp").write_text("First page\nSecond page")
    collection = make.collection()

    call_command("import_documents", str(tmp_path), collection=collection.slug)

    form = UploadForm(files={"file": SimpleUploadedFile("b.pages", b"words")})
    assert "file" not in form.errors
    assert formats.accept() == ".txt,.pages,.pp,text/plain,text/x-pages"
    assert formats.endings_in_words() == ".txt, .pages or .pp"
    assert Document.objects.get().title == "a"


def test_what_a_format_knows_of_pages_and_kinds_is_stored(one_more_format, curator):
    document = import_text(
        b"First page\nSecond page", collection=make.collection(), by=curator, filename="a.pp"
    )

    assert document.versions.get().method == TextMethod.HTML_EXTRACT
    assert Path(document.original_file.path).suffix == ".pages"
    assert list(Passage.objects.order_by("ordinal").values_list("text", "kind", "page")) == [
        ("First page", "note", "1"),
        ("Second page", "note", "2"),
    ]

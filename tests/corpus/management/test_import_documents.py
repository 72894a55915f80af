"""`manage.py import_documents`: files and folders into a collection."""

import pytest
from django.core.management import CommandError, call_command

from corpus.models import Document
from tests import make, raw


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.txt").write_text("Second title\n\nIts words.\n")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "a.txt").write_text("First title\n\nOther words.\n")
    (tmp_path / "picture.png").write_bytes(b"no text")
    return tmp_path


def run(*paths, collection, **options):
    call_command("import_documents", *map(str, paths), collection=collection.slug, **options)


def test_a_folder_is_imported_with_all_below_it(folder, collection, capsys):
    run(folder, collection=collection, language="en")

    titles = Document.objects.order_by("title").values_list("title", "language", "status")
    assert list(titles) == [("First title", "en", "intake"), ("Second title", "en", "intake")]
    assert "2 imported, 0 not." in capsys.readouterr().out


def test_who_imports_is_named(folder, collection, curator):
    run(folder / "b.txt", collection=collection, by=curator.username)

    document = Document.objects.get()
    assert document.created_by == curator
    assert raw.events(document).get().pgh_context["by"] == curator.pk


def test_nobody_named_is_the_system(folder, collection):
    run(folder / "b.txt", collection=collection)

    assert Document.objects.get().created_by.username == "system"


def test_a_second_import_says_so_and_changes_nothing(folder, collection, capsys):
    run(folder / "b.txt", collection=collection)

    with pytest.raises(CommandError):
        run(folder / "b.txt", collection=collection)

    assert Document.objects.count() == 1
    assert "already in the collection, as “Second title”" in capsys.readouterr().err


def test_a_bad_file_does_not_keep_the_others_out(folder, collection, capsys):
    (folder / "bad.txt").write_bytes(b"caf\xe9")

    with pytest.raises(CommandError, match="the lines above say why"):
        run(folder, collection=collection)

    assert Document.objects.count() == 2
    output = capsys.readouterr()
    assert "is not UTF-8" in output.err
    assert "2 imported, 1 not." in output.out


def test_an_encoding_can_be_named(folder, collection):
    (folder / "ru.txt").write_bytes("Заявление\n\nСлова.\n".encode("windows-1251"))

    run(folder / "ru.txt", collection=collection, encoding="windows-1251")

    assert Document.objects.get().title == "Заявление"


@pytest.mark.parametrize("name", ["picture.png", "missing.txt"])
def test_what_is_no_text_file_is_refused(folder, collection, name, capsys):
    with pytest.raises(CommandError) as refusal:
        run(folder / name, collection=collection)

    assert name in str(refusal.value) + capsys.readouterr().err
    assert not Document.objects.exists()


def test_an_unknown_collection_is_answered_with_those_there_are(folder, collection):
    with pytest.raises(CommandError, match=collection.slug):
        call_command("import_documents", str(folder), collection="no-such")


def test_an_unknown_person_is_refused(folder, collection):
    with pytest.raises(CommandError, match="no person “nobody”"):
        run(folder, collection=collection, by="nobody")


def test_an_empty_folder_is_no_success(tmp_path, collection):
    with pytest.raises(CommandError, match=r"no \.txt files"):
        run(tmp_path, collection=collection)


def test_two_documents_of_the_same_name_are_told_apart(folder, collection):
    (folder / "deeper" / "b.txt").write_text("Third title\n\nMore words.\n")

    run(folder, collection=collection)

    assert Document.objects.count() == 3
    assert len({document.original_file.name for document in Document.objects.all()}) == 3


@pytest.mark.parametrize("role", ["reader", "reviewer"])
def test_the_command_acts_in_anybodys_name(folder, collection, role):
    somebody = make.member(collection, role)

    run(folder / "b.txt", collection=collection, by=somebody.username)

    assert Document.objects.get().created_by == somebody

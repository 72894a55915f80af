"""`manage.py export_tags`."""

import pytest
from django.core.management import CommandError, call_command

from tests import make
from tests.annotate.exported import fetch


def exported(capfdbinary, *arguments):
    """Return what the command writes to standard output."""
    call_command("export_tags", *arguments)
    return capfdbinary.readouterr().out


def test_the_command_gives_the_bytes_of_the_page(seeds, reader, capfdbinary):
    written = exported(capfdbinary, "--as", reader.username, "--claim", "C01", "--claim", "C08")

    assert written == fetch(reader, claim=["C01", "C08"])


def test_the_command_writes_a_file(seeds, reader, tmp_path):
    call_command("export_tags", "--as", reader.username, "--output", tmp_path / "tags.csv")

    assert (tmp_path / "tags.csv").read_bytes() == fetch(reader)
    assert [path.name for path in tmp_path.iterdir()] == ["tags.csv"]


def test_the_operator_sees_everything_and_a_person_their_own(
    closed, insider, stranger, capfdbinary
):
    make.tag(make.document(collection=closed, title="Hushed"), by=insider, note="Private")

    assert b"Hushed" in exported(capfdbinary)
    assert b"Private" in exported(capfdbinary, "--notes")
    assert b"Hushed" not in exported(capfdbinary, "--as", stranger.username)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--claim", "C99"], "There is no claim “C99” that you can see."),
        (["--since", "yesterday"], "Write the day as year-month-day"),
        (["--as", "nobody"], "Nobody who can sign in has the user name nobody."),
        (["--output", "/nowhere/tags.csv"], "/nowhere/tags.csv cannot be written"),
    ],
)
def test_the_command_says_what_is_wrong(seeds, arguments, words):
    with pytest.raises(CommandError, match=words):
        call_command("export_tags", *arguments)

"""Others' code is theirs, unchanged, and its licence is with it."""

import hashlib
import re
from pathlib import Path

import pytest

VENDOR = Path(__file__).parents[3] / "annotate" / "static" / "annotate" / "vendor"
HEADER_LINES = 3
README = (VENDOR / "README.md").read_text("utf-8")
FILES = sorted(VENDOR.glob("*.js"))


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_vendored_file_is_as_its_authors_published_it(path):
    [row] = [line for line in README.splitlines() if path.name in line and line.startswith("|")]
    here, published = re.findall(r"`([0-9a-f]{64})`", row)
    _header, _licence, _end, code = path.read_bytes().split(b"\n", HEADER_LINES)

    assert (sha256(path.read_bytes()), sha256(code)) == (here, published)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_vendored_file_names_its_version_and_licence(path):
    header = path.read_text("utf-8")[:300]
    version = re.findall(r"\d+\.\d+\.\d+", path.name)

    assert version
    assert version[0] in header
    assert "MIT licence" in header


def test_there_are_vendored_files_and_their_licence_text_is_here():
    assert FILES
    assert "Permission is hereby granted, free of charge" in README

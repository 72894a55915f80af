"""`corpus/RULES.md` has every rule that is cited, and names only what there is."""

import ast
import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

from corpus.refusals import sentences

ROOT = Path(__file__).parents[2]
RULES = (ROOT / "corpus/RULES.md").read_text("utf-8")
# Each rule's number, and its text up to the next rule or heading.
_RULE = re.compile(r"^\* \*\*I(\d+)\*\* (.+?)(?=^\* |^#|\Z)", re.MULTILINE | re.DOTALL)
LAW = {int(number): text for number, text in _RULE.findall(RULES)}
NAME = re.compile(r"`([^`]+)`")

# What people wrote; the rest is vendored, generated or somebody's words.
OURS = ("annotate", "corpus", "templates", "tests", "seeds", ".ci")
KINDS = {".css", ".html", ".js", ".json", ".md", ".mjs", ".py", ".toml"}
CITED = re.compile(r"\bI([1-9]\d?)\b")
DOCUMENT = re.compile(r"(?<![\w/.*-])[\w./-]*\w\.(?:md|rst|adoc)\b")
# A document named in capitals, with the number of its section.
SECTION = re.compile(r"\b([A-Z]{4,}) §?[1-9]")
STANDARDS = {"WCAG"}
ELSEWHERE = "HANDBOOK"


@cache
def written():
    """Return the text of every file that people wrote, by its path in the repository."""
    files = [*ROOT.glob("*.*"), *(file for name in OURS for file in (ROOT / name).rglob("*"))]
    return {
        file.relative_to(ROOT): file.read_text("utf-8")
        for file in files
        if file.suffix in KINDS and "vendor" not in file.parts
    }


@cache
def declared():
    """Return the names of all constraints and triggers, and those they refuse with."""
    metas = [model._meta for model in apps.get_models()]
    rules = [*(c for m in metas for c in m.constraints)]
    rules += [t for m in metas for t in getattr(m, "triggers", ())]
    return {*sentences(), *(rule.name for rule in rules)}


def is_something(name):
    """Whether a name in code type is a file, a rule, or a module or what one defines."""
    if "/" in name:
        return (ROOT / name).exists()
    return name in declared() or (name.startswith(("annotate.", "corpus.")) and _is_defined(name))


def _is_defined(name):
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found = import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        return _reaches(found, parts[length:])
    return False


def _reaches(found, attributes):
    for attribute in attributes:
        if not hasattr(found, attribute):
            return False
        found = getattr(found, attribute)
    return True


def prose_of(path, text):
    """Return what is prose in a file: docstrings and comments of Python, else all of it."""
    if path.suffix != ".py":
        return text
    nodes = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    said = [ast.get_docstring(n) or "" for n in ast.walk(ast.parse(text)) if isinstance(n, nodes)]
    return "\n".join([*said, *re.findall(r"#.*", text)])


def cited():
    """Return every number that is cited, with the files that cite it."""
    return {
        (int(number), str(path))
        for path, text in written().items()
        for number in CITED.findall(text)
    }


def documents_in(path, text):
    """Return the documents that a file's prose names and that are not in the repository."""
    if not DOCUMENT.search(text) and not SECTION.search(text):
        return set()
    prose = prose_of(path, text)
    named = {name for name in DOCUMENT.findall(prose) if not _is_here(name)}
    return named | {*SECTION.findall(prose)} - STANDARDS


def _is_here(name):
    return any(f"/{path}".endswith(f"/{name}") for path in written())


def test_the_rules_are_numbered_without_a_gap():
    assert sorted(LAW) == list(range(1, 24))


def test_every_cited_number_is_a_rule():
    assert {file for _, file in cited()} >= {"corpus/revisions.py", "annotate/models/tag.py"}
    assert [(number, file) for number, file in cited() if number not in LAW] == []


def test_every_rule_says_where_it_is_held():
    assert [number for number, text in LAW.items() if not NAME.search(text)] == []


def test_every_name_is_of_something_there_is():
    names = NAME.findall(RULES)

    assert "tag_quote_is_the_words_there" in names
    assert [name for name in names if not is_something(name)] == []


@pytest.mark.parametrize(
    "name",
    [
        "tag_is_changed_by_anybody",
        "corpus/nowhere.py",
        "annotate.nowhere",
        "annotate.models.tag.Tag.nowhere",
    ],
)
def test_a_name_of_nothing_is_found_out(name):
    assert not is_something(name)


def test_no_document_is_cited_that_is_not_here():
    found = {str(path): documents_in(path, text) for path, text in written().items()}

    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"# As {ELSEWHERE} 3 asks.", {ELSEWHERE}),
        ('"""Measured: see NOTES.md."""', {"NOTES.md"}),
        ("# As README.md says, and WCAG 2.2.", set()),
        ("ROWS = 'SELECT 1'", set()),
    ],
)
def test_a_document_elsewhere_is_found_out(text, found):
    assert documents_in(Path("some.py"), text) == found

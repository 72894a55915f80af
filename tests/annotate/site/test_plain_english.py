"""What people read is plain English, and templates are short enough to read, too."""

import ast
import re
from pathlib import Path

import pytest

HERE = Path(__file__).parents[3]
WIDE, LONG = 120, 120

# Words no sentence of the interface has, each with what to say instead.
AVOIDED = {
    r"anew": "again",
    r"at present": "now",
    r"befalls?": "happens to",
    r"(that|which|who|whom) you keep": "that you manage",
    r"(nobody|somebody|no one|none|no claim|no agent) of this (name|id)": "with this name",
    r"(what|who|which) (stands|stood)": "what is",
    r"no longer stands?": "is no longer current",
    r"(become|became|becomes) another( one)?": "was merged into another",
    r"is none of": "must be one of",
    r"should there be any": "any",
    r"take it along": "download",
    r"the head": "the title and question",
    r"has still to": "still has to",
    r"since a (day|week|month|year)": "for a year",
    r"articles? of law": "provision",
    r"show the page (anew|again)": "reload the page",
}

_GETTEXT = {
    "_": 1,
    "gettext": 1,
    "gettext_lazy": 1,
    "gettext_noop": 1,
    "ngettext": 2,
    "ngettext_lazy": 2,
    "pgettext": 2,
    "pgettext_lazy": 2,
}
_IN_TEMPLATES = re.compile(
    r"""\{% translate (?:"([^"]*)"|'([^']*)')|_\("([^"]*)"\)"""
    r"""|\{% blocktranslate[^%]*%\}(.*?)\{% endblocktranslate %\}""",
    re.DOTALL,
)

TEMPLATES = sorted((HERE / "templates").rglob("*.html"))
MODULES = sorted(
    path
    for room in ("annotate", "corpus")
    for path in (HERE / room).rglob("*.py")
    if "migrations" not in path.parts
)


def named(path):
    """Return a file's path as a test's name."""
    return str(path.relative_to(HERE))


def said_in_template(path):
    """Return the sentences of a template that are marked for translation."""
    found = _IN_TEMPLATES.findall(path.read_text())
    return ["".join(parts) for parts in found]


def said_in_module(path):
    """Return the sentences of a module that are marked for translation."""
    return [
        argument.value
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        for argument in call.args[: _GETTEXT.get(call.func.id, 0)]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]


def avoided_in(sentences):
    """Return the words to avoid that sentences have, with what to say instead."""
    return [
        (" ".join(sentence.split()), instead)
        for sentence in sentences
        for words, instead in AVOIDED.items()
        if re.search(rf"\b{words}\b", " ".join(sentence.split()), re.IGNORECASE)
    ]


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_says_it_plainly(path):
    assert avoided_in(said_in_template(path)) == []


@pytest.mark.parametrize("room", ["annotate", "corpus"])
def test_a_room_says_it_plainly(room):
    modules = [path for path in MODULES if path.relative_to(HERE).parts[0] == room]

    assert {
        named(path): found for path in modules if (found := avoided_in(said_in_module(path)))
    } == {}


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_fits_a_screen(path):
    lines = path.read_text().splitlines()

    assert [number for number, line in enumerate(lines, start=1) if len(line) > WIDE] == []
    assert len(lines) <= LONG


def test_the_words_to_avoid_are_found_wherever_they_are():
    assert avoided_in(["Nobody of this\n  name."]) == [("Nobody of this name.", "with this name")]
    assert said_in_module(Path(__file__)) == []
    assert any("Provisions" in said_in_template(path) for path in TEMPLATES)
    assert any("Saved." in said_in_module(path) for path in MODULES)

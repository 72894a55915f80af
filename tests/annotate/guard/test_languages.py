"""annotate/guard/languages/: one file a language, and a logic that knows no letter of any."""

import ast
import re
import time
from pathlib import Path

import pytest

import annotate.guard
from annotate.guard import find_cue
from annotate.guard.languages import LANGUAGES
from annotate.guard.languages.language import not_after, verbs

ROOM = Path(annotate.guard.__file__).parent
LOGIC = sorted(path for path in ROOM.glob("*.py") if path.stem != "coding_help")
# What a string of the logic may be made of: escapes, kinds of cues, answers, attributes.
ESCAPES = re.compile(r"\\[wWsSdDbBAZ]|\(\?P<\w+>")
OUR_WORDS = {
    *("rejects", "doubts", "endorses", "reports", "position", "yes", "no", "open", "those"),
    *(
        "subject",
        "Caveat",
        "Cue",
        "find_caveat",
        "find_cue",
        "find_mentions",
        "shows_nothing",
        "View",
    ),
}


def strings_of(path: Path) -> list[str]:
    """Return the strings of a module that are neither docstrings nor sentences for people."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    apart = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            apart.add(id(node.value))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
            apart.update(id(each) for each in ast.walk(node))
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart
    ]


def letters_in(string: str) -> list[str]:
    bare = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), string)
    return [] if string in OUR_WORDS else [x for x in ESCAPES.sub("", bare) if x.isalpha()]


@pytest.mark.parametrize("path", LOGIC, ids=lambda path: path.stem)
def test_the_logic_knows_no_letter_of_any_language(path: Path) -> None:
    assert [string for string in strings_of(path) if letters_in(string)] == []


@pytest.mark.parametrize("string", [r"\b(?:not)\b", "[\u0430-\u044f]", r"[\u0600-\u06ff]", "не"])
def test_a_letter_would_be_noticed(string: str) -> None:
    assert letters_in(string)


def test_the_logic_is_ten_small_modules() -> None:
    lines = [len(path.read_text(encoding="utf-8").splitlines()) for path in LOGIC]

    assert len(LOGIC) <= 10
    assert sum(lines) <= 900
    assert max(lines) <= 300


def test_every_language_of_the_folder_is_read_and_has_its_sentences() -> None:
    codes = {language.code for language in LANGUAGES}

    assert codes == {path.stem for path in (ROOM / "languages").glob("??.py")}
    assert codes == {path.stem for path in Path(__file__).parent.glob("*.txt")}


def test_verbs_are_inflected_by_rule() -> None:
    pattern = verbs("walk talk", ending="(?:s|ed)", irregular="went", before=not_after(r"the\s"))

    assert re.findall(pattern, "walks talked went walking") == ["walks", "talked", "went"]
    assert re.findall(pattern, "the walks") == []


HOSTILE = ["a-b-", "a’b’", "а-б-", "不的说", "mentement", "trouv", "qu’", "l’un ", "de que ", "no "]


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
@pytest.mark.parametrize("nasty", HOSTILE)
def test_eight_thousand_hostile_characters_are_read_through(language: str, nasty: str) -> None:
    text = (nasty * 8000)[:8000]
    started = time.perf_counter()

    for start in (0, 4000, 7980):
        find_cue(
            text,
            start,
            start + 20,
            language=language,
            claim_is_position=True,
            agents=[],
        )

    assert time.perf_counter() - started < 30  # a catastrophe takes minutes

"""Find the caveat that stands just outside the selected words.

"Returns people to torture" quoted out of "…, although only in one case" is true to the letter
and false to the text. What is pointed out is a proposal: a person decides.
"""

import re
from dataclasses import dataclass

from annotate.text.anchors import sentence_around, trim

from .finding import LETTER, sentence_after
from .lexicon import lexicon_for
from .view import Place, View, words

NEAR = 90  # code points between the quote and the caveat: further off is another thought
BESIDE = 30  # code points between the quote and a word of degree, in one clause
_SHOWN = 40  # code points shown on each side of a caveat
_TAIL = re.compile(r"[\s.!?…。！？؟۔]+$")
_CLAUSE_ENDS = re.compile(r"[,;:—–，；：、،؛]")


@dataclass(frozen=True, slots=True)
class Caveat:
    """A caveat found: its own `words`, at `start` to `end`, never inside the selected words.

    `before` tells on which side; `left` and `right` are the words around it; `widened_start`
    and `widened_end` the quote that holds it too. Offsets are code points of the passage's text.
    """

    words: str
    start: int
    end: int
    before: bool
    left: str
    right: str
    widened_start: int
    widened_end: int


def find_caveat(text: str, start: int, end: int, *, language: str) -> Caveat | None:
    """Return the caveat nearest to the selected words, or None.

    It stands in their sentence and outside them, at most NEAR away, or opens the next
    sentence ("However, …"). Raise ValueError when the selection shows nothing.
    """
    view = View.of(text)
    text, inner = view.text, trim(view.text, *view.inward(*trim(text, start, end)))
    sentence = sentence_around(text, *inner)
    following = sentence_after(text, sentence[1])
    found = _in_sentence(text, inner, sentence, language)
    found = found or (_opening(text, following, language) if following else [])
    if not found:
        return None
    place = min(found, key=lambda place: (_gap(place, inner), place))
    last = sentence if place[0] < sentence[1] else (following or sentence)
    return _caveat(view, place, inner, last[1])


def _in_sentence(text: str, inner: Place, sentence: Place, language: str) -> list[Place]:
    by = lexicon_for(language, text[slice(*sentence)])
    turns = (one.span() for one in words(f"{by.openers}|{by.turns}").finditer(text, *sentence))
    degrees = (one.span() for one in words(by.degrees).finditer(text, *sentence))
    return [
        *(one for one in turns if 0 <= _gap(one, inner) <= NEAR),
        *(one for one in degrees if 0 <= _gap(one, inner) <= BESIDE and _touches(text, one, inner)),
    ]


def _touches(text: str, place: Place, inner: Place) -> bool:
    """Tell whether the place is in one clause with the selected words."""
    between = (place[1], inner[0]) if place[1] <= inner[0] else (inner[1], place[0])
    return not (_CLAUSE_ENDS.search(text, *between) and LETTER.search(text, *between))


def _opening(text: str, sentence: Place, language: str) -> list[Place]:
    first = LETTER.search(text, *sentence)
    openers = words(lexicon_for(language, text[slice(*sentence)]).openers)
    match = first and openers.match(text, first.start(), sentence[1])
    return [match.span()] if match else []


def _gap(place: Place, inner: Place) -> int:
    """Return how far apart the two are; less than 0 where they touch each other's letters."""
    return max(inner[0] - place[1], place[0] - inner[1])


def _caveat(view: View, place: Place, inner: Place, last: int) -> Caveat:
    """Return the caveat in the original text; one after the quote widens to its sentence's end."""
    before = place[1] <= inner[0]
    tail = _TAIL.search(view.text, place[1], last)
    stop = inner[1] if before else tail.start() if tail else last
    widened = view.outward(min(place[0], inner[0]), max(stop, place[1]))
    start, end = view.outward(*place)
    left, right = view.original[max(0, start - _SHOWN) : start], view.original[end : end + _SHOWN]
    if start > _SHOWN:
        left = f"…{left[left.find(' ') + 1 :]}"
    if end + _SHOWN < len(view.original):
        right = f"{right[: right.rfind(' ')] if ' ' in right else right}…"
    return Caveat(view.original[start:end], start, end, before, left, right, *widened)

"""Find the caveat that stands just outside the selected words.

"Returns people to torture" quoted out of "…, although only in one case" is true to the letter
and false to the text. What is pointed out is a proposal: a person decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotate.text.anchors import sentence_around, trim

from .caveat_words import caveats_for
from .view import View

NEAR = 90  # code points between the quote and the caveat: further off is another thought
BESIDE = 30  # code points between the quote and a word of degree, in one clause
_SHOWN = 40  # code points shown on each side of a caveat
_NEXT_LETTER = re.compile(r"\w")
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
    inner = trim(view.text, *view.inward(*trim(text, start, end)))
    sentence = sentence_around(view.text, *inner)
    following = _sentence_after(view.text, sentence[1])
    found = [*_in_sentence(view.text, inner, sentence, language)]
    if not found and following:
        found.extend(_opening(view.text, following, language))
    if not found:
        return None
    place = min(found, key=lambda place: (_gap(place, inner), place))
    last = sentence if place[0] < sentence[1] else (following or sentence)
    return _caveat(text, view, place, inner, last[1])


def _in_sentence(
    text: str, inner: tuple[int, int], sentence: tuple[int, int], language: str
) -> Iterator[tuple[int, int]]:
    for words in caveats_for(language, text[sentence[0] : sentence[1]]):
        for match in words.turns.finditer(text, *sentence):
            if 0 <= _gap(match.span(), inner) <= NEAR:
                yield match.span()
        for match in words.degrees.finditer(text, *sentence):
            if 0 <= _gap(match.span(), inner) <= BESIDE and _in_one_clause(text, match, inner):
                yield match.span()


def _in_one_clause(text: str, match: re.Match[str], inner: tuple[int, int]) -> bool:
    between = (match.end(), inner[0]) if match.end() <= inner[0] else (inner[1], match.start())
    parted = _CLAUSE_ENDS.search(text, *between) and _NEXT_LETTER.search(text, *between)
    return not parted


def _opening(text: str, sentence: tuple[int, int], language: str) -> Iterator[tuple[int, int]]:
    first = _NEXT_LETTER.search(text, *sentence)
    for words in caveats_for(language, text[sentence[0] : sentence[1]]):
        match = first and words.openers.match(text, first.start(), sentence[1])
        if match:
            yield match.span()


def _sentence_after(text: str, end: int) -> tuple[int, int] | None:
    following = _NEXT_LETTER.search(text, end)
    return sentence_around(text, following.start(), following.end()) if following else None


def _gap(place: tuple[int, int], inner: tuple[int, int]) -> int:
    """Return how far apart the two are; less than 0 where they touch each other's letters."""
    return max(inner[0] - place[1], place[0] - inner[1])


_TAIL = re.compile(r"[\s.!?…。！？؟۔]+$")


def _caveat(
    text: str, view: View, place: tuple[int, int], inner: tuple[int, int], last: int
) -> Caveat:
    """Return the caveat in the original text; one after the quote widens to its sentence's end."""
    before = place[1] <= inner[0]
    tail = _TAIL.search(view.text, place[1], last)
    stop = inner[1] if before else tail.start() if tail else last
    widened = view.outward(min(place[0], inner[0]), max(stop, place[1]))
    start, end = view.outward(*place)
    return Caveat(
        words=text[start:end],
        start=start,
        end=end,
        before=before,
        left=_cut_left(text[max(0, start - _SHOWN) : start], start > _SHOWN),
        right=_cut_right(text[end : end + _SHOWN], end + _SHOWN < len(text)),
        widened_start=widened[0],
        widened_end=widened[1],
    )


def _cut_left(words: str, goes_on: bool) -> str:
    """Return the words after their first space, marked, where more stands before them."""
    return f"…{words[words.find(' ') + 1 :]}" if goes_on else words


def _cut_right(words: str, goes_on: bool) -> str:
    return f"{words[: words.rfind(' ')] if ' ' in words else words}…" if goes_on else words

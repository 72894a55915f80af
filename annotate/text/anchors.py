"""Places in a text: spans, the pieces they cut it into, quotes and sentences.

Plain Python, no Django. Every offset is a count of Unicode code points, and every range is
half-open: `start` is inside, `end` is not. An offset may fall inside a combining sequence;
it is a legal place and is never moved.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

CONTEXT_SIZE = 32


@dataclass(frozen=True, slots=True)
class Span:
    """A range of a version's text, and whose it is (`key`, a tag's id for instance)."""

    start: int
    end: int
    key: Hashable

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"A span needs 0 <= start < end, not {self.start} and {self.end}.")


class Segment(NamedTuple):
    """A piece of text that lies wholly inside each of `spans` and wholly outside all others."""

    text: str
    start: int
    end: int
    spans: tuple[Span, ...]


def segments(text: str, spans: Iterable[Span], *, offset: int = 0) -> Iterator[Segment]:
    """Cut `text` at every span's edges, so that no piece is half inside a span.

    Spans and segments are counted in code points of the version; `offset` is where `text`
    (a passage) begins there. A span that reaches beyond the text is clipped. The spans of a
    segment are ordered by start, then the longer first, then as given.

    A sweep: O(n log n) in the number of spans, whatever their overlap.
    """
    stop = offset + len(text)
    opening: defaultdict[int, list[tuple[int, Span]]] = defaultdict(list)
    closing: defaultdict[int, list[int]] = defaultdict(list)
    for number, span in enumerate(sorted(spans, key=lambda span: (span.start, -span.end))):
        start, end = max(span.start, offset), min(span.end, stop)
        if start < end:
            opening[start].append((number, span))
            closing[end].append(number)
    # Keyed by number, not by span: two equal spans are two spans.
    covering: dict[int, Span] = {}
    for start, end in pairwise(sorted({offset, stop, *opening, *closing})):
        for number in closing[start]:
            del covering[number]
        covering.update(opening[start])
        yield Segment(text[start - offset : end - offset], start, end, tuple(covering.values()))


def quote_at(text: str, start: int, end: int) -> str:
    """Return the words at `start` to `end`; raise ValueError when the text has no such place."""
    _refuse_no_place(text, start, end)
    return text[start:end]


def context(text: str, start: int, end: int, size: int = CONTEXT_SIZE) -> tuple[str, str]:
    """Return up to `size` code points before and after the place (W3C prefix and suffix)."""
    _refuse_no_place(text, start, end)
    return text[max(0, start - size) : start], text[end : end + size]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place without the white space at both ends; raise ValueError if all is blank."""
    _refuse_no_place(text, start, end)
    while start < end and _is_blank(text[start]):
        start += 1
    while start < end and _is_blank(text[end - 1]):
        end -= 1
    if start == end:
        raise ValueError("The place holds nothing but white space.")
    return start, end


def snap_to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the trimmed place, grown to whole words where it cuts one in two.

    Scripts that write no spaces (Chinese, Japanese, Thai …) are left as selected: where a
    word ends there is for a dictionary to say.
    """
    start, end = trim(text, start, end)
    while start > 0 and _is_one_word(text[start - 1], text[start]):
        start -= 1
    while end < len(text) and _is_one_word(text[end - 1], text[end]):
        end += 1
    return start, end


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence, or sentences, that hold the place.

    White space around the sentence is left out, closing quotes after its full stop are not.
    Raise ValueError when the text has no such place or it is blank.
    """
    start, end = trim(text, start, end)
    first, last = 0, len(text)
    for stop in sentence_ends(text):
        if stop <= start:
            first = stop
        elif stop >= end:
            last = stop
            break
    return trim(text, first, last)


def sentence_ends(text: str) -> Iterator[int]:
    """Yield where each sentence but the last one ends, after its closing quotes.

    By rule, not by model: it must give the same answer in ten years. It knows initials,
    abbreviations and numbering in English and Russian, and full stops without a space after
    them in Chinese and Japanese.
    """
    begin, first_word = 0, _NEXT_WORD.search(text)
    for stop in _STOP.finditer(text):
        if first_word is None:
            return
        if first_word.start() < stop.start() and _ends_sentence(text, begin, stop):
            begin = stop.end()
            first_word = _NEXT_WORD.search(text, begin)
            yield begin


# Possessive throughout: a page of dotted leaders must not take a minute.
_MARK = r"[.!?…؟۔।։]"
_CLOSERS = r"[\"'”’»›)\]）」』〉》】]*+"
_STOP = re.compile(
    rf"(?P<full>[。！？｡]+){_CLOSERS}"
    rf"|(?<!{_MARK})(?P<stop>{_MARK}++){_CLOSERS}(?:\[\d+\]|[⁰¹²³⁴⁵⁶⁷⁸⁹])*+(?=\s|$)"
    r"|(?P<gap>\n\s*\n)"
)
_BETWEEN = re.compile(r"[\s\"'“‘«‹„(\[—–…-]*")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
_NEXT_WORD = re.compile(r"\w+")
_NUMBERING = re.compile(r"\s*(?:\d{1,3}|[ivxIVX]{1,4}|[a-z])$")
_NUMBER = re.compile(r"\d|[IVXLC]+\b")
_LONGEST_ABBREVIATION = 12


def _word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TITLES = _word_set(
    "mr mrs ms dr prof st gen col sgt lt capt hon rev sen rep gov pres msgr messrs "
    "cf vs approx viz ed eds al op "
    "проф акад им ул см др тов гр обл просп"
)
_BEFORE_NUMBERS = _word_set(
    "no nos art arts para paras p pp vol ch sec fig app res doc ст пп п ч гл рис стр т"
)
_STARTERS = _word_set(
    "The This These That Those It In He She They We You But However As At On For And If Such There "
    "When While Its His Her Their Our What By From To After Since Under Not No "
    "В На Это Эти Этот Однако По Но Он Она Они Как При За Для Мы И С"
)


def _ends_sentence(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Tell whether this mark, in the sentence that began at `begin`, ends it."""
    if stop["full"] or stop["gap"]:
        return True
    between = _BETWEEN.match(text, stop.end())
    following = between.end() if between else stop.end()
    if text[following : following + 1].islower():
        return False
    return stop["stop"] != "." or not _is_abbreviation(text, begin, stop.start(), following)


def _is_abbreviation(text: str, begin: int, dot: int, following: int) -> bool:
    """Tell whether the full stop at `dot` belongs to its word: "Mr.", "U.S.", "Art. 3", "1."."""
    if _NUMBERING.fullmatch(text, begin, dot):
        return True
    last = _LAST_WORD.search(text, max(begin, dot - _LONGEST_ABBREVIATION), dot)
    if last is None:
        return False
    word = last[0]
    if word.lower() in _BEFORE_NUMBERS and _NUMBER.match(text, following):
        return True
    if "." in word or len(word) == 1:
        return not _closes_after_initial(text, last, following)
    return word.lower() in _TITLES


def _closes_after_initial(text: str, last: re.Match[str], following: int) -> bool:
    """Tell whether an initial or "U.S." stands last in its sentence: the next word says so."""
    after = _NEXT_WORD.match(text, following)
    if after is None:
        return True
    if after[0] in _STARTERS:
        return text[after.end() : after.end() + 1] != "."  # "А. С. Пушкин"
    before_space = text[max(0, last.start() - 2) : last.start() - 1]
    return last[0].islower() and before_space.isdigit()  # "в 2011 г. Правительство"


def _refuse_no_place(text: str, start: int, end: int) -> None:
    if not 0 <= start < end <= len(text):
        raise ValueError(f"A text of {len(text)} code points has no place {start} to {end}.")


def _is_blank(character: str) -> bool:
    # The zero-width space and the byte order mark show nothing either; anchor.js has the same list.
    return character.isspace() or character in "\u200b\ufeff"


def _is_one_word(left: str, right: str) -> bool:
    """Tell whether two neighbouring characters belong to one word of a script with spaces."""
    return all(_WORD_CHARACTER.match(character) for character in (left, right))


_WORD_CHARACTER = re.compile(
    r"[^\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff]|[\u0300-\u036f]"
)

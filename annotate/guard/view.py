"""A text as the guard reads it: nothing invisible in it, and one letter for its variants."""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from .languages import LANGUAGES

type Place = tuple[int, int]  # from one code point to before another
NEVER = "(?!)"  # the expression that matches nothing
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")
_FOLDED = {k: v for each in LANGUAGES for k, v in str.maketrans(*each.variants).items()}


def neutral(text: str) -> str:
    """Return the text with one letter for its variants and nothing invisible."""
    return _INVISIBLE.sub("", text).translate(_FOLDED)


def shows_nothing(text: str) -> bool:
    """Whether nothing of a text can be seen: white space and characters of no width."""
    return not neutral(text).strip()


@cache
def words(expression: str) -> re.Pattern[str]:
    """Return the pattern of a language's expression."""
    spaced = neutral(expression).replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(spaced, re.IGNORECASE)


class View(NamedTuple):
    """A neutral text, and for each of its characters the place in the original."""

    original: str
    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "View":
        """Return the view of a text."""
        hidden = {i for match in _INVISIBLE.finditer(text) for i in range(*match.span())}
        return cls(text, neutral(text), tuple(i for i in range(len(text)) if i not in hidden))

    def inward(self, start: int, end: int) -> Place:
        """Return the place in the view of a place in the original."""
        return bisect_left(self.places, start), bisect_left(self.places, end)

    def outward(self, start: int, end: int) -> Place:
        """Return the place in the original of a place, not an empty one, in the view."""
        return self.places[start], self.places[end - 1] + 1

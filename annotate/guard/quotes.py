"""Quotation marks opened before the selected words and not closed before them."""

import re

from .patterns import Holder, Reach, pattern

QUOTED = pattern("reports", Holder.NOBODY, r"(?!)", reach=Reach.BESIDE)

_PAIRS = {"“": "”", "«": "»", "„": "“”", "「": "」", "『": "』", "《": "》"}
_LEAD = re.compile(r"(?:[\w’'.()-]+[:,]?\s*){0,3}$")
_SINGLE = re.compile(r"[‘‹']$")


def opening_of_quote(text: str, start: int, end: int, sentence: int) -> tuple[int, int] | None:
    """Return the place of the mark that opens the quote the selection is in, and its lead-in.

    A passage that is one quote from its first mark to its last is its own speaker's, and a
    single word in quotes is a term: None for both. `sentence` is where the sentence begins.
    """
    mark = _open_mark(text, start)
    if mark is None or not _is_closed(text, mark, end):
        return None
    words = text[mark + 1 : end]
    if len(words.split()) < 3 and not _CHINESE.search(words):
        return None
    lead = _LEAD.search(text, max(sentence, mark - 40), mark)
    return (lead.start() if lead else mark), mark + 1


def _open_mark(text: str, start: int) -> int | None:
    """Return where the innermost quote that is open at `start` was opened."""
    single = _SINGLE.search(text, max(0, start - 1), start)
    if single and not text[: single.start()][-1:].isalnum():
        return single.start()
    opened: list[int] = []
    for place, mark in enumerate(text[:start]):
        if opened and mark in _closers(text[opened[-1]]):
            opened.pop()
        elif mark in _PAIRS or mark == '"':
            opened.append(place)
    return opened[-1] if opened else None


def _closers(mark: str) -> str:
    return _PAIRS.get(mark, mark)


def _is_closed(text: str, mark: int, end: int) -> bool:
    """Tell whether a quote ends after `end`, and is not all of the passage."""
    closers = _closers(text[mark]) if text[mark] in _PAIRS or text[mark] == '"' else "’›'"
    closed = max((text.rfind(each, end) for each in closers), default=-1)
    whole = not text[:mark].strip() and not text[closed + 1 :].strip(" .\n")
    return closed >= 0 and not whole


_CHINESE = re.compile(r"[\u3400-\u9fff]{4}")

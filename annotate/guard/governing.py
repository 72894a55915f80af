"""Which words a cue governs: how far a "not" reaches, and what stops it; what a quote holds.

A negation inside of the selected words is their own matter; one outside of them counts when
they are what it negates. By rule and on the surface: it must give the same answer in ten years.
"""

import re
from enum import Enum, auto

from .languages.language import Language, Reach
from .lexicon import EVERY_LANGUAGE
from .view import Place, words

_FAR = 100  # code points between a bare negation and what it negates
_SEEN = 1500  # code points on each side in which a cue is looked for, however long the sentence
_OPENS = r"[\s\"“”«»‘’'„‹‚「『《（(\[…:：,，]*"
_COMMA_ALONE = re.compile(r"\s*,\s*\w*\s*")
_FEW_WORDS = re.compile(r"(?:\s+[\w’'.-]++){0,6}")
_LEAD = re.compile(r"(?:[\w’'.()-]+[:,]?\s*){0,3}$")
_SINGLE = {"‘": "’", "‹": "›", "'": "'"}
_PAIRS = {pair[0]: pair[1:] for pair in EVERY_LANGUAGE.quotes}


class Grip(Enum):
    """How a cue holds the selected words."""

    NONE = auto()
    FIRM = auto()
    LOOSE = auto()  # through another verb and its "that": who knows what is negated


def window(reach: Reach, sentence: Place, selected: Place) -> Place:
    """Return where in the sentence a cue of this reach may stand and govern the selection."""
    first, last = max(sentence[0], selected[0] - _SEEN), min(sentence[1], selected[1] + _SEEN)
    if reach is Reach.SENTENCE:
        return first, last
    if reach is Reach.AFTERWARDS:
        return max(first, selected[1] - 1), min(last, selected[1] + 2 * _FAR)
    ahead = min(last, selected[0] + _FAR)  # "found [that …]": a cue may need to see what follows
    return (first if reach is Reach.CLAUSE else max(first, selected[0] - 2 * _FAR)), ahead


def grip(reach: Reach, lexicon: Language, text: str, cue: Place, selected: Place) -> Grip:
    """Return how a cue of this reach, at its place, holds the selected words."""
    if reach is Reach.NEGATION:
        return _negates(lexicon, text, cue, selected[0])
    if reach is Reach.AFTERWARDS:
        held = cue[0] >= selected[1] and not _parted(lexicon, text, selected[1], cue[0])
    elif cue[0] >= selected[0]:
        held = False
    elif reach is Reach.BESIDE:
        held = _beside(lexicon, text, cue[1], selected[0])
    elif reach is Reach.NEAR:
        held = _near(lexicon, text, cue[1], selected[0])
    else:
        held = not _clause_ends(lexicon).search(text, cue[1], max(cue[1], selected[0]))
    return Grip.FIRM if held else Grip.NONE


def _clause_ends(lexicon: Language) -> re.Pattern[str]:
    """Return where a denial or a doubt no longer governs what follows."""
    return words(rf"[.;:!?—–。；：！？؛؟]|{lexicon.clause_ends}")


def _beside(lexicon: Language, text: str, cue_end: int, start: int) -> bool:
    between = words(rf"{_OPENS}(?:(?:{lexicon.lead_in})[\"“«‘„‹(\[]*)?")
    return cue_end >= start or bool(between.fullmatch(text, cue_end, start))


def _near(lexicon: Language, text: str, cue_end: int, start: int) -> bool:
    few = _FEW_WORDS.match(text, cue_end, max(cue_end, start))
    if few is None or not _beside(lexicon, text, few.end(), start):
        return False
    # "They promised an inquiry, [the state buried the file]" begins another clause.
    return not few.group() or not _COMMA_ALONE.fullmatch(text, few.end(), start)


def _parted(lexicon: Language, text: str, end: int, cue_start: int) -> bool:
    """Tell whether what follows the selection is no longer said of it."""
    ended = _clause_ends(lexicon).search(text, end, cue_start)
    turned = words(lexicon.turns_away).search(text, end, cue_start)
    return cue_start - end > _FAR or bool(ended or turned)


def _negates(lexicon: Language, text: str, cue: Place, start: int) -> Grip:
    if cue[0] >= start or start - cue[1] > _FAR:
        return Grip.NONE
    between = text[cue[1] : max(cue[1], start)]
    affirmed = words(rf"\s*(?:{lexicon.affirmed})").match(text, cue[1], max(cue[1], start))
    if affirmed or _is_ended(lexicon, between):
        return Grip.NONE
    noun = words(lexicon.negated_noun).match(text, cue[0])
    if noun and words(lexicon.conjunction).search(between):
        return Grip.NONE  # "without asking, and [beat them]"
    somebody = words(rf"(?:{lexicon.relative})$").search(text, max(0, cue[0] - 20), cue[0])
    if somebody and words(lexicon.finite).search(between):
        return Grip.NONE  # "Those who do not confess are [beaten]"
    another_verb = words(lexicon.complement).search(between)
    modal = words(rf"\s*(?:{lexicon.modal})").match(between)
    return Grip.LOOSE if another_verb and not modal else Grip.FIRM


def _is_ended(lexicon: Language, between: str) -> bool:
    """Tell whether a bare negation ends here; a comma before "that" begins what is negated."""
    ended = _clause_ends(lexicon).search(between) or words(lexicon.other_clause).search(between)
    that = rf"[^,.;:!?—–]*,\s*(?:{lexicon.after_comma})\b[^,.;:!?—–]*"
    return bool(ended or between.count(",") % 2) and not words(that).fullmatch(between)


# Quotation marks opened before the selected words and not closed before them.


def opening_of_quote(text: str, start: int, end: int, sentence: int) -> Place | None:
    """Return the place of the mark that opens the quote the selection is in, and its lead-in.

    A passage that is one quote from its first mark to its last is its own speaker's, and a
    single word in quotes is a term: None for both. `sentence` is where the sentence begins.
    """
    mark = _open_mark(text, start)
    if mark is None or not _is_closed(text, mark, end):
        return None
    quoted = text[mark + 1 : end]
    unspaced = words(rf"(?:{EVERY_LANGUAGE.unspaced}){{4}}")
    if len(quoted.split()) < 3 and not unspaced.search(quoted):
        return None
    lead = _LEAD.search(text, max(sentence, mark - 40), mark)
    return (lead.start() if lead else mark), mark + 1


def _open_mark(text: str, start: int) -> int | None:
    """Return where the innermost quote that is open at `start` was opened."""
    single = start > 0 and text[start - 1] in _SINGLE
    if single and not text[max(0, start - 2) : start - 1].isalnum():
        return start - 1
    opened: list[int] = []
    for place, mark in enumerate(text[:start]):
        if opened and mark in _PAIRS[text[opened[-1]]]:
            opened.pop()
        elif mark in _PAIRS:
            opened.append(place)
    return opened[-1] if opened else None


def _is_closed(text: str, mark: int, end: int) -> bool:
    """Tell whether a quote ends after `end`, and is not all of the passage."""
    closers = _PAIRS.get(text[mark], "".join(_SINGLE.values()))
    closed = max((text.rfind(each, end) for each in closers), default=-1)
    whole = not text[:mark].strip() and not text[closed + 1 :].strip(" .\n")
    return closed >= 0 and not whole

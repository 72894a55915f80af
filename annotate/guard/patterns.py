"""What a family of cues is made of.

In the patterns a space stands for any white space, so that a line break inside a cue does not
hide it, and case does not matter. They are meant to miss little: a false alarm costs one
Enter, a missed cue may store "X says" for what X rejects.
"""

import re
from enum import Enum, auto
from typing import NamedTuple

from .view import neutral


class Holder(Enum):
    """Where the one whose position it is stands, seen from the cue."""

    AFTER = auto()  # disagrees with X
    INSIDE = auto()  # As X has underscored
    SUBJECT = auto()  # X claims that
    OWNER = auto()  # X's position that; the position of X that
    BEFORE = auto()  # X's policies are contrary to the Charter
    NEAREST = auto()  # so-called
    TRAILING = auto()  # …, a claim we reject: who rejects it stands in the cue
    REJECTED_BY = auto()  # is rejected by X: not the one after it
    NOBODY = auto()  # reportedly
    UNHELD = auto()  # cannot confirm that: nobody's position; who doubts stands at the cue
    DENIED = auto()  # X does not: the voice itself says that it is not so, whoever X is
    DISSENTER = auto()  # X disagrees: begins the next sentence, X first


class Reach(Enum):
    """Which words a cue governs."""

    SENTENCE = auto()  # whatever follows in the sentence
    CLAUSE = auto()  # what no end of a clause parts from it, and only from outside
    NEGATION = auto()  # what a bare "not" negates, and only from outside
    BESIDE = auto()  # what directly follows, but for "that", a colon and quotation marks
    NEAR = auto()  # what follows after a few words: "told the committee on Monday …"
    AFTERWARDS = auto()  # what directly precedes: "… is baseless"


class Pattern(NamedTuple):
    """One family of cues; `around` if it also governs words before it ("…, according to X").

    One that `needs_subject` counts only directly after an agent's name ("China says …").
    """

    kind: str
    holder: Holder
    words: re.Pattern[str]
    reach: Reach = Reach.SENTENCE
    around: bool = False
    positions_only: bool = False
    needs_subject: bool = False

    @property
    def has_subject(self) -> bool:
        """Tell whether an agent directly before the cue is who rejects, endorses or says."""
        if self.holder is Holder.AFTER:
            return not self.around
        return self.holder in {Holder.SUBJECT, Holder.OWNER, Holder.UNHELD}


def pattern(
    kind: str,
    holder: Holder,
    *words: str,
    reach: Reach = Reach.SENTENCE,
    around: bool = False,
    positions_only: bool = False,
    needs_subject: bool = False,
) -> Pattern:
    """Return the family of cues that any of these expressions matches in a folded text."""
    alternatives = neutral("|".join(words)).replace(" ?", r"\s*").replace(" ", r"\s+")
    expression = re.compile(alternatives, re.IGNORECASE)
    return Pattern(kind, holder, expression, reach, around, positions_only, needs_subject)


def said(*words: str, holder: Holder = Holder.SUBJECT) -> Pattern:
    """Return the family of verbs that report what directly follows them."""
    return pattern("reports", holder, *words, reach=Reach.BESIDE)

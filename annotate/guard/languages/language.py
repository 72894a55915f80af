"""What a language file says: all words of one language, and what they do to the words beside them.

Every expression is a `re` pattern in which a space stands for any white space, so that a line
break inside a cue does not hide it, and case does not matter. They are meant to miss little: a
false alarm costs one Enter, a missed cue may store "X says" for what X rejects.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple


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
    words: str
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
    """Return the family of cues that any of these expressions matches."""
    return Pattern(kind, holder, "|".join(words), reach, around, positions_only, needs_subject)


def said(*words: str, holder: Holder = Holder.SUBJECT) -> Pattern:
    """Return verbs that report what directly follows them: "says", "told them that"."""
    return pattern("reports", holder, *words, reach=Reach.BESIDE)


def denies(*words: str, reach: Reach = Reach.CLAUSE) -> Pattern:
    """Return words by which the voice turns down a statement, nobody's position: "deny that"."""
    return pattern("rejects", Holder.UNHELD, *words, reach=reach)


def unsure(*words: str) -> Pattern:
    """Return words by which the voice leaves something unconfirmed: "cannot confirm that"."""
    return pattern("doubts", Holder.UNHELD, *words, reach=Reach.CLAUSE)


def negates(*words: str, reach: Reach = Reach.NEGATION) -> Pattern:
    """Return words that say of what follows that it is not so, whoever it is about: "not"."""
    return pattern("rejects", Holder.DENIED, *words, reach=reach)


def supposes(*words: str, reach: Reach = Reach.NEGATION) -> Pattern:
    """Return words that ask, suppose or leave open what follows: "if", "it is unclear whether"."""
    return pattern("doubts", Holder.DENIED, *words, reach=reach)


def denied_after(*words: str) -> Pattern:
    """Return words that say of what precedes that it is not so: "… is baseless"."""
    return negates(*words, reach=Reach.AFTERWARDS)


def doubted_after(*words: str) -> Pattern:
    """Return words that leave open what precedes: "… has not been verified"."""
    return supposes(*words, reach=Reach.AFTERWARDS)


def not_after(words: str) -> str:
    """Return an expression that refuses each of these directly before it."""
    return "".join(rf"(?<!\b{word})" for word in words.split())


def verbs(stems: str, *, ending: str, irregular: str = "", before: str = "") -> str:
    """Return the forms of verbs given by their stems, and irregular forms as they are."""
    regular = rf"(?:{'|'.join(stems.split())}){ending}"
    others = rf"|(?:{'|'.join(irregular.split())})" if irregular else ""
    return rf"{before}\b(?:{regular}{others})\b"


# Whatever the language: a sentence that ends with a question mark.
QUESTION = pattern(
    "doubts", Holder.DENIED, r"[?？؟][!?！？؟]*(?=[\"'”’»›)\]）」』〉》】\s]*\Z)", around=True
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """All words of one language; what is left out, it does not have.

    Several are merged into one that reads a text in which all of them occur.
    """

    code: str
    letters: str  # one letter of its script
    unspaced: str = ""  # one letter of a script that writes no spaces
    variants: tuple[str, str] = ("", "")  # letters that are read as others: both of one length
    quotes: tuple[str, ...] = ()  # a mark that opens a quote, and those that close it
    cues: tuple[Pattern, ...] = ()
    dissent: tuple[Pattern, ...] = ()  # begins a sentence that turns down the one before it

    # Who is named.
    self_words: str = ""  # the voice speaking of itself, or of the document it speaks in
    inflected: str = ""  # a word of a name that has cases …
    ending: str = ""  # … what ends it …
    endings: str = ""  # … and what may end it in another case
    articles: str = ""  # with the space after them
    possessive: str = ""  # follows a name
    between: str = ""  # between a subject and its verb, with the space after it
    like_the_voice: str = ""  # who may be the voice under another name, or nobody in particular
    no_subject: str = ""  # words beside a verb that are not its subject
    outsider: str = ""  # who is surely not the voice …
    outsider_inside: str = ""  # … named at the start of a cue …
    outsider_after: str = ""  # … or after it, where it is …
    verb_first: str = ""  # … a verb that stands before its subject

    # What governs what.
    anaphor: str = ""  # begins a sentence that takes up the one before it
    negation: str = ""  # makes an endorsement a rejection
    denial: str = ""  # a negated one says that it is so
    only: str = ""  # after a negation: it says more, not less
    affirmed: str = ""  # after a bare negation: these say that it is so
    clause_ends: str = ""
    other_clause: str = ""  # ends what a bare negation reaches
    complement: str = ""  # begins what another verb says
    modal: str = ""  # after a negation: what is not allowed, whatever verb it is
    relative: str = ""  # "those who do", before a negation that describes somebody …
    finite: str = ""  # … if another verb follows
    lead_in: str = ""  # between a verb of saying and what is said, with the space after it
    turns_away: str = ""  # what stands after these is no longer about the words before
    negated_noun: str = ""  # "without", which does not reach past …
    conjunction: str = ""  # … "and"
    after_comma: str = ""  # "that", in a language that writes a comma before it

    # Caveats: openers count anywhere and begin a sentence, turns count anywhere, degrees beside.
    openers: str = ""
    turns: str = ""
    degrees: str = ""

    # What is no proposition: somebody says it; by a noun that has none of these before it.
    says_who: str = ""
    says_noun: str = ""
    noun_before: str = ""

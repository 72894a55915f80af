"""What reads like a proposition without an author, and what does not. Of Django only gettext.

A claim is the thing that is said, never that somebody says it: who says it stands in the tags.
The lists catch the common forms, and rather let one pass than refuse a proposition.
"""

import re

from django.utils.translation import gettext as _

from .lexicon import EVERY_LANGUAGE, lexicon_for
from .view import neutral, words

WORDS_AT_LEAST = 3
LETTERS_AT_LEAST = 4  # in a script that writes no spaces
_ENDS = re.compile(r"[.!…。！]['\"”’»)）]*$")
_ASKS = re.compile(r"[?？؟]['\"”’»)）]*$")
_UNSPACED = words(EVERY_LANGUAGE.unspaced)


def finished(text: str) -> str:
    """Return a claim's sentence with single spaces and a full stop."""
    text = " ".join(text.split())
    if not text or _ENDS.search(text) or _ASKS.search(text):
        return text
    return text + ("。" if _UNSPACED.search(text[-1]) else ".")


def complaint(text: str) -> str:
    """Return what is wrong with a claim's sentence and what to do, or nothing."""
    text = " ".join(text.split())
    if _ASKS.search(text):
        return _("Write a statement, not a question: a claim is what somebody may hold.")
    if len(text.split()) < WORDS_AT_LEAST and len(_UNSPACED.findall(text)) < LETTERS_AT_LEAST:
        return _("Write a whole sentence: who does or holds what?")
    if names_who_says_it(text):
        return _(
            "Leave out who says it: a claim is what is said, and who says it stands in the tag."
        )
    return ""


def names_who_says_it(text: str) -> bool:
    """Whether a sentence reads "X says that …" or "According to X …", in any language."""
    text = neutral(text)
    lexicon = lexicon_for("", text)
    if words(lexicon.says_who).search(text):
        return True
    found = words(lexicon.says_noun).search(text)
    return found is not None and not words(lexicon.noun_before).search(found["subject"].strip())

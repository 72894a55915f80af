"""Which languages' words read a text."""

from dataclasses import fields
from functools import cache
from itertools import chain
from typing import Any

from .languages import LANGUAGES
from .languages.language import Language
from .view import NEVER, words


def lexicon_for(language: str, text: str) -> Language:
    """Return the words that read a text of a BCP 47 language, merged into one.

    A script that the language is written in is read by that language alone: Spanish is not
    read by English lists. Every other script in the text is read by all languages that are
    written in it, and so is each script where the language is unknown or has no list.
    """
    code = language.partition("-")[0].lower()
    own = [each for each in LANGUAGES if each.code == code]
    scripts = {each.letters for each in own}
    others = (each for each in LANGUAGES if each.letters not in scripts)
    found = [each for each in others if words(each.letters).search(text)]
    return _merged(tuple(each for each in LANGUAGES if each in (*own, *found)))


@cache
def _merged(languages: tuple[Language, ...]) -> Language:
    """Return a language that has the words of all of them; what none has matches nothing."""
    merged: dict[str, Any] = {}
    for name, kind in ((each.name, each.type) for each in fields(Language)):
        values = [value for each in languages if (value := getattr(each, name))]
        merged[name] = "|".join(values) or NEVER if kind is str else tuple(chain(*values))
    return Language(**merged)


EVERY_LANGUAGE = _merged(LANGUAGES)

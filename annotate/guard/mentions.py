"""Who is named in a text, and where, seen from the selected words."""

import re
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

from .languages.language import Language
from .lexicon import EVERY_LANGUAGE
from .view import words

Agents = Iterable[tuple[Hashable, Sequence[str]]]


class Mention(NamedTuple):
    """An agent's name in the text."""

    start: int
    end: int
    key: Hashable


def find_mentions(
    text: str,
    agents: Agents,
    voice: Hashable = None,
    *,
    start: int = 0,
    end: int | None = None,
    lexicon: Language = EVERY_LANGUAGE,
) -> list[Mention]:
    """Return where `start` to `end` of the text names agents, in order.

    Names match with their capitals and at word edges; one inside a longer one does not count.
    "We" and the like are the voice.
    """
    end = len(text) if end is None else end
    window = text[start:end]  # Most of ten thousand names are ruled out here.
    found = [
        Mention(match.start(), match.end(), key)
        for key, names in agents
        for name in names
        if name.strip() and _stem(name.split(maxsplit=1)[0]) in window
        for match in _at_word_edges(name).finditer(text, start, end)
    ]
    of_the_voice = words(lexicon.self_words).finditer(text, start, end)
    found.extend(Mention(*match.span(), voice) for match in of_the_voice)
    mentions: list[Mention] = []
    for mention in sorted(found, key=lambda mention: (mention.start - mention.end, mention.start)):
        if not any(mention.start < other.end and other.start < mention.end for other in mentions):
            mentions.append(mention)
    return sorted(mentions)


def _at_word_edges(name: str) -> re.Pattern[str]:
    """Return a pattern for a name; a script without spaces has no word edges to look for."""
    unspaced = EVERY_LANGUAGE.unspaced
    spaced = words(rf"(?!{unspaced})\w")
    before = rf"(?:(?<!\w)|(?<={unspaced}))" if spaced.match(name[0]) else ""
    after = rf"(?:(?!\w)|(?={unspaced}))" if spaced.match(name[-1]) else ""
    return re.compile(before + r"\s+".join(_inflected(word) for word in name.split()) + after)


def _stem(word: str) -> str:
    """Return what every case of a word has in common; a word without cases as it is."""
    has_cases = words(EVERY_LANGUAGE.inflected).fullmatch(word)
    return words(EVERY_LANGUAGE.ending).sub("", word) if has_cases else word


def _inflected(word: str) -> str:
    """Return an expression for a word of a name, in any case if it has cases."""
    has_cases = words(EVERY_LANGUAGE.inflected).fullmatch(word)
    return re.escape(_stem(word)) + (EVERY_LANGUAGE.endings if has_cases else "")

"""Find the agents named in a text."""

import re
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

from .words import SELF

Agents = Iterable[tuple[Hashable, Sequence[str]]]


class Mention(NamedTuple):
    """An agent's name in the text."""

    start: int
    end: int
    key: Hashable


def find_mentions(
    text: str, agents: Agents, voice: Hashable = None, *, start: int = 0, end: int | None = None
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
    found.extend(
        Mention(match.start(), match.end(), voice) for match in SELF.finditer(text, start, end)
    )
    mentions: list[Mention] = []
    for mention in sorted(found, key=lambda mention: (mention.start - mention.end, mention.start)):
        if not any(mention.start < other.end and other.start < mention.end for other in mentions):
            mentions.append(mention)
    return sorted(mentions)


_PLAIN_LETTER = "[^\\W\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"


def _at_word_edges(name: str) -> re.Pattern[str]:
    """Return a pattern for a name; Chinese and Japanese have no word edges to look for."""
    before = f"(?<!{_PLAIN_LETTER})" if re.match(_PLAIN_LETTER, name[0]) else ""
    after = f"(?!{_PLAIN_LETTER})" if re.match(_PLAIN_LETTER, name[-1]) else ""
    words = r"\s+".join(_inflected(word) for word in name.split())
    return re.compile(before + words + after)


_CYRILLIC_WORD = re.compile(r"[А-Яа-яЁёІіЇїЄєЎў]{5,}")
_ENDING = re.compile(r"(?:[иыо]й|[ая]я|[оеыи]е|[аеёиоуыэюяйь])$")


def _stem(word: str) -> str:
    """Return what every case of a Cyrillic word has in common; another word as it is."""
    return _ENDING.sub("", word) if _CYRILLIC_WORD.fullmatch(word) else word


def _inflected(word: str) -> str:
    """Return an expression for a word of a name, in any case if it is Cyrillic."""
    ending = "[а-яё]{0,3}" if _CYRILLIC_WORD.fullmatch(word) else ""
    return re.escape(_stem(word)) + ending

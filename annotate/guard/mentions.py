"""Who is named in a text, and where, seen from the selected words."""

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
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
    before = rf"(?:(?<![^\W])|(?<={unspaced}))" if _is_spaced(name[0]) else ""
    after = rf"(?![^\W])|(?={unspaced})" if _is_spaced(name[-1]) else ""
    inside = r"\s+".join(_inflected(word) for word in name.split())
    return re.compile(f"{before}{inside}(?:{after})")


def _is_spaced(letter: str) -> bool:
    is_letter = letter.isalnum() or letter == "_"
    return is_letter and not words(EVERY_LANGUAGE.unspaced).match(letter)


def _stem(word: str) -> str:
    """Return what every case of a word has in common; a word without cases as it is."""
    has_cases = words(EVERY_LANGUAGE.inflected).fullmatch(word)
    return words(EVERY_LANGUAGE.ending).sub("", word) if has_cases else word


def _inflected(word: str) -> str:
    """Return an expression for a word of a name, in any case if it has cases."""
    has_cases = words(EVERY_LANGUAGE.inflected).fullmatch(word)
    return re.escape(_stem(word)) + (EVERY_LANGUAGE.endings if has_cases else "")


@dataclass(frozen=True, slots=True)
class Naming:
    """A text, the place of the selected words in it, and the agents named there."""

    text: str
    start: int
    end: int
    mentions: list[Mention]
    lexicon: Language

    def nearest(self, mentions: list[Mention]) -> Mention | None:
        """Return the one named nearest to the selected words, or None."""
        return min(
            mentions, key=lambda m: max(m.start - self.end, self.start - m.end, 0), default=None
        )

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """Return those that lie wholly between the two places."""
        return [mention for mention in self.mentions if start <= mention.start < mention.end <= end]

    def mentions_across(self, start: int, end: int) -> list[Mention]:
        """Return those of which some letter lies between the two places."""
        return [mention for mention in self.mentions if mention.start < end and start < mention.end]

    def is_next(self, cue_end: int, mention: Mention) -> bool:
        """Tell whether nothing but an article stands between the cue and the agent."""
        gap = words(rf"\s*(?:{self.lexicon.articles})?")
        return mention.start >= cue_end and bool(gap.fullmatch(self.text, cue_end, mention.start))

    def noun_phrase_start(self, mention: Mention) -> int:
        """Return where "the Shanghai Cooperation Organization (SCO" begins, seen from SCO."""
        start = mention.start
        aside = words(rf"\s*[(,]\s*(?:{self.lexicon.articles})?")
        for earlier in reversed([m for m in self.mentions if m.end <= mention.start]):
            if earlier.key != mention.key or not aside.fullmatch(self.text, earlier.end, start):
                break
            start = earlier.start
        return self.article_start(start)

    def article_start(self, start: int) -> int:
        """Return where the article directly before the place begins, or the place."""
        article = words(rf"\b(?:{self.lexicon.articles})$")
        found = article.search(self.text, max(0, start - 5), start)
        return found.start() if found else start

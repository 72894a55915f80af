"""Who is named where in a passage, seen from the selected words."""

import re
from dataclasses import dataclass

from .mentions import Mention

_ARTICLE = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
_ASIDE = re.compile(r"\s*[(,]\s*(?:the\s+)?", re.IGNORECASE)
_ARTICLE_OR_NOTHING = re.compile(r"\s*(?:the\s+)?", re.IGNORECASE)


def first(mentions: list[Mention]) -> Mention | None:
    """Return the first of them, or None."""
    return mentions[0] if mentions else None


@dataclass(frozen=True, slots=True)
class Naming:
    """A text, the place of the selected words in it, and the agents named there."""

    text: str
    start: int
    end: int
    mentions: list[Mention]

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

    def is_selected(self, mention: Mention) -> bool:
        """Tell whether some letter of it is selected."""
        return mention.start < self.end and self.start < mention.end

    def is_next(self, cue_end: int, mention: Mention) -> bool:
        """Tell whether nothing but an article stands between the cue and the agent."""
        return mention.start >= cue_end and bool(
            _ARTICLE_OR_NOTHING.fullmatch(self.text, cue_end, mention.start)
        )

    def noun_phrase_start(self, mention: Mention) -> int:
        """Return where "the Shanghai Cooperation Organization (SCO" begins, seen from SCO."""
        start = mention.start
        for earlier in reversed([m for m in self.mentions if m.end <= mention.start]):
            if earlier.key != mention.key or not _ASIDE.fullmatch(self.text, earlier.end, start):
                break
            start = earlier.start
        return self.article_start(start)

    def article_start(self, start: int) -> int:
        """Return where the article directly before the place begins, or the place."""
        article = _ARTICLE.search(self.text, max(0, start - 5), start)
        return article.start() if article else start

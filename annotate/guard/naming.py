"""Who is named where, seen from the selected words, and whose position a cue speaks of."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import NamedTuple

from .languages.language import Holder, Language, Pattern
from .mentions import Mention
from .view import Place, words


class Found(NamedTuple):
    """One match of one pattern, with the agent directly before it, if any."""

    pattern: Pattern
    start: int
    end: int
    subject: Mention | None


@dataclass(frozen=True, slots=True)
class Naming:
    """A text, the place of the selected words in it, and the agents named there."""

    text: str
    start: int
    end: int
    mentions: list[Mention]
    lexicon: Language
    sentence: Place
    before: Place | None
    voice: Hashable

    def nearest(self, mentions: list[Mention]) -> Mention | None:
        """Return the one named nearest to the selected words, or None."""
        away = [(max(m.start - self.end, self.start - m.end, 0), m) for m in mentions]
        return min(away, key=lambda one: one[0])[1] if away else None

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

    def subject(self, each: Pattern, start: int, end: int) -> Mention | None:
        """Return the agent, named directly before or after the cue, who says or rejects."""
        inside = self.mentions_across(start, end)
        if each.holder is Holder.REJECTED_BY:
            after = [mention for mention in self.mentions if mention.start >= end][:1]
            return after[0] if after and self.is_next(end, after[0]) else None
        if each.holder in {Holder.TRAILING, Holder.DISSENTER}:
            return inside[0] if inside else None
        if each.holder is Holder.UNHELD and inside:
            return inside[0]  # a verb before its subject
        before = [mention for mention in self.mentions if mention.end <= start]
        if not each.has_subject or not before:
            return None
        gap = words(
            rf"(?:(?:{self.lexicon.possessive})\s+(?:[\w-]+\s+){{0,3}})?\)?"
            rf"(?:\s*\([^()]{{1,40}}\))?,?\s*(?:{self.lexicon.between})*"
        )
        return before[-1] if gap.fullmatch(self.text, before[-1].end, start) else None

    def holder(self, found: Found, bounds: Place) -> Mention | None:
        others = [
            mention
            for mention in self.mentions_in(*bounds)
            if mention.key != self.voice
            # Who rejects or endorses is not whose position is meant.
            and (found.pattern.kind == "reports" or mention != found.subject)
        ]
        after = [mention for mention in others if mention.start >= found.end]
        before = [mention for mention in others if mention.end <= found.start]
        inside = [m for m in self.mentions_across(found.start, found.end) if m in others]
        likely: list[Mention] = []
        match found.pattern.holder:
            case Holder.SUBJECT:
                return found.subject
            case Holder.INSIDE:
                return next(iter(inside), None)
            case Holder.OWNER:
                return next((m for m in (*inside, found.subject, *after) if m), None)
            case Holder.REJECTED_BY | Holder.NOBODY | Holder.UNHELD | Holder.DENIED:
                return None
            case Holder.AFTER:
                likely = after
            case Holder.BEFORE:  # What follows is what it is measured by: "the UN Charter".
                others = [m for m in others if not self.is_next(found.end, m)]
                likely = before[::-1]
        selected = [m for m in others if m in self.mentions_across(self.start, self.end)]
        return next(iter(likely), None) or self.nearest(selected) or self.nearest(others)

    def holder_of_position(self) -> Hashable | None:
        """Return the agent named nearest; None when that is the voice, who says so itself."""
        named_before = self.mentions_in(*self.before) if self.before else []
        nearest = self.nearest(
            self.mentions_across(self.start, self.end)[:1]
            or self.mentions_in(*self.sentence)
            or [mention for mention in named_before if mention.key != self.voice]
        )
        return nearest.key if nearest and nearest.key != self.voice else None

    def widened(self, found: Found, holder: Mention | None) -> Place:
        """Return the union of selection, cue, its subject and the holder directly after it."""
        end = max(self.end, found.end)
        start = min(self.start, self.article_start(found.start))
        if found.subject:
            start = min(start, self.noun_phrase_start(found.subject))
        for agent in (found.subject, holder):
            if agent and agent.start < found.start < agent.end:
                start = min(start, self.noun_phrase_start(agent))
            if agent and self.is_next(found.end, agent):
                end = max(end, agent.end)
        return start, end

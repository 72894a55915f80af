"""What a passage says about the selected words, and what the form should propose."""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from .mentions import Mention
from .patterns import Holder, Pattern
from .words import (
    ANAPHOR,
    BETWEEN_SUBJECT_AND_VERB,
    CLAUSE_ENDS,
    DISSENT,
    NEGATED,
    NEGATION,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found, and what the form should propose because of it.

    `kind` is rejects, doubts, endorses, reports or position (no cue, but the claim is a
    position); `words` the cue's own words at `start` to `end`; `widened_start` and
    `widened_end` the quote that holds them too; `agree` is yes, no or open; `holder` the key of
    an agent, or None; `own` if the voice denies or doubts by itself, and no other's position.
    """

    kind: str
    start: int
    end: int
    words: str
    widened_start: int
    widened_end: int
    agree: str
    holder: Hashable | None
    own: bool = False


_RANKS = {"rejects": 0, "doubts": 0, "endorses": 1, "reports": 2}
_ARTICLE = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
_ASIDE = re.compile(r"\s*[(,]\s*(?:the\s+)?", re.IGNORECASE)
_ARTICLE_OR_NOTHING = re.compile(r"\s*(?:the\s+)?", re.IGNORECASE)


def _first(mentions: list[Mention]) -> Mention | None:
    return mentions[0] if mentions else None


class _Found(NamedTuple):
    """One match of one pattern, with the agent directly before it, if any."""

    pattern: Pattern
    start: int
    end: int
    subject: Mention | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage, the selected words in it, and who is named where."""

    text: str
    start: int
    end: int
    sentence: tuple[int, int]
    before: tuple[int, int] | None
    after: tuple[int, int] | None
    mentions: list[Mention]
    voice: Hashable
    is_position: bool
    patterns: tuple[Pattern, ...]

    def cue_in_sentence(self) -> Cue | None:
        found = [one for one in self._found_in(*self.sentence) if self._governs_selection(one)]
        found.extend(self._dissent_after())
        if not found:
            return None
        best = min(found, key=self._rank)
        holder = self._holder(best, self.sentence)
        start, end = self._widened(best, holder)
        return self._proposal(best, holder.key if holder else None, start, end)

    def cue_of_position(self) -> Cue:
        """Return the rejection in the sentence before, or that a position is always somebody's."""
        return self._rejection_before() or Cue(
            kind="position",
            start=self.start,
            end=self.end,
            words="",
            widened_start=self.start,
            widened_end=self.end,
            agree="open",
            holder=self._holder_of_position(),
        )

    # Which cues count.

    def _found_in(self, start: int, end: int) -> Iterator[_Found]:
        for pattern in self.patterns:
            if pattern.positions_only and not self.is_position:
                continue
            for match in pattern.words.finditer(self.text, start, end):
                found = self._found(pattern, *match.span())
                if pattern.needs_subject and not found.subject:
                    continue
                if not self._is_self_report(found):
                    yield found

    def _found(self, pattern: Pattern, start: int, end: int) -> _Found:
        """Return the match; an endorsement with a "not" before it is a rejection."""
        if pattern.kind == "endorses" and not pattern.around:
            for negation in NEGATION.finditer(self.text, max(0, start - 45), start):
                if NEGATED.fullmatch(self.text, negation.end(), start):
                    pattern, start = pattern._replace(kind="rejects"), negation.start()
                    break
        return _Found(pattern, start, end, self._subject(pattern, start, end))

    def _dissent_after(self) -> Iterator[_Found]:
        """Yield the rejection that begins the next sentence: "We disagree." """
        match = self.after and DISSENT.words.match(self.text, *self.after)
        if match:
            yield self._found(DISSENT, *match.span())

    def _governs_selection(self, found: _Found) -> bool:
        """Tell whether the cue is about the selection: half of it, at least, must follow."""
        if found.pattern.holder is Holder.UNHELD:
            return self._denies_selection(found)
        following = self.end - max(found.start, self.start)
        return found.pattern.around or 2 * following >= self.end - self.start

    def _denies_selection(self, found: _Found) -> bool:
        """Tell whether the clause of the selection is denied or doubted from outside of it."""
        if found.start < self.start:
            return not CLAUSE_ENDS.search(self.text, found.end, max(found.end, self.start))
        after = found.pattern.around and found.start >= self.end
        return after and not CLAUSE_ENDS.search(self.text, self.end, found.start)

    def _is_self_report(self, found: _Found) -> bool:
        """Tell whether the voice only says that it says so: no other holder in that."""
        if found.pattern.kind in {"rejects", "doubts"}:
            return False
        if found.pattern.holder in {Holder.SUBJECT, Holder.OWNER} and found.subject:
            return bool(found.subject.key == self.voice)
        inside = self._mentions_across(found.start, found.end)
        return found.pattern.holder is Holder.INSIDE and any(
            mention.key == self.voice for mention in inside
        )

    def _rank(self, found: _Found) -> tuple[int, int, bool, int, int]:
        distance = max(found.start - self.end, self.start - found.end, 0)
        held = found.pattern.holder is not Holder.UNHELD
        return _RANKS[found.pattern.kind], distance, held, found.start, -found.end

    def _subject(self, pattern: Pattern, start: int, end: int) -> Mention | None:
        """Return the agent, named directly before or after the cue, who says or rejects."""
        if pattern.holder is Holder.REJECTED_BY:
            after = [mention for mention in self.mentions if mention.start >= end]
            return after[0] if after and self._is_next(end, after[0]) else None
        if pattern.holder is Holder.TRAILING:
            return _first(self._mentions_across(start, end))
        inside = self._mentions_across(start, end)
        if pattern.holder is Holder.UNHELD and inside:
            return inside[0]  # a verb before its subject, in Arabic
        before = [mention for mention in self.mentions if mention.end <= start]
        if not pattern.has_subject or not before:
            return None
        gap = BETWEEN_SUBJECT_AND_VERB.fullmatch(self.text, before[-1].end, start)
        return before[-1] if gap else None

    # Whose position it is.

    def _holder(self, found: _Found, bounds: tuple[int, int]) -> Mention | None:
        others = [
            mention
            for mention in self._mentions_in(*bounds)
            if mention.key != self.voice and not self._is_subject_of_stance(mention, found)
        ]
        after = [mention for mention in others if mention.start >= found.end]
        before = [mention for mention in others if mention.end <= found.start]
        inside = [m for m in self._mentions_across(found.start, found.end) if m in others]
        likely: list[Mention] = []
        match found.pattern.holder:
            case Holder.SUBJECT:
                return found.subject
            case Holder.INSIDE:
                return _first(inside)
            case Holder.OWNER:
                return _first(inside) or found.subject or _first(after)
            case Holder.REJECTED_BY | Holder.NOBODY | Holder.UNHELD:
                return None
            case Holder.AFTER:
                likely = after
            case Holder.BEFORE:  # What follows is what it is measured by: "the UN Charter".
                others = [m for m in others if not self._is_next(found.end, m)]
                likely = before[::-1]
        selected = [mention for mention in others if self._is_selected(mention)]
        return _first(likely) or self._nearest(selected) or self._nearest(others)

    def _is_subject_of_stance(self, mention: Mention, found: _Found) -> bool:
        """Tell whether it is who rejects or endorses, and so not whose position is meant."""
        return found.pattern.kind != "reports" and mention == found.subject

    def _holder_of_position(self) -> Hashable | None:
        """Return the agent named nearest; None when that is the voice, who says so itself."""
        selected = [mention for mention in self.mentions if self._is_selected(mention)]
        named = selected[:1] or self._mentions_in(*self.sentence) or self._named_before()
        nearest = self._nearest(named)
        return nearest.key if nearest and nearest.key != self.voice else None

    def _named_before(self) -> list[Mention]:
        named = self._mentions_in(*self.before) if self.before else []
        return [mention for mention in named if mention.key != self.voice]

    def _nearest(self, mentions: list[Mention]) -> Mention | None:
        return min(
            mentions, key=lambda m: max(m.start - self.end, self.start - m.end, 0), default=None
        )

    def _mentions_in(self, start: int, end: int) -> list[Mention]:
        return [mention for mention in self.mentions if start <= mention.start < mention.end <= end]

    def _mentions_across(self, start: int, end: int) -> list[Mention]:
        return [mention for mention in self.mentions if mention.start < end and start < mention.end]

    def _is_selected(self, mention: Mention) -> bool:
        return mention.start < self.end and self.start < mention.end

    # What to propose.

    def _proposal(self, found: _Found, holder: Hashable | None, start: int, end: int) -> Cue:
        kind = found.pattern.kind
        agree = {"rejects": "no", "endorses": "yes"}.get(kind, "open")
        own = found.pattern.holder is Holder.UNHELD
        if found.subject and found.subject.key != self.voice and kind != "reports":
            agree = "open"  # "China rejects …", told by somebody else, who takes no side.
            own = False
        words = self.text[found.start : found.end]
        return Cue(kind, found.start, found.end, words, start, end, agree, holder, own)

    def _widened(self, found: _Found, holder: Mention | None) -> tuple[int, int]:
        """Return the union of selection, cue, its subject and the holder directly after it."""
        end = max(self.end, found.end)
        start = min(self.start, self._article_start(found.start))
        if found.subject:
            start = min(start, self._noun_phrase_start(found.subject))
        for agent in (found.subject, holder):
            if agent and agent.start < found.start < agent.end:
                start = min(start, self._noun_phrase_start(agent))
            if agent and self._is_next(found.end, agent):
                end = max(end, agent.end)
        return start, end

    def _is_next(self, cue_end: int, mention: Mention) -> bool:
        """Tell whether nothing but an article stands between the cue and the agent."""
        return mention.start >= cue_end and bool(
            _ARTICLE_OR_NOTHING.fullmatch(self.text, cue_end, mention.start)
        )

    def _noun_phrase_start(self, mention: Mention) -> int:
        """Return where "the Shanghai Cooperation Organization (SCO" begins, seen from SCO."""
        start = mention.start
        for earlier in reversed([m for m in self.mentions if m.end <= mention.start]):
            if earlier.key != mention.key or not _ASIDE.fullmatch(self.text, earlier.end, start):
                break
            start = earlier.start
        return self._article_start(start)

    def _article_start(self, start: int) -> int:
        article = _ARTICLE.search(self.text, max(0, start - 5), start)
        return article.start() if article else start

    # The sentence before.

    def _rejection_before(self) -> Cue | None:
        """Return a rejection the present sentence takes up with "These positions …"."""
        anaphor = ANAPHOR.match(self.text, self.sentence[0])
        if anaphor is None or self.before is None:
            return None
        found = [one for one in self._found_in(*self.before) if one.pattern.kind == "rejects"]
        if not found:
            return None
        last = max(found, key=lambda one: one.start)
        holder = self._holder(last, self.before)
        start = self._antecedent(anaphor.end(), self.before[0], last.start)
        return self._proposal(last, holder.key if holder else None, start, self.end)

    def _antecedent(self, after_anaphor: int, first: int, cue_start: int) -> int:
        """Return where the words that the anaphor repeats stand before the cue, or the cue."""
        words = self.text[after_anaphor : self.sentence[1]].split(maxsplit=4)[:4]
        for count in range(len(words), 0, -1):
            phrase = " ".join(words[:count])
            place = self.text.rfind(phrase, first, cue_start)
            if place >= 0 and len(phrase) > len("those"):
                return place
        return cue_start

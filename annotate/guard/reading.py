"""What a passage says about the selected words, and what the form should propose."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from .cue import Cue, Found
from .dissent import find_dissent
from .governing import Grip, grip, window
from .hypotheses import is_question
from .mentions import Mention
from .naming import Naming, first
from .outsiders import names_an_outsider
from .patterns import Holder, Pattern, Reach
from .quotes import QUOTED, opening_of_quote
from .words import (
    ANAPHOR,
    BETWEEN_SUBJECT_AND_VERB,
    DENIAL,
    NEGATED,
    NEGATION,
)

_RANKS = {"rejects": 0, "doubts": 0, "endorses": 1, "reports": 2}


@dataclass(frozen=True, slots=True)
class Reading(Naming):
    """A passage, the selected words in it, and who is named where."""

    sentence: tuple[int, int]
    before: tuple[int, int] | None
    after: tuple[int, int] | None
    voice: Hashable
    is_position: bool
    patterns: tuple[Pattern, ...]

    def cue_in_sentence(self) -> Cue | None:
        found = [*self._governing(), *self._dissent_after(), *self._quoted()]
        if not found:
            return None
        nearest = min(found, key=self._rank)
        best = self._who_says_that(nearest, found)
        holder = self._holder(best, self.sentence)
        start, end = self._widened(best, holder)
        start, end = min(start, nearest.start), max(end, nearest.end)
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

    def _who_says_that(self, denial: Found, found: list[Found]) -> Found:
        """Return who is reported to deny it: "China says that it does not", or the denial."""
        if denial.pattern.holder is not Holder.DENIED:
            return denial
        reports = [
            one
            for one in found
            if one.pattern.kind == "reports"
            and denial.start < self.start
            and (one.end <= denial.start or one.start >= self.end)
        ]
        return min(reports, key=self._rank, default=denial)

    # Which cues count.

    def _found_in(self, sentence: tuple[int, int], selected: tuple[int, int]) -> Iterator[Found]:
        for pattern in self.patterns:
            if pattern.positions_only and not self.is_position:
                continue
            place = window(pattern.reach, sentence, selected)
            for match in pattern.words.finditer(self.text, *place):
                found = self._found(pattern, *match.span())
                if pattern.needs_subject and not found.subject:
                    continue
                if self._is_not_denied(found):
                    if not self._is_anothers(found):
                        continue
                    found = found._replace(
                        pattern=pattern._replace(kind="reports", holder=Holder.SUBJECT)
                    )
                if not self._is_self_report(found):
                    yield found

    def _found(self, pattern: Pattern, start: int, end: int) -> Found:
        """Return the match; an endorsement with a "not" before it is a rejection."""
        if pattern.kind == "endorses" and not pattern.around:
            for negation in NEGATION.finditer(self.text, max(0, start - 45), start):
                if NEGATED.fullmatch(self.text, negation.end(), start):
                    pattern, start = pattern._replace(kind="rejects"), negation.start()
                    break
        return Found(pattern, start, end, self._subject(pattern, start, end))

    def _governing(self) -> Iterator[Found]:
        """Yield the cues of the sentence that are about the selected words."""
        for found in self._found_in(self.sentence, (self.start, self.end)):
            if found.pattern.reach is Reach.SENTENCE:
                if self._governs_selection(found):
                    yield found
                continue
            held = grip(
                found.pattern.reach, self.text, (found.start, found.end), (self.start, self.end)
            )
            asked = found.pattern.holder is Holder.DENIED and is_question(self.text, *self.sentence)
            if held is Grip.LOOSE or asked:
                found = found._replace(pattern=found.pattern._replace(kind="doubts"))
            if held is not Grip.NONE:
                yield found

    def _is_not_denied(self, found: Found) -> bool:
        """Tell whether a denial is itself denied, and by nobody else: "no one can deny that"."""
        if found.pattern.kind not in {"rejects", "doubts"} or not DENIAL.match(
            self.text, found.start
        ):
            return False
        return any(
            NEGATED.fullmatch(self.text, negation.end(), found.start)
            for negation in NEGATION.finditer(self.text, max(0, found.start - 45), found.start)
        )

    def _dissent_after(self) -> Iterator[Found]:
        """Yield the rejection that begins the next sentence: "We disagree." """
        for pattern, place in find_dissent(self.text, self.end, self.sentence[1], self.after):
            yield self._found(pattern, *place)

    def _quoted(self) -> Iterator[Found]:
        """Yield the quotation mark, with the words before it, that the selection stands behind."""
        place = opening_of_quote(self.text, self.start, self.end, self.sentence[0])
        if place:
            yield self._found(QUOTED, *place)

    def _governs_selection(self, found: Found) -> bool:
        """Tell whether the cue is about the selection: half of it, at least, must follow."""
        following = self.end - max(found.start, self.start)
        return found.pattern.around or 2 * following >= self.end - self.start

    def _is_self_report(self, found: Found) -> bool:
        """Tell whether the voice only says that it says so: no other holder in that."""
        if found.pattern.kind in {"rejects", "doubts"}:
            return False
        if found.pattern.holder in {Holder.SUBJECT, Holder.OWNER} and found.subject:
            return bool(found.subject.key == self.voice)
        inside = self.mentions_across(found.start, found.end)
        return found.pattern.holder in {Holder.INSIDE, Holder.OWNER} and any(
            mention.key == self.voice for mention in inside
        )

    def _rank(self, found: Found) -> tuple[int, int, bool, int, int]:
        distance = max(found.start - self.end, self.start - found.end, 0)
        held = found.pattern.holder not in {Holder.UNHELD, Holder.DENIED}
        rank = 3 if found.pattern is QUOTED else _RANKS[found.pattern.kind]
        return rank, distance, held, found.start, -found.end

    def _subject(self, pattern: Pattern, start: int, end: int) -> Mention | None:
        """Return the agent, named directly before or after the cue, who says or rejects."""
        if pattern.holder is Holder.REJECTED_BY:
            after = [mention for mention in self.mentions if mention.start >= end]
            return after[0] if after and self.is_next(end, after[0]) else None
        if pattern.holder in {Holder.TRAILING, Holder.DISSENTER}:
            return first(self.mentions_across(start, end))
        inside = self.mentions_across(start, end)
        if pattern.holder is Holder.UNHELD and inside:
            return inside[0]  # a verb before its subject, in Arabic
        before = [mention for mention in self.mentions if mention.end <= start]
        if not pattern.has_subject or not before:
            return None
        gap = BETWEEN_SUBJECT_AND_VERB.fullmatch(self.text, before[-1].end, start)
        return before[-1] if gap else None

    # Whose position it is.

    def _holder(self, found: Found, bounds: tuple[int, int]) -> Mention | None:
        others = [
            mention
            for mention in self.mentions_in(*bounds)
            if mention.key != self.voice and not self._is_subject_of_stance(mention, found)
        ]
        after = [mention for mention in others if mention.start >= found.end]
        before = [mention for mention in others if mention.end <= found.start]
        inside = [m for m in self.mentions_across(found.start, found.end) if m in others]
        likely: list[Mention] = []
        match found.pattern.holder:
            case Holder.SUBJECT:
                return found.subject
            case Holder.INSIDE:
                return first(inside)
            case Holder.OWNER:
                return first(inside) or found.subject or first(after)
            case Holder.REJECTED_BY | Holder.NOBODY | Holder.UNHELD | Holder.DENIED:
                return None
            case Holder.AFTER:
                likely = after
            case Holder.BEFORE:  # What follows is what it is measured by: "the UN Charter".
                others = [m for m in others if not self.is_next(found.end, m)]
                likely = before[::-1]
        selected = [mention for mention in others if self.is_selected(mention)]
        return first(likely) or self.nearest(selected) or self.nearest(others)

    def _is_subject_of_stance(self, mention: Mention, found: Found) -> bool:
        """Tell whether it is who rejects or endorses, and so not whose position is meant."""
        return found.pattern.kind != "reports" and mention == found.subject

    def _holder_of_position(self) -> Hashable | None:
        """Return the agent named nearest; None when that is the voice, who says so itself."""
        selected = [mention for mention in self.mentions if self.is_selected(mention)]
        named = selected[:1] or self.mentions_in(*self.sentence) or self._named_before()
        nearest = self.nearest(named)
        return nearest.key if nearest and nearest.key != self.voice else None

    def _named_before(self) -> list[Mention]:
        named = self.mentions_in(*self.before) if self.before else []
        return [mention for mention in named if mention.key != self.voice]

    # What to propose.

    def _proposal(self, found: Found, holder: Hashable | None, start: int, end: int) -> Cue:
        kind = found.pattern.kind
        agree = {"rejects": "no", "endorses": "yes" if holder else "open"}.get(kind, "open")
        own = found.pattern.holder in {Holder.UNHELD, Holder.DENIED}
        if kind != "reports" and self._is_anothers(found):
            agree = "open"  # "China rejects …", told by somebody else, who takes no side.
            own = False
        words = self.text[found.start : found.end]
        return Cue(kind, found.start, found.end, words, start, end, agree, holder, own)

    def _is_anothers(self, found: Found) -> bool:
        """Tell whether somebody else than the voice rejects, doubts or endorses."""
        if found.subject:
            return bool(found.subject.key != self.voice)
        pattern = found.pattern
        if pattern.holder is Holder.REJECTED_BY:
            return True
        if pattern.holder is Holder.DISSENTER:
            return names_an_outsider(self.text, found.start, found.end, found.end)
        opening = self.sentence[0]
        named = any(m.key == self.voice for m in self.mentions_in(opening, found.start))
        return (
            pattern.has_subject
            and not named
            and names_an_outsider(self.text, opening, found.start, found.end)
        )

    def _widened(self, found: Found, holder: Mention | None) -> tuple[int, int]:
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

    # The sentence before.

    def _rejection_before(self) -> Cue | None:
        """Return a rejection the present sentence takes up with "These positions …"."""
        anaphor = ANAPHOR.match(self.text, self.sentence[0])
        if anaphor is None or self.before is None:
            return None
        whole = (self.before[1], self.before[1])
        found = [
            one
            for one in self._found_in(self.before, whole)
            if one.pattern.kind == "rejects" and one.pattern.holder is not Holder.DENIED
        ]
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

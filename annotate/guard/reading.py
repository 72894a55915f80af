"""What a passage says about the selected words, and what the form should propose."""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from .governing import Grip, grip, opening_of_quote, window
from .languages.language import QUESTION, Holder, Pattern, Reach, pattern
from .naming import Found, Naming
from .view import Place, words

QUOTED = pattern("reports", Holder.NOBODY, "", reach=Reach.BESIDE)
_RANKS = {"rejects": 0, "doubts": 0, "endorses": 1, "reports": 2}
_NOT_FAR = 45  # code points between "not" and the word that it takes back
_LETTER = re.compile(r"[^\W\d_]")
_PHRASE = re.compile(r"[^.;:!?,—–。；：！？，،؛]*$")
_ASIDE = re.compile(r"[^.;:!?；؛—–]{0,40}[;；؛—–]\s*")


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


@dataclass(frozen=True, slots=True)
class Reading(Naming):
    """A passage, the selected words in it, and who is named where."""

    after: Place | None
    is_position: bool

    def cue_in_sentence(self) -> Cue | None:
        """Return the strongest cue about the selected words, or None."""
        found = [*self._governing(), *self._dissent_after()]
        quote = opening_of_quote(self.text, self.start, self.end, self.sentence[0])
        if quote:
            found.append(self._found(QUOTED, *quote))
        if not found:
            return None
        nearest = min(found, key=self._rank)
        best = self._who_says_that(nearest, found)
        holder = self.holder(best, self.sentence)
        start, end = self.widened(best, holder)
        start, end = min(start, nearest.start), max(end, nearest.end)
        return self._proposal(best, holder.key if holder else None, start, end)

    def cue_of_position(self) -> Cue:
        """Return the rejection in the sentence before, or that a position is always somebody's."""
        holder, place = self.holder_of_position(), (self.start, self.end)
        return self._rejection_before() or Cue("position", *place, "", *place, "open", holder)

    def _who_says_that(self, denial: Found, found: list[Found]) -> Found:
        """Return who is reported to deny it: "China says that it does not", or the denial."""
        if denial.pattern.holder is not Holder.DENIED:
            return denial
        outside = (one for one in found if one.end <= denial.start or one.start >= self.end)
        reports = [one for one in outside if one.pattern.kind == "reports"]
        return min(reports if denial.start < self.start else [], key=self._rank, default=denial)

    def _found_in(self, sentence: Place, selected: Place) -> Iterator[Found]:
        for each in (QUESTION, *self.lexicon.cues):
            if each.positions_only and not self.is_position:
                continue
            place = window(each.reach, sentence, selected)
            for match in words(each.words).finditer(self.text, *place):
                found = self._found(each, *match.span())
                if each.needs_subject and not found.subject:
                    continue
                if self._is_not_denied(found):
                    if not self._is_anothers(found):
                        continue
                    report = each._replace(kind="reports", holder=Holder.SUBJECT)
                    found = found._replace(pattern=report)
                if not self._is_self_report(found):
                    yield found

    def _found(self, each: Pattern, start: int, end: int) -> Found:
        """Return the match; an endorsement with a "not" before it is a rejection."""
        if each.kind == "endorses" and not each.around:
            negation = self._negation_before(start)
            if negation is not None:
                each, start = each._replace(kind="rejects"), negation
        return Found(each, start, end, self.subject(each, start, end))

    def _negation_before(self, start: int) -> int | None:
        """Return where a "not" stands that takes back the word at the place."""
        negated = words(rf"(?!\s*(?:{self.lexicon.only}))[^.,;:!?，。；：！？]{{0,35}}")
        found = words(self.lexicon.negation).finditer(self.text, max(0, start - _NOT_FAR), start)
        places = (one.start() for one in found if negated.fullmatch(self.text, one.end(), start))
        return next(places, None)

    def _governing(self) -> Iterator[Found]:
        """Yield the cues of the sentence that are about the selected words."""
        selected = (self.start, self.end)
        for found in self._found_in(self.sentence, selected):
            reach = found.pattern.reach
            if reach is Reach.SENTENCE:
                # Half of the selection, at least, must follow the cue.
                following = self.end - max(found.start, self.start)
                if found.pattern.around or 2 * following >= self.end - self.start:
                    yield found
                continue
            held = grip(reach, self.lexicon, self.text, (found.start, found.end), selected)
            question = words(QUESTION.words).search(self.text, *self.sentence)
            asked = found.pattern.holder is Holder.DENIED and question
            if held is Grip.LOOSE or asked:
                found = found._replace(pattern=found.pattern._replace(kind="doubts"))
            if held is not Grip.NONE:
                yield found

    def _is_not_denied(self, found: Found) -> bool:
        """Tell whether a denial is itself denied, and by nobody else: "no one can deny that"."""
        against = found.pattern.kind in {"rejects", "doubts"}
        denial = against and words(self.lexicon.denial).match(self.text, found.start)
        return bool(denial) and self._negation_before(found.start) is not None

    def _dissent_after(self) -> Iterator[Found]:
        """Yield the rejection that begins the next sentence: "We disagree.", or follows a dash."""
        aside = _ASIDE.match(self.text, self.end, self.sentence[1])
        for place in (self.after, aside and (aside.end(), self.sentence[1])):
            for each in self.lexicon.dissent:
                match = place and words(each.words).match(self.text, *place)
                if match:
                    yield self._found(each, *match.span())

    def _is_self_report(self, found: Found) -> bool:
        """Tell whether the voice only says that it says so: no other holder in that."""
        if found.pattern.kind in {"rejects", "doubts"}:
            return False
        if found.pattern.holder in {Holder.SUBJECT, Holder.OWNER} and found.subject:
            return bool(found.subject.key == self.voice)
        inside = {mention.key for mention in self.mentions_across(found.start, found.end)}
        return found.pattern.holder in {Holder.INSIDE, Holder.OWNER} and self.voice in inside

    def _rank(self, found: Found) -> tuple[int, int, bool, int, int]:
        distance = max(found.start - self.end, self.start - found.end, 0)
        held = found.pattern.holder not in {Holder.UNHELD, Holder.DENIED}
        rank = 3 if found.pattern is QUOTED else _RANKS[found.pattern.kind]
        return rank, distance, held, found.start, -found.end

    def _proposal(self, found: Found, holder: Hashable | None, start: int, end: int) -> Cue:
        kind = found.pattern.kind
        agree = {"rejects": "no", "endorses": "yes" if holder else "open"}.get(kind, "open")
        own = found.pattern.holder in {Holder.UNHELD, Holder.DENIED}
        if kind != "reports" and self._is_anothers(found):
            agree, own = "open", False  # "China rejects …", told by somebody who takes no side
        cue_words = self.text[found.start : found.end]
        return Cue(kind, found.start, found.end, cue_words, start, end, agree, holder, own)

    def _is_anothers(self, found: Found) -> bool:
        """Tell whether somebody else than the voice rejects, doubts or endorses."""
        if found.subject:
            return bool(found.subject.key != self.voice)
        each = found.pattern
        if each.holder is Holder.REJECTED_BY:
            return True
        if each.holder is Holder.DISSENTER:
            return self._names_an_outsider(found.start, found.end, found.end)
        opening = self.sentence[0]
        named = any(m.key == self.voice for m in self.mentions_in(opening, found.start))
        return (
            each.has_subject
            and not named
            and self._names_an_outsider(opening, found.start, found.end)
        )

    def _names_an_outsider(self, start: int, cue_start: int, cue_end: int) -> bool:
        """Tell whether somebody unknown, and not the voice, stands at a cue as who denies it."""
        by, cue = self.lexicon, self.text[cue_start:cue_end]
        phrase = _PHRASE.search(self.text[start:cue_start])
        before = phrase.group() if phrase else ""
        verb_first = words(by.verb_first).fullmatch(cue)
        if (
            words(by.outsider).search(before)
            or words(by.outsider_inside).match(self.text, cue_start, cue_end)
            or (verb_first and words(by.outsider_after).match(self.text, cue_end))
        ):
            return True
        if words(by.like_the_voice).search(before):
            return False
        return bool(_LETTER.search(words(by.no_subject).sub(" ", before)))

    def _rejection_before(self) -> Cue | None:
        """Return a rejection the present sentence takes up with "These positions …"."""
        anaphor = words(self.lexicon.anaphor).match(self.text, self.sentence[0])
        if anaphor is None or self.before is None:
            return None
        found = self._found_in(self.before, (self.before[1], self.before[1]))
        rejected = [one for one in found if one.pattern.kind == "rejects"]
        held = [one for one in rejected if one.pattern.holder is not Holder.DENIED]
        if not held:
            return None
        last = max(held, key=lambda one: one.start)
        holder = self.holder(last, self.before)
        start = self._antecedent(anaphor.end(), self.before[0], last.start)
        return self._proposal(last, holder.key if holder else None, start, self.end)

    def _antecedent(self, after_anaphor: int, first: int, cue_start: int) -> int:
        """Return where the words that the anaphor repeats stand before the cue, or the cue."""
        repeated = self.text[after_anaphor : self.sentence[1]].split(maxsplit=4)[:4]
        for count in range(len(repeated), 0, -1):
            phrase = " ".join(repeated[:count])
            place = self.text.rfind(phrase, first, cue_start)
            if place >= 0 and len(phrase) > len("those"):
                return place
        return cue_start

"""The guard's dialogue: what it proposes before words are saved, and what is taken of that."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotate.forms.tag_answers import OTHER, OWN, YES, names_holder
from annotate.guard import Caveat, Cue, find_caveat, find_cue
from annotate.models import Claim, Tag
from annotate.models.claim import ClaimKind
from annotate.queries.tags import known_holder, names_in_text, voice_of
from corpus.models import Agent, Passage, Person

SHOWN = 160  # code points of the widened words; longer ones are cut in the middle


@dataclass(frozen=True)
class Answered:
    """The words a person selected, and how they answered before the guard was heard.

    `start` and `end` are code points of the passage, `language` is that of its words.
    """

    place: Passage
    start: int
    end: int
    language: str
    voice: Agent | None
    claim: Claim | None
    whose: str
    agree: str
    names_holder: bool
    reader: Person

    @property
    def has_words(self) -> bool:
        """Whether the selection is inside the passage and holds more than white space."""
        inside = 0 <= self.start < self.end <= len(self.place.text)
        return inside and bool(self.place.text[self.start : self.end].strip())

    @property
    def is_otherwise(self) -> bool:
        """Whether the person answered otherwise than by default: that is never overwritten."""
        return self.whose == OTHER or self.names_holder or self.agree != YES

    def answers(self, cue: Cue) -> bool:
        """Whether the answers and the selected words say already what the cue says."""
        inside = cue.widened_start >= self.start and cue.widened_end <= self.end
        return inside and self.agree != YES and (cue.own or self.whose == OTHER)


def as_answered(
    place: Passage, claim: Claim | None, values: Mapping[str, Any], reader: Person
) -> Answered:
    """Return what the form's values say, as the guard looks at it."""
    document = place.text_version.document
    return Answered(
        place=place,
        language=place.language or document.language,
        voice=voice_of(place, document),
        start=values["start"] - place.start,
        end=values["end"] - place.start,
        claim=claim,
        whose=values.get("whose") or "",
        agree=values.get("agree") or YES,
        names_holder=names_holder(values),
        reader=reader,
    )


@dataclass(frozen=True)
class Proposal:
    """What the guard shows before anything is stored: a cue, a caveat, or both."""

    said: Answered
    cue: Cue | None
    caveat: Caveat | None

    def data(self) -> dict[str, str]:
        """Return what the form is filled in with."""
        return {"guard": "seen"} | self._answers() | self._widened() | self._with_caveat()

    def _answers(self) -> dict[str, str]:
        if self.cue is None or self.said.is_otherwise:
            return {}
        holder = None if self.cue.own else _proposed_holder(self.said, self.cue)
        return {
            "whose": OWN if self.cue.own else OTHER,
            "agree": self.cue.agree,
            "held_by": str(holder.pk) if holder else "",
        }

    @property
    def is_wider(self) -> bool:
        """Whether the cue is not within the selected words."""
        if self.cue is None:
            return False
        widened = self.cue.widened_start, self.cue.widened_end
        return widened != (self.said.start, self.said.end)

    def _widened(self) -> dict[str, str]:
        if self.cue is None or not self.is_wider:
            return {}
        start, end = self._in_version(self.cue)
        return {"widen": "1", "widened_start": start, "widened_end": end}

    def _with_caveat(self) -> dict[str, str]:
        if self.caveat is None:
            return {}
        start, end = self._in_version(self.caveat)
        return {"caveat_start": start, "caveat_end": end}

    def _in_version(self, found: Cue | Caveat) -> tuple[str, str]:
        """Return the edges of the widened words, counted in code points of the version."""
        start = self.said.place.start
        return str(start + found.widened_start), str(start + found.widened_end)

    @property
    def widened_words(self) -> str:
        """The words the quote would have when it is widened to the cue."""
        if self.cue is None or not self.is_wider:
            return ""
        return self.said.place.text[self.cue.widened_start : self.cue.widened_end]

    @property
    def words_with_caveat(self) -> str:
        """The words the quote would have when it is widened to the caveat, cut to be read."""
        if self.caveat is None:
            return ""
        return shortened(self.said.place.text[self.caveat.widened_start : self.caveat.widened_end])


def propose(said: Answered, changed: set[str]) -> Proposal | None:
    """Return what the guard asks about the fields that were `changed`, or None.

    That is a cue or a caveat over which the answers would be stored unseen.
    """
    cue = _unanswered_cue(said) if changed & {"start", "end", "claim"} else None
    caveat = _caveat_left_out(said, cue) if changed & {"start", "end"} else None
    return Proposal(said, cue, caveat) if cue or caveat else None


def _unanswered_cue(said: Answered) -> Cue | None:
    """Return the cue over which the default answers would be stored."""
    if not said.has_words:
        return None
    cue = find_cue(
        said.place.text,
        said.start,
        said.end,
        language=said.language,
        claim_is_position=bool(said.claim and said.claim.kind == ClaimKind.POSITION),
        agents=names_in_text(said.place.text_version.document.collection_id),
        voice=said.voice.pk if said.voice else None,
    )
    return None if cue is None or said.answers(cue) else cue


def _caveat_left_out(said: Answered, cue: Cue | None) -> Caveat | None:
    """Return the caveat just outside the words.

    None where the guard's cue holds it already, and where the reader has tagged these very
    words before: what was seen once is not pointed out again.
    """
    if not said.has_words:
        return None
    caveat = find_caveat(said.place.text, said.start, said.end, language=said.language)
    if caveat is None or (cue and _holds(cue, caveat)):
        return None
    return None if _has_tagged_them(said) else caveat


def _has_tagged_them(said: Answered) -> bool:
    place, reader = said.place, said.reader
    start, end = place.start + said.start, place.start + said.end
    return Tag.objects.filter(passage=place, start=start, end=end, created_by=reader).exists()


def _holds(cue: Cue, caveat: Caveat) -> bool:
    return cue.widened_start <= caveat.start and caveat.end <= cue.widened_end


def _proposed_holder(said: Answered, cue: Cue) -> Agent | None:
    """Return whom the cue names; or, for a position, its known holder if named here."""
    if cue.holder is not None:
        return Agent.objects.filter(pk=str(cue.holder)).first()
    if said.claim is None:
        return None
    voice = said.voice.pk if said.voice else None
    known = known_holder(said.claim, reader=said.reader, apart_from=voice)
    names = [known.name, *known.aliases] if known else []
    return known if any(name in said.place.text for name in names) else None


def widening(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the place of the words as the person widened it, or nothing."""
    start, end = values["start"], values["end"]
    widened = values.get("widened_start"), values.get("widened_end")
    if takes_cue := values.get("widen") and None not in widened:
        start, end = widened
    caveat = values.get("caveat_start"), values.get("caveat_end")
    if takes_caveat := values.get("take_caveat") and None not in caveat:
        start, end = min(start, caveat[0]), max(end, caveat[1])
    return {"start": start, "end": end, "exact": ""} if takes_cue or takes_caveat else {}


def shortened(words: str) -> str:
    """Return words that fit into the picker, without their middle where they are long."""
    if len(words) <= SHOWN:
        return words
    return f"{words[: SHOWN // 2].rstrip()} … {words[-SHOWN // 2 :].lstrip()}"

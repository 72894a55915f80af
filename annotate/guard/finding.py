"""Read a passage for the cue that governs the selected words."""

import re
from collections.abc import Hashable
from dataclasses import replace

from annotate.text.anchors import sentence_around, trim

from .cue import Cue
from .mentions import Agents, find_mentions
from .reading import Reading
from .view import View, neutral
from .words import patterns_for


def find_cue(
    text: str,
    start: int,
    end: int,
    *,
    language: str,
    claim_is_position: bool,
    agents: Agents,
    voice: Hashable = None,
) -> Cue | None:
    """Return the strongest cue about the selected words, or None when they are plainly said.

    `text` is the passage's text, `agents` pairs of a key and all its names, `voice` the key
    of the one whose words the passage is. Rejecting outranks endorsing outranks reporting; of
    equals the nearest counts. Raise ValueError when the selection is blank.
    """
    view = View.of(text)
    inner = trim(view.text, *view.inward(*trim(text, start, end)))
    bare = [(key, [neutral(name) for name in names]) for key, names in agents]
    reading = _read(view.text, inner, language, claim_is_position, bare, voice)
    cue = reading.cue_in_sentence() or (reading.cue_of_position() if claim_is_position else None)
    return cue and _outward(cue, view, text)


def _read(
    text: str,
    selected: tuple[int, int],
    language: str,
    is_position: bool,
    agents: Agents,
    voice: Hashable,
) -> Reading:
    sentence = sentence_around(text, *selected)
    before, after = _sentence_before(text, sentence[0]), _sentence_after(text, sentence[1])
    first, last = (before or sentence)[0], (after or sentence)[1]
    return Reading(
        text=text,
        start=selected[0],
        end=selected[1],
        sentence=sentence,
        before=before,
        after=after,
        mentions=find_mentions(text, agents, voice, start=first, end=last),
        voice=voice,
        is_position=is_position,
        patterns=patterns_for(language, text[first : sentence[1]]),
    )


def _outward(cue: Cue, view: View, text: str) -> Cue:
    """Return the cue with its places in the original text."""
    start, end = view.outward(cue.start, cue.end)
    widened = view.outward(cue.widened_start, cue.widened_end)
    return replace(
        cue,
        start=start,
        end=end,
        words=cue.words and text[start:end],
        widened_start=widened[0],
        widened_end=widened[1],
    )


_LAST_LETTER = re.compile(r"\w(?=\W*$)")


def _sentence_before(text: str, start: int) -> tuple[int, int] | None:
    last = _LAST_LETTER.search(text, 0, start)
    return sentence_around(text, last.start(), last.end()) if last else None


_NEXT_LETTER = re.compile(r"\w")


def _sentence_after(text: str, end: int) -> tuple[int, int] | None:
    following = _NEXT_LETTER.search(text, end)
    return sentence_around(text, following.start(), following.end()) if following else None

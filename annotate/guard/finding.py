"""Read a passage for the cue that governs the selected words."""

import re
from collections.abc import Hashable
from dataclasses import replace

from annotate.text.anchors import sentence_around, trim

from .lexicon import lexicon_for
from .mentions import Agents, find_mentions
from .reading import Cue, Reading
from .view import Place, View, neutral

LETTER = re.compile(r"\w")
_LAST_LETTER = re.compile(r"\w(?=\W*$)")


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
    text, selected = view.text, trim(view.text, *view.inward(*trim(text, start, end)))
    sentence = sentence_around(text, *selected)
    before, after = _sentence_before(text, sentence[0]), sentence_after(text, sentence[1])
    first, last = (before or sentence)[0], (after or sentence)[1]
    lexicon = lexicon_for(language, text[first:last])
    names = [(key, [neutral(name) for name in names]) for key, names in agents]
    mentions = find_mentions(text, names, voice, start=first, end=last, lexicon=lexicon)
    reading = Reading(
        text, *selected, mentions, lexicon, sentence, before, voice, after, claim_is_position
    )
    cue = reading.cue_in_sentence() or (reading.cue_of_position() if claim_is_position else None)
    return cue and _outward(cue, view)


def _outward(cue: Cue, view: View) -> Cue:
    """Return the cue with its places and words in the original text."""
    start, end = view.outward(cue.start, cue.end)
    first, last = view.outward(cue.widened_start, cue.widened_end)
    said = cue.words and view.original[start:end]
    return replace(cue, start=start, end=end, words=said, widened_start=first, widened_end=last)


def _sentence_before(text: str, start: int) -> Place | None:
    last = _LAST_LETTER.search(text, 0, start)
    return sentence_around(text, *last.span()) if last else None


def sentence_after(text: str, end: int) -> Place | None:
    """Return the place of the sentence that follows, if any."""
    following = LETTER.search(text, end)
    return sentence_around(text, *following.span()) if following else None

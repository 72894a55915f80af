"""What the tag form points out before words are saved: a caveat that they leave out."""

from annotate.guard import Caveat, Cue, find_caveat
from annotate.models import Tag
from corpus.models import Passage, Person

SHOWN = 160  # code points of the widened words; longer ones are cut in the middle


def caveat_left_out(
    place: Passage, start: int, end: int, *, language: str, cue: Cue | None, reader: Person
) -> Caveat | None:
    """Return the caveat just outside the words, counted in code points of the version.

    None where the guard's cue holds it already, and where the reader has tagged these very
    words before: what was seen once is not pointed out again.
    """
    first, last = start - place.start, end - place.start
    if not 0 <= first < last <= len(place.text) or not place.text[first:last].strip():
        return None
    caveat = find_caveat(place.text, first, last, language=language)
    if caveat is None or (cue and _holds(cue, caveat)):
        return None
    known = Tag.objects.filter(passage=place, start=start, end=end, created_by=reader)
    return None if known.exists() else caveat


def _holds(cue: Cue, caveat: Caveat) -> bool:
    return cue.widened_start <= caveat.start and caveat.end <= cue.widened_end


def shortened(words: str) -> str:
    """Return words that fit into the picker, without their middle where they are long."""
    if len(words) <= SHOWN:
        return words
    return f"{words[: SHOWN // 2].rstrip()} … {words[-SHOWN // 2 :].lstrip()}"

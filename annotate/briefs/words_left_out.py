"""Caveats just outside the quotes of a brief, for who writes it; they are never printed."""

from annotate.briefs.content import Book
from annotate.guard import Caveat, find_caveat, shows_nothing
from annotate.models import Tag


def caveats_of(book: Book) -> dict[int, Caveat]:
    """Return the caveat that each exhibit leaves out, by the exhibit's number.

    Read from the passages each time the page is drawn, without a query of its own.
    """
    found = {number: caveat_of(book.tags[key]) for key, number in book.numbers.items()}
    return {number: caveat for number, caveat in found.items() if caveat}


def caveat_of(tag: Tag) -> Caveat | None:
    """Return the caveat just outside a tag's words; none where they are not found any more."""
    passage = tag.passage
    start, end = tag.start - passage.start, tag.end - passage.start
    if passage.text[start:end] != tag.exact or shows_nothing(tag.exact):
        return None
    language = passage.language or passage.text_version.document.language
    return find_caveat(passage.text, start, end, language=language)

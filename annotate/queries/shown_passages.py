"""Passages with all that drawing them needs: their tags, the open card, what they copy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotate.access import get_tag
from annotate.models import Tag
from annotate.queries.derivations import sources_on
from annotate.queries.documents import PassageRow, TagRow, passage_rows, row_of, tags_on
from annotate.queries.tag_card import TagCard, tag_card
from corpus.access import Reader, may_curate
from corpus.models import Document, Passage


@dataclass(frozen=True)
class ShownPassages:
    """Passages of one document, with their tags in text order and the card of the open one.

    `sources` are how and from what each is copied; `numbered` says whether the reader may say so.
    """

    document: Document
    passages: Sequence[PassageRow]
    tags: Mapping[int, Sequence[TagRow]]
    sources: Mapping[int, Sequence[tuple[str, str]]]
    card: TagCard | None
    numbered: bool


def shown_passages(
    document: Document,
    passages: Sequence[PassageRow],
    tags: Mapping[int, Sequence[TagRow]],
    opened: Tag | None,
    *,
    reader: Reader,
    numbered: bool,
) -> ShownPassages:
    """Return passages as `reader` sees them, with the tag `opened` among the others."""
    card = tag_card(opened, reader=reader) if opened else None
    return ShownPassages(
        document=document,
        passages=passages,
        tags=_with_opened(tags, opened) if opened else tags,
        sources=sources_on([passage.id for passage in passages], reader=reader),
        card=card,
        numbered=numbered,
    )


def shown_again(
    document: Document, passage_id: int, opened: Tag | None = None, *, reader: Reader
) -> ShownPassages:
    """Return one passage as it is now, after an act on it, with everybody's tags."""
    curates = may_curate(reader, document.collection_id)
    rows = passage_rows(Passage.objects.filter(pk=passage_id))
    tags = tags_on([passage_id])
    return shown_passages(document, rows, tags, opened, reader=reader, numbered=curates)


def shown_after(
    document: Document, tag: Tag, *, reader: Reader, is_open: bool = True
) -> ShownPassages:
    """Return the passage of a tag as it is after an act on the tag, read again."""
    tag = get_tag(reader, tag.pk)
    return shown_again(document, tag.passage_id, tag if is_open else None, reader=reader)


def _with_opened(
    tags: Mapping[int, Sequence[TagRow]], opened: Tag
) -> Mapping[int, Sequence[TagRow]]:
    """Show a withdrawn tag too, when it is the one somebody came to see."""
    here = tags.get(opened.passage_id, ())
    if any(tag.id == opened.pk for tag in here):
        return tags
    together = sorted([*here, row_of(opened)], key=lambda tag: (tag.start, tag.end, tag.id))
    return {**tags, opened.passage_id: together}

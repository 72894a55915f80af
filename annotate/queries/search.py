"""Search: words in passages, quotes, claims and the reasons of links, in every script.

Every word must stand somewhere in the row, also inside a longer word, so that two Chinese
characters or a Russian stem find what holds them. Words between quotation marks are one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import FETCH_RAISE, Q, QuerySet

from annotate.access import readable_links
from annotate.models import Claim, LinkStatus, Tag
from annotate.models.claim import ClaimStatus
from annotate.queries.matching import contains_all
from annotate.queries.tag_lines import tags_to_list
from annotate.queries.tags import sentence_of
from annotate.web.paging import PAGE_SIZE, page
from corpus.models import Document, Passage, Person
from corpus.models.document import DocumentStatus
from corpus.models.passage import PassageKind

GROUP = 10  # hits of each kind, until one kind is asked for
MAX_WORDS = 8
BEFORE, BEHIND = 80, 200  # characters of context
LONG_WORD = 24
_TERMS = re.compile(r'"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|(\S+)')
_GONE = ("withdrawn", "rejected")
_DOCUMENT = "passage__text_version__document"


@dataclass(frozen=True)
class Filters:
    """What is searched for, and where; an empty value asks for nothing."""

    terms: list[str]
    collection: str = ""
    language: str = ""

    @property
    def pattern(self) -> re.Pattern[str]:
        """What matches any of the terms, for showing them."""
        longest = sorted(self.terms, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest)), re.IGNORECASE)

    def documents(self, reader: Person) -> QuerySet[Document]:
        """Return the documents searched: seen by `reader`, not withdrawn (I20, I21)."""
        found = Document.objects.visible_to(reader).exclude(status=DocumentStatus.WITHDRAWN)
        if self.collection:
            found = found.filter(collection__slug=self.collection)
        if self.language:
            found = found.filter(language=self.language)
        return found


@dataclass(frozen=True)
class Hit:
    """A row that holds the words; `pieces` are (text, whether it was searched for)."""

    row: Any
    pieces: list[tuple[str, bool]]
    sentence: str = ""


@dataclass(frozen=True)
class Hits:
    """Hits of one kind, whether there are more, and where the next page starts."""

    rows: list[Hit]
    next_cursor: str


def terms_of(words: str) -> list[str]:
    """Return the words and “quoted phrases” of a search, each once; at most MAX_WORDS."""
    found = [next(filter(None, groups)).strip() for groups in _TERMS.findall(words)]
    return list(dict.fromkeys(term for term in found if term))[:MAX_WORDS]


def in_context(text: str, pattern: re.Pattern[str]) -> list[tuple[str, bool]]:
    """Return the text around the first hit, in pieces that are hits and pieces between."""
    first = pattern.search(text)
    start, end = _around(text, *(first.span() if first else (0, 0)))
    pieces: list[tuple[str, bool]] = [("… ", False)] if start else []
    for found in pattern.finditer(text, start, end):
        pieces += [(text[start : found.start()], False), (found[0], True)]
        start = found.end()
    pieces += [(text[start:end], False)] + ([(" …", False)] if end < len(text) else [])
    return [piece for piece in pieces if piece[0]]


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where to cut the text before and behind a hit: between words, where it has any."""
    if start > BEFORE:
        start -= BEFORE
        start += max(0, text.find(" ", start, start + LONG_WORD) + 1 - start)
    else:
        start = 0
    if end + BEHIND < len(text):
        end += BEHIND
        space = text.rfind(" ", end - LONG_WORD, end)
        return start, space if space > 0 else end
    return start, len(text)


def search(
    filters: Filters, reader: Person, *, only: str = "", after: str | None = None
) -> dict[str, Hits]:
    """Return the hits of each kind, GROUP of each; or one page of the kind `only`.

    Kinds that hold nothing are left out.
    """
    kinds = {only: KINDS[only]} if only in KINDS else KINDS
    size = PAGE_SIZE if only in KINDS else GROUP
    found = {kind: find(filters, reader, after, size) for kind, find in kinds.items()}
    return {kind: hits for kind, hits in found.items() if hits.rows}


def _find_passages(filters: Filters, reader: Person, after: str | None, size: int) -> Hits:
    rows = (
        Passage.objects.filter(
            contains_all("text", filters.terms),
            text_version__is_current=True,
            text_version__document__in=filters.documents(reader).values("pk"),
        )
        .exclude(kind=PassageKind.BOILERPLATE)
        .select_related("text_version__document__author", "voice")
        .defer("text_version__text")
    )
    return _hits(rows, "text", filters, after, size)


def _find_quotes(filters: Filters, reader: Person, after: str | None, size: int) -> Hits:
    rows = (
        tags_to_list(reader)
        .filter(contains_all("exact", filters.terms))
        .filter(**{f"{_DOCUMENT}__in": filters.documents(reader).values("pk")})
        .exclude(status__in=_GONE)
    )
    return _hits(rows, "exact", filters, after, size, sentence_of)


def _find_claims(filters: Filters, reader: Person, after: str | None, size: int) -> Hits:
    rows = (
        Claim.objects.visible_to(reader)
        .filter(contains_all("finding", filters.terms))
        .exclude(status=ClaimStatus.MERGED)
    )
    if filters.collection or filters.language:
        tags = Tag.objects.visible_to(reader).exclude(status__in=_GONE)
        places = tags.filter(**{f"{_DOCUMENT}__in": filters.documents(reader).values("pk")})
        rows = rows.filter(pk__in=places.values("claim"))
    return _hits(rows, "text", filters, after, size)


def _find_links(filters: Filters, reader: Person, after: str | None, size: int) -> Hits:
    rows = (
        readable_links(reader)
        .filter(contains_all("rationale", filters.terms))
        .exclude(status__in=(LinkStatus.WITHDRAWN, LinkStatus.REJECTED))
        .defer("from_tag__passage__text_version__text", "to_tag__passage__text_version__text")
    )
    if filters.collection or filters.language:
        documents = filters.documents(reader).values("pk")
        rows = rows.filter(
            Q(**{f"from_tag__{_DOCUMENT}__in": documents})
            | Q(**{f"to_tag__{_DOCUMENT}__in": documents})
        )
    return _hits(rows, "rationale", filters, after, size)


def _hits(
    rows: QuerySet[Any],
    field: str,
    filters: Filters,
    after: str | None,
    size: int,
    sentence: Callable[[Any], str] = lambda row: "",
) -> Hits:
    found = page(rows.fetch_mode(FETCH_RAISE), order=("id",), after=after, size=size)
    pattern = filters.pattern
    hits = [Hit(row, in_context(getattr(row, field), pattern), sentence(row)) for row in found.rows]
    return Hits(hits, found.next_cursor)


KINDS: dict[str, Callable[[Filters, Person, str | None, int], Hits]] = {
    "passages": _find_passages,
    "quotes": _find_quotes,
    "claims": _find_claims,
    "links": _find_links,
}

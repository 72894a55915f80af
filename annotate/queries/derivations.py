"""Reading what is copied from where, as far as one reader sees it (I20)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db import connection
from django.db.models import FETCH_RAISE, Count, Max, Q, QuerySet
from django.db.models.functions import Greatest

from annotate.models import Tag, TagDerivation
from annotate.queries.matching import contains, words_of
from annotate.web.paging import Page, page
from corpus.access import Reader
from corpus.models import Derivation, Document, Passage

FOUND = 12
NEAR = 0.5  # trigram similarity from which two titles look the same
COPIES = 10

# Most have no source. Django takes ten times as long to ask what they are as this takes to ask
# whether there are any.
_NAMED = {
    "document": "SELECT EXISTS (SELECT FROM corpus_derivation WHERE document_id = %s)",
    "passage": "SELECT EXISTS (SELECT FROM corpus_derivation WHERE passage_id = %s)",
    "tag": "SELECT EXISTS (SELECT FROM annotate_tagderivation WHERE tag_id = %s)",
}
_NAMED_OF_ANY = "SELECT EXISTS (SELECT FROM corpus_derivation WHERE passage_id = ANY(%s))"
_TAKEN_FROM = """
    SELECT EXISTS (SELECT FROM corpus_derivation WHERE upstream_id = %s)
        OR EXISTS (SELECT FROM annotate_tagderivation WHERE upstream_id = %s)
"""

type Source = Derivation | TagDerivation
type Copied = Document | Passage | Tag


@dataclass(frozen=True)
class Origin:
    """What something is taken from, and which scope says so: tag, passage, document or ``""``."""

    scope: str
    sources: list[Source]


@dataclass(frozen=True)
class Copy:
    """A document that takes something from another one: how, and how much of it."""

    document: Document
    kinds: list[str]
    passages: int
    quotes: int


def sources_of(copied: Copied, *, reader: Reader) -> list[Source]:
    """Return what is said of `copied` itself, each with its upstream document.

    `read` on each is the number of the last change in its history.
    """
    rows: QuerySet[Any]
    if not _is_any(_NAMED[str(copied._meta.model_name)], copied.pk):
        return []
    if isinstance(copied, Tag):
        rows = TagDerivation.objects.filter(tag=copied)
    else:
        rows = Derivation.objects.filter(**{str(copied._meta.model_name): copied})
    return _seen(rows, reader)


def source_of(copied: Copied, number: int, *, reader: Reader) -> Source | None:
    """Return the source of this id of `copied`, None where the reader sees none."""
    return next((row for row in sources_of(copied, reader=reader) if row.pk == number), None)


def origin_of(copied: Copied, *, reader: Reader) -> Origin:
    """Return what counts as the origin: of the nearest scope that names any."""
    passage = copied.passage if isinstance(copied, Tag) else copied
    document = passage if isinstance(passage, Document) else passage.text_version.document
    for scope in dict.fromkeys((copied, passage, document)):
        if sources := sources_of(scope, reader=reader):
            return Origin(str(scope._meta.model_name), sources)
    return Origin("", [])


def sources_on(passages: Iterable[int], *, reader: Reader) -> dict[int, list[tuple[str, str]]]:
    """Return how and from what passages are copied, by their id: kind in words and title."""
    ids = list(passages)
    if not _is_any(_NAMED_OF_ANY, ids):
        return {}
    rows = Derivation.objects.filter(passage__in=ids, upstream__in=_visible(reader))
    found: dict[int, list[tuple[str, str]]] = {}
    for row in rows.select_related("upstream").order_by("pk"):
        assert row.passage_id is not None
        found.setdefault(row.passage_id, []).append((row.get_kind_display(), row.upstream.title))
    return found


def copies_of(document: Document, *, reader: Reader, after: str | None = None) -> Page[Copy]:
    """Return a page of the documents that take something from `document`, latest first."""
    if not _is_any(_TAKEN_FROM, document.pk, document.pk):
        return Page([], "")
    whole = Derivation.objects.filter(upstream=document, document__isnull=False)
    passages = Derivation.objects.filter(upstream=document, passage__isnull=False)
    quotes = TagDerivation.objects.filter(upstream=document)
    version = "text_version__document"
    taking = (
        Document.objects.visible_to(reader)
        .exclude(pk=document.pk)
        .filter(
            Q(pk__in=whole.values("document"))
            | Q(pk__in=passages.values(f"passage__{version}"))
            | Q(pk__in=quotes.values(f"tag__passage__{version}"))
        )
        .fetch_mode(FETCH_RAISE)
    )
    found = page(taking, order=("-sort_on", "id"), after=after, size=COPIES)
    ids = [row.pk for row in found.rows]
    if not ids:
        return Page([], "")
    kinds: dict[int, list[str]] = {}
    for row in whole.filter(document__in=ids).order_by("pk"):
        assert row.document_id is not None
        kinds.setdefault(row.document_id, []).append(row.get_kind_display())
    parts = _numbers(passages, f"passage__{version}", "passage", ids)
    words = _numbers(quotes, f"tag__passage__{version}", "tag", ids)
    rows = [
        Copy(row, kinds.get(row.pk, []), parts.get(row.pk, 0), words.get(row.pk, 0))
        for row in found.rows
    ]
    return Page(rows, found.next_cursor)


def find_works(query: str, *, reader: Reader, besides: Document) -> list[Document]:
    """Return documents that `query` may mean by title, symbol or author; at most FOUND.

    Nothing typed: those recorded last in the same collection.
    """
    works = _works(reader, besides)
    if not query:
        return list(works.filter(collection=besides.collection_id).order_by("-pk")[:FOUND])
    for word in words_of(query):
        columns = ("title", "title_translated", "symbol", "author__name")
        works = works.filter(reduce(or_, (Q(contains(column, word)) for column in columns)))
    likeness = TrigramSimilarity("title", query)
    return list(works.order_by(likeness.desc(), "pk")[:FOUND])


def near_same_works(
    title: str, symbol: str, url: str, *, reader: Reader, besides: Document
) -> list[Document]:
    """Return the documents that a new work may be: like title, or the same symbol or address."""
    works = _works(reader, besides).annotate(
        likeness=Greatest(
            TrigramSimilarity("title", title), TrigramSimilarity("title_translated", title)
        ),
    )
    same = Q(likeness__gte=NEAR)
    if symbol:
        same |= Q(symbol__iexact=symbol)
    if url:
        same |= Q(url=url)
    return list(works.filter(same).order_by("-likeness", "pk")[:5])


def works_among(numbers: Iterable[int], *, reader: Reader, besides: Document) -> list[Document]:
    """Return the documents of these ids that the reader may choose."""
    return list(_works(reader, besides).filter(pk__in=numbers).order_by("title", "pk"))


def _is_any(query: str, *values: Any) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return bool(cursor.fetchone()[0])


def _works(reader: Reader, besides: Document) -> QuerySet[Document]:
    works = Document.objects.visible_to(reader).exclude(pk=besides.pk)
    return works.select_related("author", "collection").fetch_mode(FETCH_RAISE)


def _visible(reader: Reader) -> QuerySet[Document, int]:
    return Document.objects.visible_to(reader).values_list("pk", flat=True)


def _seen(rows: QuerySet[Any], reader: Reader) -> list[Any]:
    seen = rows.filter(upstream__in=_visible(reader)).select_related("upstream__author")
    return list(seen.annotate(read=Max("history__pgh_id")).order_by("pk"))


def _numbers(rows: QuerySet[Any], document: str, part: str, documents: list[int]) -> dict[int, int]:
    """Return how many different parts of each document `rows` name."""
    named = rows.filter(**{f"{document}__in": documents}).order_by().values_list(document)
    return dict(named.annotate(number=Count(part, distinct=True)))

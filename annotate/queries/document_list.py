"""The list of documents, as one reader sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import FETCH_RAISE, Count, Q, QuerySet

from annotate.models import LIVE, Tag, TagStatus
from annotate.queries.matching import contains, words_of
from annotate.web.paging import page
from corpus.access import Reader, readable_documents
from corpus.models import Collection, Document
from corpus.models.document import DocumentKind, Holding

ORDERS = {"date": ("-sort_on", "id"), "title": ("title", "id")}


@dataclass(frozen=True)
class Filters:
    """What the form above the list asks for; an empty value asks for nothing."""

    q: str = ""
    collection: str = ""
    kind: str = ""
    language: str = ""
    holding: str = Holding.HELD
    sort: str = "date"

    @classmethod
    def read(cls, data: Mapping[str, str]) -> "Filters":
        """Return the filters of a query string; values that are none ask for nothing."""
        holding = Holding.EXTERNAL if data.get("holding") == Holding.EXTERNAL else Holding.HELD
        kind = data.get("kind", "")
        return cls(
            q=" ".join(data.get("q", "").replace("\0", "").split()),
            collection=data.get("collection", "").replace("\0", ""),
            kind=kind if kind in DocumentKind.values else "",
            language=data.get("language", "").replace("\0", ""),
            holding=holding,
            sort="title" if data.get("sort") == "title" else "date",
        )

    @property
    def narrow_anything(self) -> bool:
        """Whether the list may be shorter than everything the reader may see."""
        return bool(self.q or self.collection or self.kind or self.language)


@dataclass(frozen=True)
class DocumentLine:
    """A document with the number of its tags and of those that need a second look."""

    document: Document
    tags: int
    looks: int


@dataclass(frozen=True)
class DocumentPage:
    """Some documents, and the cursor of those that follow."""

    lines: list[DocumentLine]
    next_cursor: str


def list_of_documents(
    reader: Reader, filters: Filters, *, after: str | None = None
) -> DocumentPage:
    """Return one page of the documents `reader` may see, by date (latest first) or by title."""
    documents = _narrowed(readable_documents(reader), filters).fetch_mode(FETCH_RAISE)
    found = page(documents, order=ORDERS[filters.sort], after=after)
    counts = _counts([document.pk for document in found.rows], reader)
    lines = [DocumentLine(document, *counts.get(document.pk, (0, 0))) for document in found.rows]
    return DocumentPage(lines, found.next_cursor)


def _narrowed(documents: QuerySet[Document], filters: Filters) -> QuerySet[Document]:
    documents = documents.filter(holding=filters.holding)
    for word in words_of(filters.q):
        titles = (contains(column, word) for column in ("title", "title_translated", "symbol"))
        documents = documents.filter(reduce(or_, map(Q, titles)))
    if filters.collection:
        documents = documents.filter(collection__slug=filters.collection)
    if filters.kind:
        documents = documents.filter(kind=filters.kind)
    if filters.language:
        documents = documents.filter(language=filters.language)
    return documents


def _counts(document_ids: list[int], reader: Reader) -> dict[int, tuple[int, int]]:
    """Return the tags that stand and those that need a second look, by document."""
    rows = (
        Tag.objects.visible_to(reader)
        .filter(passage__text_version__document__in=document_ids)
        .values_list("passage__text_version__document")
        .annotate(
            tags=Count("pk", filter=Q(status__in=LIVE)),
            looks=Count("pk", filter=Q(status=TagStatus.STALE)),
        )
        .order_by()
    )
    return {document: (tags, looks) for document, tags, looks in rows}


def languages_of(reader: Reader) -> list[str]:
    """Return the languages of the documents `reader` may see."""
    documents = Document.objects.visible_to(reader).exclude(language="")
    return list(documents.order_by("language").values_list("language", flat=True).distinct())


def collections_of(reader: Reader) -> list[Collection]:
    """Return the collections `reader` may see, by name."""
    return list(Collection.objects.visible_to(reader).order_by("name", "pk"))

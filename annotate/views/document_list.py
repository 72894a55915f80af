"""The list of documents."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from annotate.queries.document_list import (
    Filters,
    collections_of,
    languages_of,
    list_of_documents,
)
from annotate.web.partials import draw
from corpus.models.document import DocumentKind, Holding


@require_safe
def list_documents(request: HttpRequest) -> HttpResponse:
    """List the documents the reader may see; the query string narrows and sorts them."""
    filters = Filters.read(request.GET.dict())
    after = request.GET.get("after")
    context = {
        "filters": filters,
        "documents": list_of_documents(request.user, filters, after=after),
        "later": bool(after),
        "collections": collections_of(request.user),
        "languages": languages_of(request.user),
        "kinds": DocumentKind.choices,
        "external": filters.holding == Holding.EXTERNAL,
    }
    return draw(request, "annotate/documents/list.html", context)

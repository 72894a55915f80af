"""Search: words in passages, quotes, claims and the reasons of links."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from annotate.queries import search as searches
from annotate.queries.document_list import collections_of, languages_of
from annotate.web.partials import draw
from annotate.web.person import person_of


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Find words in passages, quotes, claims and the reasons of links."""
    person = person_of(request)
    words = request.GET.get("q", "").replace("\0", "")[:200]
    filters = searches.Filters(
        searches.terms_of(words),
        collection=request.GET.get("collection", "").replace("\0", ""),
        language=request.GET.get("language", "").replace("\0", ""),
    )
    only = request.GET.get("in", "")
    context = {
        "words": words,
        "filters": filters,
        "only": only if only in searches.KINDS else "",
        "found": searches.search(filters, person, only=only, after=request.GET.get("after"))
        if filters.terms
        else {},
        "collections": collections_of(person),
        "languages": languages_of(person),
    }
    return draw(request, "annotate/search/search.html", context)

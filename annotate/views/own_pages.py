"""The reader's own pages, search, and the coding rules."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from annotate.guard.coding_help import CHOICES, RULES, TRAPS
from annotate.queries import own_pages
from annotate.queries import search as searches
from annotate.queries.document_list import collections_of, languages_of
from annotate.queries.saved_questions import saved_by
from annotate.web.partials import draw
from annotate.web.person import person_of


@require_safe
def show_home(request: HttpRequest) -> HttpResponse:
    """Show where the reader left off, what waits, and the collections."""
    person = person_of(request)
    context = {
        "last_tags": own_pages.last_tags(person),
        "waiting": own_pages.waiting_for(person),
        "collections": own_pages.my_collections(person),
        "questions": saved_by(person),
    }
    return draw(request, "annotate/home.html", context)


@require_safe
def show_mine(request: HttpRequest) -> HttpResponse:
    """List the reader's own tags, latest first; the query string narrows them."""
    person = person_of(request)
    filters = own_pages.MineFilters.read(request.GET.dict())
    context = {
        "filters": filters,
        "tags": own_pages.tags_of(person, filters, after=request.GET.get("after")),
        "documents": own_pages.documents_tagged_by(person),
        "claims": own_pages.claims_used_by(person),
    }
    return draw(request, "annotate/mine.html", context)


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
    return draw(request, "annotate/search.html", context)


@require_safe
def show_coding_help(request: HttpRequest) -> HttpResponse:
    """Show the coding rules, and what is easily coded wrongly beside how it is right."""
    context = {"rules": RULES, "choices": CHOICES, "traps": TRAPS}
    return draw(request, "annotate/help_coding.html", context)

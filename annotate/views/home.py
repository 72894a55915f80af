"""The reader's own pages: Home and My work."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from annotate.queries import own_pages
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
    return draw(request, "annotate/home/home.html", context)


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
    return draw(request, "annotate/home/mine.html", context)

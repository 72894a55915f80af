"""Provisions: list them, and read what is said about one."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from annotate.queries import provisions as queries
from annotate.web.finding import typed
from annotate.web.partials import draw


@require_safe
def list_provisions(request: HttpRequest) -> HttpResponse:
    """List the provisions, with what the reader can see tagged of them."""
    query = typed(request)
    found = queries.list_provisions(request.user, query, after=request.GET.get("after"))
    return draw(request, "annotate/provisions/list.html", {"provisions": found, "query": query})


@require_safe
def show_provision(request: HttpRequest, code: str) -> HttpResponse:
    """Show the tags that engage a provision, and the other articles of its instrument."""
    provision = queries.get_provision(code)
    context = {
        "provision": provision,
        "evidence": queries.engaging(
            provision, reader=request.user, after=request.GET.get("after")
        ),
        "siblings": queries.siblings_of(provision, reader=request.user),
    }
    return draw(request, "annotate/provisions/provision.html", context)

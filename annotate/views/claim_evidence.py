"""The long lists behind a claim's page: the quotes of a source, the timeline, the links."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from annotate.access import get_claim
from annotate.models import Claim
from annotate.queries.claim_evidence import SIDES, quotes_page
from annotate.queries.claim_links import KINDS, links_page
from annotate.queries.claim_page import became_of
from annotate.queries.sources import sources_of
from annotate.queries.timeline import timeline_page
from annotate.views.claims import MOVED
from annotate.web.going_back import number_in
from annotate.web.partials import draw

type _View = Callable[[HttpRequest, Claim], HttpResponse]


def _of_claim(view: _View) -> Callable[[HttpRequest, str], HttpResponse]:
    """Fetch the claim for a view, and lead from a merged one to what it became."""

    @wraps(view)
    def fetched(request: HttpRequest, public_id: str) -> HttpResponse:
        claim = get_claim(request.user, public_id)
        if (target := became_of(claim, request.user)) is None:
            return view(request, claim)
        address = reverse(view.__name__, args=[target.public_id])
        query = request.GET.urlencode()
        return MOVED(f"{address}?{query}" if query else address, headers=_ASKED_AGAIN)

    return fetched


_ASKED_AGAIN = {"Cache-Control": "no-cache"}  # a merge may be undone


@require_safe
@_of_claim
def show_claim_quotes(request: HttpRequest, claim: Claim) -> HttpResponse:
    """List the quotes of one side of a claim, or of one independent source on it."""
    side = _one_of(request, "side", SIDES)
    agent = number_in(request.GET["source"]) if "source" in request.GET else None
    sources = sources_of(claim, reader=request.user)
    source, found = quotes_page(
        claim, sources, side, agent, reader=request.user, after=request.GET.get("after")
    )
    context = {"claim": claim, "side": side, "source": source, "found": found}
    return draw(request, "annotate/claims/quotes.html", context)


@require_safe
@_of_claim
def show_claim_timeline(request: HttpRequest, claim: Claim) -> HttpResponse:
    """List who said what on a claim when, oldest first; or what has no known date."""
    is_dated = "undated" not in request.GET
    after = request.GET.get("after")
    found = timeline_page(claim, reader=request.user, is_dated=is_dated, after=after)
    context = {"claim": claim, "found": found, "is_dated": is_dated}
    return draw(request, "annotate/claims/timeline_page.html", context)


@require_safe
@_of_claim
def show_claim_links(request: HttpRequest, claim: Claim) -> HttpResponse:
    """List the links of one kind at the evidence on a claim."""
    kind = _one_of(request, "kind", KINDS)
    found = links_page(claim, kind, reader=request.user, after=request.GET.get("after"))
    context = {"claim": claim, "found": found, "kind": kind}
    return draw(request, "annotate/claims/links_page.html", context)


def _one_of(request: HttpRequest, name: str, known: tuple[str, ...]) -> str:
    """Return what the query string asks for if it is known, otherwise the first of `known`."""
    asked = request.GET.get(name, "")
    return asked if asked in known else known[0]

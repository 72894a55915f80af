"""The codebook as a table: short names and colours of many claims at once."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import FETCH_RAISE
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from annotate.codebook.many_claims_forms import CodebookForm
from annotate.models.claim import OPEN_CLAIM
from annotate.queries.claim_codebook import kept_claims
from annotate.queries.claims import ClaimFilters
from annotate.web.going_back import SeeOther
from annotate.web.paging import page
from annotate.web.partials import draw
from annotate.web.person import person_of
from corpus.access import curates_anything
from corpus.revisions import StaleRevision

PAGE = "annotate/codebook/many_claims.html"
SAVED = 303


@require_http_methods(["GET", "HEAD", "POST"])
def edit_claims(request: HttpRequest) -> HttpResponse:
    """Rename and recolour the claims of one page."""
    person = person_of(request)
    if not curates_anything(person):
        raise Http404
    filters = ClaimFilters.read(request.GET.dict())
    kept = kept_claims(person).filter(status__in=OPEN_CLAIM)
    claims = filters.narrow(kept, person).fetch_mode(FETCH_RAISE)
    found = page(claims, ("id",), request.GET.get("after"))
    posted = request.POST if request.method == "POST" else None
    if posted is not None:  # those that were drawn, whatever the list would be now
        drawn = [int(key) for key in posted.getlist("claim") if key.isdecimal() and len(key) < 18]
        rows = list(kept.filter(pk__in=drawn[:100]).order_by("pk").fetch_mode(FETCH_RAISE))
    else:
        rows = found.rows
    form = CodebookForm(posted, rows)
    status, refused = _save(request, form) if posted is not None else (0, [])
    if status == SAVED:
        return SeeOther(request.get_full_path())
    context = {"form": form, "filters": filters, "next": found.next_cursor, "refused": refused}
    return draw(request, PAGE, context, part="codebook", status=status or 200)


def _save(request: HttpRequest, form: CodebookForm) -> tuple[int, list[str]]:
    """Save the table; return the status to answer with, and why it was refused."""
    if not form.is_valid():
        return 422, [_("Check what is marked, then save again.")]
    try:
        changed = form.act(by=person_of(request))
    except StaleRevision as stale:
        sentence = _("Somebody changed %(claim)s in the meantime. Reload the page.")
        return 409, [sentence % {"claim": stale.current}]
    except ValidationError as error:
        return 422, error.messages
    said = ngettext("%(count)d claim changed.", "%(count)d claims changed.", changed)
    messages.success(request, said % {"count": changed})
    return SAVED, []

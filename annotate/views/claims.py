"""Claims: list them, find one, read one, and curate the codebook."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from annotate.access import get_claim, get_claim_to_curate
from annotate.actions import claims as acts
from annotate.forms.claims import ClaimForm
from annotate.models import Claim, ClaimKind, ClaimStatus
from annotate.queries import claims as queries
from annotate.queries.claim_answers import Answers, Who
from annotate.queries.claim_page import Tagged, became_of, claim_page
from annotate.queries.evidence import BY_VOICE, evidence_page, standing
from annotate.web.finding import list_id, typed
from annotate.web.going_back import SeeOther, number_in, posted_number, posted_text
from annotate.web.partials import draw, wants_part
from annotate.web.person import person_of
from corpus.access import get_document
from corpus.revisions import StaleRevision

LIST, PAGE, FORM = (
    "annotate/claims/list.html",
    "annotate/claims/claim.html",
    "annotate/claims/form.html",
)
MOVED = HttpResponsePermanentRedirect


@require_safe
def list_claims(request: HttpRequest) -> HttpResponse:
    """List the claims the reader may see; the query string narrows and sorts them."""
    filters = queries.ClaimFilters.read(request.GET.dict())
    context = {
        "filters": filters,
        "claims": queries.list_claims(request.user, filters, after=request.GET.get("after")),
        "kinds": ClaimKind.choices,
        "statuses": ClaimStatus.choices,
        "homes": queries.homes_of(request.user),
    }
    return draw(request, LIST, context)


@require_safe
def find_claims(request: HttpRequest) -> HttpResponse:
    """Answer the picker with the claims a document's tags may use, and a line to create one."""
    document = get_document(request.user, number_in(request.GET.get("document", "")))
    query = typed(request)
    person = person_of(request)
    found = queries.find_claims(
        query, reader=person, collection_id=document.collection_id, by=person
    )
    known = any(claim.label.casefold() == query.casefold() for claim in found)
    context = {
        "claims": found,
        "create": query if query and not known else "",
        "list_id": list_id(request),
    }
    return render(request, "annotate/claims/found.html", context)


@require_safe
def show_claim(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show a claim with its evidence; lead from a merged one to what it became."""
    claim = get_claim(request.user, public_id)
    if (target := became_of(claim, request.user)) is not None:
        # Asked for again each time: a merge may be undone.
        return MOVED(address_of(target), headers={"Cache-Control": "no-cache"})
    page = claim_page(claim, person_of(request), asked=request.GET.dict())
    numbers, answers = _numbers_line(page.tagged), _questions(page.tagged.answers)
    context = {**vars(page), "page": page.tagged, "numbers": numbers, "answers": answers}
    return draw(request, PAGE, context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_claim(request: HttpRequest, public_id: str) -> HttpResponse:
    """Change a claim; a change of meaning first shows which tags need a second look."""
    claim = get_claim_to_curate(request.user, public_id)
    if request.method != "POST":
        return _draw_form(request, claim, ClaimForm(claim=claim, reader=person_of(request)))
    form = ClaimForm(request.POST, claim=claim, reader=person_of(request))
    if not form.is_valid():
        return _draw_form(request, claim, form, status=422)
    try:
        looks = form.act(by=person_of(request))
    except StaleRevision:
        return _draw_conflict(request, public_id, form)
    except ValidationError as error:
        form.add_error(None, error)
        return _draw_form(request, claim, form, status=422)
    return _done(request, claim, _saved(looks))


@require_POST
def deprecate_claim(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take a claim out of use; where tags still use it, say so and list them."""
    reason = posted_text(request, "reason")
    return _act(
        request,
        public_id,
        lambda claim: acts.deprecate_claim(claim, by=person_of(request), reason=reason),
        _("The claim is no longer used."),
    )


@require_POST
def reactivate_claim(request: HttpRequest, public_id: str) -> HttpResponse:
    """Bring a claim back into use."""
    return _act(
        request,
        public_id,
        lambda claim: acts.reactivate_claim(claim, by=person_of(request)),
        _("The claim is in use again."),
    )


@require_POST
def share_claim(request: HttpRequest, public_id: str) -> HttpResponse:
    """Share a collection's claim with everybody."""
    return _act(
        request,
        public_id,
        lambda claim: acts.share_claim(claim, by=person_of(request)),
        _("The claim is shared with everybody."),
    )


def address_of(claim: Claim) -> str:
    """Return the address of a claim's page."""
    return reverse("show_claim", kwargs={"public_id": claim.public_id})


def _act(
    request: HttpRequest, public_id: str, act: Callable[[Claim], None], said: str
) -> HttpResponse:
    claim = get_claim_to_curate(request.user, public_id)
    if "revision" in request.POST:
        claim.revision = posted_number(request, "revision")
    try:
        act(claim)
    except StaleRevision:
        refused = [_("Somebody changed this claim in the meantime. Look at it again.")]
        return _draw_refused(request, public_id, refused, status=409)
    except ValidationError as error:
        return _draw_refused(request, public_id, error.messages, status=422)
    return _done(request, claim, said)


def _draw_refused(
    request: HttpRequest, public_id: str, refused: list[str], *, status: int
) -> HttpResponse:
    """Draw the claim's form with what was refused, and the tags the person can see."""
    claim = get_claim_to_curate(request.user, public_id)
    form = ClaimForm(claim=claim, reader=person_of(request))
    tags = standing(request.user).filter(claim=claim)
    using = evidence_page(tags, BY_VOICE, reader=request.user)
    return _draw_form(request, claim, form, status=status, refused=refused, using=using)


def _draw_form(
    request: HttpRequest, claim: Claim, form: ClaimForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {"claim": claim, "form": form, **more}
    return draw(request, FORM, context, part="claim-form", status=status)


def _draw_conflict(request: HttpRequest, public_id: str, form: ClaimForm) -> HttpResponse:
    """Show both versions; what was typed stays, and saving again is based on the newer one."""
    current = get_claim_to_curate(request.user, public_id)
    form.say_instead("revision", current.revision)
    return _draw_form(request, current, form, status=409, theirs=current)


def _done(request: HttpRequest, claim: Claim, said: str) -> HttpResponse:
    messages.success(request, said)
    if wants_part(request):
        return HttpResponse(status=204, headers={"HX-Redirect": address_of(claim)})
    return SeeOther(address_of(claim))


def _saved(looks: int) -> str:
    if not looks:
        return _("Saved.")
    return ngettext(
        "Saved. %(count)d tag needs a second look.",
        "Saved. %(count)d tags need a second look.",
        looks,
    ) % {"count": looks}


def _questions(answers: Answers) -> list[tuple[str, list[Who]]]:
    return [
        (_("Who holds it"), answers.holders),
        (_("Who reports that it is held"), answers.reporters),
        (_("Who criticises it"), answers.critics),
        (_("Who says so in their own document"), answers.own_words),
    ]


def _numbers_line(tagged: Tagged) -> str:
    tags, documents = tagged.tags, tagged.documents
    return _("%(tags)s in %(documents)s") % {
        "tags": ngettext("%(count)d tag", "%(count)d tags", tags) % {"count": tags},
        "documents": ngettext("%(count)d document", "%(count)d documents", documents)
        % {"count": documents},
    }

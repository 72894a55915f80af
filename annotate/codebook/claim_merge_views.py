"""Claims that are the same and those that are not: preview, merge, take apart, tell apart."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from annotate.access import get_claim_to_curate
from annotate.actions.pairs import forget_pair, tell_claims_apart
from annotate.codebook import claim_merge_preview as previews
from annotate.codebook.claim_merges import undo_merge
from annotate.codebook.hierarchy import hang_below, take_from_below
from annotate.codebook.merge_forms import REASON_MAX, ClaimMergeForm
from annotate.models import Claim, ClaimMerge, ClaimPair
from annotate.queries import claim_codebook as queries
from annotate.queries.told_apart import told_apart
from annotate.views.claims import address_of
from annotate.web.going_back import SeeOther, posted_number
from annotate.web.partials import draw, wants_part
from annotate.web.person import person_of
from corpus.revisions import StaleRevision

PAGE = "annotate/codebook/claim_merge.html"


@require_http_methods(["GET", "HEAD", "POST"])
def merge_claims(request: HttpRequest, public_id: str) -> HttpResponse:
    """Choose what a claim becomes, look at what that changes, and do it."""
    source = _open(get_claim_to_curate(request.user, public_id))
    sent = request.POST if request.method == "POST" else request.GET
    if not sent.get("into", "").strip():
        return _draw_choice(request, source)
    target = _kept(request, sent["into"])
    if target is None or target.pk == source.pk:
        return _draw_choice(request, source, typed=sent["into"], status=422)
    if request.method == "POST":
        return _merge(request, source, target)
    return _draw_preview(request, source, target)


@require_POST
def unmerge_claims(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take a claim out of what it became."""
    claim = get_claim_to_curate(request.user, public_id)
    merge = get_object_or_404(
        ClaimMerge.objects.standing().select_related("source", "target"), source=claim
    )
    try:
        undo_merge(merge, by=person_of(request), reason=_reason(request))
    except ValidationError as error:
        return _say(request, merge.target, error)
    return _done(request, claim, _("The two claims are apart again."))


@require_POST
def tell_apart(request: HttpRequest, public_id: str) -> HttpResponse:
    """Remember that a claim is not another one."""
    claim = get_claim_to_curate(request.user, public_id)
    other = _kept(request, request.POST.get("other", ""))
    if other is None:
        raise Http404
    try:
        tell_claims_apart(claim, other, by=person_of(request), reason=_reason(request))
    except ValidationError as error:
        return _say(request, claim, error)
    return _done(request, claim, _("Saved: they are not the same."))


@require_POST
def forget_apart(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take back that a claim is not another one."""
    claim = get_claim_to_curate(request.user, public_id)
    told = told_apart(claim)
    pair = get_object_or_404(
        ClaimPair, pk=posted_number(request, "pair"), pk__in=[one.pk for one in told.values()]
    )
    forget_pair(pair, by=person_of(request))
    return _done(request, claim, _("Taken back: they may be the same."))


@require_POST
def place_claim(request: HttpRequest, public_id: str) -> HttpResponse:
    """Hang a claim below a more general one, a narrower one below it, or take one away."""
    claim = get_claim_to_curate(request.user, public_id)
    asked = {name: request.POST.get(name, "") for name in ("broader", "narrower", "remove")}
    name = next((name for name, value in asked.items() if value.strip()), "")
    other = _kept(request, asked[name]) if name else None
    by = person_of(request)
    try:
        if other is None:
            raise ValidationError(_("You manage no claim with this id, such as C05."))
        if name == "remove":
            take_from_below(claim, other, by=by)
        elif name == "broader":
            hang_below(claim, other, by=by)
        else:
            hang_below(other, claim, by=by)
    except ValidationError as error:
        return _say(request, claim, error)
    except StaleRevision:
        return _say(request, claim, ValidationError(_("Somebody changed it. Look at it again.")))
    return _done(request, claim, _("Saved."))


def _merge(request: HttpRequest, source: Claim, target: Claim) -> HttpResponse:
    person = person_of(request)
    preview = previews.preview_of(source, target, reader=person)
    form = ClaimMergeForm(request.POST, seal=preview.seal, source=source, target=target)
    if form.is_outdated:
        return _draw_outdated(request, source, target)
    if not form.is_valid():
        return _draw_preview(request, source, target, form=form, preview=preview, status=422)
    try:
        form.act(by=person)
    except StaleRevision:
        return _draw_outdated(request, source, target)
    except ValidationError as error:
        form.add_error(None, error)
        return _draw_preview(request, source, target, form=form, preview=preview, status=422)
    return _done(
        request,
        target,
        _("%(id)s became part of this claim, and its address leads here.")
        % {"id": source.public_id},
    )


def _draw_outdated(request: HttpRequest, source: Claim, target: Claim) -> HttpResponse:
    """Show what stands now; what was typed stays."""
    source, target = (
        get_claim_to_curate(request.user, claim.public_id) for claim in (source, target)
    )
    preview = previews.preview_of(source, target, reader=person_of(request))
    form = ClaimMergeForm(request.POST, seal=preview.seal, source=source, target=target)
    form.look_again()
    sentence = _("Something has changed in the meantime. Check the changes, then merge.")
    form.add_error(None, ValidationError(sentence))
    return _draw_preview(request, source, target, form=form, preview=preview, status=409)


def _draw_choice(
    request: HttpRequest, source: Claim, *, typed: str = "", status: int = 200
) -> HttpResponse:
    person = person_of(request)
    near = queries.near_claims(source, reader=person, apart=told_apart(source))
    context = {"source": source, "near": near, "typed": typed, "unknown": status != 200}
    return draw(request, PAGE, context, part="merge", status=status)


def _draw_preview(
    request: HttpRequest,
    source: Claim,
    target: Claim,
    *,
    form: ClaimMergeForm | None = None,
    preview: previews.ClaimMergePreview | None = None,
    status: int = 200,
) -> HttpResponse:
    preview = preview or previews.preview_of(source, target, reader=person_of(request))
    form = form or ClaimMergeForm(seal=preview.seal, source=source, target=target)
    context: dict[str, Any] = {
        "source": source,
        "target": target,
        "preview": preview,
        "form": form,
        "other_way": not previews.refusals_of(target, source),
    }
    return draw(request, PAGE, context, part="merge", status=status)


def _kept(request: HttpRequest, public_id: str) -> Claim | None:
    """Return the claim of this id, if the person keeps it."""
    public_id = public_id.replace("\0", "").strip().upper()
    try:
        return get_claim_to_curate(request.user, public_id)
    except Http404:
        return None


def _open(claim: Claim) -> Claim:
    if claim.merged_into_id is not None:
        raise Http404
    return claim


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "").replace("\0", "").strip()[:REASON_MAX]


def _say(request: HttpRequest, claim: Claim, error: ValidationError) -> HttpResponse:
    """Lead back to the claim with why nothing was done."""
    messages.error(request, " ".join(error.messages))
    return _lead(request, claim)


def _done(request: HttpRequest, claim: Claim, said: str) -> HttpResponse:
    messages.success(request, said)
    return _lead(request, claim)


def _lead(request: HttpRequest, claim: Claim) -> HttpResponse:
    if wants_part(request):
        return HttpResponse(status=204, headers={"HX-Redirect": address_of(claim)})
    return SeeOther(address_of(claim))

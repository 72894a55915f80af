"""Split a claim: begin, decide tag by tag at the desk, close or give up."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from annotate.access import get_claim, get_claim_to_curate
from annotate.codebook.claim_splits import choose_part, close_split, drop_split
from annotate.codebook.split_forms import SplitForm
from annotate.models import Claim, ClaimSplit
from annotate.queries import splits as queries
from annotate.views.claims import address_of
from annotate.web.going_back import SeeOther, number_in, posted_number
from annotate.web.partials import draw, wants_part
from annotate.web.person import person_of
from corpus.access import holds, roles_of
from corpus.models import Role

FORM, DESK = "annotate/codebook/split.html", "annotate/codebook/split_desk.html"


@require_http_methods(["GET", "HEAD", "POST"])
def split_claim(request: HttpRequest, public_id: str) -> HttpResponse:
    """Begin to split a claim; while it is being split, lead to the desk."""
    claim = get_claim_to_curate(request.user, public_id)
    if queries.open_split_of(claim.pk):
        return SeeOther(_desk(claim))
    form = SplitForm(_posted(request), source=claim, reader=person_of(request))
    if request.method == "POST" and form.is_valid():
        try:
            form.act(by=person_of(request))
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return _lead(request, _desk(claim))
    status = 422 if form.errors else 200
    return draw(request, FORM, {"claim": claim, "form": form}, part="split", status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def show_split_desk(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show one tag and the parts it may belong to; store what is chosen and show the next."""
    claim = get_claim(request.user, public_id)
    split = _open(claim)
    person = person_of(request)
    refused, after = "", number_in(request.GET.get("after", ""))
    again = number_in(request.GET.get("tag", ""))
    if request.method == "POST":
        refused = _choose(request, split)
        after, again = (0, posted_number(request, "tag")) if refused else (_sent_tag(request), 0)
        if not refused and not wants_part(request):
            return SeeOther(f"{_desk(claim)}?after={after}")
    context = {
        "claim": claim,
        "desk": queries.desk_of(split, person, after=after, again=again),
        "refused": refused,
        "may_curate": holds(roles_of(request.user), claim.home_id, Role.CURATOR),
    }
    return draw(request, DESK, context, part="desk", status=422 if refused else 200)


@require_POST
def close_claim_split(request: HttpRequest, public_id: str) -> HttpResponse:
    """Close the split: the tags go to their parts."""
    claim = get_claim_to_curate(request.user, public_id)
    try:
        close_split(_open(claim), by=person_of(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return _lead(request, _desk(claim))
    # The same words whether there are any, which might be hidden ones.
    said = _("The claim is split. Tags for which nobody has chosen need a second look.")
    messages.success(request, said)
    return _lead(request, address_of(claim))


@require_POST
def drop_claim_split(request: HttpRequest, public_id: str) -> HttpResponse:
    """Give the split up: nothing has changed."""
    claim = get_claim_to_curate(request.user, public_id)
    try:
        drop_split(_open(claim), by=person_of(request))
    except ValidationError as error:  # somebody closed it first
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The claim stays whole."))
    return _lead(request, address_of(claim))


def _choose(request: HttpRequest, split: ClaimSplit) -> str:
    """Store the choice; return why it was refused, or nothing."""
    person = person_of(request)
    tag = get_object_or_404(queries.tags_to_decide(split, person), pk=_sent_tag(request))
    part = get_object_or_404(split.parts.all(), pk=posted_number(request, "part"))
    try:
        choose_part(tag, part, by=person)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _sent_tag(request: HttpRequest) -> int:
    return posted_number(request, "tag")


def _open(claim: Claim) -> ClaimSplit:
    split = queries.open_split_of(claim.pk)
    if split is None:
        raise Http404
    return split


def _posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _desk(claim: Claim) -> str:
    return reverse("show_split_desk", kwargs={"public_id": claim.public_id})


def _lead(request: HttpRequest, address: str) -> HttpResponse:
    if wants_part(request):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return SeeOther(address)

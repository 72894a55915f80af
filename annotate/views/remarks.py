"""Remarks: agree, disagree, ask or note on a tag, link, claim or document, and settle it."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from annotate import access
from annotate.actions import remarks as acts
from annotate.models import Claim
from annotate.models.remark import Target, noun_of
from annotate.queries.remarks import remarks_on
from annotate.web.going_back import go_back, posted_text
from annotate.web.partials import draw, wants_part
from annotate.web.person import person_of


@require_POST
def remark_on_tag(request: HttpRequest, tag_id: int) -> HttpResponse:
    """Say something of a tag."""
    return _remark(request, access.get_tag_to_remark_on(request.user, tag_id))


@require_POST
def remark_on_link(request: HttpRequest, link_id: int) -> HttpResponse:
    """Say something of a link."""
    return _remark(request, access.get_link_to_remark_on(request.user, link_id))


@require_POST
def remark_on_claim(request: HttpRequest, public_id: str) -> HttpResponse:
    """Say something of a claim."""
    return _remark(request, access.get_claim_to_remark_on(request.user, public_id))


@require_POST
def remark_on_document(request: HttpRequest, document_id: int) -> HttpResponse:
    """Say something of a document."""
    return _remark(request, access.get_document_to_remark_on(request.user, document_id))


@require_POST
def answer_remark(request: HttpRequest, remark_id: int) -> HttpResponse:
    """Settle a remark, with or without a word on how."""
    remark = access.get_remark_to_settle(request.user, remark_id)
    acts.answer_remark(remark, posted_text(request, "text"), by=person_of(request))
    return _answer(request, remark.target)


def _remark(request: HttpRequest, target: Target) -> HttpResponse:
    kind, text = posted_text(request, "kind"), posted_text(request, "text")
    try:
        acts.remark_on(target, kind, text, by=person_of(request))
    except ValidationError as error:
        return _draw(request, target, status=422, typed=text, refused=" ".join(error.messages))
    return _answer(request, target)


def _answer(request: HttpRequest, target: Target) -> HttpResponse:
    if wants_part(request):
        return _draw(request, target)
    return go_back(request, _address(target))


def _draw(
    request: HttpRequest, target: Target, *, status: int = 200, typed: str = "", refused: str = ""
) -> HttpResponse:
    context = {
        "remarks": remarks_on(target, request.user),
        "may_review": True,
        "typed": typed,
        "refused": refused,
        "target": target,
        "address": _address(target),
    }
    return draw(request, "annotate/remarks/remarks.html", context, part="remarks", status=status)


def _address(target: Target) -> str:
    """Return the page of what a remark is about."""
    if isinstance(target, Claim):
        return reverse("show_claim", kwargs={"public_id": target.public_id})
    noun = noun_of(target)
    return reverse(f"show_{noun}", kwargs={f"{noun}_id": target.pk})

"""Hiding documents: the act, its undo, and what is said where a hidden one stood (I22)."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from annotate.actions.hiding import hide_document as hide
from annotate.actions.hiding import show_again
from annotate.queries.hidden import hiding_of, list_of_hidden, who_keeps
from annotate.web.going_back import posted_number, posted_text
from annotate.web.partials import draw, lead_to
from annotate.web.person import person_of
from corpus.access import get_document, get_hidden_document, may_curate
from corpus.models import Document
from corpus.revisions import StaleRevision

FORM, GONE, LIST = (f"annotate/documents/{name}.html" for name in ("hide", "hidden", "hidden_list"))


@require_POST
def hide_document(request: HttpRequest, document_id: int) -> HttpResponse:
    """Hide a document from everybody; the page shown in its place offers Undo."""
    document = get_document(request.user, document_id)
    if not may_curate(request.user, document.collection_id):
        raise Http404
    reason = posted_text(request, "reason")[:300]
    document.revision, current = posted_number(request, "revision"), document.revision
    try:
        hide(document, by=person_of(request), reason=reason)
    except (StaleRevision, ValidationError) as refusal:
        stale = isinstance(refusal, StaleRevision)
        document.revision = current
        context = {"document": document, "reason": reason, "refused": _refused(refusal)}
        return draw(request, FORM, context, part="hide-document", status=409 if stale else 422)
    return lead_to(request, _address(document))


@require_POST
def show_document_again(request: HttpRequest, document_id: int) -> HttpResponse:
    """Undo the hiding of a document."""
    document = get_hidden_document(request.user, document_id)
    document.revision = posted_number(request, "revision")
    try:
        show_again(document, by=person_of(request))
    except (StaleRevision, ValidationError) as refusal:
        stale = isinstance(refusal, StaleRevision)
        document = get_hidden_document(request.user, document_id)
        return draw_hidden(
            request, document, refused=_refused(refusal), status=409 if stale else 422
        )
    return lead_to(request, _address(document))


@require_safe
def list_hidden(request: HttpRequest) -> HttpResponse:
    """List the hidden documents of the collections that the person manages."""
    if not person_of(request).is_staff:  # kept by the action that writes memberships
        raise Http404
    found = list_of_hidden(request.user, after=request.GET.get("after"))
    return draw(request, LIST, {"documents": found.rows, "next": found.next_cursor})


def draw_hidden(
    request: HttpRequest, document: Document, *, refused: str = "", status: int = 410
) -> HttpResponse:
    """Say that what stood here is hidden, and whom to ask; a curator may show it again."""
    curates = may_curate(request.user, document.collection_id)
    context = {
        "document": document,
        "curators": who_keeps(document.collection),
        "hiding": hiding_of(document) if curates else None,
        "may_curate": curates,
        "refused": refused,
    }
    return draw(request, GONE, context, status=status)


def _refused(refusal: StaleRevision | ValidationError) -> str:
    if isinstance(refusal, ValidationError):
        return " ".join(refusal.messages)
    return _("Somebody changed this document in the meantime. Look at it again.")


def _address(document: Document) -> str:
    return reverse("show_document", kwargs={"document_id": document.pk})

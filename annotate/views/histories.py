"""History pages: what became of a tag, link, claim or document."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from annotate.access import get_claim, get_link, get_tag
from annotate.models.remark import Target
from annotate.queries.histories import history_of
from annotate.queries.tags import sentence_of
from annotate.web.partials import draw
from corpus.access import get_document


@require_safe
def show_document_history(request: HttpRequest, document_id: int) -> HttpResponse:
    """Show what became of a document and of its passages."""
    document = get_document(request.user, document_id)
    back = reverse("show_document", kwargs={"document_id": document_id})
    return _draw(request, document, back, document.title)


@require_safe
def show_tag_history(request: HttpRequest, tag_id: int) -> HttpResponse:
    """Show what became of a tag."""
    tag = get_tag(request.user, tag_id)
    return _draw(request, tag, reverse("show_tag", kwargs={"tag_id": tag_id}), sentence_of(tag))


@require_safe
def show_claim_history(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show what became of a claim."""
    claim = get_claim(request.user, public_id)
    back = reverse("show_claim", kwargs={"public_id": public_id})
    return _draw(request, claim, back, str(claim))


@require_safe
def show_link_history(request: HttpRequest, link_id: int) -> HttpResponse:
    """Show what became of a link."""
    link = get_link(request.user, link_id)
    back = reverse("show_link", kwargs={"link_id": link_id})
    return _draw(request, link, back, _("Link %(number)d") % {"number": link.pk})


def _draw(request: HttpRequest, target: Target, back: str, name: str) -> HttpResponse:
    found = history_of(target, request.user, after=request.GET.get("after"))
    context = {"entries": found.rows, "next": found.next_cursor, "back": back, "name": name}
    return draw(request, "annotate/shared/history.html", context)

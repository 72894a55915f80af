"""Editions: freeze one, show it, send it as a file."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from annotate.briefs import actions as acts
from annotate.briefs.access import get_brief, get_brief_to_edit, get_edition
from annotate.briefs.download_log import record
from annotate.briefs.drawing import html_file
from annotate.briefs.scope import may_be_shown
from annotate.briefs.views import draw_brief
from annotate.briefs.word import WORD, word_file
from annotate.drawing import as_drawn
from annotate.models import Edition
from annotate.web.going_back import SeeOther, posted_number
from annotate.web.partials import draw
from annotate.web.person import person_of
from corpus.revisions import StaleRevision

PAGE, WITHHELD = "annotate/briefs/edition.html", "annotate/briefs/edition_withheld.html"
type Maker = Callable[[Edition], bytes]


@require_POST
def freeze_edition(request: HttpRequest, brief_id: int) -> HttpResponse:
    """Freeze the brief as it is, and lead to the edition's permanent address."""
    brief = get_brief_to_edit(request.user, brief_id)
    try:
        edition = acts.freeze(
            brief, revision=posted_number(request, "revision"), by=person_of(request)
        )
    except StaleRevision:
        changed = _("Somebody changed this brief in the meantime. Look at it again.")
        current = get_brief(request.user, brief_id)
        return draw_brief(request, current, status=409, refused=[changed])
    except ValidationError as error:
        current = get_brief(request.user, brief_id)
        return draw_brief(request, current, status=422, refused=error.messages)
    return SeeOther(reverse("show_edition", args=[brief_id, edition.number]))


@require_safe
@never_cache
def show_edition(request: HttpRequest, brief_id: int, number: int) -> HttpResponse:
    """Show an edition as it was frozen, ready to be printed."""
    edition = get_edition(request.user, brief_id, number)
    if not may_be_shown(edition, request.user):
        return _withhold(request, edition)
    return draw(request, PAGE, {"edition": edition, "html": as_drawn(edition.html)})


@require_safe
@never_cache
def download_html(request: HttpRequest, brief_id: int, number: int) -> HttpResponse:
    """Send an edition as one HTML file that reads offline."""
    return _send(request, brief_id, number, html_file, "html", "text/html; charset=utf-8")


@require_safe
@never_cache
def download_word(request: HttpRequest, brief_id: int, number: int) -> HttpResponse:
    """Send an edition as a Word file."""
    return _send(request, brief_id, number, word_file, "docx", WORD)


@require_safe
@never_cache
def download_json(request: HttpRequest, brief_id: int, number: int) -> HttpResponse:
    """Send the very bytes whose SHA-256 sum an edition prints."""
    return _send(request, brief_id, number, _frozen, "json", "application/json")


def _frozen(edition: Edition) -> bytes:
    return edition.content.encode()


def _send(
    request: HttpRequest, brief_id: int, number: int, make: Maker, ending: str, content_type: str
) -> HttpResponse:
    edition = get_edition(request.user, brief_id, number)
    if not may_be_shown(edition, request.user):
        return _withhold(request, edition)
    made = make(edition)
    name = f"brief-{brief_id}-edition-{number}.{ending}"
    record(name, person_of(request), made)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(made, content_type=content_type, headers=headers)


def _withhold(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Say that the edition exists, but that its words may not be shown."""
    return draw(request, WITHHELD, {"edition": edition}, status=410)

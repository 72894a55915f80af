"""The export page, and the files that leave from it."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from annotate.exports.archive import export_archive
from annotate.exports.csv_files import Export, export_csv
from annotate.exports.forms import ExportForm
from annotate.exports.staging import TooManyExports
from annotate.exports.workbook import export_workbook as export_excel
from annotate.queries.selections import Selection, suggestions
from annotate.web.partials import draw
from annotate.web.person import person_of

CSV = "text/csv; charset=utf-8; header=present"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RETRY_AFTER = 10  # seconds


@require_safe
def show_exports(request: HttpRequest) -> HttpResponse:
    """Offer the files, with filters; an address may fill them in."""
    form = ExportForm(request.GET or None, reader=person_of(request))
    return _draw_form(request, form, status=422 if form.errors else 200)


@require_safe
@never_cache
def export_tags(request: HttpRequest) -> HttpResponseBase:
    """Send the tags as CSV."""
    return _send(request, lambda asked: export_csv("tags", asked), "tags.csv", CSV)


@require_safe
@never_cache
def export_workbook(request: HttpRequest) -> HttpResponseBase:
    """Send the tags as an Excel file."""
    return _send(request, export_excel, "tags.xlsx", EXCEL)


@require_safe
@never_cache
def export_links(request: HttpRequest) -> HttpResponseBase:
    """Send the links as CSV."""
    return _send(request, lambda asked: export_csv("links", asked), "links.csv", CSV)


@require_safe
@never_cache
def export_claims(request: HttpRequest) -> HttpResponseBase:
    """Send the claims as CSV."""
    return _send(request, lambda asked: export_csv("claims", asked), "claims.csv", CSV)


@require_safe
@never_cache
def export_documents(request: HttpRequest) -> HttpResponseBase:
    """Send what is known of the documents as CSV."""
    return _send(request, lambda asked: export_csv("documents", asked), "documents.csv", CSV)


@require_safe
@never_cache
def export_everything(request: HttpRequest) -> HttpResponseBase:
    """Send all tables, what their columns mean and their sums, as a ZIP file."""
    return _send(request, export_archive, "corroborate.zip", "application/zip")


def _send(
    request: HttpRequest, export: Callable[[Selection], Export], name: str, content_type: str
) -> HttpResponseBase:
    """Make the file, then send it: a failure is an error page, never a file cut short."""
    form = ExportForm(request.GET, reader=person_of(request))
    if not form.is_valid():
        return _draw_form(request, form, status=422)
    try:
        made = export(form.selection())
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return _draw_form(request, form, status=422)
    except TooManyExports:
        form.add_error(None, _("Two exports are already being made. Try again in a moment."))
        response = _draw_form(request, form, status=503)
        response["Retry-After"] = str(RETRY_AFTER)
        return response
    return FileResponse(made.file, as_attachment=True, filename=name, content_type=content_type)


def _draw_form(request: HttpRequest, form: ExportForm, *, status: int) -> HttpResponse:
    context = {"form": form, "suggestions": suggestions(person_of(request))}
    return draw(request, "annotate/exports/exports.html", context, status=status)

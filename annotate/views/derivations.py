"""Copied from: what a document, a passage or a tag takes its content from."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from annotate.access import get_tag
from annotate.actions import derivations as acts
from annotate.forms.derivations import NOT_HELD, SourceForm
from annotate.models import Tag
from annotate.queries import derivations as queries
from annotate.queries.provenance_reviews import look_at_sources_of
from annotate.queries.source_doubts import dated, doubts_of
from annotate.web.finding import typed
from annotate.web.going_back import SeeOther, posted_number, posted_text
from annotate.web.partials import draw, wants_part
from annotate.web.person import person_of
from corpus.access import get_document, may_curate, may_review
from corpus.models import Document, Passage
from corpus.models.document import Holding
from corpus.revisions import StaleRevision

PAGE = "annotate/documents/copied_from.html"


@dataclass(frozen=True)
class Line:
    """A source as the panel lists it, with where it is changed and removed."""

    row: queries.Source
    change_address: str
    remove_address: str


@require_safe
def show_copied_from(request: HttpRequest, **place: int) -> HttpResponse:
    """Show what something is copied from; who may change that gets the form."""
    copied = _get(request, place)
    form = _form(request, copied) if _may_say(request, copied) else None
    return _draw(request, copied, form=form)


@require_POST
def add_source(request: HttpRequest, **place: int) -> HttpResponse:
    """Say what something is copied from."""
    copied = _get_to_change(request, place)
    form = _form(request, copied)
    if not _act(form, request):
        return _draw(request, copied, form=form, status=422)
    return _done(request, copied, _("Saved."))


@require_http_methods(["GET", "HEAD", "POST"])
def change_source(request: HttpRequest, source_id: int, **place: int) -> HttpResponse:
    """Change what something is copied from, or how."""
    copied = _get_to_change(request, place)
    row = queries.source_of(copied, source_id, reader=request.user)
    if row is None and request.method != "POST":
        raise Http404
    form = _form(request, copied, row=row)
    if request.method != "POST":
        return _draw(request, copied, form=form)
    if row is None:
        return _draw_gone(request, copied, form)
    try:
        if not _act(form, request):
            return _draw(request, copied, form=form, status=422)
    except StaleRevision:
        row = queries.source_of(copied, source_id, reader=request.user)
        form.read_again(acts.read_at(row) if row else 0)
        return _draw(request, copied, form=form, theirs=row, status=409)
    return _done(request, copied, _("Saved."))


@require_POST
def remove_source(request: HttpRequest, source_id: int, **place: int) -> HttpResponse:
    """Take back that something is copied from a document; the answer offers Undo."""
    copied = _get_to_change(request, place)
    row = queries.source_of(copied, source_id, reader=request.user)
    if row is None:
        return _draw(request, copied, refused=_gone(), status=409)
    reason = posted_text(request, "reason")[:300]
    try:
        acts.forget_source(
            row, read=posted_number(request, "read"), by=person_of(request), reason=reason
        )
    except ValidationError as error:
        return _draw(request, copied, refused=" ".join(error.messages), status=422)
    except StaleRevision:
        refused = _("Somebody changed this in the meantime. Look at it again.")
        return _draw(request, copied, refused=refused, status=409)
    doubts = doubts_of(copied, dated(row.upstream), row.evidence_quote)
    more = {"undo": row, "undo_doubts": doubts.token, "reason": reason}
    return _done(request, copied, _("Removed."), **more)


@require_POST
def review_provenance(request: HttpRequest, document_id: int) -> HttpResponse:
    """Say that somebody has looked where the document comes from, or take that back."""
    document = _get_to_change(request, {"document_id": document_id})
    assert isinstance(document, Document)
    reviewed = request.POST.get("reviewed") == "yes"
    if posted_number(request, "revision") != document.revision:
        return _draw(request, document, refused=_stale(), status=409)
    try:
        acts.review_provenance(document, reviewed=reviewed, by=person_of(request))
    except StaleRevision:
        document = get_document(request.user, document_id)
        return _draw(request, document, refused=_stale(), status=409)
    return _done(request, document, _("Saved."))


def panel_of(
    request: HttpRequest,
    copied: queries.Copied,
    *,
    form: SourceForm | None = None,
    may_say: bool | None = None,
    **more: Any,
) -> dict[str, Any]:
    """Return what the panel *copied from* shows of a document, a passage or a tag.

    `may_say` says whether the person may change it, where the caller knows that already.
    """
    document, place = acts.document_of(copied), _place(copied)
    sources = queries.sources_of(copied, reader=request.user)
    whole = isinstance(copied, Document)
    after = request.GET.get("copies")
    address = reverse("show_copied_from", kwargs=place)
    changed = _line(form.row, place).change_address if form and form.row else ""
    return {
        "document": document,
        "whole": whole,
        "lines": [_line(row, place) for row in sources],
        "origin": None if whole else queries.origin_of(copied, reader=request.user),
        "look": look_at_sources_of(document) if whole else None,
        "awaits_look": whole
        and document.holding == Holding.HELD
        and not document.provenance_reviewed,
        "copies": queries.copies_of(document, reader=request.user, after=after) if whole else None,
        "address": address,
        "add_address": reverse("add_source", kwargs=place),
        "search_address": changed or address,
        "form_address": changed or reverse("add_source", kwargs=place),
        "cancel_address": _back(copied),
        "may_say": _may_say(request, copied) if may_say is None else may_say,
        "asks_reason": _asks_reason(request, copied),
        "form": form,
        "not_held": NOT_HELD,
        "shows_words": not document.is_withdrawn,
        **more,
    }


def _draw(
    request: HttpRequest,
    copied: queries.Copied,
    *,
    form: SourceForm | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    panel = panel_of(request, copied, form=form, is_open=True, **more)
    document = acts.document_of(copied)
    context = {
        "panel": panel,
        "document": document,
        "passage": copied if isinstance(copied, Passage) else None,
        "tag": copied if isinstance(copied, Tag) else None,
        "back": _back(copied),
        "history_address": _history(copied),
    }
    return draw(request, PAGE, context, part="copied-from", status=status)


def _draw_gone(request: HttpRequest, copied: queries.Copied, form: SourceForm) -> HttpResponse:
    """Show that somebody removed it; what was typed can be sent again."""
    return _draw(request, copied, form=form, refused=_gone(), status=409)


def _done(request: HttpRequest, copied: queries.Copied, said: str, **more: Any) -> HttpResponse:
    if wants_part(request):
        return _draw(request, copied, said=said, **more)
    messages.success(request, said)
    whole = isinstance(copied, Document)
    return SeeOther(
        f"{_back(copied)}#copied-from"
        if whole
        else reverse("show_copied_from", kwargs=_place(copied))
    )


def _act(form: SourceForm, request: HttpRequest) -> bool:
    """Store what the form says; False, with the form's errors set, where it is refused."""
    if not form.is_valid():
        return False
    try:
        form.act(by=person_of(request))
    except ValidationError as error:
        form.refuse(error)
        return False
    return True


def _form(
    request: HttpRequest, copied: queries.Copied, row: queries.Source | None = None
) -> SourceForm:
    return SourceForm(
        request.POST if request.method == "POST" else None,
        copied=copied,
        reader=person_of(request),
        query=typed(request),
        row=row,
        asks_reason=_asks_reason(request, copied),
    )


def _get(request: HttpRequest, place: dict[str, int]) -> queries.Copied:
    """Return the tag, passage or document of an address; raise Http404 where it is not seen."""
    if "tag_id" in place:
        return get_tag(request.user, place["tag_id"])
    document = get_document(request.user, place["document_id"])
    if "passage_id" not in place:
        return document
    passages = Passage.objects.filter(text_version__document=document)
    seen = passages.select_related("text_version__document__collection")
    return get_object_or_404(seen.defer("text_version__text"), pk=place["passage_id"])


def _get_to_change(request: HttpRequest, place: dict[str, int]) -> queries.Copied:
    copied = _get(request, place)
    if not _may_say(request, copied):
        raise Http404
    return copied


def _may_say(request: HttpRequest, copied: queries.Copied) -> bool:
    """Whether the person may say where it is copied from: a curator, or the tag's author."""
    collection = acts.document_of(copied).collection_id
    if isinstance(copied, Tag) and copied.created_by_id == request.user.pk:
        return may_review(request.user, collection)
    return may_curate(request.user, collection)


def _asks_reason(request: HttpRequest, copied: queries.Copied) -> bool:
    return isinstance(copied, Tag) and copied.created_by_id != request.user.pk


def _place(copied: queries.Copied) -> dict[str, int]:
    """Return what the address of something is made of."""
    if isinstance(copied, Tag):
        return {"tag_id": copied.pk}
    if isinstance(copied, Passage):
        return {"document_id": copied.text_version.document_id, "passage_id": copied.pk}
    return {"document_id": copied.pk}


def _line(row: queries.Source, place: dict[str, int]) -> Line:
    place = {**place, "source_id": row.pk}
    change, remove = (reverse(name, kwargs=place) for name in ("change_source", "remove_source"))
    return Line(row, change, remove)


def _back(copied: queries.Copied) -> str:
    """Return where it is read."""
    if isinstance(copied, Tag):
        return reverse("show_tag", kwargs={"tag_id": copied.pk})
    document = reverse("show_document", kwargs={"document_id": acts.document_of(copied).pk})
    if isinstance(copied, Passage):
        return f"{document}?from={copied.ordinal}#p{copied.ordinal}"
    return document


def _history(copied: queries.Copied) -> str:
    """Return where what became of it is told; a passage's is told with its document's."""
    if isinstance(copied, Tag):
        return reverse("show_tag_history", kwargs={"tag_id": copied.pk})
    document = acts.document_of(copied).pk
    return reverse("show_document_history", kwargs={"document_id": document})


def _gone() -> str:
    return _("Somebody removed this in the meantime.")


def _stale() -> str:
    return _("Somebody changed this document in the meantime. Look at it again.")

"""The workbench: a document's text with its marks, and the cards beside it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from annotate.access import get_tag
from annotate.drawing import draw_passages
from annotate.models import Tag
from annotate.queries.documents import (
    current_version,
    news_on,
    ordinal_at,
    outline_of,
    part_of,
    progress_of,
)
from annotate.queries.remarks import remarks_on
from annotate.queries.shown_passages import (
    ShownPassages,
    shown_after,
    shown_again,
    shown_passages,
)
from annotate.queries.tag_card import TagCard
from annotate.views.derivations import panel_of
from annotate.views.tag_forms import blank_form
from annotate.web.going_back import number_in
from annotate.web.partials import draw, lead_to, wants_part
from annotate.web.person import person_of
from corpus.access import get_document, may_curate, may_review
from corpus.models import Document, Passage, TextVersion
from corpus.models.document import DocumentStatus

PAGE = "annotate/documents/document.html"


@require_GET
def show_document(request: HttpRequest, document_id: int) -> HttpResponse:
    """Show a document's current text with its tags; `?tag=` selects one, `?from=` a part."""
    document = get_document(request.user, document_id)
    version = current_version(document)
    return _show(request, document, version)


@require_GET
def show_version(request: HttpRequest, document_id: int, number: int) -> HttpResponse:
    """Show the text that a citation names: `/documents/<id>/v<number>/#c<start>-<end>`."""
    document = get_document(request.user, document_id)
    version = get_object_or_404(document.versions.defer("text"), number=number)
    return _show(request, document, version)


def _show(request: HttpRequest, document: Document, version: TextVersion | None) -> HttpResponse:
    """Draw the workbench, or the page without words of a document that shows none."""
    if version is None or document.is_withdrawn:
        context = {"document": document, "panel": panel_of(request, document, is_open=True)}
        return draw(request, "annotate/documents/without_text.html", context)
    selected = _selected_tag(request, document)
    part = part_of(version, ordinal=_asked_ordinal(request, version, selected))
    reviews = may_review(request.user, document.collection_id)
    curates = reviews and may_curate(request.user, document.collection_id)
    shown = shown_passages(
        document, part.passages, part.tags, selected, reader=request.user, numbered=curates
    )
    context = {
        "document": document,
        "version": version,
        "part": part,
        "passages": _draw_passages(request, shown),
        "outline": outline_of(version),
        "progress": progress_of(version),
        "selected": selected,
        "may_review": reviews,
        "may_tag": reviews and version.is_current and document.status == DocumentStatus.READY,
        "may_curate": curates,
        **(blank_form(document, person_of(request)) if reviews else {}),
        "remarks": remarks_on(document, request.user),
        "panel": panel_of(request, document, may_say=curates),
    }
    return draw(request, PAGE, context)


def _selected_tag(request: HttpRequest, document: Document) -> Tag | None:
    asked = request.GET.get("tag", "")
    if not asked.isdecimal():
        return None
    tag = get_tag(request.user, int(asked))
    return tag if tag.passage.text_version.document_id == document.pk else None


def _asked_ordinal(request: HttpRequest, version: TextVersion, selected: Tag | None) -> int:
    if selected is not None and selected.passage.text_version_id == version.pk:
        return selected.passage.ordinal
    if request.GET.get("at", "").isdecimal():
        return ordinal_at(version, int(request.GET["at"]))
    asked = request.GET.get("from", "")
    return int(asked) if asked.isdecimal() else 1


def _draw_passages(request: HttpRequest, shown: ShownPassages) -> SafeString:
    card = draw_card(request, shown.card) if shown.card else ""
    return draw_passages(shown, selected_card=card)


def draw_card(request: HttpRequest, card: TagCard) -> str:
    """Draw the open card of a tag."""
    context = {**vars(card), **vars(card.acts), **vars(card.line)}
    return render_to_string("annotate/tags/card.html", context, request)


@require_GET
def show_passage(request: HttpRequest, document_id: int, passage_id: int) -> HttpResponse:
    """Show one passage as it is now, with everybody's tags."""
    document = get_document(request.user, document_id)
    passage = get_object_or_404(
        Passage, pk=passage_id, text_version__document=document, text_version__is_current=True
    )
    if not wants_part(request) or document.is_withdrawn:
        address = reverse("show_document", kwargs={"document_id": document.pk})
        return lead_to(request, f"{address}?from={passage.ordinal}#p{passage.ordinal}")
    return _answer(request, shown_again(document, passage.pk, reader=request.user))


@require_GET
def show_news(request: HttpRequest, document_id: int) -> HttpResponse:
    """Say how many tags others made in a document after the tag `?since=`; the page asks."""
    document = get_document(request.user, document_id)
    since = number_in(request.GET.get("since", ""))
    news = news_on(document, since=since, reader=person_of(request))
    if not wants_part(request):
        return redirect("show_document", document_id=document.pk)
    response = render(request, "annotate/documents/news.html", {"document": document, "news": news})
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_GET
def show_progress(request: HttpRequest, document_id: int) -> HttpResponse:
    """Say how much of a document is tagged now; the page asks after each act on a tag."""
    document = get_document(request.user, document_id)
    version = current_version(document)
    if version is None or document.is_withdrawn or not wants_part(request):
        return redirect("show_document", document_id=document.pk)
    context = {"document": document, "progress": progress_of(version)}
    response = render(request, "annotate/documents/outline.html#progress", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def redraw_passage(
    request: HttpRequest,
    document: Document,
    tag: Tag,
    *,
    said: str,
    undo: bool = False,
    failed: bool = False,
    status: int = 200,
) -> HttpResponse:
    """Answer an act on a tag to htmx: its passage again, and a word on what happened."""
    shown = shown_after(document, tag, reader=request.user, is_open=not undo)
    response = _answer(request, shown, status=status)
    toast = {"said": said, "undo_tag": tag if undo else None, "failed": failed, "swap": True}
    response.write(render_to_string("annotate/shared/toast.html", toast, request))
    response["HX-Trigger-After-Swap"] = f'{{"tag-saved": {{"tag": {tag.pk}}}}}'
    return response


def _answer(request: HttpRequest, shown: ShownPassages, *, status: int = 200) -> HttpResponse:
    response = HttpResponse(_draw_passages(request, shown), status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response

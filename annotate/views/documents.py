"""The workbench: a document's text with its marks, and the cards beside it."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from annotate.access import collection_of, get_tag
from annotate.drawing import SIDES, Voice, draw_passage
from annotate.models import Tag
from annotate.queries.derivations import origin_of, sources_on
from annotate.queries.documents import (
    PassageRow,
    TagRow,
    current_version,
    news_on,
    ordinal_at,
    outline_of,
    part_of,
    passage_rows,
    progress_of,
    tags_on,
)
from annotate.queries.links import links_of
from annotate.queries.remarks import remarks_on
from annotate.queries.tags import colleagues_of, conveyer_of, sentence_of, speaker_of
from annotate.views.derivations import panel_of
from annotate.views.tag_forms import blank_form
from annotate.web.going_back import number_in
from annotate.web.partials import draw, wants_part
from annotate.web.person import person_of
from corpus.access import get_document, is_member, may_curate, may_review
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
    context = {
        "document": document,
        "version": version,
        "part": part,
        "passages": _draw_passages(
            request, document, part.passages, part.tags, selected, numbered=curates
        ),
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


def _draw_passages(
    request: HttpRequest,
    document: Document,
    passages: Sequence[PassageRow],
    tags: dict[int, list[TagRow]],
    selected: Tag | None,
    *,
    numbered: bool,
) -> SafeString:
    author = author_voice(document)
    card = card_of(request, selected) if selected else ""
    href = reverse("show_document", kwargs={"document_id": document.pk})
    sources = sources_on([passage.id for passage in passages], reader=request.user)
    drawn = (
        draw_passage(
            passage,
            _with_selected(tags.get(passage.id, []), passage, selected),
            author=author,
            language=document.language,
            href=href,
            selected=selected.pk if selected else None,
            selected_card=card,
            sources=sources.get(passage.id, ()),
            numbered=numbered,
        )
        for passage in passages
    )
    return format_html_join("", "{}", ((one,) for one in drawn))


def _with_selected(tags: list[TagRow], passage: PassageRow, selected: Tag | None) -> list[TagRow]:
    """Show a withdrawn tag too, when it is the one somebody came to see."""
    if selected is None or selected.passage_id != passage.id:
        return tags
    if any(tag.id == selected.pk for tag in tags):
        return tags
    return sorted([*tags, row_of(selected)], key=lambda tag: (tag.start, tag.end, tag.id))


def row_of(tag: Tag) -> TagRow:
    """Return a tag as drawing needs it."""
    return TagRow(
        id=tag.pk,
        passage_id=tag.passage_id,
        start=tag.start,
        end=tag.end,
        stance=tag.stance,
        status=tag.status,
        anchor_state=tag.anchor_state,
        speech=tag.speech,
        claim_id=tag.claim_id,
        public_id=tag.claim.public_id,
        label=tag.claim.label,
        claim_text=tag.claim.text,
        color=tag.claim.color,
        voice_id=tag.asserted_by_id,
        voice_name=tag.asserted_by.name,
        voice_kind=tag.asserted_by.kind,
        holder_id=tag.held_by_id,
        holder_name=tag.held_by.name if tag.held_by else None,
        holder_kind=tag.held_by.kind if tag.held_by else None,
        made_by=tag.created_by_id,
        objected=False,
    )


def author_voice(document: Document) -> Voice:
    """Return the document's author as drawing needs it."""
    author = document.author
    return Voice(author.pk, author.name, author.kind) if author else Voice(None, "", "")


def card_of(request: HttpRequest, tag: Tag) -> str:
    """Return the open card of a tag: its sentence, facts, links, remarks and what to do."""
    collection = collection_of(tag)
    reviews = may_review(request.user, collection)
    mine = tag.created_by_id == request.user.pk
    speaker, capacity = speaker_of(tag.passage, tag.passage.text_version.document)
    context = {
        "tag": tag,
        "side": SIDES[tag.stance],
        "sentence": sentence_of(tag),
        "conveyer": conveyer_of(tag),
        "speaker": speaker,
        "capacity": capacity,
        "provisions": tag.provisions.select_related("provision"),
        "origin": origin_of(tag, reader=request.user),
        "links": links_of(tag, request.user),
        "remarks": remarks_on(tag, request.user),
        "colleagues": colleagues_of(tag, reader=request.user),
        "may_review": reviews,
        "mine": mine,
        "may_change": reviews and (mine or may_curate(request.user, collection)),
        "member": is_member(request.user, collection),
    }
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
    return _respond(request, document, passage.pk, None)


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
    """Answer an act on a tag: its passage again and a word on what happened, or a redirect."""
    if not wants_part(request) or document.is_withdrawn:
        level = messages.ERROR if failed else messages.SUCCESS
        messages.add_message(request, level, said)
        return lead_to(request, reverse("show_tag", kwargs={"tag_id": tag.pk}))
    tag = get_tag(request.user, tag.pk)
    response = _respond(request, document, tag.passage_id, None if undo else tag, status=status)
    toast = {"said": said, "undo_tag": tag if undo else None, "failed": failed, "swap": True}
    response.write(render_to_string("annotate/shared/toast.html", toast, request))
    response["HX-Trigger-After-Swap"] = f'{{"tag-saved": {{"tag": {tag.pk}}}}}'
    return response


def lead_to(request: HttpRequest, address: str) -> HttpResponse:
    """Answer with another page, which htmx opens in place of the one it stands on."""
    if wants_part(request):
        return HttpResponse(status=204, headers={"HX-Redirect": address, "Vary": "HX-Request"})
    return redirect(address)


def _respond(
    request: HttpRequest,
    document: Document,
    passage_id: int,
    selected: Tag | None,
    *,
    status: int = 200,
) -> HttpResponse:
    row = passage_rows(Passage.objects.filter(pk=passage_id))[0]
    curates = may_curate(request.user, document.collection_id)
    drawn = _draw_passages(
        request, document, [row], tags_on([passage_id]), selected, numbered=curates
    )
    response = HttpResponse(drawn, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response

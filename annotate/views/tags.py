"""Tags: make one, show its card, change it, take it back, bring it back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from annotate.access import get_tag, get_tag_to_change
from annotate.actions import tags as acts
from annotate.forms.tag_answers import answered
from annotate.forms.tags import TagForm
from annotate.models import Tag, TagStatus
from annotate.queries.earlier_revisions import as_it_was
from annotate.queries.sentence_preview import sentence_preview
from annotate.queries.tag_card import tag_card
from annotate.queries.tags import sentence_of
from annotate.views.documents import draw_card, redraw_passage
from annotate.views.tag_forms import tag_form_context
from annotate.web.going_back import posted_number, posted_text, refuse_other_revision
from annotate.web.partials import draw, lead_to, wants_part
from annotate.web.person import person_of
from corpus.access import get_document, get_document_to_review
from corpus.models import Document
from corpus.revisions import StaleRevision

FORM = "annotate/tags/form.html"


@require_POST
def add_tag(request: HttpRequest, document_id: int) -> HttpResponse:
    """Tag the selected words with a claim."""
    reader = person_of(request)
    document = get_document_to_review(reader, document_id)
    form = TagForm(request.POST, document=document, reader=reader)
    tag = form.save()
    if tag is None:
        return draw_form(request, form, status=422)
    return _saved(request, document, tag)


def _saved(request: HttpRequest, document: Document, tag: Tag) -> HttpResponse:
    if not wants_part(request):
        return redirect("show_tag", tag_id=tag.pk)
    return redraw_passage(request, document, tag, said=_("Saved."))


def draw_form(
    request: HttpRequest, form: TagForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    """Draw the tag form with its errors: in place for htmx, as a page otherwise."""
    context = tag_form_context(form, **more) | {"in_place": wants_part(request)}
    response = draw(request, FORM, context, part="tag-form", status=status)
    if status != 200:
        response["HX-Retarget"] = "#tag-form"
        response["HX-Reswap"] = "outerHTML"
    return response


@require_GET
def show_tag_form(request: HttpRequest, document_id: int) -> HttpResponse:
    """Show the form for a place in the text, as the picker and readers without htmx need it."""
    document = get_document_to_review(request.user, document_id)
    form = TagForm(
        document=document,
        reader=person_of(request),
        initial={name: request.GET.get(name, "") for name in ("passage", "start", "end", "exact")},
    )
    return draw_form(request, form)


@require_GET
def preview_sentence(request: HttpRequest, document_id: int) -> HttpResponse:
    """Show the sentence that the form, as it stands, would store."""
    document = get_document(request.user, document_id)
    form = TagForm(request.GET, document=document, reader=person_of(request))
    form.full_clean()
    values = {**dict.fromkeys(form.fields, ""), **form.cleaned_data}
    stance = values["stance"] or answered(values)
    words = sentence_preview(document, stance, values, reader=request.user)
    return render(request, f"{FORM}#sentence-preview", {"sentence": words})


@require_GET
def show_tag(request: HttpRequest, tag_id: int) -> HttpResponse:
    """Lead to the tag in its text, selected; answer htmx with its card alone."""
    tag = get_tag(request.user, tag_id)
    if wants_part(request):
        card = draw_card(request, tag_card(tag, reader=request.user))
        return HttpResponse(card, headers={"Vary": "HX-Request"})
    return HttpResponseRedirect(place_of(tag))


def place_of(tag: Tag) -> str:
    """Return the address at which a tag is selected in its text."""
    document_id = tag.passage.text_version.document_id
    address = reverse("show_document", kwargs={"document_id": document_id})
    return f"{address}?tag={tag.pk}#p{tag.passage.ordinal}"


@require_http_methods(["GET", "POST"])
def edit_tag(request: HttpRequest, tag_id: int) -> HttpResponse:
    """Change a tag's claim, answers or words."""
    tag = get_tag_to_change(request.user, tag_id)
    document = tag.passage.text_version.document
    if document.is_withdrawn:
        messages.error(request, _("This document was withdrawn: its tags cannot be changed now."))
        return lead_to(request, reverse("show_tag", kwargs={"tag_id": tag_id}))
    posted = request.POST if request.method == "POST" else None
    form = TagForm(posted, document=document, reader=person_of(request), tag=tag)
    if posted is None:
        return draw_form(request, form)
    try:
        changed = form.save()
    except StaleRevision:
        return _draw_conflict(request, form, mine=tag)
    if changed is None:
        return draw_form(request, form, status=422)
    return _saved(request, document, changed)


def _draw_conflict(request: HttpRequest, form: TagForm, *, mine: Tag) -> HttpResponse:
    """Show both versions; what was typed stays, and saving again is based on the newer one."""
    current = get_tag(request.user, mine.pk)
    form.read_again(current)
    return draw_form(request, form, status=409, theirs=current, mine=mine)


@require_POST
def withdraw_tag(request: HttpRequest, tag_id: int) -> HttpResponse:
    """Take a tag back; the answer offers Undo."""
    return _change(request, tag_id, acts.withdraw_tag, _("Withdrawn."))


@require_POST
def restore_tag(request: HttpRequest, tag_id: int) -> HttpResponse:
    """Undo a withdrawal."""
    return _change(request, tag_id, acts.restore_tag, _("The tag is back."))


@require_POST
def confirm_tag(request: HttpRequest, tag_id: int) -> HttpResponse:
    """Give a tag that needs a second look its second look."""
    return _change(request, tag_id, acts.confirm_tag, _("Confirmed."))


def _change(request: HttpRequest, tag_id: int, act: Callable[..., None], said: str) -> HttpResponse:
    tag = get_tag_to_change(request.user, tag_id)
    refused, status = _try(request, tag, act)
    tag = get_tag(request.user, tag_id)
    if refused and not wants_part(request):
        return _draw_refusal(request, tag, refused, status=status)
    document, failed = tag.passage.text_version.document, bool(refused)
    if not wants_part(request) or document.is_withdrawn:
        level = messages.ERROR if failed else messages.SUCCESS
        messages.add_message(request, level, refused or said)
        return lead_to(request, reverse("show_tag", kwargs={"tag_id": tag.pk}))
    undo = tag.status == TagStatus.WITHDRAWN and not failed
    said = refused or said
    return redraw_passage(
        request, document, tag, said=said, undo=undo, status=status, failed=failed
    )


def _try(request: HttpRequest, tag: Tag, act: Callable[..., None]) -> tuple[str, int]:
    """Do the act; return why it was refused, or nothing, and the status of the answer."""
    try:
        refuse_other_revision(tag, posted_number(request, "revision"))
        act(tag, by=person_of(request), reason=posted_text(request, "reason"))
    except ValidationError as error:
        return " ".join(error.messages), 422
    except StaleRevision:
        return _("Somebody changed this tag in the meantime. Look at it again."), 409
    return "", 200


def _draw_refusal(request: HttpRequest, tag: Tag, refused: str, *, status: int) -> HttpResponse:
    """Say why nothing was done; show the tag as it is, and as the person saw it."""
    earlier = as_it_was(tag, posted_number(request, "revision")) if status == 409 else None
    context = {
        "refused": refused,
        "tag": tag,
        "sentence": sentence_of(tag),
        "earlier": earlier,
        "earlier_sentence": sentence_of(earlier) if earlier else "",
    }
    return draw(request, "annotate/tags/act_refused.html", context, status=status)

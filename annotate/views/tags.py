"""Tags: make one, show its card, change it, take it back, bring it back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from annotate.access import get_tag, get_tag_to_change
from annotate.actions import tags as acts
from annotate.forms.tags import QUESTIONS, TagForm, editable
from annotate.models import Claim, Stance, Tag, TagStatus
from annotate.queries.earlier_revisions import as_it_was
from annotate.queries.tags import name_of, sentence_of
from annotate.text.stances import STANCES_ON_ANOTHER
from annotate.text.wording import Name, sentence
from annotate.views.documents import card_of, lead_to, redraw_passage
from annotate.views.tag_forms import tag_form_context
from annotate.web.going_back import posted_number, posted_text, refuse_other_revision
from annotate.web.partials import draw, wants_part
from annotate.web.person import person_of
from corpus.access import get_document, get_document_to_review
from corpus.models import Agent, Document, Passage, Person
from corpus.revisions import StaleRevision

FORM = "annotate/tags/form.html"


@require_POST
def add_tag(request: HttpRequest, document_id: int) -> HttpResponse:
    """Tag the selected words with a claim."""
    document = get_document_to_review(request.user, document_id)
    form = TagForm(request.POST, document=document, reader=person_of(request))
    tag = act_on(form, by=person_of(request))
    if tag is None:
        return draw_form(request, form, status=422)
    if not wants_part(request):
        return redirect("show_tag", tag_id=tag.pk)
    return redraw_passage(request, document, tag, said=_("Saved."))


def act_on(form: TagForm, *, by: Person) -> Tag | None:
    """Store what the form says; return None, with the form's errors set, where it is refused."""
    if not form.is_valid():
        return None
    try:
        with transaction.atomic():
            return form.act(by=by)
    except ValidationError as error:
        add_refusal(form, error)
        return None


# Where the fields of a refused claim stand in the tag form.
_FIELDS = {"text": "new_claim_text", "label": "new_claim"}


def add_refusal(form: TagForm, error: ValidationError) -> None:
    """Put what a rule refused beside the field it is about, else above the form."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, errors in error.error_dict.items():
        field = _FIELDS.get(name, name)
        form.add_error(field if field in form.fields else None, errors)


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
    sentence_now = {"sentence": _preview(request, document)}
    return render(request, f"{FORM}#sentence-preview", sentence_now)


def _preview(request: HttpRequest, document: Document) -> str:
    """Return the sentence, or nothing while claim or speaker are not chosen yet."""
    asked = request.GET
    form = TagForm(asked, document=document, reader=person_of(request))
    form.full_clean()
    values = {**dict.fromkeys(form.fields, ""), **form.cleaned_data}
    stance = values["stance"] or form.answered(values)
    place = (
        Passage.objects.filter(
            pk=values["passage"] or 0,
            text_version__document=document,
        )
        .select_related("voice")
        .first()
    )
    voice = (place.voice if place else None) or document.author
    claim = Claim.objects.visible_to(request.user).filter(public_id=values["claim"]).first()
    text = claim.text if claim else values["new_claim_text"]
    if voice is None or not text:
        return ""
    holder = None
    if stance in STANCES_ON_ANOTHER:
        holder = _typed_or_chosen(request, values, "held_by")
    own = Name(voice.name, voice.kind)
    said = _typed_or_chosen(request, values, "asserted_by") or own
    conveyer = name_of(document.author) if voice != document.author else None
    return sentence(stance, said, holder, text, conveyed_by=own if said != own else conveyer)


def _typed_or_chosen(request: HttpRequest, values: dict[str, Any], field: str) -> Name | None:
    """Return the agent a field names: the name as typed, else the one chosen by id."""
    chosen = _agent(request, values[field])
    typed = values[f"new_{field}"].strip()
    if typed and (chosen is None or typed != chosen.name):
        return Name(typed, "unknown")
    return name_of(chosen)


def _agent(request: HttpRequest, value: str) -> Agent | None:
    if not str(value).isdecimal():
        return None
    return Agent.objects.visible_to(request.user).filter(pk=value).first()


@require_GET
def show_tag(request: HttpRequest, tag_id: int) -> HttpResponse:
    """Lead to the tag in its text, selected; answer htmx with its card alone."""
    tag = get_tag(request.user, tag_id)
    if wants_part(request):
        return HttpResponse(card_of(request, tag), headers={"Vary": "HX-Request"})
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
    if request.method == "GET":
        form = TagForm(document=document, reader=person_of(request), tag=tag, initial=_initial(tag))
        return draw_form(request, form)
    form = TagForm(
        request.POST, document=document, reader=person_of(request), tag=tag, initial=_initial(tag)
    )
    try:
        changed = act_on(form, by=person_of(request))
    except StaleRevision:
        return _draw_conflict(request, form, mine=tag)
    if changed is None:
        return draw_form(request, form, status=422)
    if not wants_part(request):
        return redirect("show_tag", tag_id=tag_id)
    return redraw_passage(request, document, changed, said=_("Saved."))


def _draw_conflict(request: HttpRequest, form: TagForm, *, mine: Tag) -> HttpResponse:
    """Show both versions; what was typed stays, and saving again is based on the newer one."""
    current = get_tag(request.user, mine.pk)
    form.tag = current
    data = editable(form.data)
    data["revision"] = str(current.revision)
    form.data = data
    return draw_form(request, form, status=409, theirs=current, mine=mine)


def _initial(tag: Tag) -> dict[str, Any]:
    whose, agree = QUESTIONS[Stance(tag.stance)]
    return {
        "passage": tag.passage_id,
        "start": tag.start,
        "end": tag.end,
        "exact": tag.exact,
        "claim": tag.claim.public_id,
        "whose": whose,
        "agree": agree,
        "held_by": tag.held_by_id or "",
        "asserted_by": "" if tag.speech == "own" else tag.asserted_by_id,
        "speech": "" if tag.speech == "own" else tag.speech,
        "certainty": tag.certainty,
        "directness": tag.directness,
        "translation": tag.translation,
        "translation_kind": tag.translation_kind,
        "note": tag.note,
        "revision": tag.revision,
    }


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
    revision = posted_number(request, "revision")
    refused, status = "", 200
    try:
        refuse_other_revision(tag, revision)
        act(tag, by=person_of(request), reason=posted_text(request, "reason"))
    except ValidationError as error:
        refused, status = " ".join(error.messages), 422
    except StaleRevision:
        refused, status = _("Somebody changed this tag in the meantime. Look at it again."), 409
    tag = get_tag(request.user, tag_id)
    if refused and not wants_part(request):
        earlier = as_it_was(tag, revision) if status == 409 else None
        return _draw_refusal(request, tag, earlier, refused, status=status)
    undo = tag.status == TagStatus.WITHDRAWN and not refused
    document = tag.passage.text_version.document
    return redraw_passage(
        request, document, tag, said=refused or said, undo=undo, status=status, failed=bool(refused)
    )


def _draw_refusal(
    request: HttpRequest, tag: Tag, earlier: Tag | None, refused: str, *, status: int
) -> HttpResponse:
    """Say why nothing was done; show the tag as it stands, and as the person saw it."""
    context = {
        "refused": refused,
        "tag": tag,
        "sentence": sentence_of(tag),
        "earlier": earlier,
        "earlier_sentence": sentence_of(earlier) if earlier else "",
    }
    return draw(request, "annotate/tags/act_refused.html", context, status=status)

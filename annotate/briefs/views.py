"""Briefs: list them, begin one, put things in and order them."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from annotate.access import get_claim, get_tag
from annotate.briefs import actions as acts
from annotate.briefs.access import get_brief, get_brief_to_edit, get_item
from annotate.briefs.content import content_of
from annotate.briefs.drawing import told
from annotate.briefs.forms import BriefForm, NewBriefForm, form_of
from annotate.briefs.lists import editions_of, find_for, list_briefs
from annotate.briefs.words_left_out import caveats_of
from annotate.models import Brief, BriefItem, Claim, ItemKind, Tag
from annotate.models.brief import WORDS
from annotate.queries.histories import history_of
from annotate.web.finding import typed
from annotate.web.going_back import SeeOther, go_back, posted_number, posted_text
from annotate.web.partials import draw, wants_part
from annotate.web.person import person_of
from corpus.access import may_review
from corpus.models import Person
from corpus.revisions import StaleRevision

LIST, PAGE, FORM = (
    "annotate/briefs/list.html",
    "annotate/briefs/brief.html",
    "annotate/briefs/form.html",
)


@require_http_methods(["GET", "HEAD", "POST"])
def list_or_add_briefs(request: HttpRequest) -> HttpResponse:
    """List the briefs the person may see, or begin one."""
    form = NewBriefForm(request.POST or None, by=person_of(request))
    brief = _begun(form) if request.method == "POST" else None
    if brief is not None:
        return SeeOther(address_of(brief))
    context = {
        "form": form,
        "briefs": list_briefs(request.user, after=request.GET.get("after")),
    }
    return draw(request, LIST, context, status=422 if request.method == "POST" else 200)


def _begun(form: NewBriefForm) -> Brief | None:
    """Begin the brief; return None, with the form's errors set, where it is refused."""
    if not form.is_valid():
        return None
    try:
        return form.act()
    except ValidationError as error:
        form.add_error(None, error)
        return None


@require_safe
def show_brief(request: HttpRequest, brief_id: int) -> HttpResponse:
    """Show a brief as it would be printed now, with what changes it."""
    return draw_brief(request, get_brief(request.user, brief_id))


@require_http_methods(["GET", "HEAD", "POST"])
def edit_brief(request: HttpRequest, brief_id: int) -> HttpResponse:
    """Change the title, the question, and whether notes and reviewers are printed."""
    brief = get_brief_to_edit(request.user, brief_id)
    if request.method != "POST":
        return draw(request, FORM, {"brief": brief, "form": form_of(brief)})
    form = BriefForm(request.POST)
    try:
        if form.is_valid():
            form.act(brief, by=person_of(request))
            messages.success(request, _("Saved."))
            return SeeOther(address_of(brief))
    except ValidationError as error:
        form.add_error(None, error)
    except StaleRevision:
        return _draw_conflict(request, brief_id)
    return draw(request, FORM, {"brief": brief, "form": form}, status=422)


def _draw_conflict(request: HttpRequest, brief_id: int) -> HttpResponse:
    """Show both versions; what was typed stays, and saving again is based on the newer one."""
    current = get_brief_to_edit(request.user, brief_id)
    typed_in = request.POST.copy()
    typed_in["revision"] = str(current.revision)
    context = {"brief": current, "form": BriefForm(typed_in), "theirs": current}
    return draw(request, FORM, context, status=409)


@require_safe
def show_brief_history(request: HttpRequest, brief_id: int) -> HttpResponse:
    """Show what became of a brief and of its parts."""
    brief = get_brief(request.user, brief_id)
    found = history_of(brief, request.user, after=request.GET.get("after"))
    context = {
        "entries": found.rows,
        "next": found.next_cursor,
        "back": address_of(brief),
        "name": brief.title,
    }
    return draw(request, "annotate/shared/history.html", context)


@require_POST
def add_item(request: HttpRequest, brief_id: int) -> HttpResponse:
    """Put a heading, own words, a claim or a quote at the end of the brief."""
    brief = get_brief_to_edit(request.user, brief_id)
    kind = posted_text(request, "kind")
    try:
        if kind in WORDS:
            item = acts.add_words(brief, kind, posted_text(request, "text"), by=person_of(request))
        else:
            item, _new = acts.add_to_brief(brief, _target(request), by=person_of(request))
    except ValidationError as error:
        return draw_brief(request, brief, status=422, refused=error.messages)
    return _done(request, brief, f"#item-{item.pk}")


@require_POST
def add_to_brief(request: HttpRequest) -> HttpResponse:
    """Put a claim or a quote of any page into the brief the form names, and stay there."""
    target = _target(request)
    brief = get_brief_to_edit(request.user, posted_number(request, "brief"))
    try:
        _item, new = acts.add_to_brief(brief, target, by=person_of(request))
    except ValidationError as error:
        said, status = " ".join(error.messages), 422
    else:
        words = _("Added to “%(title)s”.") if new else _("It is already in “%(title)s”.")
        said, status = words % {"title": brief.title}, 200
    if wants_part(request):
        context = {"said": said, "brief": brief, "failed": status != 200}
        return draw(request, "annotate/briefs/added_to.html", context, status=status)
    if status != 200:
        return draw_brief(request, brief, status=status, refused=[said])
    messages.success(request, said)
    return go_back(request, address_of(brief))


def _target(request: HttpRequest) -> Claim | Tag:
    """Return the claim or the quote a form names; raise Http404 for what may not be seen."""
    if public_id := posted_text(request, "claim"):
        return get_claim(request.user, public_id)
    return get_tag(request.user, posted_number(request, "tag"))


@require_POST
def change_item(request: HttpRequest, brief_id: int, item_id: int) -> HttpResponse:
    """Do with a part what the pressed button is named for."""
    brief = get_brief_to_edit(request.user, brief_id)
    item = get_item(brief, item_id)
    item.brief = brief
    act = ITEM_ACTS.get(request.POST.get("act", ""))
    if act is None:
        raise Http404
    try:
        act(request, item, posted_number(request, "revision"), person_of(request))
    except StaleRevision:
        changed = _("Somebody changed this brief in the meantime. Look at it again.")
        return draw_brief(request, get_brief(request.user, brief_id), status=409, refused=[changed])
    except ValidationError as error:
        current = get_brief(request.user, brief_id)
        return draw_brief(request, current, status=422, refused=error.messages)
    return _done(request, brief, f"#item-{item_id}" if item.pk else "#brief")


def _move(step: str) -> "ItemAct":
    return lambda request, item, revision, by: acts.move_item(item, step, revision=revision, by=by)


def _edit(request: HttpRequest, item: BriefItem, revision: int, by: Person) -> None:
    if item.kind not in WORDS:
        raise Http404
    acts.edit_words(item, posted_text(request, "text"), revision=revision, by=by)


def _leave_out(leave_out: bool) -> "ItemAct":
    return lambda request, item, revision, by: acts.leave_out_against(
        item, leave_out=leave_out, revision=revision, by=by
    )


type ItemAct = Callable[[HttpRequest, BriefItem, int, Person], None]
ITEM_ACTS: dict[str, ItemAct] = {
    "up": _move("up"),
    "down": _move("down"),
    "edit": _edit,
    "take_out": lambda request, item, revision, by: acts.take_out(item, revision=revision, by=by),
    "put_parts_in": lambda request, item, revision, by: acts.put_parts_in(
        item, revision=revision, by=by
    ),
    "leave_out": _leave_out(True),
    "put_in": _leave_out(False),
}


def address_of(brief: Brief) -> str:
    """Return the address of a brief's page."""
    return reverse("show_brief", kwargs={"brief_id": brief.pk})


def _done(request: HttpRequest, brief: Brief, place: str) -> HttpResponse:
    if wants_part(request):
        return draw_brief(request, get_brief(request.user, brief.pk))
    return SeeOther(address_of(brief) + place)


def draw_brief(
    request: HttpRequest, brief: Brief, *, status: int = 200, refused: list[str] | None = None
) -> HttpResponse:
    """Draw the brief's page, with what was refused if anything was."""
    content, book = content_of(brief, reader=request.user)
    query = typed(request)
    may_edit = may_review(request.user, brief.collection_id)
    context = {
        **told(content),
        "brief": brief,
        "may_edit": may_edit,
        "caveats": caveats_of(book) if may_edit else {},
        "editions": editions_of(brief),
        "query": query,
        "found": find_for(brief, query, reader=request.user) if query else None,
        "heading": ItemKind.HEADING,
        "refused": refused,
    }
    return draw(request, PAGE, context, part="brief", status=status)

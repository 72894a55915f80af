"""Links: list them, make one, show it, change it, take it back, look again."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from annotate.access import get_link, get_link_to_change, get_tag_to_review, may_remark
from annotate.actions import links as acts
from annotate.actions.tray import empty_tray
from annotate.forms.links import YES, LinkFilterForm, LinkForm, form_of, redrawn
from annotate.models import MANUAL_RELATIONS, Link, Tag
from annotate.models.bearing import proposed_relation
from annotate.queries.comparison import alternatives, compared
from annotate.queries.contradiction_answers import answers_to
from annotate.queries.earlier_revisions import as_it_was
from annotate.queries.links import end_of, list_links, tray_of, whole
from annotate.queries.remarks import remarks_on
from annotate.web.going_back import (
    SeeOther,
    go_back,
    number_in,
    our_next,
    posted_number,
    posted_text,
    refuse_other_revision,
)
from annotate.web.partials import draw, target_of, wants_part
from annotate.web.person import person_of
from corpus.revisions import StaleRevision

LIST, PAGE, FORM = (
    "annotate/links/list.html",
    "annotate/links/link.html",
    "annotate/links/form.html",
)


@require_http_methods(["GET", "HEAD", "POST"])
def list_or_add_links(request: HttpRequest) -> HttpResponse:
    """List the links, or make one."""
    return _add_link(request) if request.method == "POST" else _list_links(request)


def _list_links(request: HttpRequest) -> HttpResponse:
    form = LinkFilterForm(request.GET, reader=request.user)
    found = list_links(request.user, form.filters(), after=request.GET.get("after"))
    context = {
        "form": form,
        "links": found.rows,
        "next": found.next_cursor,
        "narrowed": bool(request.GET),
    }
    return draw(request, LIST, context)


def _add_link(request: HttpRequest) -> HttpResponse:
    ends = [
        get_tag_to_review(request.user, posted_number(request, name))
        for name in ("from_tag", "to_tag")
    ]
    if changed := redrawn(request.POST, *ends):
        return _draw_form(request, changed[0], *changed[1])
    form = LinkForm(request.POST)
    link = _link(form, *ends, request=request)
    if link is None:
        return _draw_form(request, form, *ends, status=422)
    if tray_of(request.user) in ends:
        empty_tray(by=person_of(request))
    if not wants_part(request):
        messages.success(request, _("Linked."))
        return go_back(request, _address(link))
    return _draw_link(request, link.pk, said=_("Linked."))


def _link(form: LinkForm, from_tag: Tag, to_tag: Tag, *, request: HttpRequest) -> Link | None:
    """Store the link; return None, with the form's errors set, where it is refused."""
    if not form.is_valid():
        return None
    try:
        return acts.link_tags(
            from_tag, to_tag, by=person_of(request), answers=form.answers(), **form.said()
        )
    except ValidationError as error:
        form.add_error(None, error)
        return None


@require_safe
def show_link_form(request: HttpRequest) -> HttpResponse:
    """Show the form for two quotes: `?from=&to=`, or `?tag=&tag=` as they were ticked."""
    asked = request.GET.getlist("tag")
    if "from" in request.GET or "to" in request.GET:
        asked = [request.GET.get("from", ""), request.GET.get("to", "")]
    tags = [_asked_tag(request, text) for text in asked if text]
    if len(tags) != 2 or None in tags:
        return draw(request, FORM, {"choose_two": True}, status=422)
    from_tag, to_tag = (tag for tag in tags if tag)
    form = LinkForm(initial={"relation": proposed_relation(from_tag, to_tag)})
    return _draw_form(request, form, from_tag, to_tag)


def _asked_tag(request: HttpRequest, text: str) -> Tag | None:
    if text != "tray":
        return get_tag_to_review(request.user, number_in(text))
    carried = tray_of(request.user)
    return get_tag_to_review(request.user, carried.pk) if carried else None


def _draw_form(
    request: HttpRequest,
    form: LinkForm,
    from_tag: Tag,
    to_tag: Tag,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    link = more.get("link")
    context = {
        "form": form,
        "address": reverse("edit_link", args=[link.pk]) if link else reverse("list_links"),
        "back": _address(link) if link else our_next(request) or reverse("list_links"),
        "from_end": end_of(from_tag),
        "to_end": end_of(to_tag),
        "meanings": [(relation.label, relation.meaning) for relation in MANUAL_RELATIONS],
        "next": our_next(request),
        "taken": "instead" in request.POST,
        **_compared(form, from_tag, to_tag),
        **more,
    }
    part = "comparison" if target_of(request) == "comparison" else "link-form"
    return draw(request, FORM, context, part=part, status=status)


def _compared(form: LinkForm, from_tag: Tag, to_tag: Tag) -> dict[str, Any]:
    """Return what a person looks at before the one is said to contradict the other."""
    if not form.contradicts:
        return {}
    comparison = compared(from_tag, to_tag)
    if comparison.same_day and not form.is_bound:
        form.initial.setdefault("same_time", YES)
    if not form.answered_no:
        return {"comparison": comparison}
    offered = alternatives(
        from_tag,
        to_tag,
        same_time=not form.says_no("same_time"),
        same_scope=not form.says_no("same_scope"),
    )
    return {"comparison": comparison, "alternatives": offered}


@require_safe
def show_link(request: HttpRequest, link_id: int) -> HttpResponse:
    """Show one link: both quotes, the relation between them and why."""
    return _draw_link(request, link_id)


def _draw_link(
    request: HttpRequest, link_id: int, *, status: int = 200, **more: Any
) -> HttpResponse:
    link = get_link(request.user, link_id)
    context = {
        **_rights(request, link),
        "link": link,
        "seen": whole(link),
        "answered": answers_to([link]).get(link.pk),
        "remarks": remarks_on(link, request.user),
        "may_review": may_remark(request.user, link),
        **more,
    }
    response = draw(request, PAGE, context, part="link", status=status)
    if wants_part(request):
        response.write(render_to_string("annotate/links/tray.html", {"out_of_band": True}, request))
        response["HX-Push-Url"] = _address(link)
    return response


def _rights(request: HttpRequest, link: Link) -> dict[str, bool]:
    """Return whether the person may change the link, and whether a reason is asked for it."""
    try:
        get_link_to_change(request.user, link.pk)
    except Http404:
        return {"may_change": False, "asks_reason": False}
    return {"may_change": True, "asks_reason": link.created_by_id != request.user.pk}


@require_http_methods(["GET", "HEAD", "POST"])
def edit_link(request: HttpRequest, link_id: int) -> HttpResponse:
    """Change the relation, the reason for it or its direction."""
    link = get_link_to_change(request.user, link_id)
    if request.method != "POST":
        return _draw_edit(request, link, form_of(link))
    form = LinkForm(request.POST)
    ends = _ends_in_form(request, link)
    if redraw := redrawn(request.POST, *ends):
        return _draw_edit(request, link, *redraw)
    try:
        changed = _change(form, link, ends, request=request)
    except StaleRevision:
        return _draw_conflict(request, link_id, ends)
    if not changed:
        return _draw_edit(request, link, form, ends, status=422)
    if wants_part(request):
        return _draw_link(request, link_id, said=_("Saved."))
    messages.success(request, _("Saved."))
    return SeeOther(_address(link))


def _ends_in_form(request: HttpRequest, link: Link) -> tuple[Tag, Tag]:
    """Return the link's two tags as the form has them: perhaps exchanged, never others."""
    if request.POST.get("from_tag") == str(link.to_tag_id):
        return link.to_tag, link.from_tag
    return link.from_tag, link.to_tag


def _change(form: LinkForm, link: Link, ends: tuple[Tag, Tag], *, request: HttpRequest) -> bool:
    """Store the change; return False, with the form's errors set, where it is refused."""
    if not form.is_valid():
        return False
    told = form.cleaned_data
    try:
        refuse_other_revision(link, told["revision"] or 0)
        acts.edit_link(
            link,
            revision=told["revision"],
            by=person_of(request),
            reason=told["reason"],
            answers=form.answers(),
            from_tag=ends[0],
            to_tag=ends[1],
            **form.said(),
        )
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


def _draw_edit(
    request: HttpRequest,
    link: Link,
    form: LinkForm,
    ends: tuple[Tag, ...] = (),
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    from_tag, to_tag = ends or (link.from_tag, link.to_tag)
    asks_reason = link.created_by_id != request.user.pk
    more |= {"link": link, "asks_reason": asks_reason}
    return _draw_form(request, form, from_tag, to_tag, status=status, **more)


def _draw_conflict(request: HttpRequest, link_id: int, ends: tuple[Tag, Tag]) -> HttpResponse:
    """Show both versions; what was typed stays, and saving again is based on the newer one."""
    current = get_link_to_change(request.user, link_id)
    typed = request.POST.copy()
    typed["revision"] = str(current.revision)
    form = LinkForm(typed)
    return _draw_edit(request, current, form, ends, status=409, theirs=whole(current))


@require_POST
def withdraw_link(request: HttpRequest, link_id: int) -> HttpResponse:
    """Take a link back; the answer offers Undo."""
    return _act(request, link_id, acts.withdraw_link, _("Withdrawn."))


@require_POST
def restore_link(request: HttpRequest, link_id: int) -> HttpResponse:
    """Undo a withdrawal."""
    return _act(request, link_id, acts.restore_link, _("The link is back."))


@require_POST
def confirm_link(request: HttpRequest, link_id: int) -> HttpResponse:
    """Say after a second look that the link still holds."""
    return _act(request, link_id, acts.confirm_link, _("Confirmed."))


def _act(request: HttpRequest, link_id: int, act: Callable[..., None], said: str) -> HttpResponse:
    link = get_link_to_change(request.user, link_id)
    revision = posted_number(request, "revision")
    try:
        refuse_other_revision(link, revision)
        act(link, by=person_of(request), reason=posted_text(request, "reason"))
    except StaleRevision:
        changed = _("Somebody changed this link in the meantime. Nothing was changed: look again.")
        earlier = as_it_was(link, revision)
        before = whole(earlier) if earlier else None
        return _draw_link(request, link_id, status=409, refused=changed, before=before)
    except ValidationError as error:
        return _draw_link(request, link_id, status=422, refused=" ".join(error.messages))
    if wants_part(request):
        return _draw_link(request, link_id, said=said)
    messages.success(request, said)
    return go_back(request, _address(link))


def _address(link: Link) -> str:
    return reverse("show_link", kwargs={"link_id": link.pk})

"""Acts that concern tags: the curator sees which, then confirms; a refusal comes with its list."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from django.contrib.admin.options import ActionLocation
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from annotate.models import Tag
from annotate.queries.tags import sentence_of
from corpus.admin.curated import CONFLICT, INVALID, CuratedAdmin
from corpus.admin.stale import since_it_was_read
from corpus.revisions import StaleRevision

SHOWN = 50
SEEN = "tags_seen"
REASON = "reason"
NOT_SENT_AGAIN = ("csrfmiddlewaretoken", SEEN, REASON)


@dataclass
class NeedsConfirmation(Exception):
    """The act concerns tags that the curator has not been shown yet."""

    question: str
    button: str
    tags: QuerySet[Tag]
    ids: list[int]


def reason_of(request: HttpRequest) -> str:
    """Return why the curator acts, as typed on the page that asks to confirm."""
    return request.POST.get(REASON, "").strip()[:300]


def _seal(ids: Iterable[int]) -> str:
    return hashlib.sha256(repr(sorted(ids)).encode()).hexdigest()[:32]


class ConfirmingAdmin(CuratedAdmin):
    """A page whose acts may concern tags."""

    def confirm_first(
        self, request: HttpRequest, tags: QuerySet[Tag], *, question: str, button: str
    ) -> None:
        """Pass when no tag is concerned or the curator has seen exactly these.

        Raise NeedsConfirmation otherwise, which is answered with the page that shows them.
        """
        ids = list(tags.values_list("pk", flat=True))
        if ids and request.POST.get(SEEN) != _seal(ids):
            raise NeedsConfirmation(question, button, tags, ids)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Draw or save the form, or ask first."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except NeedsConfirmation as pause:
            return self.ask(request, pause)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, str] | None = None
    ) -> HttpResponse:
        """Draw the list or save its rows, or ask first; refused rows answer 422."""
        try:
            response: Any = super().changelist_view(request, extra_context)
        except NeedsConfirmation as pause:
            return self.ask(request, pause)
        page = (getattr(response, "context_data", None) or {}).get("cl")
        if request.method == "POST" and page and page.formset and not page.formset.is_valid():
            response.status_code = INVALID
        return cast(HttpResponse, response)

    def response_action(
        self,
        request: HttpRequest,
        queryset: "QuerySet[Any]",
        action_location: Any = ActionLocation.CHANGE_LIST,
    ) -> HttpResponse | None:
        """Run an action; ask first, or show what refused it."""
        try:
            return super().response_action(request, queryset, action_location=action_location)
        except NeedsConfirmation as pause:
            return self.ask(request, pause)
        except StaleRevision as stale:
            refusal = ValidationError(since_it_was_read(stale.current, ""))
            return self.show_refusal(request, refusal, CONFLICT)
        except ValidationError as refusal:
            return self.show_refusal(request, refusal, INVALID)

    def ask(self, request: HttpRequest, pause: NeedsConfirmation) -> HttpResponse:
        """Return the page that shows the tags an act concerns, and asks."""
        tags = list(pause.tags.order_by("passage__text_version", "start", "end", "pk")[:SHOWN])
        return self.draw(
            request,
            "admin/annotate/confirm.html",
            title=_("Look at the tags first"),
            question=pause.question,
            button=pause.button,
            count=len(pause.ids),
            more=len(pause.ids) - len(tags),
            concerned=[(tag, sentence_of(tag)) for tag in tags],
            sent=sent(request),
            seal=(SEEN, _seal(pause.ids)),
            reason=REASON,
        )

    def show_refusal(
        self, request: HttpRequest, refusal: ValidationError, status: int
    ) -> HttpResponse:
        """Return the page that says why nothing was done."""
        return self.draw(
            request,
            "admin/annotate/refused.html",
            status=status,
            title=_("Nothing was changed"),
            sentences=refusal.messages,
        )

    def draw(
        self, request: HttpRequest, template: str, *, status: int = 200, **context: Any
    ) -> TemplateResponse:
        """Return a page of the admin about this kind of row."""
        request.current_app = self.admin_site.name
        site: dict[str, Any] = self.admin_site.each_context(request)
        whole = {**site, "opts": self.opts, "media": self.media, **context}
        return TemplateResponse(request, template, whole, status=status)


def sent(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what was sent, name and value, to be sent again with the confirmation."""
    return [
        (name, str(value))
        for name, values in request.POST.lists()
        for value in values
        if name not in NOT_SENT_AGAIN
    ]

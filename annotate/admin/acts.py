"""What the bulk actions of the admin share: who may, what was refused, how many were done."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.contrib.admin.options import ActionLocation
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corpus.admin.curated import CuratedAdmin
from corpus.admin.stale import since_it_was_read
from corpus.revisions import StaleRevision

EVERYWHERE = [ActionLocation.CHANGE_LIST, ActionLocation.CHANGE_FORM]


def kept(page: CuratedAdmin, request: HttpRequest, rows: Iterable[Any]) -> list[Any]:
    """Return those of `rows` the person may write, and tell them how many they may not."""
    rows = list(rows)
    mine = [row for row in rows if page.has_change_permission(request, row)]
    if others := len(rows) - len(mine):
        page.message_user(
            request,
            ngettext(
                "%(count)d was left as it is: you do not manage its collection.",
                "%(count)d were left as they are: you do not manage their collections.",
                others,
            )
            % {"count": others},
            messages.WARNING,
        )
    return mine


def on_each(
    page: CuratedAdmin,
    request: HttpRequest,
    rows: Iterable[Any],
    act: Callable[[Any], object],
    done: str,
) -> None:
    """Act on each row by itself; tell what was done, and why the others were not."""
    for row in rows:
        try:
            act(row)
        except ValidationError as refusal:
            _tell(page, request, row, " ".join(refusal.messages), messages.ERROR)
        except StaleRevision as stale:
            _tell(page, request, row, since_it_was_read(stale.current, ""), messages.ERROR)
        else:
            page.log_change(request, row, done)
            _tell(page, request, row, done, messages.SUCCESS)


def tell_followed(page: CuratedAdmin, request: HttpRequest, followed: int) -> None:
    """Tell how many tags got another voice, where any did."""
    if followed:
        page.message_user(
            request,
            ngettext(
                "%(count)d tag follows; it needs a second look.",
                "%(count)d tags follow; they need a second look.",
                followed,
            )
            % {"count": followed},
            messages.WARNING,
        )


def passages_of(document_id: int) -> str:
    """Return the address of a document's passages in the admin."""
    return f"{reverse('admin:corpus_passage_changelist')}?document={document_id}"


def _tell(page: CuratedAdmin, request: HttpRequest, row: Any, sentence: str, level: int) -> None:
    page.message_user(
        request, _("“%(row)s”: %(sentence)s") % {"row": row, "sentence": sentence}, level
    )

"""Reading ids from forms and addresses, and where a person goes after an act."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from corpus.revisions import Revised, StaleRevision

_LONGEST_ID = 18  # figures that fit PostgreSQL's bigint


class SeeOther(HttpResponseRedirect):
    """Says that the act is done and its result is at another address (303)."""

    status_code = 303


def go_back(request: HttpRequest, default: str) -> HttpResponse:
    """Lead to the `next` the form names if it is on this site, else to `default`."""
    return SeeOther(our_next(request) or default)


def our_next(request: HttpRequest) -> str:
    """Return the address `next` of the form or the page, if it leads to this very site."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if ours else ""


def posted_text(request: HttpRequest, name: str) -> str:
    """Return what a form's field holds, without U+0000 and without white space around it."""
    return request.POST.get(name, "").replace("\0", "").strip()


def posted_number(request: HttpRequest, name: str) -> int:
    """Return the id in a form's field; 0, which no row has, where it is none."""
    return number_in(request.POST.get(name, ""))


def number_in(text: str) -> int:
    """Return the id that `text` is; 0, which no row has, where it is none."""
    fits = text.isascii() and text.isdigit() and len(text) <= _LONGEST_ID
    return int(text) if fits else 0


def refuse_other_revision(row: Revised, posted: int) -> None:
    """Refuse an act that does not say on which revision of `row` it is based, or on another.

    `posted` is the number in the form, 0 where there is none. Raise ValidationError for none,
    StaleRevision for one that no longer stands.
    """
    if not posted:
        raise ValidationError(_("Reload the page and try again: the revision is missing."))
    if posted != row.revision:
        raise StaleRevision(row)

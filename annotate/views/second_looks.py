"""The worklist of second looks: decide tag by tag whether it still holds."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from annotate.access import get_tag_to_change
from annotate.actions.tags import confirm_tag, withdraw_tag
from annotate.queries import second_looks as queries
from annotate.queries.splits import splits_waiting_for
from annotate.web.going_back import SeeOther, posted_number, posted_text
from annotate.web.partials import draw, wants_part
from annotate.web.person import person_of
from corpus.access import curates_anything
from corpus.models import Person
from corpus.revisions import StaleRevision

PAGE = "annotate/tags/second_looks.html"
ACTS = {"confirm": confirm_tag, "withdraw": withdraw_tag}


@require_http_methods(["GET", "HEAD", "POST"])
def show_second_looks(request: HttpRequest) -> HttpResponse:
    """List what needs a second look; store what was decided of one tag."""
    person = person_of(request)
    asked = request.POST if request.method == "POST" else request.GET
    narrowed = {name: asked.get(name, "").replace("\0", "") for name in ("whose", "claim")}
    status, refused = 200, ""
    if request.method == "POST":
        status, refused = _decide(request, person)
        if not refused and not wants_part(request):
            return _go_back(request, narrowed)
    context = {
        **narrowed,
        "looks": queries.looks_for(person, **narrowed, after=request.GET.get("after")),
        "links": queries.links_for(person, whose=narrowed["whose"]),
        "claims": queries.claims_with_looks(person, whose=narrowed["whose"]),
        "splits": splits_waiting_for(person),
        "keeps": curates_anything(person),
        "refused": refused,
    }
    return draw(request, PAGE, context, part="looks", status=status)


def _decide(request: HttpRequest, person: Person) -> tuple[int, str]:
    """Do what was decided; return the status to answer with, and why it was refused."""
    tag = get_tag_to_change(person, posted_number(request, "tag"))
    act = ACTS.get(request.POST.get("act", ""))
    tag.revision = posted_number(request, "revision")
    reason = posted_text(request, "reason")
    try:
        if act is None:
            raise ValidationError(_("Say whether it still holds."))
        act(tag, by=person, reason=reason)
    except StaleRevision:
        return 409, _("Somebody changed this tag in the meantime. Look at it again.")
    except ValidationError as error:
        return 422, " ".join(error.messages)
    return 200, ""


def _go_back(request: HttpRequest, narrowed: dict[str, str]) -> HttpResponse:
    messages.success(request, _("Saved."))
    query = {name: value for name, value in narrowed.items() if value}
    return SeeOther(reverse("show_second_looks", query=query))

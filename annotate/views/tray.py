"""The tray: take a quote along to link from it, or put it down."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from annotate.access import get_tag_to_review
from annotate.actions import tray as acts
from annotate.queries.links import links_of
from annotate.web.going_back import go_back, posted_number
from annotate.web.partials import wants_part
from annotate.web.person import person_of


@require_POST
def put_in_tray(request: HttpRequest) -> HttpResponse:
    """Put a quote into the tray; htmx gets its links again, and the tray."""
    tag = get_tag_to_review(request.user, posted_number(request, "tag"))
    acts.put_in_tray(tag, by=person_of(request))
    if not wants_part(request):
        messages.success(request, _("Now go to the other quote and choose “Link to here”."))
        return go_back(request, reverse("show_tag", kwargs={"tag_id": tag.pk}))
    context = {"tag": tag, "links": links_of(tag, request.user), "may_review": True}
    response = render(request, "annotate/tags/links.html", context)
    response.write(render_to_string("annotate/links/tray.html", {"out_of_band": True}, request))
    return response


@require_POST
def empty_tray(request: HttpRequest) -> HttpResponse:
    """Put down the quote that was taken along."""
    acts.empty_tray(by=person_of(request))
    if not wants_part(request):
        return go_back(request, reverse("list_links"))
    return render(request, "annotate/links/tray.html")

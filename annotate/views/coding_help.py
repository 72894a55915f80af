"""The coding rules, for people who tag."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from annotate.guard.coding_help import CHOICES, RULES, TRAPS
from annotate.web.partials import draw


@require_safe
def show_coding_help(request: HttpRequest) -> HttpResponse:
    """Show the coding rules, and what is easily coded wrongly beside how it is right."""
    context = {"rules": RULES, "choices": CHOICES, "traps": TRAPS}
    return draw(request, "annotate/shared/coding_help.html", context)

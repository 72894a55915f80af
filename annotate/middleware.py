"""What is looked at before any view, and answered where a view cannot go on."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils.translation import gettext as _

from corpus.access import DocumentIsHidden


class RefuseNul:
    """Answer 400 to an address with U+0000 in it, which PostgreSQL cannot look for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on whatever could stand in a text."""
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest(
                _("The address contains a character that is not allowed.")
            )
        return self.get_response(request)


class TellWhatIsHidden:
    """Answer 410, with whom to ask, where what was asked for is in a hidden document."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on everything."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Draw the page in place of the exception."""
        if not isinstance(exception, DocumentIsHidden):
            return None
        # Not at the top: settings name this module before there are models to draw with.
        from annotate.views.hiding import draw_hidden

        return draw_hidden(request, exception.document)

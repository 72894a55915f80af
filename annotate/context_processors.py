"""What every template may use beside what its view gives it."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from annotate.queries.links import tray_of


def tray(request: HttpRequest) -> dict[str, object]:
    """Return `tray_tag`, the quote the person carries to link from; asked for when drawn."""
    return {"tray_tag": SimpleLazyObject(lambda: tray_of(request.user))}

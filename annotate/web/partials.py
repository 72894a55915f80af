"""Answer with a whole page or with the one part of it that htmx asked for."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers


def wants_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part: not for a boosted or a history-restored whole page."""
    htmx = getattr(request, "htmx", None)
    if not htmx:
        return False
    return not htmx.boosted and not htmx.history_restore_request


def target_of(request: HttpRequest) -> str:
    """Return the id of the element that htmx will put the answer into; "" where it does not ask."""
    htmx = getattr(request, "htmx", None)
    return (htmx.target or "") if htmx else ""


def draw(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    part: str = "",
    status: int = 200,
) -> HttpResponse:
    """Render `template`, or only its partial `part` when htmx asks for a part."""
    name = f"{template}#{part}" if part and wants_part(request) else template
    response = render(request, name, context, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def lead_to(request: HttpRequest, address: str) -> HttpResponse:
    """Answer with another page, which htmx opens in place of the one it stands on."""
    if wants_part(request):
        return HttpResponse(status=204, headers={"HX-Redirect": address, "Vary": "HX-Request"})
    return redirect(address)

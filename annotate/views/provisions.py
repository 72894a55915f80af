from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


def list_provisions(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def show_provision(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404

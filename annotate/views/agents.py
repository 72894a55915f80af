from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


def find_agents(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


def show_graph_data(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


def show_document_history(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def show_tag_history(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def show_claim_history(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def show_link_history(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


def list_documents(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def show_document(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def show_version(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def show_passage(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404

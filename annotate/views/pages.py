from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


def show_home(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def show_mine(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def search(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def show_coding_help(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404

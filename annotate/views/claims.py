from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


def list_claims(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def find_claims(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def show_claim(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def edit_claim(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def deprecate_claim(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404

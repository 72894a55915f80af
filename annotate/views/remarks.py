from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


def remark_on_document(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def remark_on_tag(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def answer_remark(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def remark_on_claim(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def remark_on_link(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


def show_exports(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def export_tags(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def export_workbook(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def export_links(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def export_claims(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def export_documents(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def export_everything(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404

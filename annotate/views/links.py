from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


def list_or_add_links(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def show_link_form(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def show_link(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def edit_link(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def withdraw_link(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def restore_link(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def confirm_link(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def put_in_tray(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def empty_tray(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404

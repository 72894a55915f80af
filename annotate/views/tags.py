from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


def add_tag(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def show_tag_form(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def preview_sentence(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def show_tag(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def edit_tag(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def withdraw_tag(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def restore_tag(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404


def confirm_tag(request: HttpRequest, **places: Any) -> HttpResponse:
    raise Http404

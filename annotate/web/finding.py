"""What a box that finds asks for: the words typed, and the list its answer replaces."""

import re

from django.http import HttpRequest

LONGEST = 200
_LIST = re.compile(r"found(?:-[a-z]+)?")


def typed(request: HttpRequest) -> str:
    """Return the words of `q`: single spaces, no NUL, at most LONGEST characters."""
    return " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST]


def list_id(request: HttpRequest) -> str:
    """Return the id of the list that htmx will replace, `found` unless it names its own."""
    target = str(getattr(getattr(request, "htmx", None), "target", "") or "")
    return target if _LIST.fullmatch(target) else "found"

"""The links of the header."""

from typing import Any

from django.template import Context, Library
from django.urls import reverse

register = Library()


@register.inclusion_tag("annotate/shared/nav_link.html", takes_context=True)
def nav_link(context: Context, name: str, words: str) -> dict[str, Any]:
    """Return what draws the link to the page `name`, marked where the reader is in its room."""
    request = context.get("request")
    address = reverse(name)
    return {
        "address": address,
        "words": words,
        "here": request is not None and request.path.startswith(address),
    }

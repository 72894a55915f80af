"""Draw what a brief says: for the page, for an edition that stores it, for a file."""

import datetime
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from annotate.drawing import as_drawn
from annotate.models import Edition

CONTENT = "annotate/briefs/content.html"


def draw_content(content: dict[str, Any], *, sha256: str = "") -> str:
    """Return the brief as HTML without controls; `sha256` is the sum of a frozen edition."""
    return render_to_string(CONTENT, {**told(content), "sha256": sha256})


def told(content: dict[str, Any]) -> dict[str, Any]:
    """Return what the template needs: the content, and its moment as a date."""
    as_of = datetime.datetime.fromisoformat(content["scope"]["as_of"])
    return {"content": content, "as_of": as_of}


def html_file(edition: Edition) -> bytes:
    """Return an edition as one HTML file that needs nothing else to be read and printed."""
    path = finders.find("annotate/brief.css")
    assert isinstance(path, str)  # it is ours
    sheet = Path(path).read_text("utf-8")
    context = {"edition": edition, "html": as_drawn(edition.html), "css": as_drawn(sheet)}
    return render_to_string("annotate/briefs/edition_file.html", context).encode()

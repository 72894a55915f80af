"""Who has looked where a document comes from, and when."""

import datetime
from typing import NamedTuple

from corpus.actions import SYSTEM
from corpus.history import history_rows
from corpus.models import Document, Person


class Look(NamedTuple):
    """Who looked, None where it is known of no person, and when (UTC)."""

    who: Person | None
    at: datetime.datetime


def look_at_sources_of(document: Document) -> Look | None:
    """Return the look that counts; None where nobody has looked, or it was taken back.

    In no query there, in three otherwise. What was saved about the document since is no look.
    """
    if not document.provenance_reviewed:
        return None
    events = history_rows(Document).filter(pgh_obj=document.pk)
    without = events.filter(provenance_reviewed=False).order_by("-pgh_id")
    since = without.values_list("pgh_id", flat=True).first() or 0
    event = events.filter(pgh_id__gt=since).order_by("pgh_id").first()
    if event is None:
        return None
    people = Person.objects.exclude(username=SYSTEM)
    by = (event.pgh_context or {}).get("by") or 0
    return Look(people.filter(pk=by).first(), event.pgh_created_at)

"""Reading what is hidden: by whom, when and why, for those who may show it again (I22)."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import FETCH_RAISE

from annotate.web.paging import Page, page
from corpus.access import Reader, hidden_documents
from corpus.models import Collection, Document, Person, Role
from corpus.models.document import DocumentStatus


@dataclass(frozen=True)
class Hiding:
    """A hidden document: who hid it, None where nobody is known, when (UTC) and why."""

    document: Document
    who: Person | None
    at: datetime.datetime
    reason: str


def hiding_of(document: Document) -> Hiding:
    """Return who hid a hidden document, when and why."""
    return _hidings([document])[0]


def list_of_hidden(reader: Reader, *, after: str | None = None) -> Page[Hiding]:
    """Return a page of the hidden documents that `reader` manages, the newest documents first."""
    documents = hidden_documents(reader).fetch_mode(FETCH_RAISE)
    found = page(documents, order=("-id",), after=after)
    return Page(_hidings(found.rows), found.next_cursor)


def who_keeps(collection: Collection) -> list[Person]:
    """Return the curators of a collection, by name: whom to ask."""
    people = Person.objects.filter(
        memberships__collection=collection, memberships__role=Role.CURATOR, is_active=True
    )
    return list(people.order_by("display_name", "pk")[:5])


def _hidings(documents: list[Document]) -> list[Hiding]:
    """Return what the history says of the last time each was hidden, in two queries."""
    events: Any = Document._meta.get_field("history").related_model
    hidden = events._default_manager.filter(
        pgh_obj__in=[document.pk for document in documents], status=DocumentStatus.HIDDEN
    )
    last = {row.pgh_obj_id: row for row in hidden.order_by("pgh_obj", "pgh_id")}
    told = {key: row.pgh_context or {} for key, row in last.items()}
    people = Person.objects.in_bulk({context.get("by") for context in told.values()} - {None})
    return [
        Hiding(
            document=document,
            who=people.get(told[document.pk].get("by", 0)),
            at=last[document.pk].pgh_created_at,
            reason=told[document.pk].get("reason", ""),
        )
        for document in documents
    ]

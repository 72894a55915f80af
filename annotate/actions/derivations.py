"""Saying where a document, a passage or a tag is copied from, and taking it back."""

import dataclasses
import datetime
from dataclasses import dataclass
from typing import Any

from annotate.actions.locks import lock_documents
from annotate.models import Tag, TagDerivation
from corpus.actions import record_work
from corpus.history import history, history_rows
from corpus.models import Agent, Derivation, Document, Passage, Person
from corpus.models.document import DocumentKind
from corpus.refusals import refusals
from corpus.revisions import StaleRevision

type Copied = Document | Passage | Tag
type Source = Derivation | TagDerivation

KEYS = {"created_by", "document", "passage", "tag", "upstream"}


@dataclass(frozen=True)
class Work:
    """A work that is cited but not held, as somebody describes it; the author may be unknown."""

    title: str
    kind: str = DocumentKind.OTHER
    author: Agent | None = None
    uttered_on: datetime.date | None = None
    symbol: str = ""
    url: str = ""

    def record(self, *, beside: Document, by: Person) -> Document:
        """Make it a document without text, in the collection of the document `beside`."""
        fields = {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}
        return record_work(fields, collection=beside.collection, by=by)


def name_source(
    copied: Copied,
    upstream: Document | Work,
    *,
    kind: str,
    evidence_quote: str = "",
    by: Person,
    reason: str = "",
) -> Source:
    """Record that `copied` takes its content from `upstream`, and return that.

    A work that is not held becomes a document without text in the same act. Raise
    ValidationError where a rule refuses: a document is not copied from itself, a source is said
    once, and somebody else's tag takes a reason.
    """
    model = TagDerivation if isinstance(copied, Tag) else Derivation
    place: dict[str, Any] = {str(copied._meta.model_name): copied}
    with refusals(), history(by=by, action="name_source", reason=reason):
        if isinstance(upstream, Work):
            upstream = upstream.record(beside=document_of(copied), by=by)
        row = model(
            **place, upstream=upstream, kind=kind, evidence_quote=evidence_quote, created_by=by
        )
        row.clean_fields(exclude=KEYS)
        row.save(force_insert=True)
    return row


def change_source(row: Source, *, read: int, by: Person, reason: str = "", **fields: Any) -> Source:
    """Change what a source is, how it was copied or the words that show it.

    `read` is the number of the row's history that the change is based on. Raise StaleRevision
    where somebody else changed or removed it since, ValidationError where a rule refuses.
    """
    if unknown := set(fields) - {"upstream", "kind", "evidence_quote"}:
        raise TypeError(f"cannot change {sorted(unknown)}")
    with refusals(), history(by=by, action="change_source", reason=reason):
        stored: Source = _lock(row, read)
        upstream = fields.get("upstream")
        if isinstance(upstream, Work):
            fields["upstream"] = upstream.record(beside=document_of(copied_in(row)), by=by)
        for name, value in fields.items():
            setattr(stored, name, value)
        stored.clean_fields(exclude=KEYS)
        stored.save(update_fields=[*fields])
        return stored


def forget_source(row: Source, *, read: int, by: Person, reason: str = "") -> None:
    """Take back that something is copied from a document; the history keeps what was said.

    Raise what `change_source` raises.
    """
    with refusals(), history(by=by, action="forget_source", reason=reason):
        _lock(row, read).delete()


def review_provenance(document: Document, *, reviewed: bool, by: Person) -> None:
    """Say whether somebody has looked where a document comes from.

    Counts say "at most" until then. Raise StaleRevision where somebody saved it since.
    """
    document.provenance_reviewed = reviewed
    action = "review_provenance" if reviewed else "doubt_provenance"
    with refusals(), history(by=by, action=action):
        lock_documents([document.pk])
        document.save(update_fields=["provenance_reviewed"])


def copied_in(row: Source) -> Copied:
    """Return what a row says is copied: a document, a passage or a tag."""
    copied = row.tag if isinstance(row, TagDerivation) else row.document or row.passage
    assert copied is not None  # the database refuses a source of nothing
    return copied


def document_of(copied: Copied) -> Document:
    """Return the document in which something stands, or which it is."""
    if isinstance(copied, Document):
        return copied
    passage = copied.passage if isinstance(copied, Tag) else copied
    return passage.text_version.document


def read_at(row: Source) -> int:
    """Return the number of the last change in the history of a row; 0 where there is none."""
    events = history_rows(type(row)).filter(pgh_obj=row.pk).order_by("-pgh_id")
    return events.values_list("pgh_id", flat=True).first() or 0


def _lock(row: Source, read: int) -> Any:
    """Lock the row and return it as it stands; raise StaleRevision where it is not as read."""
    stored = type(row)._default_manager.select_for_update().filter(pk=row.pk).first()
    if stored is None or read_at(stored) != read:
        raise StaleRevision(stored)
    return stored

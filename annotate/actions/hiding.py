"""Hiding a document from everybody, and showing it again as it was (I22)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import F, OuterRef, Subquery
from django.utils.translation import gettext as _

from annotate.actions.curation import close_document
from annotate.actions.locks import lock_documents, share_claims
from annotate.actions.stale_links import lock_with_linked_tags, revive_links_of
from annotate.models import Tag, TagStatus
from annotate.models.claim import OPEN_CLAIM
from corpus.history import history, history_rows
from corpus.models import Document, Person
from corpus.models.document import DocumentStatus
from corpus.refusals import refusals
from corpus.revisions import StaleRevision

HIDE = "hide_document"


def hide_document(document: Document, *, by: Person, reason: str) -> int:
    """Take a document with all that depends on it from every page; return how many tags fell.

    Its live tags, and their links, turn stale until `show_again` brings them back. Raise
    StaleRevision where somebody saved the document since, ValidationError without a reason.
    """
    if not reason.strip():
        raise ValidationError(
            _("Say why: anyone who comes here later will read it."), code="no_reason"
        )
    every = [status for status in DocumentStatus if status != DocumentStatus.HIDDEN]
    return close_document(
        document,
        DocumentStatus.HIDDEN,
        since=tuple(every),
        by=by,
        action=HIDE,
        reason=reason.strip(),
    )


def show_again(document: Document, *, by: Person) -> None:
    """Undo the hiding of a document: it is what it was, with its tags and links.

    A tag that something else happened to meanwhile, such as a reworded claim, stays for its second
    look. Raise StaleRevision where somebody saved the document since.
    """
    reason = _("The document is shown again.")
    with refusals(deferred=True), history(by=by, action="show_document_again", reason=reason):
        stored = lock_documents([document.pk])[document.pk]
        if (stored.revision, stored.status) != (document.revision, DocumentStatus.HIDDEN):
            raise StaleRevision(stored)
        document.status = _status_before(document)
        document.save(update_fields=["status"])
        _bring_back(document, by=by)


def _status_before(document: Document) -> str:
    events = history_rows(Document).filter(pgh_obj=document.pk)
    seen = events.exclude(status=DocumentStatus.HIDDEN).order_by("-pgh_id")
    return str(seen.values_list("status", flat=True).first() or DocumentStatus.INTAKE)


def _bring_back(document: Document, *, by: Person) -> None:
    """Let the tags that the hiding made stale stand as they stood, with their links."""
    if document.status != DocumentStatus.READY:
        return
    tags = list(_fallen_with(document))
    if not tags:
        return
    share_claims(tag.claim_id for tag in tags)
    lock_with_linked_tags(*tags)
    standing = [tag.pk for tag in tags if tag.claim.status in OPEN_CLAIM]
    Tag.objects.filter(pk__in=standing).update(
        status=F("status_before"), status_before="", stale_reason="", revision=F("revision") + 1
    )
    revive_links_of(*Tag.objects.filter(pk__in=standing), by=by)


def _fallen_with(document: Document) -> Any:
    """Return the tags to which nothing has happened since the document was hidden."""
    last = history_rows(Tag).filter(pgh_obj=OuterRef("pk")).order_by("-pgh_id")
    return (
        Tag.objects.filter(
            passage__text_version__document=document,
            status=TagStatus.STALE,
            claim_wording=F("claim__wording"),
        )
        .annotate(act=Subquery(last.values("pgh_context__action")[:1]))
        .filter(act=HIDE)
        .select_related("claim")
        .order_by("pk")
    )

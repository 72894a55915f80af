"""What a curator does to documents and passages, with what follows for the tags on them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from annotate.actions.locks import lock_documents
from annotate.actions.second_looks import (
    follow_voices,
    give_a_second_look,
    refuse_with_list,
    tagged,
)
from annotate.models import Tag
from corpus.history import history
from corpus.models import Agent, Document, Passage, Person
from corpus.models.collection import Access
from corpus.models.described import DOCUMENT_FIELDS, PASSAGE_FIELDS
from corpus.models.document import DocumentStatus
from corpus.models.passage import PassageKind
from corpus.refusals import refusals, sentences
from corpus.revisions import StaleRevision

_REASON_MAX = 300

type Changes = Iterable[tuple[Passage, Mapping[str, Any]]]


def change_passage(passage: Passage, *, by: Person, reason: str = "", **fields: Any) -> int:
    """Change what is known of a passage; return how many tags follow its new voice.

    Raise what `change_each_passage` raises.
    """
    return change_each_passage([(passage, fields)], by=by, reason=reason)


def change_passages(
    passages: Iterable[Passage], *, by: Person, reason: str = "", **fields: Any
) -> int:
    """Change the same of many passages, all or none; return how many tags follow a new voice.

    Raise what `change_each_passage` raises.
    """
    changes = [(passage, fields) for passage in passages]
    return change_each_passage(changes, by=by, reason=reason)


def mark_boilerplate(passages: Iterable[Passage], *, by: Person) -> None:
    """Say that passages are no text of the document; refused, with a list, where tags stand."""
    changes = [(passage, {"kind": PassageKind.BOILERPLATE}) for passage in passages]
    change_each_passage(changes, by=by, action="mark_boilerplate")


def change_each_passage(
    changes: Changes, *, by: Person, reason: str = "", action: str = "change_passages"
) -> int:
    """Change of each passage what its fields say, all or none; return how many tags follow.

    Where whose words a passage is changes, its own-speech tags follow the new voice and the
    live ones need a second look, with their links (I7). Raise StaleRevision where somebody
    saved a passage after it was read; raise ValidationError, with the list of the tags in the
    way, where a new voice would make a tag untrue or a new kind would leave it without text.
    """
    changes = [(passage, fields) for passage, fields in changes if fields]
    reason = reason or _reason(changes)
    with refusals(deferred=True), history(by=by, action=action, reason=reason):
        stored = _lock_passages([passage for passage, _fields in changes])
        for passage, fields in changes:
            _apply(passage, fields, PASSAGE_FIELDS)
            _refuse_foreign(fields, stored[passage.pk].text_version.document)
        _refuse_lost_tags(passage for passage, _fields in changes)
        for passage, fields in changes:
            passage.save(update_fields=[*fields])
        return follow_voices(_new_voices(changes, stored), by=by)


def change_document(document: Document, *, by: Person, reason: str = "", **fields: Any) -> int:
    """Change what is known of a document; return how many tags follow its new author.

    A new author is the new voice of every passage that has none of its own; see
    `change_each_passage` for what follows and what is raised.
    """
    if not fields:
        return 0
    if not reason and "author" in fields:
        reason = _now_the_words_of(fields["author"])
    reason = reason or _("The document's description was changed.")
    with refusals(deferred=True), history(by=by, action="change_document", reason=reason):
        stored = _lock(document)
        _apply(document, fields, DOCUMENT_FIELDS)
        _refuse_foreign(fields, document)
        document.save(update_fields=[*fields])
        if stored.author_id == document.author_id:
            return 0
        inheriting = Passage.objects.filter(text_version__document=document, voice=None)
        voices = dict.fromkeys(inheriting.values_list("pk", flat=True), document.author)
        return follow_voices(voices, by=by)


def withdraw_document(document: Document, *, by: Person, reason: str = "") -> int:
    """Hide the text of a document; return how many tags need a second look (I21)."""
    return close_document(
        document,
        DocumentStatus.WITHDRAWN,
        since=(DocumentStatus.READY, DocumentStatus.INTAKE),
        by=by,
        action="withdraw_document",
        reason=reason or _("The document is withdrawn."),
    )


def back_to_intake(document: Document, *, by: Person, reason: str = "") -> int:
    """Close a ready document to tagging; return how many tags need a second look."""
    return close_document(
        document,
        DocumentStatus.INTAKE,
        since=(DocumentStatus.READY,),
        by=by,
        action="back_to_intake",
        reason=reason or _("The document is being prepared again."),
    )


def put_back(document: Document, *, by: Person, reason: str = "") -> None:
    """Make a withdrawn document ready again; its tags stay for their second look."""
    with refusals(deferred=True), history(by=by, action="put_back", reason=reason):
        _lock(document)
        _move(document, DocumentStatus.READY, since=(DocumentStatus.WITHDRAWN,))


def close_document(
    document: Document,
    status: DocumentStatus,
    *,
    since: tuple[DocumentStatus, ...],
    by: Person,
    action: str,
    reason: str,
) -> int:
    """Give a document a status in which no tag stands; return how many need a second look.

    Raise ValidationError where it is in none of `since`, StaleRevision where it was saved since.
    """
    with refusals(deferred=True), history(by=by, action=action, reason=reason):
        _lock(document)
        _move(document, status, since=since)
        tags = Tag.objects.filter(passage__text_version__document=document)
        return give_a_second_look(tags, reason=reason, by=by)


def _move(document: Document, status: DocumentStatus, *, since: tuple[DocumentStatus, ...]) -> None:
    if document.status not in since:
        raise ValidationError(
            _("“%(title)s” is %(status)s, so this cannot be done.")
            % {"title": document, "status": document.get_status_display()},
            code="document_status",
        )
    document.status = status
    document.save(update_fields=["status"])


def _lock(document: Document) -> Document:
    """Lock the document and return it as stored; raise StaleRevision where it is newer."""
    stored = lock_documents([document.pk])[document.pk]
    if stored.revision != document.revision:
        raise StaleRevision(stored)
    return stored


def _lock_passages(passages: list[Passage]) -> dict[int, Passage]:
    """Lock passages, their documents first, and return them by id as stored.

    Raise StaleRevision where one was saved after it was read.
    """
    wanted = Passage.objects.filter(pk__in=[passage.pk for passage in passages])
    lock_documents(wanted.values_list("text_version__document", flat=True))
    rows = (
        wanted.select_related("voice", "text_version__document__author")
        .defer("text_version__text")
        .order_by("pk")
        .select_for_update(of=("self",), no_key=True)
    )
    stored = {passage.pk: passage for passage in rows}
    for passage in passages:
        if stored[passage.pk].revision != passage.revision:
            raise StaleRevision(stored[passage.pk])
    return stored


def _new_voices(changes: Changes, stored: Mapping[int, Passage]) -> dict[int, Agent | None]:
    """Return the new voice of each passage that changes hands, by its id."""
    voices: dict[int, Agent | None] = {}
    for passage, fields in changes:
        before = stored[passage.pk]
        author = before.text_version.document.author
        if "voice" in fields:
            voice = passage.voice or author
            if voice != (before.voice or author):
                voices[passage.pk] = voice
    return voices


def _refuse_lost_tags(passages: Iterable[Passage]) -> None:
    refuse_with_list(
        str(sentences()["tagged_passage_stays_taggable"]),
        tagged(passage for passage in passages if not passage.is_taggable),
        "tagged_passage_stays_taggable",
    )


def _apply(row: Document | Passage, fields: Mapping[str, Any], allowed: Iterable[str]) -> None:
    if unknown := set(fields).difference(allowed):
        raise TypeError(f"cannot change {sorted(unknown)}")
    for name, value in fields.items():
        setattr(row, name, value)
    row.clean_fields(exclude=[field.name for field in row._meta.fields if field.name not in fields])


def _refuse_foreign(fields: Mapping[str, Any], document: Document) -> None:
    """Refuse agents and sources that readers of the document may not see (I20)."""
    agents = [value.pk for value in fields.values() if isinstance(value, Agent)]
    usable = Agent.objects.usable_in(document.collection_id).filter(pk__in=agents)
    if usable.count() < len(set(agents)):
        raise ValidationError(
            _("Choose agents that this collection may use."), code="agent_of_another_collection"
        )
    source = fields.get("quote_source")
    if (
        source
        and source.collection_id != document.collection_id
        and source.collection.access != Access.OPEN
    ):
        raise ValidationError(
            _("Choose a source that the readers of this document may see."),
            code="source_of_another_collection",
        )


def _reason(changes: Changes) -> str:
    voices = {fields["voice"] for _passage, fields in changes if "voice" in fields}
    if not voices:
        return _("The passage's description was changed.")
    return " ".join(_now_the_words_of(voice) for voice in voices)[:_REASON_MAX]


def _now_the_words_of(voice: Agent | None) -> str:
    if voice is None:
        return _("The passage's words are now the author's.")
    return _("The passage's words are now %(voice)s's.") % {"voice": voice}

"""Store a text with its hash and its passages: the end of the only door text comes in by."""

import hashlib
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from corpus.history import history
from corpus.models import Collection, Document, Passage, Person, TextVersion
from corpus.models.passage import PassageKind
from corpus.refusals import refusals

from .formats import format_of
from .passages import cut
from .reading import Reading, Slice

TITLE_MAX = 500


def sha256(data: bytes) -> str:
    """Return the SHA-256 sum of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def import_text(
    data: bytes,
    *,
    collection: Collection,
    by: Person,
    filename: str = "",
    encoding: str = "",
    title: str = "",
    **metadata: Any,
) -> Document:
    """Bring the bytes of a file into `collection` as a document being prepared.

    Raise ValidationError, and change nothing, where no format reads the file, or where the very
    same bytes are in the collection already (its message names the document).
    """
    known = format_of(filename)
    reading = known.read(data, encoding=encoding)
    slices = cut(reading.text) if reading.passages is None else reading.passages
    if not slices:
        raise ValidationError(_("The file holds no text."), code="empty")
    digest = sha256(data)
    _refuse_twice(collection, digest)
    document = Document(
        collection=collection,
        title=(title or _title(slices, filename))[:TITLE_MAX],
        original_sha256=digest,
        created_by=by,
        **metadata,
    )
    document.clean_fields(exclude=["original_file"])
    document.original_file.save(f"{digest}{known.endings[0]}", ContentFile(data), save=False)
    try:
        with refusals(deferred=True), history(by=by, action="import_text"):
            document.save(force_insert=True)
            store_version(document, reading, slices, by=by)
    except BaseException:  # as when somebody brought in the same file a moment earlier
        document.original_file.delete(save=False)
        raise
    return document


def store_version(
    document: Document, reading: Reading, slices: Sequence[Slice], *, by: Person
) -> TextVersion:
    """Store what was read as the document's first version, cut as `slices` say."""
    version = TextVersion.objects.create(
        document=document,
        number=1,
        text=reading.text,
        sha256=sha256(reading.text.encode()),
        method=reading.method,
        created_by=by,
    )
    Passage.objects.bulk_create(
        Passage(
            text_version=version,
            ordinal=ordinal,
            kind=piece.kind,
            start=piece.start,
            end=piece.end,
            text=piece.text,
            marker=piece.marker,
            page=piece.page,
            created_by=by,
        )
        for ordinal, piece in enumerate(slices, start=1)
    )
    _hang_list_items(version)
    return version


def _hang_list_items(version: TextVersion) -> None:
    """Let each list item hang on the line before its list."""
    line: Passage | None = None
    items: list[Passage] = []
    for passage in version.passages.order_by("ordinal"):
        if passage.kind != PassageKind.LIST_ITEM:
            line = passage
        elif line is not None and line.text.rstrip().endswith((":", "：")):
            passage.lead_in = line
            passage.revision += 1
            items.append(passage)
    Passage.objects.bulk_update(items, ["lead_in", "revision"])


def _refuse_twice(collection: Collection, digest: str) -> None:
    same = Document.objects.filter(collection=collection, original_sha256=digest).first()
    if same is not None:
        raise ValidationError(
            _("This file is already in the collection, as “%(title)s”. Nothing was changed.")
            % {"title": same.title},
            code="same_file_is_held_once_in_a_collection",
            params={"document": same.pk},
        )


def _title(slices: Sequence[Slice], filename: str) -> str:
    for piece in slices:
        if piece.kind == PassageKind.TITLE:
            return piece.text
    return PurePath(filename).stem or slices[0].text

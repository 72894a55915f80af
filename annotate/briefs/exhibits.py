"""A tag as an exhibit: all that a court asks of a quote, as plain values that can be frozen."""

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import FETCH_RAISE, QuerySet
from django.urls import reverse
from django.utils.formats import date_format

from annotate.access import tags_with_names
from annotate.briefs.scope import Scope
from annotate.models import Stance, Tag
from annotate.queries.circumstances import circumstances_of, written_date
from annotate.queries.tags import conveyer_of, sentence_of, speaker_of
from corpus.models import Document

CONTEXT = 200  # code points on each side of a quote, cut between words
_DOCUMENT = "passage__text_version__document"

type Exhibit = dict[str, Any]


def exhibited(tags: QuerySet[Tag]) -> list[Tag]:
    """Return `tags` with all that their exhibits print, in a fixed number of queries."""
    keys = tags.values("pk")
    return list(
        tags_with_names()
        .filter(pk__in=keys)
        .select_related("created_by")
        .prefetch_related(
            "passage__speaker",
            "passage__lead_in",
            "passage__quote_source",
            f"{_DOCUMENT}__speaker",
            f"{_DOCUMENT}__publisher",
        )
        .order_by("asserted_by__name", _DOCUMENT, "start", "pk")
        .fetch_mode(FETCH_RAISE)
    )


def side_of(tag: Tag) -> str:
    """Return whether a tag is for its claim, against it, or leaves it open."""
    return Stance(tag.stance).side


@dataclass(frozen=True)
class Exhibitor:
    """Draws up exhibits for one brief: what its options put in, and nothing it may not name."""

    scope: Scope
    printable: frozenset[int]  # documents
    disputed: frozenset[int]  # tags

    def exhibit(self, tag: Tag, number: int) -> Exhibit:
        """Return the exhibit of this number."""
        passage, document = tag.passage, tag.passage.text_version.document
        speaker, capacity = speaker_of(passage, document)
        conveyer = conveyer_of(tag)
        said_on, place = circumstances_of(tag)
        return {
            "number": number,
            "tag": str(tag.uid),
            "side": side_of(tag),
            "claim": tag.claim.public_id,
            "sentence": sentence_of(tag),
            "quote": tag.exact,
            "language": passage.language or document.language,
            "altered": passage.altered,
            "disputed": tag.pk in self.disputed,
            "translation": tag.translation,
            "translation_kind": tag.get_translation_kind_display() if tag.translation else "",
            "lead_in": passage.lead_in.text if passage.lead_in else "",
            **_context(tag),
            "who": tag.asserted_by.name,
            "speaker": speaker.name if speaker else "",
            "capacity": capacity,
            "position_of": tag.held_by.name if tag.held_by else "",
            "said_on": said_on,
            "place": place,
            "quoted_by": conveyer.name if conveyer else "",
            "taken_from": self._source(passage.quote_source),
            **_document(document),
            **_text(tag),
            **self._put_in(tag, document),
        }

    def _source(self, source: Document | None) -> str:
        return source.title if source and source.pk in self.printable else ""

    def _put_in(self, tag: Tag, document: Document) -> dict[str, str]:
        """Return the note and who tagged it, where the brief puts them in.

        A note is private to its collection, so one of another collection stays out.
        """
        brief = self.scope.brief
        noted = brief.shows_notes and document.collection_id == brief.collection_id
        return {
            "note": tag.note if noted else "",
            "tagged_by": tag.created_by.pseudonym if brief.shows_reviewers else "",
        }


def _context(tag: Tag) -> dict[str, str]:
    """Return the words around the quote in its passage, cut between words."""
    passage = tag.passage
    before = passage.text[: tag.start - passage.start]
    after = passage.text[tag.end - passage.start :]
    if len(before) > CONTEXT:
        before = "… " + re.sub(r"^\S*\s+", "", before[-CONTEXT:], count=1)
    if len(after) > CONTEXT:
        after = re.sub(r"\s+\S*$", "", after[:CONTEXT], count=1) + " …"
    return {"before": before, "after": after}


def _document(document: Document) -> dict[str, str]:
    """Return where the words were published, and where they are archived."""
    retrieved = document.retrieved_at
    return {
        "document": str(document.uid),
        "title": document.title,
        "title_translated": document.title_translated,
        "kind": document.get_kind_display(),
        "publisher": document.publisher.name if document.publisher else "",
        "published_on": written_date(document.published_on),
        "symbol": document.symbol,
        "collection": document.collection.name,
        "address": document.url,
        "archive": document.archive_url,
        "retrieved": date_format(retrieved, "j F Y, H:i") + " UTC" if retrieved else "",
        "original_sha256": document.original_sha256,
    }


def _text(tag: Tag) -> dict[str, Any]:
    """Return where the words are: the text version, its sum and the permanent address."""
    version = tag.passage.text_version
    place = reverse("show_version", args=[version.document_id, version.number])
    return {
        "passage": tag.passage.ordinal,
        "page": tag.passage.page,
        "text_version": version.number,
        "text_sha256": version.sha256,
        "start": tag.start,
        "end": tag.end,
        "place_address": f"{settings.SITE_URL}{place}#c{tag.start}-{tag.end}",
    }

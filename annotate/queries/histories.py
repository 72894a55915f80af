"""Reading what became of a tag, link, claim, document or brief: who, what, when, why (I17)."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.core import signing
from django.db.models import FETCH_RAISE, OuterRef, Q, QuerySet, Subquery

from annotate.history_words import Change, Event, Place, Teller, act_in_words
from annotate.models import Brief, BriefItem, Edition, Tag, TagDerivation, TagProvision
from annotate.models.remark import Target
from annotate.queries.contradiction_answers import answers_in_words
from annotate.web.paging import PAGE_SIZE, Page
from corpus.access import Reader, is_member
from corpus.history import history_rows
from corpus.models import Derivation, Document, Passage, Person

# A text comes with its passages: their beginnings say nothing of their own.
_COMES_WITH_THE_TEXT = Q(pgh_label="insert") | Q(
    pgh_context__action__in=("import_text", "load_seeds")
)
_SALT = "annotate.histories"


@dataclass(frozen=True)
class Entry:
    """One act as people read it; `who` is None where nobody was named."""

    who: Person | None
    at: datetime.datetime
    act: str
    reason: str
    answers: str
    changes: list[Change]


def history_of(target: "Target | Brief", reader: Reader, after: str | None = None) -> Page[Entry]:
    """Return a page of what became of `target`, which `reader` may see, newest first.

    People, claims, agents and collections are named as far as the reader may see them; notes
    are told to members of the collection only, and words of withdrawn documents to nobody.
    """
    place = _read_cursor(after)
    events = sorted(_events(target, reader, place), key=attrgetter("place"), reverse=True)
    shown = _with_what_was_before(events[:PAGE_SIZE])
    teller = Teller(shown, reader, secret=_secret_fields(target, reader))
    cursor = _write_cursor(shown[-1]) if len(events) > PAGE_SIZE else ""
    return Page(list(_entries(shown, teller)), cursor)


def _entries(events: Iterable[Event], teller: Teller) -> Iterator[Entry]:
    for _act, group in groupby(events, key=attrgetter("act")):
        together = list(group)
        context = together[0].after.pgh_context or {}
        yield Entry(
            who=teller.person(context.get("by")),
            at=together[0].after.pgh_created_at,
            act=act_in_words(context.get("action", ""), together[0].after.pgh_label),
            reason=context.get("reason", ""),
            answers=answers_in_words(context),
            changes=[change for event in _as_written(together) for change in teller.changes(event)],
        )


def _as_written(events: list[Event]) -> list[Event]:
    """Return the events of one act in the order in which they were written."""
    return sorted(events, key=lambda event: (event.rank, event.after.pgh_id))


def _tables(target: "Target | Brief", reader: Reader) -> list[QuerySet[Any]]:
    """Return the events of `target` itself, then those of its parts, as `reader` sees them."""
    own = history_rows(type(target)).filter(pgh_obj=target)
    if isinstance(target, Tag):
        copied = history_rows(TagDerivation).filter(tag=target)
        return [own, history_rows(TagProvision).filter(tag=target), _seen(copied, reader)]
    if isinstance(target, Brief):
        return [own, *(history_rows(part).filter(brief=target) for part in (BriefItem, Edition))]
    if isinstance(target, Document):
        passages = Passage.objects.filter(text_version__document=target)
        changed = history_rows(Passage).filter(pgh_obj__in=passages).exclude(_COMES_WITH_THE_TEXT)
        whole = history_rows(Derivation).filter(document=target)
        parts = history_rows(Derivation).filter(passage__in=passages)
        return [own, changed, _seen(whole, reader), _seen(parts, reader)]
    return [own]


def _seen(sources: QuerySet[Any], reader: Reader) -> QuerySet[Any]:
    """Leave out what is copied from documents that `reader` may not see (I20)."""
    return sources.filter(upstream__in=Document.objects.visible_to(reader).values("pk"))


def _events(target: "Target | Brief", reader: Reader, place: Place | None) -> Iterator[Event]:
    """Yield, of each table, the newest events behind `place`: one more than a page holds."""
    for rank, table in enumerate(_tables(target, reader)):
        earlier = table.model._default_manager.filter(
            pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id")
        )
        table = table.annotate(before_id=Subquery(earlier.order_by("-pgh_id").values("pgh_id")[:1]))
        if place:
            table = table.filter(_behind(place, rank))
        ordered = table.order_by("-pgh_created_at", "-pgh_id").fetch_mode(FETCH_RAISE)
        for row in ordered[: PAGE_SIZE + 1]:
            yield Event(rank, row, None)


def _behind(place: Place, rank: int) -> Q:
    at, seen_rank, seen_id = place
    behind = Q(pgh_created_at__lt=at)
    if -rank < seen_rank:
        behind |= Q(pgh_created_at=at)
    elif -rank == seen_rank:
        behind |= Q(pgh_created_at=at, pgh_id__lt=seen_id)
    return behind


def _with_what_was_before(events: list[Event]) -> list[Event]:
    """Return the events with the rows that stood before them, by one query a table."""
    earlier: dict[tuple[int, int], Any] = {}
    for rank in {event.rank for event in events}:
        here = [event.after for event in events if event.rank == rank]
        wanted = [row.before_id for row in here if row.before_id]
        found = type(here[0])._default_manager.fetch_mode(FETCH_RAISE).in_bulk(wanted)
        earlier |= {(rank, number): row for number, row in found.items()}
    return [
        Event(event.rank, event.after, earlier.get((event.rank, event.after.before_id)))
        for event in events
    ]


def _secret_fields(target: "Target | Brief", reader: Reader) -> frozenset[str]:
    """Return the fields that `reader` may not read."""
    if isinstance(target, Document):
        document = target
    elif isinstance(target, Tag):
        document = target.passage.text_version.document
    else:
        return frozenset()
    secret = set()
    if not is_member(reader, document.collection_id):
        secret.add("note")
    if document.is_withdrawn:
        secret |= {"exact", "text", "translation", "evidence_quote"}
    return frozenset(secret)


def _write_cursor(event: Event) -> str:
    at, rank, number = event.place
    return signing.dumps([at.isoformat(), rank, number], salt=_SALT)


def _read_cursor(after: str | None) -> Place | None:
    """Return the place of the last event seen; none for a cursor we did not make."""
    try:
        at, rank, number = signing.loads(after or "", salt=_SALT)
    except signing.BadSignature:
        return None
    return (datetime.datetime.fromisoformat(at), rank, number)

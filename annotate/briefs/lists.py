"""Briefs as lists, and what may be put into one."""

from typing import NamedTuple

from django.db.models import FETCH_RAISE, Count, Q, QuerySet

from annotate.briefs.access import editable_briefs, readable_briefs
from annotate.briefs.scope import Scope
from annotate.models import Brief, Claim, Edition, Tag
from annotate.models.claim import OPEN_CLAIM
from annotate.queries.evidence import Evidence, complete, rows_page
from annotate.queries.evidence_rows import BY_VOICE
from annotate.queries.matching import contains_all, words_of
from annotate.web.paging import Page, page
from corpus.access import Reader
from corpus.models import Collection, Person
from corpus.models.collection import Access

OFFERED = 20  # of each kind, where something is chosen


class Found(NamedTuple):
    """What a search finds for a brief."""

    claims: list[Claim]
    quotes: list[Evidence]


def list_briefs(reader: Reader, *, after: str | None = None) -> Page[Brief]:
    """Return a page of the briefs `reader` may see, the newest first."""
    briefs = readable_briefs(reader).annotate(edition_count=Count("editions"))
    return page(briefs.fetch_mode(FETCH_RAISE), order=("-id",), after=after)


def editions_of(brief: Brief) -> QuerySet[Edition]:
    """Return the editions of a brief, the newest first, without what they hold."""
    return (
        brief.editions.select_related("created_by")
        .defer("content", "html")
        .order_by("-number")
        .fetch_mode(FETCH_RAISE)
    )


def briefs_that_may_hold(target: Claim | Tag, *, by: Person) -> list[Brief]:
    """Return the newest briefs that `by` may change and that may hold the claim or the quote."""
    briefs = editable_briefs(by).fetch_mode(FETCH_RAISE)
    home = target.home if isinstance(target, Claim) else _collection_of(target)
    if home is not None and home.access != Access.OPEN:
        briefs = briefs.filter(collection=home)
    return list(briefs.order_by("-pk")[:OFFERED])


def _collection_of(tag: Tag) -> Collection:
    return tag.passage.text_version.document.collection


def find_for(brief: Brief, query: str, *, reader: Reader) -> Found:
    """Return the claims and quotes with all words of `query` that the brief may hold."""
    words = words_of(query)
    if not words:
        return Found([], [])
    scope = Scope(brief, reader)
    fits = contains_all("finding", words) | Q(public_id__iexact=query.strip())
    claims = scope.claims().filter(fits, status__in=OPEN_CLAIM).order_by("label", "pk")
    tags = scope.tags().filter(contains_all("exact", words) | contains_all("translation", words))
    rows = rows_page(tags, BY_VOICE, size=OFFERED).rows
    return Found(list(claims[:OFFERED]), complete(rows, reader=reader))

"""Reading links: as one of their tags shows them, one by one, and as a list."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import FETCH_RAISE, Q, QuerySet

from annotate.access import tags_with_names
from annotate.models import Claim, Link, LinkStatus, Relation, Tag, Tray
from annotate.models.link import LIVE_LINK
from annotate.queries.circumstances import circumstances_of
from annotate.queries.tags import sentence_of
from annotate.web.paging import Page, page
from corpus.access import WRITERS, Reader
from corpus.models import Collection, Person

SHOWN = (*LIVE_LINK, LinkStatus.STALE)
_DOCUMENT = "passage__text_version__document"


@dataclass(frozen=True)
class End:
    """One tag of a link as people read it: the sentence, and when and where it was said."""

    tag: Tag
    sentence: str
    said_on: str
    place: str


@dataclass(frozen=True)
class SeenLink:
    """A link as one of its tags shows it: the words from this end, and the other end."""

    link: Link
    words: str
    other: End


@dataclass(frozen=True)
class WholeLink:
    """A link with both its ends."""

    link: Link
    words: str
    from_end: End
    to_end: End


def end_of(tag: Tag) -> End:
    """Return a tag as one end of a link."""
    said_on, place = circumstances_of(tag)
    return End(tag, sentence_of(tag), said_on, place)


def whole(link: Link) -> WholeLink:
    """Return a link with both its ends as people read them."""
    words = str(Relation(link.relation).label)
    return WholeLink(link, words, end_of(link.from_tag), end_of(link.to_tag))


def seen_from(tag: Tag, link: Link) -> SeenLink:
    """Return a link in the words that read right from `tag`."""
    relation = Relation(link.relation)
    if link.from_tag_id == tag.pk:
        return SeenLink(link, str(relation.label), end_of(link.to_tag))
    return SeenLink(link, relation.inverse, end_of(link.from_tag))


def links_of(tag: Tag, reader: Reader) -> list[SeenLink]:
    """Return the links at a tag that stand or need a second look, oldest first.

    Links to tags the reader may not see are not there (I20).
    """
    links = _visible(reader).filter(Q(from_tag=tag) | Q(to_tag=tag), status__in=SHOWN)
    return [seen_from(tag, link) for link in with_ends(links.order_by("pk"))]


@dataclass(frozen=True)
class LinkFilters:
    """Which links to list; what is empty does not narrow. Days are those of UTC."""

    person: Person | None = None
    relation: str = ""
    claim: Claim | None = None
    status: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None

    def narrow(self, links: QuerySet[Link]) -> QuerySet[Link]:
        """Keep the links that pass."""
        links = links.filter(status__in=(self.status,) if self.status else SHOWN)
        if self.person:
            links = links.filter(created_by=self.person)
        if self.relation:
            links = links.filter(relation=self.relation)
        if self.claim:
            links = links.filter(Q(from_tag__claim=self.claim) | Q(to_tag__claim=self.claim))
        if self.since:
            links = links.filter(created_at__gte=_midnight(self.since))
        if self.until:
            links = links.filter(created_at__lt=_midnight(self.until) + datetime.timedelta(days=1))
        return links


def list_links(
    reader: Reader, filters: LinkFilters, *, after: str | None = None
) -> Page[WholeLink]:
    """Return a page of the links `reader` may see, newest first."""
    found = page(filters.narrow(_visible(reader)), order=("-id",), after=after)
    return Page([whole(link) for link in with_ends(found.rows)], found.next_cursor)


def people_who_link(reader: Reader) -> QuerySet[Person]:
    """Return who made the links `reader` may see, by name."""
    makers = Link.objects.visible_to(reader).values("created_by")
    return Person.objects.filter(pk__in=makers).order_by("display_name", "pk")


def tray_of(reader: Reader) -> Tag | None:
    """Return the quote a person carries to link from; none where it cannot be linked now.

    One small query for who carries nothing, since every page asks.
    """
    if not reader.is_authenticated:
        return None
    carried = Tray.objects.filter(person=reader).values_list("tag_id", flat=True).first()
    if carried is None:
        return None
    reviewed = Collection.objects.written_by(reader, *WRITERS).values("pk")
    return (
        Tag.objects.visible_to(reader)
        .live()
        .filter(pk=carried, **{f"{_DOCUMENT}__collection__in": reviewed})
        .select_related("asserted_by")
        .first()
    )


def _visible(reader: Reader) -> QuerySet[Link]:
    return Link.objects.visible_to(reader).select_related("created_by").fetch_mode(FETCH_RAISE)


def with_ends(links: Iterable[Link]) -> list[Link]:
    """Return links with their tags, which are fetched once for both sides."""
    links = list(links)
    wanted = {tag for link in links for tag in (link.from_tag_id, link.to_tag_id)}
    ends = {tag.pk: tag for tag in tags_with_names().filter(pk__in=wanted).fetch_mode(FETCH_RAISE)}
    for link in links:
        link.from_tag, link.to_tag = ends[link.from_tag_id], ends[link.to_tag_id]
    return links


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)

"""Which tags a picture of the evidence shows: those at its start, and a hop or two around it."""

import datetime
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from annotate.models import LIVE, MANUAL_RELATIONS, Claim, Tag
from annotate.models.link import LIVE_LINK
from annotate.queries.evidence_rows import LONG_AGO, said_at
from corpus.access import Reader
from corpus.models import Agent, Document

FAMILIES = ("agree", "conflict", "provenance", "dialogue", "other")
SAME_CLAIM_FAMILIES = {"agree", "conflict"}  # what two tags on one claim are, without a link
_DOCUMENT = "passage__text_version__document"


@dataclass(frozen=True)
class Start:
    """What a picture starts from; whoever makes it has asked whether the reader may see it."""

    thing: Claim | Agent | Document | Tag

    @property
    def kind(self) -> str:
        """Return claim, agent, document or tag, as addresses and nodes call it."""
        return str(self.thing._meta.model_name)

    @property
    def key(self) -> str:
        """Return what the address names it by."""
        return self.thing.public_id if isinstance(self.thing, Claim) else str(self.thing.pk)

    @property
    def label(self) -> str:
        """Return what people know it by: a short name, a name, a title or the quote."""
        thing = self.thing
        if isinstance(thing, Claim):
            return thing.label
        if isinstance(thing, Document):
            return thing.title
        return str(thing) if isinstance(thing, Agent) else thing.quote

    @property
    def node(self) -> str:
        """Return the id of its node."""
        return f"{self.kind}:{self.key}"

    def tags(self) -> Q:
        """Return the condition of the tags at the start itself."""
        if isinstance(self.thing, Agent):
            return Q(asserted_by=self.thing) | Q(held_by=self.thing)
        by_kind = {"claim": "claim", "document": _DOCUMENT, "tag": "pk"}
        return Q((by_kind[self.kind], self.thing.pk))


@dataclass(frozen=True)
class Scope:
    """Whose eyes a picture is for, and what it leaves out; an empty filter leaves out nothing.

    `since` and `until` are days on which something was said, both included: what has no date
    passes only where neither is given.
    """

    reader: Reader
    _: KW_ONLY
    families: tuple[str, ...] = FAMILIES
    stances: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    since: datetime.date | None = None
    until: datetime.date | None = None
    status: str = ""

    def tags(self) -> QuerySet[Tag]:
        """Return the live tags that the reader may see and that the filters let through."""
        tags = Tag.objects.live().visible_to(self.reader)
        if self.stances:
            tags = tags.filter(stance__in=self.stances)
        if self.collections:
            tags = tags.filter(**{f"{_DOCUMENT}__collection__slug__in": self.collections})
        if self.status:
            tags = tags.filter(status=self.status)
        days = {"day__gte": self.since, "day__lte": self.until}
        given = {name: day for name, day in days.items() if day}
        if given:
            tags = tags.annotate(day=said_at()).filter(**given | {"day__gt": LONG_AGO})
        return tags

    def relations(self) -> list[str]:
        """Return the relations of the links that are walked and drawn."""
        return [r.value for r in MANUAL_RELATIONS if r.family in self.families]

    def link_statuses(self) -> list[str]:
        """Return the states of the links that are walked and drawn."""
        return [self.status] if self.status else [status.value for status in LIVE_LINK]


@dataclass(frozen=True)
class Walk(Scope):
    """A scope with a start, which is always shown, and how far to go from it."""

    start: Start
    _: KW_ONLY
    hops: int = 2

    def start_tags(self) -> QuerySet[Tag]:
        """Return the tags of the start: a tag to start from passes every filter."""
        if self.start.kind == "tag":
            return Tag.objects.live().visible_to(self.reader).filter(self.start.tags())
        return self.tags().filter(self.start.tags())


# Each turn takes the tags of the last one (at most `most` of them), goes from each along its
# links and over its claim to others, and keeps of those at most `most` that the reader may see;
# `found` is how many were reached so far, and once they are enough no turn is taken any more.
# LATERAL with OFFSET 0 asks who may see a candidate by its key: left to choose, PostgreSQL may
# work out first which of a million tags the reader may see.
_REACHED = """
    WITH RECURSIVE reached(id, hop, found) AS (
        SELECT start.id, 0, count(*) OVER () FROM ({start}) AS start(id)
      UNION ALL
        SELECT step.id, step.hop, step.found FROM (
            WITH front AS (
                SELECT id, hop + 1 AS hop, found FROM reached WHERE hop < %s AND found < %s
            ),
            linked AS (
                SELECT ends.id FROM front CROSS JOIN LATERAL (
                    (SELECT l.to_tag_id FROM annotate_link l WHERE l.from_tag_id = front.id
                     AND l.status = ANY(%s) AND l.relation = ANY(%s) ORDER BY l.id LIMIT %s)
                    UNION ALL
                    (SELECT l.from_tag_id FROM annotate_link l WHERE l.to_tag_id = front.id
                     AND l.status = ANY(%s) AND l.relation = ANY(%s) ORDER BY l.id LIMIT %s)
                ) AS ends(id)
            ),
            of_claims AS (
                SELECT same.id FROM (
                    SELECT DISTINCT t.claim_id
                    FROM front JOIN annotate_tag t ON t.id = front.id WHERE %s
                ) AS used CROSS JOIN LATERAL (
                    SELECT t.id FROM annotate_tag t WHERE t.claim_id = used.claim_id
                    AND t.status = ANY(%s) ORDER BY t.id LIMIT %s
                ) AS same
            ),
            candidates AS (
                SELECT id FROM linked UNION SELECT id FROM of_claims EXCEPT SELECT id FROM front
            ),
            seen AS (
                SELECT c.id FROM candidates c CROSS JOIN LATERAL (
                    SELECT 1 FROM ({allowed}) AS allowed(id) WHERE allowed.id = c.id OFFSET 0
                ) AS may
                ORDER BY c.id LIMIT %s
            )
            SELECT seen.id, turn.hop, turn.found + count(*) OVER () AS found
            FROM seen CROSS JOIN (SELECT hop, found FROM front LIMIT 1) AS turn
        ) AS step
    )
    SELECT id, min(hop) FROM reached GROUP BY id ORDER BY min(hop), id LIMIT %s
"""


def reached_tags(walk: Walk, *, most: int) -> dict[int, int]:
    """Return the ids of the tags reached with their distance in hops, the nearest first.

    A hop goes along a link, or to another tag on the same claim. At most `most` tags, in one
    query that looks at no more than `most` of each step's, however many links there are.
    """
    start, of_start = _sql(walk.start_tags().order_by("pk").values("pk")[:most])
    allowed, of_allowed = _sql(walk.tags().order_by().values("pk"))
    along = (walk.link_statuses(), walk.relations(), most)
    over_claims = bool(SAME_CLAIM_FAMILIES & {*walk.families})
    parameters = [
        *(*of_start, walk.hops, most, *along, *along),
        *(over_claims, [status.value for status in LIVE], most),
        *(*of_allowed, most, most),
    ]
    with connection.cursor() as cursor:
        cursor.execute(_REACHED.format(start=start, allowed=allowed), parameters)
        return dict(cursor.fetchall())


def _sql(tags: QuerySet[Tag, Any]) -> tuple[str, Sequence[Any]]:
    return tags.query.sql_with_params()

"""Tags as evidence: each with its sentence, its words in context, where they stand and its links.

Rows are plain tuples, because a claim may have a thousand tags: to fetch 5,000 takes 10 ms as
tuples and 200 ms as models.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from django.db.models import Q, QuerySet

from annotate.models import (
    LIVE,
    Claim,
    Link,
    Relation,
    Stance,
    Tag,
    TagProvision,
    TagStatus,
)
from annotate.models.conveying import conveyer
from annotate.models.tag import AnchorState
from annotate.queries.circumstances import written_date
from annotate.queries.evidence_rows import (
    BY_VOICE,
    LATEST_FIRST,
    OLDEST_FIRST,
    EvidenceRow,
    rows_page,
)
from annotate.text.stances import STANCES
from annotate.text.wording import Name, sentence, without_claim
from annotate.web.paging import PAGE_SIZE, Page
from corpus.access import Reader
from corpus.models import Agent

__all__ = [
    "BY_VOICE",
    "LATEST_FIRST",
    "OLDEST_FIRST",
    "STANCES",
    "Evidence",
    "awaiting",
    "complete",
    "evidence_page",
    "names_of",
    "rows_page",
    "standing",
]

CONTEXT = 32  # code points that a tag keeps on each side


class EvidenceLink(NamedTuple):
    """A link as one of its tags shows it: the words from this end, and the other end."""

    id: int
    words: str
    rationale: str
    other_id: int
    other_exact: str
    other_voice: str
    other_label: str


@dataclass(frozen=True)
class Evidence:
    """A tag as a line of evidence."""

    row: EvidenceRow
    claim: Claim
    voice: Name
    holder: Name | None
    conveyer: Name | None
    provisions: list[TagProvision] = field(default_factory=list)
    links: list[EvidenceLink] = field(default_factory=list)

    @property
    def side(self) -> str:
        """For, against or open: the sign in front of the line."""
        return Stance(self.row.stance).side

    @cached_property
    def sentence(self) -> str:
        """What the tag means, in plain words."""
        return sentence(
            self.row.stance,
            self.voice,
            self.holder,
            self.claim.text,
            conveyed_by=self.conveyer,
        )

    @property
    def in_short(self) -> str:
        """What the tag means where the claim is known."""
        row = self.row
        return without_claim(row.stance, self.voice, self.holder, conveyed_by=self.conveyer)

    @cached_property
    def said_on(self) -> str:
        """When it was said, as exactly as that is known."""
        row = self.row
        if self._speaks_apart or row.passage_said_on:
            return written_date(row.passage_said_on)
        return written_date(row.document_said_on, row.document_precision)

    @cached_property
    def place(self) -> str:
        """Where it was said."""
        if self._speaks_apart:
            return self.row.passage_place
        return self.row.passage_place or self.row.document_place

    @property
    def language(self) -> str:
        """The language of the words (BCP 47)."""
        return self.row.passage_language or self.row.document_language

    @cached_property
    def title(self) -> str:
        """The document's title, shortened."""
        return _short(self.row.document_title, 110)

    @property
    def quote(self) -> str:
        """The first words of the quote, which name it to who cannot see the page."""
        return _short(self.row.exact, 50)

    @property
    def before(self) -> str:
        """The words before the quote, from the first whole one."""
        words = _spaced(self.row.prefix)
        if len(self.row.prefix) < CONTEXT:
            return words
        return "… " + (words.partition(" ")[2] or words)

    @property
    def behind(self) -> str:
        """The words behind the quote, to the last whole one."""
        words = _spaced(self.row.suffix)
        if len(self.row.suffix) < CONTEXT:
            return words
        return (words.rpartition(" ")[0] or words) + " …"

    @property
    def is_live(self) -> bool:
        """Whether the tag stands."""
        return self.row.status in LIVE

    @property
    def is_lost(self) -> bool:
        """Whether its words were not found in the present text."""
        return self.row.anchor_state == AnchorState.BROKEN

    @property
    def _speaks_apart(self) -> bool:
        """Whether the passage is another's, and so takes no date and place from the document."""
        return self.row.passage_voice_id not in (None, self.row.author_id)


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def standing(reader: Reader) -> QuerySet[Tag]:
    """Return the tags that stand and that `reader` may see (I13, I20)."""
    return Tag.objects.live().visible_to(reader)


def awaiting(reader: Reader) -> QuerySet[Tag]:
    """Return the tags `reader` may see that need a second look."""
    return Tag.objects.visible_to(reader).filter(status=TagStatus.STALE)


def evidence_page(
    tags: QuerySet[Tag],
    order: Sequence[str],
    *,
    reader: Reader,
    after: str | None = None,
    size: int = PAGE_SIZE,
) -> Page[Evidence]:
    """Return a page of `tags` as evidence, in six queries whatever their number."""
    found = rows_page(tags, order, after, size)
    return Page(complete(found.rows, reader=reader), found.next_cursor)


def complete(rows: Sequence[EvidenceRow], *, reader: Reader) -> list[Evidence]:
    """Return the rows as evidence, in the same order, in five queries whatever their number."""
    keys = [row.id for row in rows]
    if not keys:
        return []
    claims = Claim.objects.in_bulk({row.claim_id for row in rows})
    names = names_of(agent for row in rows for agent in _agents_in(row))
    provisions, links = _provisions_of(keys), _links_of(keys, reader)
    return [
        Evidence(
            row=row,
            claim=claims[row.claim_id],
            voice=names[row.voice_id],
            holder=names.get(row.holder_id),
            conveyer=names.get(conveyer_of(row)),
            provisions=provisions[row.id],
            links=links[row.id],
        )
        for row in rows
    ]


def names_of(agents: Iterable[int | None]) -> dict[int | None, Name]:
    """Return the names of agents by id, in one query."""
    found = Agent.objects.filter(pk__in={agent for agent in agents if agent})
    return {key: Name(name, kind) for key, name, kind in found.values_list("pk", "name", "kind")}


def _agents_in(row: EvidenceRow) -> tuple[int | None, ...]:
    return row.voice_id, row.holder_id, row.passage_voice_id, row.author_id


def conveyer_of(row: EvidenceRow) -> int | None:
    """Return who conveys the words of a row (I8)."""
    return conveyer(row.speech, row.voice_id, row.passage_voice_id, row.author_id)


def _provisions_of(keys: list[int]) -> dict[int, list[TagProvision]]:
    by_tag: dict[int, list[TagProvision]] = defaultdict(list)
    rows = TagProvision.objects.filter(tag__in=keys).select_related("provision")
    for row in rows.order_by("provision__code", "pk"):
        by_tag[row.tag_id].append(row)
    return by_tag


def _links_of(keys: Sequence[int], reader: Reader) -> dict[int, list[EvidenceLink]]:
    """Return the links that stand at each of the tags, to tags that `reader` may see.

    Asked in two steps, because a link that is filtered by both its ends takes PostgreSQL
    longer to plan than to find.
    """
    links = list(
        Link.objects.live()
        .filter(Q(from_tag__in=keys) | Q(to_tag__in=keys))
        .order_by("pk")
        .values_list("pk", "relation", "rationale", "from_tag", "to_tag")
    )
    ends = {end for *_link, from_tag, to_tag in links for end in (from_tag, to_tag)}
    seen = {
        key: (_short(exact, 70), voice, label)
        for key, exact, voice, label in Tag.objects.visible_to(reader)
        .filter(pk__in=ends)
        .values_list("pk", "exact", "asserted_by__name", "claim__label")
    }
    by_tag: dict[int, list[EvidenceLink]] = defaultdict(list)
    for key, code, rationale, from_tag, to_tag in links:
        if from_tag in seen and to_tag in seen:
            there, back = str(Relation(code).label), Relation(code).inverse
            by_tag[from_tag].append(EvidenceLink(key, there, rationale, to_tag, *seen[to_tag]))
            by_tag[to_tag].append(EvidenceLink(key, back, rationale, from_tag, *seen[from_tag]))
    return by_tag

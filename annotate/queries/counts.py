"""The independent sources of claims, as one reader sees them.

What is independent is said, and counted, in `annotate.counting.independence`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count as Number
from django.db.models import QuerySet

from annotate.counting.independence import Count, Statement, Ties, count
from annotate.models import Tag, TagDerivation, TagStatus
from annotate.models.conveying import conveyer
from annotate.queries import remembered_counts
from annotate.queries.disputes import disputed
from annotate.queries.selections import Selection
from annotate.queries.source_relations import ties_of
from corpus.access import Reader
from corpus.models import Collection as Places
from corpus.models import Derivation, Person
from corpus.models.collection import Access

_VERSION = "passage__text_version"
_DOCUMENT = f"{_VERSION}__document"


class _Row(NamedTuple):
    id: int
    claim: int
    stance: str
    speech: str
    voice: int
    holder: int | None
    passage: int
    passage_voice: int | None
    document: int
    author: int | None
    is_reviewed: bool

    @property
    def conveyer(self) -> int | None:
        return conveyer(self.speech, self.voice, self.passage_voice, self.author)


_COLUMNS = (
    "pk",
    "claim_id",
    "stance",
    "speech",
    "asserted_by_id",
    "held_by_id",
    "passage_id",
    "passage__voice_id",
    f"{_VERSION}__document_id",
    f"{_DOCUMENT}__author_id",
    f"{_DOCUMENT}__provenance_reviewed",
)


def counts_of(claims: Collection[int], *, reader: Reader | None) -> dict[int, Count]:
    """Return the independent sources of every claim, in twelve queries at most.

    Only what `reader` can see counts, also of who belongs to whom and what is copied from where;
    None is the operator of the machine. Stale and disputed tags need a second look instead.
    What everybody may read is counted once and remembered until something changes it; claims
    with tags that only the members of a collection may read are counted for who asks.
    """
    if reader is None:
        return counts_in(Selection(None), claims)
    if isinstance(reader, AnonymousUser) or not reader.is_active:
        return {claim: Count() for claim in claims}
    shut = _shut_collections(reader)
    own = _tagged_in(shut, claims) if shut else set[int]()
    found = _open_counts([claim for claim in claims if claim not in own], whole=bool(shut))
    rest = [claim for claim in claims if claim not in found]
    return found | (counts_in(Selection(reader), rest) if rest else {})


def counts_in(seen: Selection, claims: Collection[int]) -> dict[int, Count]:
    """Return the independent sources of every claim among what can be read in `seen`."""
    return _count(seen, claims)[0]


def _shut_collections(reader: Person) -> list[int]:
    """Return the collections that `reader` may read and not everybody."""
    shut = Places.objects.visible_to(reader).exclude(access=Access.OPEN)
    return list(shut.values_list("pk", flat=True))


def _tagged_in(collections: Collection[int], claims: Collection[int]) -> set[int]:
    """Return those of the claims that have any tag in the collections."""
    tags = Tag.objects.filter(claim__in=claims, **{f"{_DOCUMENT}__collection__in": collections})
    return set(tags.order_by().values_list("claim", flat=True).distinct())


def _open_counts(claims: Collection[int], *, whole: bool) -> dict[int, Count]:
    """Return the counts of what everybody may read, remembered or made now and remembered.

    With `whole`, those are left out in which something counts for some only.
    """
    found = remembered_counts.recall(claims, whole=whole)
    missing = [claim for claim in claims if claim not in found]
    if not missing:
        return found
    snapshot = remembered_counts.snapshot()
    counts, is_cut = _count(Selection(remembered_counts.EVERYBODY), missing)
    remembered_counts.remember(counts, is_whole=not is_cut, snapshot=snapshot)
    return found if whole and is_cut else found | counts


def _count(seen: Selection, claims: Collection[int]) -> tuple[dict[int, Count], bool]:
    """Return the counts, and whether something was left out that only others can see."""
    on_them = seen.readable_tags().filter(claim__in=claims)
    looks = _numbers(on_them.filter(status=TagStatus.STALE))
    standing = on_them.counting()
    doubted = set(disputed(standing).values_list("pk", flat=True))
    rows, doubts = list[_Row](), defaultdict[int, int](int)
    for row in map(_Row._make, standing.order_by().values_list(*_COLUMNS)):
        if row.id in doubted:
            doubts[row.claim] += 1
        else:
            rows.append(row)
    ties, origins = _surroundings(rows, claims, seen)
    statements: dict[int, list[Statement]] = defaultdict(list)
    for row in rows:
        statements[row.claim].append(origins.statement(row))
    counts = {
        claim: count(
            statements.get(claim, ()),
            ties,
            second_looks=looks.get(claim, 0) + doubts.get(claim, 0),
        )
        for claim in claims
    }
    return counts, ties.is_cut


class _Origins(NamedTuple):
    """The documents that tags, passages and documents are copied from, as far as seen."""

    tags: dict[int, frozenset[int]]
    passages: dict[int, frozenset[int]]
    documents: dict[int, frozenset[int]]

    def statement(self, row: _Row) -> Statement:
        """Return a tag as counting takes it; its origin is that of the nearest scope with any."""
        origins = (
            self.tags.get(row.id)
            or self.passages.get(row.passage)
            or self.documents.get(row.document)
        )
        return Statement(
            row.id,
            row.stance,
            row.voice,
            row.holder,
            row.conveyer,
            row.document,
            origins or frozenset(),
        )


def _numbers(tags: QuerySet[Tag]) -> dict[int, int]:
    return dict(tags.order_by().values_list("claim").annotate(number=Number("pk")))


def _surroundings(
    rows: Sequence[_Row], claims: Collection[int], seen: Selection
) -> tuple[Ties, _Origins]:
    """Return what ties those who speak in the tags of some claims, and where it comes from."""
    of_tags = TagDerivation.objects.filter(tag__claim__in=claims)
    of_passages = Derivation.objects.filter(
        passage__in=Tag.objects.filter(claim__in=claims).values("passage")
    )
    tags = list(of_tags.values_list("tag_id", "upstream_id"))
    passages = list(of_passages.values_list("passage_id", "upstream_id"))
    ties = ties_of(
        _agents(rows),
        {row.document for row in rows}.union(work for _from, work in tags + passages),
        {row.document for row in rows if not row.is_reviewed},
        seen=seen,
    )
    documents = {work: frozenset(sources) for work, sources in ties.sources.items()}
    return ties, _Origins(_by_first(tags, ties), _by_first(passages, ties), documents)


def _agents(rows: Sequence[_Row]) -> set[int]:
    """Return all agents that may speak, hold or pass on the words of some tags."""
    who = {one for row in rows for one in (row.voice, row.holder, row.passage_voice, row.author)}
    return {one for one in who if one}


def _by_first(pairs: Iterable[tuple[int, int]], ties: Ties) -> dict[int, frozenset[int]]:
    """Return the documents of each first; what the reader cannot see is left out."""
    found: dict[int, set[int]] = defaultdict(set)
    for first, document in pairs:
        if document in ties.sources:
            found[first].add(document)
    return {first: frozenset(documents) for first, documents in found.items()}

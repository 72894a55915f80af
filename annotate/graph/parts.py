"""What a picture of the evidence is made of, and how two tags on one claim bear on each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from annotate.queries.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Node:
    """A claim, an agent, a document or a tag; what does not apply to it is empty.

    `label` is short but for a tag, whose label is its sentence. `distance` is in hops: 0 at the
    start. `side` is for, against or open; `date` is 2011, 2011-03 or 2011-03-30, `said_on` the
    same in words.
    """

    id: str
    type: str
    label: str
    url: str
    distance: int
    text: str = ""
    quote: str = ""
    stance: str = ""
    side: str = ""
    status: str = ""
    kind: str = ""
    said_on: str = ""
    date: str = ""
    language: str = ""
    color: int = 0
    is_start: bool = False

    @property
    def key(self) -> str:
        """Return what an address names it by."""
        return self.id.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two nodes. Without a family it says how a tag hangs on what it is about.

    `is_computed` marks what nobody has linked: it follows from two tags on one claim.
    """

    id: str
    type: str
    source: str
    target: str
    relation: str
    words: str
    family: str = ""
    side: str = ""
    is_computed: bool = False
    is_symmetric: bool = False
    strength: str = ""
    directness: str = ""
    rationale: str = ""
    url: str = ""


@dataclass(frozen=True)
class Graph:
    """Nodes, the nearest first, and the edges between them, each in a stable order.

    `is_cut` where there are more nodes than these, `is_thinned` where only some of the computed
    edges are here.
    """

    nodes: list[Node]
    edges: list[Edge]
    is_cut: bool = False
    is_thinned: bool = False


def conflicts(tags: Sequence[Evidence]) -> Iterator[tuple[Evidence, Evidence]]:
    """Yield the pairs of tags that take opposite sides on the same claim."""
    for sides in _by_claim_and_side(tags).values():
        yield from product(sides["for"], sides["against"])


def agreements(tags: Sequence[Evidence]) -> Iterator[tuple[Evidence, Evidence]]:
    """Yield the pairs of tags of different voices that agree on the same claim (I15).

    They take the same side, or say of the same holder that it holds the claim. Two that leave
    a claim open agree only in that; two on opposite sides are a conflict whoever is spoken of.
    """
    for sides in _by_claim_and_side(tags).values():
        everybody = sorted(
            (tag for side in sides.values() for tag in side), key=lambda tag: tag.row.id
        )
        for one, other in combinations(everybody, 2):
            if one.row.voice_id != other.row.voice_id and _agree(one, other):
                yield one, other


def _agree(one: Evidence, other: Evidence) -> bool:
    if {one.side, other.side} == {"for", "against"}:
        return False
    same_holder = one.row.holder_id is not None and one.row.holder_id == other.row.holder_id
    return same_holder or (one.side == other.side != "open")


def _by_claim_and_side(
    tags: Sequence[Evidence],
) -> dict[int, dict[str, list[Evidence]]]:
    by_claim: dict[int, dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for tag in tags:
        by_claim[tag.row.claim_id][tag.side].append(tag)
    return by_claim

"""Agents and documents, the steps between them, and who is connected. Plain Python."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, get_args

type Kind = Literal[
    "acts_for",  # an agent speaks for an agent
    "part_of",  # … is not counted apart from it
    "became",  # … was merged into it
    "member_of",  # … is one of a group of joint authors
    "joined",  # a curator said that two agents are not independent
    "agrees",  # an agent agrees with an agent here
    "taken_from",  # what an agent says or holds here is taken from a document
    "copied_from",  # a document is taken from a document
    "written_by",  # a document is by an agent
]
_READING_ORDER = {kind: place for place, kind in enumerate(get_args(Kind.__value__))}
BODY = frozenset({"acts_for", "part_of", "became"})

# A node is an agent's id, or a document's with a minus; an edge goes from node to node.
type Edge = tuple[int, int]


class Step(NamedTuple):
    """One reason, in one direction; `kind` says which of its ends are agents or documents."""

    kind: Kind
    one: int
    other: int
    reason: str = ""


@dataclass(frozen=True)
class Ties:
    """What is known of agents and documents, whatever the claim; only what the reader can see.

    `bonds` join agents: acts_for, part_of, became, member_of (from the lower to the higher) and
    joined. `sources` has the documents a document is copied from, `authors` who wrote it.
    `proposed` are agents no curator has confirmed, `unreviewed` documents whose provenance
    nobody has reviewed. `is_cut` says that something was left out which only others can see.
    """

    bonds: Collection[Step] = ()
    sources: Mapping[int, Collection[int]] = field(default_factory=dict)
    authors: Mapping[int, int] = field(default_factory=dict)
    proposed: frozenset[int] = frozenset()
    unreviewed: frozenset[int] = frozenset()
    is_cut: bool = False

    @cached_property
    def writers(self) -> frozenset[int]:
        """Whoever wrote any document."""
        return frozenset(self.authors.values())

    @cached_property
    def _bonds_of(self) -> dict[int, list[Step]]:
        by_agent: dict[int, list[Step]] = defaultdict(list)
        for step in self.bonds:
            by_agent[step.one].append(step)
            if step.kind == "joined":
                by_agent[step.other].append(step)
        return dict(by_agent)

    @cached_property
    def _bodies(self) -> dict[int, frozenset[int]]:
        return {agent: self._body(agent) for agent in self._bonds_of}

    def bonds_from(self, agents: Iterable[int]) -> set[Step]:
        """Return the bonds of agents, of those they lead to, and so on."""
        bonds_of, found = self._bonds_of, set[Step]()
        waiting = [agent for agent in agents if agent in bonds_of]
        seen = set(waiting)
        while waiting:
            for step in bonds_of.get(waiting.pop(), ()):
                found.add(step)
                further = {step.one, step.other} - seen
                seen |= further
                waiting += further
        return found

    def same_body(self, one: int, other: int) -> bool:
        """Whether two agents are one, or parts of one body."""
        if one == other or not self.bonds:
            return one == other
        body = self._bodies.get(one) or frozenset((one,))
        return not body.isdisjoint(self._bodies.get(other) or (other,))

    def _body(self, agent: int) -> frozenset[int]:
        body, waiting = {agent}, [agent]
        while waiting:
            for step in self._bonds_of.get(waiting.pop(), ()):
                if step.kind in BODY and step.other not in body:
                    body.add(step.other)
                    waiting.append(step.other)
        return frozenset(body)

    def flow(
        self, origins: Iterable[int], exempt: Set[int], walked: Set[int] = frozenset()
    ) -> Iterator[Edge]:
        """Yield the edges from documents to their authors and to what they are copied from.

        What an agent of `exempt` wrote is passed by, and what is behind it; so are the
        documents that are `walked` already.
        """
        author_of, sources = self.authors.get, self.sources.get
        waiting = [document for document in origins if document not in walked]
        seen = set(waiting)
        while waiting:
            document = waiting.pop()
            if (author := author_of(document)) is not None:
                yield -document, author
            for source in sources(document, ()):
                if author_of(source) not in exempt:
                    yield -document, -source
                    if source not in seen and source not in walked:
                        seen.add(source)
                        waiting.append(source)


@dataclass
class Graph:
    """Who is counted for one number, by which tags, and what connects them."""

    ties: Ties
    counted: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    taken: set[Edge] = field(default_factory=set)
    agreed: set[Edge] = field(default_factory=set)
    origins: dict[frozenset[int], set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(
        self,
        tags: Sequence[int],
        counted: Iterable[int],
        speaking: Collection[int],
        origins: Set[int],
        exempt: frozenset[int] = frozenset(),
    ) -> None:
        """Add who is counted by some tags, and the documents all who speak in them take it from.

        `exempt` are writers whose documents are no common origin here.
        """
        for agent in counted:
            self.counted[agent] += tags
        if not origins or not speaking:
            return
        if exempt:
            author_of = self.ties.authors.get
            origins = {document for document in origins if author_of(document) not in exempt}
        self.origins[exempt] |= origins
        self.taken.update((agent, -document) for agent in speaking for document in origins)

    def components(self) -> list[tuple[list[int], tuple[Step, ...]]]:
        """Return the connected agents of those counted, each set with the steps between them."""
        forest, kinds = _Forest(), dict[Edge, Step]()
        by_documents = self.taken | self._flows()
        for step in self._steps_between_agents(by_documents):
            kinds.setdefault((step.one, step.other), step)
            forest.join((step.one, step.other))
        for edge in sorted(by_documents):
            forest.join(edge)
        members: dict[int, list[int]] = defaultdict(list)
        for agent in sorted(self.counted):
            members[forest.root(agent)].append(agent)
        used = forest.edges_by_root() if len(members) < len(self.counted) else {}
        return [
            (agents, _steps(self._path(used.get(root, ()), agents), kinds))
            for root, agents in members.items()
        ]

    def _path(self, tree: Sequence[Edge], agents: Sequence[int]) -> list[Edge]:
        return _between(tree, self.counted) if len(agents) > 1 else []

    def _steps_between_agents(self, by_documents: Set[Edge]) -> list[Step]:
        """Return bonds and agreements; one agrees only with who is counted, too."""
        agents = {end for edge in by_documents for end in edge if end > 0}.union(self.counted)
        agreed = (Step("agrees", *edge) for edge in self.agreed if self.counted.keys() >= set(edge))
        return sorted(self.ties.bonds_from(agents)) + sorted(agreed)

    def _flows(self) -> set[Edge]:
        """Return the edges behind all origins: one walk for each set of exempt writers.

        What earlier walks left nothing to find in is not walked again; that is looked up after
        the first, second, fourth, eighth … walk.
        """
        everything = set(self.ties.flow(set().union(*self.origins.values()), frozenset()))
        if self.origins.keys() <= {frozenset()}:
            return everything
        found, walked = set[Edge](), set[int]()
        for number, exempt in enumerate(sorted(self.origins, key=sorted)):
            if number & (number - 1) == 0:
                walked = _walked(everything, found)
            found.update(self.ties.flow(self.origins[exempt], exempt, walked))
        return found


def _walked(everything: Set[Edge], found: Set[Edge]) -> set[int]:
    """Return the documents from which no edge that is still to be found can be reached."""
    leading_to: dict[int, list[int]] = defaultdict(list)
    for one, other in everything:
        leading_to[other].append(one)
    waiting = [one for one, _other in everything - found]
    unfinished = set(waiting)
    while waiting:
        for one in leading_to[waiting.pop()]:
            if one not in unfinished:
                unfinished.add(one)
                waiting.append(one)
    return {-one for one, _other in everything if one not in unfinished}


def _steps(edges: Iterable[Edge], kinds: Mapping[Edge, Step]) -> tuple[Step, ...]:
    steps = (_step(edge, kinds) for edge in edges)
    return tuple(sorted(steps, key=lambda step: (_READING_ORDER[step.kind], step)))


def _step(edge: Edge, kinds: Mapping[Edge, Step]) -> Step:
    """Return an edge as a step: the signs of its ends say what a document has to do with it."""
    one, other = edge
    if one > 0 and other > 0:
        return kinds[edge]
    if one > 0:
        return Step("taken_from", one, -other)
    return Step("written_by", -one, other) if other > 0 else Step("copied_from", -one, -other)


class _Forest:
    """Nodes that are joined (union-find, halving paths), and the edges that joined them."""

    def __init__(self) -> None:
        self.parents: dict[int, int] = {}
        self.used: list[Edge] = []

    def root(self, node: int) -> int:
        parents = self.parents
        while (parent := parents.get(node, node)) != node:
            parents[node] = node = parents.get(parent, parent)
        return node

    def join(self, edge: Edge) -> None:
        one, other = self.root(edge[0]), self.root(edge[1])
        if one != other:
            self.parents[one] = other
            self.used.append(edge)

    def edges_by_root(self) -> dict[int, list[Edge]]:
        by_root: dict[int, list[Edge]] = defaultdict(list)
        for edge in self.used:
            by_root[self.root(edge[0])].append(edge)
        return by_root


def _between(tree: Sequence[Edge], counted: Collection[int]) -> list[Edge]:
    """Return the edges of a tree that lead from one counted agent to another.

    Leaves that are not counted are cut off until none is left.
    """
    at: dict[int, set[Edge]] = defaultdict(set)
    for edge in tree:
        at[edge[0]].add(edge)
        at[edge[1]].add(edge)
    leaves = [node for node, edges in at.items() if len(edges) == 1 and node not in counted]
    cut: set[Edge] = set()
    while leaves:
        for edge in at.pop(leaves.pop()):
            cut.add(edge)
            [inner] = (node for node in edge if node in at)
            at[inner].remove(edge)
            if len(at[inner]) == 1 and inner not in counted:
                leaves.append(inner)
    return [edge for edge in tree if edge not in cut]

"""Find what is copied in a circle. Plain Python.

A knot is a set of nodes each of which leads to every other (a strongly connected component of
two or more; Tarjan, "Depth-first search and linear graph algorithms", 1972). A knot always
holds a ring, and a ring lies in one knot.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

type Edge = tuple[int, int]


def knots(edges: Iterable[Edge]) -> list[list[int]]:
    """Return the knots, each in order, the one with the least node first; in linear time."""
    found = (part for part in _Tarjan(_leading(edges)).parts() if len(part) > 1)
    return sorted(map(sorted, found))


def ring_in(knot: Sequence[int], edges: Iterable[Edge]) -> list[int]:
    """Return a shortest ring through the least node of a knot, which comes first, once.

    Each leads to the next and the last to the first. Raise ValueError where there is none.
    """
    members, first = set(knot), min(knot)
    leading = _leading(edge for edge in edges if members.issuperset(edge))
    came_from: dict[int, int] = {}
    waiting = deque([first])
    while waiting:
        node = waiting.popleft()
        for other in leading.get(node, ()):
            if other == first:
                return _path(first, node, came_from)
            if other not in came_from:
                came_from[other] = node
                waiting.append(other)
    raise ValueError("the nodes do not lead back to the first")


def _path(first: int, last: int, came_from: Mapping[int, int]) -> list[int]:
    path = [last]
    while path[-1] != first:
        path.append(came_from[path[-1]])
    return path[::-1]


def _leading(edges: Iterable[Edge]) -> dict[int, list[int]]:
    """Return where each node leads, in order; what leads to itself is left out."""
    leading: dict[int, set[int]] = defaultdict(set)
    for one, other in edges:
        if one != other:
            leading[one].add(other)
    return {one: sorted(leading[one]) for one in sorted(leading)}


class _Tarjan:
    """One walk over a graph, without recursion: a chain of a million reprints is no bound."""

    def __init__(self, leading: Mapping[int, Sequence[int]]) -> None:
        self.leading = leading
        self.number: dict[int, int] = {}
        self.low: dict[int, int] = {}
        self.stack: list[int] = []
        self.on_stack: set[int] = set()

    def parts(self) -> Iterator[list[int]]:
        """Yield the strongly connected components."""
        for node in self.leading:
            if node not in self.number:
                yield from self._from(node)

    def _from(self, start: int) -> Iterator[list[int]]:
        walk = [(start, self._enter(start))]
        while walk:
            node, further = walk[-1]
            for other in further:
                if other not in self.number:
                    walk.append((other, self._enter(other)))
                    break
                if other in self.on_stack:
                    self.low[node] = min(self.low[node], self.number[other])
            else:
                walk.pop()
                if walk:
                    above = walk[-1][0]
                    self.low[above] = min(self.low[above], self.low[node])
                if self.low[node] == self.number[node]:
                    yield self._close(node)

    def _enter(self, node: int) -> Iterator[int]:
        self.number[node] = self.low[node] = len(self.number)
        self.stack.append(node)
        self.on_stack.add(node)
        return iter(self.leading.get(node, ()))

    def _close(self, node: int) -> list[int]:
        part = [self.stack.pop()]
        while part[-1] != node:
            part.append(self.stack.pop())
        self.on_stack.difference_update(part)
        return part

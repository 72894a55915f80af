"""Where the nodes of a picture are: computed from the picture alone, so that they do not move.

Plain Python, no chance and no forces. The tags are put in an order: those on one claim together,
those that take one side together. Everything else is level with the middle of the tags it is
joined to, or as near to that as the others of its kind allow. The order is then laid out in
columns, or around a circle.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

COLUMNS = ("document", "agent", "tag", "claim")
COLUMN = 250.0  # units between two columns; a unit is a pixel unless the reader zooms
SLOT, WIDEST_SLOT, EASY_HEIGHT = 31.0, 64.0, 560.0  # between two tags; more where there are few
GAP = 0.4  # slots between the tags of two claims
APART = {"document": 1.5, "agent": 1.4, "tag": 1.0, "claim": 1.4}  # slots, at least
RADII = {"document": 0.36, "agent": 0.68, "tag": 1.0, "claim": 1.0}
OUTSIDE = 130.0  # how far claims are outside the circle of the tags
LEAST_RADIUS = 360.0
ARC = 130.0  # between two nodes on a circle, at least, as far as it has room
SIDES = ("for", "against", "open", "")


class Dot(NamedTuple):
    """A node as the layout knows it: its kind, and a tag's side."""

    id: str
    type: str
    side: str = ""


class Point(NamedTuple):
    """A place in the picture, in units from its middle or its upper left."""

    x: float
    y: float


def columns(dots: Sequence[Dot], lines: Iterable[tuple[str, str]]) -> dict[str, Point]:
    """Return places in four columns: documents, agents, tags, claims.

    `lines` are pairs of ids. The same dots and lines give the same places; no two dots share one.
    """
    places = _levels(dots, lines, APART)
    slot = max(SLOT, min(WIDEST_SLOT, EASY_HEIGHT / (1 + max(places.values(), default=0.0))))
    x = {kind: number * COLUMN for number, kind in enumerate(COLUMNS)}
    return {dot.id: _rounded(x[dot.type], places[dot.id] * slot) for dot in dots}


def rings(
    dots: Sequence[Dot], lines: Iterable[tuple[str, str]], start: str = ""
) -> dict[str, Point]:
    """Return places on circles around the start: documents, agents, tags, claims outermost."""
    lines = list(lines)
    outer = [dot for dot in dots if dot.id != start or dot.type == "tag"]
    slots = _circumference(outer, lines)
    radius = max(LEAST_RADIUS, slots * SLOT / math.tau)
    radii = {kind: share * radius for kind, share in RADII.items()}
    radii["claim"] += OUTSIDE
    number = {kind: sum(dot.type == kind for dot in outer) for kind in COLUMNS}
    apart = {
        kind: min(ARC / (math.tau * radii[kind]), 1 / max(number[kind], 1)) * slots
        for kind in COLUMNS
    }
    places = _levels(outer, lines, apart, around=slots)
    points = {start: Point(0.0, 0.0)}
    for dot in outer:
        angle = math.tau * places[dot.id] / slots - math.pi / 2
        reach = radii[dot.type]
        points[dot.id] = _rounded(reach * math.cos(angle), reach * math.sin(angle))
    return {dot.id: points[dot.id] for dot in dots}


def spread(wanted: Sequence[float], gap: float) -> list[float]:
    """Return rising places at least `gap` apart, as near to the rising `wanted` as can be.

    Least squares by pooling adjacent violators (Ayer et al. 1955).
    """
    blocks: list[tuple[float, int]] = []  # mean, length
    for number, place in enumerate(wanted):
        blocks.append((place - number * gap, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (mean, length), (last, more) = blocks[-2:]
            blocks[-2:] = [((mean * length + last * more) / (length + more), length + more)]
    flat = [mean for mean, length in blocks for _ in range(length)]
    return [mean + number * gap for number, mean in enumerate(flat)]


def _rounded(x: float, y: float) -> Point:
    return Point(round(x, 1), round(y, 1))


def _circumference(dots: Sequence[Dot], lines: Sequence[tuple[str, str]]) -> float:
    tags = _tag_slots(dots, lines)
    return max(tags.values(), default=0.0) + 1 + GAP


def _levels(
    dots: Sequence[Dot],
    lines: Iterable[tuple[str, str]],
    apart: Mapping[str, float],
    around: float = math.inf,
) -> dict[str, float]:
    """Return how far down each dot is, in slots, or how far around a circle of so many."""
    lines = list(lines)
    levels = _tag_slots(dots, lines)
    joined = _joined(lines)
    for kind in ("agent", "claim", "document"):
        wanted = _wanted([dot.id for dot in dots if dot.type == kind], joined, levels)
        order = sorted(wanted, key=lambda key: (wanted[key], key))
        found = _closed(spread([wanted[key] for key in order], apart[kind]), apart[kind], around)
        levels |= dict(zip(order, found, strict=True))
    return levels


def _closed(places: list[float], gap: float, around: float) -> list[float]:
    """Return places on a circle whose last is not too near its first: evenly spread if it is."""
    if len(places) < 2 or places[-1] - places[0] <= around - gap:
        return places
    step, middle = around / len(places), (places[0] + places[-1]) / 2
    return [middle + step * (number - (len(places) - 1) / 2) for number in range(len(places))]


def _tag_slots(dots: Sequence[Dot], lines: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Return the tags' slots: claim by claim, in the order in which the dots come."""
    kinds = {dot.id: dot.type for dot in dots}
    claim_of = {a: b for a, b in lines if kinds.get(a) == "tag" and b.startswith("claim:")}
    groups: dict[str, list[Dot]] = defaultdict(list)
    for dot in dots:
        if dot.type == "tag":
            groups[claim_of.get(dot.id, "")].append(dot)
    slots, slot = {}, 0.0
    for group in groups.values():
        for dot in sorted(group, key=lambda dot: SIDES.index(dot.side)):
            slots[dot.id] = slot
            slot += 1
        slot += GAP
    return slots


def _joined(lines: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    joined: dict[str, list[str]] = defaultdict(list)
    for one, other in lines:
        joined[one].append(other)
        joined[other].append(one)
    return joined


def _wanted(
    keys: Sequence[str], joined: Mapping[str, list[str]], levels: Mapping[str, float]
) -> dict[str, float]:
    """Return the middle of what each is joined to; beside another of its kind if that is all."""
    found: dict[str, float] = {}
    for known in (levels, found):
        for key in keys:
            at = [known[other] for other in joined[key] if other in known]
            if at and key not in found:
                found[key] = math.fsum(at) / len(at)  # exact, in whatever order the lines come
    return {key: found.get(key, 0.0) for key in keys}

"""Where the points of a picture stand: apart, and always in the same place."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.graph.layout import COLUMNS, Dot, Point, columns, rings, spread

LAYOUTS = pytest.mark.parametrize("layout", [columns, rings], ids=["columns", "rings"])
KINDS = ("claim", "agent", "document")


@st.composite
def pictures(draw):
    """Tags, each joined to a claim, an agent and a document."""
    others = [Dot(f"{kind}:{n}", kind) for kind in KINDS for n in range(draw(st.integers(1, 6)))]
    ends = st.tuples(*(st.sampled_from([d.id for d in others if d.type == k]) for k in KINDS))
    drawn = draw(
        st.lists(st.tuples(st.sampled_from(["for", "against", "open"]), ends), max_size=25)
    )
    tags = [Dot(f"tag:{n}", "tag", side) for n, (side, _ends) in enumerate(drawn)]
    lines = [(f"tag:{n}", end) for n, (_side, ends_of) in enumerate(drawn) for end in ends_of]
    return [*others, *tags], lines


@LAYOUTS
@given(picture=pictures())
def test_every_point_has_a_place_of_its_own(layout, picture):
    dots, lines = picture

    places = layout(dots, lines)

    assert places.keys() == {dot.id for dot in dots}
    assert len(set(places.values())) == len(dots)


@LAYOUTS
@given(picture=pictures())
def test_the_same_picture_stands_still(layout, picture):
    dots, lines = picture

    assert layout(dots, lines) == layout(list(dots), list(lines))


@LAYOUTS
@given(picture=pictures(), seed=st.integers())
def test_the_order_of_the_lines_moves_nothing(layout, picture, seed):
    dots, lines = picture
    shuffled = random.Random(seed).sample(lines, len(lines))

    assert layout(dots, lines) == layout(dots, shuffled)


@given(picture=pictures())
def test_in_columns_each_kind_has_its_own(picture):
    dots, lines = picture

    places = columns(dots, lines)

    found = {dot.type: places[dot.id].x for dot in dots}
    assert {places[dot.id].x == found[dot.type] for dot in dots} == {True}
    assert len(set(found.values())) == len(found)
    assert sorted(found, key=found.__getitem__) == [kind for kind in COLUMNS if kind in found]


@given(picture=pictures())
def test_in_columns_no_two_points_touch(picture):
    dots, lines = picture
    places = columns(dots, lines)

    for kind in COLUMNS:
        levels = sorted(places[dot.id].y for dot in dots if dot.type == kind)
        assert all(lower - higher > 30 for higher, lower in pairwise(levels))


def test_on_circles_the_start_is_in_the_middle():
    dots = [Dot("claim:C01", "claim"), Dot("tag:1", "tag", "for")]

    places = rings(dots, [("tag:1", "claim:C01")], "claim:C01")

    middle = Point(0, 0)
    assert places["claim:C01"] == middle
    assert places["tag:1"] != middle


def test_tags_of_one_claim_stand_together_by_side():
    dots = [Dot(f"tag:{n}", "tag", side) for n, side in enumerate(("against", "for", "for"))]
    lines = [("tag:0", "claim:A"), ("tag:1", "claim:B"), ("tag:2", "claim:A")]
    dots += [Dot("claim:A", "claim"), Dot("claim:B", "claim")]

    places = columns(dots, lines)

    assert places["tag:2"].y < places["tag:0"].y < places["tag:1"].y


@given(
    wanted=st.lists(st.floats(-1000, 1000), max_size=30).map(sorted),
    gap=st.floats(0.5, 50),
)
def test_spreading_keeps_the_order_the_gap_and_the_middle(wanted, gap):
    found = spread(wanted, gap)

    assert all(after - before >= gap - 1e-6 for before, after in pairwise(found))
    assert sum(found) == pytest.approx(sum(wanted), abs=1e-3)


def test_spreading_moves_nothing_that_is_apart():
    assert spread([0, 10, 30], 5) == pytest.approx([0, 10, 30])

"""The open card of a tag, as each reader sees it."""

import pytest

from annotate.models import Stance
from annotate.queries.tag_card import tag_card
from tests import make


@pytest.fixture
def tag(collection, reviewer):
    return make.tag(make.document(collection=collection), "terrorism", by=reviewer)


@pytest.mark.parametrize(
    ("who", "mine", "may_change"),
    [
        ("reviewer", True, True),
        ("colleague", False, False),
        ("curator", False, True),
        ("reader", False, False),
    ],
)
def test_a_card_says_what_its_reader_may_do(request, tag, who, mine, may_change):
    acts = tag_card(tag, reader=request.getfixturevalue(who)).acts

    assert (acts.mine, acts.may_change) == (mine, may_change)


@pytest.mark.parametrize(
    ("stance", "side"), [("asserts", "for"), ("denies", "against"), ("questions", "open")]
)
def test_a_card_is_on_the_side_its_stance_takes(tag, reviewer, stance, side):
    tag.stance = Stance(stance)

    assert tag_card(tag, reader=reviewer).line.side == side

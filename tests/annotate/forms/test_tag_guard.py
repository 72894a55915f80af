"""What is taken of the guard's proposal, and how long words are shown."""

import pytest

from annotate.forms.tag_guard import SHOWN, shortened, widening

WORDS = {"start": 10, "end": 20, "exact": "0123456789"}
CUE = {"widened_start": 4, "widened_end": 22}
CAVEAT = {"caveat_start": 12, "caveat_end": 30}


@pytest.mark.parametrize(
    ("ticked", "place"),
    [
        ({"widen": True, **CUE}, (4, 22)),
        ({"take_caveat": True, **CAVEAT}, (10, 30)),
        ({"widen": True, **CUE, "take_caveat": True, **CAVEAT}, (4, 30)),
    ],
)
def test_words_are_widened_as_the_person_ticked(ticked, place):
    widened = widening(WORDS | ticked)

    assert (widened["start"], widened["end"]) == place
    assert widened["exact"] == ""


@pytest.mark.parametrize("unticked", [{}, CUE, CAVEAT, {"widen": True}, {"take_caveat": True}])
def test_words_stay_where_nothing_is_ticked_or_nothing_is_proposed(unticked):
    assert widening(WORDS | unticked) == {}


def test_long_words_are_cut_in_the_middle():
    text = "a" * SHOWN + "naïve 😀" + "z" * SHOWN

    assert shortened(text) == "a" * (SHOWN // 2) + " … " + "z" * (SHOWN // 2)
    assert shortened("naïve 😀") == "naïve 😀"

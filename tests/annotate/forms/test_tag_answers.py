"""The two questions of the tag form and the stance that their answers mean."""

import pytest

from annotate.forms.tag_answers import ANSWERS, QUESTIONS, answered
from annotate.models import Stance


def test_every_stance_is_meant_by_one_pair_of_answers():
    assert set(QUESTIONS) == set(Stance)
    assert {answers: stance for stance, answers in QUESTIONS.items()} == ANSWERS


@pytest.mark.parametrize(
    ("values", "stance"),
    [
        ({}, Stance.ASSERTS),
        ({"agree": "no"}, Stance.DENIES),
        ({"held_by": "7"}, Stance.ENDORSES),
        ({"new_held_by": "Ruritania", "agree": "open"}, Stance.ATTRIBUTES),
        ({"held_by": "7", "whose": "own"}, Stance.ASSERTS),
    ],
)
def test_a_holder_makes_it_somebody_elses_unless_the_answer_says_otherwise(values, stance):
    assert answered(values) == stance

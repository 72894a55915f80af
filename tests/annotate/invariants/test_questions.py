"""What a saved question must be, tried in raw SQL."""

import pytest

from annotate.questions.actions import save_question
from tests import make, raw

pytestmark = pytest.mark.django_db


@pytest.fixture
def saved():
    """Return a question somebody keeps."""
    return save_question("Mine", "contested", {}, by=make.person())


@pytest.mark.parametrize(
    ("columns", "rule"),
    [
        ({"name": ""}, "saved_question_has_a_name"),
        ({"name": "Another", "question": "nonsense"}, "saved_question_is_known"),
        ({}, "saved_question_is_named_once"),
    ],
)
def test_a_saved_question_keeps_its_rules(saved, columns, rule):
    with raw.refused(rule):
        raw.execute(raw.insert_like(saved, **columns))

"""Each stance is one row; the sides, signs and holders that others read follow from the rows."""

import pytest

from annotate.text.stances import STANCES, STANCES_ON_ANOTHER, Stance, listed


@pytest.mark.parametrize("stance", Stance)
def test_a_stance_is_found_by_its_code_and_names_a_holder_only_on_anothers_position(
    stance: Stance,
) -> None:
    assert Stance(str(stance)) is stance
    assert ("%(holder)s" in stance.sentence) == stance.on_another
    assert ("%(holder)s" in stance.without_claim) == stance.on_another


def test_every_side_is_taken_of_ones_own_and_of_anothers_position_once() -> None:
    assert len({(stance.side, stance.on_another) for stance in Stance}) == len(Stance) == 6


def test_sides_and_signs_follow_from_the_rows() -> None:
    assert STANCES["for"] == (Stance.ASSERTS, Stance.ENDORSES)
    assert STANCES["against"] == (Stance.DENIES, Stance.REJECTS)
    assert "".join(stance.polarity for stance in Stance) == "+-?+-?"
    assert listed(STANCES_ON_ANOTHER) == "('endorses', 'rejects', 'attributes')"

"""annotate/models/bearing.py: what the claims, voices and sides of two tags tell."""

import pytest

from annotate.models import Relation, Tag
from annotate.models.bearing import corroborate, in_order, proposed_relation

UNITED_STATES, HRIC, SCO = 1, 2, 3


def said(stance: str, by: int, held_by: int | None = None, claim: int = 7, pk: int = 1) -> Tag:
    return Tag(pk=pk, claim_id=claim, stance=stance, asserted_by_id=by, held_by_id=held_by)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (said("asserts", UNITED_STATES), said("asserts", HRIC)),
        (said("asserts", UNITED_STATES), said("endorses", HRIC, SCO)),
        (said("denies", UNITED_STATES), said("rejects", HRIC, SCO)),
        (said("rejects", UNITED_STATES, SCO), said("attributes", HRIC, SCO)),
    ],
)
def test_two_voices_that_agree_on_a_claim_corroborate(one, other):
    assert corroborate(one, other)
    assert proposed_relation(one, other) == Relation.CORROBORATES


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (said("asserts", HRIC), said("asserts", HRIC)),
        (said("asserts", UNITED_STATES), said("asserts", HRIC, claim=8)),
        (said("asserts", UNITED_STATES), said("denies", HRIC)),
        (said("asserts", UNITED_STATES), said("attributes", HRIC, SCO)),
    ],
)
def test_one_voice_or_two_claims_or_two_sides_do_not_corroborate(one, other):
    assert not corroborate(one, other)


def test_opposite_sides_of_a_claim_are_proposed_to_contradict():
    assert proposed_relation(said("asserts", HRIC), said("denies", SCO)) == Relation.CONTRADICTS


def test_of_different_claims_the_person_chooses_the_relation():
    assert proposed_relation(said("asserts", HRIC), said("asserts", SCO, claim=8)) == ""


@pytest.mark.parametrize("relation", ["corroborates", "contradicts", "related"])
def test_what_reads_the_same_both_ways_is_stored_by_id(relation):
    early, late = said("asserts", HRIC, pk=1), said("asserts", SCO, pk=2)

    assert in_order(relation, late, early) == (early, late)


def test_a_directed_relation_keeps_its_direction():
    early, late = said("asserts", HRIC, pk=1), said("asserts", SCO, pk=2)

    assert in_order("supports", late, early) == (late, early)

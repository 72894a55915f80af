"""Each relation is one row; what else is known of it is read from that row."""

import pytest
from django.utils.translation import override

from annotate.models.relation import DERIVED, MANUAL_RELATIONS, SYMMETRIC, Relation

FAMILIES = {"agree", "conflict", "provenance", "dialogue", "other"}


@pytest.mark.parametrize("relation", Relation)
def test_a_relation_is_found_by_its_code_and_belongs_to_a_family(relation):
    assert Relation(str(relation)) is relation
    assert relation.family in FAMILIES


def test_a_relation_reads_in_words_from_both_ends():
    with override("en"):
        assert (str(Relation.SUPPORTS.label), Relation.SUPPORTS.inverse) == (
            "supports",
            "is supported by",
        )
        assert (str(Relation.RELATED.label), Relation.RELATED.inverse) == ("is related to",) * 2


def test_exports_have_a_code_from_both_ends():
    assert (Relation.DERIVES_FROM.value, Relation.DERIVES_FROM.inverse_code) == (
        "derives_from",
        "source_of",
    )
    assert Relation.CONTRADICTS.inverse_code == "contradicts"


def test_what_reads_the_same_both_ways_and_what_is_derived_follow_from_the_rows():
    assert {*SYMMETRIC} == {Relation.CORROBORATES, Relation.CONTRADICTS, Relation.RELATED}
    assert {*DERIVED} == {Relation.QUOTES, Relation.DERIVES_FROM}
    assert all(relation.meaning for relation in MANUAL_RELATIONS)

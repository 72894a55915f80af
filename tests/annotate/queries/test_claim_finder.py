"""What the picker finds, and in which order."""

import pytest

from annotate.models import Claim, ClaimStatus
from annotate.queries.claims import find_claims, near_same_claims
from tests import make


@pytest.fixture
def found(seeds, reviewer):
    """Return what a search in the seeds finds: public ids, the likeliest first."""

    def search(query, **options):
        options = {"reader": reviewer, "collection_id": seeds.collection.pk} | options
        return [claim.public_id for claim in find_claims(query, **options)]

    return search


@pytest.fixture
def named(seeds):
    """Return C18 after it was given names in Chinese and Russian."""
    claim = seeds.claim("C18")
    claim.alt_labels = [
        {"text": "驱回", "language": "zh"},
        {"text": "невысылка", "language": "ru"},
    ]
    claim.save()
    return claim


@pytest.mark.parametrize("query", ["equat", "equates terror", "EQUAT", "C01", "c1", "1", "01"])
def test_the_claim_meant_comes_first(found, query):
    assert found(query)[0] == "C01"


@pytest.mark.parametrize("query", ["驱回", "驱", "невысылка", "НЕВЫСЫЛК", "невысылки"])
def test_a_name_in_another_language_finds_its_claim(found, named, query):
    assert found(query) == ["C18"]


def test_the_name_that_was_found_is_shown(seeds, reviewer, named):
    claim = find_claims("驱回", reader=reviewer, collection_id=seeds.collection.pk)[0]

    assert claim.alt_label == "驱回"


@pytest.mark.parametrize("query", ["non-refoulment", "nonrefoulement", "violation refoulement"])
def test_a_slip_or_another_order_still_finds(found, query):
    assert found(query)[0] == "C18"


def test_the_scope_note_is_searched(found):
    assert "C01" in found("Three Evils")


def test_words_already_tagged_find_their_claim(found):
    assert "C04" in found("as a cover for")
    assert found("civilizational diversity and")[0] == "C04"


def test_a_label_that_begins_so_comes_before_one_that_holds_it(seeds, found):
    made = make.claim("on human trade", text="Nothing here is about that.")

    assert found("human")[:2] == ["C11", made.public_id]


def test_signs_of_patterns_mean_themselves(found):
    assert found("100%_") == []
    assert found("\\") == []


def test_nothing_typed_offers_what_the_person_used_last(found, seeds, reviewer):
    for public_id, words in [("C05", "United"), ("C09", "United"), ("C05", "States")]:
        make.tag(seeds.statement, words, claim=seeds.claim(public_id), by=reviewer)

    assert found("", by=reviewer)[:3] == ["C05", "C09", "C01"]


def test_nothing_typed_by_somebody_new_offers_what_is_used_most(found, reviewer):
    assert found("", by=reviewer)[:5] == ["C01", "C07", "C08", "C11", "C24"]


@pytest.mark.parametrize("status", [ClaimStatus.DEPRECATED, ClaimStatus.SPLIT])
def test_a_claim_out_of_use_is_not_offered(found, seeds, status):
    make.claim("equatorial claim", status=status)

    assert len(found("equatorial")) == 0


def test_a_claim_of_another_collection_is_not_offered(found, closed, insider):
    make.claim("equatorial claim", home=closed)

    assert found("equatorial") == []
    assert found("equatorial", reader=insider) == []
    assert found("equatorial", reader=insider, collection_id=closed.pk) != []


def test_words_in_documents_one_cannot_read_find_nothing(found, seeds, closed, insider):
    secret = make.document("Title\n\nThe zymurgist was arrested.\n", collection=closed)
    make.tag(secret, "zymurgist", claim=seeds.claim("C02"))

    assert found("zymurgist") == []
    assert found("zymurgist", reader=insider) == ["C02"]


def test_a_search_takes_five_queries_however_many_claims(found, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        found("nothing holds these words")


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("violates non-refoulement", "Practices of the SCO break non-refoulement."),
        ("no return", "SCO counter-terrorism practices violate non-refoulement and asylum."),
    ],
)
def test_a_near_same_claim_is_found(seeds, reviewer, label, text):
    near = near_same_claims(label, text, reviewer, seeds.collection.pk)

    assert near[0].public_id == "C18"


def test_a_new_matter_has_no_near_same_claim(seeds, reviewer):
    text = "Kazakhstan closed independent newspapers."

    assert near_same_claims("closes newspapers", text, reviewer, seeds.collection.pk) == []


def test_a_private_claim_is_never_named_as_near_same(seeds, reviewer, closed):
    make.claim("closes newspapers", text="Kazakhstan closed newspapers.", home=closed)

    near = near_same_claims("closes newspapers", "It closed them.", reviewer, seeds.collection.pk)

    assert near == []
    assert Claim.objects.filter(label="closes newspapers").exists()

"""Merges undone in whatever order: everything comes back, and stands right in between."""

import random
from itertools import pairwise

import pytest

from annotate.actions.claims import edit_claim
from annotate.actions.tags import confirm_tag, edit_tag
from annotate.codebook.claim_merges import merge_claims, undo_merge
from annotate.codebook.hierarchy import hang_below
from annotate.models import Claim, ClaimMerge, Link, Tag
from tests import make
from tests.annotate.codebook.test_claim_merges import WHY, again, merge, state

WORDS = ("The State", "naïve 😀", "terrorism")


@pytest.fixture
def chain(collection):
    """Return four claims in use."""
    return [make.claim() for _ in range(4)]


@pytest.fixture
def place(collection):
    return make.document(collection=collection)


def everything():
    return [state(model) for model in (Tag, Link, Claim)]


# A chain of three, from its end.


def test_what_became_the_source_leads_to_it_again_at_any_remove(chain, curator, reviewer):
    first, second, third, fourth = chain
    tag = make.tag(claim=first, by=reviewer)
    one, _two, last = (merge(a, b, curator) for a, b in pairwise(chain))

    undo_merge(last, by=curator)

    assert [again(claim).merged_into for claim in chain] == [third, third, None, None]
    assert again(tag).claim == third
    answer = make.browser(curator).post(f"/claims/{first.public_id}/unmerge/")
    assert answer.status_code == 303
    assert (again(tag).claim, again(first).status) == (first, "active")
    assert again(one).undone_at is not None
    assert [again(claim).merged_into for claim in (second, fourth)] == [third, None]


# Tags.


def test_a_tag_made_stale_by_a_later_merge_stands_again_with_its_links(
    chain, place, curator, reviewer
):
    first, second, third, _ = chain
    tag, _kept = (make.tag(place, WORDS[0], claim=one, by=reviewer) for one in (first, third))
    link = make.link(tag, make.tag(by=reviewer), by=reviewer)
    earlier = merge(first, second, curator)
    later = merge(second, third, curator)
    assert again(tag).status == "stale"

    undo_merge(earlier, by=curator)
    assert (again(tag).claim, again(tag).status) == (first, "submitted")
    assert again(tag).stale_reason == ""
    assert again(link).status == "submitted"

    undo_merge(later, by=curator)
    assert (again(tag).claim, again(tag).status) == (first, "submitted")


def test_a_tag_stays_stale_where_the_merge_that_made_it_so_stands(chain, place, curator, reviewer):
    first, second, third, _ = chain
    tag, _kept = (make.tag(place, WORDS[0], claim=one, by=reviewer) for one in (first, second))
    merge(first, second, curator)
    later = merge(second, third, curator)

    undo_merge(later, by=curator)

    assert (again(tag).claim, again(tag).status) == (second, "stale")


def test_a_tag_does_not_follow_a_claim_that_only_passed_it_on(chain, curator, reviewer):
    first, second, third, _ = chain
    tag = make.tag(claim=first, by=reviewer)
    earlier = merge(first, second, curator)
    later = merge(second, third, curator)
    undo_merge(earlier, by=curator)
    back = merge(third, first, curator)

    undo_merge(later, by=curator)

    assert again(tag).claim == first
    undo_merge(back, by=curator)
    assert again(tag).claim == first


def test_a_tag_that_its_author_gave_another_claim_goes_back_to_that_one(chain, curator, reviewer):
    first, second, third, _ = chain
    tag = make.tag(claim=first, by=reviewer)
    earlier = merge(first, second, curator)
    edit_tag(again(tag), revision=again(tag).revision, by=reviewer, claim=third)
    later = merge(third, second, curator)

    undo_merge(earlier, by=curator)
    assert again(tag).claim == second

    undo_merge(later, by=curator)
    assert again(tag).claim == third


def test_what_something_else_made_stale_since_stays_so(chain, place, curator, reviewer):
    first, second, *_ = chain
    tag, kept = (make.tag(place, WORDS[0], claim=one, by=reviewer) for one in (first, second))
    made = merge(first, second, curator)
    kept = again(kept)
    edit_tag(
        kept, revision=kept.revision, by=reviewer, start=kept.start, end=kept.end - 1, exact=None
    )
    confirm_tag(again(tag), by=reviewer)
    text = "The State detains lawyers."
    edit_claim(again(second), {"text": text}, by=curator, meaning_changed=True)

    undo_merge(made, by=curator)

    assert (again(tag).claim, again(tag).stale_reason) == (first, "The claim was reworded.")


# Names.


def test_a_name_stays_as_long_as_a_claim_brings_it(chain, curator):
    name = {"text": "拘留", "language": "zh"}
    one, other, middle, target = chain
    Claim.objects.filter(pk__in=[one.pk, other.pk]).update(alt_labels=[name], revision=2)
    through, _on, beside = (
        merge(one, middle, curator),
        merge(middle, target, curator),
        merge(other, target, curator),
    )

    undo_merge(through, by=curator)
    assert name in again(target).alt_labels
    assert name not in again(middle).alt_labels

    undo_merge(beside, by=curator)
    assert name not in again(target).alt_labels


def test_a_name_the_target_has_of_its_own_stays(chain, curator):
    name = {"text": "拘留", "language": "zh"}
    source, middle, target, _ = chain
    Claim.objects.filter(pk__in=[source.pk, target.pk]).update(alt_labels=[name], revision=2)
    made = merge(source, middle, curator)
    merge(middle, target, curator)

    undo_merge(made, by=curator)

    assert name in again(target).alt_labels


# Places.


def test_a_claim_hangs_where_it_did_after_merges_around_it(collection, curator):
    aside, top, other = (make.claim() for _ in range(3))
    claim = make.claim(broader=top)
    first, second, third = (
        merge(aside, claim, curator),
        merge(top, other, curator),
        merge(other, claim, curator),
    )

    for made in (second, third, first):
        undo_merge(made, by=curator)

    assert again(claim).broader == top


def test_a_place_follows_what_a_later_merge_made_of_it(chain, curator):
    top, middle, end, _ = chain
    claim = make.claim(broader=top)
    first = merge(top, middle, curator)
    second = merge(middle, end, curator)

    undo_merge(second, by=curator)
    assert again(claim).broader == middle

    undo_merge(first, by=curator)
    assert again(claim).broader == top


def test_where_somebody_hung_a_claim_since_it_stays(chain, curator):
    top, target, chosen, _ = chain
    claim = make.claim(broader=top)
    made = merge(top, target, curator)
    hang_below(again(claim), again(chosen), by=curator)

    undo_merge(made, by=curator)

    assert again(claim).broader == chosen


# All of it.


@pytest.mark.parametrize("seed", range(12))
def test_any_merges_undone_in_any_order_leave_everything_as_it_was(
    seed, collection, place, curator, reviewer, colleague
):
    dice = random.Random(seed)
    claims = _codebook(dice)
    _tags(dice, claims, place, (reviewer, colleague))
    before = everything()

    _merge_and_undo(dice, claims, curator)
    standing = list(ClaimMerge.objects.standing())
    dice.shuffle(standing)
    for made in standing:
        undo_merge(made, by=curator)
        _assert_tags_stand_where_claims_lead()

    assert everything() == before


def _codebook(dice):
    names = [{"text": "拘留", "language": "zh"}, {"text": "detention", "language": "en"}]
    claims: list[Claim] = []
    for _ in range(5):
        broader = dice.choice([None, *claims])
        labels = dice.sample(names, dice.randrange(3))
        claims.append(make.claim(broader=broader, alt_labels=labels, wording=dice.choice((1, 2))))
    return claims


def _tags(dice, claims, place, people):
    tags = []
    for person in people:
        for claim in claims:
            for words in dice.sample(WORDS, 2):
                status = dice.choice(("submitted", "accepted", "accepted", "stale", "withdrawn"))
                why = "The words moved." if status == "stale" else ""
                tags.append(
                    make.tag(place, words, claim=claim, by=person, status=status, stale_reason=why)
                )
    live = [tag for tag in tags if tag.is_live]
    for one, other in zip(dice.sample(live, 6), live, strict=False):
        if one != other:
            make.link(one, other, "supports", by=people[0])


def _merge_and_undo(dice, claims, curator):
    """Merge at random, and now and then take apart what stands."""
    for _ in range(6):
        open_ones = [claim for claim in map(again, claims) if claim.merged_into_id is None]
        standing = list(ClaimMerge.objects.standing())
        if standing and (len(open_ones) < 2 or dice.random() < 0.25):
            undo_merge(dice.choice(standing), by=curator)
        else:
            merge_claims(*dice.sample(open_ones, 2), by=curator, reason=WHY)
        _assert_tags_stand_where_claims_lead()


def _assert_tags_stand_where_claims_lead():
    for tag in Tag.objects.select_related("claim"):
        made_on = Claim.objects.get(pk=tag.claim_when_tagged_id)
        assert tag.claim_id == (made_on.merged_into_id or made_on.pk)
    assert not Claim.objects.filter(broader__status="merged").exists()

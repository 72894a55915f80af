"""Merging claims, and taking them apart exactly."""

import pytest
from django.core.exceptions import ValidationError

from annotate.actions.claims import edit_claim
from annotate.actions.pairs import forget_pair, tell_claims_apart
from annotate.actions.tags import confirm_tag, edit_tag, withdraw_tag
from annotate.codebook.claim_merges import merge_claims, undo_merge
from annotate.models import Claim, ClaimPair, Link, Tag
from corpus.revisions import StaleRevision
from tests import make
from tests.acts import last_act

WHY = "They say the same."


def again(row):
    return type(row).objects.get(pk=row.pk)


def merge(source, target, by):
    return merge_claims(again(source), again(target), by=by, reason=WHY)


def state(model=Tag):
    """Return every row as it stands, but for what counts its saves."""
    rows = model.objects.order_by("pk").values()
    return [{name: row[name] for name in row if name != "revision"} for row in rows]


@pytest.fixture
def pair(collection, reviewer):
    """Return two claims, each with a tag of the reviewer's in the open collection."""
    source, target = make.claim("detains lawyers"), make.claim("jails lawyers")
    place = make.document(collection=collection)
    make.tag(place, "The State", claim=source, by=reviewer)
    make.tag(place, "naïve 😀", claim=target, by=reviewer)
    return source, target


def foreign_keys_to(model):
    """Return every column of the program's own tables that points to `model`, by its name."""
    return {
        f"{relation.related_model._meta.label}.{relation.field.name}"
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created
        and not relation.concrete
        and getattr(relation.field, "db_constraint", False)
    }


# Computed again with every merge; records of their own; and what is read through the merge.
COMPUTED = {"annotate.Tag.claim", "annotate.Claim.broader", "annotate.Claim.merged_into"}
RECORDS = {
    "annotate.Tag.claim_when_tagged",
    "annotate.ClaimMerge.source",
    "annotate.ClaimMerge.target",
}
FOLLOWED = {
    *("annotate.Remark.claim", "annotate.ClaimPair.first", "annotate.ClaimPair.second"),
    *("annotate.BriefItem.claim", "annotate.ClaimSplit.source", "annotate.SplitPart.claim"),
}


def test_of_every_foreign_key_to_a_claim_it_is_known_what_a_merge_makes_of_it():
    assert foreign_keys_to(Claim) == COMPUTED | RECORDS | FOLLOWED


def test_tags_move_and_keep_what_they_were_tagged_with(pair, curator):
    source, target = pair

    merge(source, target, curator)

    tags = Tag.objects.filter(claim=target)
    assert tags.count() == 2
    assert {tag.status for tag in tags} == {"submitted"}
    assert {tag.claim_when_tagged for tag in tags} == {source, target}
    assert (again(source).status, again(source).merged_into) == ("merged", target)


def test_a_moved_tag_is_read_under_the_wording_of_its_new_claim(pair, curator):
    source, target = pair
    edit_claim(again(target), {"text": "States jail lawyers."}, by=curator, meaning_changed=True)

    merge(source, target, curator)

    moved = Tag.objects.get(claim_when_tagged=source)
    assert (moved.claim_wording, moved.status) == (2, "submitted")


@pytest.mark.parametrize("status", ["stale", "withdrawn", "rejected"])
def test_tags_that_do_not_stand_move_too(pair, curator, reviewer, status):
    source, target = pair
    made = make.tag(claim=source, by=reviewer, status=status)

    merge(source, target, curator)

    assert (again(made).claim, again(made).status) == (target, status)


def test_of_two_tags_of_one_person_on_the_same_words_one_gets_a_second_look(
    pair, curator, reviewer, colleague
):
    source, target = pair
    kept = Tag.objects.get(claim=target)
    twin = make.tag(kept.passage, "naïve 😀", claim=source, by=reviewer, stance="denies")
    theirs = make.tag(kept.passage, "naïve 😀", claim=source, by=colleague, stance="denies")
    link = make.link(twin, make.tag(by=reviewer), by=reviewer)

    merge(source, target, curator)

    assert [again(tag).status for tag in (kept, twin, theirs)] == [
        "submitted",
        "stale",
        "submitted",
    ]
    assert again(link).status == "stale"


def test_the_target_is_found_by_the_names_of_the_source(pair, curator):
    source, target = pair
    names = [{"text": "拘留", "language": "zh"}]
    Claim.objects.filter(pk=source.pk).update(alt_labels=names, revision=2)

    merge(source, target, curator)

    found = [name["text"] for name in again(target).alt_labels]
    assert found == ["detains lawyers", "拘留"]


def test_a_closed_collections_names_do_not_reach_a_shared_claim(closed, insider):
    curator = make.member(closed, "curator")
    source, target = make.claim("zebra", home=closed), make.claim("animals")

    merge(source, target, curator)

    assert again(target).alt_labels == []


def test_chains_are_flattened_and_come_back(pair, curator):
    first, (second, third) = make.claim(), pair
    merge(first, second, curator)

    later = merge(second, third, curator)
    assert again(first).merged_into == third

    undo_merge(later, by=curator)
    assert again(first).merged_into == second


def test_the_first_of_a_chain_is_taken_out_of_it(pair, curator, reviewer):
    first, (second, third) = make.claim(), pair
    tag = make.tag(claim=first, by=reviewer)
    earlier = merge(first, second, curator)
    later = merge(second, third, curator)

    undo_merge(earlier, by=curator)
    assert (again(tag).claim, again(first).status) == (first, "active")

    undo_merge(later, by=curator)
    assert again(tag).claim == first
    assert Tag.objects.get(claim_when_tagged=second).claim == second


def test_narrower_claims_hang_on_the_target(pair, curator):
    source, target = pair
    child = make.claim(broader=source)

    made = merge(source, target, curator)
    assert again(child).broader == target

    undo_merge(made, by=curator)
    assert again(child).broader == source


@pytest.mark.parametrize("depth", [1, 2])
def test_a_claim_merges_into_a_narrower_one_without_a_circle(collection, curator, depth):
    top = make.claim()
    source = make.claim(broader=top)
    between = make.claim(broader=source)
    target = between if depth == 1 else make.claim(broader=between)

    made = merge(source, target, curator)
    assert again(between).broader == top

    undo_merge(made, by=curator)
    assert again(between).broader == source


def test_undoing_restores_every_tag_link_and_claim_exactly(pair, curator, reviewer, colleague):
    source, target = pair
    kept = Tag.objects.get(claim=target)
    twin = make.tag(kept.passage, "naïve 😀", claim=source, by=reviewer, stance="denies")
    make.link(twin, make.tag(by=reviewer), by=reviewer)
    one, other = (make.tag(claim=source, by=colleague) for _ in range(2))
    make.link(one, other, "corroborates", by=colleague)
    make.tag(claim=source, by=colleague, status="stale", stale_reason="Words moved.")
    make.tag(claim=source, by=colleague, status="withdrawn", status_before="accepted")
    make.claim(broader=source)
    before = [state(model) for model in (Tag, Link, Claim)]

    made = merge(source, target, curator)
    assert [state(model) for model in (Tag, Link, Claim)] != before
    undo_merge(made, by=curator)

    assert [state(model) for model in (Tag, Link, Claim)] == before


def test_what_people_did_since_stays_as_they_left_it(pair, curator, reviewer):
    source, target = pair
    third = make.claim()
    moved = Tag.objects.get(claim=source)
    withdrawn = make.tag(claim=source, by=reviewer)
    made = merge(source, target, curator)
    edit_tag(again(moved), revision=again(moved).revision, by=reviewer, claim=third)
    withdraw_tag(again(withdrawn), by=reviewer)
    new = make.tag(claim=again(target), by=reviewer)

    undo_merge(made, by=curator)

    assert again(moved).claim == third
    assert (again(withdrawn).claim, again(withdrawn).status) == (source, "withdrawn")
    assert again(new).claim == target


def test_what_was_confirmed_under_the_target_alone_is_looked_at_again(pair, curator, reviewer):
    source, target = pair
    tag = Tag.objects.get(claim=source)
    edit_claim(again(source), {"text": "States detain lawyers."}, by=curator, meaning_changed=True)
    made = merge(source, target, curator)
    confirm_tag(again(tag), by=reviewer)

    undo_merge(made, by=curator)

    assert (again(tag).status, again(tag).claim) == ("stale", source)


def test_links_that_corroborate_only_as_one_claim_turn_stale_when_it_is_undone(pair, curator):
    source, target = pair
    made = merge(source, target, curator)
    author = make.agent()
    one = Tag.objects.get(claim_when_tagged=source)
    other = make.tag(make.document(author=author), claim=again(target))
    link = make.link(one, other, "corroborates")

    undo_merge(made, by=curator)

    assert again(link).status == "stale"


def test_a_merge_is_undone_once(pair, curator):
    made = merge(pair[0], pair[1], curator)
    undo_merge(made, by=curator)

    with pytest.raises(ValidationError, match="already been taken apart"):
        undo_merge(made, by=curator)


def test_a_claim_that_was_out_of_use_is_so_again(pair, curator):
    source = make.claim(status="deprecated")

    made = merge(source, pair[1], curator)
    undo_merge(made, by=curator)

    assert again(source).status == "deprecated"


def test_tags_in_collections_the_curator_cannot_see_move_too(pair, curator, closed, insider):
    source, target = pair
    hidden = make.tag(make.document(collection=closed), claim=source, by=insider)

    made = merge(source, target, curator)
    assert (again(hidden).claim, again(hidden).status) == (target, "submitted")

    undo_merge(made, by=curator)
    assert again(hidden).claim == source
    assert last_act(hidden)["action"] == "undo_merge"


def test_everybodys_claim_does_not_become_a_collections_own(closed, curator_elsewhere):
    source, target = make.claim(), make.claim(home=closed)

    with pytest.raises(ValidationError, match="other way round"):
        merge(source, target, curator_elsewhere)

    assert again(source).status == "active"


def test_a_collections_own_claim_becomes_everybodys(closed, insider, curator_elsewhere):
    source, target = make.claim(home=closed), make.claim()
    tag = make.tag(make.document(collection=closed), claim=source, by=insider)

    merge(source, target, curator_elsewhere)

    assert again(tag).claim == target


@pytest.mark.parametrize("who", ["reviewer", "stranger", "reader"])
def test_only_curators_merge(pair, request, who):
    somebody = request.getfixturevalue(who)

    with pytest.raises(ValidationError, match="Only a curator can merge"):
        merge(pair[0], pair[1], somebody)


def test_only_its_own_curator_merges_a_collections_claim(collection, closed, curator):
    with pytest.raises(ValidationError, match="Only a curator can merge"):
        merge(make.claim(home=closed), make.claim(), curator)


def test_a_merge_says_why(pair, curator):
    with pytest.raises(ValidationError):
        merge_claims(*map(again, pair), by=curator, reason="  ")

    assert again(pair[0]).status == "active"


def test_a_claim_does_not_merge_into_itself(pair, curator):
    with pytest.raises(ValidationError, match="a different one"):
        merge(pair[0], pair[0], curator)


def test_a_claim_that_takes_no_tags_is_no_target(pair, curator):
    with pytest.raises(ValidationError, match="no longer takes tags"):
        merge(pair[0], make.claim(status="deprecated"), curator)


def test_who_merges_on_an_old_reading_changes_nothing(pair, curator):
    source, target = map(again, pair)
    edit_claim(again(target), {"label": "newer"}, by=curator, meaning_changed=False)

    with pytest.raises(StaleRevision):
        merge_claims(source, target, by=curator, reason=WHY)

    assert again(source).status == "active"


def test_claims_found_different_are_not_merged(pair, curator):
    told = tell_claims_apart(*reversed(pair), by=curator, reason="Lawyers are not detained here.")

    with pytest.raises(ValidationError, match="not the same"):
        merge(pair[0], pair[1], curator)
    forget_pair(told, by=curator)
    merge(pair[0], pair[1], curator)

    assert again(pair[0]).status == "merged"


def test_nor_are_those_that_became_them(pair, curator):
    third = make.claim()
    tell_claims_apart(pair[0], third, by=curator)
    merge(pair[0], pair[1], curator)

    with pytest.raises(ValidationError, match="not the same"):
        merge(pair[1], third, curator)


def test_what_stands_merged_is_not_told_apart(pair, curator):
    third = make.claim()
    merge(third, pair[1], curator)
    made = merge(pair[0], pair[1], curator)

    for one, other in (pair, (third, pair[0])):
        with pytest.raises(ValidationError, match="Take them apart first"):
            tell_claims_apart(one, other, by=curator)

    undo_merge(made, by=curator)
    assert tell_claims_apart(*pair, by=curator)


def test_that_two_are_not_the_same_is_remembered_once(pair, curator):
    first = tell_claims_apart(*pair, by=curator)

    assert tell_claims_apart(*reversed(pair), by=curator) == first
    assert ClaimPair.objects.count() == 1


def test_the_history_of_a_tag_tells_of_the_merge(pair, curator):
    merge(pair[0], pair[1], curator)

    told = last_act(Tag.objects.get(claim_when_tagged=pair[0]))
    assert told == {"by": curator.pk, "action": "merge_claims", "reason": WHY}


def test_a_tag_given_another_claim_is_coded_to_that(pair, curator, reviewer):
    tag, third = Tag.objects.get(claim=pair[0]), make.claim()

    edit_tag(tag, revision=tag.revision, by=reviewer, claim=third)

    assert again(tag).claim == again(tag).claim_when_tagged == third


def test_a_tag_saved_again_under_the_target_is_still_coded_to_the_source(pair, curator, reviewer):
    tag = Tag.objects.get(claim=pair[0])
    made = merge(pair[0], pair[1], curator)
    tag = again(tag)
    edit_tag(tag, revision=tag.revision, by=reviewer, claim=pair[1], note="So it says.")

    undo_merge(made, by=curator)

    assert (again(tag).claim, again(tag).status) == (pair[0], "submitted")


def test_a_name_that_a_person_took_away_since_does_not_come_back(pair, curator):
    source, target = pair
    merge(source, target, curator)
    edit_claim(again(target), {"alt_labels": []}, by=curator, meaning_changed=False)

    merge(make.claim("arrests lawyers"), target, curator)

    assert [name["text"] for name in again(target).alt_labels] == ["arrests lawyers"]

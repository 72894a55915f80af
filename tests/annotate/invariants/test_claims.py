"""Claims, tried in raw SQL."""

import pytest
from django.db import connection

from annotate.models import Claim, Link, Remark, Tag, TagProvision
from tests import make, raw

pytestmark = pytest.mark.django_db


# I10: merged claims say into which; no new tags on what is closed.


@pytest.mark.parametrize("change", [{"status": "merged"}, {"merged_into_id": True}])
def test_a_merged_claim_says_into_which(change):
    claim, other = make.claim(), make.claim()
    change = {name: other.pk if value is True else value for name, value in change.items()}

    with raw.refused("merged_claim_says_into_which"):
        raw.execute(raw.update(claim, **change))


def merge(claim, other):
    raw.execute(raw.update(claim, status="merged", merged_into_id=other.pk))


def test_a_claim_does_not_merge_into_a_merged_one():
    one, two, three = make.claim(), make.claim(), make.claim()
    merge(two, three)

    with raw.refused("claim_merges_into_one_that_stands"):
        merge(one, two)


def test_a_claim_others_merged_into_is_not_merged_before_them():
    one, two, three = make.claim(), make.claim(), make.claim()
    merge(one, two)

    with raw.refused("claim_merges_into_one_that_stands"):
        merge(two, three)


def test_claims_do_not_merge_in_a_circle():
    one, two = make.claim(), make.claim()
    merge(one, two)

    with raw.refused("claim_merges_into_one_that_stands"):
        merge(two, one)


@pytest.mark.parametrize("field", ["merged_into_id", "broader_id"])
def test_a_claim_does_not_stand_on_itself(field):
    claim = make.claim()
    status = {"status": "merged"} if field == "merged_into_id" else {}

    with raw.refused("claim_does_not_stand_on_itself"):
        raw.execute(raw.update(claim, **{field: claim.pk}, **status))


def test_chains_are_flattened_one_by_one():
    one, two, three = make.claim(), make.claim(), make.claim()
    merge(one, two)

    raw.execute(raw.update(one, merged_into_id=three.pk))
    merge(two, three)


@pytest.mark.parametrize("status", ["deprecated", "split"])
@pytest.mark.parametrize("tag_status", ["submitted", "stale", "withdrawn"])
def test_a_closed_claim_takes_no_tags(status, tag_status, passage):
    claim = make.claim(status=status)

    with raw.refused("tag_claim_is_open"):
        make.tag(passage, "disagrees", claim=claim, status=tag_status)


@pytest.mark.parametrize("tag_status", ["submitted", "stale"])
def test_a_tag_does_not_move_to_a_closed_claim(tag, acting, tag_status):
    closed = make.claim(status="deprecated")

    with raw.refused("tag_claim_is_open"):
        raw.execute(raw.update(tag, claim_id=closed.pk, status=tag_status))


def test_a_withdrawn_tag_does_not_come_back_to_a_closed_claim(tag, acting):
    raw.execute(raw.update(tag, status="withdrawn"))
    raw.execute(raw.update(tag.claim, status="deprecated"))

    with raw.refused("tag_claim_is_open"):
        raw.execute(raw.update(tag, status="submitted"))


def test_two_merges_at_once_make_no_chain(sessions):
    one, two, three = make.claim(), make.claim(), make.claim()
    first, second = sessions()

    first.run(raw.update(one, status="merged", merged_into_id=two.pk))
    merging = second.start(raw.update(two, status="merged", merged_into_id=three.pk))
    second.await_waiting()
    first.commit()

    with raw.refused("claim_merges_into_one_that_stands"):
        merging.result(raw.LONGEST_WAIT)


# I11: a claim in use stays; nothing cascades into tags or links.


@pytest.mark.parametrize("status", ["deprecated", "split"])
@pytest.mark.parametrize("tag_status", ["submitted", "accepted"])
def test_a_claim_with_live_tags_stays_open(tag, acting, status, tag_status):
    raw.execute(raw.update(tag, status=tag_status))

    with raw.refused("claim_with_live_tags_stays_open"):
        raw.execute(raw.update(tag.claim, status=status))


def test_a_claim_with_live_tags_does_not_merge(tag):
    with raw.refused("claim_with_live_tags_stays_open"):
        raw.execute(raw.update(tag.claim, status="merged", merged_into_id=make.claim().pk))


@pytest.mark.parametrize("tag_status", ["withdrawn", "stale", "rejected"])
def test_a_claim_without_live_tags_is_deprecated(tag, acting, tag_status):
    raw.execute(raw.update(tag, status=tag_status))

    raw.execute(raw.update(tag.claim, status="deprecated"))


def test_a_claim_is_never_deleted():
    with raw.refused("claim_is_never_deleted"):
        raw.execute(raw.delete(make.claim()))


def test_a_tag_is_never_deleted(tag, acting):
    with raw.refused("tag_is_never_deleted"):
        raw.execute(raw.delete(tag))


def test_a_link_is_never_deleted():
    with raw.refused("link_is_never_deleted"):
        raw.execute(raw.delete(make.link()))


def test_nothing_cascades():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conrelid::regclass::text, conname FROM pg_constraint"
            " WHERE contype = 'f' AND confdeltype NOT IN ('a', 'r')"
        )
        assert cursor.fetchall() == []


@pytest.mark.parametrize("model", [Claim, Tag, Link, Remark, TagProvision])
def test_what_has_a_history_is_never_emptied(model):
    with raw.refused("what_has_a_history_is_never_emptied"):
        raw.execute(raw.truncate(model))


def test_a_claim_deprecated_while_a_tag_is_made(sessions, tag, reviewer):
    raw.retract(tag)
    first, second = sessions(reviewer)

    first.run(raw.update(tag.claim, status="deprecated"))
    tagging = second.start(raw.insert_like(tag))
    second.await_waiting()
    first.commit()

    with raw.refused("tag_claim_is_open"):
        tagging.result(raw.LONGEST_WAIT)


def test_a_tag_made_while_its_claim_is_deprecated(sessions, tag, reviewer):
    raw.retract(tag)
    first, second = sessions(reviewer)

    first.run(raw.insert_like(tag))
    deprecating = second.start(raw.update(tag.claim, status="deprecated"))
    second.await_waiting()
    first.commit()

    with raw.refused("claim_with_live_tags_stays_open"):
        deprecating.result(raw.LONGEST_WAIT)


# I12: a reworded claim leaves no live tag under its earlier wording.


def test_a_reworded_claim_leaves_no_live_tag(tag):
    with raw.refused_at_commit("reworded_claim_leaves_no_live_tag"):
        raw.execute(raw.update(tag.claim, wording=2))


def test_a_reworded_claim_whose_tags_turn_stale_is_saved(tag, acting):
    raw.execute(raw.update(tag, status="stale"))
    raw.execute(raw.update(tag.claim, wording=2))
    raw.commit()

    with raw.refused("tag_is_coded_to_the_present_wording"):
        raw.execute(raw.update(tag, status="submitted"))


@pytest.mark.parametrize("wording", [1, 3])
def test_a_tag_is_coded_to_the_present_wording(tag, acting, wording):
    claim = make.claim(wording=2)

    with raw.refused("tag_is_coded_to_the_present_wording"):
        raw.execute(raw.update(tag, claim_id=claim.pk, claim_wording=wording))


@pytest.mark.parametrize("change", [{"wording": 1}, {"public_id": "C9999"}])
def test_the_wording_only_rises_and_the_id_stays(change):
    claim = make.claim(wording=2)

    with raw.refused("claim_wording_only_rises"):
        raw.execute(raw.update(claim, **change))


def test_a_claim_reworded_while_a_tag_is_made(sessions, tag, reviewer):
    raw.retract(tag)
    first, second = sessions(reviewer)

    first.run(raw.insert_like(tag))
    rewording = second.start(raw.update(tag.claim, wording=2))
    second.await_waiting()
    first.commit()
    rewording.result(raw.LONGEST_WAIT)

    with raw.refused("reworded_claim_leaves_no_live_tag"):
        second.commit()

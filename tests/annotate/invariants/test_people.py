"""Who changes what, tried in raw SQL."""

import pytest

from corpus.history import history
from tests import make, raw

pytestmark = pytest.mark.django_db


# I23: own tags and links only; others' by a curator with a reason.


CHANGES = [
    {"note": "Mine now"},
    {"status": "withdrawn"},
    {"status": "stale"},
    {"certainty": "certain"},
    {"status": "stale", "translation": "Words", "translation_kind": "own"},
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_a_tag_names_its_person(tag, change):
    raw.act_as_nobody()

    with raw.refused("change_of_a_tag_names_its_person"):
        raw.execute(raw.update(tag, **change))


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("reason", ["", "I know better."])
def test_nobody_changes_anothers_tag(tag, colleague, change, reason):
    with (
        raw.refused("tag_is_changed_by_its_author_or_a_curator"),
        history(by=colleague, action="raw", reason=reason),
    ):
        raw.execute(raw.update(tag, **change))


def test_a_curator_gives_a_reason(tag, curator):
    with (
        raw.refused("tag_is_changed_by_its_author_or_a_curator"),
        history(by=curator, action="raw"),
    ):
        raw.execute(raw.update(tag, status="withdrawn"))

    with history(by=curator, action="raw", reason="Not in the quote."):
        raw.execute(raw.update(tag, status="withdrawn"))


def test_a_curator_of_another_collection_is_nobody_here(tag, curator_elsewhere):
    with (
        raw.refused("tag_is_changed_by_its_author_or_a_curator"),
        history(by=curator_elsewhere, action="raw", reason="Because I can."),
    ):
        raw.execute(raw.update(tag, status="withdrawn"))


def test_any_curator_may_ask_for_a_second_look(tag, curator_elsewhere):
    with history(by=curator_elsewhere, action="reword_claim"):
        raw.execute(raw.update(tag, status="stale", stale_reason="The claim was reworded."))

    with (
        raw.refused("tag_is_changed_by_its_author_or_a_curator"),
        history(by=curator_elsewhere, action="reword_claim"),
    ):
        raw.execute(raw.update(tag, status="submitted"))


@pytest.mark.parametrize("field", ["uid", "request_key"])
def test_a_tag_keeps_its_identity(tag, acting, field):
    with raw.refused("tag_origin_never_changes"):
        raw.execute(raw.update(tag, **{field: "00000000-0000-0000-0000-000000000001"}))


def test_nobody_takes_over_a_tag(tag, colleague, acting):
    with raw.refused("tag_origin_never_changes"):
        raw.execute(raw.update(tag, created_by_id=colleague.pk))


LINK_CHANGES = [
    {"rationale": "Because I say so now."},
    {"status": "withdrawn"},
    {"status": "stale"},
    {"strength": "weak"},
]


@pytest.mark.parametrize("change", LINK_CHANGES)
def test_a_change_of_a_link_names_its_person(link, change):
    raw.act_as_nobody()

    with raw.refused("change_of_a_link_names_its_person"):
        raw.execute(raw.update(link, **change))


@pytest.mark.parametrize("change", LINK_CHANGES)
def test_nobody_changes_anothers_link(link, colleague, change):
    with (
        raw.refused("link_is_changed_by_its_author_or_a_curator"),
        history(by=colleague, action="raw", reason="I know better."),
    ):
        raw.execute(raw.update(link, **change))


def test_a_curator_of_both_ends_changes_a_link_with_a_reason(link, curator):
    with (
        raw.refused("link_is_changed_by_its_author_or_a_curator"),
        history(by=curator, action="raw"),
    ):
        raw.execute(raw.update(link, status="withdrawn"))

    with history(by=curator, action="raw", reason="No instance of it."):
        raw.execute(raw.update(link, status="withdrawn"))


def test_a_curator_of_one_end_does_not_change_a_link(tag, curator, reviewer):
    link = make.link(tag, make.tag(by=reviewer), by=reviewer)

    with (
        raw.refused("link_is_changed_by_its_author_or_a_curator"),
        history(by=curator, action="raw", reason="No instance of it."),
    ):
        raw.execute(raw.update(link, status="withdrawn"))


def test_anothers_link_falls_with_my_tag_and_comes_back_with_it(tag, other, colleague, reviewer):
    link = make.link(tag, other, by=colleague)

    with history(by=reviewer, action="withdraw_tag"):
        raw.execute(raw.update(tag, status="withdrawn"))
        raw.execute(
            raw.update(link, status="stale", status_before="submitted", staled_by_id=tag.pk)
        )
    raw.commit()

    with history(by=reviewer, action="restore_tag"):
        raw.execute(raw.update(tag, status="submitted"))
        with raw.refused("link_is_changed_by_its_author_or_a_curator"):
            raw.execute(raw.update(link, status="accepted", staled_by_id=None))
        raw.execute(raw.update(link, status="submitted", status_before="", staled_by_id=None))


def test_what_a_tag_engages_is_said_by_its_author(tag, colleague):
    engaged = make.tag_provision(tag)

    with history(by=colleague, action="raw", reason="I know better."):
        for statement in (
            raw.insert_like(engaged, role="invoked"),
            raw.update(engaged, role="invoked"),
            raw.delete(engaged),
        ):
            with raw.refused("tag_provision_is_said_by_who_may_change_the_tag"):
                raw.execute(statement)


def test_a_curator_says_with_a_reason_what_a_tag_engages(tag, curator):
    engaged = make.tag_provision(tag)

    with history(by=curator, action="raw", reason="It is named in the quote."):
        raw.execute(raw.update(engaged, basis="principle"))

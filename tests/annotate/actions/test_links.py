"""annotate/actions/links.py and stale_links.py."""

from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError

from annotate.actions.links import (
    confirm_link,
    edit_link,
    link_tags,
    restore_link,
    withdraw_link,
)
from annotate.actions.stale_links import (
    lock_with_linked_tags,
    revive_links_of,
    stale_broken_corroborations,
    stale_links_of,
)
from annotate.models import Link, Tag
from corpus.history import history
from corpus.refusals import refusals
from corpus.revisions import StaleRevision
from tests import make
from tests.at_once import at_once

WHY = "The second says the same of the same States."


@pytest.fixture
def document(collection):
    return make.document(collection=collection)


@pytest.fixture
def claim(db):
    return make.claim()


@pytest.fixture
def here(document, reviewer, claim):
    return make.tag(document, "naïve 😀 things", claim=claim, by=reviewer)


@pytest.fixture
def there(collection, reviewer, claim):
    return make.tag(make.document(collection=collection), claim=claim, by=reviewer)


def change(tag: Tag, **fields) -> Tag:
    """Store a change of a tag as its own act does: its locks first, then the row."""
    lock_with_linked_tags(tag)
    tag.refresh_from_db()
    for name, value in fields.items():
        setattr(tag, name, value)
    tag.save()
    return tag


def fall(tag: Tag, *, by) -> None:
    with refusals(deferred=True), history(by=by, action="withdraw_tag"):
        stale_links_of(change(tag, status="withdrawn"), by=by)


def rise(tag: Tag, *, by) -> None:
    with refusals(deferred=True), history(by=by, action="restore_tag"):
        revive_links_of(change(tag, status="submitted"), by=by)


def history_of(link: Link) -> dict[str, Any]:
    """Return who did what to the link last, and why."""
    events: Any = apps.get_model("annotate", "LinkEvent").objects
    told: dict[str, Any] = events.filter(pgh_obj=link.pk).latest("pgh_id").pgh_context
    return told


def status_of(link: Link) -> str:
    return Link.objects.get(pk=link.pk).status


# link_tags


def test_a_link_says_who_made_it_and_why(here, there, reviewer):
    link = link_tags(here, there, "supports", f"  {WHY}\n", strength="strong", by=reviewer)

    stored = Link.objects.get(pk=link.pk)
    assert (stored.from_tag, stored.to_tag, stored.relation) == (here, there, "supports")
    assert (stored.rationale, stored.strength, stored.created_by) == (WHY, "strong", reviewer)
    assert stored.status == "submitted"


def test_making_a_link_leaves_history(here, there, reviewer):
    link = link_tags(here, there, "supports", WHY, by=reviewer)

    told = history_of(link)
    assert (told["action"], told["by"]) == ("link_tags", reviewer.pk)


def test_a_symmetric_link_is_the_same_from_both_ends(here, there, reviewer):
    link = link_tags(there, here, "corroborates", WHY, by=reviewer)

    assert (link.from_tag, link.to_tag) == (here, there)
    with pytest.raises(ValidationError, match="already linked in this way"):
        link_tags(here, there, "corroborates", WHY, by=reviewer)


def test_a_directed_link_may_stand_in_both_directions(here, there, reviewer):
    link_tags(here, there, "supports", WHY, by=reviewer)
    link_tags(there, here, "supports", WHY, by=reviewer)

    assert Link.objects.filter(relation="supports").count() == 2


def test_two_tags_may_have_several_relations(here, there, reviewer):
    link_tags(here, there, "supports", WHY, by=reviewer)
    link_tags(here, there, "responds_to", WHY, by=reviewer)

    assert Link.objects.count() == 2


def test_the_same_link_twice_is_refused(here, there, reviewer, colleague):
    link_tags(here, there, "supports", WHY, by=reviewer)

    with pytest.raises(ValidationError, match="already linked in this way"):
        link_tags(here, there, "supports", WHY, by=colleague)


@pytest.mark.parametrize("relation", ["supports", "corroborates"])
def test_a_tag_cannot_be_linked_to_itself(here, reviewer, relation):
    with pytest.raises(ValidationError, match="cannot be linked to itself"):
        link_tags(here, here, relation, WHY, by=reviewer)


@pytest.mark.parametrize("relation", ["quotes", "derives_from", "likes"])
def test_what_is_copied_from_where_is_not_made_by_hand(here, there, reviewer, relation):
    with pytest.raises(ValidationError):
        link_tags(here, there, relation, WHY, by=reviewer)


@pytest.mark.parametrize("rationale", ["", "because", " " * 20, "  short  \n\n\n"])
def test_a_link_says_why(here, there, reviewer, rationale):
    with pytest.raises(ValidationError):
        link_tags(here, there, "supports", rationale, by=reviewer)


def test_one_voice_does_not_corroborate_itself(here, document, claim, reviewer):
    again = make.tag(document, "rare characters", claim=claim, by=reviewer)

    with pytest.raises(ValidationError, match="cannot corroborate itself"):
        link_tags(here, again, "corroborates", WHY, by=reviewer)


def test_tags_of_two_claims_do_not_corroborate(here, reviewer):
    with pytest.raises(ValidationError, match="Only tags of the same claim"):
        link_tags(here, make.tag(), "corroborates", WHY, by=reviewer)


def test_tags_that_take_different_sides_do_not_corroborate(here, claim, reviewer):
    denial = make.tag(claim=claim, stance="denies")

    with pytest.raises(ValidationError, match="different sides"):
        link_tags(here, denial, "corroborates", WHY, by=reviewer)


def test_a_withdrawn_tag_takes_no_links(here, there, reviewer):
    fall(there, by=reviewer)

    with pytest.raises(ValidationError, match="does not count now"):
        link_tags(here, there, "supports", WHY, by=reviewer)


def test_of_two_who_make_the_same_link_at_once_one_reads_a_sentence(committing_db):
    here, there, person = make.tag(), make.tag(), make.person()

    _made, refused = at_once(
        lambda: link_tags(here, there, "related", WHY, by=person),
        lambda: link_tags(there, here, "related", WHY, by=person),
    )

    assert [str(error) for error in refused] == [
        "['These two tags are already linked in this way.']"
    ]
    assert Link.objects.count() == 1


# edit_link


def test_an_author_changes_relation_reason_and_direction(here, there, reviewer):
    link = link_tags(here, there, "supports", WHY, by=reviewer)

    edit_link(
        link,
        revision=1,
        by=reviewer,
        from_tag=there,
        to_tag=here,
        relation="challenges",
        rationale="It says the opposite of it.",
        strength="weak",
    )

    stored = Link.objects.get(pk=link.pk)
    assert (stored.from_tag, stored.to_tag, stored.relation) == (there, here, "challenges")
    assert (stored.strength, stored.revision) == ("weak", 2)


def test_a_change_based_on_an_old_revision_changes_nothing(here, there, reviewer):
    link = link_tags(here, there, "supports", WHY, by=reviewer)
    edit_link(Link.objects.get(pk=link.pk), revision=1, by=reviewer, strength="weak")

    with pytest.raises(StaleRevision):
        edit_link(link, revision=1, by=reviewer, strength="strong")

    assert Link.objects.get(pk=link.pk).strength == "weak"


def test_nobody_changes_a_colleagues_link(here, there, reviewer, colleague):
    link = link_tags(here, there, "supports", WHY, by=reviewer)

    with pytest.raises(ValidationError, match="Only its author"):
        edit_link(link, revision=1, by=colleague, reason="I know better.", strength="weak")


def test_a_curator_changes_a_link_with_a_reason(here, there, reviewer, curator):
    link = link_tags(here, there, "supports", WHY, by=reviewer)

    edit_link(link, revision=1, by=curator, reason="A slip.", strength="weak")

    assert history_of(link)["reason"] == "A slip."


def test_a_curator_without_a_reason_changes_nothing(here, there, reviewer, curator):
    link = link_tags(here, there, "supports", WHY, by=reviewer)

    with pytest.raises(ValidationError, match="with a reason"):
        edit_link(link, revision=1, by=curator, strength="weak")


def test_a_change_cannot_make_the_link_untrue(here, reviewer):
    link = link_tags(here, make.tag(), "supports", WHY, by=reviewer)

    with pytest.raises(ValidationError, match="Only tags of the same claim"):
        edit_link(link, revision=1, by=reviewer, relation="corroborates")


def test_a_withdrawn_link_is_not_changed(here, there, reviewer):
    link = link_tags(here, there, "supports", WHY, by=reviewer)
    withdraw_link(link, by=reviewer)

    with pytest.raises(ValidationError, match="was withdrawn"):
        edit_link(link, revision=link.revision, by=reviewer, strength="weak")


# withdraw, restore, confirm


@pytest.mark.parametrize("status", ["submitted", "accepted"])
def test_undo_of_a_withdrawal_brings_back_what_was(here, there, reviewer, status):
    link = make.link(here, there, by=reviewer, status=status)

    withdraw_link(link, by=reviewer)
    assert status_of(link) == "withdrawn"

    restore_link(link, by=reviewer)
    assert status_of(link) == status


def test_a_withdrawn_link_makes_room_for_the_same_one(here, there, reviewer):
    link = link_tags(here, there, "supports", WHY, by=reviewer)
    withdraw_link(link, by=reviewer)
    link_tags(here, there, "supports", WHY, by=reviewer)

    with pytest.raises(ValidationError, match="already linked in this way"):
        restore_link(link, by=reviewer)


def test_a_link_whose_tag_fell_meanwhile_comes_back_for_a_second_look(here, there, reviewer):
    link = link_tags(here, there, "supports", WHY, by=reviewer)
    withdraw_link(link, by=reviewer)
    fall(there, by=reviewer)

    restore_link(link, by=reviewer)

    assert status_of(link) == "stale"


def test_a_link_is_confirmed_only_when_both_its_tags_stand(here, there, reviewer):
    link = link_tags(here, there, "supports", WHY, by=reviewer)
    fall(there, by=reviewer)
    link.refresh_from_db()

    with pytest.raises(ValidationError, match="does not count now"):
        confirm_link(link, by=reviewer)

    with history(by=reviewer, action="restore_tag"):
        change(there, status="submitted")
    link.refresh_from_db()
    confirm_link(link, by=reviewer)
    assert status_of(link) == "submitted"


def test_saving_a_stale_link_again_is_a_second_look(here, there, reviewer):
    link = link_tags(here, there, "supports", WHY, by=reviewer)
    fall(there, by=reviewer)
    with history(by=reviewer, action="restore_tag"):
        change(there, status="submitted")
    link.refresh_from_db()

    edit_link(link, revision=link.revision, by=reviewer, rationale="It still says the same.")

    assert status_of(link) == "submitted"


# What befalls links as their tags change.


def test_links_fall_with_their_tag_and_rise_with_it(here, there, reviewer):
    link = make.link(here, there, by=reviewer, status="accepted")

    fall(here, by=reviewer)
    assert status_of(link) == "stale"

    rise(here, by=reviewer)
    assert status_of(link) == "accepted"


def test_a_colleagues_link_falls_and_rises_with_my_tag(here, there, reviewer, colleague):
    link = link_tags(here, there, "supports", WHY, by=colleague)

    fall(here, by=reviewer)
    rise(here, by=reviewer)

    assert status_of(link) == "submitted"


def test_a_link_waits_until_both_its_tags_stand_again(here, there, reviewer):
    link = link_tags(here, there, "supports", WHY, by=reviewer)
    fall(here, by=reviewer)
    fall(there, by=reviewer)

    rise(here, by=reviewer)
    assert status_of(link) == "stale"

    rise(there, by=reviewer)
    assert status_of(link) == "submitted"


def test_undo_revives_only_what_that_very_act_made_stale(here, there, reviewer):
    old = link_tags(here, there, "supports", WHY, by=reviewer)
    fall(here, by=reviewer)
    with history(by=reviewer, action="confirm_tag"):
        change(here, status="submitted")
    new = link_tags(here, there, "supports", WHY, by=reviewer)

    fall(here, by=reviewer)
    rise(here, by=reviewer)

    assert (status_of(old), status_of(new)) == ("stale", "submitted")


def test_a_withdrawn_link_does_not_rise_with_its_tag(here, there, reviewer):
    link = link_tags(here, there, "supports", WHY, by=reviewer)
    withdraw_link(link, by=reviewer)

    fall(here, by=reviewer)
    rise(here, by=reviewer)

    assert status_of(link) == "withdrawn"


def test_many_tags_fall_together_in_few_queries(
    here, there, reviewer, django_assert_max_num_queries
):
    link_tags(here, there, "supports", WHY, by=reviewer)
    link_tags(there, here, "updates", WHY, by=reviewer)

    with refusals(deferred=True), history(by=reviewer, action="withdraw"):
        Tag.objects.filter(pk__in=[here.pk, there.pk]).update(status="withdrawn", revision=2)
        with django_assert_max_num_queries(4):
            assert stale_links_of(here, there, by=reviewer) == 2


def test_an_edit_that_ends_a_corroboration_turns_the_link_stale(here, there, reviewer):
    link = link_tags(here, there, "corroborates", WHY, by=reviewer)
    other = link_tags(here, there, "supports", WHY, by=reviewer)

    with refusals(deferred=True), history(by=reviewer, action="edit_tag"):
        tag = change(here, stance="denies")
        assert stale_broken_corroborations(tag, by=reviewer) == 1

    assert (status_of(link), status_of(other)) == ("stale", "submitted")


def test_an_edit_that_leaves_a_corroboration_true_leaves_the_link(here, there, reviewer):
    link = link_tags(here, there, "corroborates", WHY, by=reviewer)

    with refusals(deferred=True), history(by=reviewer, action="edit_tag"):
        stale_broken_corroborations(change(here, certainty="certain"), by=reviewer)

    assert status_of(link) == "submitted"


def test_a_corroboration_that_ended_meanwhile_does_not_rise(here, there, reviewer):
    link = link_tags(here, there, "corroborates", WHY, by=reviewer)
    fall(here, by=reviewer)
    with history(by=reviewer, action="edit_tag"):
        change(there, stance="denies")

    rise(here, by=reviewer)

    assert status_of(link) == "stale"


def test_two_who_withdraw_both_ends_at_once_do_not_wait_for_each_other(committing_db):
    person = make.person()
    here, there = make.tag(by=person), make.tag(by=person)
    link = make.link(here, there, by=person)

    _done, failed = at_once(lambda: fall(here, by=person), lambda: fall(there, by=person))

    assert failed == []
    assert status_of(link) == "stale"

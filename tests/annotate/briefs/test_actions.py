"""Briefs under two pairs of hands: nothing is lost, and nobody freezes the unseen."""

from annotate.briefs import actions as acts
from annotate.models import Brief, Edition
from corpus.revisions import StaleRevision
from tests import make
from tests.acts import last_act
from tests.at_once import at_once


def test_of_two_who_freeze_at_once_one_is_told_to_look_again(committing_db):
    made = make.brief("Own words.")

    def freeze():
        brief = Brief.objects.get(pk=made.pk)
        return acts.freeze(brief, revision=made.revision, by=made.created_by)

    frozen, errors = at_once(freeze, freeze)

    assert [edition.number for edition in frozen] == [1]
    assert [type(error) for error in errors] == [StaleRevision]
    assert Edition.objects.count() == 1


def test_what_two_put_in_at_once_both_stands(committing_db):
    made = make.brief()
    claims = [make.claim(), make.claim()]

    def add(claim):
        brief = Brief.objects.get(pk=made.pk)
        return lambda: acts.add_to_brief(brief, claim, by=made.created_by)

    _added, errors = at_once(*map(add, claims))

    assert errors == []
    assert [item.position for item in made.items.all()] == [1, 2]
    assert {item.claim for item in made.items.all()} == {*claims}


def test_of_two_who_put_the_same_in_at_once_both_get_the_one_part(committing_db):
    made, claim = make.brief(), make.claim()

    def add():
        brief = Brief.objects.get(pk=made.pk)
        return acts.add_to_brief(brief, claim, by=made.created_by)

    added, errors = at_once(add, add)

    assert errors == []
    assert {item for item, _new in added} == {made.items.get()}


def test_of_two_who_order_at_once_one_is_told_to_look_again(committing_db):
    made = make.brief("First.", "Second.", "Third.")
    first, last = make.part(made, 1), make.part(made, 3)

    def move(item, step):
        return lambda: acts.move_item(item, step, revision=made.revision, by=made.created_by)

    _moved, errors = at_once(move(first, "down"), move(last, "up"))

    assert [type(error) for error in errors] == [StaleRevision]
    assert sorted(item.text for item in made.items.all()) == ["First.", "Second.", "Third."]


def test_an_edition_says_who_froze_it_and_when(db):
    made = make.brief("Own words.")

    edition = acts.freeze(made, revision=made.revision, by=made.created_by)

    assert last_act(edition) == {"by": made.created_by_id, "action": "freeze", "reason": ""}
    assert f'"frozen_at":"{edition.created_at:%Y-%m-%dT%H:%M:%SZ}"' in edition.content

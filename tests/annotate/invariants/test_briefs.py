"""Briefs and their editions, tried in raw SQL."""

import pytest

from annotate.briefs.actions import freeze
from tests import make, raw

pytestmark = pytest.mark.django_db


@pytest.fixture
def brief(collection, reviewer):
    """A brief with one part of each kind."""
    tag = make.tag(make.document(collection=collection))
    return make.brief("Own words.", tag.claim, tag, collection=collection, by=reviewer)


@pytest.fixture
def edition(brief, reviewer):
    """The brief's first edition."""
    return freeze(brief, revision=brief.revision, by=reviewer)


@pytest.mark.parametrize(
    "change",
    [{"content": "{}"}, {"html": ""}, {"sha256": "0" * 64}, {"number": 2}, {"documents": []}],
)
def test_an_edition_never_changes(edition, change):
    with raw.refused("edition_never_changes"):
        raw.execute(raw.update(edition, **change))


def test_an_edition_is_never_deleted(edition):
    with raw.refused("edition_never_changes"):
        raw.execute(raw.delete(edition))


def test_an_edition_matches_its_hash(edition):
    with raw.refused("edition_matches_its_hash"):
        raw.execute(raw.insert_like(edition, number=2, content="{}"))


def test_editions_are_numbered(edition):
    with raw.refused("editions_are_numbered"):
        raw.execute(raw.insert_like(edition))


def test_a_brief_is_never_deleted(brief):
    with raw.refused("brief_is_never_deleted"):
        raw.execute(raw.delete(brief))


def test_a_brief_stays_in_its_collection(brief):
    with raw.refused("brief_stays_in_its_collection"):
        raw.execute(raw.update(brief, collection_id=make.collection().pk))


def test_a_brief_is_changed_on_its_revision(brief):
    with raw.refused("revision_follows_the_one_read"):
        raw.execute(raw.update(brief, title="Another", revision=brief.revision))


@pytest.mark.parametrize("number", [2, 3], ids=["claim", "quote"])
def test_a_brief_holds_nothing_of_a_closed_collection(brief, closed, number):
    claim = make.claim(home=closed)
    tag = make.tag(make.document(collection=closed), claim=claim)
    foreign = {2: {"claim_id": claim.pk}, 3: {"tag_id": tag.pk}}[number]

    with raw.refused("brief_holds_what_its_members_may_see"):
        raw.execute(raw.insert_like(make.part(brief, number), position=9, **foreign))
    with raw.refused("brief_holds_what_its_members_may_see"):
        raw.execute(raw.update(make.part(brief, number), **foreign))


@pytest.mark.parametrize(
    ("number", "rule"), [(2, "brief_holds_a_claim_once"), (3, "brief_holds_a_quote_once")]
)
def test_a_brief_holds_a_thing_once(brief, number, rule):
    with raw.refused(rule):
        raw.execute(raw.insert_like(make.part(brief, number), position=9))


@pytest.mark.parametrize(
    "change",
    [{"text": ""}, {"kind": "claim"}, {"kind": "picture"}, {"omits_against": True}],
)
def test_a_part_of_a_brief_is_one_thing(brief, change):
    with raw.refused("part_of_a_brief_is_one_thing"):
        raw.execute(raw.update(make.part(brief, 1), **change))


def test_parts_of_a_brief_stand_in_order(brief):
    with raw.refused_at_commit("parts_of_a_brief_stand_in_order"):
        raw.execute(raw.update(make.part(brief, 1), position=2))

"""Links, tried in raw SQL."""

import pytest

from annotate.models import Link
from corpus.history import history
from tests import make, raw

pytestmark = pytest.mark.django_db


# I14: links join two live tags, symmetric ones in one order only.


def test_a_tag_is_not_linked_to_itself(link):
    with raw.refused("link_joins_two_tags"):
        raw.execute(raw.insert_like(link, to_tag_id=link.from_tag_id))


@pytest.mark.parametrize("relation", ["contradicts", "related"])
def test_a_symmetric_link_is_stored_once(link, relation):
    with raw.refused("symmetric_link_is_stored_once"):
        raw.execute(
            raw.insert_like(
                link, from_tag_id=link.to_tag_id, to_tag_id=link.from_tag_id, relation=relation
            )
        )


@pytest.mark.parametrize("relation", ["supports", "challenges", "qualifies", "updates"])
def test_a_directed_link_keeps_its_direction(link, relation):
    raw.execute(
        raw.insert_like(
            link, from_tag_id=link.to_tag_id, to_tag_id=link.from_tag_id, relation=relation
        )
    )

    assert Link.objects.latest("pk").from_tag == link.to_tag


def test_the_same_link_is_made_once(link):
    with raw.refused("link_is_made_once"):
        raw.execute(raw.insert_like(link))


@pytest.mark.parametrize("relation", ["challenges", "related", "specifies"])
def test_two_tags_have_several_relations(link, relation):
    raw.execute(raw.insert_like(link, relation=relation))


@pytest.mark.parametrize("relation", ["quotes", "derives_from", "marries"])
def test_what_is_copied_is_not_linked_by_hand(link, relation):
    with raw.refused("link_relation_is_made_by_hand"):
        raw.execute(raw.insert_like(link, relation=relation))


def test_a_link_says_why(link):
    with raw.refused("link_says_why"):
        raw.execute(raw.insert_like(link, relation="related", rationale="Because."))


@pytest.mark.parametrize("end", ["from_tag_id", "to_tag_id"])
@pytest.mark.parametrize("status", ["withdrawn", "stale", "rejected"])
def test_a_live_link_joins_live_tags(link, reviewer, end, status):
    fallen = make.tag(by=reviewer, status=status)

    with raw.refused("live_link_joins_live_tags"):
        raw.execute(raw.insert_like(link, relation="qualifies", **{end: fallen.pk}))


@pytest.mark.parametrize("end", ["from_tag_id", "to_tag_id"])
def test_a_link_keeps_its_ends(link, reviewer, acting, end):
    with raw.refused("link_keeps_its_ends"):
        raw.execute(raw.update(link, **{end: make.tag(by=reviewer).pk}))


def test_a_tag_withdrawn_while_a_link_is_made(sessions, tag, other, reviewer):
    link = make.link(tag, other, by=reviewer)
    first, second = sessions(reviewer)
    with history(by=reviewer, action="withdraw_link"):
        raw.execute(raw.update(link, status="withdrawn"))

    first.run(raw.update(tag, status="withdrawn"))
    linking = second.start(raw.insert_like(link))
    second.await_waiting()
    first.commit()

    with raw.refused("live_link_joins_live_tags"):
        linking.result(raw.LONGEST_WAIT)


def test_a_link_made_while_its_tag_is_withdrawn(sessions, tag, other, reviewer):
    link = make.link(tag, other, by=reviewer)
    first, second = sessions(reviewer)
    with history(by=reviewer, action="withdraw_link"):
        raw.execute(raw.update(link, status="withdrawn"))

    first.run(raw.insert_like(link))
    falling = second.start(raw.update(tag, status="withdrawn"))
    second.await_waiting()
    first.commit()
    falling.result(raw.LONGEST_WAIT)

    with raw.refused("live_link_joins_live_tags"):
        second.commit()


# I15: corroborating tags share the claim and the side, and are two voices'.


@pytest.fixture
def agreeing(tag, reviewer):
    """Another voice's tag of the same claim on the same side."""
    return make.tag(claim=tag.claim, by=reviewer)


@pytest.fixture
def corroboration(tag, agreeing, reviewer):
    return make.link(tag, agreeing, "corroborates", by=reviewer)


def test_corroborating_tags_share_a_claim(tag, other):
    with raw.refused("corroborating_tags_share_a_claim"):
        make.link(tag, other, "corroborates")


def test_a_voice_does_not_corroborate_itself(tag, document, reviewer):
    same = make.tag(make.passage(document, 3), "Second", claim=tag.claim, by=reviewer)

    with raw.refused("corroborating_tags_have_two_voices"):
        make.link(tag, same, "corroborates")


@pytest.mark.parametrize("stance", ["denies", "questions", "rejects", "attributes"])
def test_corroborating_tags_take_the_same_side(tag, stance):
    against = make.tag(claim=tag.claim, stance=stance)

    with raw.refused("corroborating_tags_agree"):
        make.link(tag, against, "corroborates")


def test_who_reports_the_same_holder_corroborates():
    claim, holder = make.claim(), make.agent()
    reporting = make.tag(claim=claim, stance="attributes", held_by=holder)
    rejecting = make.tag(claim=claim, stance="rejects", held_by=holder)

    make.link(reporting, rejecting, "corroborates")


def test_another_relation_does_not_become_corroboration(link, acting):
    with raw.refused("corroborating_tags_share_a_claim"):
        raw.execute(raw.update(link, relation="corroborates"))


@pytest.mark.parametrize("change", [{"stance": "denies"}, {"claim_id": 0}])
def test_corroborating_tags_stay_so(corroboration, acting, change):
    change = change if "stance" in change else {"claim_id": make.claim().pk}

    with raw.refused_at_commit("corroborating_tags_stay_so"):
        raw.execute(raw.update(corroboration.to_tag, **change))


def test_corroborating_tags_stay_two_voices(corroboration, tag, acting):
    agreeing = corroboration.to_tag

    with raw.refused_at_commit("corroborating_tags_stay_so"):
        raw.execute(raw.update(agreeing, asserted_by_id=tag.asserted_by_id, speech="quoted"))


def test_a_tag_turned_round_while_it_is_corroborated(sessions, tag, agreeing, reviewer):
    link = make.link(tag, agreeing, by=reviewer)
    first, second = sessions(reviewer)

    first.run(raw.insert_like(link, relation="corroborates"))
    turning = second.start(raw.update(agreeing, stance="denies"))
    second.await_waiting()
    first.commit()
    turning.result(raw.LONGEST_WAIT)

    with raw.refused("corroborating_tags_stay_so"):
        second.commit()


# I16: a link falls with its tags.


@pytest.mark.parametrize("end", ["from_tag", "to_tag"])
@pytest.mark.parametrize("status", ["withdrawn", "stale", "rejected"])
def test_a_tag_that_falls_takes_its_links_along(link, acting, end, status):
    with raw.refused_at_commit("live_link_joins_live_tags"):
        raw.execute(raw.update(getattr(link, end), status=status))


def test_a_tag_falls_with_its_links(link, tag, acting):
    raw.execute(raw.update(tag, status="withdrawn"))
    raw.execute(raw.update(link, status="stale", staled_by_id=tag.pk))
    raw.commit()

    with raw.refused("live_link_joins_live_tags"):
        raw.execute(raw.update(link, status="submitted", staled_by_id=None))


@pytest.mark.parametrize("status", ["submitted", "withdrawn"])
def test_only_a_stale_link_waits_for_a_tag(link, tag, acting, status):
    with raw.refused("link_falls_with_one_of_its_tags"):
        raw.execute(raw.update(link, status=status, staled_by_id=tag.pk))


def test_a_link_waits_for_its_own_tags_only(link, acting):
    with raw.refused("link_falls_with_one_of_its_tags"):
        raw.execute(raw.update(link, status="stale", staled_by_id=make.tag().pk))

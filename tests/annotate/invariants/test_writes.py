"""History and revisions of annotations, tried in raw SQL."""

import pytest

from annotate.models import Tag
from corpus.actions import system_person
from tests import make, raw

pytestmark = pytest.mark.django_db


# I17: history.


@pytest.fixture(params=["tag", "link", "claim", "remark", "tag_provision", "brief", "part"])
def written(request, tag, link):
    """A row of each kind whose history is kept."""
    return {
        "tag": lambda: tag,
        "link": lambda: link,
        "claim": lambda: tag.claim,
        "remark": lambda: make.remark(tag),
        "brief": lambda: make.brief(),
        "part": lambda: make.part(make.brief("Own words.")),
        "tag_provision": lambda: make.tag_provision(tag),
    }[request.param]()


def test_every_row_begins_its_history(written):
    assert written.history.values_list("pgh_label", flat=True)[0] == "insert"


def test_history_never_changes(written):
    event = written.history.first()
    table = event._meta.db_table

    with raw.refused("history_never_changes"):
        raw.execute(f"UPDATE {table} SET pgh_context = NULL WHERE pgh_id = {event.pk}")
    with raw.refused("history_never_changes"):
        raw.execute(f"DELETE FROM {table} WHERE pgh_id = {event.pk}")
    with raw.refused("history_is_never_emptied"):
        raw.execute(f"TRUNCATE {table}")


@pytest.mark.parametrize("change", [{"note": "New"}, {"status": "withdrawn"}])
def test_every_change_of_a_tag_is_kept(tag, acting, change):
    raw.execute(raw.update(tag, **change))

    event = tag.history.latest("pgh_id")
    assert {name: getattr(event, name) for name in change} == change
    assert event.pgh_context["by"] == tag.created_by_id


def test_a_remark_is_not_rewritten(tag):
    with raw.refused("remark_text_never_changes"):
        raw.execute(raw.update(make.remark(tag), text="I never said so."))


def test_a_remark_is_never_deleted(tag):
    with raw.refused("remark_is_never_deleted"):
        raw.execute(raw.delete(make.remark(tag)))


# I18: a write carries the revision it was based on.


@pytest.mark.parametrize("revision", [0, 1, 3])
@pytest.mark.parametrize("what", ["tag", "link", "claim"])
def test_a_write_raises_the_revision_by_one(link, tag, acting, what, revision):
    row = {"tag": tag, "link": link, "claim": tag.claim}[what]

    with raw.refused("revision_follows_the_one_read"):
        raw.execute(raw.update(row, revision=revision))


def test_the_second_of_two_writers_is_refused(sessions, tag, reviewer):
    first, second = sessions(reviewer)

    first.run(raw.update(tag, note="First", revision=2))
    later = second.start(raw.update(tag, note="Second", revision=2))
    second.await_waiting()
    first.commit()

    with raw.refused("revision_follows_the_one_read"):
        later.result(raw.LONGEST_WAIT)
    assert Tag.objects.get(pk=tag.pk).note == "First"


# Remarks.


def test_a_person_agrees_once(tag, colleague):
    agreement = make.remark(tag, "agree", "", by=colleague)

    with raw.refused("person_agrees_once"):
        raw.execute(raw.insert_like(agreement))


@pytest.mark.parametrize("kind", ["disagree", "question", "note"])
def test_a_remark_says_something(tag, kind):
    with raw.refused("remark_says_something"):
        make.remark(tag, kind, "")


def test_a_remark_is_about_one_thing(tag):
    remark = make.remark(tag)

    with raw.refused("remark_has_one_target"):
        raw.execute(raw.insert_like(remark, claim_id=tag.claim_id))
    with raw.refused("remark_has_one_target"):
        raw.execute(raw.insert_like(remark, tag_id=None))


def test_the_system_person_stands_for_nobody_who_signs_in():
    assert not system_person().has_usable_password()

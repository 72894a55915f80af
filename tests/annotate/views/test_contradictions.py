"""Entering a contradiction: forms/links.py, views/links.py and queries/comparison.py."""

from datetime import date

import pytest

from annotate.models import Link
from annotate.queries.circumstances import Moment
from annotate.queries.comparison import alternatives, compared, later_first, said_apart
from tests import make
from tests.acts import last_act

WHY = "The one says so and the other that it is not so."
LINKS = "/links/"
YES = {"same_time": "yes", "same_scope": "yes"}
ASKED = "Do both speak of the same time?"


@pytest.fixture
def utopia(db):
    return make.agent("Utopia")


@pytest.fixture
def early(collection, reviewer, utopia):
    document = make.document(
        collection=collection, author=utopia, uttered_on=date(2011, 3, 1), place="Geneva"
    )
    return make.tag(document, "naïve 😀 things", by=reviewer)


@pytest.fixture
def late(collection, reviewer, utopia, early):
    document = make.document(
        collection=collection,
        author=utopia,
        uttered_on=date(2018, 1, 1),
        uttered_precision="year",
        place="Nairobi",
    )
    return make.tag(document, claim=early.claim, stance="denies", by=reviewer)


@pytest.fixture
def other(collection, reviewer, early):
    """Return what somebody else says, nobody knows when or where."""
    document = make.document(collection=collection, author=make.agent("Arcadia"))
    return make.tag(document, claim=early.claim, stance="denies", by=reviewer)


def said(one, another, **fields):
    return {
        "from_tag": one.pk,
        "to_tag": another.pk,
        "relation": "contradicts",
        "rationale": WHY,
        "strength": "strong",
    } | fields


def offered(answer):
    return [one.relation for one in answer.context["alternatives"]]


# Asking.


@pytest.mark.parametrize("htmx", [True, False])
def test_a_contradiction_is_asked_about_before_it_is_saved(early, late, reviewer, htmx):
    answer = make.browser(reviewer, htmx=htmx).post(LINKS, said(early, late))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert not Link.objects.exists()
    assert ASKED in page
    assert "Answer yes or no" in page
    assert WHY in page
    assert '<option value="strong" selected>' in page


def test_the_form_shows_both_sides(early, late, reviewer):
    page = make.browser(reviewer).post(LINKS, said(early, late)).content.decode()

    table = page.partition("<table>")[2].partition("</table>")[0]
    for words in ("Utopia", "their own", "1 March 2011", "2018", "Geneva", "Nairobi"):
        assert words in table
    assert "These were said 7 years apart." in page
    assert "Both are the position of Utopia." in page


def test_what_nobody_knows_is_said_to_be_unknown(early, other, reviewer):
    page = make.browser(reviewer).post(LINKS, said(early, other)).content.decode()

    assert "date not known" in page
    assert "place not known" in page
    assert "It is not known when one of them was said." in page
    assert "Both are the position" not in page


def test_the_form_that_proposes_a_contradiction_asks_at_once(early, late, reviewer):
    answer = make.browser(reviewer).get(f"/links/new/?from={early.pk}&to={late.pk}")

    assert '<option value="contradicts" selected>' in answer.content.decode()
    assert ASKED in answer.content.decode()
    assert answer.context["form"]["same_time"].value() is None


def test_what_was_said_on_one_day_is_proposed_to_be_of_one_time(
    collection, early, utopia, reviewer
):
    document = make.document(collection=collection, author=utopia, uttered_on=date(2011, 3, 1))
    same_day = make.tag(document, claim=early.claim, stance="denies", by=reviewer)

    answer = make.browser(reviewer).get(f"/links/new/?from={early.pk}&to={same_day.pk}")

    assert answer.context["form"]["same_time"].value() == "yes"
    assert answer.context["form"]["same_scope"].value() is None


def test_choosing_the_relation_shows_the_comparison_alone(early, late, reviewer):
    client = make.browser(reviewer, htmx=True)
    headers = {"HX-Target": "comparison"}

    shown = client.post(LINKS, said(early, late, compare="1"), headers=headers)
    gone = client.post(LINKS, said(early, late, compare="1", relation="supports"), headers=headers)

    assert shown.content.strip().startswith(b'<div id="comparison"')
    assert ASKED in shown.content.decode()
    assert ASKED not in gone.content.decode()
    assert not Link.objects.exists()


@pytest.mark.parametrize("relation", ["challenges", "qualifies", "updates", "supports"])
def test_no_other_relation_is_asked_about(early, late, reviewer, relation):
    answer = make.browser(reviewer).post(LINKS, said(early, late, relation=relation))

    assert answer.status_code == 303
    assert Link.objects.get().relation == relation


# Answering.


@pytest.mark.parametrize("htmx", [True, False])
def test_two_times_yes_is_a_contradiction(early, late, reviewer, htmx):
    make.browser(reviewer, htmx=htmx).post(LINKS, said(early, late, **YES))

    made = Link.objects.get()
    assert made.relation == "contradicts"
    assert last_act(made)["answers"] == YES
    past = make.browser(reviewer).get(f"/links/{made.pk}/history/").content.decode()
    assert "Asked and answered: same time, yes; same scope, yes." in past


@pytest.mark.parametrize(
    ("answers", "relations"),
    [
        ({"same_time": "no", "same_scope": "yes"}, ["updates", "challenges", "qualifies"]),
        ({"same_time": "yes", "same_scope": "no"}, ["qualifies", "challenges"]),
        ({"same_time": "no", "same_scope": "no"}, ["updates", "qualifies", "challenges"]),
        ({"same_scope": "no"}, ["qualifies", "challenges"]),
    ],
)
@pytest.mark.parametrize("htmx", [True, False])
def test_a_no_saves_nothing_and_offers_what_fits(early, late, reviewer, answers, relations, htmx):
    answer = make.browser(reviewer, htmx=htmx).post(LINKS, said(early, late, **answers))

    assert answer.status_code == 422
    assert not Link.objects.exists()
    assert offered(answer) == relations
    assert "Then the two do not contradict each other." in answer.content.decode()
    assert WHY in answer.content.decode()


def test_what_another_holder_says_updates_nothing(early, other, reviewer):
    answer = make.browser(reviewer).post(
        LINKS, said(early, other, same_time="no", same_scope="yes")
    )

    assert offered(answer) == ["challenges", "qualifies"]


@pytest.mark.parametrize("wrong", ["perhaps", "1", "YES"])
def test_an_answer_is_yes_or_no(early, late, reviewer, wrong):
    answer = make.browser(reviewer).post(LINKS, said(early, late, **YES | {"same_time": wrong}))

    assert answer.status_code == 422
    assert not Link.objects.exists()


def test_what_fits_is_taken_over_with_all_that_was_typed(early, late, reviewer):
    client = make.browser(reviewer)
    typed = said(early, late, same_time="no", same_scope="yes", next="/claims/")

    taken = client.post(LINKS, typed | {"instead": "updates"})

    page = taken.content.decode()
    assert taken.status_code == 200
    assert not Link.objects.exists()
    assert taken.context["form"]["relation"].value() == "updates"
    assert (taken.context["from_end"].tag, taken.context["to_end"].tag) == (late, early)
    assert WHY in page
    assert '<option value="strong" selected>' in page
    assert 'name="next" value="/claims/"' in page
    assert ASKED not in page


@pytest.mark.parametrize("relation", ["qualifies", "challenges"])
def test_another_relation_keeps_the_direction(early, late, reviewer, relation):
    taken = make.browser(reviewer).post(LINKS, said(early, late, instead=relation))

    assert taken.context["form"]["relation"].value() == relation
    assert taken.context["from_end"].tag == early


def test_only_what_is_offered_is_taken_over(early, late, reviewer):
    answer = make.browser(reviewer).post(LINKS, said(early, late, instead="quotes"))

    assert answer.status_code == 422
    assert not Link.objects.exists()


def test_a_person_goes_back_and_loses_nothing(early, late, reviewer):
    answer = make.browser(reviewer).post(
        LINKS, said(early, late, compare="1", same_time="no", same_scope="yes")
    )

    assert answer.status_code == 200
    assert "alternatives" not in answer.context
    assert answer.context["form"]["same_time"].value() == "no"
    assert WHY in answer.content.decode()


# Changing a link.


def edited(link, **fields):
    return {
        "relation": "contradicts",
        "rationale": WHY,
        "strength": link.strength,
        "revision": link.revision,
    } | fields


@pytest.fixture
def link(early, late, reviewer):
    return make.link(early, late, "challenges", by=reviewer)


def test_a_link_that_becomes_a_contradiction_is_asked_about(link, reviewer):
    client = make.browser(reviewer)

    asked = client.post(f"/links/{link.pk}/edit/", edited(link))
    denied = client.post(f"/links/{link.pk}/edit/", edited(link, **YES | {"same_scope": "no"}))
    assert (asked.status_code, denied.status_code) == (422, 422)
    assert Link.objects.get().relation == "challenges"
    assert offered(denied) == ["qualifies", "challenges"]

    client.post(f"/links/{link.pk}/edit/", edited(link, **YES))
    assert Link.objects.get().relation == "contradicts"
    assert last_act(link)["answers"] == YES


def test_a_contradiction_that_stands_keeps_its_answers(early, late, reviewer):
    client = make.browser(reviewer)
    client.post(LINKS, said(early, late, **YES))

    answer = client.get(f"/links/{Link.objects.get().pk}/edit/")

    assert answer.context["form"]["same_time"].value() == "yes"
    assert answer.context["form"]["same_scope"].value() == "yes"


def test_one_that_nobody_was_asked_about_is_asked_about(early, late, reviewer):
    link = make.link(early, late, "contradicts", by=reviewer)
    client = make.browser(reviewer)

    answer = client.get(f"/links/{link.pk}/edit/")

    assert answer.context["form"]["same_time"].value() is None
    page = client.get(f"/links/{link.pk}/").content.decode()
    assert "It is not recorded whether both speak of the same time" in page


@pytest.mark.parametrize("by_edit", [True, False])
def test_who_answered_stands_where_the_conflict_is_read(
    early, late, reviewer, reader, by_edit, request
):
    if by_edit:
        link = request.getfixturevalue("link")
        make.browser(reviewer).post(f"/links/{link.pk}/edit/", edited(link, **YES))
    else:
        make.browser(reviewer).post(LINKS, said(early, late, **YES))
    link, client = Link.objects.get(), make.browser(reader)
    on = link.history.latest("pgh_id").pgh_created_at
    told = (
        f"Both speak of the same time and the same scope, as {reviewer} answered on {on:%-d %B %Y}."
    )
    claim = f"/claims/{early.claim.public_id}/"

    for page in (f"/links/{link.pk}/", claim, f"{claim}links/?kind=conflict"):
        assert told in client.get(page).content.decode()


def test_a_link_of_another_relation_says_nothing_of_it(link, reader):
    page = make.browser(reader).get(f"/links/{link.pk}/").content.decode()

    assert "same scope" not in page


def test_a_contradiction_that_became_another_link_says_no_more_of_it(early, late, reviewer):
    client = make.browser(reviewer)
    client.post(LINKS, said(early, late, **YES))
    link = Link.objects.get()

    client.post(f"/links/{link.pk}/edit/", edited(link, relation="challenges"))

    assert Link.objects.get().relation == "challenges"
    assert "same scope" not in client.get(f"/links/{link.pk}/").content.decode()


def test_a_contradiction_that_needs_a_second_look_is_asked_about_again(early, late, reviewer):
    link = make.link(early, late, "contradicts", by=reviewer, status="stale")

    answer = make.browser(reviewer).get(f"/links/{link.pk}/edit/")

    assert answer.context["form"]["same_time"].value() is None


def test_taking_over_in_an_edit_keeps_the_revision(link, reviewer):
    taken = make.browser(reviewer).post(
        f"/links/{link.pk}/edit/", edited(link, instead="qualifies")
    )

    assert f'name="revision" value="{link.revision}"' in taken.content.decode()
    assert Link.objects.get().relation == "challenges"


@pytest.mark.parametrize("who", ["stranger", "reader", "insider"])
@pytest.mark.parametrize("button", [{"compare": "1"}, {"instead": "updates"}, {}])
def test_who_does_not_review_sees_no_comparison(request, early, late, who, button):
    client = make.browser(request.getfixturevalue(who), htmx=True)

    answer = client.post(LINKS, said(early, late, **button), headers={"HX-Target": "comparison"})

    assert answer.status_code == 404


def test_an_unseen_quote_is_not_compared(closed, insider, early, reviewer):
    hidden = make.tag(make.document(collection=closed, title="Secret report"), by=insider)

    answer = make.browser(reviewer).post(LINKS, said(early, hidden, compare="1"))

    assert answer.status_code == 404
    assert b"Secret" not in answer.content


# How far apart, and whose.

DAY = date(2011, 3, 30)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (Moment(None), Moment(None), "It is not known when either was said."),
        (Moment(DAY), Moment(None), "It is not known when one of them was said."),
        (Moment(DAY), Moment(DAY), "Both were said on the same day."),
        (Moment(DAY), Moment(date(2011, 3, 31)), "These were said 1 day apart."),
        (Moment(DAY), Moment(date(2011, 5, 29)), "These were said 60 days apart."),
        (Moment(DAY), Moment(date(2011, 5, 30)), "These were said 2 months apart."),
        (Moment(DAY), Moment(date(2018, 3, 30)), "These were said 7 years apart."),
        (Moment(date(2018, 2, 1)), Moment(DAY), "These were said about 7 years apart."),
        (Moment(DAY, "month"), Moment(date(2011, 3, 1)), "Both were said in the same month."),
        (Moment(DAY, "month"), Moment(date(2011, 4, 1)), "These were said 1 month apart."),
        (Moment(DAY, "year"), Moment(date(2011, 9, 9)), "Both were said in the same year."),
        (Moment(DAY, "year"), Moment(date(2012, 1, 1)), "These were said 1 year apart."),
        (Moment(DAY, "estimate"), Moment(DAY, "year"), "Both were said at about the same time."),
        (
            Moment(DAY, "estimate"),
            Moment(date(2018, 1, 1), "day"),
            "These were said about 7 years apart.",
        ),
    ],
)
def test_the_distance_is_no_finer_than_the_dates(one, other, words):
    assert said_apart(one, other) == words
    assert said_apart(other, one) == words


def test_whom_a_speaker_disagrees_with_does_not_stand_behind_the_words(early, other, reviewer):
    rejects = make.tag(
        other.passage, "things", claim=early.claim, stance="rejects", held_by=early.asserted_by
    )
    reports = make.tag(
        other.passage, "State", claim=early.claim, stance="attributes", held_by=early.asserted_by
    )

    assert "position of" not in " ".join(compared(early, rejects).findings)
    assert "Both are the position of Utopia." in compared(early, reports).findings
    assert compared(early, rejects).sides[1].position == "their own, against that of Utopia"


def test_the_later_updates_the_earlier_however_they_stand(early, late, other):
    assert later_first(early, late) == later_first(late, early) == (late, early)
    assert later_first(early, other) == (early, other)

    update = alternatives(late, early, same_time=False, same_scope=True)[0]
    assert (update.from_tag, update.to_tag) == (late, early)
    assert "2018" in update.fits

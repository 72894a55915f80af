"""What answers each question about what is missing, and in which words."""

import datetime

import pytest
from django.utils import timezone

from annotate.actions.tags import withdraw_tag
from annotate.codebook.claim_splits import open_split
from annotate.models import Question
from annotate.questions import Asked, answers_to, every_answer
from annotate.questions.replies import who_may_reply
from corpus.models import Agent, Document
from tests import make

pytestmark = pytest.mark.django_db


def answers(question, reader, **filters):
    """Return what answers a question, by its key."""
    return {one.key: one for one in every_answer(question, Asked(reader, **filters))}


def on(claim, document, voice=None, **fields):
    """Return a tag on the claim by a voice, quoted where it is not the document's."""
    return make.tag(document, claim=claim, asserted_by=voice, **fields)


def where(seeds, **numbers):
    """Return the ids of the claims whose counts in the reference are these."""
    counts = seeds.reference["expected_counts"]
    return [key for key, one in counts.items() if all(one[n] == v for n, v in numbers.items())]


# The seeds, whose answers were worked out by hand.


def test_the_seeds_have_one_source_where_the_reference_says(seeds, reader):
    found = answers(Question.ONE_SOURCE, reader)

    assert [*found] == where(seeds, independent_affirmed=1)
    assert "C07" not in found
    assert "One source is said to: Shanghai Cooperation Organization." in found["C01"].why[0]
    assert found["C02"].why[0] == "Only one source says so itself: United States."
    assert "agrees with UN General Assembly" in " ".join(found["C11"].why)


def test_the_seeds_are_contested_where_the_reference_says(seeds, reader):
    found = answers(Question.CONTESTED, reader)

    assert [*found] == where(seeds, contested=True) == ["C01", "C03"]
    assert found["C03"].why == (
        "Said by others to hold it: Shanghai Cooperation Organization.",
        "Say it is not so: United States.",
    )


def test_the_seeds_lack_a_denial_where_the_reference_says(seeds, reader):
    assert [*answers(Question.NO_DENIAL, reader)] == where(seeds, independent_denied=0)


def test_the_seeds_are_at_second_hand_where_only_the_web_page_says_so(seeds, reader):
    found = answers(Question.ONLY_COPIED, reader)

    of_the_report = {tag["claim"] for tag in seeds.reference["tags"] if tag["id"][0] in "HBK"}
    of_the_statement = {tag["claim"] for tag in seeds.reference["tags"] if tag["id"][0] == "U"}
    assert {*found} == (of_the_report - of_the_statement) | {"C11"}
    assert "Remarks of UN Secretary-General" in found["C12"].why[0]
    assert "not held here" in found["C12"].why[0]


def test_in_the_seeds_the_organization_itself_says_nothing(seeds, reader):
    found = answers(Question.NO_REPLY, reader)

    said_to_hold = [key for key, one in found.items() if one.why[0].startswith("Said by others")]
    assert said_to_hold == ["C01", "C03"]
    assert found["C02"].why == (
        "Named in the claim, and silent: Shanghai Cooperation Organization.",
    )
    assert "C31" not in found  # names the United States, who says it


def test_in_the_seeds_2023_is_new_and_2011_is_old(seeds, reader):
    found = answers(Question.NOTHING_SINCE, reader, year=2020)

    assert "C02" not in found
    assert "C01" not in found  # said again in 2023
    assert found["C15"].why == ("The newest words on it are from 30 March 2011.",)
    assert [*answers(Question.NOTHING_SINCE, reader, year=2011)] == ["C12", "C13"]


@pytest.mark.parametrize("question", ["second-looks", "broken-links", "circles"])
def test_the_seeds_are_in_order(seeds, reader, question):
    assert answers(question, reader) == {}


# One source, and no denial.


def test_a_source_copied_by_another_is_one_and_says_why(collection, reader):
    claim, first = make.claim(), make.document(collection=collection)
    second = make.document(collection=collection)
    on(claim, first)
    on(claim, second)
    assert answers(Question.ONE_SOURCE, reader) == {}

    make.source(second, first)

    [found] = answers(Question.ONE_SOURCE, reader).values()
    assert found.why[1] == "It is in 2 tags."
    assert found.why[2].startswith("Counted as one: ")


def test_who_is_not_confirmed_is_no_source_but_may_deny(collection, reader):
    claim = make.claim()
    on(claim, make.document(collection=collection))
    rumour = make.agent("Rumour", status="proposed")

    on(claim, make.document(collection=collection), rumour, stance="denies")

    assert answers(Question.NO_DENIAL, reader) == {}
    [found] = answers(Question.CONTESTED, reader).values()
    assert "Not counted until a curator confirms the name: Rumour." in found.why


def test_what_needs_a_second_look_is_no_denial_and_is_told(collection, reader):
    claim = make.claim()
    on(claim, make.document(collection=collection))
    on(claim, make.document(collection=collection), stance="denies", status="stale")

    [found] = answers(Question.NO_DENIAL, reader).values()

    assert "1 tag on it needs a second look and does not count." in found.why


# Only at second hand.


def test_one_original_among_copies_is_enough(collection, reader):
    claim = make.claim()
    original, copy = (make.document(collection=collection) for _ in range(2))
    make.source(copy, original)
    tag = on(claim, copy)
    assert [*answers(Question.ONLY_COPIED, reader)] == [claim.public_id]

    on(claim, original)

    assert answers(Question.ONLY_COPIED, reader) == {}
    assert tag.claim == claim


def test_a_copy_on_the_other_side_makes_no_difference(collection, reader):
    claim = make.claim()
    original, copy = (make.document(collection=collection) for _ in range(2))
    make.source(copy, original)
    on(claim, original)
    on(claim, copy, stance="denies")

    assert answers(Question.ONLY_COPIED, reader) == {}


def test_a_quote_may_be_copied_by_itself(collection, reader):
    tag = on(make.claim(), make.document(collection=collection))
    upstream = make.document(collection=collection, title="The original")

    make.source(tag, upstream, "verbatim_quote")

    [found] = answers(Question.ONLY_COPIED, reader).values()
    assert "“The original”" in found.why[0]
    assert [place.words for place in found.places] == ["The original"]


def test_what_is_copied_from_where_one_may_not_see_is_not_copied(
    collection, closed, reader, insider
):
    page = make.document(collection=collection)
    on(make.claim(), page)
    make.source(page, make.document(collection=closed))

    assert answers(Question.ONLY_COPIED, reader) == {}
    assert len(answers(Question.ONLY_COPIED, insider)) == 1


# No reply.


@pytest.fixture
def accused(collection):
    """Return a State that an NGO says to hold a claim, and the tag that says so."""
    state = make.agent("Ruritania", aliases=["RUR"])
    page = make.document(collection=collection, author=make.agent("Watch", kind="ngo"))
    return state, on(make.claim(), page, stance="attributes", held_by=state)


def test_a_state_that_is_said_to_hold_it_and_is_silent_has_not_replied(accused, reader):
    _state, tag = accused

    found = answers(Question.NO_REPLY, reader)

    assert [*found] == [tag.claim.public_id]
    assert found[tag.claim.public_id].why == (
        "Said by others to hold it, and silent itself: Ruritania.",
    )


@pytest.mark.parametrize("stance", ["asserts", "denies", "questions"])
def test_own_words_are_a_reply_whoever_quotes_them(accused, reader, collection, stance):
    state, tag = accused

    on(tag.claim, make.document(collection=collection), state, stance=stance)

    assert answers(Question.NO_REPLY, reader) == {}


def test_a_ministry_replies_for_its_state(accused, reader, collection):
    state, tag = accused
    ministry = make.agent("Ministry", kind="state_body", independence_parent=state)

    on(tag.claim, make.document(collection=collection, author=ministry))

    assert answers(Question.NO_REPLY, reader) == {}


def test_a_link_that_replies_is_a_reply(accused, reader, collection):
    state, tag = accused
    reply = on(make.claim(), make.document(collection=collection, author=state))
    make.link(reply, tag, "supports")
    assert len(answers(Question.NO_REPLY, reader)) == 1

    make.link(reply, tag, "responds_to")

    assert answers(Question.NO_REPLY, reader) == {}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("RUR jails lawyers.", True),
        ("Lawyers are jailed in Ruritania’s north.", True),
        ("Ruritanians jail lawyers.", False),
        ("A rur jails lawyers.", False),
    ],
)
def test_a_state_is_concerned_where_the_claim_names_it(collection, reader, text, named):
    make.agent("Ruritania", aliases=["RUR"])
    author = make.agent("Watch", kind="ngo")
    on(make.claim(text=text), make.document(collection=collection, author=author))

    found = [one.why[0] for one in answers(Question.NO_REPLY, reader).values()]

    assert found == (["Named in the claim, and silent: Ruritania."] if named else [])


def test_a_chosen_state_is_concerned_wherever_others_take_a_side(collection, reader):
    state, author = make.agent("Ruritania"), make.agent("Watch", kind="ngo")
    page = make.document(collection=collection, author=author)
    said, asked = make.claim(), make.claim()
    on(said, page)
    on(asked, page, stance="questions")

    found = answers(Question.NO_REPLY, reader, state=state)

    assert [*found] == [said.public_id]
    assert "while others speak of it: Ruritania." in found[said.public_id].why[0]


def test_what_is_named_in_a_script_without_capitals_is_found(collection, reader):
    make.agent("Ruritania", aliases=["鲁里坦尼亚"])
    author = make.agent("Watch", kind="ngo")
    on(make.claim(text="鲁里坦尼亚拘留律师。"), make.document(collection=collection, author=author))

    assert len(answers(Question.NO_REPLY, reader)) == 1


# Nothing since.


def test_words_of_another_voice_do_not_take_the_documents_date(collection, reader):
    document = make.document(collection=collection, uttered_on=datetime.date(2024, 5, 1))
    passage = make.describe(make.passage(document), voice=make.agent())
    on(make.claim(), passage)

    [found] = answers(Question.NOTHING_SINCE, reader, year=2020).values()

    assert found.group == "No date is known, so it cannot be told"
    assert found.why == ("The one tag on it has no date.",)


def test_the_passage_s_own_date_comes_first_and_the_newest_counts(collection, reader):
    claim = make.claim()
    document = make.document(collection=collection, uttered_on=datetime.date(2024, 5, 1))
    passage = make.describe(make.passage(document), uttered_on=datetime.date(2009, 2, 3))
    on(claim, passage)
    on(claim, make.document(collection=collection))

    [found] = answers(Question.NOTHING_SINCE, reader, year=2020).values()
    assert found.why == (
        "The newest words on it are from 3 February 2009.",
        "1 tag on it has no date.",
    )

    on(claim, make.document(collection=collection, uttered_on=datetime.date(2020, 1, 1)))
    assert answers(Question.NOTHING_SINCE, reader, year=2020) == {}


def test_without_a_year_five_years_ago_is_meant(collection, reader):
    year = timezone.now().year - 5
    first = datetime.date(year, 1, 1)
    on(make.claim(), make.document(collection=collection, uttered_on=first))
    old = on(
        make.claim(), make.document(collection=collection, uttered_on=first.replace(year=year - 1))
    )

    assert [*answers(Question.NOTHING_SINCE, reader)] == [old.claim.public_id]


# Second looks and links.


def test_the_stale_the_disputed_and_the_split_need_a_second_look(
    collection, reader, reviewer, curator
):
    document = make.document(collection=collection)
    stale = make.tag(document, "State", status="stale", stale_reason="The voice was changed.")
    lost = make.tag(document, "things", status="stale", anchor_state="broken")
    doubted = make.tag(document, "terrorism")
    make.remark(doubted, "disagree", by=reviewer)
    whole = make.tag(document, "naïve").claim
    open_split(whole, [make.claim(), make.claim()], by=curator, reason="Two things.")

    found = answers(Question.SECOND_LOOKS, reader)

    assert {key: one.why[0].partition(":")[0] for key, one in found.items()} == {
        str(stale.pk): "The voice was changed.",
        str(lost.pk): "Its words were not found in the current text.",
        str(doubted.pk): "People read it differently",
        whole.public_id: "It is being split",
    }


def test_a_link_lacks_a_quote_and_says_which(collection, reader):
    document = make.document(collection=collection)
    gone, one, other = (make.tag(document, word) for word in ("State", "things", "terrorism"))
    broken, doubted = make.link(gone, one), make.link(one, other, status="stale")
    make.link(gone, other)

    withdraw_tag(gone, by=gone.created_by)

    found = answers(Question.BROKEN_LINKS, reader)
    assert found[str(broken.pk)].why == ("The first quote is withdrawn.",)
    assert len(found) == 2
    looks = answers(Question.SECOND_LOOKS, reader)
    assert [(one.kind, one.key) for one in looks.values()] == [("link", str(doubted.pk))]


# Circles.


def documents(collection, number):
    return [make.document(collection=collection, title=f"Paper {n}") for n in range(1, number + 1)]


def test_a_ring_is_told_in_order(collection, reader):
    one, two, three = documents(collection, 3)
    make.source(one, two, "reprint_of")
    make.source(two, three, "reports_on")
    make.source(three, one, "summary_of")

    [found] = answers(Question.CIRCLES, reader).values()

    [told] = found.why
    assert told == (
        "“Paper 1” is copied from “Paper 2” (reprint of), which is copied from “Paper 3” "
        "(reports on), which is copied from “Paper 1” (summary of)."
    )
    assert [place.words for place in found.places] == ["Paper 1", "Paper 2", "Paper 3"]


def test_a_passage_and_a_quote_close_a_ring_too(collection, reader):
    one, two = documents(collection, 2)
    make.source(make.passage(one), two, "verbatim_quote")
    assert answers(Question.CIRCLES, reader) == {}
    tag = make.tag(two, "State")

    make.source(tag, one, "paraphrase")

    assert [*answers(Question.CIRCLES, reader)] == [str(one.pk)]


def test_a_ring_through_what_one_may_not_see_is_none(collection, closed, reader, insider):
    one, two = documents(collection, 2)
    secret = make.document(collection=closed, title="Secret")
    make.source(one, two)
    make.source(two, secret)
    make.source(secret, one)

    assert answers(Question.CIRCLES, reader) == {}
    assert [*answers(Question.CIRCLES, insider)] == [str(one.pk)]
    assert [*answers(Question.CIRCLES, insider, collection=closed)] == [str(one.pk)]


def test_a_ring_through_a_hidden_document_is_none(collection, reader):
    one, two = documents(collection, 2)
    make.source(one, two)
    make.source(two, one)
    Document.objects.filter(pk=two.pk).update(status="hidden", revision=two.revision + 1)

    assert answers(Question.CIRCLES, reader) == {}


# Who sees what, and how far a page looks.


@pytest.mark.parametrize("question", ["one-source", "no-denial", "nothing-since", "no-reply"])
def test_only_a_member_is_told_of_a_closed_collection(closed, insider, reader, question):
    state = make.agent("Ruritania")
    page = make.document(collection=closed, author=make.agent("Watch", kind="ngo", home=closed))
    claim = make.claim(text="Ruritania jails lawyers.")
    on(claim, page)
    filters = {"state": state} if question == "no-reply" else {}

    assert answers(question, reader, **filters) == {}
    assert [*answers(question, insider, **filters)] == [claim.public_id]


def test_a_denial_in_a_closed_collection_is_one_for_its_members(
    collection, closed, insider, reader
):
    claim = make.claim()
    on(claim, make.document(collection=collection))
    on(claim, make.document(collection=closed), stance="denies")

    assert [*answers(Question.CONTESTED, insider)] == [claim.public_id]
    assert answers(Question.CONTESTED, reader) == {}
    assert answers(Question.CONTESTED, insider, collection=collection) == {}


@pytest.mark.parametrize("length", [1, 2, 7])
def test_the_pages_hold_every_answer_once(seeds, reader, length):
    asked = Asked(reader)
    keys, after = [], None

    while True:
        page = answers_to("nothing-since", asked, after=after, sizes=(2, 3), length=length)
        keys += [one.key for one in page.rows]
        after = page.next_cursor
        if not after:
            break

    assert keys == [one.key for one in every_answer("nothing-since", asked)]
    assert len(keys) > 10


def test_a_page_that_finds_little_says_how_far_it_looked_and_goes_on(seeds, reader):
    asked = Asked(reader, year=2011)

    page = answers_to("nothing-since", asked, sizes=(3, 4))
    further = answers_to("nothing-since", asked, after=page.next_cursor, sizes=(3, 4))

    assert (page.rows, page.looked_through) == ([], 7)
    assert [one.key for one in further.rows] == ["C12", "C13"]


@pytest.mark.parametrize("cursor", ["", "0.", "9.x", "x.y", "0.broken", "."])
def test_a_broken_cursor_answers_the_first_page(seeds, reader, cursor):
    asked = Asked(reader)

    assert answers_to("contested", asked, after=cursor) == answers_to("contested", asked)


def test_merged_agents_are_not_offered(collection, reader):
    kept = make.agent("Ruritania")
    make.agent("Old Ruritania", status="merged", merged_into=kept)
    make.agent("Watch", kind="ngo")

    assert [*who_may_reply(reader)] == [kept]
    assert Agent.objects.count() > 1

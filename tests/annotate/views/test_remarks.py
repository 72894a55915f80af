"""annotate/views/remarks.py, actions/remarks.py and queries/remarks.py."""

import pytest
from django.apps import apps

from annotate.actions.remarks import answer_remark, remark_on
from annotate.models import Remark
from annotate.queries.remarks import remarks_on
from tests import make
from tests.at_once import at_once


@pytest.fixture
def tag(collection, reviewer):
    return make.tag(make.document(collection=collection), by=reviewer)


@pytest.fixture
def link(tag, collection, reviewer):
    return make.link(tag, make.tag(make.document(collection=collection)), by=reviewer)


@pytest.fixture
def document(tag):
    return tag.passage.text_version.document


@pytest.fixture
def claim(tag):
    return tag.claim


@pytest.fixture
def hidden(closed, insider):
    return make.tag(make.document(collection=closed), by=insider)


def address(target) -> str:
    plural = f"{target._meta.model_name}s"
    return f"/{plural}/{getattr(target, 'public_id', target.pk)}/remarks/"


# Agreeing.


@pytest.mark.parametrize("kind", ["tag", "link"])
def test_a_colleague_agrees_without_javascript(request, kind, colleague):
    target = request.getfixturevalue(kind)

    answer = make.browser(colleague).post(address(target), {"kind": "agree"})

    assert (answer.status_code, answer["Location"]) == (303, f"/{kind}s/{target.pk}/")
    assert [remark.created_by for remark in remarks_on(target, colleague).agreed] == [colleague]


def test_a_colleague_agrees_by_htmx(tag, colleague):
    answer = make.browser(colleague, htmx=True).post(address(tag), {"kind": "agree"})

    page = answer.content.decode()
    assert page.strip().startswith(f'<section id="remarks-tag-{tag.pk}"')
    assert "Agreed: Li Colleague" in " ".join(page.split())
    assert "I agree" not in page


def test_a_second_agreement_is_the_first(tag, colleague):
    first = remark_on(tag, "agree", by=colleague)

    assert remark_on(tag, "agree", by=colleague) == first
    assert Remark.objects.count() == 1


def test_of_two_agreements_at_once_one_stands(committing_db):
    tag, person = make.tag(), make.person()

    answers, failed = at_once(
        lambda: remark_on(tag, "agree", by=person), lambda: remark_on(tag, "agree", by=person)
    )

    assert failed == []
    assert answers == [Remark.objects.get()] * 2


@pytest.mark.parametrize("htmx", [True, False])
def test_nobody_agrees_with_their_own_tag(tag, reviewer, htmx):
    answer = make.browser(reviewer, htmx=htmx).post(address(tag), {"kind": "agree"})

    assert answer.status_code == 422
    assert "only somebody else" in answer.content.decode()
    assert not Remark.objects.exists()


def test_an_author_is_not_asked_to_agree(tag, reviewer, colleague):
    assert not remarks_on(tag, reviewer).may_agree
    assert remarks_on(tag, colleague).may_agree


# Disagreeing, asking, noting.


@pytest.mark.parametrize("target", ["tag", "link", "claim", "document"])
@pytest.mark.parametrize("kind", ["disagree", "question", "note"])
def test_a_remark_is_kept_with_its_text(request, target, kind, colleague):
    target = request.getfixturevalue(target)

    answer = make.browser(colleague).post(address(target), {"kind": kind, "text": "  Why? 😀 "})

    [seen] = remarks_on(target, colleague).said
    assert answer.status_code == 303
    assert (seen.remark.kind, seen.remark.text) == (kind, "Why? 😀")
    assert seen.remark.created_by == colleague


@pytest.mark.parametrize("htmx", [True, False])
@pytest.mark.parametrize("kind", ["disagree", "question", "note"])
def test_an_objection_says_why(tag, colleague, kind, htmx):
    answer = make.browser(colleague, htmx=htmx).post(address(tag), {"kind": kind, "text": " "})

    assert answer.status_code == 422
    assert "Say why, in a few words." in answer.content.decode()


def test_a_remark_of_no_known_kind_is_refused_and_kept_on_screen(tag, colleague):
    answer = make.browser(colleague).post(address(tag), {"kind": "shout", "text": "Hear me."})

    assert answer.status_code == 422
    assert "Hear me." in answer.content.decode()


def test_an_unanswered_objection_is_a_dispute(tag, reviewer, colleague):
    objection = remark_on(tag, "disagree", "It is a quotation.", by=colleague)
    assert remarks_on(tag, reviewer).disputed

    answer_remark(objection, by=reviewer)
    assert not remarks_on(tag, reviewer).disputed


def test_a_remark_leaves_history(tag, colleague):
    remark = remark_on(tag, "question", "Who speaks?", by=colleague)

    event = apps.get_model("annotate", "RemarkEvent").objects.get(pgh_obj=remark.pk)
    assert event.pgh_context["action"] == "remark_on_tag"


# Answering.


@pytest.mark.parametrize("who", ["reviewer", "colleague", "curator"])
def test_author_asker_and_curator_settle_a_remark(request, tag, colleague, who):
    person = request.getfixturevalue(who)
    question = remark_on(tag, "question", "Who speaks?", by=colleague)

    answer = make.browser(person).post(f"/remarks/{question.pk}/answer/", {"text": "The State."})

    question.refresh_from_db()
    assert (answer.status_code, answer["Location"]) == (303, f"/tags/{tag.pk}/")
    assert question.answered_by == person
    assert [seen.remark.text for seen in remarks_on(tag, person).said][1:] == ["The State."]


def test_a_remark_is_settled_by_htmx(tag, reviewer, colleague):
    question = remark_on(tag, "question", "Who speaks?", by=colleague)

    answer = make.browser(reviewer, htmx=True).post(f"/remarks/{question.pk}/answer/")

    assert "Settled by Ravi Reviewer" in answer.content.decode()


def test_the_first_answer_stands(tag, reviewer, colleague):
    question = remark_on(tag, "question", "Who speaks?", by=colleague)

    answer_remark(question, by=reviewer)
    answer_remark(Remark.objects.get(pk=question.pk), by=colleague)

    assert Remark.objects.get(pk=question.pk).answered_by == reviewer


@pytest.mark.parametrize("who", ["stranger", "reader", "insider", "third"])
def test_others_do_not_settle_a_remark(request, tag, collection, colleague, who):
    people = {"third": lambda: make.member(collection, "reviewer")}
    person = people.get(who, lambda: request.getfixturevalue(who))()
    question = remark_on(tag, "question", "Who speaks?", by=colleague)

    answer = make.browser(person).post(f"/remarks/{question.pk}/answer/")

    assert answer.status_code == 404


# Who may.


@pytest.mark.parametrize("target", ["tag", "link", "document"])
@pytest.mark.parametrize("who", ["stranger", "reader", "insider"])
def test_only_reviewers_remark(request, target, who):
    target = request.getfixturevalue(target)

    answer = make.browser(request.getfixturevalue(who)).post(
        address(target), {"kind": "note", "text": "A note."}
    )

    assert answer.status_code == 404
    assert not Remark.objects.exists()


def test_whoever_reviews_anywhere_remarks_on_a_shared_claim(claim, insider, stranger):
    said = {"kind": "note", "text": "Two claims in one."}

    assert make.browser(insider).post(address(claim), said).status_code == 303
    assert make.browser(stranger).post(address(claim), said).status_code == 404


def test_an_unseen_tag_takes_no_remark(hidden, reviewer):
    answer = make.browser(reviewer).post(address(hidden), {"kind": "note", "text": "Hm."})

    assert answer.status_code == 404


def test_a_claim_known_in_one_collection_takes_remarks_from_there_only(closed, insider, reviewer):
    claim = make.claim(home=closed)
    said = {"kind": "note", "text": "Too wide."}

    assert make.browser(insider).post(address(claim), said).status_code == 303
    assert make.browser(reviewer).post(address(claim), said).status_code == 404


@pytest.mark.parametrize("target", ["tag", "link", "claim", "document"])
def test_a_remark_is_never_made_by_a_get(request, target, reviewer):
    target = request.getfixturevalue(target)

    assert make.browser(reviewer).get(address(target)).status_code == 405


def test_an_answer_is_never_given_by_a_get(tag, reviewer, colleague):
    question = remark_on(tag, "question", "Who speaks?", by=colleague)

    assert make.browser(reviewer).get(f"/remarks/{question.pk}/answer/").status_code == 405


def test_more_remarks_ask_no_more_queries(tag, reviewer, colleague, django_assert_num_queries):
    remark_on(tag, "question", "Who speaks?", by=colleague)
    remark_on(tag, "note", "See the headline.", by=reviewer)

    with django_assert_num_queries(1):
        assert len(remarks_on(tag, reviewer).said) == 2


def test_marks_in_a_remark_stay_text(tag, colleague):
    answer = make.browser(colleague, htmx=True).post(
        address(tag), {"kind": "note", "text": "<script>alert(1)</script>"}
    )

    assert "<script>" not in answer.content.decode()

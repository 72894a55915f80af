"""What a brief prints: exhibits, numbers, the other side, narrower claims, and nothing secret."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotate.actions.joins import join_agents
from annotate.briefs import actions as acts
from annotate.briefs.content import content_of
from annotate.models import Claim, Tag
from corpus.actions import set_membership
from corpus.history import history
from corpus.models.document import DocumentStatus
from tests import make

pytestmark = pytest.mark.django_db


def printed(brief, reader):
    """Return what the brief prints now."""
    return content_of(brief, reader=reader)[0]


def exhibits(said, side="for"):
    """Return the exhibits of a claim on one side."""
    found = [one["exhibits"] for one in said["sides"] if one["side"] == side]
    return found[0] if found else []


def numbers(said):
    """Return the numbers of a claim as they stand in front of its sentences."""
    return [re.sub(r"^At most ", "", line)[:1] for line in said["numbers"]]


@pytest.fixture
def returned(seeds):
    """The claim that no quote of the seeds supports."""
    return make.claim(
        "returned to torture",
        text="People are returned to torture under SCO arrangements.",
    )


@pytest.fixture
def lawyer(returned, seeds, collection, reviewer):
    """The lawyer's brief."""
    return make.brief(
        returned,
        seeds.claim("C07"),
        seeds.claim("C18"),
        collection=collection,
        by=reviewer,
        question="Which independent sources say people are returned to torture under SCO "
        "arrangements?",
    )


def test_the_lawyers_question_is_answered_with_nobody_and_two_claims_apart(lawyer, reviewer):
    torture, return_, refoulement = printed(lawyer, reviewer)["parts"]

    assert torture["numbers"][0] == "0 sources say this."
    assert torture["sides"] == []
    assert numbers(return_)[0] == "2"
    assert [one["who"] for one in exhibits(return_)] == ["Human Rights in China", "United States"]
    assert numbers(refoulement)[0] == "1"
    assert [one["who"] for one in exhibits(refoulement)] == ["Human Rights in China"]


def test_narrower_claims_are_listed_apart_and_never_added(returned, seeds, collection, reviewer):
    for public_id in ("C07", "C18"):
        claim = seeds.claim(public_id)
        claim.broader = returned
        claim.save()
    brief = make.brief(returned, collection=collection, by=reviewer)

    said = printed(brief, reviewer)["parts"][0]

    assert said["numbers"][0] == "0 sources say this."
    assert [(one["claim"], numbers(one)[0], len(exhibits(one))) for one in said["narrower"]] == [
        (seeds.claim("C07").public_id, "2", 2),
        (seeds.claim("C18").public_id, "1", 1),
    ]


def test_a_merged_claim_is_printed_as_what_it_became(seeds, collection, reviewer):
    merged = make.claim()
    brief = make.brief(merged, collection=collection, by=reviewer)
    merged.status, merged.merged_into = "merged", seeds.claim("C07")
    merged.save()

    said = printed(brief, reviewer)["parts"][0]

    assert said["claim"] == seeds.claim("C07").public_id
    assert len(exhibits(said)) == 2


def test_whom_others_say_to_hold_a_claim_is_not_said_to_say_so(seeds, collection, reviewer):
    brief = make.brief(seeds.claim("C01"), collection=collection, by=reviewer)

    said = printed(brief, reviewer)["parts"][0]

    assert said["numbers"][0] == "0 sources say so themselves."
    assert "said by others to hold it: Shanghai Cooperation Organization" in said["numbers"][1]
    assert [one["who"] for one in exhibits(said, "against")] == [
        "Human Rights in China",
        "United States",
    ]


def test_an_exhibit_prints_all_that_a_court_asks(seeds, collection, reviewer):
    tag = seeds.tag("U08")
    brief = make.brief(tag, collection=collection, by=reviewer)

    one = printed(brief, reviewer)["parts"][0]["exhibit"]

    document, version = seeds.statement, seeds.statement.versions.get(is_current=True)
    assert one["number"] == 1
    assert one["quote"] == tag.exact
    assert one["before"] + one["quote"] + one["after"].removesuffix(" …") in version.text
    assert one["who"] == "United States"
    assert one["said_on"]
    assert one["address"] == document.url
    assert one["title"] == document.title
    assert one["text_version"] == 1
    assert one["text_sha256"] == version.sha256
    assert one["original_sha256"] == document.original_sha256
    assert one["place_address"].endswith(f"/documents/{document.pk}/v1/#c{tag.start}-{tag.end}")


def test_a_quoted_voice_is_printed_as_quoted_in(seeds, collection, reviewer):
    brief = make.brief(seeds.tag("B01"), collection=collection, by=reviewer)

    one = printed(brief, reviewer)["parts"][0]["exhibit"]

    assert one["quoted_by"] == "Human Rights in China"
    assert one["who"] != "Human Rights in China"


def test_a_list_item_is_printed_with_the_line_it_hangs_on(collection, reviewer):
    document = make.document(
        "Title\n\nConcerned at:\n\n1. The return of refugees.\n", collection=collection
    )
    lead, item = make.passage(document, 2), make.passage(document, 3)
    make.describe(item, lead_in=lead)
    brief = make.brief(make.tag(item, "return of refugees"), collection=collection, by=reviewer)

    assert printed(brief, reviewer)["parts"][0]["exhibit"]["lead_in"] == "Concerned at:"


def test_a_quote_brings_the_other_side_along(seeds, collection, reviewer):
    tag = make.tag(make.document(collection=collection), claim=seeds.claim("C01"))
    brief = make.brief(tag, collection=collection, by=reviewer)

    part = printed(brief, reviewer)["parts"][0]

    assert part["other_side"] == "against"
    assert len(part["others"]) == 2
    assert part["left_out"] == ""


@pytest.mark.parametrize("target", ["claim", "tag"])
def test_evidence_against_that_is_left_out_is_stated(seeds, collection, reviewer, target):
    tag = make.tag(make.document(collection=collection), claim=seeds.claim("C01"))
    targets: dict[str, Claim | Tag] = {"claim": tag.claim, "tag": tag}
    brief = make.brief(targets[target], collection=collection, by=reviewer)

    acts.leave_out_against(make.part(brief), leave_out=True, revision=brief.revision, by=reviewer)

    content = printed(brief, reviewer)
    assert content["exhibits"] == 1
    assert content["parts"][0]["left_out"].startswith("2 quotes on the other side were left out")


def test_an_exhibit_is_numbered_once(seeds, collection, reviewer):
    tag = seeds.tag("U10")
    brief = make.brief(tag.claim, tag, collection=collection, by=reviewer)

    content = printed(brief, reviewer)

    again = content["parts"][1]["exhibit"]
    assert again["again"]
    assert again["number"] <= content["exhibits"]


def test_notes_and_reviewers_are_out_unless_put_in(collection, reviewer):
    tag = make.tag(make.document(collection=collection), by=reviewer, note="Ask Li.")
    brief = make.brief(tag, collection=collection, by=reviewer)
    before = json.dumps(printed(brief, reviewer))

    acts.edit_brief(
        brief, shows_notes=True, shows_reviewers=True, revision=brief.revision, by=reviewer
    )

    after = json.dumps(printed(brief, reviewer))
    assert "Ask Li." not in before
    assert reviewer.pseudonym not in before
    assert "Ask Li." in after
    assert reviewer.pseudonym in after
    assert reviewer.display_name not in after


def test_notes_of_another_collection_stay_out(collection, reviewer):
    tag = make.tag(make.document(collection=make.collection()), note="Ask Li.")
    brief = make.brief(tag, collection=collection, by=reviewer)
    acts.edit_brief(brief, shows_notes=True, revision=brief.revision, by=reviewer)

    assert "Ask Li." not in json.dumps(printed(brief, reviewer))


def test_a_brief_counts_nothing_that_one_member_alone_may_see(collection, closed, reviewer):
    set_membership(closed, reviewer, "reviewer", by=reviewer)
    claim = make.claim()
    make.tag(make.document(collection=closed), claim=claim)
    brief = make.brief(claim, collection=collection, by=reviewer)

    said = printed(brief, reviewer)["parts"][0]

    assert said["numbers"][0] == "0 sources say this."
    assert said["sides"] == []


@pytest.mark.parametrize("access", ["open", "members"])
def test_a_brief_of_a_closed_collection_also_holds_what_is_open(closed, insider, access):
    claim = make.claim()
    make.tag(make.document(collection=make.collection(access=access)), claim=claim)
    make.tag(make.document(collection=closed), claim=claim)
    brief = make.brief(claim, collection=closed, by=insider)

    said = printed(brief, insider)["parts"][0]

    assert len(exhibits(said)) == {"open": 2, "members": 1}[access]


@pytest.mark.parametrize("status", [DocumentStatus.HIDDEN, DocumentStatus.WITHDRAWN])
def test_words_of_a_document_that_left_are_not_printed(collection, reviewer, status):
    document = make.document(collection=collection)
    tag = make.tag(document, by=reviewer)
    brief = make.brief(tag, tag.claim, collection=collection, by=reviewer)
    with history(by=reviewer, action="withdraw_tag"):
        tag.status = "withdrawn"
        tag.save()
    document.status = status
    document.save()

    content = printed(brief, reviewer)

    assert content["parts"][0].get("gone") is True
    assert content["exhibits"] == 0
    assert tag.exact not in json.dumps(content)


def test_a_second_look_is_stated_and_not_counted(collection, reviewer):
    tag = make.tag(make.document(collection=collection), status="stale")
    brief = make.brief(tag.claim, collection=collection, by=reviewer)

    said = printed(brief, reviewer)["parts"][0]

    assert said["numbers"][0] == "0 sources say this."
    assert said["numbers"][-1] == "1 quote needs a second look and is not counted."


def test_two_voices_of_one_body_are_one_source_and_the_brief_says_why(collection, reviewer):
    state = make.agent("Freedonia")
    ministry = make.agent("Ministry of Freedonia", kind="state_body", acts_for=state)
    claim = make.claim()
    make.tag(make.document(collection=collection, author=state), claim=claim)
    make.tag(make.document(collection=collection, author=ministry), claim=claim)
    brief = make.brief(claim, collection=collection, by=reviewer)

    said = printed(brief, reviewer)["parts"][0]

    assert said["numbers"][0] == (
        "1 source says so itself: Freedonia with Ministry of Freedonia, as one source. "
        "Ministry of Freedonia speaks for Freedonia."
    )
    assert len(exhibits(said)) == 2


def test_a_disputed_quote_is_printed_as_disputed_and_not_counted(collection, reviewer, colleague):
    tag = make.tag(make.document(collection=collection), by=reviewer)
    make.remark(tag, "disagree", "They only report it.", by=colleague)
    brief = make.brief(tag.claim, collection=collection, by=reviewer)

    said = printed(brief, reviewer)["parts"][0]

    assert said["numbers"][0] == "0 sources say this."
    assert [one["disputed"] for one in exhibits(said)] == [True]


def test_a_name_that_nobody_confirmed_is_stated_and_not_counted(collection, reviewer):
    author = make.agent("USA", status="proposed")
    tag = make.tag(make.document(collection=collection, author=author))
    brief = make.brief(tag.claim, collection=collection, by=reviewer)

    said = printed(brief, reviewer)["parts"][0]

    assert said["numbers"][0] == "0 sources say this."
    assert said["numbers"][-1] == "Not counted until the name is confirmed: USA."


def test_what_one_member_alone_may_see_joins_nobody(collection, closed, reviewer):
    set_membership(closed, reviewer, "reviewer", by=reviewer)
    both = make.agent("Secret bureau", home=closed)
    claim = make.claim()
    for _ in range(2):
        author = make.agent(independence_parent=both)
        make.tag(make.document(collection=collection, author=author), claim=claim)
    brief = make.brief(claim, collection=collection, by=reviewer)

    said = printed(brief, reviewer)["parts"][0]

    assert numbers(said)[0] == "2"
    assert "Secret bureau" not in json.dumps(said)


def test_what_one_member_alone_knows_of_two_makes_them_not_one(collection, closed, reviewer):
    set_membership(closed, reviewer, "curator", by=reviewer)
    claim = make.claim()
    authors = [make.agent(), make.agent()]
    for author in authors:
        make.tag(make.document(collection=collection, author=author), claim=claim)
    join_agents(*authors, by=reviewer, reason="A hushed witness said so.", home=closed)
    brief = make.brief(claim, collection=collection, by=reviewer)

    said = printed(brief, reviewer)["parts"][0]

    assert numbers(said)[0] == "2"
    assert "hushed" not in json.dumps(said)


def test_what_every_member_knows_of_two_makes_them_one(collection, reviewer, curator):
    claim = make.claim()
    authors = [make.agent(), make.agent()]
    for author in authors:
        make.tag(make.document(collection=collection, author=author), claim=claim)
    join_agents(*authors, by=curator, reason="One owner.", home=collection)
    brief = make.brief(claim, collection=collection, by=reviewer)

    said = printed(brief, reviewer)["parts"][0]

    assert numbers(said)[0] == "1"
    assert "One owner." in json.dumps(said)


def test_a_longer_brief_takes_no_more_queries(collection, reviewer):
    def queries(count):
        claim = make.claim()
        for _ in range(count):
            make.tag(make.document(collection=collection), claim=claim)
        targets = [make.tag(make.document(collection=collection)) for _ in range(count)]
        brief = make.brief(claim, *targets, collection=collection, by=reviewer)
        with CaptureQueriesContext(connection) as asked:
            printed(brief, reviewer)
        return len(asked)

    assert queries(2) == queries(6)

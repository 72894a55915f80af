"""What changes the codebook."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from annotate.actions.claims import (
    add_alt_label,
    create_claim,
    deprecate_claim,
    edit_claim,
    reactivate_claim,
    share_claim,
)
from annotate.models import Claim, ClaimStatus, Link, Tag, TagStatus
from corpus.revisions import StaleRevision
from tests import make

SENTENCE = "The State detains lawyers."


def test_a_reviewers_claim_waits_to_be_tidied(collection, reviewer):
    claim = create_claim(
        "detains lawyers", SENTENCE, by=reviewer, collection=collection, kind="legal"
    )

    assert claim.status == ClaimStatus.PROPOSED
    assert claim.home is None
    assert claim.public_id.startswith("C")


def test_a_curators_claim_is_active_once_its_kind_is_said(collection, curator):
    with_kind = create_claim("a", SENTENCE, by=curator, collection=collection, kind="legal")
    without = create_claim("b", SENTENCE, by=curator, collection=collection)

    assert with_kind.status == ClaimStatus.ACTIVE
    assert without.status == ClaimStatus.PROPOSED


def test_a_claim_first_made_in_a_closed_collection_lives_there(closed, insider):
    claim = create_claim("detains lawyers", SENTENCE, by=insider, collection=closed)

    assert claim.home == closed


def test_the_sentence_is_finished_and_the_colour_is_the_next(collection, reviewer):
    make.claim(color=12)

    claim = create_claim(
        "  detains \n lawyers", "The State  detains lawyers", by=reviewer, collection=collection
    )

    assert (claim.label, claim.text, claim.color) == ("detains lawyers", SENTENCE, 1)


@pytest.mark.parametrize("text", ["The US says that it is so.", "detains lawyers", ""])
def test_a_sentence_that_is_no_claim_is_refused(collection, reviewer, text):
    with pytest.raises(ValidationError):
        create_claim("label", text, by=reviewer, collection=collection)

    assert not Claim.objects.exists()


def test_a_typo_leaves_the_tags_alone(collection, curator, reviewer):
    tag = make.tag(by=reviewer)

    looks = edit_claim(
        tag.claim, {"text": "States do that thing."}, by=curator, meaning_changed=False
    )

    tag.refresh_from_db()
    assert looks == 0
    assert (tag.status, tag.claim.wording, tag.claim.text) == (
        TagStatus.SUBMITTED,
        1,
        "States do that thing.",
    )


def test_a_new_meaning_gives_tags_and_links_a_second_look(seeds, curator):
    claim = seeds.claim("C01")

    looks = edit_claim(
        claim,
        {"text": "Terrorism and separatism are the same."},
        by=curator,
        meaning_changed=True,
        reason="Extremism is apart now.",
    )

    tags = Tag.objects.filter(claim=claim)
    assert looks == 2
    assert {tag.status for tag in tags} == {TagStatus.STALE}
    assert {tag.status_before for tag in tags} == {TagStatus.ACCEPTED}
    assert {tag.stale_reason for tag in tags} == {"The claim was reworded. Extremism is apart now."}
    assert Link.objects.filter(from_tag__in=tags).exclude(status="stale").count() == 0
    assert Claim.objects.get(pk=claim.pk).wording == 2


def test_withdrawn_tags_do_not_turn_stale(collection, curator, reviewer):
    tag = make.tag(by=reviewer, status=TagStatus.WITHDRAWN)

    edit_claim(tag.claim, {"text": "States do other things."}, by=curator, meaning_changed=True)

    tag.refresh_from_db()
    assert tag.status == TagStatus.WITHDRAWN


def test_saving_a_proposed_claim_with_its_kind_accepts_it(collection, curator):
    claim = make.claim(status=ClaimStatus.PROPOSED, kind="")

    edit_claim(claim, {"kind": "factual"}, by=curator, meaning_changed=False)

    assert Claim.objects.get(pk=claim.pk).status == ClaimStatus.ACTIVE


@pytest.mark.parametrize("meaning_changed", [True, False])
def test_who_saves_second_changes_nothing(seeds, curator, meaning_changed):
    mine, theirs = seeds.claim("C01"), seeds.claim("C01")
    edit_claim(theirs, {"label": "theirs"}, by=curator, meaning_changed=False)

    with pytest.raises(StaleRevision):
        edit_claim(mine, {"label": "mine"}, by=curator, meaning_changed=meaning_changed)

    assert seeds.claim("C01").label == "theirs"
    assert not Tag.objects.filter(status=TagStatus.STALE).exists()


def test_a_claim_with_live_tags_stays_in_use(seeds, curator):
    with pytest.raises(ValidationError, match="Tags still use this claim"):
        deprecate_claim(seeds.claim("C01"), by=curator, reason="Two in one.")

    assert seeds.claim("C01").status == ClaimStatus.ACTIVE


def test_a_claim_goes_out_of_use_and_comes_back(collection, curator):
    claim = make.claim()

    deprecate_claim(claim, by=curator, reason="Two in one.")
    assert Claim.objects.get(pk=claim.pk).status == ClaimStatus.DEPRECATED

    reactivate_claim(claim, by=curator)
    assert Claim.objects.get(pk=claim.pk).status == ClaimStatus.ACTIVE


def test_taking_a_claim_out_of_use_needs_a_reason(collection, curator):
    with pytest.raises(ValidationError, match="Say why"):
        deprecate_claim(make.claim(), by=curator, reason=" ")


def test_a_shared_claim_is_everybodys(closed, curator_elsewhere, stranger):
    claim = make.claim(home=closed)

    share_claim(claim, by=curator_elsewhere)

    assert Claim.objects.visible_to(stranger).filter(pk=claim.pk).exists()


def test_a_name_in_another_language_is_added_once(collection, curator):
    claim = make.claim()

    add_alt_label(claim, " 驱回 ", "zh", by=curator)
    add_alt_label(claim, "驱回", "zh", by=curator)

    assert Claim.objects.get(pk=claim.pk).alt_labels == [{"text": "驱回", "language": "zh"}]


def test_the_history_says_who_changed_a_claim_and_why(collection, curator):
    claim = make.claim()

    edit_claim(claim, {"label": "new"}, by=curator, meaning_changed=False, reason="Clearer.")

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pgh_context FROM annotate_claimevent WHERE pgh_obj_id = %s"
            " ORDER BY pgh_id DESC LIMIT 1",
            [claim.pk],
        )
        (told,) = cursor.fetchone()
    assert '"action": "edit_claim"' in str(told)
    assert "Clearer." in str(told)

"""Saving what a person said of words, with what it names for the first time."""

import uuid

import pytest

from annotate.actions.said_tags import Named, NewClaim, Said, edit_as_said, tag_as_said
from annotate.models import Claim, Stance
from tests import make


@pytest.fixture
def passage(collection):
    return make.passage(make.document(collection=collection))


def said(passage, words="terrorism", **more):
    start = passage.start + passage.text.index(words)
    return Said(
        **{
            "passage": passage,
            "start": start,
            "end": start + len(words),
            "exact": words,
            "claim": NewClaim("exports extremism", "Ruritania exports extremism.", False),
            "stance": Stance.ASSERTS,
            "held_by": None,
            "names_speaker": True,
            "asserted_by": None,
            "speech": "",
            "fields": {},
        }
        | more
    )


def test_a_new_claim_and_a_new_holder_are_made_with_the_tag(passage, reviewer):
    ruritania = Named("", "Ruritania", False)

    tag = tag_as_said(said(passage, stance=Stance.ENDORSES, held_by=ruritania), by=reviewer)

    assert tag.claim.label == "exports extremism"
    assert str(tag.held_by) == "Ruritania"
    assert tag.speech == "own"


def test_a_holder_is_not_made_where_the_position_is_the_speakers_own(passage, reviewer):
    tag = tag_as_said(said(passage, held_by=Named("", "Ruritania", False)), by=reviewer)

    assert tag.held_by is None


def test_the_same_request_makes_no_second_claim(passage, reviewer):
    key = uuid.uuid4()

    first, again = (tag_as_said(said(passage), by=reviewer, request_key=key) for _n in range(2))

    assert again == first
    assert Claim.objects.filter(label="exports extremism").count() == 1


def test_an_edit_leaves_what_it_does_not_speak_of(passage, reviewer):
    tag = tag_as_said(said(passage, stance=Stance.DENIES, fields={"note": "Look."}), by=reviewer)
    silent = said(passage, claim=tag.claim, stance="", names_speaker=False)

    changed = edit_as_said(tag, silent, revision=tag.revision, by=reviewer)

    assert (changed.stance, changed.note) == (Stance.DENIES, "Look.")

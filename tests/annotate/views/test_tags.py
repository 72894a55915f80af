"""The tag views: by htmx, without JavaScript, for strangers, against broken rules."""

import uuid

import pytest

from annotate.models import Claim, ClaimPair, Tag
from tests import make

CUE = "the SCO’s position that equates terrorism, separatism, and extremism"


@pytest.fixture
def document(collection):
    return make.document(collection=collection)


def form_for(document, words, **fields):
    """Return what the picker posts for `words` in the first paragraph that holds them."""
    passage = make._passage_with(words, document)
    start = passage.start + passage.text.index(words)
    return {
        "passage": passage.pk,
        "start": start,
        "end": start + len(words),
        "exact": words,
        "request_key": str(uuid.uuid4()),
    } | fields


def add(client, document, words, **fields):
    return client.post(f"/documents/{document.pk}/tags/", form_for(document, words, **fields))


def test_a_script_tags_words_by_the_contract(document, reviewer):
    claim = make.claim()

    answer = add(
        make.browser(reviewer), document, "terrorism", claim=claim.public_id, stance="denies"
    )

    tag = Tag.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/tags/{tag.pk}/")
    assert (tag.exact, tag.claim, tag.stance, tag.created_by) == (
        "terrorism",
        claim,
        "denies",
        reviewer,
    )


def test_htmx_gets_the_passage_with_the_mark_and_the_open_card(document, reviewer):
    claim = make.claim("exports extremism")

    answer = add(make.browser(reviewer, htmx=True), document, "terrorism", claim=claim.public_id)

    html = answer.content.decode()
    assert answer.status_code == 200
    assert '<section class="passage' in html
    assert f'data-tags="{Tag.objects.get().pk}">terrorism</mark>' in html
    assert "exports extremism" in html
    assert "<html" not in html


@pytest.mark.parametrize("words", ["😀 things", "cafe\u0301s", "حقوق الإنسان", "𠀋𡈽"])
def test_the_stored_words_are_the_selected_words(document, reviewer, words):
    add(make.browser(reviewer), document, words, claim=make.claim().public_id)

    assert Tag.objects.get().exact == words


@pytest.mark.parametrize(
    ("whose", "agree", "stance"),
    [
        ("own", "yes", "asserts"),
        ("own", "no", "denies"),
        ("own", "open", "questions"),
        ("other", "yes", "endorses"),
        ("other", "no", "rejects"),
        ("other", "open", "attributes"),
    ],
)
def test_two_answers_give_six_stances(document, reviewer, whose, agree, stance):
    holder = make.agent() if whose == "other" else None

    add(
        make.browser(reviewer),
        document,
        "terrorism",
        claim=make.claim().public_id,
        whose=whose,
        agree=agree,
        held_by=holder.pk if holder else "",
        guard="seen",
    )

    assert (Tag.objects.get().stance, Tag.objects.get().held_by) == (stance, holder)


def test_the_first_save_on_a_cue_stores_nothing_and_proposes(seeds, reviewer):
    answer = add(make.browser(reviewer, htmx=True), seeds.statement, CUE, claim="C01")

    html = answer.content.decode()
    assert answer.status_code == 422
    assert "disagrees with" in html
    assert not Tag.objects.filter(created_by=reviewer).exists()
    assert 'name="widen" value="1" checked' in html


def test_the_second_save_stores_the_proposal_on_the_widened_words(seeds, reviewer):
    start = seeds.tag("U09").start
    words = form_for(seeds.statement, CUE, claim="C01")
    sco = seeds.tag("U09").held_by_id

    make.browser(reviewer).post(
        f"/documents/{seeds.statement.pk}/tags/",
        words
        | {
            "guard": "seen",
            "widen": "1",
            "widened_start": start,
            "widened_end": words["end"],
            "whose": "other",
            "agree": "no",
            "held_by": sco,
        },
    )

    tag = Tag.objects.get(created_by=reviewer)
    assert (tag.exact, tag.stance, tag.held_by_id) == (seeds.tag("U09").exact, "rejects", sco)


def test_words_that_are_only_not_confirmed_are_never_stored_as_said(collection, reviewer):
    text = "However, the council cannot confirm that people were returned to torture."
    council = make.document(f"A letter\n\n{text}\n", collection=collection)
    fields = {"claim": make.claim().public_id, "whose": "own", "agree": "yes"}
    words = "people were returned to torture"
    browser = make.browser(reviewer, htmx=True)

    html = add(browser, council, words, **fields).content.decode()

    assert not Tag.objects.exists()
    assert "Do they agree with the claim?" in html
    for proposed in ("own", "open"):
        assert f'value="{proposed}" checked' in html
    assert f"cannot confirm that {words}”" in html

    denied = add(browser, council, words, **fields | {"agree": "no", "guard": "seen"})

    assert (denied.status_code, Tag.objects.get().stance) == (200, "denies")


def test_a_position_is_never_stored_as_the_speakers_own_by_default(seeds, reviewer):
    words = "justifying Russia’s brutal war against Ukraine"

    answer = add(make.browser(reviewer, htmx=True), seeds.statement, words, claim="C03")

    assert answer.status_code == 422
    assert not Tag.objects.filter(created_by=reviewer).exists()


def test_boilerplate_refuses_tags(seeds, reviewer):
    passage = seeds.passage(seeds.REPORT, 1)

    answer = make.browser(reviewer, htmx=True).post(
        f"/documents/{seeds.report.pk}/tags/",
        {"passage": passage.pk, "start": 0, "end": 4, "exact": "Skip", "claim": "C18"},
    )

    assert answer.status_code == 422
    assert "takes no tags" in answer.content.decode()


def test_words_that_moved_are_refused_with_what_to_do(document, reviewer):
    fields = form_for(document, "terrorism", claim=make.claim().public_id) | {"exact": "other"}

    answer = make.browser(reviewer).post(f"/documents/{document.pk}/tags/", fields)

    assert answer.status_code == 422
    assert "Select the words again." in answer.content.decode()


def test_what_was_typed_for_the_claim_comes_back_with_a_refusal(document, reviewer):
    answer = add(make.browser(reviewer, htmx=True), document, "terrorism", q='hides "people"')

    assert answer.status_code == 422
    assert 'value="hides &quot;people&quot;"' in answer.content.decode()


def test_a_new_claim_needs_its_sentence(document, reviewer):
    answer = add(make.browser(reviewer), document, "terrorism", new_claim="hides people")

    assert answer.status_code == 422
    assert "who does or holds what?" in answer.content.decode()
    assert not Claim.objects.filter(label="hides people").exists()


def test_a_new_claim_is_made_with_its_tag(document, reviewer):
    add(
        make.browser(reviewer),
        document,
        "terrorism",
        new_claim="hides detained people",
        new_claim_text="The State hides people whom it detains.",
    )

    tag = Tag.objects.get()
    assert (tag.claim.label, tag.claim.status) == ("hides detained people", "proposed")


@pytest.mark.parametrize(("who", "is_remembered"), [("curator", True), ("reviewer", False)])
def test_what_a_curator_creates_beside_one_like_it_is_not_the_same(
    document, request, who, is_remembered
):
    known = make.claim("hides detained people", text="The State hides people it detains.")
    client = make.browser(request.getfixturevalue(who))
    fields = {
        "new_claim": "hides detained persons",
        "new_claim_text": "The State hides persons whom it detains.",
    }
    assert add(client, document, "terrorism", **fields).status_code == 422

    add(client, document, "terrorism", **fields, near_same="claim:hides detained persons")

    made = Tag.objects.get().claim
    pairs = [(pair.first, pair.second) for pair in ClaimPair.objects.all()]
    assert pairs == ([(known, made)] if is_remembered else [])


def test_a_refused_tag_leaves_no_new_claim_behind(document, reviewer):
    fields = form_for(
        document,
        "terrorism",
        new_claim="hides detained people",
        new_claim_text="The State hides people whom it detains.",
        stance="rejects",
    )

    answer = make.browser(reviewer).post(f"/documents/{document.pk}/tags/", fields)

    assert answer.status_code == 422
    assert not Claim.objects.filter(label="hides detained people").exists()


def test_a_repeated_save_answers_as_the_first_did(document, reviewer):
    client = make.browser(reviewer)
    fields = form_for(document, "terrorism", claim=make.claim().public_id)

    first = client.post(f"/documents/{document.pk}/tags/", fields)
    again = client.post(f"/documents/{document.pk}/tags/", fields)

    assert (first.status_code, first.url) == (again.status_code, again.url)
    assert Tag.objects.count() == 1


def test_provisions_are_stored_with_role_and_basis(document, reviewer):
    provision = make.provision("CAT-3(1)")

    add(
        make.browser(reviewer),
        document,
        "terrorism",
        claim=make.claim().public_id,
        provision=[provision.code, ""],
        role=["violated", "violated"],
        basis=["inferred", "named"],
    )

    row = Tag.objects.get().provisions.get()
    assert (row.provision, row.role, row.basis) == (provision, "violated", "inferred")


@pytest.mark.parametrize("who", ["reader", "stranger", "insider"])
def test_only_reviewers_of_the_collection_tag(request, document, who):
    somebody = request.getfixturevalue(who)

    answer = add(make.browser(somebody), document, "terrorism", claim=make.claim().public_id)

    assert answer.status_code == 404
    assert not Tag.objects.exists()


def test_a_passage_of_another_document_is_refused(document, closed, reviewer):
    hidden = make.passage(make.document("Title\n\nSecret words here.", collection=closed))

    answer = make.browser(reviewer).post(
        f"/documents/{document.pk}/tags/",
        {
            "passage": hidden.pk,
            "start": hidden.start,
            "end": hidden.end,
            "claim": make.claim().public_id,
        },
    )

    assert answer.status_code == 422
    assert "Secret" not in answer.content.decode()


def test_a_claim_of_another_collection_is_not_there(document, closed, reviewer):
    claim = make.claim(home=closed)

    answer = add(make.browser(reviewer), document, "terrorism", claim=claim.public_id)

    assert answer.status_code == 422
    assert claim.label not in answer.content.decode()


def test_two_people_editing_one_tag_lose_nothing(document, reviewer, curator):
    tag = make.tag(document, "terrorism", by=reviewer)
    fields = form_for(document, "terrorism", claim=tag.claim.public_id, revision=1, note="Mine.")
    make.browser(curator).post(
        f"/tags/{tag.pk}/edit/", fields | {"note": "Theirs.", "reason": "To say more."}
    )

    answer = make.browser(reviewer, htmx=True).post(f"/tags/{tag.pk}/edit/", fields)

    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Theirs." in html
    assert "Mine." in html
    assert 'name="revision" value="2"' in html
    assert Tag.objects.get().note == "Theirs."


def test_nobody_edits_anothers_tag(document, reviewer, colleague):
    tag = make.tag(document, "terrorism", by=reviewer)

    assert make.browser(colleague).get(f"/tags/{tag.pk}/edit/").status_code == 404
    assert make.browser(colleague).post(f"/tags/{tag.pk}/withdraw/").status_code == 404


def test_withdrawing_offers_undo_and_undo_brings_it_back(document, reviewer):
    tag = make.tag(document, "terrorism", by=reviewer)
    client = make.browser(reviewer, htmx=True)

    withdrawn = client.post(f"/tags/{tag.pk}/withdraw/", {"revision": 1})
    between = Tag.objects.get().status
    client.post(f"/tags/{tag.pk}/restore/", {"revision": 2})

    assert '<input type="hidden" name="revision" value="2">' in withdrawn.content.decode()
    assert f"/tags/{tag.pk}/restore/" in withdrawn.content.decode()
    assert (between, Tag.objects.get().status) == ("withdrawn", "submitted")


def test_withdrawing_works_without_javascript(document, reviewer):
    tag = make.tag(document, "terrorism", by=reviewer)

    answer = make.browser(reviewer).post(f"/tags/{tag.pk}/withdraw/", {"revision": 1})

    assert (answer.status_code, answer.url) == (302, f"/tags/{tag.pk}/")
    assert Tag.objects.get().status == "withdrawn"


ACTS = ["withdraw", "restore", "confirm"]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("revision", ["", "x", None])
def test_an_act_that_names_no_revision_changes_nothing(document, reviewer, act, revision):
    status = {"withdraw": "submitted", "restore": "withdrawn", "confirm": "stale"}[act]
    tag = make.tag(document, "terrorism", by=reviewer, status=status)
    data = {} if revision is None else {"revision": revision}

    answer = make.browser(reviewer, htmx=True).post(f"/tags/{tag.pk}/{act}/", data)

    assert answer.status_code == 422
    assert "the revision is missing" in answer.content.decode()
    assert Tag.objects.get().status == status


def test_without_javascript_a_missing_revision_is_said_too(document, reviewer):
    tag = make.tag(document, "terrorism", by=reviewer)

    answer = make.browser(reviewer).post(f"/tags/{tag.pk}/withdraw/")

    assert answer.status_code == 422
    assert "the revision is missing" in answer.content.decode()
    assert Tag.objects.get().status == "submitted"


@pytest.mark.parametrize("htmx", [True, False])
@pytest.mark.parametrize("act", ACTS)
def test_an_act_on_a_tag_somebody_changed_shows_both_versions(document, reviewer, act, htmx):
    tag = make.tag(document, "terrorism", by=reviewer)
    edited = {"revision": 1, "whose": "own", "agree": "no", "guard": "seen"}
    saved = make.browser(reviewer).post(
        f"/tags/{tag.pk}/edit/",
        form_for(document, "terrorism", claim=tag.claim.public_id) | edited,
    )
    assert saved.status_code == 302

    answer = make.browser(reviewer, htmx=htmx).post(f"/tags/{tag.pk}/{act}/", {"revision": 1})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody changed this tag in the meantime." in page
    assert htmx or "What you saw" in page
    assert (Tag.objects.get().status, Tag.objects.get().stance) == ("submitted", "denies")


def test_a_tags_address_leads_to_its_words_selected(document, reader):
    tag = make.tag(document, "terrorism")

    answer = make.browser(reader).get(f"/tags/{tag.pk}/", follow=True)

    html = answer.content.decode()
    assert answer.redirect_chain[0][0] == f"/documents/{document.pk}/?tag={tag.pk}#p2"
    assert 'class="card selected' in html
    assert "mark" in html


def test_a_tag_in_a_closed_collection_is_not_there(closed, stranger):
    tag = make.tag(make.document(collection=closed))

    assert make.browser(stranger).get(f"/tags/{tag.pk}/").status_code == 404


def test_notes_are_seen_by_members_only(document, reader, stranger):
    tag = make.tag(document, "terrorism", note="Ask the lawyer.")

    seen = make.browser(reader).get(f"/documents/{document.pk}/?tag={tag.pk}")
    not_seen = make.browser(stranger).get(f"/documents/{document.pk}/?tag={tag.pk}")

    assert "Ask the lawyer." in seen.content.decode()
    assert "Ask the lawyer." not in not_seen.content.decode()


@pytest.mark.parametrize("act", ["withdraw", "restore", "confirm"])
def test_acts_are_not_done_by_get(document, reviewer, act):
    tag = make.tag(document, "terrorism", by=reviewer)

    assert make.browser(reviewer).get(f"/tags/{tag.pk}/{act}/").status_code == 405


def test_the_preview_is_the_sentence_that_will_be_stored(seeds, reviewer):
    sco = seeds.tag("U09").held_by_id

    answer = make.browser(reviewer, htmx=True).get(
        f"/documents/{seeds.statement.pk}/sentence/",
        {
            "passage": seeds.tag("U09").passage_id,
            "start": 1,
            "end": 2,
            "claim": "C01",
            "whose": "other",
            "agree": "no",
            "held_by": sco,
        },
    )

    assert answer.content.decode().strip() == (
        "The United States disagrees with the Shanghai Cooperation Organization that terrorism, "
        "separatism and extremism are to be treated as equivalent."
    )


def test_a_colleagues_tag_on_the_same_words_is_an_agreement_or_a_dispute(
    document, reviewer, colleague
):
    claim = make.claim()
    make.tag(document, "terrorism", claim=claim, by=colleague)

    add(make.browser(reviewer), document, "terrorism", claim=claim.public_id, stance="denies")

    mine = Tag.objects.get(created_by=reviewer)
    page = make.browser(reviewer).get(f"/documents/{document.pk}/?tag={mine.pk}").content.decode()
    assert "Disputed: Li Colleague reads it differently" in page


def test_one_click_agrees_with_a_colleague_who_tagged_the_same(document, reviewer, colleague):
    claim = make.claim()
    theirs = make.tag(document, "terrorism", claim=claim, by=colleague)
    mine = make.tag(document, "terrorism", claim=claim, by=reviewer)
    client = make.browser(reviewer)
    offered = client.get(f"/documents/{document.pk}/?tag={mine.pk}").text

    answer = client.post(
        f"/tags/{theirs.pk}/remarks/", {"kind": "agree", "next": f"/tags/{mine.pk}/"}
    )

    after = client.get(f"/documents/{document.pk}/?tag={mine.pk}").text
    assert "Agree with Li Colleague" in offered
    assert (answer.status_code, answer.url) == (303, f"/tags/{mine.pk}/")
    assert theirs.remarks.get().kind == "agree"
    assert "Agree with Li Colleague" not in after


def edit(client, tag, **fields):
    return client.post(
        f"/tags/{tag.pk}/edit/",
        {
            "passage": tag.passage_id,
            "start": tag.start,
            "end": tag.end,
            "claim": tag.claim.public_id,
            "revision": tag.revision,
        }
        | fields,
    )


def test_somebody_quoted_in_the_words_can_be_taken_out_again(document, reviewer):
    tag = make.tag(document, "terrorism", asserted_by=make.agent("Testland"), by=reviewer)

    edit(make.browser(reviewer), tag, asserted_by="", new_asserted_by="", speech="quoted")

    after = Tag.objects.get()
    assert (after.asserted_by, after.speech) == (document.author, "own")


def test_what_an_edit_does_not_send_stays(document, reviewer):
    tag = make.tag(document, "terrorism", by=reviewer, note="Mine.", certainty="certain")
    make.tag_provision(tag)
    other = make.claim()

    edit(make.browser(reviewer), tag, claim=other.public_id)

    after = Tag.objects.get()
    assert (after.claim, after.note, after.certainty) == (other, "Mine.", "certain")
    assert after.provisions.count() == 1


def test_an_edit_without_its_revision_changes_nothing(document, reviewer):
    tag = make.tag(document, "terrorism", by=reviewer)

    answer = edit(make.browser(reviewer), tag, revision="", note="Blind.")

    assert answer.status_code == 422
    assert Tag.objects.get().note == ""


def test_the_guard_never_overwrites_an_answer(seeds, reviewer):
    holder = make.agent("Another State")

    answer = add(
        make.browser(reviewer, htmx=True),
        seeds.statement,
        CUE,
        claim="C01",
        whose="other",
        agree="yes",
        held_by=holder.pk,
        new_held_by=holder.name,
    )

    html = answer.content.decode()
    assert answer.status_code == 422
    assert f'name="held_by" value="{holder.pk}"' in html
    assert 'name="agree" value="yes" checked' in html


def test_a_claim_that_says_who_says_it_is_refused_with_a_sentence(document, reviewer):
    answer = add(
        make.browser(reviewer),
        document,
        "terrorism",
        new_claim="says things",
        new_claim_text="China says that torture is allowed everywhere.",
    )

    assert answer.status_code == 422
    assert 'class="error"' in answer.content.decode()
    assert not Tag.objects.exists()


def test_each_warning_of_a_near_same_name_is_confirmed_by_itself(document, reviewer):
    make.agent("United States")
    fields = {
        "claim": make.claim().public_id,
        "whose": "other",
        "agree": "no",
        "new_held_by": "United Statess",
        "guard": "seen",
    }
    client = make.browser(reviewer)

    warned = add(client, document, "terrorism", **fields, near_same="claim:something")
    made = add(client, document, "terrorism", **fields, near_same="agent:United Statess")

    assert warned.status_code == 422
    assert 'value="agent:United Statess"' in warned.content.decode()
    assert made.status_code == 302
    assert Tag.objects.filter(held_by__name="United Statess", held_by__status="proposed").exists()


def test_the_preview_names_a_speaker_who_is_only_typed_yet(document, reviewer):
    claim = make.claim(text="States do harm.")
    passage = make.passage(document)

    said = make.browser(reviewer).get(
        f"/documents/{document.pk}/sentence/",
        query_params={
            "passage": passage.pk,
            "start": passage.start,
            "end": passage.end,
            "claim": claim.public_id,
            "new_asserted_by": "Brand New Body",
        },
    )

    assert said.text.startswith("Brand New Body says that")


@pytest.mark.parametrize(
    "hostile",
    [
        {"widen": "1", "widened_start": "5"},
        {"claim": "C\0"},
        {"provision": "a\0", "basis": "named", "role": "violated"},
        {"held_by": "\u00b2"},
        {"start": "99999999999999999999"},
    ],
)
def test_a_strange_form_is_refused_and_makes_nothing(document, reviewer, hostile):
    fields = form_for(document, "terrorism", claim=make.claim().public_id) | hostile

    answer = make.browser(reviewer).post(f"/documents/{document.pk}/tags/", fields)

    assert answer.status_code in (302, 422)

"""Splitting a claim: the desk, and what closing does."""

import pytest
from django.core.exceptions import ValidationError

from annotate.codebook.claim_merges import merge_claims, undo_merge
from annotate.codebook.claim_splits import choose_part, close_split, drop_split, open_split
from annotate.models import Claim, ClaimSplit, SplitChoice
from tests import make, raw
from tests.annotate.codebook.test_claim_merges import again

WHY = "It says two things."


@pytest.fixture
def whole(collection):
    return make.claim("detains and beats lawyers")


@pytest.fixture
def parts(collection):
    return make.claim("detains lawyers"), make.claim("beats lawyers")


@pytest.fixture
def place(collection):
    return make.document(collection=collection)


@pytest.fixture
def tag(whole, place, reviewer):
    return make.tag(place, "The State", claim=whole, by=reviewer)


@pytest.fixture
def split(whole, parts, tag, curator):
    return open_split(whole, parts, by=curator, reason=WHY)


def part(split, number):
    return split.parts.select_related("claim").get(number=number)


def address(claim, act=""):
    return f"/claims/{claim.public_id}/split/{act}"


def test_tags_go_on_counting_under_the_claim_until_it_is_closed(split, tag, whole, reviewer):
    choose_part(tag, part(split, 1), by=reviewer)

    assert (again(tag).claim, again(tag).status) == (whole, "submitted")
    make.tag(claim=whole, by=reviewer)


def test_closing_moves_tags_to_their_parts(split, tag, whole, parts, curator, reviewer):
    other = make.tag(claim=whole, by=reviewer)
    choose_part(tag, part(split, 1), by=reviewer)
    choose_part(other, part(split, 2), by=reviewer)

    left = close_split(split, by=curator)

    assert [again(one).claim for one in (tag, other)] == [*parts]
    assert {again(one).status for one in (tag, other)} == {"submitted"}
    assert (left, again(whole).status) == (0, "split")
    assert again(tag).claim_when_tagged == parts[0]


def test_the_last_word_counts(split, tag, parts, curator, reviewer):
    choose_part(tag, part(split, 1), by=reviewer)
    choose_part(tag, part(split, 2), by=curator)

    close_split(split, by=curator)

    assert again(tag).claim == parts[1]


def test_undecided_tags_need_a_second_look_also_hidden_ones(
    split, tag, whole, curator, closed, insider
):
    hidden = make.tag(make.document(collection=closed), claim=whole, by=insider)

    left = close_split(split, by=curator)

    assert left == 2
    assert {again(one).status for one in (tag, hidden)} == {"stale"}


def test_a_hidden_tag_goes_where_its_author_said(split, whole, parts, curator, closed, insider):
    hidden = make.tag(make.document(collection=closed), claim=whole, by=insider)
    choose_part(hidden, part(split, 2), by=insider)

    close_split(split, by=curator)

    assert (again(hidden).claim, again(hidden).status) == (parts[1], "submitted")


def test_a_second_tag_on_the_same_words_stays_for_a_second_look(
    split, tag, parts, curator, reviewer
):
    make.tag(tag.passage, "The State", claim=parts[0], by=reviewer)
    choose_part(tag, part(split, 1), by=reviewer)

    close_split(split, by=curator)

    assert (again(tag).status, again(tag).claim) == ("stale", tag.claim)


def test_links_that_corroborated_within_the_whole_turn_stale(split, tag, whole, curator, reviewer):
    other = make.tag(claim=whole, by=reviewer)
    link = make.link(tag, other, "corroborates", by=reviewer)
    choose_part(tag, part(split, 1), by=reviewer)
    choose_part(other, part(split, 2), by=reviewer)

    close_split(split, by=curator)

    assert again(link).status == "stale"


def test_tags_go_to_what_a_part_became_meanwhile(split, tag, parts, curator, reviewer):
    target = make.claim()
    choose_part(tag, part(split, 1), by=reviewer)
    merge_claims(again(parts[0]), target, by=curator, reason="The same.")

    close_split(split, by=curator)

    assert again(tag).claim == target


@pytest.mark.parametrize("into", ["whole", "part"])
def test_a_part_and_the_whole_are_not_merged_while_it_is_split(split, whole, parts, curator, into):
    ends = (parts[0], whole) if into == "whole" else (whole, parts[0])

    with pytest.raises(ValidationError, match="being split into the other"):
        merge_claims(*map(again, ends), by=curator, reason="The same.")

    drop_split(split, by=curator)
    merge_claims(*map(again, ends), by=curator, reason="The same.")


@pytest.mark.parametrize("into", ["whole", "part"])
def test_nor_is_what_a_part_became(split, whole, parts, curator, into):
    became = make.claim()
    merge_claims(again(parts[0]), became, by=curator, reason="The same.")
    ends = (became, whole) if into == "whole" else (whole, became)

    with pytest.raises(ValidationError, match="being split into the other"):
        merge_claims(*map(again, ends), by=curator, reason="The same.")


def test_merging_the_whole_into_another_gives_the_split_up(split, tag, whole, curator, reviewer):
    target = make.claim()
    choose_part(tag, part(split, 1), by=reviewer)

    made = merge_claims(again(whole), target, by=curator, reason="The same.")

    dropped = again(split)
    assert (dropped.is_dropped, dropped.closed_by) == (True, curator)
    assert again(tag).claim == target
    undo_merge(made, by=curator)
    assert (again(tag).claim, again(whole).status) == (whole, "active")
    assert not ClaimSplit.objects.open().exists()


def test_the_preview_of_a_merge_says_that_the_split_is_given_up(split, whole, curator):
    page = make.browser(curator).get(address_of_merge(whole, make.claim()))

    assert "is being split. The merge gives up the split" in page.content.decode()


def test_the_preview_of_a_merge_with_a_part_says_why_it_cannot_be(split, whole, parts, curator):
    page = make.browser(curator).get(address_of_merge(parts[0], whole)).content.decode()

    assert "being split into the other" in page
    assert "Why they are the same" not in page


def address_of_merge(source, target):
    return f"/claims/{source.public_id}/merge/?into={target.public_id}"


def test_a_claim_that_was_merged_meanwhile_is_not_split(whole, parts, curator):
    merge_claims(again(whole), make.claim(), by=curator, reason="The same.")

    with pytest.raises(ValidationError, match="no longer takes tags"):
        open_split(whole, parts, by=curator, reason=WHY)


def test_giving_up_changes_nothing(split, tag, whole, curator, reviewer):
    choose_part(tag, part(split, 1), by=reviewer)

    drop_split(split, by=curator)

    assert (again(tag).claim, again(whole).status) == (whole, "active")
    with pytest.raises(ValidationError, match="already been closed"):
        close_split(split, by=curator)


def test_new_parts_are_made_with_the_split(whole, parts, curator):
    split = open_split(
        whole, [parts[0], ("beats jurists", "The State beats jurists.")], by=curator, reason=WHY
    )

    made = part(split, 2).claim
    assert (made.label, made.text, made.kind) == (
        "beats jurists",
        "The State beats jurists.",
        whole.kind,
    )


@pytest.mark.parametrize("number", [0, 1, 10])
def test_a_claim_is_split_into_two_to_nine(whole, curator, number):
    parts = [make.claim() for _ in range(number)]

    with pytest.raises(ValidationError, match="at least two"):
        open_split(whole, parts, by=curator, reason=WHY)


@pytest.mark.parametrize("wrong", ["itself", "closed", "hidden"])
def test_parts_are_in_use_wherever_the_claim_is(whole, parts, curator, closed, wrong):
    other = {
        "itself": whole,
        "closed": make.claim(status="deprecated"),
        "hidden": make.claim(home=closed),
    }[wrong]

    with pytest.raises(ValidationError, match="known wherever"):
        open_split(whole, [parts[0], other], by=curator, reason=WHY)


def test_a_claim_is_split_once_at_a_time(split, whole, parts, curator):
    with pytest.raises(ValidationError, match="already being split"):
        open_split(whole, parts, by=curator, reason=WHY)


@pytest.mark.parametrize("who", ["reviewer", "reader", "stranger"])
def test_only_curators_split(whole, parts, request, who):
    with pytest.raises(ValidationError, match="Only a curator"):
        open_split(whole, parts, by=request.getfixturevalue(who), reason=WHY)


def test_others_do_not_decide(split, tag, colleague, curator_elsewhere):
    with pytest.raises(ValidationError, match="Only its author, or a curator"):
        choose_part(tag, part(split, 1), by=colleague)
    with pytest.raises(ValidationError, match="Only its author, or a curator"):
        choose_part(tag, part(split, 1), by=curator_elsewhere)


def test_nobody_decides_once_it_is_closed(split, tag, reviewer, curator):
    close_split(split, by=curator)

    with pytest.raises(ValidationError, match="Only its author, or a curator"):
        choose_part(tag, part(split, 1), by=reviewer)


def test_a_split_keeps_its_record(split):
    with raw.refused("split_keeps_its_parts"):
        raw.execute(raw.delete(part(split, 1)))
    with raw.refused("split_is_never_deleted"):
        raw.execute(raw.delete(split))


# The pages.


def test_a_curator_begins_with_ids_and_new_sentences(whole, parts, curator):
    lines = f"{parts[0].public_id.lower()}\nbeats jurists: The State beats jurists.\n"

    answer = make.browser(curator).post(address(whole), {"parts": lines, "reason": WHY})

    assert (answer.status_code, answer.url) == (303, address(whole, "desk/"))
    assert ClaimSplit.objects.get().parts.count() == 2


@pytest.mark.parametrize(
    "lines", ["C999\nC998", "beats jurists", "a: b\nc: d", "x: The State says that it is so.\nC999"]
)
def test_lines_that_name_no_parts_come_back(whole, curator, lines):
    before = Claim.objects.count()

    answer = make.browser(curator, htmx=True).post(address(whole), {"parts": lines, "reason": WHY})

    assert answer.status_code == 422
    assert Claim.objects.count() == before


def test_the_desk_shows_one_tag_after_the_other(split, tag, whole, place, reviewer):
    other = make.tag(place, "naïve 😀", claim=whole, by=reviewer)
    client = make.browser(reviewer)
    desk = client.get(address(whole, "desk/")).context["desk"]
    assert (desk.next.row.id, desk.decided, desk.mine) == (tag.pk, 0, 2)

    answer = client.post(
        address(whole, "desk/"), {"tag": tag.pk, "part": part(split, 1).pk}, follow=True
    )

    desk = answer.context["desk"]
    assert (desk.next.row.id, desk.decided) == (other.pk, 1)


def test_htmx_gets_the_next_tag_alone(split, tag, whole, reviewer):
    answer = make.browser(reviewer, htmx=True).post(
        address(whole, "desk/"), {"tag": tag.pk, "part": part(split, 1).pk}
    )

    assert answer.status_code == 200
    assert "<html" not in answer.content.decode()
    assert SplitChoice.objects.get().part == part(split, 1)


def test_what_was_passed_over_comes_again(split, tag, whole, reviewer):
    client = make.browser(reviewer)

    desk = client.get(address(whole, f"desk/?after={tag.pk}")).context["desk"]

    assert desk.next.row.id == tag.pk


def test_others_tags_are_not_at_the_desk(split, tag, whole, colleague):
    client = make.browser(colleague)

    assert client.get(address(whole, "desk/")).context["desk"].next is None
    answer = client.post(address(whole, "desk/"), {"tag": tag.pk, "part": part(split, 1).pk})
    assert answer.status_code == 404


def test_a_part_of_another_split_is_none(split, tag, whole, parts, curator, reviewer):
    elsewhere = open_split(make.claim(), parts, by=curator, reason=WHY)
    form = {"tag": tag.pk, "part": elsewhere.parts.get(number=1).pk}

    assert make.browser(reviewer).post(address(whole, "desk/"), form).status_code == 404


def test_a_curator_closes_or_gives_up(split, tag, whole, curator):
    client = make.browser(curator)

    answer = client.post(address(whole, "close/"), follow=True)

    assert "was split and takes no new tags" in answer.content.decode()
    assert "Was split into" in answer.content.decode()
    assert client.post(address(whole, "drop/")).status_code == 404


@pytest.mark.parametrize("act", ["", "close/", "drop/"])
@pytest.mark.parametrize("who", ["reviewer", "reader", "stranger"])
def test_only_curators_get_there(split, whole, request, who, act):
    client = make.browser(request.getfixturevalue(who))

    assert client.post(address(whole, act)).status_code == 404


@pytest.mark.parametrize("act", ["close/", "drop/"])
def test_acts_are_not_fetched(split, whole, curator, act):
    assert make.browser(curator).get(address(whole, act)).status_code == 405


def test_a_claim_that_is_not_split_has_no_desk(whole, reviewer):
    assert make.browser(reviewer).get(address(whole, "desk/")).status_code == 404


def test_hidden_tags_are_not_counted_at_the_desk(split, tag, whole, curator, closed, insider):
    make.tag(make.document(collection=closed), claim=whole, by=insider)

    desk = make.browser(curator).get(address(whole, "desk/")).context["desk"]

    assert (desk.left, desk.mine) == (1, 1)


def test_the_desk_takes_no_more_queries_for_more_tags(
    split, tag, whole, place, reviewer, count_queries
):
    client = make.browser(reviewer)
    before = count_queries(client, address(whole, "desk/"))
    [make.tag(place, word, claim=whole, by=reviewer) for word in ("does", "things", "terrorism")]

    assert count_queries(client, address(whole, "desk/")) == before

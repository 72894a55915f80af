"""The pages on which curators merge claims, take them apart and tell them apart."""

import pytest

from annotate.models import Claim, ClaimPair
from tests import make
from tests.annotate.codebook.test_claim_merges import WHY, again, merge


@pytest.fixture
def pair(collection, reviewer):
    """Return two claims that look the same, each with a tag in the open collection."""
    source = make.claim("detains lawyers", text="The State detains lawyers.")
    target = make.claim("detains its lawyers", text="The State detains its lawyers.")
    place = make.document(collection=collection)
    make.tag(place, "The State", claim=source, by=reviewer)
    make.tag(place, "naïve 😀", claim=target, by=reviewer)
    return source, target


def address(claim, act="merge"):
    return f"/claims/{claim.public_id}/{act}/"


def sent(client, source, target, **more):
    """Return the form as the preview gives it, with a reason."""
    form = client.get(f"{address(source)}?into={target.public_id}").context["form"]
    values = {name: form[name].value() for name in form.fields}
    return values | {"into": target.public_id, "reason": WHY} | more


def test_the_preview_says_what_would_change(pair, curator, reviewer, colleague):
    source, target = pair
    place = make.document(collection=make.collection())
    for claim, stance in ((target, "asserts"), (source, "denies")):
        make.tag(place, "terrorism", claim=claim, stance=stance, by=reviewer)
    make.link(source.tags.first(), target.tags.first())
    make.claim("arrests lawyers", broader=source)

    page = make.browser(curator).get(f"{address(source)}?into={target.public_id}")

    text = page.content.decode()
    assert "2 tags that you can see move" in text
    assert "1 of them needs a second look" in text
    assert "take different sides" in text
    assert "1 link would join two tags of one claim" in text
    assert f"arrests lawyers becomes narrower than {target.public_id}" in text


def test_merging_leads_to_the_target_and_so_does_the_old_address(pair, curator, reader):
    source, target = pair
    client = make.browser(curator)

    answer = client.post(address(source), sent(client, source, target))

    assert (answer.status_code, answer.url) == (303, f"/claims/{target.public_id}/")
    old = make.browser(reader).get(f"/claims/{source.public_id}/")
    assert (old.status_code, old.url) == (301, f"/claims/{target.public_id}/")
    assert old["Cache-Control"] == "no-cache"


def test_htmx_is_led_to_the_target(pair, curator):
    source, target = pair
    client = make.browser(curator, htmx=True)

    answer = client.post(address(source), sent(client, source, target))

    assert (answer.status_code, answer["HX-Redirect"]) == (204, f"/claims/{target.public_id}/")


def test_a_merge_without_a_reason_comes_back(pair, curator):
    client = make.browser(curator, htmx=True)

    answer = client.post(address(pair[0]), sent(client, pair[0], pair[1], reason=" "))

    assert answer.status_code == 422
    assert "<html" not in answer.content.decode()
    assert again(pair[0]).status == "active"


def test_what_changed_since_the_preview_is_looked_at_again(pair, curator, reviewer):
    client = make.browser(curator)
    form = sent(client, pair[0], pair[1])
    make.tag(claim=pair[0], by=reviewer)

    answer = client.post(address(pair[0]), form)

    assert answer.status_code == 409
    assert WHY in answer.content.decode()
    assert again(pair[0]).status == "active"
    values = {name: answer.context["form"][name].value() for name in answer.context["form"].fields}
    assert client.post(address(pair[0]), form | values).status_code == 303


def test_a_claim_saved_since_the_preview_is_looked_at_again(pair, curator):
    client = make.browser(curator)
    form = sent(client, pair[0], pair[1])
    claim = again(pair[1])
    claim.save()

    assert client.post(address(pair[0]), form).status_code == 409


@pytest.mark.parametrize("typed", ["C999", "nonsense", "self"])
def test_an_id_that_is_none_comes_back(pair, curator, typed):
    typed = pair[0].public_id if typed == "self" else typed

    answer = make.browser(curator).get(f"{address(pair[0])}?into={typed}")

    assert answer.status_code == 422
    assert "manage another claim with this id" in answer.content.decode()


@pytest.mark.parametrize("act", ["merge", "unmerge", "apart", "apart/forget", "place"])
@pytest.mark.parametrize("who", ["reviewer", "reader", "stranger", "insider"])
def test_only_curators_get_there(pair, request, who, act):
    client = make.browser(request.getfixturevalue(who))
    data = {"into": pair[1].public_id, "other": pair[1].public_id, "broader": pair[1].public_id}

    assert client.post(address(pair[0], act), data).status_code == 404
    assert not ClaimPair.objects.exists()


@pytest.mark.parametrize("act", ["unmerge", "apart", "apart/forget", "place"])
def test_acts_are_not_fetched(pair, curator, act):
    assert make.browser(curator).get(address(pair[0], act)).status_code == 405


def test_the_merge_is_undone_from_the_targets_page(pair, curator):
    source, target = pair
    merge(source, target, curator)
    client = make.browser(curator)
    page = client.get(f"/claims/{target.public_id}/").content.decode()
    assert source.label in page
    assert WHY in page

    answer = client.post(address(source, "unmerge"))

    assert answer.url == f"/claims/{source.public_id}/"
    assert client.get(answer.url).status_code == 200


def test_a_claim_that_is_not_merged_cannot_be_taken_apart(pair, curator):
    assert make.browser(curator).post(address(pair[0], "unmerge")).status_code == 404


def test_remarks_on_what_became_part_stand_on_the_targets_page(pair, curator, reader):
    source, target = pair
    make.remark(source, text="Only since 2017.")
    merge(source, target, curator)

    page = make.browser(reader).get(f"/claims/{target.public_id}/")

    assert "Only since 2017." in page.content.decode()


def test_a_claim_like_it_is_pointed_out_to_curators_only(pair, curator, reviewer):
    address = f"/claims/{pair[0].public_id}/"

    shown = make.browser(curator).get(address).context["codebook"].near
    assert [*shown] == [pair[1]]
    assert make.browser(reviewer).get(address).context["codebook"].near == []


def test_what_is_not_the_same_is_not_pointed_out_again(pair, curator, reader):
    source, target = pair
    client = make.browser(curator)

    client.post(address(source, "apart"), {"other": target.public_id, "reason": "Only its own."})

    codebook = client.get(f"/claims/{target.public_id}/").context["codebook"]
    assert codebook.near == []
    assert [claim for claim, _pair in codebook.apart] == [source]
    assert (
        "Only its own." in make.browser(reader).get(f"/claims/{source.public_id}/").content.decode()
    )


def test_what_is_not_the_same_cannot_be_merged_until_that_is_taken_back(pair, curator):
    source, target = pair
    client = make.browser(curator)
    form = sent(client, source, target)
    client.post(address(source, "apart"), {"other": target.public_id})
    page = client.get(f"{address(source)}?into={target.public_id}").content.decode()
    assert "not the same" in page
    assert "Why they are the same" not in page
    assert client.post(address(source), form).status_code == 422

    client.post(address(source, "apart/forget"), {"pair": ClaimPair.objects.get().pk})

    assert client.post(address(source), form).status_code == 303


def test_what_stands_merged_is_not_told_apart(pair, curator):
    merge(pair[0], pair[1], curator)
    client = make.browser(curator)

    answer = client.post(address(pair[1], "apart"), {"other": pair[0].public_id}, follow=True)

    assert "These two are merged. Take them apart first." in answer.content.decode()
    assert not ClaimPair.objects.exists()


def test_a_claim_is_hung_below_another_and_taken_away(pair, curator):
    source, target = pair
    client = make.browser(curator)

    client.post(address(source, "place"), {"broader": target.public_id})
    assert again(source).broader == target

    client.post(address(target, "place"), {"remove": source.public_id})
    assert again(source).broader is None

    client.post(address(source, "place"), {"narrower": target.public_id})
    assert again(target).broader == source


def test_a_circle_is_refused_with_its_sentence(pair, curator):
    source, target = pair
    client = make.browser(curator)
    client.post(address(source, "place"), {"broader": target.public_id})

    answer = client.post(address(target, "place"), {"broader": source.public_id}, follow=True)

    assert "That claim is narrower than this one." in answer.content.decode()
    assert again(target).broader is None


def test_everybodys_claim_does_not_hang_below_a_collections_own(pair, closed, curator_elsewhere):
    own = make.claim(home=closed)
    client = make.browser(curator_elsewhere)

    client.post(address(pair[0], "place"), {"broader": own.public_id})

    assert again(pair[0]).broader is None


def test_a_merge_with_a_hidden_claim_is_not_told_of(pair, closed, curator_elsewhere, curator):
    hidden = make.claim("zebra", home=closed, text="Zebras are held.")
    merge(hidden, pair[1], curator_elsewhere)

    page = make.browser(curator).get(f"/claims/{pair[1].public_id}/").content.decode()

    assert "zebra" not in page.lower()
    assert hidden.public_id not in page
    assert (
        "zebra"
        in make.browser(curator_elsewhere).get(f"/claims/{pair[1].public_id}/").content.decode()
    )


def test_hidden_tags_are_not_counted_in_the_preview(pair, curator, closed, insider):
    make.tag(make.document(collection=closed), claim=pair[0], by=insider)

    page = make.browser(curator).get(f"{address(pair[0])}?into={pair[1].public_id}")

    assert page.context["preview"].moved.number == 1


def test_the_preview_takes_no_more_queries_for_more_tags(
    pair, curator, reviewer, collection, count_queries
):
    client, where = make.browser(curator), f"{address(pair[0])}?into={pair[1].public_id}"
    before = count_queries(client, where)
    document = make.document(collection=collection)
    [make.tag(document, word, claim=pair[0], by=reviewer) for word in ("State", "does", "things")]

    assert count_queries(client, where) == before


def test_the_claim_page_takes_no_more_queries_for_more_merges(pair, curator, count_queries):
    client, where = make.browser(curator), f"/claims/{pair[1].public_id}/"
    merge(make.claim("zz"), pair[1], curator)
    before = count_queries(client, where)
    merge(make.claim("yy"), pair[1], curator)
    merge(make.claim("xx"), pair[1], curator)

    assert count_queries(client, where) == before


def test_a_merged_claim_is_not_edited(pair, curator):
    merge(pair[0], pair[1], curator)
    claim = Claim.objects.get(pk=pair[0].pk)
    form = {
        "label": "else",
        "text": claim.text,
        "kind": "factual",
        "color": 1,
        "revision": claim.revision,
        "meaning": "same",
    }

    answer = make.browser(curator).post(address(claim, "edit"), form)

    assert answer.status_code == 422
    assert "was merged into another" in answer.content.decode()

"""Short names and colours of many claims at once."""

import pytest

from annotate.models import Claim
from tests import make
from tests.acts import last_act
from tests.annotate.codebook.test_claim_merges import again

PAGE = "/claims/names/"


@pytest.fixture
def claims(collection):
    return [make.claim("jails lawyers"), make.claim("jails judges"), make.claim("beats judges")]


def form(client, **changes):
    """Return the table as it is drawn, with some of its fields changed."""
    drawn = client.get(PAGE).context["form"]
    sent = {"claim": [row.claim.pk for row in drawn.rows]}
    for row in drawn.rows:
        for name in ("label", "color", "revision"):
            sent[row[name].html_name] = row[name].value()
    return sent | changes


def test_names_and_colours_are_saved_and_tags_stay(claims, curator, reviewer):
    tag = make.tag(claim=claims[0], by=reviewer)
    client = make.browser(curator)
    changes = {f"{claims[0].pk}-label": "  imprisons  lawyers", f"{claims[1].pk}-color": 7}

    answer = client.post(PAGE, form(client, **changes), follow=True)

    assert "2 claims changed." in answer.content.decode()
    assert (again(claims[0]).label, again(claims[1]).color) == ("imprisons lawyers", 7)
    assert (again(tag).status, again(claims[0]).wording) == ("submitted", 1)
    assert again(claims[2]).revision == claims[2].revision


def test_all_that_are_ticked_are_renamed_and_recoloured(claims, curator):
    client = make.browser(curator)
    ticked = {f"{claim.pk}-ticked": "on" for claim in claims[:2]}

    client.post(
        PAGE,
        form(client, **ticked, find="jails", put="imprisons", color_all=5, reason="Plainer."),
    )

    assert [again(claim).label for claim in claims] == [
        "imprisons lawyers",
        "imprisons judges",
        "beats judges",
    ]
    assert [again(claim).color for claim in claims] == [5, 5, claims[2].color]
    assert last_act(again(claims[0]))["reason"] == "Plainer."


@pytest.mark.parametrize(("field", "value"), [("label", ""), ("label", "x" * 121), ("color", 13)])
def test_a_row_that_will_not_do_saves_nothing(claims, curator, field, value):
    client = make.browser(curator)
    changes = {f"{claims[0].pk}-label": "else", f"{claims[1].pk}-{field}": value}

    answer = client.post(PAGE, form(client, **changes))

    assert answer.status_code == 422
    assert again(claims[0]).label == "jails lawyers"


def test_a_name_emptied_by_replacing_saves_nothing(claims, curator):
    client = make.browser(curator)
    ticked = {f"{claim.pk}-ticked": "on" for claim in claims}

    answer = client.post(PAGE, form(client, **ticked, find="jails lawyers", put=" "))

    assert answer.status_code == 422
    assert again(claims[0]).label == "jails lawyers"


def test_who_saves_second_changes_nothing(claims, curator):
    client = make.browser(curator)
    sent = form(client, **{f"{claims[0].pk}-label": "mine", f"{claims[1].pk}-label": "mine, too"})
    theirs = again(claims[1])
    theirs.label = "theirs"
    theirs.save()

    answer = client.post(PAGE, sent)

    assert answer.status_code == 409
    assert [again(claim).label for claim in claims[:2]] == ["jails lawyers", "theirs"]


@pytest.mark.parametrize("who", ["reviewer", "reader", "stranger", "administrator"])
def test_only_curators_get_there(claims, request, who):
    client = make.browser(request.getfixturevalue(who))

    assert client.get(PAGE).status_code == client.post(PAGE).status_code == 404


def test_a_closed_collections_claims_are_not_there(claims, curator, closed):
    hidden = make.claim("zebra", home=closed)
    client = make.browser(curator)
    sent = form(client) | {f"{hidden.pk}-label": "else", f"{hidden.pk}-color": 1}
    sent["claim"].append(hidden.pk)

    assert "zebra" not in client.get(PAGE).content.decode()
    client.post(PAGE, sent | {f"{hidden.pk}-revision": 1})

    assert Claim.objects.get(pk=hidden.pk).label == "zebra"


def test_it_takes_no_more_queries_for_more_claims(claims, curator, count_queries):
    client = make.browser(curator)
    before = count_queries(client, PAGE)
    [make.claim() for _ in range(3)]

    assert count_queries(client, PAGE) == before

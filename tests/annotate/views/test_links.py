"""annotate/views/links.py and queries/links.py."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from annotate.actions.links import withdraw_link
from annotate.models import Link, Tray
from annotate.queries.links import LinkFilters, links_of, list_links
from tests import make

WHY = "The second says the same of the same States."
LINKS = "/links/"


@pytest.fixture
def here(collection, reviewer):
    document = make.document(collection=collection, author=make.agent("Utopia"))
    return make.tag(document, "naïve 😀 things", by=reviewer)


@pytest.fixture
def there(collection, reviewer, here):
    document = make.document(collection=collection, author=make.agent("Arcadia"))
    return make.tag(document, claim=here.claim, by=reviewer)


@pytest.fixture
def link(here, there, reviewer):
    return make.link(here, there, by=reviewer)


@pytest.fixture
def hidden(closed, insider):
    """A tag that only members of another collection see."""
    return make.tag(make.document(collection=closed, title="Secret report"), by=insider)


def said(here, there, **fields):
    return {
        "from_tag": here.pk,
        "to_tag": there.pk,
        "relation": "supports",
        "rationale": WHY,
    } | fields


def address(link, act=""):
    return f"/links/{link.pk}/{act}"


def queries_of(client, path):
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


# Making a link.


def test_a_link_is_made_without_javascript(here, there, reviewer):
    answer = make.browser(reviewer).post(LINKS, said(here, there, strength="strong"))

    link = Link.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, address(link))
    assert (link.from_tag, link.to_tag, link.rationale) == (here, there, WHY)
    assert (link.strength, link.created_by) == ("strong", reviewer)


def test_a_link_is_made_by_htmx(here, there, reviewer):
    answer = make.browser(reviewer, htmx=True).post(LINKS, said(here, there))

    assert answer.status_code == 200
    assert answer.content.strip().startswith(b'<article id="link"')
    assert "HX-Request" in answer["Vary"]
    assert Link.objects.get().strength == "moderate"


def test_after_linking_a_person_goes_back_to_where_they_read(here, there, reviewer):
    answer = make.browser(reviewer).post(LINKS, said(here, there, next=f"/tags/{there.pk}/"))

    assert answer["Location"] == f"/tags/{there.pk}/"


@pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_nobody_is_led_to_another_site(here, there, reviewer, away):
    answer = make.browser(reviewer).post(LINKS, said(here, there, next=away))

    assert answer["Location"] == address(Link.objects.get())


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"rationale": "because"}, "at least 10 characters"),
        ({"rationale": ""}, "a link always says why"),
        ({"relation": ""}, "Say how the first quote bears on the second."),
        ({"relation": "quotes"}, "Select a valid choice"),
        ({"strength": "steel"}, "Select a valid choice"),
    ],
)
@pytest.mark.parametrize("htmx", [True, False])
def test_a_form_that_is_not_right_says_so(here, there, reviewer, fields, sentence, htmx):
    answer = make.browser(reviewer, htmx=htmx).post(LINKS, said(here, there, **fields))

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Link.objects.exists()


@pytest.mark.parametrize("htmx", [True, False])
def test_a_link_the_rules_refuse_keeps_what_was_typed(here, there, link, reviewer, htmx):
    answer = make.browser(reviewer, htmx=htmx).post(LINKS, said(here, there))

    assert answer.status_code == 422
    assert "already linked in this way" in answer.content.decode()
    assert WHY in answer.content.decode()


def test_a_tag_is_not_linked_to_itself(here, reviewer):
    answer = make.browser(reviewer).post(LINKS, said(here, here))

    assert answer.status_code == 422
    assert "cannot be linked to itself" in answer.content.decode()


@pytest.mark.parametrize("who", ["stranger", "reader", "insider"])
def test_only_reviewers_link(request, here, there, who):
    answer = make.browser(request.getfixturevalue(who)).post(LINKS, said(here, there))

    assert answer.status_code == 404
    assert not Link.objects.exists()


def test_an_unseen_tag_is_answered_as_one_that_is_not_there(here, hidden, reviewer):
    client = make.browser(reviewer)

    unseen = client.post(LINKS, said(here, hidden))
    missing = client.post(LINKS, said(here, here, to_tag=987654321))

    assert (unseen.status_code, missing.status_code) == (404, 404)
    assert b"Secret" not in unseen.content


@pytest.mark.parametrize("wrong", ["", "x", "1e3", "-1", "٣", "9" * 30])
def test_what_is_no_id_is_not_there(here, reviewer, wrong):
    assert make.browser(reviewer).post(LINKS, said(here, here, to_tag=wrong)).status_code == 404


def test_two_relations_join_one_pair(here, there, link, reviewer):
    make.browser(reviewer).post(LINKS, said(here, there, relation="responds_to"))

    assert Link.objects.count() == 2


# The form.


def test_the_form_proposes_a_relation_and_shows_both_quotes(here, there, reviewer):
    answer = make.browser(reviewer).get(f"/links/new/?from={here.pk}&to={there.pk}")

    page = answer.content.decode()
    assert '<option value="corroborates" selected>' in page
    assert here.exact in page
    assert there.exact in page


def test_two_ticked_quotes_make_a_form(here, there, reviewer):
    answer = make.browser(reviewer).get(f"/links/new/?tag={here.pk}&tag={there.pk}")

    assert answer.context["from_end"].tag == here
    assert answer.context["to_end"].tag == there


@pytest.mark.parametrize("asked", ["", "?tag=1", "?from=&to=", "?from=tray&to="])
def test_the_form_asks_for_two_quotes(reviewer, asked):
    answer = make.browser(reviewer).get(f"/links/new/{asked.replace('1', '')}")

    assert answer.status_code == 422
    assert "A link joins two quotes." in answer.content.decode()


def test_three_ticked_quotes_are_too_many(here, there, reviewer):
    asked = f"?tag={here.pk}&tag={there.pk}&tag={here.pk}"

    assert make.browser(reviewer).get(f"/links/new/{asked}").status_code == 422


def test_the_form_shows_no_quote_of_a_collection_one_does_not_review(here, hidden, reviewer):
    answer = make.browser(reviewer).get(f"/links/new/?from={here.pk}&to={hidden.pk}")

    assert answer.status_code == 404


def test_the_ends_are_exchanged_without_javascript(here, there, reviewer):
    answer = make.browser(reviewer).post(LINKS, said(here, there, swap="1"))

    assert answer.status_code == 200
    assert (answer.context["from_end"].tag, answer.context["to_end"].tag) == (there, here)
    assert WHY in answer.content.decode()
    assert not Link.objects.exists()


# The page of a link.


def test_a_link_reads_as_a_sentence_and_leads_to_both_quotes(link, here, there, reader):
    page = make.browser(reader).get(address(link)).content.decode()

    assert f'href="/tags/{here.pk}/"' in page
    assert f'href="/tags/{there.pk}/"' in page
    assert "<strong>supports</strong>" in page
    assert link.rationale in page


def test_a_link_to_an_unseen_tag_is_not_there(here, hidden, reviewer, insider):
    link = make.link(here, hidden)

    assert make.browser(reviewer).get(address(link)).status_code == 404
    assert make.browser(insider).get(address(link)).status_code == 200


def test_a_reader_finds_nothing_to_change(link, reader):
    page = make.browser(reader).get(address(link)).content.decode()

    assert "Withdraw" not in page
    assert "I agree" not in page


# Changing a link.


def edited(link, **fields):
    return {
        "relation": link.relation,
        "rationale": link.rationale,
        "strength": link.strength,
        "revision": link.revision,
    } | fields


def test_an_author_changes_a_link(link, reviewer):
    answer = make.browser(reviewer).post(
        address(link, "edit/"), edited(link, relation="qualifies", rationale=f"{WHY}\r\nMore.")
    )

    link.refresh_from_db()
    assert (answer.status_code, answer["Location"]) == (303, address(link))
    assert (link.relation, link.rationale) == ("qualifies", f"{WHY}\nMore.")


def test_a_link_is_changed_by_htmx(link, reviewer):
    client = make.browser(reviewer, htmx=True)

    assert client.get(address(link, "edit/")).content.strip().startswith(b'<div id="link-form"')
    answer = client.post(address(link, "edit/"), edited(link, strength="weak"))

    assert answer.content.strip().startswith(b'<article id="link"')
    assert Link.objects.get().strength == "weak"


def test_a_changed_direction_is_kept(link, here, there, reviewer):
    client = make.browser(reviewer)
    swapped = client.post(address(link, "edit/"), edited(link, from_tag=here.pk, swap="1"))
    assert swapped.context["from_end"].tag == there

    client.post(address(link, "edit/"), edited(link, from_tag=there.pk))

    link.refresh_from_db()
    assert (link.from_tag, link.to_tag) == (there, here)


@pytest.mark.parametrize("htmx", [True, False])
def test_of_two_changes_the_second_sees_both_versions(link, reviewer, htmx):
    client = make.browser(reviewer, htmx=htmx)
    client.post(address(link, "edit/"), edited(link, rationale="What the first person wrote."))

    answer = client.post(address(link, "edit/"), edited(link, rationale="What I wrote instead."))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "What the first person wrote." in page
    assert "What I wrote instead." in page
    assert Link.objects.get().rationale == "What the first person wrote."


def test_after_a_conflict_saving_again_is_based_on_what_stands(link, reviewer):
    client = make.browser(reviewer)
    client.post(address(link, "edit/"), edited(link, rationale="What the first person wrote."))
    conflict = client.post(address(link, "edit/"), edited(link, rationale="What I wrote instead."))
    revision = conflict.context["form"]["revision"].value()

    client.post(address(link, "edit/"), edited(link, rationale="Now mine.....", revision=revision))

    assert Link.objects.get().rationale == "Now mine....."


def test_a_change_that_breaks_a_rule_says_so(link, reviewer):
    answer = make.browser(reviewer).post(address(link, "edit/"), edited(link, rationale="short"))

    assert answer.status_code == 422
    assert "at least 10 characters" in answer.content.decode()


def test_a_curator_gives_a_reason(link, curator):
    client = make.browser(curator)

    refused = client.post(address(link, "edit/"), edited(link, strength="weak"))
    assert refused.status_code == 422
    assert "a curator can too, with a reason" in refused.content.decode()

    client.post(address(link, "edit/"), edited(link, strength="weak", reason="A slip."))
    assert Link.objects.get().strength == "weak"


# Withdrawing and its undo, the second look.


@pytest.mark.parametrize("htmx", [True, False])
def test_a_withdrawal_offers_undo(link, reviewer, htmx):
    client = make.browser(reviewer, htmx=htmx)

    page = client.post(address(link, "withdraw/"), {"revision": 1}, follow=True).content.decode()
    assert Link.objects.get().status == "withdrawn"
    assert f'action="{address(link, "restore/")}"' in page

    client.post(address(link, "restore/"), {"revision": 2})
    assert Link.objects.get().status == "submitted"


def test_an_act_on_a_link_somebody_changed_is_refused(link, reviewer):
    answer = make.browser(reviewer).post(address(link, "withdraw/"), {"revision": "7"})

    assert answer.status_code == 409
    assert Link.objects.get().status == "submitted"


@pytest.mark.parametrize("htmx", [True, False])
@pytest.mark.parametrize("act", ["withdraw/", "restore/", "confirm/"])
def test_an_act_on_a_changed_link_shows_both_versions(link, reviewer, act, htmx):
    client = make.browser(reviewer, htmx=htmx)
    client.post(address(link, "edit/"), edited(link, rationale="What the first person wrote."))

    answer = client.post(address(link, act), {"revision": 1})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "What you saw" in page
    assert link.rationale in page
    assert "What the first person wrote." in page
    assert Link.objects.get().status == "submitted"


@pytest.mark.parametrize("htmx", [True, False])
@pytest.mark.parametrize("act", ["edit/", "withdraw/", "restore/", "confirm/"])
@pytest.mark.parametrize("revision", ["", "0"])
def test_an_act_on_a_link_names_its_revision(link, reviewer, act, revision, htmx):
    fields = edited(link, rationale="Something else altogether.", revision=revision)

    answer = make.browser(reviewer, htmx=htmx).post(address(link, act), fields)

    assert answer.status_code == 422
    assert "the revision is missing" in answer.content.decode()
    assert Link.objects.get().rationale == link.rationale
    assert Link.objects.get().status == "submitted"


def test_a_curator_withdraws_with_a_reason(link, curator):
    client = make.browser(curator)

    silent, said = {"revision": 1}, {"revision": 1, "reason": "Made twice."}
    assert client.post(address(link, "withdraw/"), silent).status_code == 422
    assert client.post(address(link, "withdraw/"), said).status_code == 303
    assert Link.objects.get().status == "withdrawn"


def test_a_second_look_confirms_a_link(here, there, reviewer):
    link = make.link(here, there, by=reviewer, status="stale")

    make.browser(reviewer).post(address(link, "confirm/"), {"revision": 1})

    assert Link.objects.get().status == "submitted"


@pytest.mark.parametrize("act", ["edit/", "withdraw/", "restore/", "confirm/"])
@pytest.mark.parametrize("who", ["colleague", "stranger", "reader", "insider"])
def test_only_the_author_or_a_curator_changes_a_link(request, link, act, who):
    client = make.browser(request.getfixturevalue(who))

    assert client.post(address(link, act), edited(link)).status_code == 404


@pytest.mark.parametrize("act", ["withdraw/", "restore/", "confirm/"])
def test_an_act_is_never_a_get(link, reviewer, act):
    assert make.browser(reviewer).get(address(link, act)).status_code == 405


# The list.


def test_the_list_shows_what_stands_or_needs_a_look(here, there, reviewer, reader):
    shown = make.link(here, there, by=reviewer)
    stale = make.link(here, there, "updates", by=reviewer, status="stale")
    withdraw_link(make.link(here, there, "qualifies", by=reviewer), by=reviewer)

    links = make.browser(reader).get(LINKS).context["links"]

    assert [seen.link for seen in links] == [stale, shown]


def test_the_list_holds_no_link_to_an_unseen_tag(here, hidden, reviewer, insider):
    make.link(here, hidden)

    page = make.browser(reviewer).get(LINKS)

    assert page.context["links"] == []
    assert b"Secret" not in page.content
    assert insider not in page.context["form"].fields["person"].queryset
    assert len(make.browser(insider).get(LINKS).context["links"]) == 1


@pytest.fixture
def three(here, there, reviewer, colleague):
    """A link each by two people, and one on other claims."""
    return [
        make.link(here, there, "supports", by=reviewer),
        make.link(here, there, "challenges", by=colleague),
        make.link(by=colleague),
    ]


@pytest.mark.parametrize(
    ("narrow", "kept"),
    [
        (lambda three: {"person": three[0].created_by_id}, [0]),
        (lambda three: {"relation": "challenges"}, [1]),
        (lambda three: {"claim": three[0].from_tag.claim.public_id.lower()}, [1, 0]),
        (lambda three: {"since": date(2001, 1, 1)}, [2, 1, 0]),
        (lambda three: {"until": date(2001, 1, 1)}, []),
        (lambda three: {"status": "stale"}, []),
        (lambda three: {"relation": "nonsense"}, [2, 1, 0]),
        (lambda three: {"claim": "C99999"}, [2, 1, 0]),
    ],
)
def test_the_list_is_narrowed(three, reader, narrow, kept):
    answer = make.browser(reader).get(LINKS, narrow(three))

    assert [seen.link for seen in answer.context["links"]] == [three[number] for number in kept]


def test_the_list_is_paged(here, reviewer, reader):
    place = make.passage(make.document(collection=here.passage.text_version.document.collection))
    links = [make.link(here, make.tag(place), by=reviewer) for _number in range(52)]
    client = make.browser(reader)

    first = client.get(LINKS)
    second = client.get(LINKS, {"after": first.context["next"]})

    assert [seen.link for seen in first.context["links"]] == links[:1:-1]
    assert [seen.link for seen in second.context["links"]] == [links[1], links[0]]
    assert second.context["next"] == ""


def test_a_longer_list_asks_no_more_queries(here, there, reviewer):
    client = make.browser(reviewer)
    make.link(here, make.tag(stance="rejects"), by=reviewer)
    before = queries_of(client, LINKS)
    make.link(here, there, "updates", by=reviewer)
    make.link(there, make.tag(stance="endorses"), by=reviewer)

    assert queries_of(client, LINKS) == before


def test_the_list_loads_no_documents_text(link, reader):
    [seen] = list_links(reader, LinkFilters()).rows

    for_both = [end.tag.passage.text_version for end in (seen.from_end, seen.to_end)]
    assert [version.get_deferred_fields() for version in for_both] == [{"text"}, {"text"}]


# Links as one of their tags shows them.


def test_a_link_reads_right_from_both_ends(link, here, there, reader):
    [from_here], [from_there] = links_of(here, reader), links_of(there, reader)

    assert (from_here.words, from_here.other.tag) == ("supports", there)
    assert (from_there.words, from_there.other.tag) == ("is supported by", here)


def test_the_other_end_says_when_and_where(link, here, there, reader):
    document = there.passage.text_version.document
    type(document).objects.filter(pk=document.pk).update(
        uttered_on=date(2011, 3, 1), uttered_precision="month", place="Geneva", revision=3
    )

    [seen] = links_of(here, reader)

    assert (seen.other.said_on, seen.other.place) == ("March 2011", "Geneva")


def test_an_unseen_end_is_not_shown(here, hidden, reader):
    make.link(here, hidden)

    assert links_of(here, reader) == []


def test_the_seeds_read_right_from_both_ends(seeds, reader):
    tag = seeds.tag("U09")

    words = {(seen.words, seen.other.tag.uid) for seen in links_of(tag, reader)}

    assert ("corroborates", seeds.tag("H07").uid) in words


def test_more_links_of_a_tag_ask_no_more_queries(here, reader):
    make.link(here, make.tag(stance="rejects"))
    with CaptureQueriesContext(connection) as before:
        links_of(here, reader)
    make.link(here, make.tag(stance="endorses"))
    make.link(make.tag(), here)

    with CaptureQueriesContext(connection) as after:
        assert len(links_of(here, reader)) == 3
    assert len(after) == len(before)


def test_linking_the_tray_empties_it(here, there, reviewer):
    Tray.objects.create(person=reviewer, tag=here)

    make.browser(reviewer).post(reverse("list_links"), said(here, there))

    assert not Tray.objects.exists()

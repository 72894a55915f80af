"""The page of a claim: sources side by side, conflicts first, over time, links; who sees what."""

import datetime
import re
import uuid

import pytest
from django.urls import reverse

from annotate.models import ClaimStatus, Tag
from annotate.queries.claim_evidence import QUOTES, SOURCES
from annotate.queries.claim_page import claim_page
from corpus.actions import set_membership
from corpus.history import history
from tests import make


def address(claim, name="show_claim"):
    return reverse(name, args=[getattr(claim, "public_id", claim)])


def part_of(answer, name):
    """Return the words of the part of a page with this id, each space once."""
    part = answer.text.partition(f'id="{name}"')[2]
    part = re.split(r'<section class="(?:page-section|side|conflicts)|</main>', part)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", part.partition(">")[2]).split())


def shown(claim, reader, **cursors):
    return claim_page(claim, reader, asked=cursors).tagged


def names(side):
    return [[voice.name for voice in group.source.voices] for group in side.sources]


def said(words, author, *, on=None, precision="day", **tag):
    """Return a tag on all the words of a new document by `author`."""
    document = make.document(
        f"Heading of {author.name} {on}\n\n{words}\n",
        author=author,
        uttered_on=on,
        uttered_precision=precision,
        title=f"Statement by {author.name}",
    )
    return make.tag(document, words, **tag)


@pytest.fixture
def claim(db):
    return make.claim(text="Ruritania struck the hospital.")


@pytest.fixture
def changed(claim):
    """Return a claim that Ruritania first admits and later denies."""
    ruritania = make.agent("Ruritania")
    said("We carried out the strike.", ruritania, on="2017-03-02", claim=claim)
    said("It was not us.", ruritania, on="2021-05-04", claim=claim, stance="denies")
    return claim


# The seeds.


@pytest.mark.parametrize("public_id", ["C01", "C03"])
def test_the_sco_nowhere_says_so_itself(seeds, reader, public_id):
    for_, against = shown(seeds.claim(public_id), reader).evidence.sides

    assert [(group.kind, names(for_)[0]) for group in for_.sources] == [
        ("said", ["Shanghai Cooperation Organization"])
    ]
    assert all(group.kind == "denied" for group in against.sources)
    answer = make.browser(reader).get(address(public_id))
    assert "Say so themselves" not in answer.text
    assert part_of(answer, "for").count("Said by others to hold it") == 1


def test_each_denial_is_a_source_of_its_own(seeds, reader):
    _for, against = shown(seeds.claim("C01"), reader).evidence.sides

    assert names(against) == [["Human Rights in China"], ["United States"]]


@pytest.mark.parametrize(("public_id", "sources"), [("C07", 2), ("C18", 1)])
def test_sources_that_say_so_themselves_come_with_their_quotes(seeds, reader, public_id, sources):
    for_, against = shown(seeds.claim(public_id), reader).evidence.sides

    assert [group.kind for group in for_.sources] == ["own"] * sources
    assert all(len(group.quotes) for group in for_.sources)
    assert against.sources == []


def test_a_source_of_two_agents_says_why_it_is_one(seeds, reader):
    words = part_of(make.browser(reader).get(address("C11")), "for")

    assert "United States (with UN General Assembly , said to hold it: counts as one)" in words
    assert "Counted as one: United States agrees with UN General Assembly." in words


def test_conflicts_stand_above_the_evidence(seeds, reader):
    answer = make.browser(reader).get(address("C01"))

    words = part_of(answer, "conflicts")
    assert "Shanghai Cooperation Organization is said by others to hold it ." in words
    assert "United States and Human Rights in China say it is not so ." in words
    assert "qualifies" in words
    assert "because In 2023 a State publicly disagrees" in words
    assert "C24 without critical review" in words
    assert answer.text.index('id="conflicts"') < answer.text.index('id="for"')


def test_links_among_the_evidence_are_sentences_with_a_reason(seeds, reader):
    answer = make.browser(reader).get(address("C01"))

    words = part_of(answer, "links")
    assert "Among this evidence 1" in words
    assert "corroborates" in words
    assert "because Both attribute to the SCO the position" in words
    assert reverse("show_tag", args=[seeds.tag("U09").pk]) in answer.text


def test_the_timeline_runs_from_the_oldest_to_the_newest(seeds, reader):
    words = part_of(make.browser(reader).get(address("C01")), "timeline")

    assert words.index("30 March 2011") < words.index("1 September 2023")
    assert "The United States disagrees with the Shanghai Cooperation Organization" in words


def test_a_quoted_passage_does_not_inherit_the_documents_date(seeds, reader):
    answer = make.browser(reader).get(address("C12"))

    passage = seeds.tag("B01").passage
    assert f"{passage.uttered_on:%-d %B %Y} ?" not in part_of(answer, "timeline")
    assert part_of(answer, "timeline").startswith(f"Over time {passage.uttered_on:%-d %B %Y}")


# Sharing the evidence out.


def test_joined_voices_stand_in_one_group_own_words_first(claim, stranger):
    state = make.agent("Ruritania")
    speaker = make.agent("Ombudsman", acts_for=state)
    told = said("He says so.", make.agent("Press"), claim=claim, stance="attributes", held_by=state)
    first = said("It was so.", speaker, claim=claim)
    second = said("It was so indeed.", state, claim=claim)

    group = shown(claim, stranger).evidence.sides[0].sources[0]

    assert group.total == 3
    assert [one.row.id for one in group.quotes][-1] == told.pk
    assert {one.row.id for one in group.quotes} == {told.pk, first.pk, second.pk}
    assert group.source.reasons == ["Ombudsman speaks for Ruritania."]


def test_what_one_of_a_source_reports_of_another_comes_after_own_words(claim, stranger):
    state = make.agent("Ruritania")
    speaker = make.agent("Ombudsman", acts_for=state)
    told = said("They say so.", speaker, claim=claim, stance="attributes", held_by=state)
    own = said("It was so.", state, claim=claim)

    group = shown(claim, stranger).evidence.sides[0].sources[0]

    assert [one.row.id for one in group.quotes] == [own.pk, told.pk]


def test_who_only_asks_stands_apart(claim, stranger):
    said("Was it so?", make.agent(), claim=claim, stance="questions")

    answer = make.browser(stranger).get(address(claim))

    assert "asks or doubts whether" in part_of(answer, "asking")
    assert "No words are tagged on this side" in part_of(answer, "for")


def test_a_disputed_tag_stands_apart_with_the_reason(claim, stranger):
    tag = said("It was so.", make.agent(), claim=claim)
    make.remark(tag, "disagree", "The quote says the opposite.")

    answer = make.browser(stranger).get(address(claim))

    assert "Not counted 1 People read these words differently" in part_of(answer, "for")
    assert "objects: The quote says the opposite." in part_of(answer, "conflicts")


def test_two_readings_of_the_same_words_are_in_conflict(seeds, reviewer, colleague):
    claim, place = make.claim(), make.passage(seeds.statement, 6)
    make.tag(place, claim=claim, by=reviewer)
    make.tag(place, claim=claim, stance="denies", by=colleague)

    words = part_of(make.browser(reviewer).get(address(claim)), "conflicts")

    assert f"{reviewer}: The United States says that" in words
    assert f"{colleague}: The United States says it is not so that" in words


def test_an_unconfirmed_voice_stands_apart_with_the_reason(claim, stranger):
    said("It was so.", make.agent("USA", status="proposed"), claim=claim)

    words = part_of(make.browser(stranger).get(address(claim)), "for")

    assert "0 sources · 1 quote" in words
    assert "Not counted 1 A curator still has to confirm this agent" in words


def test_a_claim_without_tags_says_what_to_do(claim, stranger):
    answer = make.browser(stranger).get(address(claim))

    assert "Open a document, select the words" in part_of(answer, "evidence")
    assert 'id="timeline"' not in answer.text
    assert 'id="conflicts"' not in answer.text


@pytest.mark.parametrize("status", [ClaimStatus.DEPRECATED, ClaimStatus.SPLIT])
def test_a_claim_out_of_use_asks_for_no_tags(db, stranger, status):
    answer = make.browser(stranger).get(address(make.claim(status=status)))

    assert answer.status_code == 200
    assert "Open a document" not in answer.text


# Over time.


def test_the_same_holder_on_both_sides_is_a_change_over_time(changed, stranger):
    answer = make.browser(stranger).get(address(changed))

    sentence = (
        "Ruritania said so in 2017 and says it is not so in 2021: "
        "a change over time, not two sources."
    )
    assert sentence in part_of(answer, "conflicts")
    assert part_of(answer, "timeline").count("on both sides over time") == 2


def test_days_tell_a_change_within_one_year_apart(claim, stranger):
    who = make.agent("Ruritania")
    said("It was so.", who, on="2017-03-02", claim=claim)
    said("It was not so.", who, on="2017-05-04", claim=claim, stance="denies")

    [sentence] = shown(claim, stranger).timeline.changes

    assert sentence.startswith(
        "Ruritania said so on 2 March 2017 and says it is not so on 4 May 2017: "
    )


def test_a_denial_that_came_first_is_told_first(claim, stranger):
    who = make.agent("Russian Federation")
    said("It was not so.", who, on="2011-03-02", claim=claim, stance="denies")
    said("It was so.", who, on="2013-03-02", claim=claim)

    [sentence] = shown(claim, stranger).timeline.changes

    assert sentence == (
        "The Russian Federation said it is not so in 2011 and says so in 2013: "
        "a change over time, not two sources."
    )


@pytest.mark.parametrize(
    ("on", "written"), [("2011-03-02", "on 2 March 2011"), (None, "at a time nobody has stated")]
)
def test_both_sides_at_once_are_no_change_and_not_two_sources(claim, stranger, on, written):
    who = make.agent("Ruritania")
    said("It was not so.", who, on=on, claim=claim, stance="denies")
    said("It was so, they say.", who, on=on, claim=claim)

    [sentence] = shown(claim, stranger).timeline.changes

    assert sentence == (
        f"Ruritania says so and says it is not so, both {written}: "
        "on both sides, and not two sources."
    )


def test_what_others_say_of_who_denies_it_is_no_change(claim, stranger):
    who = make.agent("Ruritania")
    said(
        "He says so.", make.agent(), claim=claim, stance="attributes", held_by=who, on="2016-01-02"
    )
    said("It was not so.", who, on="2017-05-04", claim=claim, stance="denies")

    [sentence] = shown(claim, stranger).timeline.changes

    assert sentence == (
        "Ruritania says it is not so in 2017; others said in 2016 that they hold it: "
        "a dispute over one position, not two sources."
    )


@pytest.mark.parametrize(
    ("precision", "written"),
    [
        ("day", "2 March 2017"),
        ("month", "March 2017"),
        ("year", "2017"),
        ("estimate", "about 2017"),
    ],
)
def test_a_date_is_shown_as_exactly_as_it_is_known(claim, stranger, precision, written):
    said("It was so.", make.agent(), on="2017-03-02", precision=precision, claim=claim)

    words = part_of(make.browser(stranger).get(address(claim)), "timeline")

    assert words.startswith(f"Over time {written} ")


def test_words_without_a_date_are_stated_apart(claim, stranger):
    tag = said("It was so.", make.agent(), claim=claim)
    published = make.document(published_on=datetime.date(2020, 1, 2))
    make.tag(published, claim=claim)
    client = make.browser(stranger)

    words = part_of(client.get(address(claim)), "timeline")
    undated = client.get(address(claim, "show_claim_timeline") + "?undated")
    dated = client.get(address(claim, "show_claim_timeline"))

    assert "2 quotes have no date." in words
    assert reverse("show_tag", args=[tag.pk]) in undated.text
    assert "No date known" in undated.text
    assert "no quotes here" in dated.text


# Long claims.


@pytest.fixture
def many(claim):
    """Return a claim with more sources, quotes of one source and links than one page shows."""
    tags = [
        said(f"It was so, says {n}.", make.agent(), on="2001-02-03", claim=claim)
        for n in range(SOURCES + 2)
    ]
    loud = make.document(
        "Loud\n\n" + "word " * 30 + ".\n",
        author=make.agent("A loud one"),
        uttered_on=datetime.date(2002, 1, 1),
    )
    place = make.passage(loud)
    tags += [
        make.tag(place, start=place.start + 5 * n, end=place.start + 5 * n + 4, claim=claim)
        for n in range(QUOTES + 4)
    ]
    for number in range(8):
        make.link(tags[number], tags[number + 1], rationale=f"Reason number {number}.")
        make.link(tags[number], tags[number + 1], "challenges", f"Challenge number {number}.")
    return claim


def test_a_side_of_many_sources_comes_in_pages(many, stranger):
    first = shown(many, stranger).evidence.sides[0]
    second = shown(many, stranger, **{"for": str(first.after)}).evidence.sides[0]

    assert first.number == SOURCES + 3
    assert (len(first.sources), len(second.sources)) == (SOURCES, 3)
    assert not {group.key for group in first.sources} & {group.key for group in second.sources}
    assert second.after is None


def test_all_quotes_of_a_source_have_an_address(many, stranger):
    client = make.browser(stranger)
    page = client.get(address(many))
    loud = shown(many, stranger).evidence.sides[0].sources[0]
    link = f"{address(many, 'show_claim_quotes')}?side=for&amp;source={loud.key}"

    assert link in page.text
    listed = client.get(link.replace("&amp;", "&"))
    assert "A loud one" in listed.text
    assert listed.text.count("<mark>") == loud.total == QUOTES + 4
    assert len(loud.quotes) == QUOTES


def test_all_links_of_a_kind_have_an_address(many, stranger):
    client = make.browser(stranger)
    page = client.get(address(many))

    assert "All 8 links in conflict" in part_of(page, "conflicts")
    assert "All 8 links among the evidence" in part_of(page, "links")
    conflicts = client.get(address(many, "show_claim_links"), {"kind": "conflict"})
    inside = client.get(address(many, "show_claim_links"), {"kind": "inside"})
    assert "Challenge number 7." in conflicts.text
    assert "Reason number" not in conflicts.text
    assert "Reason number 7." in inside.text


def test_the_whole_timeline_has_an_address(many, stranger):
    client = make.browser(stranger)

    assert f"The whole timeline, {SOURCES + QUOTES + 6} quotes" in part_of(
        client.get(address(many)), "timeline"
    )
    answer = client.get(address(many, "show_claim_timeline"))
    assert answer.text.count('class="who"') == SOURCES + QUOTES + 6


@pytest.mark.parametrize(
    "query",
    ["?side=x", "?side=attested", "?side=uncounted", "?side=asking", "?after=x", "?kind=x"],
)
@pytest.mark.parametrize("name", ["show_claim_quotes", "show_claim_timeline", "show_claim_links"])
def test_a_strange_query_string_does_no_harm(many, stranger, name, query):
    assert make.browser(stranger).get(address(many, name) + query).status_code == 200


@pytest.mark.parametrize("source", ["0", "x", "99999999"])
def test_a_source_that_is_none_is_not_found(many, stranger, source):
    page = address(many, "show_claim_quotes")

    answer = make.browser(stranger).get(page, {"side": "for", "source": source})

    assert answer.status_code == 404


@pytest.mark.parametrize("name", ["show_claim_quotes", "show_claim_timeline", "show_claim_links"])
def test_the_lists_of_a_merged_claim_lead_to_what_it_became(changed, stranger, name):
    merged = make.claim(status=ClaimStatus.MERGED, merged_into=changed)

    answer = make.browser(stranger).get(address(merged, name) + "?kind=inside")

    assert answer.status_code == 301
    assert answer.headers["Location"] == address(changed, name) + "?kind=inside"
    assert make.browser(stranger).post(address(changed, name)).status_code == 405


@pytest.mark.parametrize("kind", ["for", "against", "asking"])
def test_the_queries_of_the_page_do_not_grow_with_tags_and_sources(
    many, stranger, count_queries, kind
):
    stance = {"for": "asserts", "against": "denies", "asking": "questions"}[kind]
    client = make.browser(stranger)
    said("First.", make.agent(), on="2003-01-01", claim=many, stance=stance)
    before = count_queries(client, address(many))
    for number in range(12):
        said(f"More {number}.", make.agent(), on="2003-01-01", claim=many, stance=stance)

    assert count_queries(client, address(many)) == before


def test_a_thousand_tags_take_as_many_queries_as_seventeen(many, stranger, count_queries):
    place = make.passage(make.document("Long\n\n" + "word " * 1000 + ".\n"))
    first = make.tag(place, start=place.start, end=place.start + 4, claim=many)
    client = make.browser(stranger)
    before = count_queries(client, address(many))
    with history(by=first.created_by, action="tag_words"):
        Tag.objects.bulk_create(copy_of(first, place, 5 * number) for number in range(1, 1000))

    assert count_queries(client, address(many)) == before
    assert f"{SOURCES + QUOTES + 1006} quotes" in part_of(client.get(address(many)), "for")


def copy_of(tag, place, offset):
    """Return an unsaved tag like `tag`, so many code points further on in its passage."""
    start, text = tag.start + offset, place.text_version.text
    values = {field.attname: getattr(tag, field.attname) for field in tag._meta.concrete_fields}
    values |= {
        "id": None,
        "uid": uuid.uuid4(),
        "request_key": uuid.uuid4(),
        "start": start,
        "end": start + 4,
        "prefix": text[max(0, start - 32) : start],
        "suffix": text[start + 4 : start + 36],
    }
    return Tag(**values)


@pytest.mark.parametrize("name", ["show_claim_quotes", "show_claim_timeline", "show_claim_links"])
def test_the_queries_of_the_lists_do_not_grow(many, stranger, count_queries, name):
    client = make.browser(stranger)
    before = count_queries(client, address(many, name) + "?kind=inside")
    tags = [said(f"More {n}.", make.agent(), on="2003-01-01", claim=many) for n in range(6)]
    make.link(tags[0], tags[1])

    assert count_queries(client, address(many, name) + "?kind=inside") == before


# What others may not see (I20).


@pytest.fixture
def secret(changed, closed, insider):
    """Return a hidden tag on the claim, linked to one that all see."""
    author = make.agent("Zymurgist", home=closed)
    document = make.document(
        "Zymurgy\n\nThe zymurgist says no.\n",
        collection=closed,
        author=author,
        title="Zymurgy",
        uttered_on=datetime.date(2011, 1, 1),
    )
    tag = make.tag(document, "The zymurgist says no.", claim=changed, stance="denies", by=insider)
    other = Tag.objects.filter(claim=changed).order_by("pk")[0]
    make.link(other, tag, "contradicts", "Zymurgy against it.")
    return tag


@pytest.mark.parametrize(
    "name", ["show_claim", "show_claim_quotes", "show_claim_timeline", "show_claim_links"]
)
@pytest.mark.parametrize("query", ["?side=for&kind=conflict", "?side=against&kind=conflict"])
def test_hidden_evidence_leaves_no_trace(secret, insider, stranger, name, query):
    page = address(secret.claim, name) + query

    seen = make.browser(stranger).get(page)

    assert "ymurg" not in seen.text
    assert make.browser(insider).get(page).status_code == 200


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("show_claim", ""),
        ("show_claim_quotes", "?side=against"),
        ("show_claim_timeline", ""),
        ("show_claim_links", "?kind=conflict"),
    ],
)
def test_a_member_sees_it(secret, insider, name, query):
    assert "ymurg" in make.browser(insider).get(address(secret.claim, name) + query).text


def test_a_hidden_source_is_not_found_by_its_id(secret, insider, stranger):
    page = address(secret.claim, "show_claim_quotes")
    asked = {"side": "against", "source": secret.asserted_by_id}

    assert make.browser(stranger).get(page, asked).status_code == 404
    assert make.browser(insider).get(page, asked).status_code == 200


@pytest.mark.parametrize("name", ["show_claim_quotes", "show_claim_timeline", "show_claim_links"])
def test_a_private_claims_lists_are_not_there_for_others(closed, insider, stranger, name):
    private = make.claim(home=closed)

    assert make.browser(stranger).get(address(private, name)).status_code == 404
    assert make.browser(insider).get(address(private, name)).status_code == 200


def test_who_may_link_ticks_each_quote_once(changed, db):
    tag = said("They hold it.", make.agent(), claim=changed, stance="rejects")
    linker = make.person()
    set_membership(tag.passage.text_version.document.collection, linker, "reviewer", by=linker)

    text = make.browser(linker).get(address(changed)).text

    assert text.count(f'name="tag" value="{tag.pk}" form="link-these"') == 1

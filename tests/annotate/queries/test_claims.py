"""The answers of the reference that need no counting, and what a reader may see of them."""

import pytest

from annotate.models import Tag
from annotate.queries.agents import evidence_of, list_agents, quoted_voices
from annotate.queries.claim_page import claim_page
from annotate.queries.claims import (
    ClaimFilters,
    count_tags,
    list_claims,
    second_looks,
)
from annotate.queries.provisions import engaging, get_provision, list_provisions, siblings_of
from annotate.seeds import seed_uid
from corpus.models import Agent
from tests import make


@pytest.fixture
def expected(seeds):
    """Return the answer the reference gives to a question, found by its beginning."""

    def answer(question):
        rows = [row for row in seeds.reference["expected_queries"] if row["q"].startswith(question)]
        assert len(rows) == 1
        return rows[0]["a"]

    return answer


@pytest.fixture
def names_of(seeds):
    """Return the names the reference gives to the tags of some evidence, in its order."""
    names = {seed_uid(row["id"]): row["id"] for row in seeds.reference["tags"]}
    by_key = {tag.pk: names[tag.uid] for tag in Tag.objects.filter(uid__in=names)}

    return lambda page: [by_key[one.row.id] for one in page.rows]


def answers_for(claim, *, reader):
    return claim_page(claim, reader, asked={}).tagged.answers


def names(whos):
    return [who.name for who in whos]


# The reference.


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who holds C01", "holders"),
        ("Who reports that C01", "reporters"),
        ("Who criticises (rejects) C01", "critics"),
    ],
)
def test_who_takes_which_side_on_c01(seeds, reader, expected, question, answer):
    answers = answers_for(seeds.claim("C01"), reader=reader)

    assert names(getattr(answers, answer)) == expected(question)


def test_nobody_says_c01_in_an_own_document(seeds, reader):
    assert answers_for(seeds.claim("C01"), reader=reader).own_words == []


def test_words_spoken_by_somebody_other_than_the_author(seeds, reader, expected, names_of):
    question = "Which tags are spoken by somebody other than the document's author"

    assert names_of(quoted_voices(reader=reader)) == expected(question)


def test_tags_that_engage_non_refoulement(seeds, reader, expected, names_of):
    provision = get_provision("REFUGEE-CONV-33(1)")

    found = names_of(engaging(provision, reader=reader))

    assert found == expected("Which tags engage non-refoulement")


def test_what_the_united_states_said_oldest_first(seeds, reader, expected, names_of):
    agent = Agent.objects.get(name="United States")

    found = names_of(evidence_of(agent, reader=reader).said)

    assert found == expected("What has the United States said, oldest first?")


def test_contested_claims_have_a_holder_and_a_critic(seeds, reader, expected):
    claims = [line.claim for line in list_claims(reader, ClaimFilters()).rows]
    answers = {claim.public_id: answers_for(claim, reader=reader) for claim in claims}

    contested = [key for key, who in answers.items() if who.holders and who.critics]

    assert contested == expected("Which claims are contested?")


# Other cases of the table of stances.


@pytest.mark.parametrize(
    ("stance", "holders", "reporters", "critics", "own_words"),
    [
        ("asserts", ["Voice"], [], [], ["Voice"]),
        ("denies", [], [], ["Voice"], []),
        ("questions", [], [], [], []),
        ("endorses", ["Holder", "Voice"], ["Voice"], [], ["Voice"]),
        ("rejects", ["Holder"], ["Voice"], ["Voice"], []),
        ("attributes", ["Holder"], ["Voice"], [], []),
    ],
)
def test_each_stance_answers_the_four_questions(
    collection, reader, stance, holders, reporters, critics, own_words
):
    claim, voice, holder = make.claim(), make.agent("Voice"), make.agent("Holder")
    held_by = holder if "Holder" in holders else None
    document = make.document(author=voice, collection=collection)
    make.tag(document, claim=claim, stance=stance, held_by=held_by)

    answers = answers_for(claim, reader=reader)

    assert names(answers.holders) == holders
    assert names(answers.reporters) == reporters
    assert names(answers.critics) == critics
    assert names(answers.own_words) == own_words


def test_who_quotes_a_holder_reports_it(seeds, reader):
    answers = answers_for(seeds.claim("C12"), reader=reader)

    assert names(answers.holders) == ["UN Secretary-General"]
    assert names(answers.reporters) == ["Human Rights in China"]
    assert answers.own_words == []


# Evidence.


def sides_of(claim, *, reader, **cursors):
    """Return both sides of a claim by name."""
    shown = claim_page(claim, reader, asked=cursors).tagged
    return {side.name: side for side in shown.evidence.sides}


def quotes_on(side):
    return [one for source in side.sources for one in source.quotes]


def test_evidence_stands_on_its_side_as_a_sentence(seeds, reader):
    side = sides_of(seeds.claim("C01"), reader=reader)["against"]

    assert side.tags == 2
    first = quotes_on(side)[0]
    assert first.sentence.startswith("Human Rights in China disagrees with the Shanghai Coop")
    assert first.said_on == "30 March 2011"
    assert [row.provision.code for row in first.provisions] == ["SHANGHAI-CONV-2001-1(1)"]
    assert [(link.words, link.other_voice) for link in first.links] == [
        ("corroborates", "United States")
    ]


def test_a_link_reads_right_from_its_other_end(seeds, reader):
    rows = [one for claim in ("C01", "C24") for one in _against_and_for(seeds, reader, claim)]

    words = {(one.claim.public_id, link.words) for one in rows for link in one.links}

    assert ("C01", "qualifies") in words
    assert ("C24", "is qualified by") in words


def _against_and_for(seeds, reader, public_id):
    sides = sides_of(seeds.claim(public_id), reader=reader)
    return [*quotes_on(sides["for"]), *quotes_on(sides["against"])]


def test_a_quoted_passage_has_its_own_date_and_place(seeds, reader):
    agent = Agent.objects.get(name="UN Secretary-General")

    first = evidence_of(agent, reader=reader).said.rows[0]

    assert first.sentence.endswith("as quoted by Human Rights in China.")
    assert first.said_on == seeds_date(seeds, "B01")
    assert first.conveyer == ("Human Rights in China", "ngo")


def seeds_date(seeds, name):
    passage = seeds.tag(name).passage
    return f"{passage.uttered_on:%-d %B %Y}"


def test_stale_tags_stand_apart(seeds, reader, reviewer):
    claim = seeds.claim("C30")
    make.tag(seeds.statement, claim=claim, by=reviewer, status="stale", stale_reason="Look.")

    looks = second_looks(claim, reader=reader)

    assert [one.row.stale_reason for one in looks.rows] == ["Look."]
    assert count_tags(reader, [claim.pk]) == {claim.pk: (1, 1, 1)}
    assert sides_of(claim, reader=reader)["for"].tags == 1


# What others may not see (I20).


@pytest.fixture
def secret(seeds, closed, insider):
    """Return a tag on C02 in a document that only members of `closed` see."""
    author = make.agent("Hidden Voice", home=closed)
    document = make.document(collection=closed, author=author, title="Hidden title")
    tag = make.tag(document, claim=seeds.claim("C02"), by=insider)
    make.tag_provision(tag, get_provision("UN-CHARTER"))
    make.link(seeds.tag("U03"), tag, by=insider)
    return tag


def test_hidden_tags_are_not_counted_nor_shown(seeds, reader, insider, secret):
    claim = secret.claim

    assert count_tags(reader, [claim.pk])[claim.pk] == (1, 1, 0)
    assert count_tags(insider, [claim.pk])[claim.pk] == (2, 2, 0)
    assert sides_of(claim, reader=reader)["for"].tags == 1
    assert sides_of(claim, reader=insider)["for"].tags == 2


def test_hidden_agents_do_not_answer(reader, insider, secret):
    assert names(answers_for(secret.claim, reader=reader).holders) == ["United States"]
    assert names(answers_for(secret.claim, reader=insider).holders) == [
        "Hidden Voice",
        "United States",
    ]
    assert "Hidden Voice" not in [line.agent.name for line in list_agents(reader).rows]
    assert "Hidden Voice" in [line.agent.name for line in list_agents(insider).rows]


def test_links_to_hidden_tags_are_not_shown(reader, insider, secret):
    def links(person):
        rows = quotes_on(sides_of(secret.claim, reader=person)["for"])
        return {link.other_id for one in rows for link in one.links}

    assert secret.pk not in links(reader)
    assert secret.pk in links(insider)


def test_hidden_tags_do_not_count_for_a_provision(reader, insider, secret):
    def count(person):
        lines = list_provisions(person, "UN-CHARTER").rows
        return {line.provision.code: line.tags for line in lines}["UN-CHARTER"]

    assert count(insider) == count(reader) + 1


def test_siblings_are_the_provisions_of_one_instrument(seeds, reader):
    lines = siblings_of(get_provision("UDHR"), reader=reader)

    assert [line.provision.code for line in lines] == ["UDHR", "UDHR-12", "UDHR-14(1)"]


# The list.


@pytest.mark.parametrize(
    ("filters", "first"),
    [
        ({"q": "non-refoulment"}, ["C18"]),
        ({"q": "c07"}, ["C07"]),
        ({"kind": "recommendation"}, []),
        ({"kind": "position"}, ["C01", "C03", "C11", "C28"]),
        ({"status": "proposed"}, []),
    ],
)
def test_the_list_is_narrowed(seeds, reader, filters, first):
    lines = list_claims(reader, ClaimFilters.read(filters)).rows

    assert [line.claim.public_id for line in lines] == first


def test_the_list_counts_what_the_reader_sees(seeds, reader):
    lines = {line.claim.public_id: line for line in list_claims(reader, ClaimFilters()).rows}

    assert (lines["C24"].tags, lines["C24"].documents, lines["C24"].looks) == (2, 1, 0)
    assert (lines["C08"].tags, lines["C08"].documents) == (2, 2)


def test_the_list_takes_fourteen_queries(seeds, reader, django_assert_num_queries):
    with django_assert_num_queries(14):  # claims, numbers, and twelve that count sources
        list_claims(reader, ClaimFilters(q="terrorism", sort="label"))

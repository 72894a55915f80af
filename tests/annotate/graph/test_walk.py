"""Which tags a picture shows, and what it draws between them."""

import datetime
from itertools import pairwise

import pytest

from annotate.actions.joins import join_agents
from annotate.graph import around as module
from annotate.graph.around import graph_around
from annotate.graph.walk import Start, Walk, reached_tags
from annotate.models import LinkStatus, TagDerivation, TagStatus
from corpus.actions import set_membership
from corpus.history import history
from corpus.models.derivation import Derivation
from corpus.models.document import DocumentStatus
from tests import make


def reached(reader, thing, **asked):
    """Return the distances of the tags around something, by id."""
    return reached_tags(Walk(reader, Start(thing), **asked), most=2_001)


def picture(reader, thing, **asked):
    return graph_around(Walk(reader, Start(thing), **asked))


def family_edges(graph, family):
    """Return the edges of a family as relations between ends."""
    return {(e.source, e.relation, e.target) for e in graph.edges if e.family == family}


def node(thing):
    return Start(thing).node


@pytest.fixture
def chain(collection):
    """Four tags on four claims in four documents, each linked to the next."""
    tags = [make.tag(make.document(collection=collection)) for _ in range(4)]
    for one, other in pairwise(tags):
        make.link(one, other)
    return tags


# How far.


@pytest.mark.parametrize(("hops", "expected"), [(1, [0, 1]), (2, [0, 1, 2])])
def test_a_step_goes_along_a_link(chain, reader, hops, expected):
    assert list(reached(reader, chain[0], hops=hops).values()) == expected


def test_a_step_goes_against_the_arrow_too(chain, reader):
    assert reached(reader, chain[3], hops=1) == {chain[3].pk: 0, chain[2].pk: 1}


def test_a_step_goes_to_the_other_tags_of_a_claim(chain, collection, reader):
    other = make.tag(make.document(collection=collection), claim=chain[1].claim)

    assert reached(reader, chain[0], hops=2)[other.pk] == 2


@pytest.mark.parametrize("kind", ["claim", "document", "asserted_by", "held_by"])
def test_a_picture_starts_from_a_claim_a_document_or_somebody(seeds, reader, kind):
    tag = seeds.tag("U09")
    things = {
        "claim": tag.claim,
        "document": seeds.statement,
        "asserted_by": tag.asserted_by,
        "held_by": tag.held_by,
    }

    assert reached(reader, things[kind], hops=1)[tag.pk] == 0


def test_the_nearest_come_first_and_no_more_than_asked(chain, reader):
    walk = Walk(reader, Start(chain[0]), hops=2)

    assert reached_tags(walk, most=2) == {chain[0].pk: 0, chain[1].pk: 1}


def test_a_ring_of_links_ends(chain, reader):
    make.link(chain[3], chain[0])

    assert set(reached(reader, chain[0], hops=2).values()) == {0, 1, 2}


# What is left out.


@pytest.mark.parametrize("status", [TagStatus.STALE, TagStatus.WITHDRAWN, TagStatus.REJECTED])
def test_a_tag_that_does_not_stand_is_not_reached(collection, reader, status):
    tag = make.tag(make.document(collection=collection), status=status)

    assert reached(reader, tag.claim) == {}
    assert reached(reader, tag) == {}


@pytest.mark.parametrize("status", [LinkStatus.STALE, LinkStatus.WITHDRAWN])
def test_a_link_that_does_not_stand_leads_nowhere(collection, reader, status):
    one, other = (make.tag(make.document(collection=collection)) for _ in range(2))
    make.link(one, other, status=status)

    assert reached(reader, one) == {one.pk: 0}


def test_links_of_other_families_are_neither_walked_nor_drawn(chain, reader):
    graph = picture(reader, chain[0], families=("dialogue",))

    assert [n.type for n in graph.nodes].count("tag") == 1
    assert [e for e in graph.edges if e.family] == []


def test_a_stance_is_a_filter_that_spares_the_start(chain, collection, reader):
    denial = make.tag(make.document(collection=collection), stance="denies")
    make.link(chain[0], denial)

    assert set(reached(reader, chain[0], stances=("denies",))) == {chain[0].pk, denial.pk}


def test_a_collection_is_a_filter(chain, reader):
    elsewhere = make.tag()
    make.link(chain[0], elsewhere)
    there = elsewhere.passage.text_version.document.collection.slug

    assert set(reached(reader, chain[0], collections=(there,), hops=1)) == {
        chain[0].pk,
        elsewhere.pk,
    }


def test_a_state_is_a_filter_of_tags_and_links(collection, reader):
    claim = make.claim()
    document = make.document(collection=collection)
    accepted, submitted = (
        make.tag(document, words, claim=claim, status=status)
        for words, status in (("State", TagStatus.ACCEPTED), ("naïve", TagStatus.SUBMITTED))
    )
    make.link(accepted, submitted)

    assert set(reached(reader, claim, status="accepted")) == {accepted.pk}
    assert set(reached(reader, claim, status="submitted")) == {submitted.pk}


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ((2011, 1, 1), None, {"2011", "2020"}),
        ((2011, 3, 31), None, {"2020"}),
        (None, (2011, 3, 30), {"2011"}),
        ((2011, 3, 30), (2011, 3, 30), {"2011"}),
        (None, None, {"2011", "2020", "never"}),
    ],
)
def test_dates_are_those_on_which_it_was_said(collection, reader, since, until, found):
    claim = make.claim()
    days = {"2011": datetime.date(2011, 3, 30), "2020": datetime.date(2020, 1, 1), "never": None}
    tags = {
        make.tag(make.document(collection=collection, uttered_on=day), claim=claim).pk: name
        for name, day in days.items()
    }
    asked = {"since": since and datetime.date(*since), "until": until and datetime.date(*until)}

    assert {tags[key] for key in reached(reader, claim, **asked)} == found


# Lines.


def test_links_are_drawn_as_they_are_stored(seeds, reader):
    link = seeds.link("L01")

    [edge] = [e for e in picture(reader, seeds.claim("C01")).edges if e.id == f"link:{link.pk}"]

    assert (edge.source, edge.target) == (f"tag:{link.from_tag_id}", f"tag:{link.to_tag_id}")
    assert (edge.family, edge.relation, edge.is_symmetric) == ("agree", "corroborates", True)
    assert edge.rationale == link.rationale


def test_a_tag_hangs_on_its_claim_document_voice_and_holder(seeds, reader):
    tag = seeds.tag("U09")

    edges = picture(reader, tag, hops=1).edges

    assert {(e.type, e.target) for e in edges if e.source == node(tag) and not e.family} == {
        ("stance", "claim:C01"),
        ("document", f"document:{seeds.statement.pk}"),
        ("asserted_by", f"agent:{tag.asserted_by_id}"),
        ("held_by", f"agent:{tag.held_by_id}"),
    }


SAME_CLAIM = [
    ("asserts", "asserts", {"agree"}),
    ("asserts", "denies", {"conflict"}),
    ("denies", "denies", {"agree"}),
    ("asserts", "questions", set()),
    ("questions", "questions", set()),
]


@pytest.mark.parametrize(("one", "other", "families"), SAME_CLAIM)
def test_what_follows_from_two_tags_on_one_claim_is_computed(
    collection, reader, one, other, families
):
    claim = make.claim()
    for stance in (one, other):
        make.tag(make.document(collection=collection), claim=claim, stance=stance)

    edges = [e for e in picture(reader, claim).edges if e.is_computed]

    assert {e.family for e in edges} == families


def test_one_voice_does_not_agree_with_itself(collection, reader):
    document, claim = make.document(collection=collection), make.claim()
    make.tag(document, "State", claim=claim)
    make.tag(document, "naïve", claim=claim)

    assert [e for e in picture(reader, claim).edges if e.is_computed] == []


def test_two_reports_of_the_same_holder_agree(collection, reader):
    claim, holder = make.claim(), make.agent()
    for _ in range(2):
        make.tag(
            make.document(collection=collection), claim=claim, stance="attributes", held_by=holder
        )

    [edge] = [e for e in picture(reader, claim).edges if e.is_computed]

    assert (edge.relation, edge.words) == ("same_holder", "is about the same position as")


@pytest.mark.parametrize("stance", ["endorses", "rejects"])
def test_who_reports_a_position_takes_no_side_with_who_does(collection, reader, stance):
    claim, holder = make.claim(), make.agent()
    for one in ("attributes", stance):
        make.tag(make.document(collection=collection), claim=claim, stance=one, held_by=holder)

    [edge] = [e for e in picture(reader, claim).edges if e.is_computed]

    assert edge.relation == "same_holder"


def test_for_and_against_the_same_holder_is_a_conflict(collection, reader):
    claim, holder = make.claim(), make.agent()
    for stance in ("endorses", "rejects"):
        make.tag(make.document(collection=collection), claim=claim, stance=stance, held_by=holder)

    assert [e.family for e in picture(reader, claim).edges if e.is_computed] == ["conflict"]


def test_what_a_link_says_is_not_computed_again(collection, reader):
    claim = make.claim()
    one, other = (make.tag(make.document(collection=collection), claim=claim) for _ in range(2))
    make.link(one, other, relation="corroborates")

    assert family_edges(picture(reader, claim), "agree") == {
        (node(one), "corroborates", node(other))
    }


def test_a_link_of_another_family_leaves_the_computed_line(collection, reader):
    claim = make.claim()
    one, other = (make.tag(make.document(collection=collection), claim=claim) for _ in range(2))
    make.link(one, other, relation="responds_to")

    assert family_edges(picture(reader, claim), "agree") == {(node(one), "same_side", node(other))}


def test_copies_lead_to_where_they_are_copied_from(collection, reader, curator):
    document, upstream = (make.document(collection=collection) for _ in range(2))
    tag = make.tag(document)
    by = {"upstream": upstream, "created_by": curator}
    Derivation.objects.create(document=document, kind="press_release_of", **by)
    Derivation.objects.create(passage=tag.passage, kind="verbatim_quote", **by)
    TagDerivation.objects.create(tag=tag, kind="paraphrase", **by)

    assert family_edges(picture(reader, tag), "provenance") == {
        (node(document), "derives_from", node(upstream)),
        (node(tag), "quotes", node(upstream)),
        (node(tag), "derives_from", node(upstream)),
    }


@pytest.fixture
def outlets(collection):
    """Return two who speak on one claim in documents of their own, and somebody who does not."""
    claim, agents = make.claim(), [make.agent(kind="media") for _ in range(3)]
    for agent in agents[:2]:
        make.tag(make.document(collection=collection, author=agent), claim=claim)
    return claim, *agents


def test_two_who_are_not_independent_are_joined_by_a_line_that_says_why(outlets, reader, curator):
    claim, one, other, elsewhere = outlets
    join_agents(other, one, by=curator, reason="The one owns the other.")
    join_agents(one, elsewhere, by=curator, reason="And this one too.")

    graph = picture(reader, claim)

    [line] = [edge for edge in graph.edges if edge.family == "provenance"]
    assert (line.source, line.target, line.type) == (node(one), node(other), "not_independent")
    assert (line.words, line.rationale) == ("is not independent of", "The one owns the other.")
    assert line.is_symmetric
    assert family_edges(picture(reader, claim, families=("agree",)), "provenance") == set()


def test_what_a_collection_knows_of_two_is_shown_to_its_members_only(
    outlets, closed, insider, stranger
):
    claim, one, other, _elsewhere = outlets
    keeper = make.member(closed, "curator")
    join_agents(one, other, by=keeper, reason="Hushed ownership.", home=closed)

    assert "Hushed" in str(picture(insider, claim))
    assert "Hushed" not in str(picture(stranger, claim))
    assert family_edges(picture(stranger, claim), "provenance") == set()


# What does not fit.


def test_of_too_much_the_nearest_is_shown_and_it_is_said(chain, reader, monkeypatch):
    monkeypatch.setattr(module, "MOST_NODES", 8)

    graph = picture(reader, chain[0])

    assert graph.is_cut
    assert [n.id for n in graph.nodes if n.type == "tag"] == [node(chain[0]), node(chain[1])]
    nodes = {n.id for n in graph.nodes}
    assert {end for e in graph.edges for end in (e.source, e.target)} <= nodes


def test_what_fits_is_not_said_to_be_cut(chain, reader, monkeypatch):
    monkeypatch.setattr(module, "MOST_NODES", 12)

    assert not picture(reader, chain[0]).is_cut


def test_too_many_computed_lines_are_thinned_and_it_is_said(collection, reader, monkeypatch):
    monkeypatch.setattr(module, "MOST_COMPUTED", 2)
    claim = make.claim()
    for _ in range(3):
        make.tag(make.document(collection=collection), claim=claim)

    graph = picture(reader, claim)

    assert graph.is_thinned
    assert len([e for e in graph.edges if e.is_computed]) == 2


# Who may see it.


@pytest.fixture
def secret(chain, closed, insider, collection):
    """The first of the chain, linked to a tag in a closed collection that shares its claim."""
    document = make.document(
        collection=closed, title="Hushed", author=make.agent("Hushed", home=closed)
    )
    hidden = make.tag(document, claim=chain[0].claim, by=insider)
    make.link(chain[0], hidden, by=insider)
    copied = chain[0].passage.text_version.document
    with history(by=copied.created_by, action="name_source"):
        Derivation.objects.create(
            document=copied, upstream=document, kind="reports_on", created_by=copied.created_by
        )
    set_membership(collection, insider, "reader", by=insider)
    return hidden


@pytest.mark.parametrize("start", ["tag", "claim", "document", "agent"])
def test_a_stranger_sees_nothing_of_a_closed_collection(chain, secret, stranger, insider, start):
    tag = chain[0]
    things = {
        "tag": tag,
        "claim": tag.claim,
        "document": tag.passage.text_version.document,
        "agent": tag.asserted_by,
    }

    assert "Hushed" not in str(picture(stranger, things[start]))
    assert "Hushed" in str(picture(insider, things[start]))


def test_no_path_leads_through_a_closed_collection(chain, secret, collection, stranger, insider):
    behind = make.tag(make.document(collection=collection))
    make.link(secret, behind, by=insider)

    assert behind.pk not in reached(stranger, chain[0])
    assert behind.pk in reached(insider, chain[0])


def test_a_hidden_document_is_nowhere_an_origin(chain, collection, reader, curator):
    upstream = make.document(collection=collection)
    document = chain[0].passage.text_version.document
    Derivation.objects.create(
        document=document, upstream=upstream, kind="reports_on", created_by=curator
    )
    upstream.status = DocumentStatus.HIDDEN
    with history(by=curator, action="hide_document"):
        upstream.save()

    assert family_edges(picture(reader, chain[0]), "provenance") == set()


def test_a_picture_takes_as_many_queries_whatever_it_shows(
    chain, seeds, reader, django_assert_num_queries
):
    statement = seeds.statement

    with django_assert_num_queries(9):
        picture(reader, chain[0])
    with django_assert_num_queries(9):
        picture(reader, statement)

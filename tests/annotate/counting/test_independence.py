"""Counting independent sources: the worked reference, what holds always, and hand-made cases."""

import itertools
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.counting.components import Kind
from annotate.counting.independence import Count, Statement, Step, Ties, count

A, B, C, D, E = 1, 2, 3, 4, 5
REFERENCE = json.loads((Path(__file__).parents[3] / "seeds/reference.json").read_text("utf-8"))
NUMBERS = ("own_words", "said_to_hold", "affirmed", "attested", "denied")
_tags = itertools.count(1)


def said(stance="asserts", voice=A, holder=None, *, by=None, at=100, origins=(), tag=None):
    """Return a statement; `by` passes it on, `at` is its document."""
    number = next(_tags) if tag is None else tag
    return Statement(number, stance, voice, holder, by, at, frozenset(origins))


def agents(groups):
    return [group.agents for group in groups]


def numbers(counted: Count) -> dict[str, int]:
    return {name: len(getattr(counted, name)) for name in NUMBERS}


def bound(kind, one, other, reason=""):
    return Ties(bonds=(Step(kind, one, other, reason),))


# The reference, worked by hand.


class Reference:
    """The reference as counting takes it: agents and documents by number."""

    def __init__(self, reference):
        self.reference = reference
        names = [agent["name"] for agent in reference["agents"]]
        self.agent = {name: number for number, name in enumerate(names, 1)}
        works = [work["document"] for work in reference["documents"]]
        works += [work["id"] for work in reference["external_sources"]]
        self.work = {name: number for number, name in enumerate(works, 1)}
        self.origins = {
            row["from"]: frozenset({self.work[row["to"]]}) for row in reference["derivations"]
        }

    def statement(self, number, row):
        document = row["document"]
        scopes = (f"{document}#tag-{row['id']}", f"{document}#passage-{row['passage']}", document)
        named = (self.origins[scope] for scope in scopes if scope in self.origins)
        holder = None if row["held_by"] == row["asserted_by"] else self.agent.get(row["held_by"])
        return Statement(
            number,
            row["stance"],
            self.agent[row["asserted_by"]],
            holder,
            self.agent.get(row["conveyed_by"]),
            self.work[document],
            next(named, frozenset()),
        )

    def ties(self):
        kinds: dict[str, Kind] = {"acts_for": "acts_for", "independence_parent": "part_of"}
        works = [(row["document"], row["author"]) for row in self.reference["documents"]]
        works += [(row["id"], row["author"]) for row in self.reference["external_sources"]]
        return Ties(
            bonds=[
                Step(kind, self.agent[row["name"]], self.agent[row[key]])
                for row in self.reference["agents"]
                for key, kind in kinds.items()
                if row.get(key)
            ],
            sources={
                self.work[name]: upstream
                for name, upstream in self.origins.items()
                if name in self.work
            },
            authors={self.work[work]: self.agent[author] for work, author in works},
        )

    def count(self, claim):
        rows = [row for row in self.reference["tags"] if row["claim"] == claim]
        return count([self.statement(*row) for row in enumerate(rows, 1)], self.ties())

    def names(self, groups):
        names = {number: name for name, number in self.agent.items()}
        return sorted(sorted(names[agent] for agent in group.agents) for group in groups)


@pytest.fixture(scope="module")
def reference():
    return Reference(REFERENCE)


@pytest.mark.parametrize("claim", sorted(REFERENCE["expected_counts"]))
def test_the_reference_is_counted_as_worked_by_hand(reference, claim):
    expected = REFERENCE["expected_counts"][claim]

    counted = reference.count(claim)

    assert {
        "affirmed_by": reference.names(counted.affirmed),
        "attested_by": reference.names(counted.attested),
        "denied_by": reference.names(counted.denied),
    } == expected["groups"]
    assert len(counted.affirmed) == expected["independent_affirmed"]
    assert len(counted.attested) == expected["independent_attested"]
    assert len(counted.denied) == expected["independent_denied"]
    assert counted.contested == expected["contested"]


@pytest.mark.parametrize("claim", ["C01", "C03"])
def test_the_organization_never_says_so_itself(reference, claim):
    counted = reference.count(claim)

    assert counted.own_words == ()
    assert reference.names(counted.said_to_hold) == [["Shanghai Cooperation Organization"]]


# What holds always.

STANCES = ("asserts", "denies", "questions", "endorses", "rejects", "attributes")
AGENTS = st.integers(1, 7)
WORKS = st.integers(1, 6)


@st.composite
def statements(draw):
    """Some statements of seven agents in six documents."""
    return [
        Statement(
            tag,
            stance := draw(st.sampled_from(STANCES)),
            voice := draw(AGENTS),
            draw(AGENTS.filter(lambda holder: holder != voice))
            if stance in ("endorses", "rejects", "attributes")
            else None,
            draw(st.none() | AGENTS.filter(lambda conveyer: conveyer != voice)),
            draw(WORKS),
            draw(st.frozensets(WORKS, max_size=2)),
        )
        for tag in range(1, draw(st.integers(0, 7)) + 1)
    ]


BONDS = st.builds(
    Step, st.sampled_from(("acts_for", "part_of", "became", "member_of", "joined")), AGENTS, AGENTS
).filter(lambda step: step.one != step.other)
TIES = st.builds(
    Ties,
    bonds=st.lists(BONDS, max_size=3).map(tuple),
    sources=st.dictionaries(WORKS, st.frozensets(WORKS, max_size=2), max_size=5),
    authors=st.dictionaries(WORKS, AGENTS),
    proposed=st.frozensets(AGENTS, max_size=2),
    unreviewed=st.frozensets(WORKS, max_size=2),
)


@given(statements(), TIES, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(said_on_it, ties, random):
    before = count(said_on_it, ties)
    bonds = list(ties.bonds)
    random.shuffle(said_on_it)
    random.shuffle(bonds)

    assert count(said_on_it, replace(ties, bonds=bonds)) == before


@given(statements().filter(bool), TIES, st.data())
def test_a_second_tag_by_the_same_voice_changes_nothing(said_on_it, ties, data):
    again = data.draw(st.sampled_from(said_on_it))._replace(tag=99)

    counted = count([*said_on_it, again], ties)

    before = count(said_on_it, ties)
    assert numbers(counted) == numbers(before)
    assert [agents(getattr(counted, name)) for name in NUMBERS] == [
        agents(getattr(before, name)) for name in NUMBERS
    ]


@given(statements().filter(bool), TIES, WORKS, st.data())
def test_a_further_origin_in_the_same_scope_never_raises_a_number(said_on_it, ties, work, data):
    at = data.draw(st.integers(0, len(said_on_it) - 1))
    more = said_on_it[at]._replace(origins=said_on_it[at].origins | {work})

    after = numbers(count([*said_on_it[:at], more, *said_on_it[at + 1 :]], ties))

    before = numbers(count(said_on_it, ties))
    assert all(after[name] <= before[name] for name in NUMBERS)


@given(statements(), TIES, WORKS, WORKS)
def test_a_source_behind_a_document_never_raises_a_number(said_on_it, ties, work, source):
    sources = {**ties.sources, work: frozenset({source, *ties.sources.get(work, ())})}

    after = numbers(count(said_on_it, replace(ties, sources=sources)))

    before = numbers(count(said_on_it, ties))
    assert all(after[name] <= before[name] for name in NUMBERS)


@given(statements(), TIES, BONDS)
def test_a_join_never_raises_a_number(said_on_it, ties, bond):
    after = numbers(count(said_on_it, replace(ties, bonds=(*ties.bonds, bond))))

    before = numbers(count(said_on_it, ties))
    assert all(after[name] <= before[name] for name in NUMBERS)


@given(statements(), TIES, AGENTS, st.sampled_from(("asserts", "denies")), WORKS)
def test_a_proposed_agent_never_raises_a_number(said_on_it, ties, agent, stance, work):
    ties = replace(ties, proposed=ties.proposed | {agent})

    after = numbers(count([*said_on_it, said(stance, agent, origins=[work], tag=99)], ties))

    before = numbers(count(said_on_it, ties))
    assert all(after[name] <= before[name] for name in NUMBERS)


@given(statements(), TIES)
def test_a_number_never_exceeds_the_distinct_agents(said_on_it, ties):
    counted = count(said_on_it, ties)

    named = {who for one in said_on_it for who in (one.voice, one.holder, one.conveyer)} - {None}
    assert max(numbers(counted).values()) <= len(named)


@given(statements(), TIES)
def test_own_words_and_said_to_hold_make_up_who_affirms(said_on_it, ties):
    counted = count(said_on_it, ties)

    assert numbers(counted)["affirmed"] == len(counted.own_words) + len(counted.said_to_hold)
    own = {one.voice for one in said_on_it if one.stance in ("asserts", "endorses")}
    assert all(own.intersection(group.agents) for group in counted.own_words)


@given(st.integers(2, 7), st.sampled_from(("asserts", "denies")), st.data())
def test_a_ring_counts_once_whoever_of_it_is_tagged(length, stance, data):
    source = {outlet: outlet % length + 1 for outlet in range(1, length + 1)}
    tagged = data.draw(st.sets(st.sampled_from(sorted(source)), min_size=1))
    ties = Ties(
        sources={outlet: (source[outlet],) for outlet in source},
        authors={outlet: outlet for outlet in source},
    )

    counted = count([said(stance, one, at=one, origins=[source[one]]) for one in tagged], ties)

    assert len(counted.affirmed) + len(counted.denied) == 1


@given(AGENTS, AGENTS, AGENTS)
def test_a_press_release_and_its_report_count_once(writer, voice, denier):
    report, release = 1, 2
    ties = Ties(authors={report: writer, release: voice})

    counted = count(
        [
            said(voice=writer, at=report),
            said(voice=voice, at=release, origins=[report]),
            said("denies", denier),
        ],
        ties,
    )

    assert len(counted.own_words) == 1


# Hand-made cases.


def test_a_claim_without_tags_has_no_sources():
    assert count([], Ties()) == Count()


def test_two_who_say_so_themselves_are_two():
    counted = count([said(voice=A), said(voice=B)], Ties())

    assert agents(counted.own_words) == [(A,), (B,)]
    assert counted.attested == counted.denied == ()


@pytest.mark.parametrize("kind", ["acts_for", "part_of", "became", "member_of", "joined"])
def test_agents_of_one_body_are_one_source_and_the_count_says_why(kind):
    counted = count([said(voice=A), said(voice=B)], bound(kind, A, B, "one desk"))

    [group] = counted.own_words
    assert group.agents == (A, B)
    assert group.steps == (Step(kind, A, B, "one desk"),)


def test_two_officials_of_one_state_are_one_source():
    ties = Ties(bonds=(Step("acts_for", A, C), Step("acts_for", B, C), Step("acts_for", D, E)))

    [group] = count([said(voice=A), said(voice=B)], ties).own_words

    assert group.agents == (A, B)
    assert group.steps == (Step("acts_for", A, C), Step("acts_for", B, C))


def test_somebody_with_two_employers_joins_them_only_where_they_speak():
    ties = Ties(bonds=(Step("acts_for", C, A), Step("member_of", C, B)))

    assert len(count([said(voice=A), said(voice=B)], ties).own_words) == 2
    assert len(count([said(voice=A), said(voice=B), said(voice=C)], ties).own_words) == 1


def test_who_agrees_with_somebody_is_one_source_with_them():
    counted = count([said("endorses", A, B)], Ties())

    assert agents(counted.own_words) == [(A, B)]
    assert counted.own_words[0].steps == (Step("agrees", A, B),)
    assert agents(counted.attested) == [(A,)]


def test_two_who_agree_with_a_third_are_one_source_and_two_witnesses():
    counted = count([said("endorses", A, C), said("endorses", B, C)], Ties())

    assert agents(counted.own_words) == [(A, B, C)]
    assert agents(counted.attested) == [(A,), (B,)]


def test_what_others_say_somebody_holds_is_not_in_own_words():
    counted = count([said("rejects", A, C), said("attributes", B, C)], Ties())

    assert counted.own_words == ()
    assert agents(counted.said_to_hold) == [(C,)]
    assert agents(counted.attested) == [(A,), (B,)]
    assert agents(counted.denied) == [(A,)]
    assert counted.contested


def test_who_says_so_and_is_said_to_is_counted_in_own_words():
    counted = count([said("attributes", A, B), said(voice=B)], Ties())

    assert agents(counted.own_words) == [(B,)]
    assert counted.said_to_hold == ()


def test_a_question_counts_for_nothing():
    counted = count([said("questions", A, by=B, at=7)], Ties(unreviewed=frozenset({7})))

    assert counted == Count()


def test_a_denial_has_no_witness():
    counted = count([said("denies", A, by=B)], Ties())

    assert counted.attested == counted.affirmed == ()
    assert agents(counted.denied) == [(A,)]
    assert not counted.contested


def test_who_passes_words_on_attests_them():
    counted = count([said(voice=A, by=B)], Ties())

    assert agents(counted.own_words) == [(A,)]
    assert agents(counted.attested) == [(B,)]


def test_a_body_that_passes_on_its_own_officials_words_attests_nothing():
    counted = count([said(voice=A, by=B)], bound("acts_for", A, B))

    assert counted.attested == ()


def test_who_takes_it_from_a_document_is_one_source_with_its_author():
    ties = Ties(authors={9: B})

    [group] = count([said(voice=A, origins=[9]), said(voice=B)], ties).own_words

    assert group.agents == (A, B)
    assert group.steps == (Step("taken_from", A, 9), Step("written_by", 9, B))


def test_a_document_that_nobody_wrote_joins_those_who_copy_it():
    counted = count([said(voice=A, origins=[9]), said(voice=B, origins=[9])], Ties())

    [group] = counted.own_words
    assert group.steps == (Step("taken_from", A, 9), Step("taken_from", B, 9))


def test_origins_that_meet_behind_two_documents_join():
    ties = Ties(sources={8: [10], 9: [10]}, authors={8: C, 9: D, 10: E})

    [group] = count([said(voice=A, origins=[8]), said(voice=B, origins=[9])], ties).own_words

    assert group.agents == (A, B)
    assert group.steps == (
        Step("taken_from", A, 8),
        Step("taken_from", B, 9),
        Step("copied_from", 8, 10),
        Step("copied_from", 9, 10),
    )


def test_two_voices_on_one_page_are_two_sources():
    counted = count([said(voice=A, by=C, at=9), said(voice=B, by=C, at=9)], Ties(authors={9: C}))

    assert agents(counted.own_words) == [(A,), (B,)]
    assert agents(counted.attested) == [(C,)]


def test_two_reports_of_one_wire_are_one_witness():
    ties = Ties(authors={9: D})
    reports = [said("attributes", voice, C, origins=[9]) for voice in (A, B)]

    assert agents(count(reports, ties).attested) == [(A, B)]


def test_two_who_report_the_holders_own_speech_are_two_witnesses():
    ties = Ties(authors={9: C}, sources={9: [10]})
    reports = [said("attributes", voice, C, origins=[9]) for voice in (A, B)]

    assert agents(count(reports, ties).attested) == [(A,), (B,)]


def test_the_holders_own_speech_joins_those_who_report_another_by_it():
    ties = Ties(authors={9: C})
    reports = [said("attributes", A, C, origins=[9])]
    reports += [said("attributes", voice, D, origins=[9]) for voice in (B, E)]

    assert agents(count(reports, ties).attested) == [(A,), (B, E)]


def test_a_nearer_scope_sets_aside_what_was_said_of_the_whole_document():
    """The one thing that can raise a number: it says more exactly where words come from."""
    report, speech = 8, 9
    ties = Ties(authors={report: B, speech: A})

    assert len(count([said(voice=A, origins=[report]), said(voice=B)], ties).own_words) == 1
    assert len(count([said(voice=A, origins=[speech]), said(voice=B)], ties).own_words) == 2


def test_a_proposed_agent_is_not_counted_but_named():
    counted = count([said(voice=A), said("denies", B)], Ties(proposed=frozenset({A, B})))

    assert numbers(counted) == dict.fromkeys(NUMBERS, 0)
    assert counted.unconfirmed == (A, B)


def test_a_proposed_agent_stands_with_those_it_belongs_to():
    ties = replace(bound("part_of", A, B), proposed=frozenset({A}))

    counted = count([said(voice=A), said("attributes", C, B)], ties)

    assert agents(counted.said_to_hold) == [(A, B)]
    assert counted.own_words == ()


def test_numbers_are_at_most_while_a_provenance_is_not_reviewed():
    ties = Ties(unreviewed=frozenset({7}))

    assert count([said(at=7), said(at=8)], ties).at_most
    assert not count([said(at=8)], ties).at_most


def test_second_looks_are_passed_through():
    assert count([], Ties(), second_looks=4).second_looks == 4


def test_a_group_has_all_tags_of_its_agents():
    counted = count([said(voice=A, tag=3), said("endorses", B, A, tag=1)], Ties())

    assert counted.own_words[0].tags == (1, 3)


def test_a_long_chain_of_copies_is_one_source():
    length = 3_000
    ties = Ties(
        sources={work: [work + 1] for work in range(1, length)},
        authors={work: work for work in range(1, length + 1)},
    )
    chain = [said(voice=work, at=work, origins=[work + 1]) for work in range(1, length)]

    assert len(count(chain, ties).own_words) == 1

"""Several merges of agents, undone in any order, leave everything as it was before them."""

import random
from itertools import pairwise

import pytest
from django.db import transaction

from annotate.actions.joins import join_agents
from annotate.codebook.agent_merges import merge_agents, undo_agent_merge
from annotate.models import AgentJoin, AgentMerge, Link, Tag
from annotate.models.bearing import corroborate
from corpus.actions import make_ready
from corpus.models import Agent, Document, Passage
from corpus.models.agent import AgentStatus, GroupMember
from tests import make
from tests.annotate.codebook.test_claim_merges import again, state

WHY = "It is the same State."
STANCES = ("asserts", "denies", "rejects", "endorses", "attributes")
WORDS = ("The State", "things", "terrorism", "human rights")
TABLES = (Document, Passage, Agent, GroupMember, AgentJoin, Tag)


def everything():
    return {model.__name__: state(model) for model in TABLES}


def all_but_what_agents_took_over():
    """Return everything but what an agent took over from those that became it."""
    taken_over = ("acts_for_id", "independence_parent_id", "country", "aliases")
    found = everything()
    found["Agent"] = [
        {name: row[name] for name in row if name not in taken_over} for row in found["Agent"]
    ]
    return found


def standing_links():
    return {link["id"]: link["status"] for link in state(Link)}


class World:
    """Five agents with documents, quotes, tags, links, groups and joins, all chosen by `dice`."""

    def __init__(self, dice, collection, closed, people, curators):
        self.dice, self.people = dice, people
        status = [AgentStatus.ACTIVE, AgentStatus.PROPOSED]
        aliases = ["Zed", "Ypsilon", "Xi"]
        self.agents = [
            make.agent(status=dice.choice(status), aliases=dice.sample(aliases, dice.randint(0, 2)))
            for _ in range(5)
        ]
        for agent in self.agents[:3]:
            others = [other for other in self.agents if other != agent]
            agent.acts_for = dice.choice([None, *others])
            agent.independence_parent = dice.choice([None, *others])
            agent.save()
        groups = [self.agents[0], make.agent(kind="group")]
        for group in groups:
            group.members.add(*dice.sample(self.agents[1:], 3))
        homes = ((None, curators[0]), (closed, curators[1]))
        for home, curator in homes:
            for one, other in self.pairs(4):
                join_agents(one, other, by=curator, reason="One owns the other.", home=home)
        self.claim = make.claim()
        self.documents = [self.document(agent, collection) for agent in self.agents]
        self.tags = [tag for _ in range(24) if (tag := self.tag())]
        self.link()

    def pairs(self, count):
        found = {tuple(sorted(self.dice.sample(range(5), 2))) for _ in range(count)}
        return [(self.agents[one], self.agents[other]) for one, other in sorted(found)]

    def document(self, author, collection):
        made = make.document(collection=collection, author=author, ready=False)
        quoted = self.dice.choice([agent for agent in self.agents if agent != author])
        kind = self.dice.choice(["block_quote", "paragraph"])
        make.describe(make.passage(made, 3), kind=kind, voice=quoted)
        make_ready(made, by=self.people[0])
        return made

    def tag(self):
        dice, document = self.dice, self.dice.choice(self.documents)
        place = make.passage(document, dice.choice([2, 3]))
        voice = place.voice or place.text_version.document.author
        asserted = dice.choice([voice, voice, *self.agents])
        held = dice.choice([agent for agent in self.agents if agent != asserted])
        stance = dice.choice(STANCES)
        words = dice.choice([word for word in WORDS if word in place.text])
        status = dice.choice(["submitted", "accepted", "submitted", "withdrawn", "stale"])
        by, on_another = dice.choice(self.people), stance not in ("asserts", "denies")
        taken = Tag.objects.filter(
            created_by=by, passage=place, exact=words, held_by=held if on_another else None
        )
        if taken.exists():
            return None
        return make.tag(
            place,
            words,
            claim=self.claim,
            stance=stance,
            asserted_by=asserted,
            held_by=held if on_another else None,
            by=by,
            status=status,
            status_before="submitted" if status in ("withdrawn", "stale") else "",
        )

    def link(self):
        live = [tag for tag in self.tags if tag.is_live]
        for one in live:
            for other in live:
                if one.pk < other.pk and corroborate(one, other) and self.dice.random() < 0.5:
                    make.link(one, other, "corroborates", by=self.people[0])
        for one, other in pairwise(live):
            make.link(one, other, "supports", by=self.people[1])

    def merge(self, curator):
        ours = Agent.objects.filter(pk__in=[agent.pk for agent in self.agents])
        standing = list(ours.exclude(status="merged").order_by("pk"))
        if len(standing) > 1:
            source, target = self.dice.sample(standing, 2)
            merge_agents(source, target, by=curator, reason=WHY)

    def chain(self):
        """Return three or four merges of which each may stand without any other."""
        standing = list(self.agents)
        for _ in range(self.dice.randint(2, 4)):
            source, target = self.dice.sample(standing, 2)
            standing.remove(source)
            yield source, target

    def merge_all(self, pairs, curator):
        return [
            merge_agents(again(source), again(target), by=curator, reason=WHY)
            for source, target in pairs
        ]

    def undo(self, curator):
        merges = list(AgentMerge.objects.standing().order_by("pk"))
        if merges:
            undo_agent_merge(self.dice.choice(merges), by=curator)

    def act(self, curator):
        self.dice.choice([self.merge, self.merge, self.undo])(curator)


def tried(seed, collection, closed, people, curators, *, restless):
    """Merge by the dice, undo all by the dice; return what there was, is, and the links."""
    world = World(random.Random(seed), collection, closed, people, curators)
    before, links = everything(), standing_links()
    for _ in range(8 if restless else 3):
        (world.act if restless else world.merge)(curators[0])
    while AgentMerge.objects.standing().exists():
        world.undo(curators[0])
    return (before, links), (everything(), standing_links())


@pytest.mark.parametrize("restless", [False, True])
@pytest.mark.parametrize("seed", range(6))
def test_merges_undone_in_any_order_leave_everything_as_it_was(
    collection, closed, curator, curator_elsewhere, reviewer, colleague, seed, restless
):
    before, after = tried(
        seed,
        collection,
        closed,
        (reviewer, colleague),
        (curator, curator_elsewhere),
        restless=restless,
    )

    assert after == before


def test_each_in_a_transaction_of_its_own(
    committing_db, collection, closed, curator, curator_elsewhere, reviewer, colleague
):
    before, after = tried(
        99, collection, closed, (reviewer, colleague), (curator, curator_elsewhere), restless=True
    )

    assert after == before


@pytest.mark.parametrize("seed", range(100, 106))
def test_without_one_of_several_merges_all_says_what_it_would_have_said(
    collection, closed, curator, curator_elsewhere, reviewer, colleague, seed
):
    dice = random.Random(seed)
    world = World(dice, collection, closed, (reviewer, colleague), (curator, curator_elsewhere))
    pairs = list(world.chain())
    left_out = dice.randrange(len(pairs))
    start = transaction.savepoint_create()
    world.merge_all(pairs[:left_out] + pairs[left_out + 1 :], curator)
    expected = all_but_what_agents_took_over(), standing_links()
    transaction.savepoint_rollback(start)

    merges = world.merge_all(pairs, curator)
    undo_agent_merge(merges[left_out], by=curator)

    assert (all_but_what_agents_took_over(), standing_links()) == expected

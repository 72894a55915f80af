"""How many independent sources a brief prints for a claim: the one place where a brief counts."""

from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from annotate.briefs.scope import Scope
from annotate.counting.independence import Count, Group
from annotate.models import Tag
from annotate.models.tag import TagQuerySet
from annotate.queries.counts import counts_in
from annotate.queries.selections import Selection
from annotate.queries.sources import Names, documents_in, split_by
from corpus.models import Agent, Document, Person
from corpus.models import Collection as Place


@dataclass(frozen=True)
class Source:
    """One independent source: the names that count as one, and why they do.

    `beside` are who is only said to hold it, where `names` say so themselves.
    """

    names: tuple[str, ...]
    beside: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sources:
    """The independent sources of one claim.

    `at_most`: there may be fewer, because nobody has reviewed where all of it comes from;
    `unconfirmed` are names no curator has confirmed, which are therefore not counted.
    `documents` are all on which the numbers and their reasons rest.
    """

    own_words: tuple[Source, ...] = ()
    said_to_hold: tuple[Source, ...] = ()
    attested: tuple[Source, ...] = ()
    denied: tuple[Source, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    second_looks: int = 0
    at_most: bool = False
    documents: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class _InScope(Selection):
    """What can be read in a brief's scope, also of who belongs to whom and what is copied."""

    scope: Scope

    def readable_tags(self) -> TagQuerySet:
        documents = self.readable_documents().values("pk")
        return Tag.objects.filter(passage__text_version__document__in=documents)

    def readable_documents(self) -> QuerySet[Document]:
        return super().readable_documents().filter(collection__in=self.scope.keys)

    def readable_agents(self) -> QuerySet[Agent]:
        return super().readable_agents().filter(Q(home=None) | Q(home__in=self.scope.keys))

    def readable_collections(self) -> QuerySet[Place]:
        return super().readable_collections().filter(pk__in=self.scope.keys)


def sources_of(claims: Collection[int], *, scope: Scope) -> dict[int, Sources]:
    """Return the sources of each claim, by its id, in twelve queries whatever their number.

    Counted is what every member of the brief's collection sees, and nothing else (I20).
    """
    if not isinstance(scope.reader, Person):
        return {claim: Sources() for claim in claims}
    counts = counts_in(_InScope(scope.reader, scope=scope), claims)
    groups = [group for count in counts.values() for group in _groups(count)]
    unconfirmed = {agent for count in counts.values() for agent in count.unconfirmed}
    names = Names.of(groups, unconfirmed, {}, scope.reader)
    stand_in = _documents_of(groups)
    return {claim: _named(count, names, stand_in) for claim, count in counts.items()}


def _groups(count: Count) -> tuple[Group, ...]:
    return (*count.affirmed, *count.attested, *count.denied)


def _documents_of(groups: Iterable[Group]) -> dict[int, int]:
    """Return the document of every tag that counts."""
    tags = {tag for group in groups for tag in group.tags}
    found = Tag.objects.filter(pk__in=tags).order_by()
    return dict(found.values_list("pk", "passage__text_version__document"))


def _rests_on(count: Count, stand_in: Mapping[int, int]) -> frozenset[int]:
    """Return the documents in which something counts, and those that say why two are one."""
    groups = _groups(count)
    said = {stand_in[tag] for group in groups for tag in group.tags}
    return frozenset(said.union(*(documents_in(step) for group in groups for step in group.steps)))


def _named(count: Count, names: Names, stand_in: Mapping[int, int]) -> Sources:
    def source(group: Group, speakers: Container[int]) -> Source:
        own, beside = (
            tuple(sorted(names.agents[agent] for agent in agents))
            for agents in split_by(group, speakers)
        )
        return Source(own, beside, tuple(names.reason(step) for step in group.steps))

    def named(groups: Iterable[Group], speakers: Container[int] = ()) -> tuple[Source, ...]:
        sources = (source(group, speakers) for group in groups)
        return tuple(sorted(sources, key=lambda source: source.names))

    return Sources(
        own_words=named(count.own_words, count.speakers),
        said_to_hold=named(count.said_to_hold),
        attested=named(count.attested),
        denied=named(count.denied),
        unconfirmed=tuple(sorted(names.agents[agent] for agent in count.unconfirmed)),
        second_looks=count.second_looks,
        at_most=count.at_most,
        documents=_rests_on(count, stand_in),
    )

"""How many independent sources a brief prints for a claim: the one place where a brief counts."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from annotate.independence import Count, Group
from annotate.models import Tag
from annotate.models.tag import TagQuerySet
from annotate.queries.brief_scope import Scope
from annotate.queries.counts import counts_in
from annotate.queries.selections import Selection
from annotate.queries.sources import Names
from corpus.models import Agent, Document, Person


@dataclass(frozen=True)
class Source:
    """One independent source: the names that count as one, and why they do."""

    names: tuple[str, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sources:
    """The independent sources of one claim.

    `at_most`: there may be fewer, because nobody has reviewed where all of it comes from;
    `unconfirmed` are names no curator has confirmed, which are therefore not counted.
    """

    own_words: tuple[Source, ...] = ()
    said_to_hold: tuple[Source, ...] = ()
    attested: tuple[Source, ...] = ()
    denied: tuple[Source, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    second_looks: int = 0
    at_most: bool = False


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


def sources_of(claims: Collection[int], *, scope: Scope) -> dict[int, Sources]:
    """Return the sources of each claim, by its id, in eleven queries whatever their number.

    Counted is what every member of the brief's collection sees, and nothing else (I20).
    """
    if not isinstance(scope.reader, Person):
        return {claim: Sources() for claim in claims}
    counts = counts_in(_InScope(scope.reader, scope=scope), claims)
    groups = [group for count in counts.values() for group in _groups(count)]
    unconfirmed = {agent for count in counts.values() for agent in count.unconfirmed}
    names = Names.of(groups, unconfirmed, {}, scope.reader)
    return {claim: _named(count, names) for claim, count in counts.items()}


def _groups(count: Count) -> tuple[Group, ...]:
    return (*count.affirmed, *count.attested, *count.denied)


def _named(count: Count, names: Names) -> Sources:
    def named(groups: Iterable[Group]) -> tuple[Source, ...]:
        sources = (
            Source(
                tuple(sorted(names.agents[agent] for agent in group.agents)),
                tuple(names.reason(step) for step in group.steps),
            )
            for group in groups
        )
        return tuple(sorted(sources, key=lambda source: source.names))

    return Sources(
        own_words=named(count.own_words),
        said_to_hold=named(count.said_to_hold),
        attested=named(count.attested),
        denied=named(count.denied),
        unconfirmed=tuple(sorted(names.agents[agent] for agent in count.unconfirmed)),
        second_looks=count.second_looks,
        at_most=count.at_most,
    )

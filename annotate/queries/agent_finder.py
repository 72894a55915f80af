"""Agents in a picker, and those whose name may mean the same as a new one."""

import re
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Case, F, FloatField, Func, IntegerField, Q, TextField, Value, When
from django.db.models.functions import Concat, Greatest, Length, Upper
from django.db.models.sql.compiler import SQLCompiler

from annotate.models import Tag
from annotate.queries.matching import begins_with, contains, contains_all, words_of
from corpus.access import Reader
from corpus.models import Agent
from corpus.models.agent import AgentQuerySet

LIMIT = 12
RECENT_TAGS = 200  # how far back the agents of a collection are looked for
NEAR = 0.5  # trigram similarity from which two names look the same
SMALL_WORDS = "the|of|and|for|on|in|to|a|an|at|by"
LONGEST_ACRONYM = 8
BETWEEN = " · "


def find_agents(
    query: str, *, reader: Reader, collection_id: int, limit: int = LIMIT
) -> list[Agent]:
    """Return the agents `query` may mean in the collection, the likeliest first.

    By name, by other names, by initials and by what is spelled nearly so. Nothing typed: those
    named last in the collection.
    """
    agents = usable_agents(reader, collection_id)
    query = " ".join(query.split())
    if not query:
        return _named_last(agents, reader, collection_id)[:limit]
    places = (
        _is_called(query) | _has_initials(query),
        begins_with("name", query),
        Q(name__iregex=rf"\m{re.escape(query)}"),
        contains_all("spellings", words_of(query)),
        Q(spellings__trigram_word_similar=query),
    )
    rank = Case(
        *(When(place, then=Value(number)) for number, place in enumerate(places)),
        default=Value(len(places)),
        output_field=IntegerField(),
    )
    found = agents.annotate(rank=rank).filter(rank__lt=len(places))
    likeness = TrigramWordSimilarity(query, "spellings")
    return list(found.order_by("rank", likeness.desc(), Length("name"), "pk")[:limit])


def near_same_agents(name: str, reader: Reader, collection_id: int, limit: int = 5) -> list[Agent]:
    """Return the agents whose name, other names or initials `name` may be."""
    agents = Agent.objects.visible_to(reader).usable_in(collection_id)
    return near_among(agents, " ".join(name.split()), limit)


def near_among(agents: AgentQuerySet, name: str, limit: int) -> list[Agent]:
    """Return those of `agents` whose name, other names or initials `name` may be."""
    likeness = Greatest(*(_Likeness(name), *(_Likeness(other) for other in _written_out(name))))
    near = _with_spellings(agents).annotate(likeness=likeness)
    same = Q(likeness__gte=NEAR) | _has_initials(name) | _is_written_out(name)
    return list(near.filter(same).order_by("-likeness", "pk")[:limit])


def usable_agents(reader: Reader, collection_id: int) -> AgentQuerySet:
    """Return the agents that `reader` may see and name in the collection.

    Each with all its `spellings` in one text and the `initials` of its name.
    """
    return _with_spellings(Agent.objects.visible_to(reader).usable_in(collection_id))


def _with_spellings(agents: AgentQuerySet) -> AgentQuerySet:
    names = Func(F("name"), F("aliases"), function="array_prepend")
    joined = Func(names, Value(BETWEEN), function="array_to_string", output_field=TextField())
    great_words = _replaced(F("name"), rf"\m({SMALL_WORDS})\M", "")
    spelled: AgentQuerySet = agents.annotate(
        spellings=Concat(Value(BETWEEN), joined, Value(BETWEEN), output_field=TextField()),
        initials=Upper(_replaced(great_words, r"(\w)\w*\W*", r"\1")),
    )
    return spelled


def _named_last(agents: AgentQuerySet, reader: Reader, collection_id: int) -> list[Agent]:
    tags = Tag.objects.visible_to(reader).filter(
        passage__text_version__document__collection=collection_id
    )
    pairs = tags.order_by("-pk").values_list("held_by", "asserted_by")[:RECENT_TAGS]
    keys = list(dict.fromkeys(key for pair in pairs for key in pair if key))
    by_key = agents.in_bulk(keys)
    recent = [by_key[key] for key in keys if key in by_key]
    return recent or list(agents.order_by("name", "pk")[:LIMIT])


def _replaced(text: F | Func, pattern: str, by: str) -> Func:
    return Func(
        text,
        Value(pattern),
        Value(by),
        Value("gi"),
        function="regexp_replace",
        output_field=TextField(),
    )


class _Likeness(Func):
    """The similarity of a name to the likest of an agent's names, from 0 to 1."""

    output_field = FloatField()

    def __init__(self, typed: str) -> None:
        super().__init__(Value(typed), F("name"), F("aliases"))

    def as_sql(  # type: ignore[override]  # nobody gives it another template
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> tuple[str, tuple[Any, ...]]:
        parts = [compiler.compile(part) for part in self.get_source_expressions()]
        typed, name, aliases = (sql for sql, _values in parts)
        spellings = f"unnest(array_prepend({name}, {aliases}))"
        sql = f"(SELECT max(similarity(spelling, {typed})) FROM {spellings} AS spelling)"
        return sql, tuple(value for _sql, values in parts for value in values)


def _written_out(name: str) -> tuple[str, str]:
    """Return a name with its commonest abbreviation written out, and abbreviated."""
    return re.sub(r"\bUN\b", "United Nations", name), re.sub(r"\bUnited Nations\b", "UN", name)


def _is_called(name: str) -> Q:
    return Q(contains("spellings", f"{BETWEEN}{name}{BETWEEN}"))


def _has_initials(query: str) -> Q:
    """Return the condition that an acronym is made of the first letters of the name."""
    acronym = query.replace(".", "").upper()
    if re.fullmatch(rf"\w{{2,{LONGEST_ACRONYM}}}", acronym):
        return Q(initials=acronym)
    return Q(pk__in=[])


def _is_written_out(name: str) -> Q:
    """Return the condition that an agent is known by the first letters of a new name."""
    words = re.sub(rf"\b(?:{SMALL_WORDS})\b", "", name, flags=re.IGNORECASE)
    acronym = "".join(word[0] for word in re.findall(r"\w+", words))
    if 2 <= len(acronym) <= LONGEST_ACRONYM:
        return _is_called(acronym)
    return Q(pk__in=[])

"""What merges make of agents, and of the documents and passages that name them."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from annotate.codebook.merging import MERGED, Act, Columns, Edges, as_coded, brought, renamed, write
from corpus.models import Agent, Document, Passage
from corpus.models.agent import AgentStatus
from corpus.models.document import DocumentStatus
from corpus.models.passage import PassageKind

POINTERS = ("acts_for_id", "independence_parent_id")
_TAKEN_OVER = (*POINTERS, "country")
_WRITTEN = (*_TAKEN_OVER, "aliases", "status", "merged_into_id")
_DOCUMENT = ("author_id", "speaker_id", "publisher_id")
_PASSAGE = ("voice_id", "speaker_id", "kind")
_NAMED = ("name", "aliases", "home_id")


def names_to_add(source: Any, target: Any) -> list[str]:
    """Return the names by which the target is found from now on.

    There are none where only a collection knows them and the target is everybody's.
    """
    return _names(*({n: getattr(one, n) for n in _NAMED} for one in (source, target)))


def settle_agents(act: Act) -> None:
    """Write who became whom, and what each is called and belongs to by that."""
    ends = {key for m in (act.merge, *act.before.merges) for key in (m.source_id, m.target_id)}
    named = Q(pk__in=ends) | Q(acts_for__in=ends) | Q(independence_parent__in=ends)
    rows = list(Agent.objects.filter(named | Q(coded__isnull=False)).order_by("pk"))
    said = {row.pk: _said(row) for row in rows}
    before, after = _gone_through(act.before, said), _gone_through(act.after, said)
    write(rows, said, {row.pk: _new(row, before[row.pk], after[row.pk]) for row in rows})


def settle_documents(act: Act) -> None:
    """Write whom documents and passages name by now; a quote of the author's own is none (I9)."""
    for model, names in ((Document, _DOCUMENT), (Passage, _PASSAGE)):
        rows = documents_naming(act.ends) if model is Document else passages_naming(act.ends)
        said = {row.pk: as_coded(row, names) for row in rows}
        new = {
            row.pk: {n: v if n == "kind" else act.after.end(v) for n, v in said[row.pk].items()}
            for row in rows
        }
        for row in rows:
            if isinstance(row, Passage) and _is_own(row, new[row.pk]):
                new[row.pk]["kind"] = PassageKind.PARAGRAPH.value
        write(rows, said, new)


def documents_naming(agents: set[int]) -> Any:
    """Return the documents by, spoken by or published by one of the agents."""
    named = Q(author__in=agents) | Q(speaker__in=agents) | Q(publisher__in=agents)
    return Document.objects.filter(named).order_by("pk")


def passages_naming(agents: set[int]) -> Any:
    """Return the passages that one of the agents speaks, with their documents."""
    named = Passage.objects.filter(Q(voice__in=agents) | Q(speaker__in=agents)).order_by("pk")
    return named.select_related("text_version__document").defer("text_version__text")


def _said(row: Agent) -> Columns:
    own = [name for name in row.aliases if name not in brought(row, "aliases")]
    return as_coded(row, _WRITTEN) | {"name": row.name, "home_id": row.home_id, "aliases": own}


def _new(row: Agent, before: Columns, after: Columns) -> Columns:
    new = {
        name: after[name] if getattr(row, name) == before[name] else getattr(row, name)
        for name in _WRITTEN
    }
    return new | {"aliases": renamed(row.aliases, before["aliases"], after["aliases"])}


def _gone_through(edges: Edges, said: Mapping[int, Columns]) -> dict[int, Columns]:
    """Return what agents are after merges, of which one follows the other."""
    agents = {key: {**columns} for key, columns in said.items()}
    for merge in edges.merges:
        source, target = agents[merge.source_id], agents[merge.target_id]
        for key, agent in agents.items():
            for name in POINTERS:
                if agent[name] == merge.source_id:
                    agent[name] = None if key == merge.target_id else merge.target_id
        if source["home_id"] == target["home_id"]:
            for name in _TAKEN_OVER:
                if source[name] != merge.target_id:
                    target[name] = target[name] or source[name]
        target["aliases"] = [*target["aliases"], *_names(source, target)]
        if (source["status"], target["status"]) == (AgentStatus.ACTIVE, AgentStatus.PROPOSED):
            target["status"] = AgentStatus.ACTIVE.value
        source["status"] = MERGED
        source["merged_into_id"] = edges.end(merge.source_id)
    return agents


def _names(source: Columns, target: Columns) -> list[str]:
    if source["home_id"] != target["home_id"]:
        return []
    known = {target["name"].casefold(), *map(str.casefold, target["aliases"])}
    found: dict[str, str] = {}
    for name in (source["name"], *source["aliases"]):
        if name.casefold() not in known:
            found.setdefault(name.casefold(), name)
    return list(found.values())


def _is_own(passage: Passage, new: Columns) -> bool:
    document = passage.text_version.document
    return (
        new["kind"] == PassageKind.BLOCK_QUOTE
        and new["voice_id"] == document.author_id
        and document.status == DocumentStatus.READY
        and passage.quote_source_id in (None, document.pk)
    )

"""Merge an agent into another, and take the two apart again.

What points to an agent is handled by one function for each foreign key, in `HANDLED`; a test
lists the foreign keys and fails when one is missing there. Everything moves in every collection.
Each row is recorded with what it was before and after, so that undoing puts back what is still
as the merge left it, and nothing else.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.postgres.functions import TransactionNow
from django.core.exceptions import ValidationError
from django.db.models import F, Q
from django.utils.translation import gettext as _

from annotate.actions.locks import lock_documents
from annotate.codebook.merge_record import MergeRecord
from annotate.codebook.merged_pairs import JOINS, MEMBERS, move_pairs, move_pairs_back
from annotate.codebook.merged_voices import move_tags
from annotate.codebook.parted_agents import change, part_agents, put_rows_back
from annotate.codebook.parted_voices import move_tags_back
from annotate.models import AgentMerge, AgentMergeRow, Tag
from corpus.history import history
from corpus.models import Agent, Document, Passage, Person
from corpus.models.agent import AgentStatus
from corpus.models.document import DocumentStatus
from corpus.models.passage import PassageKind
from corpus.refusals import refusals

_PLACES = ("corpus.Passage", "annotate.Tag")
_TAKEN_OVER = ("acts_for_id", "independence_parent_id", "country")


def merge_agents(source: Agent, target: Agent, *, by: Person, reason: str) -> AgentMerge:
    """Let `source` be `target` from now on: whatever names it names the target.

    Where one of the two takes a stance on the other's position, or is quoted by it, the tag
    says so of one agent now and turns stale. Raise ValidationError where a rule refuses.
    """
    reason = reason.strip()
    with refusals(deferred=True), history(by=by, action="merge_agents", reason=reason):
        lock_documents(_documents_of(source, target))
        source, target = _locked(source, target)
        _refuse_merged(source, target)
        merge = AgentMerge(
            source=source,
            target=target,
            reason=reason,
            status_before=source.status,
            names_added=names_to_add(source, target),
            created_by=by,
        )
        merge.clean_fields(exclude=["source", "target", "created_by"])
        merge.save()
        for handle in HANDLED.values():
            handle(merge)
        _take_over(merge)
        _confirm(merge)
        change(Agent, source.pk, status=AgentStatus.MERGED, merged_into_id=target.pk)
    return AgentMerge.objects.select_related("source", "target").get(pk=merge.pk)


def undo_agent_merge(merge: AgentMerge, *, by: Person, reason: str = "") -> None:
    """Take two agents apart again: all becomes what it would be without the merge.

    What people changed since stays as they left it. Raise ValidationError where it was undone
    already.
    """
    with refusals(deferred=True), history(by=by, action="undo_agent_merge", reason=reason.strip()):
        lock_documents(_documents_of(merge.source, merge.target) | _documents_in(merge))
        _locked(merge.source, merge.target)
        standing = AgentMerge.objects.standing().filter(pk=merge.pk)
        if not standing.update(undone_by=by, undone_at=TransactionNow()):
            raise ValidationError(_("These two were taken apart already."), "merge_undone")
        record = MergeRecord(AgentMerge.objects.select_related("undone_by").get(pk=merge.pk))
        part_agents(record)
        for model in (Document, Passage, Agent):
            put_rows_back(model, record)
        move_pairs_back(MEMBERS, record)
        move_pairs_back(JOINS, record)
        move_tags_back(record)


def names_to_add(source: Agent, target: Agent) -> list[str]:
    """Return the names by which the target is found from now on.

    There are none where only a collection knows them and the target is everybody's.
    """
    if source.home_id != target.home_id:
        return []
    known = {target.name.casefold(), *map(str.casefold, target.aliases)}
    names: list[str] = []
    for name in (source.name, *source.aliases):
        if name.casefold() not in known:
            known.add(name.casefold())
            names.append(name)
    return names


def _documents_of(source: Agent, target: Agent) -> set[int]:
    """Return the ids of the documents in which anything names the source, or either speaks."""
    both = (source.pk, target.pk)
    own = Q(author__in=both) | Q(speaker=source) | Q(publisher=source)
    spoken = Q(voice__in=both) | Q(speaker=source)
    tagged = Q(asserted_by__in=both) | Q(held_by=source) | Q(pk__in=_recorded_tags(source))
    version = "text_version__document"
    return {
        *Document.objects.filter(own).values_list("pk", flat=True),
        *Passage.objects.filter(spoken).values_list(version, flat=True),
        *Tag.objects.filter(tagged).order_by().values_list(f"passage__{version}", flat=True),
    }


def _recorded_tags(source: Agent) -> Any:
    rows = AgentMergeRow.objects.filter(merge__source=source, merge__undone_at=None)
    return rows.filter(place="annotate.Tag").values("row")


def _documents_in(merge: AgentMerge) -> set[int]:
    """Return the ids of the documents in which the merge changed anything."""
    rows = {p: merge.rows.filter(place=p).values("row") for p in _PLACES}
    version = "text_version__document"
    passages = Passage.objects.filter(pk__in=rows["corpus.Passage"])
    tags = Tag.objects.filter(pk__in=rows["annotate.Tag"]).order_by()
    return {
        *merge.rows.filter(place="corpus.Document").values_list("row", flat=True),
        *passages.values_list(version, flat=True),
        *tags.values_list(f"passage__{version}", flat=True),
    }


def _locked(source: Agent, target: Agent) -> tuple[Agent, Agent]:
    """Lock the two, what became the source, and what either became, with all that became that."""
    ends = Agent.objects.filter(pk__in=(source.pk, target.pk)).values("merged_into")
    both = Q(pk__in=(source.pk, target.pk)) | Q(pk__in=ends)
    hanging = Q(merged_into=source) | Q(merged_into__in=ends)
    rows = Agent.objects.filter(both | hanging).order_by("pk").select_for_update(of=("self",))
    stored = {agent.pk: agent for agent in rows}
    return stored[source.pk], stored[target.pk]


def _refuse_merged(source: Agent, target: Agent) -> None:
    if AgentStatus.MERGED in (source.status, target.status):
        raise ValidationError(_("One of the two has already been merged."), "agent_is_merged")


def _rename(model: type[Any], column: str) -> Callable[[AgentMerge], None]:
    """Return what lets a column of `model` name the target instead of the source."""
    place = model._meta.label

    def handle(merge: AgentMerge) -> None:
        rows = model._default_manager.filter(**{column: merge.source_id}).order_by("pk")
        for key in rows.values_list("pk", flat=True):
            new = None if model is Agent and key == merge.target_id else merge.target_id
            _record(merge, place, key, {column: merge.source_id}, {column: new})
            change(model, key, **{column: new})

    return handle


def _rename_voices(merge: AgentMerge) -> None:
    """Let passages be the target's words; a block quote of the author's own is none (I9)."""
    _rename(Passage, "voice_id")(merge)
    document = "text_version__document"
    quotes = Passage.objects.filter(
        Q(quote_source=None) | Q(quote_source=F(document)),
        kind=PassageKind.BLOCK_QUOTE,
        voice=merge.target,
        **{f"{document}__author": merge.target, f"{document}__status": DocumentStatus.READY},
    )
    for key in quotes.order_by("pk").values_list("pk", flat=True):
        kinds = {"kind": PassageKind.BLOCK_QUOTE.value}, {"kind": PassageKind.PARAGRAPH.value}
        _record(merge, "corpus.Passage", key, *kinds)
        change(Passage, key, **kinds[1])


def _flatten(merge: AgentMerge) -> None:
    """Lead what became the source on to the target."""
    for agent in Agent.objects.filter(merged_into=merge.source).order_by("pk"):
        change(Agent, agent.pk, merged_into_id=merge.target_id)


def _change_groups(merge: AgentMerge) -> None:
    """Let the target stand in the source's groups, and have its members."""
    move_pairs(MEMBERS, merge)


def _move_joins(merge: AgentMerge) -> None:
    """Let what is not independent of the source not be so of the target."""
    move_pairs(JOINS, merge)


def _leave(merge: AgentMerge) -> None:
    """Leave what is a record of its own: it is asked for by the target's page, too."""


def _done_together(merge: AgentMerge) -> None:
    """Leave what the function of the column before has done as well."""


HANDLED: dict[str, Callable[[AgentMerge], None]] = {
    "corpus.Document.author": _rename(Document, "author_id"),
    "corpus.Document.speaker": _rename(Document, "speaker_id"),
    "corpus.Document.publisher": _rename(Document, "publisher_id"),
    "corpus.Passage.voice": _rename_voices,  # after the authors
    "corpus.Passage.speaker": _rename(Passage, "speaker_id"),
    "corpus.Agent.acts_for": _rename(Agent, "acts_for_id"),
    "corpus.Agent.independence_parent": _rename(Agent, "independence_parent_id"),
    "corpus.Agent.merged_into": _flatten,
    "corpus.Agent_members.from_agent": _change_groups,
    "corpus.Agent_members.to_agent": _done_together,
    "annotate.Tag.asserted_by": move_tags,  # after the voices of what they stand on
    "annotate.Tag.held_by": _done_together,
    "annotate.AgentJoin.first": _move_joins,
    "annotate.AgentJoin.second": _done_together,
    "annotate.AgentPair.first": _leave,
    "annotate.AgentPair.second": _leave,
    "annotate.AgentMerge.source": _leave,
    "annotate.AgentMerge.target": _leave,
}


def _take_over(merge: AgentMerge) -> None:
    """Let the target have the source's names, and belong where it belonged if nobody said."""
    source, target = merge.source, Agent.objects.get(pk=merge.target_id)
    change(Agent, target.pk, aliases=[*target.aliases, *merge.names_added])
    if source.home_id != target.home_id:
        return
    after = {
        column: value
        for column in _TAKEN_OVER
        if (value := getattr(source, column)) and not getattr(target, column)
        if value != target.pk
    }
    if after:
        before = {column: getattr(target, column) for column in after}
        for row in merge.rows.filter(place="corpus.Agent", row=target.pk):
            before |= {column: row.before[column] for column in row.before if column in after}
        _record(merge, "corpus.Agent", target.pk, before, after)
        change(Agent, target.pk, **after)


def _confirm(merge: AgentMerge) -> None:
    """Let the target of a confirmed agent be confirmed: who merges the two says that it is one."""
    source, target = merge.source, Agent.objects.get(pk=merge.target_id)
    if (source.status, target.status) == (AgentStatus.ACTIVE, AgentStatus.PROPOSED):
        before, after = {"status": target.status}, {"status": AgentStatus.ACTIVE.value}
        _record(merge, "corpus.Agent", target.pk, before, after)
        change(Agent, target.pk, **after)


def _record(
    merge: AgentMerge, place: str, row: int, before: dict[str, Any], after: dict[str, Any]
) -> None:
    AgentMergeRow.objects.create(merge=merge, place=place, row=row, before=before, after=after)

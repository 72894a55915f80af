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
from annotate.actions.merged_joins import move_joins, move_joins_back
from annotate.actions.merged_voices import move_tags, move_tags_back
from annotate.models import AgentMerge, AgentMergeRow, Tag
from corpus.history import history
from corpus.models import Agent, Document, Passage, Person
from corpus.models.agent import AgentStatus, GroupMember
from corpus.models.document import DocumentStatus
from corpus.models.passage import PassageKind
from corpus.refusals import refusals

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
        _change(Agent, source.pk, status=AgentStatus.MERGED, merged_into_id=target.pk)
    return AgentMerge.objects.select_related("source", "target").get(pk=merge.pk)


def undo_agent_merge(merge: AgentMerge, *, by: Person, reason: str = "") -> None:
    """Take two agents apart again: what the merge changed and nobody since goes back.

    Raise ValidationError where it was undone already.
    """
    with refusals(deferred=True), history(by=by, action="undo_agent_merge", reason=reason.strip()):
        lock_documents(_documents_of(merge.source, merge.target))
        _locked(merge.source, merge.target)
        standing = AgentMerge.objects.standing().filter(pk=merge.pk)
        if not standing.update(undone_by=by, undone_at=TransactionNow()):
            raise ValidationError(_("These two were taken apart already."), "merge_undone")
        end = Agent.objects.get(pk=merge.source_id).merged_into_id or merge.target_id
        _change(Agent, merge.source_id, status=merge.status_before, merged_into_id=None)
        for earlier in AgentMerge.objects.standing().filter(target=merge.source_id):
            _change(Agent, earlier.source_id, merged_into_id=merge.source_id)
        for agent in Agent.objects.filter(pk__in={merge.target_id, end}):
            kept = [name for name in agent.aliases if name not in merge.names_added]
            _change(Agent, agent.pk, aliases=kept)
        merge = AgentMerge.objects.select_related("undone_by").get(pk=merge.pk)
        for place, model in _MODELS.items():
            for row in merge.rows.filter(place=place).order_by("pk"):
                _put_back(model, row, {merge.target_id: end})
        _put_members_back(merge)
        move_joins_back(merge, {merge.target_id: end})
        move_tags_back(merge, end)


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


def _locked(source: Agent, target: Agent) -> tuple[Agent, Agent]:
    hanging = Q(pk__in=(source.pk, target.pk)) | Q(merged_into=source)
    rows = Agent.objects.filter(hanging).order_by("pk").select_for_update(of=("self",))
    stored = {agent.pk: agent for agent in rows}
    return stored[source.pk], stored[target.pk]


def _refuse_merged(source: Agent, target: Agent) -> None:
    if AgentStatus.MERGED in (source.status, target.status):
        raise ValidationError(_("One of the two became another one already."), "agent_is_merged")


def _rename(model: type[Any], column: str) -> Callable[[AgentMerge], None]:
    """Return what lets a column of `model` name the target instead of the source."""
    place = model._meta.label

    def handle(merge: AgentMerge) -> None:
        rows = model._default_manager.filter(**{column: merge.source_id}).order_by("pk")
        for key in rows.values_list("pk", flat=True):
            new = None if model is Agent and key == merge.target_id else merge.target_id
            _record(merge, place, key, {column: merge.source_id}, {column: new})
            _change(model, key, **{column: new})

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
        _change(Passage, key, **kinds[1])


def _flatten(merge: AgentMerge) -> None:
    """Lead what became the source on to the target."""
    for agent in Agent.objects.filter(merged_into=merge.source).order_by("pk"):
        _change(Agent, agent.pk, merged_into_id=merge.target_id)


def _change_groups(merge: AgentMerge) -> None:
    """Let the target stand in the source's groups, and have its members."""
    for mine, other in (("from_agent_id", "to_agent_id"), ("to_agent_id", "from_agent_id")):
        for row in GroupMember.objects.filter(**{mine: merge.source_id}).order_by("pk"):
            pair = {mine: merge.target_id, other: getattr(row, other)}
            known = GroupMember.objects.filter(**pair).exists()
            needless = known or pair[other] in (merge.source_id, merge.target_id)
            before = {mine: merge.source_id, other: pair[other]}
            after = {} if needless else pair
            _record(merge, "corpus.GroupMember", row.pk, before, after)
            row.delete()
            if after:
                GroupMember.objects.create(**after)


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
    "annotate.AgentJoin.first": move_joins,
    "annotate.AgentJoin.second": _done_together,
    "annotate.AgentPair.first": _leave,
    "annotate.AgentPair.second": _leave,
    "annotate.AgentMerge.source": _leave,
    "annotate.AgentMerge.target": _leave,
}
_MODELS: dict[str, type[Any]] = {
    "corpus.Document": Document,
    "corpus.Passage": Passage,
    "corpus.Agent": Agent,
}


def _take_over(merge: AgentMerge) -> None:
    """Let the target have the source's names, and belong where it belonged if nobody said."""
    source, target = merge.source, Agent.objects.get(pk=merge.target_id)
    _change(Agent, target.pk, aliases=[*target.aliases, *merge.names_added])
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
        _record(merge, "corpus.Agent", target.pk, before, after)
        _change(Agent, target.pk, **after)


def _record(
    merge: AgentMerge, place: str, row: int, before: dict[str, Any], after: dict[str, Any]
) -> None:
    AgentMergeRow.objects.create(merge=merge, place=place, row=row, before=before, after=after)


def _change(model: type[Any], key: int, **columns: Any) -> None:
    """Change a row, which is locked, at whatever revision it stands."""
    row = model._default_manager.get(pk=key)
    changed = {name: value for name, value in columns.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    if changed:
        row.save(update_fields=[name.removesuffix("_id") for name in changed])


def _put_back(model: type[Any], row: AgentMergeRow, led: dict[int, int]) -> None:
    """Put back the columns of a row that are as the merge, or a later one, left them."""
    stored = model._default_manager.get(pk=row.row)
    before = {
        column: row.before[column]
        for column, value in row.after.items()
        if getattr(stored, column) in (value, led.get(value, value))
    }
    _change(model, row.row, **before)


def _put_members_back(merge: AgentMerge) -> None:
    for row in merge.rows.filter(place="corpus.GroupMember").order_by("pk"):
        if row.after:
            GroupMember.objects.filter(**row.after).delete()
        if not GroupMember.objects.filter(**row.before).exists():
            GroupMember.objects.create(**row.before)

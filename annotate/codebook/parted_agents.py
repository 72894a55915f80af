"""What befalls agents, documents and passages when two agents are taken apart again."""

from typing import Any

from annotate.codebook.merge_record import (
    Columns,
    MergeRecord,
    Step,
    Steps,
    changed_by,
    difference,
    taken_back,
)
from annotate.models import AgentMerge, AgentMergeRow
from corpus.models import Agent, Passage
from corpus.models.agent import AgentStatus
from corpus.models.passage import PassageKind

AGENT = "corpus.Agent"


def part_agents(record: MergeRecord) -> None:
    """Let the source of an undone merge stand again, with all that had become it before."""
    merge = record.merge
    change(Agent, merge.source_id, status=_status_before(merge), merged_into_id=None)
    for key in _all_that_became(merge.source_id):
        change(Agent, key, merged_into_id=merge.source_id)
    _take_names(merge)
    _take_confirmation(record)


def put_rows_back(model: type[Any], record: MergeRecord) -> None:
    """Put back what rows of `model` say, as far as nobody changed it since."""
    place = model._meta.label
    for key, recorded in record.steps(place, _rows_to_put_back(model, record)).items():
        row, steps = model._default_manager.get(pk=key), _without_status(recorded)
        names = {name for step in steps.values() for name in changed_by(step)[1]}
        columns = taken_back({name: getattr(row, name) for name in names}, steps).columns
        for later in record.later:
            before = columns
            known = changed_by(steps.get(later.pk))
            columns = _made_again(row, later, before, known)
            if difference(before, columns) != known:
                record.note(later, place, key, (before, columns))
        change(model, key, **columns)


def _rows_to_put_back(model: type[Any], record: MergeRecord) -> list[int]:
    """Return the rows that the merge changed, and the quotes in documents whose author it did."""
    rows = record.rows_of(model._meta.label)
    if model is not Passage:
        return rows
    document = "text_version__document"
    since = Passage.objects.filter(
        pk__in=record.rows_since(model._meta.label),
        **{f"{document}__in": record.rows_of("corpus.Document")},
    )
    return sorted({*rows, *since.values_list("pk", flat=True)})


def change(model: type[Any], key: int, **columns: Any) -> None:
    """Change a row, which is locked, at whatever revision it stands."""
    row = model._default_manager.get(pk=key)
    changed = {name: value for name, value in columns.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    if changed:
        row.save(update_fields=[name.removesuffix("_id") for name in changed])


def _all_that_became(agent: int) -> set[int]:
    """Return the ids of the agents whose standing merges lead to this one."""
    found, news = set[int](), {agent}
    while news:
        merges = AgentMerge.objects.standing().filter(target__in=news)
        news = set(merges.values_list("source", flat=True)) - found
        found |= news
    return found


def _take_names(merge: AgentMerge) -> None:
    """Take from the target the names it had from the source; later targets had them from it."""
    names, target = set(merge.names_added), merge.target_id
    while names:
        agent = Agent.objects.get(pk=target)
        change(Agent, target, aliases=[name for name in agent.aliases if name not in names])
        onward = AgentMerge.objects.standing().filter(source=target).first()
        if onward is None:
            break
        names, target = names.intersection(onward.names_added), onward.target_id


def _status_step(merge: AgentMerge, agent: int) -> AgentMergeRow | None:
    """Return the last that a merge did to whether an agent is confirmed."""
    steps = merge.rows.filter(place=AGENT, row=agent, after__has_key="status")
    return steps.order_by("pk").last()


def _status_before(merge: AgentMerge) -> str:
    step = _status_step(merge, merge.source_id)
    return step.before["status"] if step else merge.status_before


def _take_confirmation(record: MergeRecord) -> None:
    """Let the target be proposed again if only the merge confirmed it."""
    merge = record.merge
    if _status_step(merge, merge.target_id) is None:
        return
    proposed, active = AgentStatus.PROPOSED.value, AgentStatus.ACTIVE.value
    into = [m for m in record.later if m.target_id == merge.target_id]
    onward = [m for m in record.later if m.source_id == merge.target_id]
    if heir := next((m for m in into if _status_before(m) == active), None):
        record.note(heir, AGENT, merge.target_id, ({"status": proposed}, {"status": active}))
    elif onward:
        merged = AgentStatus.MERGED.value
        change_then = ({"status": proposed}, {"status": merged})
        record.note(onward[0], AGENT, merge.target_id, change_then)
    elif Agent.objects.get(pk=merge.target_id).status == active:
        change(Agent, merge.target_id, status=proposed)


def _without_status(steps: Steps) -> Steps:
    """Return the steps but for whether an agent is confirmed, which goes its own way."""
    return {
        merge: Step(*({n: v for n, v in said.items() if n != "status"} for said in step))
        for merge, step in steps.items()
    }


def _made_again(
    row: Any, merge: AgentMerge, before: Columns, known: tuple[Columns, Columns]
) -> Columns:
    """Return what a row says after a later merge, now that an earlier one is undone."""
    is_target = isinstance(row, Agent) and row.pk == merge.target_id
    new = None if is_target else merge.target_id
    after = {name: new if value == merge.source_id else value for name, value in before.items()}
    for name, value in known[1].items():
        if is_target and not known[0][name] and not after.get(name):
            after[name] = value  # taken over from the source
        if isinstance(row, Passage) and name == "kind" and _is_own(row, after):
            after[name] = value
    return after


def _is_own(passage: Passage, after: Columns) -> bool:
    """Whether a block quote is of the author's own words (I9)."""
    voice = after.get("voice_id", passage.voice_id)
    is_quote = after["kind"] == PassageKind.BLOCK_QUOTE
    return is_quote and voice == passage.text_version.document.author_id

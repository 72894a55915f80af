"""What befalls pairs of agents when two turn out to be one; inside the merge's own act.

Pairs are who is a member of which group, and who is not independent of whom. A row keeps its id
when it is taken away and comes back, so that earlier merges find it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from annotate.codebook.merge_record import Columns, MergeRecord, Step, Steps
from annotate.models import AgentJoin, AgentMerge, AgentMergeRow
from corpus.models.agent import GroupMember

type Pairs = dict[int, Columns]


@dataclass(frozen=True)
class PairTable:
    """A table of pairs: its two `ends`, what tells equal pairs apart, what else a row says."""

    model: type[Any]
    ends: tuple[str, str]
    scope: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    is_ordered: bool = True

    @property
    def place(self) -> str:
        """Return the name of the table in the record of a merge."""
        return str(self.model._meta.label)

    def columns(self, row: Any) -> Columns:
        """Return what a row says, as it can be recorded."""
        values = {name: getattr(row, name) for name in (*self.ends, *self.scope, *self.said)}
        made = {"created_at": row.created_at.isoformat()} if hasattr(row, "created_at") else {}
        return values | made

    def is_at(self, pair: Columns) -> tuple[Any, ...]:
        """Return what no two rows have in common."""
        return tuple(pair[name] for name in (*self.ends, *self.scope))

    def renamed(self, pair: Columns, merge: AgentMerge) -> Columns:
        """Return a pair that names the merge's target instead of its source."""
        now = {merge.source_id: merge.target_id}
        ends: list[Any] = [now.get(pair[name], pair[name]) for name in self.ends]
        ordered = ends if self.is_ordered else sorted(ends)
        return pair | dict(zip(self.ends, ordered, strict=True))

    def only_ends(self, pair: Columns) -> Columns:
        """Return the two ends of a pair; nothing of none."""
        return {name: pair[name] for name in self.ends} if pair else {}


MEMBERS = PairTable(GroupMember, ("from_agent_id", "to_agent_id"))
JOINS = PairTable(
    AgentJoin,
    ("first_id", "second_id"),
    scope=("home_id",),
    said=("reason", "created_by_id"),
    is_ordered=False,
)


def move_pairs(table: PairTable, merge: AgentMerge) -> None:
    """Let the pairs that name the source name the target.

    One that would pair the target with itself, or is said of the target already, goes.
    """
    first, second = table.ends
    concerned = Q(**{first: merge.source_id}) | Q(**{second: merge.source_id})
    for row in table.model.objects.filter(concerned).order_by("pk"):
        before = table.columns(row)
        after = table.renamed(before, merge)
        same = {name: after[name] for name in (*table.ends, *table.scope)}
        if _is_of_one(table, after) or table.model.objects.filter(**same).exists():
            after = {}
        _note(table, merge, row.pk, before, after)
        _write(table, row.pk, before, after)


def move_pairs_back(table: PairTable, record: MergeRecord) -> None:
    """Put pairs back as they would be without the merge, but for those a person touched since."""
    keys = record.rows_since(table.place)
    stored = {row.pk: table.columns(row) for row in table.model.objects.filter(pk__in=keys)}
    steps = record.steps(table.place, keys)
    others = {table.is_at(table.columns(r)) for r in table.model.objects.exclude(pk__in=keys)}
    pairs = _taken_back(table, stored, steps, others)
    others |= {table.is_at(pair) for key, pair in stored.items() if key not in pairs}
    for merge in record.later:
        for key, before in [*pairs.items()]:
            after = pairs[key] = _made_again(table, merge, key, pairs, others)
            known = steps[key].get(merge.pk)
            if _is_news(table, known, before, after):
                _note(table, merge, key, before, after)
    changes = [(key, stored.get(key, {}), pair) for key, pair in pairs.items()]
    for change in sorted(changes, key=lambda change: (bool(change[2]), not change[1])):
        _write(table, *change)


def _made_again(
    table: PairTable, merge: AgentMerge, key: int, pairs: Pairs, others: set[Any]
) -> Columns:
    """Return what a later merge makes of a pair, now that an earlier one is undone."""
    if not (before := pairs[key]) or (after := table.renamed(before, merge)) == before:
        return before
    here = {table.is_at(pair) for other, pair in pairs.items() if pair and other != key}
    is_needless = _is_of_one(table, after) or table.is_at(after) in here | others
    return {} if is_needless else after


def _taken_back(
    table: PairTable, stored: Pairs, steps: Mapping[int, Steps], others: set[Any]
) -> Pairs:
    """Return the pairs before the merges, by the ids of their rows, but for what people touched.

    The pair is empty where there was none.
    """
    found: Pairs = {}
    for key, by_merge in steps.items():
        pair = stored.get(key, {})
        for step in by_merge.values():
            if table.only_ends(pair) != step.after:
                break
            pair = step.before
        else:
            if key in stored or table.is_at(pair) not in others:
                found[key] = pair
    return found


def _is_news(table: PairTable, known: Step | None, before: Columns, after: Columns) -> bool:
    if known is None:
        return before != after
    return (known.before, known.after) != (before, table.only_ends(after))


def _is_of_one(table: PairTable, pair: Columns) -> bool:
    return len({pair[name] for name in table.ends}) == 1


def _note(table: PairTable, merge: AgentMerge, key: int, before: Columns, after: Columns) -> None:
    AgentMergeRow.objects.create(
        merge=merge, place=table.place, row=key, before=before, after=table.only_ends(after)
    )


def _write(table: PairTable, key: int, before: Columns, after: Columns) -> None:
    rows = table.model.objects.filter(pk=key)
    if before and not after:
        rows.delete()
    elif after and not before:
        table.model.objects.create(pk=key, **after)
    elif before != after:
        rows.update(**table.only_ends(after))

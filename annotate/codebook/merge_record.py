"""What merges of agents changed, row by row: read back, and written anew.

To undo one of several merges is to take back the later ones, take back this one, and make the
later ones again. That is reckoned row by row, and what comes of it is written once. What a later
merge has changed by then is recorded anew: of two rows of one merge about the same row, the
younger counts. What a person changed since is theirs, and whatever was before it stays as it is.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from annotate.models import AgentMerge, AgentMergeRow

type Columns = dict[str, Any]
type Steps = Mapping[int, Step]
type Bound = Mapping[str, frozenset[str]]


class Step(NamedTuple):
    """What a merge did to a row."""

    before: Columns
    after: Columns


class Before(NamedTuple):
    """Columns as they were before some merges.

    `kept` has those that a person changed, with the merge, by its id, that they did it after.
    """

    columns: Columns
    kept: dict[str, int]


class MergeRecord:
    """The rows of a merge that is being undone, and of those that were made since and stand."""

    def __init__(self, merge: AgentMerge) -> None:
        self.merge = merge
        later = AgentMerge.objects.standing().filter(pk__gt=merge.pk)
        self.later = list(later.order_by("pk"))

    def rows_of(self, place: str) -> list[int]:
        """Return the rows that the merge itself changed, by id."""
        rows = self.merge.rows.filter(place=place).order_by("row")
        return list(rows.values_list("row", flat=True).distinct())

    def rows_since(self, place: str) -> list[int]:
        """Return the rows that the merge or a later one changed, by id."""
        rows = self._rows(place).order_by("row")
        return list(rows.values_list("row", flat=True).distinct())

    def steps(self, place: str, rows: Iterable[int]) -> dict[int, Steps]:
        """Return for each row what each merge, by its id, did to it; the youngest merge first."""
        found: dict[int, dict[int, Step]] = {row: {} for row in rows}
        for row in self._rows(place).filter(row__in=found).order_by("-merge", "pk"):
            known = found[row.row].get(row.merge_id, Step({}, {}))
            # A merge records a row once for each column, or leaves nothing of it.
            after = known.after | row.after if row.after else {}
            found[row.row][row.merge_id] = Step(known.before | row.before, after)
        return {**found}

    def note(
        self, merge: AgentMerge, place: str, row: int, change: tuple[Columns, Columns]
    ) -> None:
        """Record what a merge does to a row, from now on."""
        before, after = change
        AgentMergeRow.objects.create(merge=merge, place=place, row=row, before=before, after=after)

    def _rows(self, place: str) -> Any:
        return AgentMergeRow.objects.filter(place=place, merge__in=[self.merge, *self.later])


def changed_by(step: Step | None) -> tuple[Columns, Columns]:
    """Return what a step changed, before and after; nothing where there is no step."""
    if step is None:
        return {}, {}
    names = [name for name, value in step.after.items() if step.before[name] != value]
    return {name: step.before[name] for name in names}, {name: step.after[name] for name in names}


def difference(before: Columns, after: Columns) -> tuple[Columns, Columns]:
    """Return of two states the columns that differ."""
    names = [name for name, value in after.items() if before[name] != value]
    return {name: before[name] for name in names}, {name: after[name] for name in names}


def taken_back(now: Columns, steps: Steps, bound: Bound | None = None) -> Before:
    """Return what a row was before the steps, the youngest of which comes first.

    `bound` gives for a column those that go back with it, or not at all.
    """
    columns, kept = dict(now), dict[str, int]()
    for merge, step in steps.items():
        for unit in _units(changed_by(step)[1], bound or {}):
            theirs = any(name in kept for name in unit)
            if not theirs and all(columns[name] == step.after[name] for name in unit):
                columns.update({name: step.before[name] for name in unit})
            else:
                kept.update({name: kept.get(name, merge) for name in unit})
    return Before(columns, kept)


def _units(names: Iterable[str], bound: Bound) -> set[frozenset[str]]:
    names = set(names)
    together = {bound[name] for name in names if name in bound}
    alone = names.difference(*together)
    return together | {frozenset({name}) for name in alone}

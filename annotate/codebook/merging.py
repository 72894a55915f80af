"""What merges make of rows: computed from what people said and from the merges that stand.

A merge is an edge. What people said in a row that a merge changes stays beside it (`coded`), so
that all can be computed again from the edges that are left, whichever of them goes.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from django.contrib.postgres.functions import TransactionNow
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import F
from django.utils.translation import gettext as _

from annotate.models.merge import Merge
from corpus.models import Person
from corpus.models.recorded import Coded

type Columns = dict[str, Any]

MERGED = "merged"


class Edges:
    """Merges that stand, each from what was merged to what it became."""

    def __init__(self, merges: Iterable[Merge]) -> None:
        self.merges: Sequence[Any] = sorted(merges, key=lambda merge: merge.pk)
        self._next = {merge.source_id: merge for merge in self.merges}

    @classmethod
    def standing(cls, model: type[Merge]) -> "Edges":
        """Read the merges of claims, or of agents."""
        return cls(model.objects.standing())

    def way(self, key: int | None) -> list[Any]:
        """Return the merges by which something became what it is, in their order."""
        found: list[Any] = []
        while key in self._next:
            found.append(self._next[key])
            key = found[-1].target_id
        return found

    def end(self, key: Any) -> Any:
        """Return what something is by now: itself where it was not merged."""
        way = self.way(key)
        return way[-1].target_id if way else key

    def arrival(self, key: int | None) -> tuple[int, ...]:
        """Return what orders things that are one by now: who was there first comes first."""
        return tuple(merge.pk for merge in reversed(self.way(key)))


class Act(NamedTuple):
    """A merge that is made or undone: the edges before and after it."""

    merge: Any
    before: Edges
    after: Edges

    @property
    def is_undo(self) -> bool:
        return self.merge.undone_at is not None

    @property
    def by(self) -> Any:
        return self.merge.undone_by or self.merge.created_by

    @property
    def ends(self) -> set[int]:
        """What the two were before: whatever names either of them names one of these."""
        return {self.before.end(self.merge.source_id), self.before.end(self.merge.target_id)}

    @property
    def turned(self) -> set[int]:
        """What becomes another one than before."""
        keys = {self.merge.source_id, *(merge.source_id for merge in self.before.merges)}
        return {key for key in keys if self.before.end(key) != self.after.end(key)}


def begin(merge: Any) -> Act:
    """Wait for others who merge or take apart, as all that stands counts; return the act to be.

    Of a merge that is made, the edges after it are read again once it is saved.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('annotate.merge'))")
    before = Edges.standing(type(merge))
    return Act(merge, before, Edges(one for one in before.merges if one.pk != merge.pk))


def make(act: Act) -> Act:
    """Store the merge of an act that `begin` began."""
    act.merge.clean_fields(exclude=["source", "target", "created_by"])
    act.merge.save()
    return act._replace(after=Edges.standing(type(act.merge)))


def undo(act: Act, by: Person) -> Act:
    """Take the edge out, and keep that it was there; raise ValidationError where it is out."""
    model = type(act.merge)
    standing = model.objects.standing().filter(pk=act.merge.pk)
    if not standing.update(undone_by=by, undone_at=TransactionNow()):
        raise ValidationError(_("These two have already been taken apart."), "merge_undone")
    return act._replace(merge=model.objects.select_related("undone_by").get(pk=act.merge.pk))


def as_coded(row: Coded, names: Iterable[str], bound: Iterable[frozenset[str]] = ()) -> Columns:
    """Return what people said in the columns of a row; what one changed since a merge is theirs.

    Those of `bound` that go together are theirs together.
    """
    said: Mapping[str, Any] = row.coded or {}
    columns = {name: getattr(row, name) for name in names}
    theirs = {name for name in said if name in columns and columns[name] != said[name][1]}
    theirs = theirs.union(*(together for together in bound if together & theirs))
    return {n: v if n in theirs or n not in said else said[n][0] for n, v in columns.items()}


def brought(row: Coded, name: str) -> list[Any]:
    """Return the names that merges brought to a row."""
    own, became = (row.coded or {}).get(name, ([], []))
    return [one for one in became if one not in own]


def renamed(now: list[Any], before: list[Any], after: list[Any]) -> list[Any]:
    """Return names as they are now, but for those that one more or one merge less changes."""
    left = [name for name in now if name in after or name not in before]
    return left + [name for name in after if name not in left and name not in before]


def write(
    rows: Iterable[Any],
    said: Mapping[int, Columns],
    new: Mapping[int, Columns],
    rank: Callable[[Any, Columns], int] = lambda row, _new: (
        (_new.get("status") == MERGED) - (getattr(row, "status", "") == MERGED)
    ),
) -> dict[int, Columns]:
    """Write what changes, with what people said, those alike in one update, by `rank`.

    Return the rows that were changed, with what they said before.
    """
    groups: dict[tuple[int, str], list[int]] = {}
    changed: dict[int, Columns] = {}
    for row in rows:
        now = {name: getattr(row, name) for name in new[row.pk]}
        if now != new[row.pk]:
            changed[row.pk] = now
            columns = _columns(row, now, said[row.pk], new[row.pk])
            written = json.dumps(columns, sort_keys=True)
            groups.setdefault((rank(row, new[row.pk]), written), []).append(row.pk)
            model = type(row)
    for (_rank, written), keys in sorted(groups.items()):
        columns = json.loads(written)
        if hasattr(model, "revision"):
            columns["revision"] = F("revision") + 1
        model._default_manager.filter(pk__in=keys).update(**columns)
    return changed


def _columns(row: Any, now: Columns, said: Columns, new: Columns) -> Columns:
    coded = {name: pair for name, pair in (row.coded or {}).items() if name not in new}
    coded |= {name: [said[name], new[name]] for name in new if said[name] != new[name]}
    return {n: v for n, v in new.items() if v != now[n]} | {"coded": coded or None}

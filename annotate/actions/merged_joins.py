"""What befalls "not independent" when two agents turn out to be one; inside the merge's own act.

What was changed is recorded first, so that undoing puts it back.
"""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from annotate.models import AgentJoin, AgentMerge, AgentMergeRow

PLACE = "annotate.AgentJoin"
_ENDS = ("first_id", "second_id")
_KEPT = ("reason", "home_id", "created_by_id")


def move_joins(merge: AgentMerge) -> None:
    """Let the joins that name the source name the target.

    One that would join the target with itself, or is said of the target already, is taken away.
    """
    concerned = Q(first=merge.source_id) | Q(second=merge.source_id)
    for join in AgentJoin.objects.filter(concerned).order_by("pk"):
        before = {name: getattr(join, name) for name in (*_ENDS, *_KEPT)}
        first, second = sorted(
            merge.target_id if before[name] == merge.source_id else before[name] for name in _ENDS
        )
        known = AgentJoin.objects.filter(first=first, second=second, home=join.home_id)
        needless = first == second or known.exists()
        after = {} if needless else {"first_id": first, "second_id": second}
        AgentMergeRow.objects.create(
            merge=merge, place=PLACE, row=join.pk, before=before, after=after
        )
        if needless:
            join.delete()
        else:
            _name(join, after)


def move_joins_back(merge: AgentMerge, led: Mapping[int, int]) -> None:
    """Put back the joins of a merge that nobody has touched since; `led` are later merges."""
    for row in merge.rows.filter(place=PLACE).order_by("pk"):
        ends = {name: row.before[name] for name in _ENDS}
        if not row.after:
            if not AgentJoin.objects.filter(**ends, home=row.before["home_id"]).exists():
                AgentJoin.objects.create(**row.before)
            continue
        left = sorted(led.get(row.after[name], row.after[name]) for name in _ENDS)
        join = AgentJoin.objects.filter(pk=row.row).first()
        if join and [join.first_id, join.second_id] in (sorted(row.after.values()), left):
            _name(join, ends)


def _name(join: AgentJoin, ends: Mapping[str, Any]) -> None:
    for name, value in ends.items():
        setattr(join, name, value)
    join.save(update_fields=["first", "second"])

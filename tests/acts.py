"""What the history keeps of the last act on a row."""

from typing import Any


def last_act(row: Any) -> dict[str, Any]:
    """Return who changed the row last, in which act and why."""
    told: dict[str, Any] = row.history.order_by("pgh_id").last().pgh_context
    return told

"""Say what somebody else changed while a page lay open (I18)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from corpus.history import history_rows

SILENT = ("revision", "finding", "sort_on")
LONGEST = 80


def since_it_was_read(row: models.Model | None, revision: str) -> str:
    """Return the sentence that says what changed in `row` since the revision that was read."""
    if row is None:
        return _("Somebody removed this in the meantime. Nothing was saved.")
    before = as_read(row, revision)
    changes = differences(before, row) if before else []
    return _(
        "Somebody else changed “%(row)s” while this page was open%(changes)s. Nothing was saved. "
        "Open it again and repeat your change."
    ) % {"row": row, "changes": f" ({'; '.join(changes)})" if changes else ""}


def as_read(row: models.Model, revision: str) -> Any:
    """Return the history row of `row` at `revision`; None where there is none."""
    if not revision.isdecimal():
        return None
    return (
        history_rows(type(row))
        .filter(pgh_obj=row.pk, revision=int(revision))
        .order_by("pgh_id")
        .last()
    )


def differences(before: Any, row: models.Model) -> list[str]:
    """Return "name: old → new" for each field of `row` that is not as it was."""
    return [
        f"{field.verbose_name}: {_shown(before, field)} → {_shown(row, field)}"
        for field in row._meta.concrete_fields
        if field.name not in SILENT
        and hasattr(before, field.attname)
        and getattr(before, field.attname) != getattr(row, field.attname)
    ]


def _shown(row: Any, field: Any) -> str:
    if field.choices:
        value = getattr(row, f"get_{field.name}_display")()
    else:
        value = getattr(row, field.name)
    text = str(value) if value not in (None, "") else "–"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"

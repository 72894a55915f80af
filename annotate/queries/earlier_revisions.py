"""A tag or link as it was at an earlier revision, for who acts on what they saw then."""

from copy import copy
from typing import Any

from django.db.models import Model


def as_it_was[Row: Model](row: Row, revision: int) -> Row | None:
    """Return an unsaved copy of `row` as it stood at `revision`; None where no history has it.

    Of several writes at one revision the last counts. What the copy names is fetched again
    where it was another one then.
    """
    events: Any = row._meta.get_field("history").related_model
    found = events._default_manager.filter(pgh_obj=row.pk, revision=revision)
    event = found.order_by("-pgh_id").first()
    if event is None:
        return None
    earlier = copy(row)
    for field in row._meta.concrete_fields:
        if hasattr(event, field.attname):
            setattr(earlier, field.attname, getattr(event, field.attname))
    return earlier

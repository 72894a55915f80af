"""History rows: who changed what, when, in which act, kept by triggers in the database."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pghistory
import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from corpus.rules import never


@contextmanager
def history(*, by: models.Model, action: str, reason: str = "", **more: Any) -> Iterator[None]:
    """Name the person, the act and the reason for every history row written inside.

    `more` is kept beside them, such as what a person was asked and answered.

    The names stand in the session's settings, so that triggers see them too: an update of a
    tag or link that names nobody is refused (I23). An act inside an act has its own names.
    """
    told = {"by": by.pk, "action": action, "reason": reason, **more}
    with pghistory.context() as context:
        before = dict(context.metadata)
        context.metadata.update(told)
        try:
            yield
        finally:
            context.metadata.clear()
            context.metadata.update(before)


def history_rows(model: type[models.Model]) -> "models.QuerySet[Any]":
    """Return the history rows of a model that keeps them, in no order; each is of a `pgh_obj`."""
    events: Any = model._meta.get_field("history").related_model
    found: models.QuerySet[Any] = events._default_manager.all()
    return found


def keep_history[Model: type[models.Model]](
    *, exclude: list[str] | None = None, read_by: tuple[str, ...] = ()
) -> Callable[[Model], Model]:
    """Return a decorator that keeps an append-only history table for a model.

    Every insert, update and delete leaves the row as it was after (before, for a delete),
    with its act in `pgh_context`. The table is read by row, and by the foreign keys `read_by`.
    """

    # Said as Any: its signature does not know that None leaves the column out.
    without: Any = None

    def wrap(model: Model) -> Model:
        decorate: Any = pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            exclude=exclude,
            obj_field=pghistory.ObjForeignKey(related_name="history", related_query_name="history"),
            context_field=pghistory.ContextJSONField(),
            context_id_field=without,
            append_only=False,  # by rules of our own, which say their names
            meta={
                "indexes": [
                    models.Index(fields=[field, "pgh_id"]) for field in ("pgh_obj", *read_by)
                ],
                "triggers": [
                    never(
                        "history_never_changes",
                        pgtrigger.Update | pgtrigger.Delete,
                        _("History cannot be changed or deleted."),
                    ),
                    never(
                        "history_is_never_emptied",
                        pgtrigger.Truncate,
                        _("History cannot be changed or deleted."),
                    ),
                ],
            },
        )
        decorated: Model = decorate(model)
        # TRUNCATE leaves no history.
        pgtrigger.register(
            never(
                "what_has_a_history_is_never_emptied",
                pgtrigger.Truncate,
                _("What has a history is never emptied."),
            )
        )(decorated)
        return decorated

    return wrap

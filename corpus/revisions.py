"""Optimistic locking: a write carries the revision it was based on (I18)."""

from typing import TYPE_CHECKING, Any, Self

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from corpus.rules import Rule, refuse

if TYPE_CHECKING:
    _IntegerField = models.PositiveIntegerField[int, int]
else:
    _IntegerField = models.PositiveIntegerField


class StaleRevision(Exception):
    """Somebody else saved the row first; nothing was written. `current` is the row now."""

    def __init__(self, current: models.Model | None) -> None:
        super().__init__("The row was changed by somebody else.")
        self.current = current


class RevisionField(_IntegerField):
    """Counts the saves of a row; every update raises it by one."""

    def pre_save(self, model_instance: models.Model, add: bool) -> int:
        revision: int = getattr(model_instance, self.attname)
        if not add:
            revision += 1
            setattr(model_instance, self.attname, revision)
        return revision


class Revised(models.Model):
    """A row whose update succeeds only on the revision that was read.

    `save()` raises StaleRevision, and leaves the row as it stands, when it was changed since.
    """

    revision = RevisionField(default=1, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        fields = options.get("update_fields")
        if fields is not None:
            options["update_fields"] = {*fields, "revision"}
        read = self.revision
        try:
            super().save(*args, **options)
        except Exception:
            self.revision = read
            raise

    def _do_update(self, base_qs: models.QuerySet[Self], *args: Any, **options: Any) -> Any:
        updated = super()._do_update(base_qs.filter(revision=self.revision - 1), *args, **options)
        if not updated:
            raise StaleRevision(type(self)._base_manager.filter(pk=self.pk).first())
        return updated


def follows_its_revision() -> Rule:
    """Return the rule that an update raises the revision by exactly one."""
    return Rule(
        name="revision_follows_the_one_read",
        operation=pgtrigger.Update,
        func=f"""
            IF NEW.revision IS DISTINCT FROM OLD.revision + 1 THEN
                {refuse("revision_follows_the_one_read")}
            END IF;
            RETURN NEW;
        """,
        sentences={
            "revision_follows_the_one_read": _(
                "Somebody else changed this in the meantime. Reload it and try again."
            )
        },
    )

"""What every row of the record carries."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Recorded(models.Model):
    """A row that says who made it and when (UTC)."""

    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("made by"),
    )
    created_at = models.DateTimeField(_("made at"), db_default=Now(), editable=False)

    class Meta:
        abstract = True


class Coded(models.Model):
    """A row that says something else by a merge, and what people said: `coded`.

    By column: what people said, and what merges make of it. A column that reads otherwise was
    changed by a person since, and theirs is what counts. Empty where no merge changes anything.
    """

    coded = models.JSONField(null=True, editable=False)

    class Meta:
        abstract = True


class Identified(models.Model):
    """A row with an identity that survives export and joining two installations."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True

"""The one tag a person carries to link from; it survives page changes and signing out."""

from django.conf import settings
from django.db import models

from .tag import Tag


class Tray(models.Model):
    """What a person carries: at most one tag."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="tray", primary_key=True
    )
    tag = models.ForeignKey(Tag, models.PROTECT, related_name="+")
    put_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.tag_id)

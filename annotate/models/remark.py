"""What one reviewer says of a tag, link, claim or document."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corpus.history import keep_history
from corpus.models import Document
from corpus.models.recorded import Identified, Recorded
from corpus.rules import known, never

from .claim import Claim
from .link import Link
from .tag import Tag

TARGETS = ("tag", "link", "claim", "document")

type Target = Tag | Link | Claim | Document


class RemarkKind(models.TextChoices):
    AGREE = "agree", _("agrees")
    DISAGREE = "disagree", _("disagrees")
    QUESTION = "question", _("asks")
    NOTE = "note", _("notes")


def _one_target() -> Q:
    condition = Q()
    for target in TARGETS:
        others = {f"{other}__isnull": True for other in TARGETS if other != target}
        condition |= Q(**{f"{target}__isnull": False}, **others)
    return condition


@keep_history()
class Remark(Identified, Recorded):
    """Agreement, objection, question or note on exactly one target."""

    tag = models.ForeignKey(Tag, models.PROTECT, related_name="remarks", null=True, blank=True)
    link = models.ForeignKey(Link, models.PROTECT, related_name="remarks", null=True, blank=True)
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="remarks", null=True, blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, related_name="remarks", null=True, blank=True
    )
    kind = models.CharField(_("kind"), max_length=10, choices=RemarkKind)
    text = models.TextField(_("text"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=_one_target(),
                name="remark_has_one_target",
                violation_error_message=_("A remark is about one thing."),
            ),
            models.CheckConstraint(
                condition=Q(kind=RemarkKind.AGREE) | ~Q(text=""),
                name="remark_says_something",
                violation_error_message=_("Say why, in a few words."),
            ),
            models.UniqueConstraint(
                fields=["created_by", "tag"],
                condition=Q(kind=RemarkKind.AGREE, tag__isnull=False),
                name="person_agrees_once",
                violation_error_message=_("You have already agreed with this tag."),
            ),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True, answered_at__isnull=True)
                | Q(answered_by__isnull=False, answered_at__isnull=False),
                name="answered_remark_says_by_whom",
                violation_error_message=_("An answered remark says who answered and when."),
            ),
            known(
                "remark_kind_is_known",
                _("Choose agree, disagree, question or note."),
                kind=RemarkKind.values,
            ),
        ]
        triggers = [
            never(
                "remark_text_never_changes",
                pgtrigger.Update,
                _("A remark is not rewritten. Add another one."),
                pgtrigger.AnyChange(
                    "tag", "link", "claim", "document", "kind", "text", "created_by", "created_at"
                ),
            ),
            never(
                "remark_is_never_deleted",
                pgtrigger.Delete,
                _("A remark is never deleted. Add another one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.text[:60]}"

    @property
    def target(self) -> Target:
        """What it is about."""
        target = self.tag or self.link or self.claim or self.document
        assert target is not None  # the database refuses a remark about nothing
        return target


def noun_of(target: Target) -> str:
    """Return what a target is called, which is also its field on a remark."""
    return str(target._meta.model_name)

"""Splitting a claim: its parts, and which of them people say each tag belongs to."""

from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corpus.models.collection import known_to
from corpus.models.recorded import Recorded
from corpus.rules import ACTOR_SQL, Rule, never, refuse

from .claim import Claim
from .tag import Tag

if TYPE_CHECKING:
    from corpus.models import Person

PARTS = 9  # as many as there are keys


class ClaimSplitQuerySet(models.QuerySet["ClaimSplit"]):
    def open(self) -> "ClaimSplitQuerySet":
        """Keep the splits that people still work on."""
        return self.filter(closed_at=None)

    def visible_to(self, user: "Person | AnonymousUser") -> "ClaimSplitQuerySet":
        """Keep the splits of claims that `user` may see (I20)."""
        return self.filter(known_to(user, "source__home"))


class ClaimSplit(Recorded):
    """A claim says several things: people say which each tag means, until it is closed.

    Until then every tag goes on counting under the claim.
    """

    source = models.ForeignKey(Claim, models.PROTECT, related_name="splits")
    reason = models.CharField(_("why it is split"), max_length=300)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    closed_at = models.DateTimeField(null=True, editable=False)
    is_dropped = models.BooleanField(default=False, editable=False)

    objects = ClaimSplitQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="split_says_why",
                violation_error_message=_("Say why the claim is split."),
            ),
            models.UniqueConstraint(
                fields=["source"],
                condition=Q(closed_at__isnull=True),
                name="claim_is_split_once",
                violation_error_message=_("This claim is already being split."),
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True, is_dropped=False)
                | Q(closed_at__isnull=False, closed_by__isnull=False),
                name="closed_split_says_by_whom",
                violation_error_message=_(
                    "A split that is closed must say who closed it and when."
                ),
            ),
        ]
        triggers = [
            Rule(
                name="claim_is_split_by_its_curator",
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=f"""
                    IF NOT EXISTS (
                        SELECT 1 FROM annotate_claim c JOIN corpus_membership m
                        ON m.role = 'curator' AND m.user_id = {ACTOR_SQL}
                        AND (c.home_id IS NULL OR c.home_id = m.collection_id)
                        WHERE c.id = NEW.source_id
                    ) OR (TG_OP = 'UPDATE' AND (OLD.closed_at IS NOT NULL
                          OR NEW.closed_by_id IS DISTINCT FROM {ACTOR_SQL}
                          OR NEW.source_id <> OLD.source_id))
                    THEN
                        {refuse("claim_is_split_by_its_curator")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={
                    "claim_is_split_by_its_curator": _(
                        "Only a curator can split a claim, and only once."
                    )
                },
            ),
            never(
                "split_is_never_deleted",
                pgtrigger.Delete,
                _("The record of a split cannot be changed. Give up the split instead."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.source_id)


class SplitPart(models.Model):
    """One of the claims that a claim is split into, and the key that chooses it."""

    split = models.ForeignKey(ClaimSplit, models.PROTECT, related_name="parts")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="part_of_splits")
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(
                fields=["split", "claim"],
                name="claim_is_one_part_of_a_split",
                violation_error_message=_("Name each part once."),
            ),
            models.UniqueConstraint(
                fields=["split", "number"],
                name="part_of_a_split_has_its_key",
                violation_error_message=_("Each part needs its own key."),
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=PARTS),
                name="split_has_as_many_parts_as_keys",
                violation_error_message=_("Split a claim into at most nine."),
            ),
        ]
        triggers = [
            Rule(
                name="part_is_used_where_the_claim_is",
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM annotate_claimsplit s
                        JOIN annotate_claim whole ON whole.id = s.source_id
                        JOIN annotate_claim part ON part.id = NEW.claim_id
                        WHERE s.id = NEW.split_id AND (part.id = whole.id
                            OR part.status NOT IN ('proposed', 'active')
                            OR (part.home_id IS NOT NULL
                                AND part.home_id IS DISTINCT FROM whole.home_id))
                    ) THEN
                        {refuse("part_is_used_where_the_claim_is")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={
                    "part_is_used_where_the_claim_is": _(
                        "Choose parts that are in use and known wherever the claim is."
                    )
                },
            ),
            never(
                "split_keeps_its_parts",
                pgtrigger.Delete,
                _("The parts of a split cannot be changed."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.claim_id}"


class SplitChoice(Recorded):
    """Which part a tag belongs to, as its author or a curator says."""

    split = models.ForeignKey(ClaimSplit, models.PROTECT, related_name="choices")
    tag = models.ForeignKey(Tag, models.PROTECT, related_name="split_choices")
    part = models.ForeignKey(SplitPart, models.PROTECT, related_name="choices")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["split", "tag"],
                name="tag_belongs_to_one_part",
                violation_error_message=_("Choose one part for each tag."),
            ),
        ]
        triggers = [
            Rule(
                name="part_is_chosen_by_who_may_change_the_tag",
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=f"""
                    IF NEW.created_by_id IS DISTINCT FROM {ACTOR_SQL} OR NOT EXISTS (
                        SELECT 1 FROM annotate_tag t
                        JOIN annotate_claimsplit s ON s.id = NEW.split_id
                            AND s.source_id = t.claim_id AND s.closed_at IS NULL
                        JOIN annotate_splitpart p ON p.id = NEW.part_id AND p.split_id = s.id
                        JOIN corpus_passage place ON place.id = t.passage_id
                        JOIN corpus_textversion v ON v.id = place.text_version_id
                        JOIN corpus_document d ON d.id = v.document_id
                        WHERE t.id = NEW.tag_id AND (t.created_by_id = {ACTOR_SQL} OR EXISTS (
                            SELECT 1 FROM corpus_membership m WHERE m.role = 'curator'
                            AND m.collection_id = d.collection_id AND m.user_id = {ACTOR_SQL}
                        ))
                    ) THEN
                        {refuse("part_is_chosen_by_who_may_change_the_tag")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={
                    "part_is_chosen_by_who_may_change_the_tag": _(
                        "Only its author, or a curator, says which part a tag belongs to, while "
                        "the claim is being split."
                    )
                },
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tag_id}: {self.part_id}"

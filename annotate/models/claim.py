"""The codebook: propositions without an author."""

from typing import TYPE_CHECKING

import pgtrigger
from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _

from corpus.history import keep_history
from corpus.models import Collection
from corpus.models.collection import known_to
from corpus.models.recorded import Coded, Identified, Recorded
from corpus.revisions import Revised, follows_its_revision
from corpus.rules import DeferredRule, Rule, known, never, refuse, shared_one_way

if TYPE_CHECKING:
    from corpus.models import Person

PALETTE = 12


class ClaimKind(models.TextChoices):
    FACTUAL = "factual", _("factual")
    CAUSAL = "causal", _("causal")
    LEGAL = "legal", _("legal")
    EVALUATION = "evaluation", _("evaluation")
    POSITION = "position", _("position")
    RECOMMENDATION = "recommendation", _("recommendation")


class ClaimStatus(models.TextChoices):
    PROPOSED = "proposed", _("new, to be tidied")
    ACTIVE = "active", _("active")
    MERGED = "merged", _("merged")
    SPLIT = "split", _("split")
    DEPRECATED = "deprecated", _("no longer used")


OPEN_CLAIM = (ClaimStatus.PROPOSED, ClaimStatus.ACTIVE)


class NextClaimId(Func):
    """The next public id, "C" and a number of at least two figures; no number comes twice."""

    template = "('C' || to_char(nextval('annotate_claim_number'), 'FM9999999900'))"
    output_field = models.CharField()


class ClaimQuerySet(models.QuerySet["Claim"]):
    def visible_to(self, user: "Person | AnonymousUser") -> "ClaimQuerySet":
        """Keep the claims shared by all and those of collections `user` may read (I20)."""
        return self.filter(known_to(user, "home"))

    def usable_in(self, collection_id: int) -> "ClaimQuerySet":
        """Keep the claims that a new tag in the collection may use."""
        return self.filter(Q(home=None) | Q(home=collection_id), status__in=OPEN_CLAIM)


def _names() -> Concat:
    """Return the short names of a claim in every language, as one text."""
    texts = Func(
        "alt_labels",
        models.Value("$[*].text"),
        function="jsonb_path_query_array",
        output_field=models.JSONField(),
    )
    return Concat(
        "label",
        models.Value(" · "),
        Cast(texts, models.TextField()),
        output_field=models.TextField(),
    )


@keep_history(exclude=["names", "finding"])
class Claim(Identified, Revised, Coded, Recorded):
    """One proposition without an author; the tags say who takes what stance on it."""

    public_id = models.CharField(_("id"), max_length=12, db_default=NextClaimId(), editable=False)
    label = models.CharField(_("short name"), max_length=120)
    alt_labels = models.JSONField(
        _("short names in other languages"),
        default=list,
        blank=True,
        help_text=_("A list such as [{“text”: “驱回”, “language”: “zh”}]."),
    )
    text = models.TextField(
        _("sentence"),
        help_text=_("One proposition in the present tense that names its actor; no “X says”."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=ClaimKind, blank=True)
    scope_note = models.TextField(_("when to use it"), blank=True)
    broader = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="narrower",
        null=True,
        blank=True,
        verbose_name=_("narrower than"),
    )
    color = models.PositiveSmallIntegerField(_("colour"), default=1)
    home = models.ForeignKey(
        Collection,
        models.PROTECT,
        related_name="claims",
        null=True,
        blank=True,
        verbose_name=_("known only in"),
        help_text=_("Empty: shared by the whole installation."),
    )
    status = models.CharField(
        _("status"), max_length=12, choices=ClaimStatus, default=ClaimStatus.PROPOSED
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, related_name="merged", null=True, blank=True, editable=False
    )
    wording = models.PositiveIntegerField(_("wording"), default=1, editable=False)
    names = models.GeneratedField(
        expression=_names(), output_field=models.TextField(), db_persist=True
    )
    finding = models.GeneratedField(
        expression=Concat(
            _names(),
            models.Value(" · "),
            "text",
            models.Value(" · "),
            "scope_note",
            output_field=models.TextField(),
        ),
        output_field=models.TextField(),
        db_persist=True,
    )

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ("pk",)
        indexes = [
            GinIndex(OpClass("names", name="gin_trgm_ops"), name="claim_names_trigrams"),
            GinIndex(OpClass("finding", name="gin_trgm_ops"), name="claim_finding_trigrams"),
            models.Index(fields=["label", "id"], name="claims_by_label"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["public_id"],
                name="claim_id_is_never_given_twice",
                violation_error_message=_("This claim id is taken."),
            ),
            models.CheckConstraint(
                condition=~Q(label="") & ~Q(text=""),
                name="claim_has_a_label_and_a_sentence",
                violation_error_message=_("Give the claim a short name and a sentence."),
            ),
            models.CheckConstraint(
                condition=Q(status=ClaimStatus.MERGED, merged_into__isnull=False)
                | (~Q(status=ClaimStatus.MERGED) & Q(merged_into__isnull=True)),
                name="merged_claim_says_into_which",
                violation_error_message=_("A merged claim must say which claim it became."),
            ),
            models.CheckConstraint(
                condition=~Q(merged_into=F("id")) & ~Q(broader=F("id")),
                name="claim_does_not_stand_on_itself",
                violation_error_message=_(
                    "A claim cannot be narrower than itself or merge into itself."
                ),
            ),
            models.CheckConstraint(
                condition=Q(color__gte=1, color__lte=PALETTE),
                name="claim_colour_is_in_the_palette",
                violation_error_message=_("Choose a colour from 1 to 12."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ClaimKind.values) | Q(kind="", status=ClaimStatus.PROPOSED),
                name="claim_kind_is_known",
                violation_error_message=_("Choose a kind of claim from the list."),
            ),
            known(
                "claim_status_is_known",
                _("Choose a status from the list."),
                status=ClaimStatus.values,
            ),
        ]
        triggers = [
            follows_its_revision(),
            Rule(
                name="claim_merges_into_one_that_stands",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("merged_into_id", "status"),
                declare=[("target", "text")],
                func=f"""
                    IF NEW.merged_into_id IS NOT NULL THEN
                        SELECT status INTO target FROM annotate_claim
                            WHERE id = NEW.merged_into_id FOR SHARE;
                        IF target = 'merged' THEN
                            {refuse("claim_merges_into_one_that_stands")}
                        END IF;
                        IF EXISTS (SELECT 1 FROM annotate_claim WHERE merged_into_id = NEW.id) THEN
                            {refuse("claim_merges_into_one_that_stands")}
                        END IF;
                    END IF;
                    RETURN NEW;
                """,
                sentences={
                    "claim_merges_into_one_that_stands": _(
                        "A claim cannot merge into one that is merged itself. Choose the claim "
                        "at the end of the chain."
                    )
                },
            ),
            Rule(
                name="claim_with_live_tags_stays_open",
                operation=pgtrigger.UpdateOf("status"),
                condition=pgtrigger.Q(new__status__in=["deprecated", "merged", "split"]),
                func=f"""
                    IF EXISTS (SELECT 1 FROM annotate_tag t WHERE t.claim_id = NEW.id
                               AND t.status IN ('submitted', 'accepted')) THEN
                        {refuse("claim_with_live_tags_stays_open")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={
                    "claim_with_live_tags_stays_open": _(
                        "Tags still use this claim. Move or withdraw them first."
                    )
                },
            ),
            Rule(
                name="claim_wording_only_rises",
                operation=pgtrigger.UpdateOf("wording", "public_id", "uid"),
                func=f"""
                    IF NEW.wording < OLD.wording OR NEW.public_id <> OLD.public_id
                       OR NEW.uid <> OLD.uid THEN
                        {refuse("claim_wording_only_rises")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={
                    "claim_wording_only_rises": _(
                        "The id of a claim cannot change, and the number of its wording "
                        "can only rise."
                    )
                },
            ),
            # One at a time: two who hang claims below each other would not see each other.
            Rule(
                name="claim_is_not_narrower_than_itself",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("broader_id"),
                condition=pgtrigger.Q(new__broader__isnull=False),
                func=f"""
                    PERFORM pg_advisory_xact_lock(hashtext('annotate_claim.broader'));
                    IF EXISTS (
                        WITH RECURSIVE above AS (
                            SELECT id, broader_id FROM annotate_claim
                            WHERE id = NEW.broader_id AND id <> NEW.id
                            UNION
                            SELECT c.id, c.broader_id FROM annotate_claim c
                            JOIN above ON c.id = above.broader_id
                        ) SELECT 1 FROM above WHERE NEW.id IN (id, broader_id)
                    ) THEN
                        {refuse("claim_is_not_narrower_than_itself")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={
                    "claim_is_not_narrower_than_itself": _("That claim is narrower than this one.")
                },
            ),
            shared_one_way(
                "claim_is_shared_one_way",
                _("A claim can be shared with everybody, but not taken back."),
            ),
            DeferredRule(
                name="reworded_claim_leaves_no_live_tag",
                operation=pgtrigger.UpdateOf("wording"),
                func=f"""
                    IF EXISTS (SELECT 1 FROM annotate_tag t
                               JOIN annotate_claim c ON c.id = t.claim_id
                               WHERE c.id = NEW.id AND t.claim_wording <> c.wording
                               AND t.status IN ('submitted', 'accepted')) THEN
                        {refuse("reworded_claim_leaves_no_live_tag")}
                    END IF;
                    RETURN NULL;
                """,
                sentences={
                    "reworded_claim_leaves_no_live_tag": _(
                        "Tags made under the earlier wording must get a second look first."
                    )
                },
            ),
            DeferredRule(
                name="tags_follow_what_their_claim_became",
                operation=pgtrigger.UpdateOf("merged_into_id"),
                func=f"""
                    IF EXISTS (SELECT 1 FROM annotate_tag t
                               JOIN annotate_claim c ON c.id = t.claim_when_tagged_id
                               WHERE c.id = NEW.id
                               AND t.claim_id <> COALESCE(c.merged_into_id, c.id)) THEN
                        {refuse("tag_counts_for_what_its_claim_became")}
                    END IF;
                    RETURN NULL;
                """,
                sentences={},
            ),
            never(
                "claim_is_never_deleted",
                pgtrigger.Delete,
                _("A claim is never deleted: mark it as no longer used."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} {self.label}"

"""The evidence graph: one tag bears on another, and why."""

from typing import TYPE_CHECKING

import pgtrigger
from django.contrib.auth.models import AnonymousUser
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from corpus.history import keep_history
from corpus.models.recorded import Identified, Recorded
from corpus.revisions import Revised, follows_its_revision
from corpus.rules import ACTOR_SQL, REASON_SQL, Rule, known, never, refuse

from .moving import UNDOING_SQL
from .relation import DERIVED, SYMMETRIC, Relation
from .tag import AGREE_SQL, CORROBORATE_SQL, LIVE_SQL, STALE_LINK_SENTENCE, Tag

if TYPE_CHECKING:
    from corpus.models import Person


class Strength(models.TextChoices):
    STRONG = "strong", _("strong")
    MODERATE = "moderate", _("moderate")
    WEAK = "weak", _("weak")


class LinkDirectness(models.TextChoices):
    DIRECT = "direct", _("direct")
    INDIRECT = "indirect", _("indirect")


class LinkStatus(models.TextChoices):
    SUBMITTED = "submitted", _("submitted")
    ACCEPTED = "accepted", _("accepted")
    REJECTED = "rejected", _("rejected")
    WITHDRAWN = "withdrawn", _("withdrawn")
    STALE = "stale", _("needs a second look")


LIVE_LINK = (LinkStatus.SUBMITTED, LinkStatus.ACCEPTED)
RATIONALE_MIN = 10

_CURATES_BOTH_SQL = f"""2 = (
    SELECT count(*) FROM annotate_tag t
    JOIN corpus_passage p ON p.id = t.passage_id
    JOIN corpus_textversion v ON v.id = p.text_version_id
    JOIN corpus_document d ON d.id = v.document_id
    JOIN corpus_membership m ON m.collection_id = d.collection_id AND m.role = 'curator'
    WHERE t.id IN (OLD.from_tag_id, OLD.to_tag_id) AND m.user_id = {ACTOR_SQL}
)"""


class LinkQuerySet(models.QuerySet["Link"]):
    def visible_to(self, user: "Person | AnonymousUser") -> "LinkQuerySet":
        """Keep the links of which `user` may see both ends (I20)."""
        tags = Tag.objects.visible_to(user).values("pk")
        return self.filter(from_tag__in=tags, to_tag__in=tags)

    def live(self) -> "LinkQuerySet":
        """Keep the links that stand: submitted or accepted (I13)."""
        return self.filter(status__in=LIVE_LINK)


@keep_history()
class Link(Identified, Revised, Recorded):
    """One arrow of the evidence graph: `from_tag` bears on `to_tag`."""

    from_tag = models.ForeignKey(Tag, models.PROTECT, related_name="links_out")
    to_tag = models.ForeignKey(Tag, models.PROTECT, related_name="links_in")
    relation = models.CharField(_("relation"), max_length=15, choices=Relation)
    rationale = models.TextField(
        _("because"),
        validators=[
            MinLengthValidator(
                RATIONALE_MIN, _("Say why in at least 10 characters: a link always says why.")
            )
        ],
    )
    strength = models.CharField(
        _("strength"), max_length=8, choices=Strength, default=Strength.MODERATE
    )
    directness = models.CharField(_("directness"), max_length=8, choices=LinkDirectness, blank=True)
    status = models.CharField(
        _("status"), max_length=9, choices=LinkStatus, default=LinkStatus.SUBMITTED
    )
    status_before = models.CharField(max_length=9, choices=LinkStatus, blank=True, editable=False)
    staled_by = models.ForeignKey(
        Tag, models.PROTECT, related_name="+", null=True, blank=True, editable=False
    )
    # A merge made it stale; while this is the revision, nobody has touched it since.
    fell_at_revision = models.PositiveIntegerField(null=True, editable=False)

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(from_tag=F("to_tag")),
                name="link_joins_two_tags",
                violation_error_message=_("A tag cannot be linked to itself."),
            ),
            models.CheckConstraint(
                condition=~Q(relation__in=SYMMETRIC) | Q(from_tag__lt=F("to_tag")),
                name="symmetric_link_is_stored_once",
                violation_error_message=_("A link that reads the same both ways is stored once."),
            ),
            models.UniqueConstraint(
                fields=["from_tag", "to_tag", "relation"],
                condition=Q(status__in=LIVE_LINK),
                name="link_is_made_once",
                violation_error_message=_("These two tags are already linked in this way."),
            ),
            models.CheckConstraint(
                condition=~Q(relation__in=DERIVED) & Q(relation__in=Relation.values),
                name="link_relation_is_made_by_hand",
                violation_error_message=_(
                    "Choose a relation from the list; what is copied from where is recorded on "
                    "the document, not as a link."
                ),
            ),
            models.CheckConstraint(
                condition=Q(rationale__length__gte=RATIONALE_MIN),
                name="link_says_why",
                violation_error_message=_(
                    "Say why in at least 10 characters: a link always says why."
                ),
            ),
            known(
                "link_values_are_known",
                strength=Strength.values,
                directness=["", *LinkDirectness.values],
                status=LinkStatus.values,
            ),
            models.CheckConstraint(
                condition=Q(staled_by__isnull=True)
                | (
                    Q(status=LinkStatus.STALE)
                    & (Q(staled_by=F("from_tag")) | Q(staled_by=F("to_tag")))
                ),
                name="link_falls_with_one_of_its_tags",
                violation_error_message=_("A link waits for one of its own two tags."),
            ),
        ]
        triggers = [
            follows_its_revision(),
            Rule(
                name="link_joins_what_it_may",
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf("from_tag_id", "to_tag_id", "relation", "status"),
                declare=[("a", "record"), ("b", "record")],
                func=f"""
                    PERFORM 1 FROM annotate_tag WHERE id IN (NEW.from_tag_id, NEW.to_tag_id)
                        ORDER BY id FOR SHARE;
                    SELECT claim_id, stance, asserted_by_id, held_by_id, status INTO a
                        FROM annotate_tag WHERE id = NEW.from_tag_id;
                    SELECT claim_id, stance, asserted_by_id, held_by_id, status INTO b
                        FROM annotate_tag WHERE id = NEW.to_tag_id;
                    IF NEW.status NOT IN {LIVE_SQL} THEN RETURN NEW; END IF;
                    IF a.status NOT IN {LIVE_SQL} OR b.status NOT IN {LIVE_SQL} THEN
                        {refuse("live_link_joins_live_tags")}
                    END IF;
                    IF NEW.relation = 'corroborates' THEN
                        IF a.claim_id <> b.claim_id THEN
                            {refuse("corroborating_tags_share_a_claim")}
                        END IF;
                        IF a.asserted_by_id = b.asserted_by_id THEN
                            {refuse("corroborating_tags_have_two_voices")}
                        END IF;
                        IF NOT COALESCE({AGREE_SQL}, false) THEN
                            {refuse("corroborating_tags_agree")}
                        END IF;
                    END IF;
                    RETURN NEW;
                """,
                sentences={
                    "live_link_joins_live_tags": STALE_LINK_SENTENCE,
                    "corroborating_tags_share_a_claim": _(
                        "Only tags of the same claim corroborate each other. "
                        "Choose supports or specifies."
                    ),
                    "corroborating_tags_have_two_voices": _(
                        "Both are the words of the same source: it cannot corroborate itself."
                    ),
                    "corroborating_tags_agree": _(
                        "These tags take different sides, so they do not corroborate each other. "
                        "Choose contradicts or challenges."
                    ),
                },
            ),
            Rule(
                name="link_is_changed_by_its_author",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(),
                func=f"""
                    IF (NEW.uid, NEW.created_by_id, NEW.created_at, NEW.from_tag_id, NEW.to_tag_id)
                       IS DISTINCT FROM
                       (OLD.uid, OLD.created_by_id, OLD.created_at, OLD.from_tag_id, OLD.to_tag_id)
                       AND NOT (NEW.from_tag_id = OLD.to_tag_id AND NEW.to_tag_id = OLD.from_tag_id
                                AND (NEW.uid, NEW.created_by_id, NEW.created_at)
                                  = (OLD.uid, OLD.created_by_id, OLD.created_at))
                    THEN
                        {refuse("link_keeps_its_ends")}
                    END IF;
                    IF {ACTOR_SQL} IS NULL THEN
                        {refuse("change_of_a_link_names_its_person")}
                    END IF;
                    IF {ACTOR_SQL} = OLD.created_by_id THEN RETURN NEW; END IF;
                    IF (NEW.relation, NEW.rationale, NEW.strength, NEW.directness, NEW.from_tag_id)
                       = (OLD.relation, OLD.rationale, OLD.strength, OLD.directness,
                          OLD.from_tag_id)
                    THEN
                        IF NEW.status = 'stale' AND OLD.status = 'stale' THEN RETURN NEW; END IF;
                        IF NEW.status = 'stale' AND OLD.status IN {LIVE_SQL} AND EXISTS (
                            SELECT 1 FROM annotate_tag a, annotate_tag b
                            WHERE a.id = NEW.from_tag_id AND b.id = NEW.to_tag_id
                            AND NOT (a.status IN {LIVE_SQL} AND b.status IN {LIVE_SQL}
                                     AND (NEW.relation <> 'corroborates' OR {CORROBORATE_SQL}))
                        ) THEN
                            RETURN NEW;
                        END IF;
                        IF OLD.status = 'stale' AND OLD.staled_by_id IS NOT NULL
                           AND NEW.status = COALESCE(NULLIF(OLD.status_before, ''), 'submitted')
                           AND EXISTS (SELECT 1 FROM annotate_tag t WHERE t.id = OLD.staled_by_id
                                       AND t.status IN {LIVE_SQL}) THEN
                            RETURN NEW;
                        END IF;
                        IF OLD.status = 'stale'
                           AND NEW.status = COALESCE(NULLIF(OLD.status_before, ''), 'submitted')
                           AND OLD.fell_at_revision = OLD.revision AND ({UNDOING_SQL}) THEN
                            RETURN NEW;
                        END IF;
                    END IF;
                    IF {REASON_SQL} = '' OR NOT {_CURATES_BOTH_SQL} THEN
                        {refuse("link_is_changed_by_its_author_or_a_curator")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={
                    "link_keeps_its_ends": _(
                        "A link keeps its two tags. Withdraw it and make another."
                    ),
                    "change_of_a_link_names_its_person": _(
                        "A link cannot be changed without saying who changes it."
                    ),
                    "link_is_changed_by_its_author_or_a_curator": _(
                        "Only its author can change a link; a curator can too, with a reason."
                    ),
                },
            ),
            never(
                "link_is_never_deleted",
                pgtrigger.Delete,
                _("A link is never deleted: withdraw it instead."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_tag_id} {self.get_relation_display()} {self.to_tag_id}"

    @property
    def is_symmetric(self) -> bool:
        """Whether the link reads the same from both ends."""
        return Relation(self.relation).is_symmetric


models.TextField.register_lookup(Length)

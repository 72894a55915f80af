"""The brief: claims and quotes in order, under a question, and its frozen editions."""

from typing import TYPE_CHECKING

import pgtrigger
from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from corpus.history import keep_history
from corpus.models import Collection, Membership
from corpus.models.recorded import Identified, Recorded
from corpus.revisions import Revised, follows_its_revision
from corpus.rules import Rule, never, refuse

from .claim import Claim
from .tag import Tag

if TYPE_CHECKING:
    from corpus.models import Person


class BriefQuerySet(models.QuerySet["Brief"]):
    def visible_to(self, user: "Person | AnonymousUser") -> "BriefQuerySet":
        """Keep the briefs of collections `user` is a member of, open ones included (I20)."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self.filter(collection__in=Membership.objects.filter(user=user).values("collection"))


@keep_history()
class Brief(Identified, Revised, Recorded):
    """A question, and what bears on it; `revision` counts the changes of all its parts."""

    collection = models.ForeignKey(
        Collection, models.PROTECT, related_name="briefs", verbose_name=_("collection")
    )
    title = models.CharField(_("title"), max_length=200)
    question = models.TextField(_("question"))
    shows_notes = models.BooleanField(_("print the notes of tags"), default=False)
    shows_reviewers = models.BooleanField(_("print who tagged the quotes"), default=False)

    objects = BriefQuerySet.as_manager()

    class Meta:
        verbose_name = _("brief")
        verbose_name_plural = _("briefs")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(question=""),
                name="brief_has_a_title_and_a_question",
                violation_error_message=_("Give the brief a title and its question."),
            ),
        ]
        triggers = [
            follows_its_revision(),
            never(
                "brief_stays_in_its_collection",
                pgtrigger.UpdateOf("collection_id"),
                _("A brief cannot move to another collection: what it may include depends on it."),
                pgtrigger.Q(new__collection__df=pgtrigger.F("old__collection")),
            ),
            never(
                "brief_is_never_deleted",
                pgtrigger.Delete,
                _("A brief is never deleted: its editions have permanent addresses."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ItemKind(models.TextChoices):
    HEADING = "heading", _("heading")
    TEXT = "text", _("own words")
    CLAIM = "claim", _("claim")
    TAG = "tag", _("quote")


WORDS = (ItemKind.HEADING, ItemKind.TEXT)


@keep_history(read_by=("brief",))
class BriefItem(Recorded):
    """One part of a brief: a heading, own sentences, a claim with its evidence, or one quote."""

    brief = models.ForeignKey(Brief, models.PROTECT, related_name="items")
    position = models.PositiveIntegerField(_("place"))
    kind = models.CharField(_("kind"), max_length=7, choices=ItemKind)
    text = models.TextField(_("words"), blank=True)
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="+", null=True, blank=True)
    tag = models.ForeignKey(Tag, models.PROTECT, related_name="+", null=True, blank=True)
    omits_against = models.BooleanField(_("evidence against is left out"), default=False)

    class Meta:
        verbose_name = _("part of a brief")
        verbose_name_plural = _("parts of a brief")
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["brief", "position"],
                deferrable=models.Deferrable.DEFERRED,
                name="parts_of_a_brief_stand_in_order",
                violation_error_message=_("Two parts of a brief cannot be in the same place."),
            ),
            models.UniqueConstraint(
                fields=["brief", "claim"],
                name="brief_holds_a_claim_once",
                violation_error_message=_("This claim is already in the brief."),
            ),
            models.UniqueConstraint(
                fields=["brief", "tag"],
                name="brief_holds_a_quote_once",
                violation_error_message=_("This quote is already in the brief."),
            ),
            models.CheckConstraint(
                condition=(
                    Q(kind__in=WORDS, claim__isnull=True, tag__isnull=True, omits_against=False)
                    & ~Q(text="")
                )
                | Q(kind=ItemKind.CLAIM, claim__isnull=False, tag__isnull=True, text="")
                | Q(kind=ItemKind.TAG, claim__isnull=True, tag__isnull=False, text=""),
                name="part_of_a_brief_is_one_thing",
                violation_error_message=_(
                    "A part of a brief is a heading, own words, a claim or a quote. "
                    "Write something, or choose one."
                ),
            ),
        ]
        triggers = [
            Rule(
                name="brief_holds_what_its_members_may_see",
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM annotate_brief b, corpus_collection k
                        WHERE b.id = NEW.brief_id
                          AND k.id <> b.collection_id AND k.access <> 'open'
                          AND k.id IN (
                            (SELECT c.home_id FROM annotate_claim c WHERE c.id = NEW.claim_id),
                            (SELECT d.collection_id FROM annotate_tag t
                             JOIN corpus_passage p ON p.id = t.passage_id
                             JOIN corpus_textversion v ON v.id = p.text_version_id
                             JOIN corpus_document d ON d.id = v.document_id
                             WHERE t.id = NEW.tag_id)
                          )
                    ) THEN
                        {refuse("brief_holds_what_its_members_may_see")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={
                    "brief_holds_what_its_members_may_see": _(
                        "A brief holds what all members of its collection may see: its own "
                        "collection and the open ones."
                    ),
                },
            ),
        ]

    def __str__(self) -> str:
        return self.text or f"{self.get_kind_display()} {self.claim_id or self.tag_id}"


def _is_the_sum_of(text: str) -> Q:
    """Return the condition that `sha256` is the SHA-256 sum of the column `text`."""
    as_bytes = Func(F(text), Value("UTF8"), function="convert_to")
    return Q(
        sha256=Func(
            Func(as_bytes, function="sha256"),
            Value("hex"),
            function="encode",
            output_field=models.CharField(),
        )
    )


@keep_history(exclude=["content", "html", "documents", "claims"], read_by=("brief",))
class Edition(Identified, Recorded):
    """A brief as it was at one moment; it never changes.

    `content` is the JSON whose bytes have the sum `sha256`, `html` the same drawn for people.
    `documents` and `claims` are the ids of all it takes words from, `counted` of the documents
    on which its numbers rest, `collections` of those it was counted in: who may no longer see
    one of them may no longer see the edition.
    """

    brief = models.ForeignKey(Brief, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(_("edition"))
    content = models.TextField()
    html = models.TextField()
    sha256 = models.CharField("SHA-256", max_length=64)
    documents = ArrayField(models.BigIntegerField())
    claims = ArrayField(models.BigIntegerField())
    counted = ArrayField(models.BigIntegerField(), default=list)
    collections = ArrayField(models.BigIntegerField(), default=list)

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ("brief", "-number")
        constraints = [
            models.UniqueConstraint(
                fields=["brief", "number"],
                name="editions_are_numbered",
                violation_error_message=_(
                    "Somebody froze an edition with this number at the same moment. Try again."
                ),
            ),
            models.CheckConstraint(
                condition=_is_the_sum_of("content"),
                name="edition_matches_its_hash",
                violation_error_message=_("The edition does not match its SHA-256 sum."),
            ),
        ]
        triggers = [
            never(
                "edition_never_changes",
                pgtrigger.Update | pgtrigger.Delete,
                _("An edition is frozen. Freeze another one instead."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.brief_id}/{self.number}"

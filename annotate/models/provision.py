"""Provisions, and how a tag engages them."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corpus.history import keep_history
from corpus.models.recorded import Recorded
from corpus.rules import ACTOR_SQL, REASON_SQL, Rule, known, refuse


class ProvisionKind(models.TextChoices):
    TREATY = "treaty", _("treaty")
    DECLARATION = "declaration", _("declaration")
    RESOLUTION = "resolution", _("resolution")
    LAW = "law", _("law")
    CUSTOM = "custom", _("custom")
    OTHER = "other", _("other")


class Basis(models.TextChoices):
    NAMED = "named", _("named here")
    PRINCIPLE = "principle", _("principle named")
    INFERRED = "inferred", _("my reading")


class ProvisionRole(models.TextChoices):
    VIOLATED = "violated", _("violated")
    COMPLIED_WITH = "complied_with", _("complied with")
    INVOKED = "invoked", _("invoked")
    AT_ISSUE = "at_issue", _("at issue")


class Provision(Recorded):
    """An article of law, or an instrument as a whole."""

    code = models.CharField(_("code"), max_length=60)
    instrument = models.CharField(_("instrument"), max_length=300)
    article = models.CharField(_("article"), max_length=60, blank=True)
    title = models.CharField(_("title"), max_length=300)
    kind = models.CharField(_("kind"), max_length=12, choices=ProvisionKind)

    class Meta:
        verbose_name = _("provision")
        verbose_name_plural = _("provisions")
        ordering = ("code",)
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                name="provision_code_is_unique",
                violation_error_message=_("A provision with this code already exists."),
            ),
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(code__contains="/"),
                name="provision_has_a_code",
                violation_error_message=_("Give the provision a code without a slash."),
            ),
            known(
                "provision_kind_is_known",
                _("Choose a kind of provision from the list."),
                kind=ProvisionKind.values,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


@keep_history(read_by=("tag",))
class TagProvision(Recorded):
    """A tag engages a provision: on what basis, and in which role."""

    tag = models.ForeignKey("annotate.Tag", models.PROTECT, related_name="provisions")
    provision = models.ForeignKey(Provision, models.PROTECT, related_name="tag_provisions")
    basis = models.CharField(_("basis"), max_length=10, choices=Basis)
    role = models.CharField(_("role"), max_length=15, choices=ProvisionRole)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tag", "provision", "role"],
                name="tag_names_a_provision_once",
                violation_error_message=_("The tag already names this provision."),
            ),
            known(
                "tag_provision_is_known",
                _("Choose how the tag engages the provision."),
                basis=Basis.values,
                role=ProvisionRole.values,
            ),
        ]
        triggers = [
            Rule(
                name="tag_provision_is_said_by_who_may_change_the_tag",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                declare=[("about", "bigint")],
                func=f"""
                    about := CASE WHEN TG_OP = 'DELETE' THEN OLD.tag_id ELSE NEW.tag_id END;
                    IF TG_OP = 'UPDATE' AND NEW.tag_id <> OLD.tag_id THEN
                        {refuse("tag_provision_is_said_by_who_may_change_the_tag")}
                    END IF;
                    IF NOT EXISTS (
                        SELECT 1 FROM annotate_tag t
                        JOIN corpus_passage p ON p.id = t.passage_id
                        JOIN corpus_textversion v ON v.id = p.text_version_id
                        JOIN corpus_document d ON d.id = v.document_id
                        WHERE t.id = about AND (t.created_by_id = {ACTOR_SQL} OR (
                            {REASON_SQL} <> '' AND EXISTS (
                                SELECT 1 FROM corpus_membership m WHERE m.role = 'curator'
                                AND m.collection_id = d.collection_id AND m.user_id = {ACTOR_SQL}
                            )
                        ))
                    ) THEN
                        {refuse("tag_provision_is_said_by_who_may_change_the_tag")}
                    END IF;
                    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
                """,
                sentences={
                    "tag_provision_is_said_by_who_may_change_the_tag": _(
                        "Only its author can change a tag; a curator can too, with a reason."
                    )
                },
            ),
        ]

    def __str__(self) -> str:
        return f"{self.provision_id}:{self.basis}:{self.role}"

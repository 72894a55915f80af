"""Where content comes from: press release of, quotes, reprints, reports on."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from corpus.history import keep_history

from .document import Document
from .passage import Passage
from .recorded import Recorded


class DerivationKind(models.TextChoices):
    VERBATIM_QUOTE = "verbatim_quote", _("quotes word for word")
    ALTERED_QUOTE = "altered_quote", _("quotes with changes")
    PARAPHRASE = "paraphrase", _("paraphrases")
    PRESS_RELEASE_OF = "press_release_of", _("press release of")
    SUMMARY_OF = "summary_of", _("summary of")
    TRANSLATION_OF = "translation_of", _("translation of")
    REPRINT_OF = "reprint_of", _("reprint of")
    REPORTS_ON = "reports_on", _("reports on")


@keep_history()
class Derivation(Recorded):
    """A document or a passage takes its content from another document."""

    document = models.ForeignKey(
        Document, models.PROTECT, related_name="derivations", null=True, blank=True
    )
    passage = models.ForeignKey(
        Passage, models.PROTECT, related_name="derivations", null=True, blank=True
    )
    upstream = models.ForeignKey(
        Document, models.PROTECT, related_name="downstream", verbose_name=_("copied from")
    )
    kind = models.CharField(_("how"), max_length=20, choices=DerivationKind)
    evidence_quote = models.TextField(_("the words that show it"), blank=True)

    class Meta:
        verbose_name = _("copied from")
        verbose_name_plural = _("copied from")
        constraints = [
            models.CheckConstraint(
                condition=Q(document__isnull=False, passage__isnull=True)
                | Q(document__isnull=True, passage__isnull=False),
                name="derivation_has_one_downstream",
                violation_error_message=_("Say what was copied: a document or a passage."),
            ),
            models.CheckConstraint(
                condition=Q(document__isnull=True) | ~Q(document=F("upstream")),
                name="document_does_not_copy_itself",
                violation_error_message=_("A document cannot be copied from itself."),
            ),
            models.UniqueConstraint(
                fields=["document", "passage", "upstream", "kind"],
                nulls_distinct=False,
                name="derivation_is_said_once",
                violation_error_message=_("This source is recorded already."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=DerivationKind.values),
                name="derivation_kind_is_known",
                violation_error_message=_("Choose how it was copied."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.upstream}"

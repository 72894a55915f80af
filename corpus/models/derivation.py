"""Where content comes from: press release of, quotes, reprints, reports on."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from corpus.history import keep_history
from corpus.rules import ACTOR_SQL, Rule, known, refuse

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


SELF_SENTENCE = _("A document cannot be copied from itself.")


@keep_history(read_by=("document", "passage"))
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
                violation_error_message=SELF_SENTENCE,
            ),
            models.UniqueConstraint(
                fields=["document", "passage", "upstream", "kind"],
                nulls_distinct=False,
                name="derivation_is_said_once",
                violation_error_message=_("This source is already recorded."),
            ),
            known(
                "derivation_kind_is_known",
                _("Choose how it was copied."),
                kind=DerivationKind.values,
            ),
        ]
        triggers = [
            Rule(
                name="source_is_named_by_a_curator",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                declare=[("said", "record"), ("at", "record")],
                func=f"""
                    IF TG_OP = 'DELETE' THEN said := OLD; ELSE said := NEW; END IF;
                    IF TG_OP = 'UPDATE' AND (NEW.document_id, NEW.passage_id)
                       IS DISTINCT FROM (OLD.document_id, OLD.passage_id) THEN
                        {refuse("what_was_copied_stays")}
                    END IF;
                    SELECT d.id, d.collection_id, d.created_by_id INTO at FROM corpus_document d
                        WHERE d.id = COALESCE(said.document_id, (
                            SELECT v.document_id FROM corpus_passage p
                            JOIN corpus_textversion v ON v.id = p.text_version_id
                            WHERE p.id = said.passage_id
                        ));
                    IF TG_OP <> 'DELETE' AND said.passage_id IS NOT NULL
                       AND at.id = said.upstream_id THEN
                        {refuse("document_does_not_copy_itself")}
                    END IF;
                    IF {ACTOR_SQL} IS DISTINCT FROM at.created_by_id AND NOT EXISTS (
                        SELECT 1 FROM corpus_membership m WHERE m.role = 'curator'
                        AND m.collection_id = at.collection_id AND m.user_id = {ACTOR_SQL}
                    ) THEN
                        {refuse("source_is_named_by_a_curator")}
                    END IF;
                    RETURN said;
                """,
                sentences={
                    "what_was_copied_stays": _(
                        "A source stays with what was copied: remove it here and name it there."
                    ),
                    "document_does_not_copy_itself": SELF_SENTENCE,
                    "source_is_named_by_a_curator": _(
                        "Only a curator of its collection, or the person "
                        "who added a document, can say what it is copied from."
                    ),
                },
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.upstream}"

"""Slices of a text: paragraphs, headings, block quotes, boilerplate, each with its voice."""

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Deferrable, F, Func, Q
from django.utils.translation import gettext_lazy as _

from corpus.history import keep_history
from corpus.revisions import Revised, follows_its_revision
from corpus.rules import DeferredRule, Rule, known, refuse

from .agent import Agent
from .document import FOREIGN_AGENT_SENTENCE, QUOTES_NOBODY_SQL, Document, TextVersion
from .recorded import Coded, Recorded


class PassageKind(models.TextChoices):
    TITLE = "title", _("title")
    HEADING = "heading", _("heading")
    BYLINE = "byline", _("byline")
    DATELINE = "dateline", _("dateline")
    PARAGRAPH = "paragraph", _("paragraph")
    LIST_ITEM = "list_item", _("list item")
    BLOCK_QUOTE = "block_quote", _("block quote")
    QUOTE_ATTRIBUTION = "quote_attribution", _("who is quoted")
    NOTE = "note", _("note")
    CAPTION = "caption", _("caption")
    TABLE_ROW = "table_row", _("table row")
    BOILERPLATE = "boilerplate", _("boilerplate")


# The database asks its function `corpus_is_taggable`, which a migration makes: whoever changes the
# one writes the other, and a test holds them equal.
TAGGABLE_KINDS = frozenset(
    {
        PassageKind.TITLE,
        PassageKind.HEADING,
        PassageKind.PARAGRAPH,
        PassageKind.LIST_ITEM,
        PassageKind.BLOCK_QUOTE,
        PassageKind.NOTE,
        PassageKind.CAPTION,
        PassageKind.TABLE_ROW,
    }
)

# "•", "–", "1.", "2.3", "(a)", "iv)", "（十二）": never words, which a gap could hide in.
MARKER = (
    r"^([^[:alnum:][:space:]]{0,3}|[^[:alnum:][:space:]]?"
    r"(\d{1,3}([.]\d{1,3}){0,4}|[[:alpha:]]|[ivxlcdmIVXLCDM]{1,8}|[一二三四五六七八九十百]{1,5})"
    r"[^[:alnum:][:space:]]{0,2})$"
)

# What a cut is made of. A change to it tells the text, once a statement: two cuts can be
# right apart and wrong together, so the second waits for the first, and the whole text is looked
# at once when they commit. Looking row by row took a minute and a half for 300 pages.
_CUT = 'text_version_id, ordinal, start, "end", text, marker'
_RECUT = """
    UPDATE corpus_textversion SET cuts = cuts + 1
        WHERE id IN (SELECT text_version_id FROM {changed});
    RETURN NULL;
"""


def _tells_the_text(
    name: str, operation: pgtrigger.Operation, changed: str, **rows: str
) -> pgtrigger.Trigger:
    """Return the trigger that counts the cuts of a text after a statement."""
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(**rows),
        func=_RECUT.format(changed=changed),
    )


@keep_history()
class Passage(Revised, Coded, Recorded):
    """A slice of one text version; `start` and `end` are code points, half open."""

    text_version = models.ForeignKey(TextVersion, models.PROTECT, related_name="passages")
    ordinal = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=20, choices=PassageKind)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField(_("text"))
    marker = models.CharField(_("list marker"), max_length=32, blank=True)
    voice = models.ForeignKey(
        Agent,
        models.PROTECT,
        related_name="passages",
        null=True,
        blank=True,
        verbose_name=_("whose words"),
        help_text=_("Empty: the document's author."),
    )
    speaker = models.ForeignKey(
        Agent, models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("speaker")
    )
    speaker_capacity = models.CharField(_("speaks as"), max_length=200, blank=True)
    uttered_on = models.DateField(_("said on"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    quote_source = models.ForeignKey(
        Document,
        models.PROTECT,
        related_name="quoted_in",
        null=True,
        blank=True,
        verbose_name=_("taken from"),
    )
    lead_in = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="items",
        null=True,
        blank=True,
        verbose_name=_("belongs to"),
        help_text=_("The line a list item belongs to."),
    )
    language = models.CharField(_("language"), max_length=35, blank=True)
    page = models.CharField(_("page"), max_length=20, blank=True)
    altered = models.BooleanField(
        _("altered when quoted"), default=False, help_text=_("Brackets or omissions.")
    )
    flag = models.CharField(_("flag"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        ordering = ("text_version", "ordinal")
        indexes = [
            models.Index(fields=["text_version", "start"], name="passages_by_place"),
            GinIndex(OpClass("text", name="gin_trgm_ops"), name="passage_text_trigrams"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__lt=F("end")),
                name="passage_has_words",
                violation_error_message=_("A passage starts before it ends."),
            ),
            models.UniqueConstraint(
                fields=["text_version", "ordinal"],
                name="passages_are_numbered",
                deferrable=Deferrable.DEFERRED,
                violation_error_message=_("Two passages cannot have the same number."),
            ),
            ExclusionConstraint(
                name="passages_do_not_overlap",
                expressions=[
                    ("text_version", RangeOperators.EQUAL),
                    (Func("start", "end", function="int4range"), RangeOperators.OVERLAPS),
                ],
                deferrable=Deferrable.DEFERRED,
                violation_error_message=_("Passages of a text cannot overlap."),
            ),
            known(
                "passage_kind_is_known",
                _("Choose a kind of passage from the list."),
                kind=PassageKind.values,
            ),
            models.CheckConstraint(
                condition=Q(marker__regex=MARKER),
                name="marker_is_a_bullet_or_a_number",
                violation_error_message=_("A list marker is a bullet, a number or a letter."),
            ),
        ]
        triggers = [
            follows_its_revision(),
            _tells_the_text("new_passage_cuts_its_text", pgtrigger.Insert, "added", new="added"),
            _tells_the_text("lost_passage_cuts_its_text", pgtrigger.Delete, "lost", old="lost"),
            _tells_the_text(
                "moved_passage_cuts_its_text",
                pgtrigger.Update,
                f"((SELECT {_CUT} FROM before EXCEPT SELECT {_CUT} FROM behind) UNION"
                f" (SELECT {_CUT} FROM behind EXCEPT SELECT {_CUT} FROM before)) moved",
                old="before",
                new="behind",
            ),
            Rule(
                name="passage_names_whom_its_collection_may",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("voice_id", "speaker_id"),
                condition=pgtrigger.Q(new__voice__isnull=False)
                | pgtrigger.Q(new__speaker__isnull=False),
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM corpus_textversion v
                        JOIN corpus_document d ON d.id = v.document_id
                        JOIN corpus_agent a ON a.id IN (NEW.voice_id, NEW.speaker_id)
                        WHERE v.id = NEW.text_version_id AND a.home_id <> d.collection_id
                    ) THEN
                        {refuse("document_names_whom_its_collection_may")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={"document_names_whom_its_collection_may": FOREIGN_AGENT_SENTENCE},
            ),
            DeferredRule(
                name="block_quote_names_its_speaker",
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf("kind", "voice_id", "quote_source_id"),
                condition=pgtrigger.Q(new__kind="block_quote"),
                func=f"""
                    PERFORM 1 FROM corpus_document d WHERE d.id = (
                        SELECT v.document_id FROM corpus_textversion v
                        WHERE v.id = NEW.text_version_id
                    ) FOR SHARE;
                    IF EXISTS ({QUOTES_NOBODY_SQL} AND p.id = NEW.id) THEN
                        {refuse("block_quote_names_its_speaker")}
                    END IF;
                    RETURN NULL;
                """,
                sentences={
                    "block_quote_names_its_speaker": _(
                        "Every block quote needs its own speaker or its source before the "
                        "document is ready. Say who speaks in each one."
                    ),
                },
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ordinal}. {self.text[:60]}"

    @property
    def is_taggable(self) -> bool:
        """Whether words here may be tagged."""
        return self.kind in TAGGABLE_KINDS

"""Documents and the immutable texts decoded from them."""

import datetime
from typing import TYPE_CHECKING

import pgtrigger
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from corpus.history import keep_history
from corpus.revisions import Revised, follows_its_revision
from corpus.rules import DeferredRule, Rule, each_known, known, never, refuse

from .agent import Agent
from .collection import Collection, read_by
from .cut import CUT_DECLARE, CUT_IS_WHOLE, CUT_SENTENCES
from .recorded import Coded, Identified, Recorded

if TYPE_CHECKING:
    from .person import Person


class DocumentKind(models.TextChoices):
    STATEMENT = "statement", _("statement")
    EXPLANATION_OF_VOTE = "explanation_of_vote", _("explanation of vote")
    PRESS_RELEASE = "press_release", _("press release")
    REPORT = "report", _("report")
    RESOLUTION = "resolution", _("resolution")
    TREATY = "treaty", _("treaty")
    JUDGMENT = "judgment", _("judgment")
    CONCLUDING_OBSERVATIONS = "concluding_observations", _("concluding observations")
    COMMUNICATION = "communication", _("communication")
    STATE_REPLY = "state_reply", _("reply by a state")
    NEWS = "news", _("news")
    TESTIMONY = "testimony", _("testimony")
    LEGISLATION = "legislation", _("legislation")
    WEB_PAGE = "web_page", _("web page")
    OTHER = "other", _("other")


class DatePrecision(models.TextChoices):
    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")
    ESTIMATE = "estimate", _("estimate")


class LicenceStatus(models.TextChoices):
    KNOWN = "known", _("known")
    RESTRICTED = "restricted", _("restricted")
    UNKNOWN = "unknown", _("not known yet")


class Holding(models.TextChoices):
    HELD = "held", _("held here")
    EXTERNAL = "external", _("cited, not held")


class CaptureQuality(models.TextChoices):
    COMPLETE = "complete", _("complete")
    PARTIAL = "partial", _("partial")
    ERROR = "error", _("failed")


class DocumentStatus(models.TextChoices):
    INTAKE = "intake", _("being prepared")
    READY = "ready", _("ready")
    WITHDRAWN = "withdrawn", _("withdrawn")
    HIDDEN = "hidden", _("hidden")


NO_TEXT_SENTENCE = _("A document without text cannot be made ready. Upload its text first.")
FOREIGN_AGENT_SENTENCE = _("Choose agents that the document's collection may name.")

# A block quote that says neither whose words it holds nor where they are from (I9).
QUOTES_NOBODY_SQL = """
    SELECT 1 FROM corpus_document d
    JOIN corpus_textversion v ON v.document_id = d.id
    JOIN corpus_passage p ON p.text_version_id = v.id
    WHERE d.status = 'ready' AND p.kind = 'block_quote'
      AND (p.quote_source_id IS NULL OR p.quote_source_id = d.id)
      AND (p.voice_id IS NULL OR p.voice_id = d.author_id)
"""


def seen_by(user: "Person | AnonymousUser", document: str = "") -> Q:
    """Return that `user` may see the documents at a path (I20): in a collection, not hidden.

    The path ends in two underscores; without any, the documents are the rows themselves.
    """
    hidden = Q((f"{document}status", DocumentStatus.HIDDEN))
    return read_by(user, f"{document}collection") & ~hidden


class DocumentQuerySet(models.QuerySet["Document"]):
    def visible_to(self, user: "Person | AnonymousUser") -> "DocumentQuerySet":
        """Keep the documents `user` may see (I20): not hidden, in a collection they may read."""
        return self.filter(seen_by(user))


@keep_history(exclude=["sort_on"])
class Document(Identified, Revised, Coded, Recorded):
    """A work as published, with what is known about it."""

    collection = models.ForeignKey(
        Collection, models.PROTECT, related_name="documents", verbose_name=_("collection")
    )
    title = models.CharField(_("title"), max_length=500)
    title_translated = models.CharField(_("title in English"), max_length=500, blank=True)
    kind = models.CharField(
        _("kind"), max_length=30, choices=DocumentKind, default=DocumentKind.OTHER
    )
    author = models.ForeignKey(
        Agent,
        models.PROTECT,
        related_name="documents",
        null=True,
        blank=True,
        verbose_name=_("author"),
        help_text=_("Whose words these are, unless a passage says otherwise."),
    )
    speaker = models.ForeignKey(
        Agent,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("speaker"),
    )
    speaker_capacity = models.CharField(_("speaks as"), max_length=200, blank=True)
    publisher = models.ForeignKey(
        Agent,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("publisher"),
    )
    uttered_on = models.DateField(_("said on"), null=True, blank=True)
    uttered_precision = models.CharField(
        _("how exact the date is"), max_length=10, choices=DatePrecision, default=DatePrecision.DAY
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    language = models.CharField(
        _("language"), max_length=35, blank=True, help_text=_("For example en, ru, zh-Hans, ug.")
    )
    symbol = models.CharField(_("document symbol"), max_length=80, blank=True)
    url = models.URLField(_("address"), max_length=1000, blank=True)
    archive_url = models.URLField(_("archived at"), max_length=1000, blank=True)
    retrieved_at = models.DateTimeField(_("retrieved at"), null=True, blank=True)
    licence = models.CharField(_("licence"), max_length=300, blank=True)
    licence_status = models.CharField(
        _("licence is"), max_length=10, choices=LicenceStatus, default=LicenceStatus.UNKNOWN
    )
    holding = models.CharField(
        _("holding"), max_length=10, choices=Holding, default=Holding.HELD, editable=False
    )
    capture_quality = models.CharField(
        _("capture"), max_length=10, choices=CaptureQuality, default=CaptureQuality.COMPLETE
    )
    original_file = models.FileField(
        _("original file"), upload_to="%Y", max_length=200, blank=True, editable=False
    )
    original_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    provenance_reviewed = models.BooleanField(_("provenance reviewed"), default=False)
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=DocumentStatus,
        default=DocumentStatus.INTAKE,
        editable=False,
    )
    sort_on = models.GeneratedField(
        expression=Coalesce(
            "uttered_on",
            "published_on",
            Value(datetime.date(1, 1, 1), output_field=models.DateField()),
        ),
        output_field=models.DateField(),
        db_persist=True,
    )

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ("-sort_on", "pk")
        indexes = [
            models.Index(fields=["-sort_on", "id"], name="documents_by_date"),
            models.Index(fields=["title", "id"], name="documents_by_title"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "original_sha256"],
                condition=~Q(original_sha256=""),
                name="same_file_is_held_once_in_a_collection",
                violation_error_message=_(
                    "This file is already in the collection. Nothing was changed."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="document_has_a_title",
                violation_error_message=_("Give the document a title."),
            ),
            models.CheckConstraint(
                condition=~Q(status=DocumentStatus.READY)
                | (Q(author__isnull=False) & (~Q(language="") | Q(holding=Holding.EXTERNAL))),
                name="ready_document_names_author_and_language",
                violation_error_message=_(
                    "Before a document is ready it needs an author and a language."
                ),
            ),
            *each_known(
                "document",
                kind=DocumentKind,
                uttered_precision=DatePrecision,
                licence_status=LicenceStatus,
                holding=Holding,
                capture_quality=CaptureQuality,
                status=DocumentStatus,
            ),
        ]
        triggers = [
            follows_its_revision(),
            DeferredRule(
                name="ready_document_is_complete",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("status", "author_id", "holding"),
                condition=pgtrigger.Q(new__status="ready", new__holding="held"),
                func=f"""
                    IF NOT EXISTS (
                        SELECT 1 FROM corpus_textversion v
                        WHERE v.document_id = NEW.id AND v.is_current
                    ) AND EXISTS (
                        SELECT 1 FROM corpus_document d WHERE d.id = NEW.id
                          AND d.status = 'ready' AND d.holding = 'held'
                    ) THEN
                        {refuse("ready_document_has_text")}
                    END IF;
                    IF EXISTS ({QUOTES_NOBODY_SQL} AND d.id = NEW.id) THEN
                        {refuse("block_quote_names_its_speaker")}
                    END IF;
                    RETURN NULL;
                """,
                sentences={
                    "ready_document_has_text": NO_TEXT_SENTENCE,
                    "block_quote_names_its_speaker": _(
                        "Every block quote needs its own speaker or its source before the "
                        "document is ready. Say who speaks in each one."
                    ),
                },
            ),
            Rule(
                name="document_names_whom_its_collection_may",
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf("collection_id", "author_id", "speaker_id", "publisher_id"),
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM corpus_agent a WHERE a.home_id <> NEW.collection_id
                        AND a.id IN (NEW.author_id, NEW.speaker_id, NEW.publisher_id)
                    ) THEN
                        {refuse("document_names_whom_its_collection_may")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={"document_names_whom_its_collection_may": FOREIGN_AGENT_SENTENCE},
            ),
            DeferredRule(
                name="moved_document_names_whom_its_collection_may",
                operation=pgtrigger.UpdateOf("collection_id"),
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM corpus_document d
                        JOIN corpus_textversion v ON v.document_id = d.id
                        JOIN corpus_passage p ON p.text_version_id = v.id
                        JOIN corpus_agent a ON a.id IN (p.voice_id, p.speaker_id)
                        WHERE d.id = NEW.id AND a.home_id <> d.collection_id
                    ) THEN
                        {refuse("document_names_whom_its_collection_may")}
                    END IF;
                    RETURN NULL;
                """,
                sentences={"document_names_whom_its_collection_may": FOREIGN_AGENT_SENTENCE},
            ),
            never(
                "document_is_never_deleted",
                pgtrigger.Delete,
                _("A document is withdrawn or hidden, never deleted."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_withdrawn(self) -> bool:
        """Whether it keeps its page and hash, and no page tells its words (I21)."""
        return self.status == DocumentStatus.WITHDRAWN


class TextMethod(models.TextChoices):
    PASTE = "paste", _("pasted")
    TEXT = "text", _("text file")
    HTML_EXTRACT = "html_extract", _("taken from HTML")
    PDF_EXTRACT = "pdf_extract", _("taken from PDF")
    DOCX_EXTRACT = "docx_extract", _("taken from Word")
    OCR = "ocr", _("read by OCR")
    CORRECTION = "correction", _("correction")


class TextVersion(Recorded):
    """One immutable decoded text of a document; offsets into it are code points."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    text = models.TextField(_("text"))
    sha256 = models.CharField(max_length=64)
    method = models.CharField(_("came by"), max_length=20, choices=TextMethod)
    reason = models.TextField(_("reason"), blank=True)
    is_current = models.BooleanField(_("current"), default=True)
    cuts = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        verbose_name = _("text version")
        verbose_name_plural = _("text versions")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"],
                name="text_versions_are_numbered",
                violation_error_message=_("This document already has a text with this number."),
            ),
            models.UniqueConstraint(
                fields=["document"],
                condition=Q(is_current=True),
                name="document_has_one_current_text",
                violation_error_message=_("A document has one current text."),
            ),
            models.CheckConstraint(
                condition=Q(
                    sha256=Func(
                        Func(
                            Func(F("text"), Value("UTF8"), function="convert_to"),
                            function="sha256",
                        ),
                        Value("hex"),
                        function="encode",
                        output_field=models.CharField(),
                    )
                ),
                name="text_matches_its_hash",
                violation_error_message=_("The text does not match its SHA-256 sum."),
            ),
            known(
                "text_method_is_known", _("Choose how the text came in."), method=TextMethod.values
            ),
            models.CheckConstraint(
                condition=~Q(method=TextMethod.CORRECTION) | ~Q(reason=""),
                name="correction_gives_its_reason",
                violation_error_message=_("Say why the text is corrected."),
            ),
        ]
        triggers = [
            never(
                "text_never_changes",
                pgtrigger.Update,
                _("A text never changes. A correction is a new version with a reason."),
                pgtrigger.AnyChange(
                    "document",
                    "number",
                    "text",
                    "sha256",
                    "method",
                    "reason",
                    "created_by",
                    "created_at",
                ),
            ),
            DeferredRule(
                name="text_is_cut_into_passages",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("cuts"),
                declare=CUT_DECLARE,
                func=CUT_IS_WHOLE,
                sentences=CUT_SENTENCES,
            ),
            # Tags and a document's status are written under the same lock.
            Rule(
                name="current_text_changes_with_its_document",
                operation=pgtrigger.UpdateOf("is_current"),
                func="""
                    PERFORM 1 FROM corpus_document d WHERE d.id = NEW.document_id
                        FOR NO KEY UPDATE;
                    RETURN NEW;
                """,
                sentences={},
            ),
            DeferredRule(
                name="ready_document_keeps_a_text",
                operation=pgtrigger.UpdateOf("is_current"),
                condition=pgtrigger.Q(new__is_current=False),
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM corpus_document d WHERE d.id = NEW.document_id
                          AND d.status = 'ready' AND d.holding = 'held'
                    ) AND NOT EXISTS (
                        SELECT 1 FROM corpus_textversion v
                        WHERE v.document_id = NEW.document_id AND v.is_current
                    ) THEN
                        {refuse("ready_document_has_text")}
                    END IF;
                    RETURN NULL;
                """,
                sentences={"ready_document_has_text": NO_TEXT_SENTENCE},
            ),
            never(
                "text_is_never_deleted",
                pgtrigger.Delete,
                _("A text is never deleted. Withdraw or hide its document instead."),
            ),
            never(
                "texts_are_never_emptied",
                pgtrigger.Truncate,
                _("A text is never deleted. Withdraw or hide its document instead."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} v{self.number}"

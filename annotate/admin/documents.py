"""Documents in the admin: upload, metadata, and whether they are ready."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.actions.curation import (
    back_to_intake,
    change_document,
    put_back,
    withdraw_document,
)
from annotate.admin.acts import EVERYWHERE, kept, on_each, passages_of, tell_followed
from annotate.admin.confirming import ConfirmingAdmin, reason_of
from annotate.admin.derivations import DocumentSources, SourcedAdmin
from annotate.forms.curation import DocumentForm
from annotate.models import LIVE, Tag, TagStatus
from annotate.queries.curation import tags_that_fall, tags_that_follow_author
from corpus.actions import make_ready, record_work
from corpus.admin.curated import VisibleRelatedFilter, signed_in
from corpus.forms import UploadForm
from corpus.ingest.store import import_text
from corpus.models import Collection, Document, Role
from corpus.models.described import ABOUT_ITS_SOURCE, ABOUT_ITS_WORDS, ABOUT_THE_WORK
from corpus.models.document import Holding


def tags_in(status: tuple[str, ...]) -> Subquery:
    """Return the number of tags of these states in the document of the outer query."""
    tags = Tag.objects.filter(
        passage__text_version__document=OuterRef("pk"), status__in=status
    ).order_by()
    counted = tags.values("passage__text_version__document").annotate(count=Count("pk"))
    return Subquery(counted.values("count"))


class LanguageFilter(admin.SimpleListFilter):
    """The languages of the documents the person may see."""

    title = gettext_lazy("language")
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return each language once."""
        seen = Document.objects.visible_to(request.user).exclude(language="").order_by("language")
        return [(tag, tag) for tag in seen.values_list("language", flat=True).distinct()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Document]) -> QuerySet[Document]:
        """Keep the documents in the chosen language."""
        return queryset.filter(language=self.value()) if self.value() else queryset


@admin.register(Document)
class DocumentAdmin(SourcedAdmin, ConfirmingAdmin):
    """Works as published. The text comes in by upload and never changes here."""

    form = DocumentForm
    list_display = (
        "title",
        "passages_link",
        "status",
        "author",
        "uttered_on",
        "tag_count",
        "second_looks",
        "kind",
        "language",
        "collection",
        "capture_quality",
    )
    list_filter = (
        "status",
        "holding",
        ("collection", VisibleRelatedFilter),
        "kind",
        LanguageFilter,
        ("author", VisibleRelatedFilter),
        "capture_quality",
        "provenance_reviewed",
    )
    list_select_related = ("collection", "author")
    search_fields = ("title", "title_translated", "symbol", "author__name", "url")
    ordering = ("-sort_on", "pk")
    autocomplete_fields = ("author", "speaker", "publisher")
    actions = ("make_ready", "back_to_intake", "withdraw", "put_back")
    inlines = (DocumentSources,)
    fieldsets = (
        (None, {"fields": ABOUT_THE_WORK}),
        (gettext_lazy("Who, when, where"), {"fields": ABOUT_ITS_WORDS}),
        (gettext_lazy("Where it comes from"), {"fields": ABOUT_ITS_SOURCE}),
        (
            gettext_lazy("Set by the program"),
            {"fields": ("collection", "status", "original_sha256", "made_by", "created_at")},
        ),
    )
    upload_fieldsets = (
        (None, {"fields": ("file", "encoding", "not_held", "collection", "title")}),
        (
            gettext_lazy("What is known of it"),
            {
                "description": gettext_lazy(
                    "You can add the author and the language later, before the document is "
                    "made ready."
                ),
                "fields": (
                    "kind",
                    "author",
                    "publisher",
                    "uttered_on",
                    "published_on",
                    "place",
                    "language",
                    "symbol",
                    "url",
                ),
            },
        ),
    )

    def home_of(self, obj: Document) -> int:
        """Return the collection the document is in."""
        return obj.collection_id

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the visible documents with the numbers the list shows."""
        documents: QuerySet[Any] = super().get_queryset(request)
        stale = tags_in((TagStatus.STALE,))
        counted: QuerySet[Any] = documents.annotate(tags_standing=tags_in(LIVE), tags_stale=stale)
        return counted

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return the upload's fields for a new document."""
        return self.fieldsets if obj else self.upload_fieldsets

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Return what nobody edits: a document stays where its readers are."""
        if obj is None:
            return ()
        return ("collection", "status", "original_sha256", "made_by", "created_at")

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Return the upload form for a new document."""
        if obj is None:
            kwargs["form"] = UploadForm
        return super().get_form(request, obj, change, **kwargs)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Take uploads into collections that the person manages."""
        if db_field.name == "collection":
            kwargs["queryset"] = Collection.objects.written_by(request.user, Role.CURATOR)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Import an upload, or change what is known of the document."""
        if change:
            self.save_metadata(request, obj, form)
            return
        if form.cleaned_data["not_held"]:
            made = record_work(
                form.metadata(), collection=form.cleaned_data["collection"], by=signed_in(request)
            )
        else:
            made = import_text(
                form.cleaned_data["file"].read(),
                collection=form.cleaned_data["collection"],
                encoding=form.cleaned_data["encoding"],
                filename=form.cleaned_data["file"].name,
                by=signed_in(request),
                **form.metadata(),
            )
        obj.pk = made.pk
        obj.refresh_from_db()

    def save_metadata(self, request: HttpRequest, document: Document, form: DocumentForm) -> None:
        """Save, after showing the tags that would follow a new author."""
        by, fields = signed_in(request), form.changes()
        if "author" in fields:
            self.confirm_first(
                request,
                tags_that_follow_author(document, fields["author"], reader=by),
                question=_(
                    "These tags speak in the author's name. They will follow the new author and "
                    "need a second look."
                ),
                button=_("Change the author"),
            )
        document.revision = form.cleaned_data["revision"]
        followed = change_document(document, by=by, reason=reason_of(request), **fields)
        tell_followed(self, request, followed)

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Go on to the passages: what the program proposed is checked there."""
        if obj.holding == Holding.EXTERNAL:
            return super().response_add(request, obj, post_url_continue)
        self.message_user(
            request,
            format_html(
                _(
                    "“{title}” was added. Check the kinds of its passages, then "
                    '<a href="{address}">make it ready</a>.'
                ),
                title=obj,
                address=reverse("admin:corpus_document_change", args=[obj.pk]),
            ),
            messages.SUCCESS,
        )
        return HttpResponseRedirect(passages_of(obj.pk))

    def view_on_site(self, obj: Any) -> str:
        """Return the page on which the document is read."""
        return reverse("show_document", args=[obj.pk])

    @admin.display(description=gettext_lazy("added by"))
    def made_by(self, document: Document) -> str:
        """Return who brought the document in, without a link: people are not curators' pages."""
        return str(document.created_by)

    @admin.display(description=gettext_lazy("tags"), ordering="tags_standing")
    def tag_count(self, document: Any) -> int:
        """Return how many tags stand in the document."""
        return document.tags_standing or 0

    @admin.display(description=gettext_lazy("second looks"), ordering="tags_stale")
    def second_looks(self, document: Any) -> int:
        """Return how many of its tags need a second look."""
        return document.tags_stale or 0

    @admin.display(description=gettext_lazy("text"))
    def passages_link(self, document: Document) -> str:
        """Return a link to the document's passages."""
        return format_html('<a href="{}">{}</a>', passages_of(document.pk), _("passages"))

    @admin.action(description=gettext_lazy("Make ready for tagging"), location=EVERYWHERE)
    def make_ready(self, request: HttpRequest, queryset: QuerySet[Document]) -> None:
        """Open documents for tagging; those that lack something say what."""
        by = signed_in(request)
        on_each(
            self,
            request,
            kept(self, request, queryset),
            lambda document: make_ready(document, by=by),
            _("It is ready for tagging."),
        )

    @admin.action(description=gettext_lazy("Prepare again: no tagging"), location=EVERYWHERE)
    def back_to_intake(self, request: HttpRequest, queryset: QuerySet[Document]) -> None:
        """Close documents to tagging, after showing the tags that need a second look."""
        by, documents = signed_in(request), kept(self, request, queryset)
        self.confirm_fall(request, documents, _("Prepare again"))
        on_each(
            self,
            request,
            documents,
            lambda document: back_to_intake(document, by=by, reason=reason_of(request)),
            _("It is being prepared again."),
        )

    @admin.action(description=gettext_lazy("Withdraw: hide the text"), location=EVERYWHERE)
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Document]) -> None:
        """Hide the text of documents, after showing the tags that need a second look."""
        by, documents = signed_in(request), kept(self, request, queryset)
        self.confirm_fall(request, documents, _("Withdraw"))
        on_each(
            self,
            request,
            documents,
            lambda document: withdraw_document(document, by=by, reason=reason_of(request)),
            _("It is withdrawn. “Put back” makes it ready again."),
        )

    @admin.action(description=gettext_lazy("Put back what was withdrawn"), location=EVERYWHERE)
    def put_back(self, request: HttpRequest, queryset: QuerySet[Document]) -> None:
        """Make withdrawn documents ready again."""
        by = signed_in(request)
        on_each(
            self,
            request,
            kept(self, request, queryset),
            lambda document: put_back(document, by=by),
            _("It is ready again; its tags need a second look."),
        )

    def confirm_fall(self, request: HttpRequest, documents: list[Document], button: str) -> None:
        """Show the tags that fall with the documents first."""
        self.confirm_first(
            request,
            tags_that_fall(documents, reader=signed_in(request)),
            question=_(
                "These tags are in what you are about to close. They and their links will need a "
                "second look."
            ),
            button=button,
        )

"""Passages in the admin: what each is, and whose words. Their text is never edited."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from annotate.actions.curation import (
    change_each_passage,
    change_passage,
    change_passages,
    mark_boilerplate,
)
from annotate.admin.acts import EVERYWHERE, kept, passages_of, tell_followed
from annotate.admin.confirming import ConfirmingAdmin, reason_of, sent
from annotate.admin.derivations import SourcedAdmin, SourcesInline
from annotate.admin.passage_rows import EDITED, AgentSelect, PassageFormSet, PassageRowForm
from annotate.forms.curation import PassageForm, VoiceForm
from annotate.models import Tag
from annotate.queries.curation import GONE, tags_that_follow_voices
from corpus.admin.curated import VisibleRelatedFilter, signed_in
from corpus.models import Agent, Document, Passage
from corpus.models.document import DocumentStatus

EXCERPT = 240
NEWEST = 15


class DocumentFilter(admin.SimpleListFilter):
    """One document's passages; offers the one shown, and the newest that are being prepared."""

    title = gettext_lazy("document")
    parameter_name = "document"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Return id and title of the documents offered."""
        seen = Document.objects.visible_to(request.user)
        asked = self.value() or ""
        shown = seen.filter(pk=int(asked)) if asked.isdecimal() else seen.none()
        waiting = seen.filter(status=DocumentStatus.INTAKE).order_by("-pk")[:NEWEST]
        titles = dict([*shown.values_list("pk", "title"), *waiting.values_list("pk", "title")])
        return [(str(pk), title) for pk, title in titles.items()]

    def has_output(self) -> bool:
        """Always: a document that is not offered has no passages, which is no mistake."""
        return True

    def queryset(self, request: HttpRequest, queryset: QuerySet[Passage]) -> QuerySet[Passage]:
        """Keep the passages of the chosen document."""
        asked = self.value()
        if asked is None:
            return queryset
        return queryset.filter(text_version__document=int(asked) if asked.isdecimal() else 0)


@admin.register(Passage)
class PassageAdmin(SourcedAdmin, ConfirmingAdmin):
    """The slices of the current texts, in order."""

    form = PassageForm
    list_display = ("ordinal", "excerpt", *EDITED, "tag_count")
    list_display_links = ("ordinal",)
    list_editable = EDITED
    list_filter = (DocumentFilter, "kind", ("voice", VisibleRelatedFilter))
    search_fields = ("text", "voice__name", "speaker__name", "place")
    ordering = ("text_version", "ordinal", "pk")
    list_max_show_all = 100
    autocomplete_fields = ("voice", "speaker", "quote_source")
    readonly_fields = ("document", "ordinal", "words", "marker")
    actions = ("mark_boilerplate", "set_voice")
    inlines = (SourcesInline,)
    fieldsets = (
        (None, {"fields": ("document", "ordinal", "marker", "words")}),
        (None, {"fields": ("kind", "voice", "quote_source")}),
        (
            gettext_lazy("Who speaks, when, where"),
            {"fields": ("speaker", "speaker_capacity", "uttered_on", "place")},
        ),
        (gettext_lazy("More"), {"fields": ("language", "altered", "flag")}),
    )

    def home_of(self, obj: Passage) -> int | None:
        """Return the collection of the passage's document; None where a list sent a foreign id."""
        return None if obj._state.adding else obj.text_version.document.collection_id

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody: text comes in by upload only."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the passages of the current texts of documents the person may see."""
        tags = Tag.objects.filter(passage=OuterRef("pk")).exclude(status__in=GONE).order_by()
        counted = tags.values("passage").annotate(count=Count("pk")).values("count")
        return (
            Passage.objects.filter(
                text_version__is_current=True,
                text_version__document__in=Document.objects.visible_to(request.user),
            )
            .select_related("text_version__document__author", "voice", "speaker")
            .defer("text_version__text")
            .annotate(tags_standing=Subquery(counted))
            .order_by(*self.ordering)
        )

    def get_list_display(self, request: HttpRequest) -> Any:
        """Return the columns; the document only where passages of several are listed."""
        if "document" in request.GET:
            return self.list_display
        return ("ordinal", "document", *self.list_display[1:])

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> Any:
        """Return the form of one row, whose fields are its own and not the admin's."""
        return PassageRowForm

    def get_changelist_formset(self, request: HttpRequest, **kwargs: Any) -> Any:
        """Return the rows' formset, which saves through the action."""
        formset: Any = super().get_changelist_formset(request, formset=PassageFormSet, **kwargs)
        formset.page, formset.request = self, request
        return formset

    def save_rows(
        self, request: HttpRequest, rows: Sequence[tuple[Passage, Mapping[str, Any]]]
    ) -> None:
        """Save the rows together, after showing the tags that would follow new voices."""
        voices = {row.pk: fields["voice"] for row, fields in rows if "voice" in fields}
        self.confirm_voices(request, voices)
        followed = change_each_passage(rows, by=signed_in(request), reason=reason_of(request))
        tell_followed(self, request, followed)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save a passage's own page; the rows of the list were saved with their formset."""
        if isinstance(form, PassageRowForm):
            return
        fields = form.changes()
        if "voice" in fields:
            self.confirm_voices(request, {obj.pk: fields["voice"]})
        obj.revision = form.cleaned_data["revision"]
        followed = change_passage(obj, by=signed_in(request), reason=reason_of(request), **fields)
        tell_followed(self, request, followed)

    def confirm_voices(self, request: HttpRequest, voices: Mapping[int, Agent | None]) -> None:
        """Show first which tags would get another voice."""
        self.confirm_first(
            request,
            tags_that_follow_voices(voices, reader=signed_in(request)),
            question=_(
                "These tags speak in the speaker's name. They will follow the new speaker and "
                "need a second look."
            ),
            button=_("Change who speaks"),
        )

    @admin.action(description=gettext_lazy("Mark as boilerplate"), location=EVERYWHERE)
    def mark_boilerplate(self, request: HttpRequest, queryset: QuerySet[Passage]) -> None:
        """Say that passages are no text of the document; refused where tags stand."""
        passages = kept(self, request, queryset)
        mark_boilerplate(passages, by=signed_in(request))
        self.tell_changed(request, passages, _("Marked as boilerplate."))

    @admin.action(description=gettext_lazy("Say whose words they are…"), location=EVERYWHERE)
    def set_voice(self, request: HttpRequest, queryset: QuerySet[Passage]) -> HttpResponse | None:
        """Ask whose words the passages are, then change them all."""
        passages = kept(self, request, queryset)
        form = self.voice_form(request, passages)
        if not form.is_valid():
            return self.draw(
                request,
                "admin/annotate/act.html",
                status=422 if form.is_bound else 200,
                title=_("Whose words?"),
                rows=passages,
                form=form,
                button=_("Say whose words they are"),
                sent=[(name, value) for name, value in sent(request) if name != "voice"],
                media=self.media + form.media,
            )
        voice = form.cleaned_data["voice"]
        self.confirm_voices(request, {passage.pk: voice for passage in passages})
        followed = change_passages(
            passages, by=signed_in(request), reason=reason_of(request), voice=voice
        )
        self.tell_changed(request, passages, _("Changed whose words."))
        tell_followed(self, request, followed)
        return None

    def voice_form(self, request: HttpRequest, passages: Sequence[Passage]) -> VoiceForm:
        """Return the question whose words passages are; any agent all of them may name will do."""
        form = VoiceForm(request.POST if "voice" in request.POST else None)
        field: Any = form.fields["voice"]
        field.queryset = Agent.objects.visible_to(request.user)
        for collection in {p.text_version.document.collection_id for p in passages}:
            field.queryset &= Agent.objects.usable_in(collection)
        select: Any = AgentSelect(Passage._meta.get_field("voice"), self.admin_site)
        select.choices, select.is_required = field.choices, False
        field.widget = select
        return form

    def tell_changed(self, request: HttpRequest, passages: Sequence[Passage], what: str) -> None:
        """Tell how many passages were changed, and note it on each."""
        for passage in passages:
            self.log_change(request, passage, what)
        self.message_user(
            request,
            ngettext("%(count)d passage changed.", "%(count)d passages changed.", len(passages))
            % {"count": len(passages)},
            messages.SUCCESS,
        )

    def view_on_site(self, obj: Any) -> str:
        """Return the place in the document's page."""
        page = reverse("show_document", args=[obj.text_version.document_id])
        return f"{page}#c{obj.start}-{obj.end}"

    @admin.display(description=gettext_lazy("text"))
    def excerpt(self, passage: Passage) -> str:
        """Return the beginning of the passage."""
        text = passage.text
        return text if len(text) <= EXCERPT else f"{text[: EXCERPT - 1]}…"

    @admin.display(description=gettext_lazy("text"))
    def words(self, passage: Passage) -> str:
        """Return the passage's text, to be read."""
        return format_html('<div class="source-words">{}</div>', passage.text)

    @admin.display(description=gettext_lazy("document"))
    def document(self, passage: Passage) -> str:
        """Return a link to the other passages of the document."""
        document = passage.text_version.document
        return format_html('<a href="{}">{}</a>', passages_of(document.pk), document.title)

    @admin.display(description=gettext_lazy("tags"), ordering="tags_standing")
    def tag_count(self, passage: Any) -> int:
        """Return how many tags stand on the passage."""
        return passage.tags_standing or 0

"""Copied from, on the admin's pages of documents and passages: saved through the actions."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from annotate.actions.derivations import change_source, forget_source, name_source, read_at
from annotate.queries.source_doubts import dated, doubts_of
from corpus.admin.curated import CuratedAdmin, signed_in
from corpus.models import Derivation, Document, Passage
from corpus.revisions import StaleRevision

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Derivation]
    FormSet = forms.BaseInlineFormSet[Derivation, Document | Passage, ModelForm]
    TabularInline = admin.TabularInline[Derivation, Document | Passage]
else:
    ModelForm, FormSet = forms.ModelForm, forms.BaseInlineFormSet
    TabularInline = admin.TabularInline


class ReadField(forms.IntegerField):
    """The state of a row that a page was drawn from; carried along, never a change by itself."""

    widget = forms.HiddenInput

    def has_changed(self, initial: object, data: object) -> bool:
        """Never: a person does not edit it."""
        return False


class SourceRowForm(ModelForm):
    """One source: which document, how it was copied, and the words that show it."""

    read = ReadField(required=False)

    class Meta:
        model = Derivation
        fields = ("upstream", "kind", "evidence_quote")
        widgets = {"evidence_quote": forms.Textarea(attrs={"rows": 2, "cols": 40})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["read"].initial = read_at(self.instance)

    def clean_evidence_quote(self) -> str:
        """Keep line ends as one character, as every stored text has them."""
        words: str = self.cleaned_data["evidence_quote"]
        return words.replace("\r\n", "\n")

    def said(self) -> dict[str, Any]:
        """Return what the row says, by name of its field."""
        return {name: self.cleaned_data[name] for name in ("upstream", "kind", "evidence_quote")}


class SourcesInline(TabularInline):
    """What a document or a passage is copied from, as far as the curator may see it (I20)."""

    model = Derivation
    form = SourceRowForm
    fields = ("upstream", "kind", "evidence_quote", "read")
    autocomplete_fields = ("upstream",)
    extra = 1

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Return the sources whose documents the curator may see."""
        seen = Document.objects.visible_to(request.user).values("pk")
        return super().get_queryset(request).filter(upstream__in=seen).select_related("upstream")

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Accept only documents the curator may see."""
        kwargs["queryset"] = Document.objects.visible_to(request.user)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Leave out the buttons that open other documents' pages in a window of their own."""
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "upstream":
            field.widget.can_add_related = field.widget.can_change_related = False
            field.widget.can_view_related = field.widget.can_delete_related = False
        return field

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Anyone who sees the page."""
        return True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Anyone who manages what the page is about."""
        page: Any = self.admin_site._registry[self.parent_model]
        allowed: bool = page.has_change_permission(request, obj)
        return allowed

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Anyone who manages what the page is about."""
        return self.has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Anyone who manages what the page is about: the history stays."""
        return self.has_change_permission(request, obj)


class DocumentSources(SourcesInline):
    """What a document is copied from."""

    fk_name = "document"


class SourcedAdmin(CuratedAdmin):
    """A page with the sources of what it is about."""

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Return the sources of what is there already."""
        return self.inlines if obj else ()

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Say, change and take back through the actions; a stale row refuses the whole page."""
        by, copied = signed_in(request), form.instance
        formset.new_objects, formset.changed_objects, formset.deleted_objects = [], [], []
        try:
            for row in formset.deleted_forms:
                if row.instance.pk:
                    forget_source(row.instance, read=row.cleaned_data["read"] or 0, by=by)
                    formset.deleted_objects.append(row.instance)
            for row in formset.initial_forms:
                if row.has_changed() and row not in formset.deleted_forms:
                    read = row.cleaned_data["read"] or 0
                    change_source(row.instance, read=read, by=by, **row.said())
                    formset.changed_objects.append((row.instance, row.changed_data))
            for row in formset.extra_forms:
                if row.has_changed() and row not in formset.deleted_forms:
                    said = row.said()
                    made = name_source(copied, said.pop("upstream"), by=by, **said)
                    formset.new_objects.append(made)
        except StaleRevision as stale:
            raise StaleRevision(copied) from stale
        for said in (*formset.new_objects, *(row for row, _ in formset.changed_objects)):
            for doubt in doubts_of(copied, dated(said.upstream), said.evidence_quote).sentences:
                messages.warning(request, f"{said}: {doubt}")

"""Passages as rows of the admin's list: many at once, each under its revision (I18)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.forms.models import BaseModelFormSet, construct_instance
from django.http import HttpRequest
from django.utils.translation import gettext as _

from corpus.admin.stale import as_read, since_it_was_read
from corpus.forms import RevisedForm
from corpus.models import Agent, Passage
from corpus.revisions import StaleRevision

if TYPE_CHECKING:
    from annotate.admin.passages import PassageAdmin

    FormSet = BaseModelFormSet[Any, Any]
    ModelChoice = forms.ModelChoiceField[Any]
else:
    FormSet = BaseModelFormSet
    ModelChoice = forms.ModelChoiceField

EDITED = ("kind", "voice", "speaker", "speaker_capacity", "uttered_on", "place")
_AGENTS = ("voice", "speaker")


class AgentSelect(AutocompleteSelect):
    """A box that finds agents; it names the one chosen before without asking the database."""

    chosen: Agent | None = None

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        """Return the options drawn with the page: none, and the one chosen."""
        if self.chosen is None or [*value] != [str(self.chosen.pk)]:
            return super().optgroups(name, value, attr)
        options = [
            self.create_option(name, "", "", selected=False, index=0),
            self.create_option(name, str(self.chosen.pk), str(self.chosen), selected=True, index=1),
        ]
        return [(None, options, 0)]


class KnownField(ModelChoice):
    """A choice of a row; what it was before is not asked for again."""

    chosen: Any = None

    def to_python(self, value: Any) -> Any:
        """Return the row of this id; raise ValidationError where it may not be chosen."""
        if self.chosen is not None and str(value) == str(self.chosen.pk):
            return self.chosen
        return super().to_python(value)


class PassageRowForm(RevisedForm):
    """One row: what the passage is, whose words, said by whom, when and where."""

    voice = KnownField(Agent.objects.none(), required=False)
    speaker = KnownField(Agent.objects.none(), required=False)
    untouched = False

    class Meta:
        model = Passage
        fields = EDITED
        widgets = {
            "uttered_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "speaker_capacity": forms.TextInput(attrs={"class": "in-row"}),
            "place": forms.TextInput(attrs={"class": "in-row"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding:  # else its id is foreign, and refused with the rest
            for name in _AGENTS:
                self.offer_agents(name)
        for name in EDITED:
            self.name_input(name)

    def offer_agents(self, name: str) -> None:
        """Let a field find the agents that readers of the document may see."""
        field: Any = self.fields[name]
        field.queryset = Agent.objects.usable_in(self.instance.text_version.document.collection_id)
        field.chosen = getattr(self.instance, name)
        select: Any = AgentSelect(Passage._meta.get_field(name), admin.site)
        select.chosen, select.choices, select.is_required = field.chosen, field.choices, False
        field.widget = select

    def name_input(self, name: str) -> None:
        """Say to screen readers what a box of the table is for: it has no label of its own."""
        if name in self.fields:
            label = Passage._meta.get_field(name).verbose_name  # type: ignore[union-attr]  # a field
            self.fields[name].widget.attrs["aria-label"] = _("%(field)s, passage %(number)s") % {
                "field": label,
                "number": self.instance.ordinal,
            }

    def _post_clean(self) -> None:
        """Leave the rules to the action: Django's way asks the database six times a row."""
        self.instance = construct_instance(self, self.instance, EDITED)

    def has_changed(self) -> bool:
        """Whether the person changed the row: not where somebody else did meanwhile."""
        return not self.untouched and super().has_changed()

    def was_left_alone(self) -> bool:
        """Whether only somebody else changed the row: it says what stood there when read."""
        revision = self.cleaned_data["revision"]
        if revision == self.instance.revision:
            return False
        read = as_read(self.instance, str(revision))
        return read is not None and all(
            getattr(read, self.instance._meta.get_field(name).attname)
            == (value.pk if isinstance(value := self.cleaned_data[name], Agent) else value)
            for name in EDITED
            if name in self.fields
        )


class PassageFormSet(FormSet):
    """The rows of a page, saved all or none; whoever draws it fills in page and request."""

    page: "PassageAdmin"
    request: HttpRequest

    def add_fields(self, form: Any, index: int | None) -> None:
        """Take the id of a row as known: the rows were fetched together."""
        super().add_fields(form, index)
        known = KnownField(self.get_queryset(), widget=forms.HiddenInput, required=False)
        known.chosen, known.initial = form.instance, form.instance.pk
        form.fields["id"] = known

    def clean(self) -> None:
        """Save the changed rows; a refusal, or a row changed by somebody else, is an error."""
        super().clean()
        if any(self.errors):
            return
        try:
            self.page.save_rows(self.request, self.changed_rows())
        except StaleRevision as stale:
            current = stale.current.pk if stale.current else None
            row = next(form for form in self.forms if form.instance.pk == current)
            raise ValidationError(
                since_it_was_read(stale.current, str(row.cleaned_data["revision"]))
            ) from stale

    def changed_rows(self) -> list[tuple[Passage, dict[str, Any]]]:
        """Return each row this person changed, as read, with its new values."""
        rows = []
        for form in self.forms:
            form.untouched = form.was_left_alone()
            if form.has_changed():
                form.instance.revision = form.cleaned_data["revision"]
                rows.append((form.instance, form.changes()))
        return rows

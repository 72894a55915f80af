"""Passages as rows of the admin's list: many at once, each under its revision (I18)."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.forms.models import BaseModelFormSet
from django.http import HttpRequest

from corpus.admin.stale import as_read, since_it_was_read
from corpus.forms import RevisedForm
from corpus.models import Agent, Passage
from corpus.revisions import StaleRevision

if TYPE_CHECKING:
    from annotate.admin.passages import PassageAdmin

    FormSet = BaseModelFormSet[Passage, "PassageRowForm"]
    AgentChoice = forms.ModelChoiceField[Agent]
else:
    FormSet = BaseModelFormSet
    AgentChoice = forms.ModelChoiceField

EDITED = ("kind", "voice", "speaker", "speaker_capacity", "uttered_on", "place")
_AGENTS = ("voice", "speaker")


class AgentSelect(AutocompleteSelect):
    """A box that finds agents; it names the one chosen before without asking the database."""

    chosen: Agent | None = None

    def optgroups(self, name: str, value: list[str], attr: Any = None) -> Any:
        """Return the options drawn with the page: none, and the one chosen."""
        if self.chosen is None or value != [str(self.chosen.pk)]:
            return super().optgroups(name, value, attr)
        options = [
            self.create_option(name, "", "", selected=False, index=0),
            self.create_option(name, str(self.chosen.pk), str(self.chosen), selected=True, index=1),
        ]
        return [(None, options, 0)]


class AgentField(AgentChoice):
    """An agent of a row; one that stays what it was is not asked for again."""

    chosen: Agent | None = None

    def to_python(self, value: Any) -> Agent | None:
        """Return the agent of this id; raise ValidationError where it may not be chosen."""
        if self.chosen is not None and str(value) == str(self.chosen.pk):
            return self.chosen
        return super().to_python(value)


class PassageRowForm(RevisedForm):
    """One row: what the passage is, whose words, said by whom, when and where."""

    voice = AgentField(Agent.objects.none(), required=False)
    speaker = AgentField(Agent.objects.none(), required=False)
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
        for name in _AGENTS:
            self.offer_agents(name)

    def offer_agents(self, name: str) -> None:
        """Let a field find the agents that readers of the document may see."""
        field: Any = self.fields[name]
        field.queryset = Agent.objects.usable_in(self.instance.text_version.document.collection_id)
        field.chosen = getattr(self.instance, name)
        select: Any = AgentSelect(Passage._meta.get_field(name), admin.site)
        select.chosen, select.choices, select.is_required = field.chosen, field.choices, False
        field.widget = select

    def has_changed(self) -> bool:
        """Whether the person changed the row: not where somebody else did meanwhile."""
        return not self.untouched and super().has_changed()

    def is_as_read(self) -> bool:
        """Whether the row says what stood there at the revision the page was drawn from."""
        read = as_read(self.instance, str(self.cleaned_data["revision"]))
        return read is not None and all(
            getattr(read, Passage._meta.get_field(name).attname)
            == (value.pk if isinstance(value := self.cleaned_data[name], Agent) else value)
            for name in EDITED
            if name in self.fields
        )


class PassageFormSet(FormSet):
    """The rows of a page, saved all or none; whoever draws it fills in page and request."""

    page: "PassageAdmin"
    request: HttpRequest

    def clean(self) -> None:
        """Save the changed rows; a refusal, or a row changed by somebody else, is an error."""
        super().clean()
        if any(self.errors):
            return
        try:
            self.page.save_rows(self.request, self.changed_rows())
        except StaleRevision as stale:
            row = next(form for form in self.forms if form.instance.pk == stale.current.pk)
            raise ValidationError(
                since_it_was_read(stale.current, str(row.cleaned_data["revision"]))
            ) from stale

    def changed_rows(self) -> list[tuple[Passage, dict[str, Any]]]:
        """Return each row this person changed, as read, with its new values."""
        rows = []
        for form in self.forms:
            form.untouched = form.is_as_read()
            if form.has_changed():
                form.instance.revision = form.cleaned_data["revision"]
                rows.append((form.instance, form.changes()))
        return rows

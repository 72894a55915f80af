"""The filters of a question, and the name under which a person saves it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from annotate.models import Question, SavedQuestion
from annotate.queries.selections import ANALYSIS, SPREADSHEET
from annotate.questions import Asked
from annotate.questions.actions import save_question
from annotate.questions.replies import who_may_reply
from corpus.models import Agent, Collection, Person

FIRST_YEAR, LAST_YEAR = 1000, 9999


class AskForm(forms.Form):
    """The filters that make sense for a question; nothing said asks of all one can read.

    A filter that names nothing the person can see is refused: the answer would be of
    something else.
    """

    collection = forms.ModelChoiceField(
        Collection.objects.none(),
        label=_("Counted in"),
        required=False,
        to_field_name="slug",
        empty_label=_("all I can read"),
        error_messages={"invalid_choice": _("There is no such collection that you can see.")},
    )
    year = forms.IntegerField(
        label=_("No new evidence since"),
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        error_messages={"invalid": _("Write the year in figures, such as 2019.")},
    )
    state = forms.ModelChoiceField(
        Agent.objects.none(),
        label=_("State or organization that has not replied"),
        required=False,
        empty_label=_("every one concerned"),
        error_messages={"invalid_choice": _("There is no such State that you can see.")},
    )

    def __init__(
        self, data: Mapping[str, Any], *, question: str, reader: Person, is_export: bool = False
    ) -> None:
        super().__init__(_with_present_state(data, reader), label_suffix="")
        self.question, self.reader, self.is_export = question, reader, is_export
        collections = Collection.objects.visible_to(reader).order_by("name", "pk")
        self._choose("collection", collections)
        self._choose("state", who_may_reply(reader))
        if question != Question.NO_REPLY:
            del self.fields["state"]
        if question != Question.NOTHING_SINCE:
            del self.fields["year"]
        else:
            since = Asked(reader).since
            self.fields["year"].widget.attrs["placeholder"] = str(since)

    def asked(self) -> Asked:
        """Return what a valid form asks."""
        return Asked(self.reader, **self.cleaned_data)

    def filters(self) -> dict[str, str]:
        """Return the filters that are set, as they stand in the address."""
        return {name: str(self.data[name]) for name in self.fields if self.cleaned_data.get(name)}

    def flavour(self) -> str:
        """Return whom a CSV file is for."""
        return self.data.get("for") or SPREADSHEET

    def clean(self) -> dict[str, Any]:
        """Refuse, of a file, names that are no filters: it would hold more than was asked for."""
        if self.is_export:
            for name in self.data.keys() - self.fields.keys() - {"for"}:
                self.add_error(None, gettext("There is no filter “%(name)s”.") % {"name": name})
            if self.flavour() not in (SPREADSHEET, ANALYSIS):
                told = gettext("“%(value)s” must be spreadsheet or analysis.")
                self.add_error(None, told % {"value": self.flavour()})
        return self.cleaned_data

    def _choose(self, name: str, among: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = among


class SaveForm(forms.Form):
    """The name of a question that is kept."""

    name = forms.CharField(
        label=_("Name"),
        max_length=SavedQuestion._meta.get_field("name").max_length,
        error_messages={"required": _("Give the question a name, to find it again.")},
    )

    def act(self, ask: AskForm, *, by: Person) -> SavedQuestion:
        """Keep the question; raise ValidationError where the person has one of this name."""
        return save_question(self.cleaned_data["name"], ask.question, ask.filters(), by=by)


def _with_present_state(data: Mapping[str, Any], reader: Person) -> dict[str, Any]:
    """Return what was sent; a State that was merged stands for what it became."""
    sent = {name: str(value).replace("\0", "") for name, value in data.items()}
    if sent.get("state", "").isdecimal() and len(sent["state"]) < 19:
        merged = Agent.objects.visible_to(reader).filter(pk=sent["state"])
        became = merged.values_list("merged_into", flat=True).first()
        sent["state"] = str(became or sent["state"])
    return sent

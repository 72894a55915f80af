"""The forms of a brief: start one, and edit its title and question."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from annotate.briefs import actions as acts
from annotate.models import Brief
from corpus.access import WRITERS
from corpus.models import Collection, Person

_ROWS = {"rows": 3}


class NewBriefForm(forms.Form):
    """Begins a brief in one of the collections in which the person tags."""

    title = forms.CharField(label=_("Title"), max_length=200)
    question = forms.CharField(
        label=_("Question"),
        widget=forms.Textarea(_ROWS),
        help_text=_("The question the brief answers, in one sentence."),
    )
    collection = forms.ModelChoiceField(
        Collection.objects.none(),
        label=_("Collection"),
        empty_label=None,
        help_text=_(
            "Its members can see the brief, which can include their quotes and those open to all."
        ),
    )

    def __init__(self, *args: Any, by: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        self.by = by
        field = self.fields["collection"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Collection.objects.written_by(by, *WRITERS).order_by("name", "pk")

    @property
    def may_begin(self) -> bool:
        """Whether there is a collection in which the person may begin a brief."""
        field = self.fields["collection"]
        assert isinstance(field, forms.ModelChoiceField)
        return field.queryset is not None and field.queryset.exists()

    def act(self) -> Brief:
        """Begin the brief; raise ValidationError where it is refused."""
        return acts.create_brief(**self.cleaned_data, by=self.by)


class BriefForm(forms.Form):
    """Changes the head of a brief; `revision` is the one the change is based on."""

    title = forms.CharField(label=_("Title"), max_length=200)
    question = forms.CharField(label=_("Question"), widget=forms.Textarea(_ROWS))
    shows_notes = forms.BooleanField(
        label=_("Print notes on tags"),
        required=False,
        help_text=_("Only notes from the brief's own collection."),
    )
    shows_reviewers = forms.BooleanField(
        label=_("Print who tagged each quote"),
        required=False,
        help_text=_("By pseudonym, as in exports."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def act(self, brief: Brief, *, by: Person) -> None:
        """Change the brief; raise StaleRevision or ValidationError where that is refused."""
        acts.edit_brief(brief, **self.cleaned_data, by=by)


def form_of(brief: Brief) -> BriefForm:
    """Return the form that changes the head of a brief."""
    names = ("title", "question", "shows_notes", "shows_reviewers", "revision")
    return BriefForm(initial={name: getattr(brief, name) for name in names})

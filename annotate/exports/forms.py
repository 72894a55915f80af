"""The filters of an export, from a page, an address or a command line."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.models import Stance
from annotate.queries.merged_claims import what_became_of
from annotate.queries.selections import ANALYSIS, SPREADSHEET, Selection
from corpus.models import Person

_NUMBER = re.compile(r"[0-9]{1,18}")


class SeveralInput(forms.TextInput):
    """A text box whose value may also come several times in an address."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """Return every value given under the name."""
        values: list[str] = data.getlist(name)
        return values

    def format_value(self, value: Any) -> str:
        """Return the values as one line."""
        return " ".join(value or ())


class Several(forms.Field):
    """Some words, in one text box or given several times; empty ones are left out."""

    widget = SeveralInput

    def __init__(self, *, split: bool = True, **options: Any) -> None:
        super().__init__(required=False, **options)
        self.split = split

    def to_python(self, value: list[str] | None) -> tuple[str, ...]:
        """Return the words, each once, in the order given."""
        pieces = value or []
        if self.split:
            pieces = re.split(r"[\s,;]+", " ".join(pieces))
        return tuple(dict.fromkeys(piece.strip() for piece in pieces if piece.strip()))


class SelectionForm(forms.Form):
    """Filters by claim and document; `reader` None is the operator of the machine.

    A filter that names nothing the reader can see is refused, and so is one of another name:
    neither may silently turn into an export of everything, or of nothing.
    """

    claim = Several(
        label=gettext_lazy("Claims"),
        help_text=gettext_lazy("Their ids, such as C01, with a space between them."),
        widget=SeveralInput(attrs={"list": "claims", "autocomplete": "off"}),
    )
    document = Several(
        label=gettext_lazy("Documents"),
        help_text=gettext_lazy("Their numbers, with a space between them."),
        widget=SeveralInput(attrs={"list": "documents", "autocomplete": "off"}),
    )

    def __init__(self, data: QueryDict | None = None, *, reader: Person | None) -> None:
        super().__init__(data, label_suffix="")
        self.reader = reader
        self.readable = Selection(reader)

    def clean_claim(self) -> tuple[str, ...]:
        """Follow merged claims; refuse one that is not there, or not for this reader."""
        wanted: tuple[str, ...] = self.cleaned_data["claim"]
        claims = self.readable.readable_claims()
        self._require(wanted, claims, "public_id", _("claim"))
        return what_became_of(wanted, among=claims) if wanted else ()

    def clean_document(self) -> tuple[int, ...]:
        """Refuse a document that is not there, or not for this reader."""
        wanted: tuple[str, ...] = self.cleaned_data["document"]
        for value in wanted:
            if not _NUMBER.fullmatch(value):
                raise ValidationError(
                    _("“%(value)s” is not the number of a document.") % {"value": value}
                )
        numbers = tuple(int(value) for value in wanted)
        self._require(numbers, self.readable.readable_documents(), "pk", _("document"))
        return numbers

    def clean(self) -> dict[str, Any]:
        """Refuse names that are no filters."""
        for name in self.data:
            if name not in self.fields:
                self.add_error(None, _("There is no filter “%(name)s”.") % {"name": name})
        return self.cleaned_data

    def _require(
        self, wanted: tuple[Any, ...], among: QuerySet[Any], field: str, noun: str
    ) -> None:
        if not wanted:
            return
        found = set(among.filter(**{f"{field}__in": wanted}).values_list(field, flat=True))
        for value in wanted:
            if value not in found:
                raise ValidationError(
                    _("There is no %(noun)s “%(value)s” that you can see.")
                    % {"noun": noun, "value": value}
                )

    def selection(self) -> Selection:
        """Return what a valid form asks for."""
        return Selection(self.reader, **self.cleaned_data)


class ExportForm(SelectionForm):
    """Every filter and switch of an export."""

    collection = forms.MultipleChoiceField(
        label=gettext_lazy("Collections"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": gettext_lazy("There is no collection “%(value)s” that you can see.")
        },
    )
    stance = forms.MultipleChoiceField(
        label=gettext_lazy("What is said"),
        required=False,
        choices=Stance.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": format_lazy(
                gettext_lazy("“%(value)s” must be one of {stances}."),
                stances=", ".join(Stance.values),
            )
        },
    )
    reviewer = Several(
        split=False,
        label=gettext_lazy("Reviewer"),
        help_text=gettext_lazy("The pseudonym of the person who made the tags."),
        widget=SeveralInput(attrs={"list": "reviewers", "autocomplete": "off"}),
    )
    since = forms.DateField(
        label=gettext_lazy("Tagged since"),
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": gettext_lazy("Write the day as year-month-day: 2026-03-30.")},
    )
    until = forms.DateField(
        label=gettext_lazy("Tagged until"),
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": gettext_lazy("Write the day as year-month-day: 2026-03-30.")},
    )
    notes = forms.BooleanField(
        label=gettext_lazy("with my collections’ private notes (not in Excel files)"),
        required=False,
    )
    remarks = forms.BooleanField(
        label=gettext_lazy("with remarks (not in Excel files)"), required=False
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        reader: Person | None,
        flavour: str = SPREADSHEET,
    ) -> None:
        if data is not None and not data.get("for"):
            data = data.copy()
            data["for"] = flavour
        super().__init__(data, reader=reader)
        collections = self.readable.readable_collections().order_by("name", "pk")
        field = self.fields["collection"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(collections.values_list("slug", "name"))
        # `for` is what the address says; Python keeps the word for itself.
        self.fields["for"] = forms.ChoiceField(
            label=_("CSV files are for"),
            required=False,
            choices=[
                (SPREADSHEET, _("a spreadsheet: cells that look like formulas are disarmed")),
                (ANALYSIS, _("analysis: every cell exactly as it is stored")),
            ],
            initial=flavour,
            widget=forms.RadioSelect,
            error_messages={"invalid_choice": _("“%(value)s” must be spreadsheet or analysis.")},
        )

    def filters(self) -> list[forms.BoundField]:
        """Return the boxes that choose tags, in the order of the page."""
        names = ("claim", "document", "collection", "stance", "reviewer", "since", "until")
        return [self[name] for name in names]

    def clean_reviewer(self) -> tuple[str, ...]:
        """Refuse the pseudonym of somebody who made none of the tags this reader can see."""
        wanted: tuple[str, ...] = self.cleaned_data["reviewer"]
        for pseudonym in wanted:
            tags = self.readable.readable_tags().filter(created_by__pseudonym=pseudonym)
            if not tags.exists():
                raise ValidationError(
                    _("Nobody with the pseudonym “%(value)s” has made a tag that you can see.")
                    % {"value": pseudonym}
                )
        return wanted

    def clean(self) -> dict[str, Any]:
        """Refuse days in the wrong order."""
        values = super().clean()
        since, until = values.get("since"), values.get("until")
        if since and until and since > until:
            self.add_error("until", _("The last day comes before the first."))
        return values

    def selection(self) -> Selection:
        """Return what a valid form asks for."""
        values = dict(self.cleaned_data)
        flavour = values.pop("for")
        for name in ("collection", "stance"):
            values[name] = tuple(values[name])
        return Selection(self.reader, flavour=flavour, **values)

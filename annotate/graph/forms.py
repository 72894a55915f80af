"""Where a picture of the evidence starts, how far it goes and what it leaves out."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.graph.walk import FAMILIES, Start, Walk
from annotate.models import Stance, TagStatus
from annotate.queries.selections import ANALYSIS, SPREADSHEET
from corpus.access import Reader
from corpus.models import Collection

STARTS = ("claim", "agent", "document", "tag")
FAMILY_WORDS = {
    "agree": gettext_lazy("agreement"),
    "conflict": gettext_lazy("conflict"),
    "provenance": gettext_lazy("copied from, or not independent"),
    "dialogue": gettext_lazy("replies and updates"),
    "other": gettext_lazy("other links"),
}
LAYOUTS = {"columns": gettext_lazy("columns"), "rings": gettext_lazy("circles")}
COLUMNS_UP_TO = 120  # tags: a longer column is read by nobody


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": gettext_lazy("Write the day as year-month-day: 2026-03-30.")},
    )


def _choice(label: Any, choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=choices)


def _several(label: Any, choices: Any = ()) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        required=False,
        choices=choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": gettext_lazy("“%(value)s” is not in the list.")},
    )


class GraphForm(forms.Form):
    """The filters of the graph page and of its downloads; an empty form shows everything."""

    hops = _choice(
        gettext_lazy("How far"),
        [("2", gettext_lazy("two steps")), ("1", gettext_lazy("one step"))],
    )
    layout = _choice(gettext_lazy("Layout"), [("", gettext_lazy("automatic")), *LAYOUTS.items()])
    family = _several(gettext_lazy("Lines"), list(FAMILY_WORDS.items()))
    stance = _several(gettext_lazy("What is said"), Stance.choices)
    collection = _several(gettext_lazy("Collections"))
    since = _day(gettext_lazy("Said from"))
    until = _day(gettext_lazy("Said until"))
    status = _choice(
        gettext_lazy("State"),
        [
            ("", gettext_lazy("submitted or accepted")),
            (TagStatus.SUBMITTED.value, TagStatus.SUBMITTED.label),
            (TagStatus.ACCEPTED.value, TagStatus.ACCEPTED.label),
        ],
    )

    def __init__(self, data: QueryDict, *, reader: Reader, start: Start | None) -> None:
        super().__init__(data, label_suffix="")
        self.reader, self.start = reader, start
        # `from` is what the address says; Python keeps the word for itself.
        self.fields = {("from" if name == "since" else name): f for name, f in self.fields.items()}
        collections = Collection.objects.visible_to(reader).order_by("name", "pk")
        field = self.fields["collection"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(collections.values_list("slug", "name"))

    def clean_hops(self) -> int:
        """Go two steps where nothing is said."""
        return int(self.cleaned_data["hops"] or 2)

    def clean(self) -> dict[str, Any]:
        """Refuse days in the wrong order, and names that are no filters."""
        values = self.cleaned_data
        since, until = values.get("from"), values.get("until")
        if since and until and since > until:
            self.add_error("until", _("The last day comes before the first."))
        for name in self.data:
            if name not in {*self.fields, *STARTS, "for"}:
                self.add_error(None, _("There is no filter “%(name)s”.") % {"name": name})
        if self.flavour not in (SPREADSHEET, ANALYSIS):
            sentence = _("“%(value)s” must be spreadsheet or analysis.")
            self.add_error(None, sentence % {"value": self.flavour})
        return values

    def walk(self) -> Walk:
        """Return what a valid form with a start asks for."""
        assert self.start is not None
        asked = self.cleaned_data
        return Walk(
            reader=self.reader,
            start=self.start,
            hops=asked["hops"],
            families=tuple(asked["family"]) or FAMILIES,
            stances=tuple(asked["stance"]),
            collections=tuple(asked["collection"]),
            since=asked["from"],
            until=asked["until"],
            status=asked["status"],
        )

    def layout_for(self, tags: int) -> str:
        """Return the layout asked for, or the one in which so many tags are read best."""
        return self.cleaned_data["layout"] or ("columns" if tags <= COLUMNS_UP_TO else "rings")

    @property
    def at_hand(self) -> list[forms.BoundField]:
        """Return the boxes that are always open."""
        return [self["hops"], self["layout"]]

    @property
    def single(self) -> list[forms.BoundField]:
        """Return the boxes that take one value."""
        return [self["from"], self["until"], self["status"]]

    @property
    def several(self) -> list[forms.BoundField]:
        """Return the boxes of which several may be ticked."""
        return [self["family"], self["stance"], self["collection"]]

    @property
    def flavour(self) -> str:
        """The flavour of a CSV file that is asked for: spreadsheet or analysis."""
        return self.data.get("for") or SPREADSHEET

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out."""
        names = ("family", "stance", "collection", "from", "until", "status")
        return any(self.cleaned_data.get(name) for name in names)

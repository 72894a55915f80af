"""Many claims in one table: short names and colours, one by one or for all that are ticked."""

from collections.abc import Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from annotate.codebook.many_claims import Look, rename_claims
from annotate.models import Claim
from annotate.models.claim import PALETTE
from corpus.models import Person

COLORS = [(number, number) for number in range(1, PALETTE + 1)]


class RowForm(forms.Form):
    """One claim's short name and colour, on the revision that was read."""

    ticked = forms.BooleanField(required=False)
    label = forms.CharField(max_length=120)
    color = forms.TypedChoiceField(choices=COLORS, coerce=int)
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None, *, claim: Claim) -> None:
        initial = {"label": claim.label, "color": claim.color, "revision": claim.revision}
        super().__init__(data, prefix=str(claim.pk), initial=initial, label_suffix="")
        self.claim = claim
        self.fields["label"].widget.attrs["aria-label"] = f"{claim.public_id}: {claim.label}"


class TickedForm(forms.Form):
    """What happens to all that are ticked."""

    find = forms.CharField(label=gettext_lazy("In the ticked short names, replace"), required=False)
    put = forms.CharField(label=gettext_lazy("by"), required=False)
    color_all = forms.TypedChoiceField(
        label=gettext_lazy("Colour for all ticked claims"),
        choices=[("", gettext_lazy("as it is")), *COLORS],
        coerce=int,
        empty_value=None,
        required=False,
    )
    reason = forms.CharField(label=gettext_lazy("Why"), required=False, max_length=300)


class CodebookForm:
    """The table as a whole; `claims` are those of the page that was drawn."""

    def __init__(self, data: QueryDict | None, claims: Sequence[Claim]) -> None:
        self.rows = [RowForm(data, claim=claim) for claim in claims]
        self.ticked = TickedForm(data, label_suffix="")

    def is_valid(self) -> bool:
        """Whether every row, and what is to happen to all, has a shape."""
        return all([self.ticked.is_valid(), *(row.is_valid() for row in self.rows)])

    def act(self, *, by: Person) -> int:
        """Save; return how many claims changed. Raise what `rename_claims` raises."""
        looks = [self._look(row) for row in self.rows]
        return rename_claims(looks, by=by, reason=self.ticked.cleaned_data["reason"])

    def _look(self, row: RowForm) -> Look:
        values, all_ticked = row.cleaned_data, self.ticked.cleaned_data
        label, color = values["label"], values["color"]
        if values["ticked"]:
            color = all_ticked["color_all"] or color
            if all_ticked["find"]:
                label = label.replace(all_ticked["find"], all_ticked["put"])
        row.claim.revision = values["revision"]
        return Look(row.claim, label, color)

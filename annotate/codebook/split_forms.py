"""The form in which a curator begins to split a claim."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.codebook.claim_splits import Part, open_split
from annotate.models import Claim, ClaimSplit
from corpus.models import Person

_ID = re.compile(r"[Cc]\d{1,11}")


class SplitForm(forms.Form):
    """The parts, one a line: a claim's id, or a new one's short name, a colon, its sentence."""

    parts = forms.CharField(
        label=gettext_lazy("What it is split into"),
        help_text=gettext_lazy(
            "One a line: the id of a claim, such as C05, or a new short name, a colon and its "
            "sentence, such as “jails lawyers: The State jails lawyers.”"
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    reason = forms.CharField(label=gettext_lazy("Why it is split"), max_length=300)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, source: Claim, reader: Person
    ) -> None:
        super().__init__(data, label_suffix="")
        self.source, self.reader = source, reader

    def clean_parts(self) -> list[Part]:
        """Return the claims, and the names and sentences of new ones."""
        lines = filter(None, map(str.strip, self.cleaned_data["parts"].splitlines()))
        return [self._part(line) for line in lines]

    def act(self, *, by: Person) -> ClaimSplit:
        """Begin the split; raise ValidationError as the action does."""
        values = self.cleaned_data
        return open_split(self.source, values["parts"], by=by, reason=values["reason"])

    def _part(self, line: str) -> Part:
        if _ID.fullmatch(line):
            claims = Claim.objects.visible_to(self.reader).filter(public_id=line.upper())
            if (claim := claims.first()) is None:
                raise ValidationError(_("There is no claim %(id)s.") % {"id": line})
            return claim
        label, colon, text = line.partition(":")
        if not colon or not label.strip() or not text.strip():
            message = _("Write “%(line)s” as an id, or as a short name, a colon and a sentence.")
            raise ValidationError(message % {"line": line})
        return label.strip(), text.strip()

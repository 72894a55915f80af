"""The form in which a curator edits a claim."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.actions.claims import edit_claim
from annotate.guard.propositions import finished
from annotate.models import Claim, ClaimKind
from annotate.models.claim import PALETTE, ClaimQuerySet
from annotate.queries.claims import broader_choices, count_tags, leads_back_to
from annotate.queries.evidence import BY_VOICE, Evidence, evidence_page, standing
from annotate.web.paging import Page
from corpus.models import Person

SAME, CHANGED = "same", "changed"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_STORED = ("label", "text", "kind", "scope_note", "alt_labels", "broader", "color")


class ClaimForm(forms.Form):
    """What a claim says; `revision` is the one the change is based on.

    A change of meaning is first answered with the tags it concerns, and saved when `confirmed`
    names their number.
    """

    text = forms.CharField(
        label=gettext_lazy("Sentence"),
        help_text=gettext_lazy("In the present tense, naming who acts but not who says it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    meaning = forms.ChoiceField(
        label=gettext_lazy("Does the sentence now mean something else?"),
        choices=[
            (SAME, gettext_lazy("No: existing tags still fit.")),
            (CHANGED, gettext_lazy("Yes: existing tags need a second look.")),
        ],
        required=False,
        widget=forms.RadioSelect,
    )
    label = forms.CharField(label=gettext_lazy("Short name"), max_length=120)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"),
        choices=[("", gettext_lazy("not said yet")), *ClaimKind.choices],
        required=False,
    )
    scope_note = forms.CharField(
        label=gettext_lazy("When to use it"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    alt_labels = forms.CharField(
        label=gettext_lazy("Short names in other languages"),
        help_text=gettext_lazy("One per line, language first, such as “zh: 驱回”."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    broader = forms.CharField(
        label=gettext_lazy("Narrower than"),
        help_text=gettext_lazy("The id of a more general claim, such as C05."),
        required=False,
        max_length=12,
    )
    color = forms.TypedChoiceField(
        label=gettext_lazy("Colour"),
        choices=[(number, number) for number in range(1, PALETTE + 1)],
        coerce=int,
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason for the change"), required=False, max_length=200
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)
    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, claim: Claim, reader: Person
    ) -> None:
        super().__init__(data, initial=_initial(claim), label_suffix="")
        self.claim = claim
        self.reader = reader
        self.concerned: Page[Evidence] | None = None
        self.concerned_count = 0

    def clean_alt_labels(self) -> list[dict[str, str]]:
        """Return the names with their languages; refuse a line without one."""
        names = []
        for line in filter(None, map(str.strip, self.cleaned_data["alt_labels"].splitlines())):
            language, _colon, text = (part.strip() for part in line.partition(":"))
            if not text or not _LANGUAGE.fullmatch(language):
                message = _("Write “%(line)s” as a language, a colon and the name: “zh: 驱回”.")
                raise ValidationError(message % {"line": line})
            names.append({"text": text, "language": language})
        return names

    def clean_broader(self) -> Claim | None:
        """Return the more general claim; refuse one that hangs on this one."""
        public_id = self.cleaned_data["broader"].strip().upper()
        if not public_id:
            return None
        broader = self._broader_choices().filter(public_id=public_id).first()
        if broader is None:
            raise ValidationError(_("There is no claim with this id. An id looks like C05."))
        if leads_back_to(self.claim, broader):
            raise ValidationError(_("That claim is narrower than this one."))
        return broader

    def clean(self) -> dict[str, Any]:
        """Ask about the meaning of a new sentence, and show which tags it concerns."""
        values = super().clean() or {}
        reworded = "text" in values and finished(values["text"]) != self.claim.text
        if reworded and not values.get("meaning"):
            self.add_error("meaning", _("Say whether the sentence now means something else."))
        if not self.errors and values["meaning"] == CHANGED:
            self._ask_to_confirm(values["confirmed"])
        return values

    @property
    def asks_to_confirm(self) -> bool:
        """Whether only the confirmation is missing."""
        return self.has_error("confirmed")

    def act(self, *, by: Person) -> int:
        """Save the claim; return how many tags turned stale.

        Raise ValidationError where a rule refuses, StaleRevision where somebody saved first.
        """
        values = self.cleaned_data
        self.claim.revision = values["revision"]
        return edit_claim(
            self.claim,
            {name: values[name] for name in _STORED},
            by=by,
            meaning_changed=values["meaning"] == CHANGED,
            reason=values["reason"],
        )

    def say_instead(self, name: str, value: object) -> None:
        """Let the form come back with another value in a field."""
        self.data = {**dict(self.data.items()), name: str(value)}

    def _ask_to_confirm(self, confirmed: str) -> None:
        self.concerned_count = count_tags(self.reader, [self.claim.pk]).get(self.claim.pk, (0,))[0]
        if confirmed == str(self.concerned_count):
            return
        tags = standing(self.reader).filter(claim=self.claim)
        self.concerned = evidence_page(tags, BY_VOICE, reader=self.reader)
        self.say_instead("confirmed", self.concerned_count)
        self.add_error("confirmed", _("Check the tags that need a second look, then save again."))

    def _broader_choices(self) -> ClaimQuerySet:
        return broader_choices(self.claim, reader=self.reader)


def _initial(claim: Claim) -> dict[str, Any]:
    names = (f"{name['language']}: {name['text']}" for name in claim.alt_labels)
    return {
        "label": claim.label,
        "text": claim.text,
        "kind": claim.kind,
        "scope_note": claim.scope_note,
        "alt_labels": "\n".join(names),
        "broader": claim.broader.public_id if claim.broader else "",
        "color": claim.color,
        "revision": claim.revision,
    }

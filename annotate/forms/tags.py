"""The tag form: its fields, and the values that they mean."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.actions.said_tags import Named, NewClaim, Said, edit_as_said, tag_as_said
from annotate.actions.tags import Engaged
from annotate.forms.tag_answers import NO, OPEN, OTHER, OWN, YES, answered, values_of
from annotate.forms.tag_guard import Proposal, as_answered, propose, widening
from annotate.guard import shows_nothing
from annotate.models import (
    Basis,
    Certainty,
    Claim,
    Directness,
    Provision,
    ProvisionRole,
    Speech,
    Stance,
    Tag,
)
from annotate.models.tag import TranslationKind
from corpus.models import Document, Passage, Person

NEW = "new"
# Where the fields of a refused claim are in the tag form.
_FIELDS = {"text": "new_claim_text", "label": "new_claim"}


class TagForm(forms.Form):
    """Makes a tag, or changes `tag` where one is given.

    `stance` is the contract's field for scripts; people answer `whose` and `agree` instead,
    and only they meet the guard: on a cue the first save answers with a proposal, on a caveat
    that the words leave out with its surroundings.
    """

    passage = forms.IntegerField(widget=forms.HiddenInput)
    start = forms.IntegerField(min_value=0, label=gettext_lazy("From character"))
    end = forms.IntegerField(min_value=1, label=gettext_lazy("To character"))
    exact = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    claim = forms.CharField(required=False)
    new_claim = forms.CharField(required=False, max_length=120)
    new_claim_text = forms.CharField(required=False)
    stance = forms.ChoiceField(choices=Stance, required=False)
    whose = forms.ChoiceField(choices=[(OWN, OWN), (OTHER, OTHER)], required=False)
    agree = forms.ChoiceField(choices=[(YES, YES), (NO, NO), (OPEN, OPEN)], required=False)
    held_by = forms.CharField(required=False)
    new_held_by = forms.CharField(required=False, max_length=200)
    asserted_by = forms.CharField(required=False)
    new_asserted_by = forms.CharField(required=False, max_length=200)
    speech = forms.ChoiceField(choices=Speech, required=False)
    certainty = forms.ChoiceField(choices=Certainty, required=False)
    directness = forms.ChoiceField(choices=Directness, required=False)
    translation = forms.CharField(required=False)
    translation_kind = forms.ChoiceField(
        choices=[("", ""), *TranslationKind.choices], required=False
    )
    note = forms.CharField(required=False)
    request_key = forms.UUIDField(required=False)
    revision = forms.IntegerField(required=False)
    reason = forms.CharField(required=False, max_length=300)
    guard = forms.CharField(required=False)
    widen = forms.BooleanField(required=False)
    widened_start = forms.IntegerField(required=False)
    widened_end = forms.IntegerField(required=False)
    take_caveat = forms.BooleanField(required=False)
    caveat_start = forms.IntegerField(required=False)
    caveat_end = forms.IntegerField(required=False)

    def __init__(
        self,
        *args: Any,
        document: Document,
        reader: Person,
        tag: Tag | None = None,
        **options: Any,
    ) -> None:
        if tag is not None:
            options.setdefault("initial", values_of(tag))
        super().__init__(*args, **options)
        self.document = document
        self.reader = reader
        self.tag = tag
        self.place: Passage | None = None
        self.proposal: Proposal | None = None

    def clean(self) -> dict[str, Any]:
        """Find what the values name; on a cue that nobody has seen yet, propose and stop."""
        values = super().clean() or {}
        if self.errors:
            return values
        if self.tag is not None and values.get("revision") is None:
            self.add_error(None, _("Reload the tag: its revision is missing."))
            return values
        self.place = self._find_passage(values["passage"])
        values |= widening(values)
        self._refuse_nothing(values)
        values["stance"] = values["stance"] or answered(values)
        self.chosen = self._find_claim(values)
        self.engaged = list(self._find_provisions())
        if not self.errors:
            self._ask_the_guard(values)
        return values

    def _find_passage(self, passage_id: int) -> Passage | None:
        if self.document.is_withdrawn:  # nothing may be asked of its words, not even by guessing
            self.add_error(None, _("This document was withdrawn: it takes no tags."))
            return None
        here = Passage.objects.filter(
            text_version__document=self.document, text_version__is_current=True
        ).select_related("voice", "text_version")
        found = here.filter(pk=passage_id).defer("text_version__text").first()
        if found is None:
            self.add_error(None, _("These words are not in this document. Select them again."))
        else:
            found.text_version.document = self.document
        return found

    def _refuse_nothing(self, values: dict[str, Any]) -> None:
        """Refuse words of which nothing can be seen."""
        if self.place is None or not 0 <= values["start"] - self.place.start < values["end"]:
            return
        start = self.place.start
        if shows_nothing(self.place.text[values["start"] - start : values["end"] - start]):
            self.add_error(None, _("These words contain nothing visible. Select others."))

    def _find_claim(self, values: dict[str, Any]) -> Claim | NewClaim | None:
        public_id = values.get("claim")
        if not public_id or public_id == NEW:
            return self._find_new_claim(values)
        claim = Claim.objects.visible_to(self.reader).filter(public_id=public_id).first()
        if claim is None:
            self.add_error("claim", _("There is no claim with this id. Choose one from the list."))
        return claim

    def _find_new_claim(self, values: dict[str, Any]) -> NewClaim | None:
        label, text = values.get("new_claim"), values.get("new_claim_text")
        if not label:
            self.add_error("claim", _("Choose a claim, or create one."))
            return None
        if not text:
            self.add_error("new_claim_text", _("Say it as a sentence: who does or holds what?"))
            return None
        new = NewClaim(label, text, is_confirmed=f"claim:{label}" in self.confirmed)
        if not new.is_confirmed:
            self._warn_of_near_same(new)
        return new

    def _warn_of_near_same(self, new: NewClaim) -> None:
        if near := new.near(self.document.collection_id, reader=self.reader):
            names = "; ".join(f"{claim.public_id} {claim.label}" for claim in near)
            message = _("These claims may be the same: %(claims)s. Look at them first.")
            params = {"claims": names, "confirm": f"claim:{new.label}"}
            self.add_error(None, ValidationError(message, code="near_same", params=params))

    @property
    def confirmed(self) -> list[str]:
        """What the person said is another one, although it looks near-same."""
        listed = getattr(self.data, "getlist", None)
        return listed("near_same") if listed else []

    @property
    def to_confirm(self) -> list[str]:
        """What the form warns of as near-same: each can be confirmed by itself."""
        errors = self.errors.as_data().get("__all__", [])
        asked = [error.params or {} for error in errors if error.code == "near_same"]
        return [one.get("confirm") or f"agent:{one['name']}" for one in asked]

    def _find_provisions(self) -> Iterator[Engaged]:
        for code, basis, role in self.typed_provisions():
            if not code.strip():
                continue
            wanted = code.replace("\0", "").split(" ")[0].strip()
            provision = Provision.objects.filter(code=wanted).first()
            if provision is None or basis not in Basis.values or role not in ProvisionRole.values:
                message = _("There is no provision “%(code)s”. Choose one from the list.")
                self.add_error(None, message % {"code": code})
            else:
                yield Engaged(provision, basis, role)

    def typed_provisions(self) -> list[tuple[str, ...]]:
        """Return the code, basis and role in each row of the form; none where a script posts."""
        if not hasattr(self.data, "getlist"):
            return []
        columns = (self.data.getlist(name) for name in ("provision", "basis", "role"))
        return list(zip(*columns, strict=False))

    def _ask_the_guard(self, values: dict[str, Any]) -> None:
        """Show what was found and nobody has seen, fill in what it proposes, and store nothing."""
        if self.place is None or values.get("guard") or self.data.get("stance"):
            return
        claim = self.chosen if isinstance(self.chosen, Claim) else None
        changed = {*self.fields} if self.tag is None else {*self.changed_data}
        said = as_answered(self.place, claim, values, self.reader)
        self.proposal = propose(said, changed)
        if self.proposal is not None:
            self.fill_in(self.proposal.data())
            message = _("Check whose position it is.")
            self.add_error(None, ValidationError(message, code="guard"))

    @property
    def is_guarded(self) -> bool:
        """Whether the form stopped only to show a cue or a caveat."""
        return self.has_error("__all__", code="guard")

    def fill_in(self, proposed: Mapping[str, str]) -> None:
        """Put values into the form beside, or instead of, what was posted."""
        data = _editable(self.data)
        for name, value in proposed.items():
            data[name] = value
        self.data = data

    def read_again(self, tag: Tag) -> None:
        """Base what was typed on the newer tag, so that saving again changes that one."""
        self.tag = tag
        self.fill_in({"revision": str(tag.revision)})

    def save(self) -> Tag | None:
        """Store what the form says; return None, with its errors set, where it is refused.

        Raise StaleRevision where somebody saved first.
        """
        if not self.is_valid():
            return None
        try:
            return self._act()
        except ValidationError as error:
            self.refuse(error)
            return None

    def _act(self) -> Tag:
        values, by = self.cleaned_data, self.reader
        if self.tag is None:
            return tag_as_said(self._said(values), by=by, request_key=values["request_key"])
        revision, reason = values["revision"], values["reason"]
        return edit_as_said(self.tag, self._said(values), revision=revision, by=by, reason=reason)

    def refuse(self, error: ValidationError) -> None:
        """Put what a rule refused beside the field it is about, else above the form."""
        if not hasattr(error, "error_dict"):
            self.add_error(None, error)
            return
        for name, errors in error.error_dict.items():
            field = _FIELDS.get(name, name)
            self.add_error(field if field in self.fields else None, errors)

    def _said(self, values: dict[str, Any]) -> Said:
        """Return the values as the act takes them."""
        assert self.place is not None
        assert self.chosen is not None
        answers = self._says("stance", "whose", "agree", "held_by", "new_held_by")
        return Said(
            passage=self.place,
            start=values["start"],
            end=values["end"],
            exact=values["exact"] or None,
            claim=self.chosen,
            stance=values["stance"] if answers else "",
            held_by=self._named("held_by", values),
            names_speaker=self._says("asserted_by", "new_asserted_by"),
            asserted_by=self._named("asserted_by", values),
            speech=values["speech"],
            fields=self._more(values),
        )

    def _says(self, *names: str) -> bool:
        """Whether the form was sent any of these fields; a new tag has a value for each."""
        return self.tag is None or any(name in self.data for name in names)

    def _more(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return the values under More; what an edit does not send stays as it is."""
        more = {
            "certainty": values["certainty"] or Certainty.UNSPECIFIED,
            "directness": values["directness"] or Directness.UNSPECIFIED,
            "translation": values["translation"],
            "translation_kind": values["translation_kind"],
            "note": values["note"],
        }
        more = {name: value for name, value in more.items() if self._says(name)}
        return more | ({"provisions": self.engaged} if self._says("provision") else {})

    def _named(self, field: str, values: dict[str, Any]) -> Named | None:
        chosen, typed = values[field], values[f"new_{field}"].strip()
        if not chosen and not typed:
            return None
        return Named(chosen, typed, f"agent:{' '.join(typed.split())}" in self.confirmed)


def _editable(data: Mapping[str, Any]) -> QueryDict:
    """Return a copy of what was posted that can be changed."""
    return data.copy() if isinstance(data, QueryDict) else QueryDict(urlencode(data), mutable=True)

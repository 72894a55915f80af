"""The tag form: two plain questions, the guard, and what a script may say outright."""

import uuid
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.actions.claims import create_claim
from annotate.actions.pairs import tell_claims_apart
from annotate.actions.tags import Engaged, edit_tag, tag_words
from annotate.forms.agents import resolve_agent
from annotate.forms.caveats import caveat_left_out, shortened
from annotate.guard import Caveat, Cue, find_cue, shows_nothing
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
from annotate.models.claim import ClaimKind
from annotate.models.tag import TranslationKind
from annotate.queries.claim_codebook import kept_claims
from annotate.queries.claim_finder import FoundClaim, near_same_claims
from annotate.queries.tags import known_holder, names_in_text
from annotate.text.stances import STANCES_ON_ANOTHER
from corpus.models import Agent, Document, Passage, Person

OWN, OTHER = "own", "other"
YES, NO, OPEN = "yes", "no", "open"
_AGREE = {"for": YES, "against": NO, "open": OPEN}
ANSWERS = {(OTHER if one.on_another else OWN, _AGREE[one.side]): one for one in Stance}
QUESTIONS = {stance: answers for answers, stance in ANSWERS.items()}
NEW = "new"


def editable(data: Mapping[str, Any]) -> QueryDict:
    """Return a copy of what was posted that can be changed."""
    return data.copy() if isinstance(data, QueryDict) else QueryDict(urlencode(data), mutable=True)


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
        super().__init__(*args, **options)
        self.document = document
        self.reader = reader
        self.tag = tag
        self.cue: Cue | None = None
        self.caveat: Caveat | None = None
        self.place: Passage | None = None

    # What the person said.

    def clean(self) -> dict[str, Any]:
        """Find what the values name; on a cue that nobody has seen yet, propose and stop."""
        values = super().clean() or {}
        if self.errors:
            return values
        if self.tag is not None and values.get("revision") is None:
            self.add_error(None, _("Reload the tag: its revision is missing."))
            return values
        self.place = self._find_passage(values["passage"])
        self._widen(values)
        self._refuse_nothing(values)
        values["stance"] = values["stance"] or self.answered(values)
        self.chosen = self._find_claim(values)
        self.engaged = list(self._find_provisions())
        if not self.errors and self._must_ask(values):
            self._propose(values)
        return values

    def _find_passage(self, passage_id: int) -> Passage | None:
        if self.document.is_withdrawn:  # nothing may be asked of its words, not even by guessing
            self.add_error(None, _("This document was withdrawn: it takes no tags."))
            return None
        found = (
            Passage.objects.filter(
                pk=passage_id,
                text_version__document=self.document,
                text_version__is_current=True,
            )
            .select_related("voice", "text_version")
            .defer("text_version__text")
            .first()
        )
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

    def _widen(self, values: dict[str, Any]) -> None:
        widened = values.get("widened_start"), values.get("widened_end")
        if values.get("widen") and None not in widened:
            values["start"], values["end"] = widened
            values["exact"] = ""
        caveat = values.get("caveat_start"), values.get("caveat_end")
        if values.get("take_caveat") and None not in caveat:
            values["start"] = min(values["start"], caveat[0])
            values["end"] = max(values["end"], caveat[1])
            values["exact"] = ""

    def answered(self, values: dict[str, Any]) -> Stance:
        """Return the stance that the two answers mean."""
        whose = values.get("whose") or (OTHER if self._names_holder(values) else OWN)
        return ANSWERS[whose, values.get("agree") or YES]

    @staticmethod
    def _names_holder(values: dict[str, Any]) -> bool:
        return bool(values.get("held_by") or values.get("new_held_by"))

    def _find_claim(self, values: dict[str, Any]) -> Claim | None:
        public_id = values.get("claim")
        if public_id and public_id != NEW:
            usable = Claim.objects.visible_to(self.reader)
            claim = usable.filter(public_id=public_id).first()
            if claim is None:
                self.add_error(
                    "claim", _("There is no claim with this id. Choose one from the list.")
                )
            return claim
        if not values.get("new_claim"):
            self.add_error("claim", _("Choose a claim, or create one."))
        elif not values.get("new_claim_text"):
            self.add_error("new_claim_text", _("Say it as a sentence: who does or holds what?"))
        elif f"claim:{values['new_claim']}" not in self.confirmed:
            self._warn_of_near_same(values)
        return None

    def _warn_of_near_same(self, values: dict[str, Any]) -> None:
        near = self._near_same(values)
        if near:
            names = "; ".join(f"{claim.public_id} {claim.label}" for claim in near)
            message = _("These claims may be the same: %(claims)s. Look at them first.")
            params = {"claims": names, "confirm": f"claim:{values['new_claim']}"}
            self.add_error(None, ValidationError(message, code="near_same", params=params))

    def _near_same(self, values: dict[str, Any]) -> list[FoundClaim]:
        return near_same_claims(
            values["new_claim"],
            values["new_claim_text"],
            self.reader,
            self.document.collection_id,
        )

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
        if not hasattr(self.data, "getlist"):
            return
        rows = zip(
            self.data.getlist("provision"),
            self.data.getlist("basis"),
            self.data.getlist("role"),
            strict=False,
        )
        for code, basis, role in rows:
            if not code.strip():
                continue
            wanted = code.replace("\0", "").split(" ")[0].strip()
            provision = Provision.objects.filter(code=wanted).first()
            if provision is None or basis not in Basis.values or role not in ProvisionRole.values:
                message = _("There is no provision “%(code)s”. Choose one from the list.")
                self.add_error(None, message % {"code": code})
            else:
                yield Engaged(provision, basis, role)

    # The guard.

    def _must_ask(self, values: dict[str, Any]) -> bool:
        """Whether the words would be stored over a cue or a caveat that nobody has seen."""
        if self.place is None or values.get("guard") or self.data.get("stance"):
            return False
        changed = {*self.fields} if self.tag is None else {*self.changed_data}
        if changed & {"start", "end", "claim"}:
            self.cue = self._unanswered_cue(values)
        if changed & {"start", "end"}:
            self.caveat = caveat_left_out(
                self.place,
                values["start"],
                values["end"],
                language=self.place.language or self.document.language,
                cue=self.cue,
                reader=self.reader,
            )
        return bool(self.cue or self.caveat)

    def _unanswered_cue(self, values: dict[str, Any]) -> Cue | None:
        """Return the cue over which the default answers would be stored."""
        assert self.place is not None
        cue = self._find_cue(values)
        if cue is None:
            return None
        inside = cue.widened_start >= values["start"] - self.place.start
        inside = inside and cue.widened_end <= values["end"] - self.place.start
        answered = (values.get("agree") or YES) != YES
        answered = answered and (cue.own or values.get("whose") == OTHER)
        return None if answered and inside else cue

    def _find_cue(self, values: dict[str, Any]) -> Cue | None:
        assert self.place is not None
        start, end = values["start"] - self.place.start, values["end"] - self.place.start
        if not 0 <= start < end <= len(self.place.text):
            return None
        if not self.place.text[start:end].strip():
            return None
        voice = self.voice
        return find_cue(
            self.place.text,
            start,
            end,
            language=self.place.language or self.document.language,
            claim_is_position=bool(self.chosen and self.chosen.kind == ClaimKind.POSITION),
            agents=names_in_text(self.document.collection_id),
            voice=voice.pk if voice else None,
        )

    @property
    def voice(self) -> Agent | None:
        """Whose words the passage is."""
        return (self.place.voice if self.place else None) or self.document.author

    def _propose(self, values: dict[str, Any]) -> None:
        """Show what was found, open the two questions for a cue, and store nothing."""
        data = editable(self.data)
        data["guard"] = "seen"
        if self.cue is not None:
            self._propose_answers(self.cue, data, values)
        if self.caveat is not None and self.place is not None:
            data["caveat_start"] = str(self.place.start + self.caveat.widened_start)
            data["caveat_end"] = str(self.place.start + self.caveat.widened_end)
        self.data = data
        self.add_error(None, ValidationError(_("Check whose position it is."), code="guard"))

    def _propose_answers(self, cue: Cue, data: QueryDict, values: dict[str, Any]) -> None:
        assert self.place is not None
        if not self._has_answered(values):
            holder = None if cue.own else self._proposed_holder()
            data["whose"] = OWN if cue.own else OTHER
            data["agree"] = cue.agree
            data["held_by"] = str(holder.pk) if holder else ""
        start = self.place.start + cue.widened_start
        end = self.place.start + cue.widened_end
        if (start, end) != (values["start"], values["end"]):
            data["widen"] = "1"
            data["widened_start"], data["widened_end"] = str(start), str(end)

    def _has_answered(self, values: dict[str, Any]) -> bool:
        """Whether the person answered otherwise than by default: that is never overwritten."""
        if values.get("whose") == OTHER or self._names_holder(values):
            return True
        return (values.get("agree") or YES) != YES

    def _proposed_holder(self) -> Agent | None:
        """Return whom the cue names; or, for a position, its known holder if named here."""
        assert self.cue is not None
        assert self.place is not None
        if self.cue.holder is not None:
            return Agent.objects.filter(pk=str(self.cue.holder)).first()
        if self.chosen is None:
            return None
        voice = self.voice
        known = known_holder(
            self.chosen, reader=self.reader, apart_from=voice.pk if voice else None
        )
        names = [known.name, *known.aliases] if known else []
        return known if any(name in self.place.text for name in names) else None

    @property
    def is_guarded(self) -> bool:
        """Whether the form stopped only to show a cue or a caveat."""
        return self.has_error("__all__", code="guard")

    @property
    def widened_words(self) -> str:
        """The words the quote would have when it is widened to the cue."""
        if not self.place or not self.data.get("widened_start"):
            return ""
        start = int(self.data["widened_start"]) - self.place.start
        return self.place.text[start : int(self.data["widened_end"]) - self.place.start]

    @property
    def words_with_caveat(self) -> str:
        """The words the quote would have when it is widened to the caveat, cut to be read."""
        if not self.place or not self.caveat:
            return ""
        return shortened(self.place.text[self.caveat.widened_start : self.caveat.widened_end])

    # The act.

    def act(self, *, by: Person) -> Tag:
        """Store the tag, and the claim and agents it names for the first time.

        Raise ValidationError where a rule refuses and StaleRevision where somebody saved first.
        """
        values = self.cleaned_data
        assert self.place is not None
        key = values["request_key"] or uuid.uuid4()
        if self.tag is None and self.chosen is None:
            made = Tag.objects.filter(created_by=by, request_key=key).first()
            if made is not None:  # saved already: make no second claim either
                return made
        fields = self._said(values) | {
            "claim": self.chosen or self._new_claim(values, by=by),
            "start": values["start"],
            "end": values["end"],
            "exact": values["exact"] or None,
        }
        if self._says("stance", "whose", "agree", "held_by", "new_held_by"):
            fields |= {"stance": values["stance"], "held_by": self._holder(values, by=by)}
        said = self._agent("asserted_by", values, by=by)
        if said is not None:
            fields |= {"asserted_by": said, "speech": values["speech"]}
        elif self.tag is not None and self._says("asserted_by", "new_asserted_by"):
            fields |= {"asserted_by": self.voice, "speech": Speech.OWN}
        if self.tag is not None:
            revision = values["revision"]
            return edit_tag(self.tag, revision=revision, by=by, reason=values["reason"], **fields)
        return tag_words(self.place, by=by, request_key=key, **fields)

    def _says(self, *names: str) -> bool:
        """Whether the form was sent any of these fields; a new tag has a value for each."""
        return self.tag is None or any(name in self.data for name in names)

    def _said(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return the values under More; what an edit does not send stays as it is."""
        said = {
            "certainty": values["certainty"] or Certainty.UNSPECIFIED,
            "directness": values["directness"] or Directness.UNSPECIFIED,
            "translation": values["translation"],
            "translation_kind": values["translation_kind"],
            "note": values["note"],
        }
        said = {name: value for name, value in said.items() if self._says(name)}
        if self._says("provision"):
            said["provisions"] = self.engaged
        return said

    def _new_claim(self, values: dict[str, Any], *, by: Person) -> Claim:
        """Make the claim; a curator who was warned of others like it has said it is none of them.

        That is remembered of the claims they keep, as where they say so on a claim's page.
        """
        near = self._near_same(values) if f"claim:{values['new_claim']}" in self.confirmed else []
        claim = create_claim(
            values["new_claim"],
            values["new_claim_text"],
            by=by,
            collection=self.document.collection,
        )
        kept = kept_claims(by)
        if near and kept.filter(pk=claim.pk).exists():
            for other in kept.filter(public_id__in=[one.public_id for one in near]):
                tell_claims_apart(claim, other, by=by)
        return claim

    def _holder(self, values: dict[str, Any], *, by: Person) -> Agent | None:
        if values["stance"] not in STANCES_ON_ANOTHER:
            return None
        return self._agent("held_by", values, by=by)

    def _agent(self, field: str, values: dict[str, Any], *, by: Person) -> Agent | None:
        chosen, typed = values[field], values[f"new_{field}"].strip()
        if not chosen and not typed:
            return None
        if chosen and typed and typed != self._name_of(chosen):
            chosen = ""  # the name was typed over after the choice
        return resolve_agent(
            chosen,
            typed,
            by=by,
            collection=self.document.collection,
            confirmed=f"agent:{' '.join(typed.split())}" in self.confirmed,
        )

    def _name_of(self, chosen: str) -> str:
        """Return the name of the agent with this id, or "" where it is not one to be seen."""
        if not chosen.isdecimal():
            return ""
        names = Agent.objects.visible_to(self.reader).filter(pk=chosen)
        return names.values_list("name", flat=True).first() or ""

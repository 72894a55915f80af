"""The link form, and the filters of the list of links."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from annotate.models import MANUAL_RELATIONS, Claim, Link, LinkStatus, Relation, Strength, Tag
from annotate.models.link import LIVE_LINK, RATIONALE_MIN, LinkDirectness
from annotate.queries.comparison import later_first
from annotate.queries.contradiction_answers import answers_to
from annotate.queries.links import LinkFilters, people_who_link
from annotate.queries.merged_claims import what_became_of
from corpus.access import Reader
from corpus.models import Person

RELATIONS = [(relation.value, relation.label) for relation in MANUAL_RELATIONS]
YES, NO = "yes", "no"
# What a person is asked before two quotes are said to contradict each other.
QUESTIONS = ("same_time", "same_scope")
INSTEAD = (Relation.UPDATES, Relation.QUALIFIES, Relation.CHALLENGES)
_UNANSWERED = _(
    "Answer yes or no: two quotes contradict each other only about the same time and the "
    "same scope."
)


class LinkForm(forms.Form):
    """What a link says between its two tags; `revision` is the one a change is based on.

    One that `contradicts` is valid only where both questions are answered with yes.
    """

    relation = forms.ChoiceField(
        choices=[("", _("choose …")), *RELATIONS],
        label=_("How the first bears on the second"),
        error_messages={"required": _("Say how the first quote bears on the second.")},
    )
    rationale = forms.CharField(
        min_length=RATIONALE_MIN,
        label=_("because"),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("Say why: a link always says why."),
            "min_length": _("Say why in at least 10 characters: a link always says why."),
        },
    )
    strength = forms.ChoiceField(
        choices=Strength, required=False, initial=Strength.MODERATE, label=_("How strong")
    )
    directness = forms.ChoiceField(
        choices=[("", _("not said")), *LinkDirectness.choices],
        required=False,
        label=_("How direct"),
    )
    same_time = forms.ChoiceField(
        choices=[(YES, _("yes")), (NO, _("no"))],
        required=False,
        label=_("Do both speak of the same time?"),
        widget=forms.RadioSelect,
    )
    same_scope = forms.ChoiceField(
        choices=[(YES, _("yes")), (NO, _("no"))],
        required=False,
        label=_("Do both speak of the same scope: the same people, place and conditions?"),
        widget=forms.RadioSelect,
    )
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        required=False,
        max_length=500,
        label=_("Why you change somebody else's link"),
    )

    def clean_rationale(self) -> str:
        """Keep line ends as one character, as every stored text has them."""
        rationale: str = self.cleaned_data["rationale"]
        return rationale.replace("\r\n", "\n")

    def clean_strength(self) -> str:
        """Take a link for moderate unless somebody says otherwise."""
        return self.cleaned_data["strength"] or Strength.MODERATE

    def clean(self) -> dict[str, Any]:
        """Ask both questions of a contradiction; a no is no contradiction."""
        values = super().clean() or {}
        if values.get("relation") != Relation.CONTRADICTS:
            return values
        answers = {name: values.get(name) for name in QUESTIONS}
        if NO in answers.values():
            sentence = _("Then the two do not contradict each other. Nothing is saved yet.")
            self.add_error(None, ValidationError(sentence, code="no_contradiction"))
            return values
        for name, answer in answers.items():
            if not answer and not self.has_error(name):
                self.add_error(name, _UNANSWERED)
        return values

    @property
    def contradicts(self) -> bool:
        """Whether the form, as it stands, says that the one contradicts the other."""
        return bool(self["relation"].value() == Relation.CONTRADICTS)

    @property
    def answered_no(self) -> bool:
        """Whether the person said that the two are not of the same time and scope."""
        return self.has_error("__all__", "no_contradiction")

    def says_no(self, question: str) -> bool:
        """Whether the person answered one of the two questions with no."""
        return bool(self.cleaned_data.get(question) == NO)

    def answers(self) -> dict[str, str]:
        """Return what was asked and answered of a contradiction, for the history."""
        if self.cleaned_data["relation"] != Relation.CONTRADICTS:
            return {}
        return {name: self.cleaned_data[name] for name in QUESTIONS}

    def said(self) -> dict[str, str]:
        """Return what the link says, for the act that stores it."""
        return {
            name: self.cleaned_data[name]
            for name in ("relation", "rationale", "strength", "directness")
        }


def form_of(link: Link) -> LinkForm:
    """Return the form that changes a link."""
    names = ("relation", "rationale", "strength", "directness", "revision")
    initial = {name: getattr(link, name) for name in names}
    if link.status in LIVE_LINK and link.pk in answers_to([link]):
        initial |= dict.fromkeys(QUESTIONS, YES)  # nothing else is saved
    return LinkForm(initial=initial)


type Ends = tuple[Tag, Tag]


def redrawn(posted: QueryDict, from_tag: Tag, to_tag: Tag) -> tuple[LinkForm, Ends] | None:
    """Return the form as a button changes it, with all that was typed; None to save it.

    `swap` exchanges the ends, `instead` takes another relation for a contradiction, `compare`
    only draws what the chosen relation asks.
    """
    typed = posted.dict()
    if "swap" in posted:
        return LinkForm(initial=typed), (to_tag, from_tag)
    if posted.get("instead") in INSTEAD:
        kept = {name: value for name, value in typed.items() if name not in QUESTIONS}
        form = LinkForm(initial=kept | {"relation": posted["instead"]})
        later = posted["instead"] == Relation.UPDATES
        return form, later_first(from_tag, to_tag) if later else (from_tag, to_tag)
    if "compare" in posted:
        return LinkForm(initial=typed), (from_tag, to_tag)
    return None


class LinkFilterForm(forms.Form):
    """Narrows the list of links; what cannot be read narrows nothing."""

    person = forms.ModelChoiceField(
        Person.objects.none(), required=False, label=_("Made by"), empty_label=_("anybody")
    )
    relation = forms.ChoiceField(
        choices=[("", _("any")), *RELATIONS], required=False, label=_("Relation")
    )
    claim = forms.CharField(
        required=False,
        label=_("Claim"),
        max_length=12,
        widget=forms.TextInput(attrs={"placeholder": "C01"}),
    )
    status = forms.ChoiceField(
        choices=[
            ("", _("current")),
            (LinkStatus.STALE, _("needs a second look")),
            (LinkStatus.WITHDRAWN, _("withdrawn")),
        ],
        required=False,
        label=_("State"),
    )
    since = forms.DateField(
        required=False, label=_("Made since"), widget=forms.DateInput({"type": "date"})
    )
    until = forms.DateField(
        required=False, label=_("Made until"), widget=forms.DateInput({"type": "date"})
    )

    def __init__(self, *args: Any, reader: Reader, **options: Any) -> None:
        super().__init__(*args, **options)
        self.reader = reader
        people = self.fields["person"]
        assert isinstance(people, forms.ModelChoiceField)
        people.queryset = people_who_link(reader)

    def clean_claim(self) -> Claim | None:
        """Return the claim of this id, or what it became, among those the reader may see."""
        public_id = self.cleaned_data["claim"].strip().upper()
        if not public_id:
            return None
        claims = Claim.objects.visible_to(self.reader)
        [current] = what_became_of([public_id], among=claims)
        claim = claims.filter(public_id=current).first()
        if claim is None:
            raise forms.ValidationError(_("There is no claim with this id. An id looks like C01."))
        return claim

    def filters(self) -> LinkFilters:
        """Return the filters as far as they can be read."""
        self.is_valid()
        return LinkFilters(**{name: value for name, value in self.cleaned_data.items() if value})

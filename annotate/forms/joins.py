"""The form in which a curator says that two agents are not independent."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from annotate.actions.joins import join_agents
from annotate.models import AgentJoin
from annotate.queries.joins import homes_for
from corpus.models import Agent, Collection, Person

REASON_MAX = 300


class JoinForm(forms.Form):
    """Why two are not independent, and where that is known."""

    reason = forms.CharField(
        label=gettext_lazy("Why they are not independent"),
        help_text=gettext_lazy("For example: one owns the other; both were briefed together."),
        max_length=REASON_MAX,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    home = forms.ChoiceField(label=gettext_lazy("Known in"), required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, one: Agent, other: Agent, by: Person
    ) -> None:
        super().__init__(data, label_suffix="")
        self.one, self.other = one, other
        field = self.fields["home"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = homes_for(one, other, by=by)

    def act(self, *, by: Person) -> AgentJoin:
        """Join the two; raise ValidationError as the action does."""
        key = self.cleaned_data["home"]
        home = Collection.objects.get(pk=key) if key else None
        return join_agents(
            self.one, self.other, by=by, reason=self.cleaned_data["reason"], home=home
        )

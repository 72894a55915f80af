"""The forms in which a curator merges, after a look at what it would change."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from annotate.codebook.agent_merges import merge_agents
from annotate.codebook.claim_merges import merge_claims
from annotate.models import AgentMerge, Claim, ClaimMerge
from corpus.models import Agent, Person

REASON_MAX = 300


class MergeForm(forms.Form):
    """Why two are the same; `seen` seals what the preview showed."""

    reason = forms.CharField(
        label=gettext_lazy("Why they are the same"),
        max_length=REASON_MAX,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None = None, *, seal: str) -> None:
        super().__init__(data, initial={"seen": seal}, label_suffix="")
        self.seal = seal

    @property
    def is_outdated(self) -> bool:
        """Whether something has changed that the preview showed."""
        return self.is_bound and self.data.get("seen", "") != self.seal

    def look_again(self) -> None:
        """Let the form come back with the present seal; what was typed stays."""
        self.data = {**dict(self.data.items()), "seen": self.seal}


class ClaimMergeForm(MergeForm):
    """The revisions are those of the two claims as they were shown."""

    source_revision = forms.IntegerField(widget=forms.HiddenInput)
    target_revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, seal: str, source: Claim, target: Claim
    ) -> None:
        super().__init__(data, seal=seal)
        self.source, self.target = source, target
        self.initial["source_revision"] = source.revision
        self.initial["target_revision"] = target.revision

    def act(self, *, by: Person) -> ClaimMerge:
        """Merge; raise StaleRevision or ValidationError as the action does."""
        self.source.revision = self.cleaned_data["source_revision"]
        self.target.revision = self.cleaned_data["target_revision"]
        return merge_claims(self.source, self.target, by=by, reason=self.cleaned_data["reason"])

    def look_again(self) -> None:
        """Let the form come back with what the claims are now; what was typed stays."""
        super().look_again()
        self.data = {**self.data, **self.initial}


class AgentMergeForm(MergeForm):
    """Two agents turn out to be one."""

    def act(self, source: Agent, target: Agent, *, by: Person) -> AgentMerge:
        """Merge; raise ValidationError as the action does."""
        return merge_agents(source, target, by=by, reason=self.cleaned_data["reason"])

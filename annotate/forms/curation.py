"""What a curator fills in about documents, passages and claims in the admin."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from annotate.models import Claim
from corpus.forms import RefusableForm, RevisedForm
from corpus.models import Agent, Collection, Document, Passage
from corpus.models.collection import Access
from corpus.models.described import DOCUMENT_FIELDS, PASSAGE_FIELDS


class InCollectionForm(RevisedForm):
    """A form about a row of a collection: it accepts agents that the collection may use."""

    def offer_agents(self, collection_id: int, *names: str) -> None:
        """Limit the fields `names` to the agents that readers of the collection may see."""
        for name in names:
            if name in self.fields:
                field: Any = self.fields[name]
                field.queryset = Agent.objects.usable_in(collection_id)


class DocumentForm(InCollectionForm):
    """What is known about a document; not its text, its collection or its status."""

    class Meta:
        model = Document
        fields = DOCUMENT_FIELDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_agents(self.instance.collection_id, "author", "speaker", "publisher")


class PassageForm(InCollectionForm):
    """What a passage is, and whose words; not its text or its place."""

    class Meta:
        model = Passage
        fields = PASSAGE_FIELDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        collection = self.instance.text_version.document.collection_id
        self.offer_agents(collection, "voice", "speaker")
        if "quote_source" in self.fields:
            source: Any = self.fields["quote_source"]
            source.queryset = source.queryset.filter(
                Q(collection=collection) | Q(collection__access=Access.OPEN)
            ).select_related("collection")


class VoiceForm(forms.Form):
    """Whose words the chosen passages are."""

    voice = forms.ModelChoiceField(
        Agent.objects.none(),
        label=_("Whose words"),
        required=False,
        help_text=_("Empty: the document's author."),
    )


class ReasonForm(forms.Form):
    """Why a curator acts."""

    reason = forms.CharField(label=_("Why"), max_length=300)


class NewClaimForm(RefusableForm):
    """A claim for the codebook, and the collection it is made for."""

    collection = forms.ModelChoiceField(
        Collection.objects.none(),
        label=_("Collection"),
        help_text=_("A claim made for a members-only collection is known only there."),
    )

    class Meta:
        model = Claim
        fields = ("label", "text", "kind", "scope_note", "alt_labels")


class ClaimForm(RevisedForm):
    """The words of a claim, and whether a change of them changes what it means."""

    meaning_changed = forms.BooleanField(
        label=_("The meaning changed"),
        required=False,
        help_text=_("Then every tag under the claim needs a second look."),
    )

    class Meta:
        model = Claim
        fields = ("label", "text", "kind", "scope_note", "alt_labels", "broader", "color")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "broader" in self.fields:
            broader: Any = self.fields["broader"]
            broader.queryset = broader.queryset.filter(
                Q(home=None) | Q(home=self.instance.home_id)
            ).exclude(pk=self.instance.pk)

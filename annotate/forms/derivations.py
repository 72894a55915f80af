"""The form that says where something is copied from: a document here, or a work not held."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.actions import derivations as acts
from annotate.actions.agents import resolve_agent
from annotate.queries.circumstances import Moment
from annotate.queries.derivations import find_works, near_same_works, works_among
from annotate.queries.source_doubts import Doubts, dated, doubts_of
from corpus.models import Agent, Document, Person
from corpus.models.derivation import DerivationKind
from corpus.models.document import DocumentKind

NOT_HELD = "new"
_LONGEST_ID = 18  # figures that fit PostgreSQL's bigint


class SourceForm(forms.Form):
    """What it is copied from, how, and the words that show it.

    `works` are the documents offered; `near_agents` those whom the author's name may mean;
    `doubts` what speaks against it, which is told once: whoever saves again has read it.
    """

    upstream = forms.CharField(
        error_messages={"required": gettext_lazy("Choose what it is copied from.")}
    )
    kind = forms.ChoiceField(
        choices=[("", gettext_lazy("choose")), *DerivationKind.choices],
        label=gettext_lazy("How"),
        error_messages={"required": gettext_lazy("Choose how it was copied.")},
    )
    evidence_quote = forms.CharField(
        required=False,
        label=gettext_lazy("The words that show it"),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    title = forms.CharField(required=False, max_length=500, label=gettext_lazy("Title"))
    author = forms.CharField(required=False, max_length=200, label=gettext_lazy("Author"))
    author_id = forms.CharField(required=False)
    uttered_on = forms.DateField(
        required=False,
        label=gettext_lazy("Date"),
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )
    work_kind = forms.ChoiceField(
        required=False,
        choices=DocumentKind.choices,
        initial=DocumentKind.OTHER,
        label=gettext_lazy("Kind"),
    )
    symbol = forms.CharField(required=False, max_length=80, label=gettext_lazy("Symbol"))
    url = forms.URLField(
        required=False, max_length=1000, assume_scheme="https", label=gettext_lazy("Address")
    )
    another_work = forms.BooleanField(
        required=False, label=gettext_lazy("None of these: it is another work")
    )
    another_author = forms.BooleanField(
        required=False, label=gettext_lazy("None of these: it is somebody else")
    )
    read = forms.IntegerField(required=False, widget=forms.HiddenInput)
    doubts_read = forms.CharField(required=False)
    reason = forms.CharField(
        required=False, max_length=300, label=gettext_lazy("Why you change somebody else's tag")
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        copied: acts.Copied,
        reader: Person,
        query: str = "",
        row: acts.Source | None = None,
        asks_reason: bool = False,
    ) -> None:
        super().__init__(data, initial=_initial(row), label_suffix="")
        self.copied, self.reader, self.row, self.query = copied, reader, row, query
        self.besides = acts.document_of(copied)
        self.near_works: list[Document] = []
        self.near_agents: list[Agent] = []
        self.doubts = Doubts() if row is None or data else self._doubts(row.upstream)
        self.fields["reason"].required = asks_reason
        if self.besides.is_withdrawn:  # what shows it may be its words: they stay as they are
            del self.fields["evidence_quote"]

    @property
    def works(self) -> list[Document]:
        """Return the documents to choose from: the one chosen, those like it, those found."""
        number = str(self["upstream"].value() or "")
        chosen = [int(number)] if _is_id(number) else []
        first = works_among(chosen, reader=self.reader, besides=self.besides)
        found = find_works(self.query, reader=self.reader, besides=self.besides)
        return list(dict.fromkeys([*first, *self.near_works, *found]))

    @property
    def chosen(self) -> str:
        """Return the id of the document chosen, NOT_HELD, or nothing."""
        return str(self["upstream"].value() or "")

    def clean(self) -> dict[str, Any]:
        """Turn the choice into a document; a work that is not held needs a title."""
        said = super().clean() or {}
        choice = said.get("upstream", "")
        if choice == NOT_HELD:
            if not said.get("title"):
                self.add_error("title", _("Give the title of the work."))
        elif choice:
            numbers = [int(choice)] if _is_id(choice) else []
            works = works_among(numbers, reader=self.reader, besides=self.besides)
            if not works:
                self.add_error("upstream", _("Choose a document from the list."))
            said["document"] = works[0] if works else None
        if not self.errors:
            self.doubts = self._doubts(said.get("document"), said)
            if self.doubts and said["doubts_read"] != self.doubts.token:
                self.add_error(None, ValidationError(self.doubts.sentences[0], code="doubts"))
        return said

    @property
    def asks_again(self) -> bool:
        """Whether nothing but doubts that are told now stands in the way."""
        return self.has_error("__all__", "doubts")

    def _doubts(self, work: Document | None, said: Mapping[str, Any] | None = None) -> Doubts:
        """Return what speaks against taking from `work`, or from the one described."""
        said = said or self.initial
        source = dated(work) if work else Moment(said.get("uttered_on"))
        return doubts_of(self.copied, source, said.get("evidence_quote") or "")

    def act(self, *, by: Person) -> acts.Source:
        """Store it, all or nothing; raise ValidationError or StaleRevision as the actions do."""
        said = self.cleaned_data
        with transaction.atomic():
            upstream = said.get("document") or self._work(by)
            if self.row is None:
                return acts.name_source(
                    self.copied,
                    upstream,
                    kind=said["kind"],
                    **self._evidence(),
                    by=by,
                    reason=said["reason"],
                )
            return acts.change_source(
                self.row,
                read=said["read"] or 0,
                by=by,
                reason=said["reason"],
                upstream=upstream,
                kind=said["kind"],
                **self._evidence(),
            )

    def _evidence(self) -> dict[str, str]:
        """Return the words that show it, where the form has them."""
        if "evidence_quote" not in self.fields:
            return {}
        return {"evidence_quote": _lines(self.cleaned_data["evidence_quote"])}

    def refuse(self, error: ValidationError) -> None:
        """Put what was refused beside the field it is about, else above the form."""
        for name, errors in getattr(error, "error_dict", {None: error}).items():
            self.add_error(name if name in self.fields else None, errors)

    def read_again(self, read: int) -> None:
        """Let the form come back based on what stands now; what was typed stays."""
        self.data = {**dict(self.data.items()), "read": str(read)}

    def _work(self, by: Person) -> acts.Work:
        """Return the work as described; raise ValidationError where it may be a known one."""
        said = self.cleaned_data
        title = " ".join(said["title"].split())
        if not said["another_work"]:
            self.near_works = near_same_works(
                title, said["symbol"], said["url"], reader=by, besides=self.besides
            )
        if self.near_works:
            raise ValidationError(
                {"title": _("This may be one of the works below. Choose it, or say it is another.")}
            )
        return acts.Work(
            title=title,
            kind=said["work_kind"] or DocumentKind.OTHER,
            author=self._author(by),
            uttered_on=said["uttered_on"],
            symbol=said["symbol"],
            url=said["url"],
        )

    def _author(self, by: Person) -> Agent | None:
        said = self.cleaned_data
        if not (said["author"].strip() or said["author_id"]):
            return None
        try:
            return resolve_agent(
                said["author_id"],
                said["author"],
                by=by,
                collection=self.besides.collection,
                confirmed=said["another_author"],
            )
        except ValidationError as error:
            self.near_agents = (getattr(error, "params", None) or {}).get("agents", [])
            raise ValidationError({"author": error.messages}) from error


def _initial(row: acts.Source | None) -> dict[str, Any]:
    if row is None:
        return {}
    return {
        "upstream": str(row.upstream_id),
        "kind": row.kind,
        "evidence_quote": row.evidence_quote,
        "read": acts.read_at(row),
    }


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _LONGEST_ID


def _lines(text: str) -> str:
    """Keep line ends as one character, as every stored text has them."""
    return text.replace("\r\n", "\n")

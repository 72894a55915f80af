"""What curators fill in about the corpus: rows under optimistic locking, agents, uploads."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corpus.ingest import formats
from corpus.models import Agent, Document, Person
from corpus.models.agent import AgentStatus

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Any]
    PersonChangeForm = UserChangeForm[Person]
    PersonCreationForm = AdminUserCreationForm[Person]
    File = UploadedFile[Any]
else:
    ModelForm, File = forms.ModelForm, UploadedFile
    PersonChangeForm, PersonCreationForm = UserChangeForm, AdminUserCreationForm


class RefusableForm(ModelForm):
    """A form that can be drawn again with what an action refused when it was saved."""

    refusal: ValidationError | None = None

    def clean(self) -> dict[str, Any] | None:
        """Show the refusal beside the field it is about, else above the form."""
        cleaned = super().clean()
        if self.refusal is not None:
            self.show(self.refusal)
        return cleaned

    def show(self, refusal: ValidationError) -> None:
        """Add the sentences of `refusal`, each where the person looks for it."""
        by_field = getattr(refusal, "error_dict", {"": refusal})
        for field, errors in by_field.items():
            self.add_error(field if field in self.fields else None, errors)


class RevisionField(forms.IntegerField):
    """The revision a page was drawn from; carried along, never a change by itself."""

    widget = forms.HiddenInput

    def has_changed(self, initial: object, data: object) -> bool:
        """Never: a person does not edit it."""
        return False


class RevisedForm(RefusableForm):
    """A form about a row that somebody else may save meanwhile (I18)."""

    revision = RevisionField(min_value=1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["revision"].initial = self.instance.revision

    def changes(self) -> dict[str, Any]:
        """Return the new values of the fields that were changed, by name."""
        return {name: self.cleaned_data[name] for name in self.changed_data}


class AgentForm(RefusableForm):
    """What a curator says of an agent."""

    class Meta:
        model = Agent
        fields = (
            "name",
            "disambiguation",
            "kind",
            "status",
            "home",
            "country",
            "aliases",
            "acts_for",
            "independence_parent",
            "members",
            "note",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "status" in self.fields:
            status = self.fields["status"]
            status.choices = [  # type: ignore[attr-defined]  # a typed choice field
                choice for choice in AgentStatus.choices if choice[0] != AgentStatus.MERGED
            ]
            status.initial = self.instance.status if self.instance.pk else AgentStatus.ACTIVE

    def clean_home(self) -> Any:
        """Refuse to take back an agent that everybody may use already."""
        home = self.cleaned_data["home"]
        if home is not None and self.instance.pk and home.pk != self.initial.get("home"):
            raise ValidationError(
                _("An agent can be shared with everybody, but that cannot be undone.")
            )
        return home

    def clean(self) -> dict[str, Any] | None:
        """Refuse relations that would name an agent to people who may not see it (I20)."""
        cleaned = super().clean() or {}
        home = cleaned.get("home")
        related = [cleaned.get("acts_for"), cleaned.get("independence_parent")]
        for agent in [*related, *cleaned.get("members", ())]:
            if agent is not None and agent.home_id not in (None, home.pk if home else None):
                raise ValidationError(
                    _(
                        "%(agent)s is known only in one collection, so only agents of that "
                        "collection can refer to it."
                    )
                    % {"agent": agent}
                )
        return cleaned


class PersonForm(RefusableForm, PersonChangeForm):
    """What an administrator says of a person; a password is set on a page of its own."""

    by: Person | None = None

    class Meta:
        model = Person
        fields = (
            "username",
            "password",
            "display_name",
            "pseudonym",
            "email",
            "languages",
            "is_active",
            "is_superuser",
        )

    def clean(self) -> dict[str, Any] | None:
        """Refuse that administrators lock themselves out."""
        cleaned = super().clean() or {}
        for name in ("is_active", "is_superuser"):
            if self.instance == self.by and not cleaned.get(name, True):
                self.add_error(name, _("Ask another administrator: you would lock yourself out."))
        return cleaned


class NewPersonForm(RefusableForm, PersonCreationForm):
    """A new person: a user name, a pseudonym, and a first password."""

    class Meta:
        model = Person
        fields = ("username", "display_name", "pseudonym")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pseudonym"].required = False


class UploadForm(RefusableForm):
    """A file, the collection it goes to, and what is known about it."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        widget=forms.FileInput(attrs={"accept": formats.accept()}),
    )
    not_held = forms.BooleanField(
        label=gettext_lazy("We do not hold this work"),
        required=False,
        help_text=gettext_lazy("It is only cited: no file, and a title."),
    )
    encoding = forms.CharField(
        label=gettext_lazy("Encoding"),
        required=False,
        max_length=40,
        help_text=gettext_lazy(
            "Only if the file is not UTF-8, for example utf-16, windows-1251 or gb18030."
        ),
    )

    class Meta:
        model = Document
        fields = (
            "collection",
            "title",
            "kind",
            "author",
            "publisher",
            "uttered_on",
            "published_on",
            "place",
            "language",
            "symbol",
            "url",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False
        self.fields["title"].help_text = _("Empty: the first line of the text.")

    def clean_file(self) -> File | None:
        """Refuse what the program cannot read, and what is larger than the installation allows."""
        file: File | None = self.cleaned_data["file"]
        if file is None:
            return None
        formats.format_of(file.name or "")
        size = file.size or 0
        if size > settings.CORROBORATE_MAX_UPLOAD:
            raise ValidationError(
                _(
                    "The file has %(size)s; the limit is %(limit)s. Split it, or ask the "
                    "administrator."
                )
                % {
                    "limit": filesizeformat(settings.CORROBORATE_MAX_UPLOAD),
                    "size": filesizeformat(size),
                }
            )
        return file

    def clean(self) -> dict[str, Any] | None:
        """Ask for the file, or for the title of a work that is not held."""
        cleaned = super().clean() or {}
        if cleaned.get("not_held"):
            if cleaned.get("file"):
                self.add_error("file", _("A work that is not held has no file."))
            if not cleaned.get("title"):
                self.add_error("title", _("Give the title of the work."))
        elif not cleaned.get("file") and "file" not in self.errors:
            self.add_error("file", _("Choose a file, or say that the work is not held."))
        return cleaned

    def metadata(self) -> dict[str, Any]:
        """Return what was said of the document, by name of its field."""
        apart = ("collection", "file", "encoding", "not_held")
        return {name: value for name, value in self.cleaned_data.items() if name not in apart}

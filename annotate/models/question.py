"""Questions about what is missing, and those a person saved with their filters."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from corpus.models.recorded import Recorded
from corpus.rules import known


class Question(models.TextChoices):
    """What may be asked: the word in the address, and the question in plain words."""

    ONE_SOURCE = "one-source", _("Which claims rest on one source only?")
    ONLY_COPIED = "only-copied", _("Which claims are known only at second hand?")
    CONTESTED = "contested", _("Which claims are contested?")
    NO_DENIAL = "no-denial", _("Which claims does nobody deny?")
    NO_REPLY = "no-reply", _("Where has the State concerned not replied?")
    NOTHING_SINCE = "nothing-since", _("Which claims have had no new evidence for a year?")
    SECOND_LOOKS = "second-looks", _("What needs a second look?")
    BROKEN_LINKS = "broken-links", _("Which links have a quote that no longer counts?")
    CIRCLES = "circles", _("What is copied in a circle?")

    @property
    def in_words(self) -> str:
        """The question as pages ask it."""
        if self == Question.NOTHING_SINCE:  # the label is kept in a migration
            return gettext("Which claims have had no new evidence since a given year?")
        return str(self.label)


class SavedQuestion(Recorded):
    """A question with its filters, under a name of the person's own; nobody else sees it.

    `filters` are as in the address: words by name. They are read with the eyes of whoever
    opens them, so that a collection that was closed since is not told of.
    """

    name = models.CharField(_("name"), max_length=120)
    question = models.CharField(_("question"), max_length=20, choices=Question)
    filters = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("name", "pk")
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="saved_question_has_a_name",
                violation_error_message=_("Give the question a name, to find it again."),
            ),
            models.UniqueConstraint(
                fields=["created_by", "name"],
                name="saved_question_is_named_once",
                violation_error_message=_(
                    "You have already saved a question under this name. Choose another name."
                ),
            ),
            known(
                "saved_question_is_known",
                _("Choose a question from the list."),
                question=Question.values,
            ),
        ]

    def __str__(self) -> str:
        return self.name

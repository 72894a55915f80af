"""People who use the installation."""

import pgtrigger
from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from corpus.rules import never


class Person(AbstractUser):
    """Who signs in. People are deactivated, never deleted: their work names them."""

    display_name = models.CharField(_("name"), max_length=150, blank=True)
    pseudonym = models.CharField(
        _("pseudonym"), max_length=80, help_text=_("What exports show instead of the name.")
    )
    languages = ArrayField(
        models.CharField(max_length=35), verbose_name=_("languages"), default=list, blank=True
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(
                "pseudonym",
                name="pseudonym_names_one_person",
                violation_error_message=_("Another person has this pseudonym. Choose another."),
            ),
            models.CheckConstraint(
                condition=~models.Q(pseudonym=""),
                name="person_has_a_pseudonym",
                violation_error_message=_("Give the person a pseudonym: exports show it."),
            ),
        ]
        triggers = [
            never(
                "person_is_never_deleted",
                pgtrigger.Delete,
                _("A person is deactivated, never deleted: their work names them."),
            ),
        ]

    def __str__(self) -> str:
        return self.display_name or self.username

    def save(self, *args: object, **options: object) -> None:
        """Save; a person without a pseudonym yet goes by the user name."""
        self.pseudonym = self.pseudonym or self.username
        self.display_name = self.display_name or self.get_full_name() or self.username
        super().save(*args, **options)  # type: ignore[arg-type]  # handed on as they came

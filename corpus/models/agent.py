"""Who can hold, say, publish or be described."""

from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from corpus.history import keep_history
from corpus.rules import known, shared_one_way

from .collection import Collection, known_to
from .recorded import Coded, Identified, Recorded

if TYPE_CHECKING:
    from .person import Person


class AgentKind(models.TextChoices):
    PERSON = "person", _("person")
    STATE = "state", _("state")
    STATE_BODY = "state_body", _("body of a state")
    IGO = "igo", _("intergovernmental organization")
    IGO_ORGAN = "igo_organ", _("organ of an intergovernmental organization")
    TREATY_BODY = "treaty_body", _("treaty body")
    SPECIAL_PROCEDURE = "special_procedure", _("special procedure")
    COURT = "court", _("court")
    NGO = "ngo", _("non-governmental organization")
    MEDIA = "media", _("media")
    ACADEMIC = "academic", _("academic")
    COMPANY = "company", _("company")
    ARMED_GROUP = "armed_group", _("armed group")
    OFFICE = "office", _("office")
    GROUP = "group", _("group")
    UNKNOWN = "unknown", _("not known yet")


class AgentStatus(models.TextChoices):
    PROPOSED = "proposed", _("proposed")
    ACTIVE = "active", _("active")
    MERGED = "merged", _("merged")


class AgentQuerySet(models.QuerySet["Agent"]):
    def visible_to(self, user: "Person | AnonymousUser") -> "AgentQuerySet":
        """Keep the agents shared by all and those of collections `user` may read (I20)."""
        return self.filter(known_to(user, "home"))

    def usable_in(self, collection_id: int) -> "AgentQuerySet":
        """Keep the agents a tag or document in the collection may name."""
        return self.filter(Q(home=None) | Q(home=collection_id)).exclude(status=AgentStatus.MERGED)


@keep_history()
class Agent(Identified, Coded, Recorded):
    """A person, a state, an organization: anybody who speaks or is spoken for."""

    name = models.CharField(_("name"), max_length=200)
    disambiguation = models.CharField(
        _("told apart by"),
        max_length=120,
        blank=True,
        help_text=_("Only when two have the same name."),
    )
    home = models.ForeignKey(
        Collection,
        models.PROTECT,
        related_name="agents",
        null=True,
        blank=True,
        verbose_name=_("known only in"),
        help_text=_("Empty: shared by the whole installation."),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=AgentStatus, default=AgentStatus.PROPOSED
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, related_name="merged", null=True, blank=True, editable=False
    )
    members = models.ManyToManyField(
        "self", symmetrical=False, related_name="groups", blank=True, verbose_name=_("members")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=AgentKind, default=AgentKind.UNKNOWN)
    acts_for = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="spoken_for_by",
        null=True,
        blank=True,
        verbose_name=_("speaks for"),
    )
    independence_parent = models.ForeignKey(
        "self",
        models.PROTECT,
        related_name="parts",
        null=True,
        blank=True,
        verbose_name=_("not counted apart from"),
    )
    country = models.CharField(_("country"), max_length=80, blank=True)
    aliases = ArrayField(
        models.CharField(max_length=200),
        verbose_name=_("other names"),
        default=list,
        blank=True,
        help_text=_("Separated by commas. They find the agent, also in a text."),
    )
    note = models.TextField(_("note"), blank=True)

    objects = AgentQuerySet.as_manager()

    class Meta:
        verbose_name = _("agent")
        verbose_name_plural = _("agents")
        ordering = ("name", "pk")
        indexes = [
            GinIndex(fields=["name"], name="agent_name_trigrams", opclasses=["gin_trgm_ops"])
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "disambiguation", "home"],
                nulls_distinct=False,
                name="agent_name_is_told_apart",
                violation_error_message=_(
                    "There is already an agent with this name. Use it, or say what tells "
                    "them apart."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(name=""),
                name="agent_has_a_name",
                violation_error_message=_("Give the agent a name."),
            ),
            models.CheckConstraint(
                condition=Q(status=AgentStatus.MERGED, merged_into__isnull=False)
                | (~Q(status=AgentStatus.MERGED) & Q(merged_into__isnull=True)),
                name="merged_agent_says_into_which",
                violation_error_message=_("A merged agent must say which agent it became."),
            ),
            models.CheckConstraint(
                condition=~Q(merged_into=F("id"))
                & ~Q(acts_for=F("id"))
                & ~Q(independence_parent=F("id")),
                name="agent_does_not_stand_on_itself",
                violation_error_message=_("An agent cannot speak for itself or merge into itself."),
            ),
            known(
                "agent_kind_is_known",
                _("Choose a kind of agent from the list."),
                kind=AgentKind.values,
            ),
            known(
                "agent_status_is_known",
                _("Choose a status from the list."),
                status=AgentStatus.values,
            ),
        ]
        triggers = [
            shared_one_way(
                "agent_is_shared_one_way",
                _("An agent can be shared with everybody, but that cannot be undone."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.disambiguation})" if self.disambiguation else self.name


@keep_history()
class GroupMember(Agent.members.through):  # type: ignore[name-defined,misc]  # made by Django
    """One agent's part in a group: joint authors."""

    class Meta:
        proxy = True

"""What a curator found of two agents: they are not independent, whatever the record says."""

from typing import TYPE_CHECKING, Any

import pgtrigger
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from corpus.history import keep_history
from corpus.models import Agent, Collection
from corpus.models.collection import known_to
from corpus.models.recorded import Recorded
from corpus.rules import ACTOR_SQL, Rule, refuse

if TYPE_CHECKING:
    from corpus.models import Person

_BY_ITS_CURATOR = f"""EXISTS (
    SELECT 1 FROM corpus_membership m WHERE m.role = 'curator' AND m.user_id = {ACTOR_SQL}
    AND (told.home_id IS NULL OR m.collection_id = told.home_id)
)"""
_BEYOND_HOME = """EXISTS (
    SELECT 1 FROM corpus_agent a WHERE a.id IN (NEW.first_id, NEW.second_id)
    AND a.home_id IS NOT NULL AND a.home_id IS DISTINCT FROM NEW.home_id
)"""


class AgentJoinQuerySet(models.QuerySet["AgentJoin"]):
    def visible_to(self, user: "Person | AnonymousUser") -> "AgentJoinQuerySet":
        """Keep the joins that are everybody's, and those of collections `user` may read (I20)."""
        return self.filter(known_to(user, "home"))

    def by_now(self) -> models.QuerySet[Any]:
        """Keep the joins of two that were not merged: `one` and `other`, by what they became."""
        one, other = (Coalesce(f"{end}__merged_into", end) for end in ("first", "second"))
        return self.annotate(one=one, other=other).exclude(one=F("other"))


@keep_history()
class AgentJoin(Recorded):
    """Two agents that are counted as one source: stored once, the older first.

    Known in its `home` only, or everywhere; what one collection knows of an agent stays there.
    """

    first = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    second = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    reason = models.CharField(_("why they are not independent"), max_length=300)
    home = models.ForeignKey(
        Collection,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("known in"),
    )

    objects = AgentJoinQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="agent_is_joined_with_another",
                violation_error_message=_("Choose a different agent."),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="join_says_why",
                violation_error_message=_("Say why the two are not independent."),
            ),
            models.UniqueConstraint(
                fields=["first", "second", "home"],
                nulls_distinct=False,
                name="agents_are_joined_once",
                violation_error_message=_("These two already count as one source."),
            ),
        ]
        triggers = [
            Rule(
                name="agents_are_joined_by_their_curator",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                declare=[("told", "annotate_agentjoin%ROWTYPE")],
                func=f"""
                    IF TG_OP = 'DELETE' THEN told := OLD; ELSE told := NEW; END IF;
                    IF NOT ({_BY_ITS_CURATOR}) THEN
                        {refuse("agents_are_joined_by_their_curator")}
                    END IF;
                    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                    IF TG_OP = 'UPDATE' AND (NEW.home_id, NEW.reason, NEW.created_by_id)
                       IS DISTINCT FROM (OLD.home_id, OLD.reason, OLD.created_by_id) THEN
                        {refuse("join_keeps_its_reason")}
                    END IF;
                    IF {_BEYOND_HOME} THEN
                        {refuse("join_is_known_where_its_agents_are")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={
                    "agents_are_joined_by_their_curator": _(
                        "Only a curator can say that two agents are not independent."
                    ),
                    "join_keeps_its_reason": _("Take it back and say it again, with its reason."),
                    "join_is_known_where_its_agents_are": _(
                        "One of the two is known in only one collection: choose that collection."
                    ),
                },
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} = {self.second_id}"

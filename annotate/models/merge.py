"""The record of merges, and of what was found not to be the same."""

from typing import TYPE_CHECKING, Any

import pgtrigger
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.functions import TransactionNow
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from corpus.history import keep_history
from corpus.models import Agent
from corpus.models.collection import known_to
from corpus.models.recorded import Recorded
from corpus.rules import ACTOR_SQL, Rule, never, refuse

from .claim import Claim

if TYPE_CHECKING:
    from corpus.models import Person

PAIR_SENTENCE = _("Somebody found that these two are not the same. Take that back first.")
HOME_SENTENCE = _(
    "What everybody uses cannot become what only one collection knows. Merge the other way "
    "round, or share the other one first."
)
SPLIT_SENTENCE = _(
    "One of these two is being split into the other. Close that split first, or give it up."
)
CURATOR_SENTENCE = _("Only a curator can merge, and only what they manage.")


def _is_kept(table: str) -> str:
    """Return the condition that `by` keeps both ends of NEW: shared, or of a home they curate."""
    return f"""NEW.created_by_id IS NOT DISTINCT FROM {ACTOR_SQL} AND NOT EXISTS (
        SELECT 1 FROM {table} c WHERE c.id IN (NEW.source_id, NEW.target_id) AND NOT EXISTS (
            SELECT 1 FROM corpus_membership m WHERE m.role = 'curator' AND m.user_id = {ACTOR_SQL}
            AND (c.home_id IS NULL OR c.home_id = m.collection_id)
        )
    )"""


def _is_beyond_home(table: str) -> str:
    """Return the condition that some users of NEW's source may not use its target."""
    return f"""EXISTS (
        SELECT 1 FROM {table} s, {table} t WHERE s.id = NEW.source_id AND t.id = NEW.target_id
        AND t.home_id IS NOT NULL AND t.home_id IS DISTINCT FROM s.home_id
    )"""


def _are_apart(pair: str, table: str) -> str:
    """Return the condition that NEW's ends, or what merged into them, were found different."""
    # Of what became either, only what is known to as many: others could not take it back.
    family = f"""(
        SELECT m.id FROM {table} e, {table} m WHERE e.id = NEW.{{0}}_id
        AND (m.id = e.id OR (m.merged_into_id = e.id AND m.home_id IS NOT DISTINCT FROM e.home_id))
    )"""
    source, target = family.format("source"), family.format("target")
    return f"""EXISTS (
        SELECT 1 FROM {pair} p WHERE (p.first_id IN {source} AND p.second_id IN {target})
        OR (p.first_id IN {target} AND p.second_id IN {source})
    )"""


def _merge_rules(noun: str, table: str, pair: str) -> list[pgtrigger.Trigger]:
    apart, home, curator = (
        f"{noun}s_found_different_stay_apart",
        f"{noun}_merges_into_one_its_users_know",
        f"{noun}s_are_merged_by_their_curator",
    )
    return [
        Rule(
            name=f"{noun}_merge_is_allowed",
            operation=pgtrigger.Insert,
            func=f"""
                IF NOT ({_is_kept(table)}) THEN {refuse(curator)} END IF;
                IF {_is_beyond_home(table)} THEN {refuse(home)} END IF;
                IF {_are_apart(pair, table)} THEN {refuse(apart)} END IF;
                RETURN NEW;
            """,
            sentences={curator: CURATOR_SENTENCE, home: HOME_SENTENCE, apart: PAIR_SENTENCE},
        ),
        Rule(
            name=f"{noun}_merge_is_only_undone",
            operation=pgtrigger.Update,
            func=f"""
                IF OLD.undone_at IS NOT NULL OR NEW.undone_at IS NULL
                   OR NEW.undone_by_id IS DISTINCT FROM {ACTOR_SQL}
                   OR (NEW.source_id, NEW.target_id, NEW.created_by_id, NEW.made_at, NEW.reason)
                   IS DISTINCT FROM
                   (OLD.source_id, OLD.target_id, OLD.created_by_id, OLD.made_at, OLD.reason)
                THEN {refuse(f"{noun}_merge_is_only_undone")} END IF;
                RETURN NEW;
            """,
            sentences={
                f"{noun}_merge_is_only_undone": _(
                    "The record of a merge cannot be changed; a merge can be undone once."
                )
            },
        ),
        never(
            f"{noun}_merge_is_never_deleted",
            pgtrigger.Delete,
            _("The record of a merge cannot be changed; a merge can be undone."),
        ),
    ]


def _merge_constraints(noun: str) -> list[models.BaseConstraint]:
    return [
        models.CheckConstraint(
            condition=~Q(reason=""),
            name=f"{noun}_merge_says_why",
            violation_error_message=_("Say why the two are the same."),
        ),
        models.CheckConstraint(
            condition=~Q(source=F("target")),
            name=f"{noun}_merges_with_another",
            violation_error_message=_("Choose a different one to merge it into."),
        ),
        models.CheckConstraint(
            condition=Q(undone_at__isnull=True, undone_by__isnull=True)
            | Q(undone_at__isnull=False, undone_by__isnull=False),
            name=f"undone_{noun}_merge_says_by_whom",
            violation_error_message=_("A merge that is undone must say who undid it and when."),
        ),
        models.UniqueConstraint(
            fields=["source"],
            condition=Q(undone_at__isnull=True),
            name=f"{noun}_is_merged_once",
            violation_error_message=_("This has already been merged."),
        ),
    ]


class MergeQuerySet(models.QuerySet[Any]):
    def standing(self) -> "MergeQuerySet":
        """Keep the merges that were not undone."""
        return self.filter(undone_at=None)

    def visible_to(self, user: "Person | AnonymousUser") -> "MergeQuerySet":
        """Keep the merges of which `user` may see both ends (I20)."""
        return self.filter(known_to(user, "source__home"), known_to(user, "target__home"))


class Merge(Recorded):
    """That the source is the target, who said so and why: an edge, until it is undone.

    All that follows is computed from the edges that stand, by `annotate.codebook.merging`.
    """

    reason = models.CharField(_("why they are the same"), max_length=300)
    made_at = models.DateTimeField(db_default=TransactionNow(), editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    undone_at = models.DateTimeField(null=True, editable=False)

    objects = MergeQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.source_id} → {self.target_id}"  # type: ignore[attr-defined]  # each has both


class ClaimMerge(Merge):
    """The source became part of the target."""

    source = models.ForeignKey(Claim, models.PROTECT, related_name="merges")
    target = models.ForeignKey(Claim, models.PROTECT, related_name="merges_here")

    class Meta:
        constraints = _merge_constraints("claim")
        triggers = [
            *_merge_rules("claim", "annotate_claim", "annotate_claimpair"),
            Rule(
                name="claim_is_not_merged_with_what_it_is_split_into",
                operation=pgtrigger.Insert,
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM annotate_claimsplit s
                        JOIN annotate_splitpart p ON p.split_id = s.id
                        JOIN annotate_claim c ON c.id = p.claim_id
                        WHERE s.closed_at IS NULL AND (
                            (s.source_id = NEW.source_id
                             AND NEW.target_id IN (c.id, c.merged_into_id))
                            OR (s.source_id = NEW.target_id
                                AND NEW.source_id IN (c.id, c.merged_into_id))
                        )
                    ) THEN
                        {refuse("claim_is_not_merged_with_what_it_is_split_into")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={"claim_is_not_merged_with_what_it_is_split_into": SPLIT_SENTENCE},
            ),
        ]


class AgentMerge(Merge):
    """The source turned out to be the target."""

    source = models.ForeignKey(Agent, models.PROTECT, related_name="merges")
    target = models.ForeignKey(Agent, models.PROTECT, related_name="merges_here")

    class Meta:
        constraints = _merge_constraints("agent")
        triggers = _merge_rules("agent", "corpus_agent", "annotate_agentpair")


class Pair(Recorded):
    """That two are not the same, remembered: stored once, the older first."""

    reason = models.CharField(_("how they differ"), max_length=300, blank=True)

    class Meta:
        abstract = True


def _pair_constraints(noun: str) -> list[models.BaseConstraint]:
    return [
        models.UniqueConstraint(
            fields=["first", "second"],
            name=f"{noun}s_are_told_apart_once",
            violation_error_message=_("That is already recorded."),
        ),
        models.CheckConstraint(
            condition=Q(first__lt=F("second")),
            name=f"{noun}_differs_from_another",
            violation_error_message=_("Choose a different one to tell it apart from."),
        ),
    ]


@keep_history()
class ClaimPair(Pair):
    """Two claims that are not the same."""

    first = models.ForeignKey(Claim, models.PROTECT, related_name="+")
    second = models.ForeignKey(Claim, models.PROTECT, related_name="+")

    class Meta:
        constraints = _pair_constraints("claim")
        triggers = [
            # Locks the two first: who merges them meanwhile is waited for.
            Rule(
                name="claims_told_apart_do_not_stand_merged",
                operation=pgtrigger.Insert,
                func=f"""
                    PERFORM 1 FROM annotate_claim WHERE id IN (NEW.first_id, NEW.second_id)
                        ORDER BY id FOR KEY SHARE;
                    IF NEW.first_id <> NEW.second_id AND (
                        SELECT count(DISTINCT COALESCE(merged_into_id, id)) FROM annotate_claim
                        WHERE id IN (NEW.first_id, NEW.second_id)
                    ) = 1 THEN
                        {refuse("claims_told_apart_do_not_stand_merged")}
                    END IF;
                    RETURN NEW;
                """,
                sentences={
                    "claims_told_apart_do_not_stand_merged": _(
                        "These two are merged. Take them apart first."
                    )
                },
            )
        ]

    def __str__(self) -> str:
        return f"{self.first_id} ≠ {self.second_id}"


@keep_history()
class AgentPair(Pair):
    """Two agents that are not the same."""

    first = models.ForeignKey(Agent, models.PROTECT, related_name="+")
    second = models.ForeignKey(Agent, models.PROTECT, related_name="+")

    class Meta:
        constraints = _pair_constraints("agent")

    def __str__(self) -> str:
        return f"{self.first_id} ≠ {self.second_id}"

"""The record of merges, and of what was found not to be the same."""

from typing import TYPE_CHECKING

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
from .tag import Tag, TagStatus

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
CURATOR_SENTENCE = _("Only a curator merges, and only what they keep.")


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
                    "A merge keeps its record; it can be undone once."
                )
            },
        ),
        never(
            f"{noun}_merge_is_never_deleted",
            pgtrigger.Delete,
            _("A merge keeps its record; it can be undone."),
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
            violation_error_message=_("Choose another one to merge it into."),
        ),
        models.CheckConstraint(
            condition=Q(undone_at__isnull=True, undone_by__isnull=True)
            | Q(undone_at__isnull=False, undone_by__isnull=False),
            name=f"undone_{noun}_merge_says_by_whom",
            violation_error_message=_("A merge that is undone says who undid it and when."),
        ),
        models.UniqueConstraint(
            fields=["source"],
            condition=Q(undone_at__isnull=True),
            name=f"{noun}_is_merged_once",
            violation_error_message=_("This has already been merged."),
        ),
    ]


class Merge(Recorded):
    """That two are the same: who said so, why, and what it takes to undo it exactly.

    `names_added` are the names that the target has by it, if not by it alone.
    """

    reason = models.CharField(_("why they are the same"), max_length=300)
    made_at = models.DateTimeField(db_default=TransactionNow(), editable=False)
    status_before = models.CharField(max_length=12, editable=False)
    names_added = models.JSONField(default=list, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, editable=False
    )
    undone_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True


class ClaimMergeQuerySet(models.QuerySet["ClaimMerge"]):
    def standing(self) -> "ClaimMergeQuerySet":
        """Keep the merges that were not undone."""
        return self.filter(undone_at=None)

    def visible_to(self, user: "Person | AnonymousUser") -> "ClaimMergeQuerySet":
        """Keep the merges of which `user` may see both claims (I20)."""
        return self.filter(known_to(user, "source__home"), known_to(user, "target__home"))


class ClaimMerge(Merge):
    """The source became part of the target; its tags are in `moved`.

    `rehung` lists the claims that were hung elsewhere: id, what they were narrower than before,
    what after, and what they would be narrower than had nothing been merged; then those that
    were when it was undone.
    """

    source = models.ForeignKey(Claim, models.PROTECT, related_name="merges")
    target = models.ForeignKey(Claim, models.PROTECT, related_name="merges_here")
    rehung = models.JSONField(default=list, editable=False)

    objects = ClaimMergeQuerySet.as_manager()

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

    def __str__(self) -> str:
        return f"{self.source_id} → {self.target_id}"


class MovedTag(models.Model):
    """A tag that a merge moved, as it stood before.

    `origin` is the claim on which people put it last, from which merges led it here.
    """

    merge = models.ForeignKey(ClaimMerge, models.PROTECT, related_name="moved")
    tag = models.ForeignKey(Tag, models.PROTECT, related_name="moves")
    origin = models.ForeignKey(Claim, models.PROTECT, related_name="+", null=True)
    claim_wording = models.PositiveIntegerField()
    status = models.CharField(max_length=9, choices=TagStatus)
    status_before = models.CharField(max_length=9, choices=TagStatus, blank=True)
    stale_reason = models.CharField(max_length=300, blank=True)
    is_twin = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["merge", "tag"],
                name="merge_moves_a_tag_once",
                violation_error_message=_("The merge has moved this tag already."),
            ),
        ]
        triggers = [
            never(
                "moved_tag_keeps_its_record",
                pgtrigger.Update | pgtrigger.Delete,
                _("A merge keeps its record."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.merge_id}: {self.tag_id}"


class AgentMergeQuerySet(models.QuerySet["AgentMerge"]):
    def standing(self) -> "AgentMergeQuerySet":
        """Keep the merges that were not undone."""
        return self.filter(undone_at=None)

    def visible_to(self, user: "Person | AnonymousUser") -> "AgentMergeQuerySet":
        """Keep the merges of which `user` may see both agents (I20)."""
        return self.filter(known_to(user, "source__home"), known_to(user, "target__home"))


class AgentMerge(Merge):
    """The source turned out to be the target; what named it is in `rows`."""

    source = models.ForeignKey(Agent, models.PROTECT, related_name="merges")
    target = models.ForeignKey(Agent, models.PROTECT, related_name="merges_here")

    objects = AgentMergeQuerySet.as_manager()

    class Meta:
        constraints = _merge_constraints("agent")
        triggers = _merge_rules("agent", "corpus_agent", "annotate_agentpair")

    def __str__(self) -> str:
        return f"{self.source_id} → {self.target_id}"


class AgentMergeRow(models.Model):
    """A row that a merge changed: the table, and its columns before and after."""

    merge = models.ForeignKey(AgentMerge, models.PROTECT, related_name="rows")
    place = models.CharField(max_length=60)
    row = models.BigIntegerField()
    before = models.JSONField()
    after = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["place", "row"], name="agent_merges_by_row")]
        triggers = [
            never(
                "merged_row_keeps_its_record",
                pgtrigger.Update | pgtrigger.Delete,
                _("A merge keeps its record."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.row}"


class Pair(Recorded):
    """That two are not the same, remembered: stored once, the older first."""

    reason = models.CharField(_("what tells them apart"), max_length=300, blank=True)

    class Meta:
        abstract = True


def _pair_constraints(noun: str) -> list[models.BaseConstraint]:
    return [
        models.UniqueConstraint(
            fields=["first", "second"],
            name=f"{noun}s_are_told_apart_once",
            violation_error_message=_("That is remembered already."),
        ),
        models.CheckConstraint(
            condition=Q(first__lt=F("second")),
            name=f"{noun}_differs_from_another",
            violation_error_message=_("Choose another one to tell it apart from."),
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
                        "These two stand merged. Take them apart first."
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

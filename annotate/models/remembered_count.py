"""Counts that are remembered, and what makes the database forget them.

A count of what everybody may read is stored with the snapshot of the database it was made in.
Whatever can change a count leaves the number of its transaction in `CountChange`. A count is
right as long as every such transaction was visible in its snapshot: nobody waits for anybody,
and nothing can be committed behind a count's back.
"""

from typing import TYPE_CHECKING, Any

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from annotate.models.join import AgentJoin
from annotate.models.remark import Remark
from annotate.models.tag import Tag, TagDerivation
from corpus.models import Agent, Collection, Derivation, Document, Passage
from corpus.models.agent import GroupMember

if TYPE_CHECKING:
    _Text = models.TextField[str, str]
    _Number = models.BigIntegerField[int, int]
else:
    _Text = models.TextField
    _Number = models.BigIntegerField

EVERY_CLAIM = 0  # no claim has this id


class SnapshotField(_Text):
    """Which transactions a query saw: PostgreSQL's pg_snapshot, as text."""

    def db_type(self, connection: Any) -> str:
        """Return the column's type."""
        return "pg_snapshot"


class TransactionField(_Number):
    """The number of a transaction, which never comes again: PostgreSQL's xid8."""

    def db_type(self, connection: Any) -> str:
        """Return the column's type."""
        return "xid8"


class CountedClaim(models.Model):
    """The sources of a claim among what everybody may read, as `annotate.queries.counts` counts.

    `rules` names the program's rules it was counted by, `server` when PostgreSQL was started:
    another server numbers transactions from the start. `is_whole` says that nothing was left out
    that only members of a collection may know.
    """

    # No foreign key: whoever reads a page would wait for whoever changes the claim.
    claim_id = models.BigIntegerField(primary_key=True, editable=False)
    found = models.JSONField(editable=False)
    is_whole = models.BooleanField(editable=False)
    rules = models.CharField(max_length=64, editable=False)
    server = models.DateTimeField(editable=False)
    snapshot = SnapshotField(editable=False)

    def __str__(self) -> str:
        return str(self.claim_id)


class CountChange(models.Model):
    """A transaction that may have changed the count of a claim, or of every claim (0)."""

    claim_id = models.BigIntegerField(editable=False)
    transaction = TransactionField(editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["claim_id", "transaction"],
                name="count_changes_once_in_a_transaction",
                violation_error_message=_("This change is noted already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.transaction}"


def changes_counts(
    *claims: str,
    operation: pgtrigger.Operation = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
) -> pgtrigger.Trigger:
    """Return the trigger that notes a change; `claims` are SQL queries for the ids concerned.

    OLD and NEW are records of nulls where there is none.
    """
    queries = " UNION ".join(claims) or f"SELECT {EVERY_CLAIM}"
    return pgtrigger.Trigger(
        name="changes_counts",
        operation=operation,
        when=pgtrigger.After,
        func=f"""
            INSERT INTO annotate_countchange (claim_id, transaction)
            SELECT id, pg_current_xact_id() FROM ({queries}) AS concerned (id)
            WHERE id IS NOT NULL
            ON CONFLICT DO NOTHING;
            RETURN NULL;
        """,
    )


def of_column(column: str) -> tuple[str, str]:
    """Return the queries for a column that holds a claim's id."""
    return f"SELECT NEW.{column}", f"SELECT OLD.{column}"


def of_tag() -> tuple[str, str]:
    """Return the queries for the claim of the tag that a column `tag_id` names."""
    query = "SELECT claim_id FROM annotate_tag WHERE id = {}.tag_id"
    return query.format("NEW"), query.format("OLD")


# All that counting reads, of both apps; the corpus itself knows nothing of counts: hence proxies.


class CountedAgent(Agent):
    class Meta:
        proxy = True
        triggers = [changes_counts(operation=pgtrigger.Update | pgtrigger.Delete)]


class CountedMember(GroupMember):
    class Meta:
        proxy = True
        triggers = [changes_counts()]


class CountedCollection(Collection):
    class Meta:
        proxy = True
        triggers = [changes_counts(operation=pgtrigger.UpdateOf("access", "review_required"))]


class CountedDocument(Document):
    class Meta:
        proxy = True
        triggers = [
            changes_counts(
                operation=pgtrigger.UpdateOf(
                    "author_id", "status", "provenance_reviewed", "collection_id"
                )
            )
        ]


class CountedPassage(Passage):
    class Meta:
        proxy = True
        triggers = [changes_counts(operation=pgtrigger.UpdateOf("voice_id"))]


class CountedDerivation(Derivation):
    class Meta:
        proxy = True
        triggers = [changes_counts()]


class CountedTag(Tag):
    class Meta:
        proxy = True
        triggers = [changes_counts(*of_column("claim_id"))]


class CountedTagDerivation(TagDerivation):
    class Meta:
        proxy = True
        triggers = [changes_counts(*of_tag())]


class CountedRemark(Remark):
    class Meta:
        proxy = True
        triggers = [changes_counts(*of_tag())]


class CountedJoin(AgentJoin):
    class Meta:
        proxy = True
        triggers = [changes_counts()]

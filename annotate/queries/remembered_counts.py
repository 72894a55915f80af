"""Counts of what everybody may read, remembered until something changes them.

`annotate.models.remembered_count` says how the database knows that they are right.
"""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from annotate.counting.independence import Count, Group, Step
from annotate.models.remembered_count import EVERY_CLAIM
from corpus.models import Person

# Reads what every signed-in person may read: nobody's own collections.
EVERYBODY = Person(pk=0)

_RECALL = """
    SELECT claim_id, found FROM annotate_countedclaim AS counted
    WHERE claim_id = ANY(%(claims)s) AND rules = %(rules)s AND (is_whole OR NOT %(whole)s)
    AND server = pg_postmaster_start_time() AND NOT EXISTS (
        SELECT 1 FROM annotate_countchange AS change
        WHERE change.claim_id IN (counted.claim_id, %(every)s)
        AND change.transaction >= pg_snapshot_xmin(counted.snapshot)
        AND NOT pg_visible_in_snapshot(change.transaction, counted.snapshot)
    )
"""
# One that is older than what is remembered is let go: changes between the two may be forgotten.
_REMEMBER = """
    INSERT INTO annotate_countedclaim AS known (claim_id, found, is_whole, rules, server, snapshot)
    SELECT claim, found, %(is_whole)s, %(rules)s, pg_postmaster_start_time(), %(snapshot)s
    FROM unnest(%(claims)s::bigint[], %(found)s::jsonb[]) AS made (claim, found)
    ON CONFLICT (claim_id) DO UPDATE SET found = EXCLUDED.found, is_whole = EXCLUDED.is_whole,
        rules = EXCLUDED.rules, server = EXCLUDED.server, snapshot = EXCLUDED.snapshot
    WHERE known.server <> EXCLUDED.server OR (
        pg_snapshot_xmin(known.snapshot) <= pg_snapshot_xmin(EXCLUDED.snapshot)
        AND pg_snapshot_xmax(known.snapshot) <= pg_snapshot_xmax(EXCLUDED.snapshot)
    )
"""
_FORGET = """
    DELETE FROM annotate_countchange WHERE id IN (
        SELECT id FROM annotate_countchange
        WHERE claim_id = ANY(%(claims)s) AND transaction < pg_snapshot_xmin(%(snapshot)s)
        ORDER BY id FOR UPDATE SKIP LOCKED
    )
"""
_GROUPS = ("own_words", "said_to_hold", "attested", "denied")


def recall(claims: Collection[int], *, whole: bool) -> dict[int, Count]:
    """Return the counts of those claims that are remembered and right, in one query.

    With `whole`, only those in which everything counts for everybody.
    """
    if not claims:
        return {}
    values: dict[str, Any] = {
        "claims": sorted(claims),
        "rules": _rules(),
        "whole": whole,
        "every": EVERY_CLAIM,
    }
    with connection.cursor() as cursor:
        cursor.execute(_RECALL, values)
        return {claim: _count_of(json.loads(found)) for claim, found in cursor.fetchall()}


def snapshot() -> str:
    """Return what the database would show now: taken before a count begins."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text")
        [(found,)] = cursor.fetchall()
        return str(found)


def remember(counts: Mapping[int, Count], *, is_whole: bool, snapshot: str) -> None:
    """Remember counts that were begun at the snapshot; inside a transaction, do nothing.

    Its own changes are not committed, and it may be one that only reads.
    """
    if connection.in_atomic_block:
        return
    claims = sorted(counts)
    values: dict[str, Any] = {
        "claims": claims,
        "found": [json.dumps(asdict(counts[claim])) for claim in claims],
        "is_whole": is_whole,
        "rules": _rules(),
        "snapshot": snapshot,
    }
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_REMEMBER, values)
        cursor.execute(_FORGET, values)


def _count_of(found: dict[str, Any]) -> Count:
    """Return a count as it was before it was stored."""
    groups = {name: tuple(map(_group_of, found[name])) for name in _GROUPS}
    agents = {name: tuple(found[name]) for name in ("unconfirmed", "speakers")}
    return Count(**found | groups | agents)


def _group_of(found: list[Any]) -> Group:
    agents, tags, steps = found
    return Group(tuple(agents), tuple(tags), tuple(Step(*step) for step in steps))


@cache
def _rules() -> str:
    """Return the name of the rules of this version of the program: a hash of the modules."""
    here = Path(__file__)
    files = [
        here.with_name(name)
        for name in ("remembered_counts.py", "counts.py", "disputes.py", "source_relations.py")
    ]
    files += [here.parents[1] / "counting" / name for name in ("components.py", "independence.py")]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()

"""Who may move a tag that somebody else made: what the tag's own rule asks.

A merge is made by a curator, with a reason, and concerns whatever names the one that goes: in
every collection, as a new wording of a shared claim does. Each tag it moves is recorded before
it is moved, and the rule lets through the tags of that record only, in the transaction that
makes or undoes the merge, and only what a merge changes. When a split is closed, a tag goes to
the part that its author, or a curator of its collection, has chosen for it.
"""

from collections.abc import Collection

from corpus.rules import ACTOR_SQL

# All that a person says with a tag.
SAID = (
    *("passage_id", "start", '"end"', "prefix", "suffix", "anchor_state"),
    *("claim_id", "claim_wording", "stance", "asserted_by_id", "speech", "held_by_id"),
    *("certainty", "directness", "translation", "translation_kind", "note"),
)


def said_the_same(but: Collection[str] = ()) -> str:
    """Return the condition that NEW says what OLD said, the columns `but` left aside."""
    columns = [column for column in SAID if column not in but]
    new, old = (", ".join(f"{row}.{column}" for column in columns) for row in ("NEW", "OLD"))
    return f"ROW({new}) IS NOT DISTINCT FROM ROW({old})"


_MADE_NOW = f"m.created_by_id = {ACTOR_SQL} AND m.made_at = CURRENT_TIMESTAMP"
UNDONE_NOW = f"m.undone_by_id = {ACTOR_SQL} AND m.undone_at = CURRENT_TIMESTAMP"

_IN_A_MERGE = f"""EXISTS (
    SELECT 1 FROM annotate_movedtag r JOIN annotate_claimmerge m ON m.id = r.merge_id
    WHERE r.tag_id = OLD.id AND (
        ({_MADE_NOW} AND m.source_id = OLD.claim_id AND m.target_id = NEW.claim_id)
        OR ({UNDONE_NOW} AND m.source_id = NEW.claim_id)
    )
)"""
_IN_A_SPLIT = f"""EXISTS (
    SELECT 1 FROM annotate_splitchoice c
    JOIN annotate_claimsplit s ON s.id = c.split_id
    JOIN annotate_splitpart p ON p.id = c.part_id
    JOIN annotate_claim part ON part.id = p.claim_id
    WHERE c.tag_id = OLD.id AND s.source_id = OLD.claim_id
    AND NEW.claim_id IN (part.id, part.merged_into_id)
    AND s.closed_by_id = {ACTOR_SQL} AND s.closed_at = CURRENT_TIMESTAMP
)"""
MOVED_WITH_ITS_CLAIM_SQL = (
    f"({said_the_same(but=('claim_id', 'claim_wording'))} AND ({_IN_A_MERGE} OR {_IN_A_SPLIT}))"
)

_AGENTS = ("asserted_by_id", "speech", "held_by_id", "stance")
MOVED_WITH_ITS_AGENT_SQL = f"""({said_the_same(but=_AGENTS)} AND EXISTS (
    SELECT 1 FROM annotate_agentmergerow r JOIN annotate_agentmerge m ON m.id = r.merge_id
    WHERE r.place = 'annotate.Tag' AND r.row = OLD.id AND (({_MADE_NOW}) OR ({UNDONE_NOW}))
))"""

"""Who may move a tag that somebody else made: what the tag's own rule asks.

A merge is made by a curator, with a reason, and concerns whatever names the one that goes: in
every collection, as a new wording of a shared claim does. Each tag it moves is recorded before
it is moved, and the rule lets through the tags of that record only, in the transaction that
makes or undoes the merge, and only what a merge changes.
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
_UNDONE_NOW = f"m.undone_by_id = {ACTOR_SQL} AND m.undone_at = CURRENT_TIMESTAMP"

MOVED_WITH_ITS_CLAIM_SQL = f"""({said_the_same(but=("claim_id", "claim_wording"))} AND EXISTS (
    SELECT 1 FROM annotate_movedtag r JOIN annotate_claimmerge m ON m.id = r.merge_id
    WHERE r.tag_id = OLD.id AND (
        ({_MADE_NOW} AND m.source_id = OLD.claim_id AND m.target_id = NEW.claim_id)
        OR ({_UNDONE_NOW} AND m.source_id = NEW.claim_id)
    )
))"""

_AGENTS = ("asserted_by_id", "speech", "held_by_id", "stance")
MOVED_WITH_ITS_AGENT_SQL = f"""({said_the_same(but=_AGENTS)} AND EXISTS (
    SELECT 1 FROM annotate_agentmergerow r JOIN annotate_agentmerge m ON m.id = r.merge_id
    WHERE r.place = 'annotate.Tag' AND r.row = OLD.id AND (({_MADE_NOW}) OR ({_UNDONE_NOW}))
))"""

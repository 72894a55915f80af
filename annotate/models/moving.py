"""Who may move a tag that somebody else made: what the tag's own rule asks.

A merge is made by a curator, with a reason, and concerns whatever names the one that goes: in
every collection, as a new wording of a shared claim does. The rule lets through tags of the two
that are merged, in the transaction that makes or undoes the merge, and only what a merge
changes. When a split is closed, a tag goes to the part that its author, or a curator of its
collection, has chosen for it.
"""

from collections.abc import Collection

from corpus.rules import ACTOR_SQL

# All that a person says with a tag.
SAID = (
    *("passage_id", "start", '"end"', "prefix", "suffix", "anchor_state"),
    *("claim_when_tagged_id", "wording_when_tagged"),
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
UNDOING_SQL = " OR ".join(
    f"EXISTS (SELECT 1 FROM annotate_{noun}merge m WHERE {_UNDONE_NOW})"
    for noun in ("agent", "claim")
)
# What the claim of NEW is to be: what the claim it was coded to became.
BECAME_SQL = """(
    SELECT COALESCE(c.merged_into_id, c.id) FROM annotate_claim c
    WHERE c.id = NEW.claim_when_tagged_id
)"""

_IN_A_MERGE = f"""EXISTS (
    SELECT 1 FROM annotate_claimmerge m JOIN annotate_claim t ON t.id = m.target_id
    WHERE ({_MADE_NOW} AND m.source_id = OLD.claim_id AND m.target_id = NEW.claim_id)
    OR ({_UNDONE_NOW} AND OLD.claim_id IN (t.id, t.merged_into_id) AND NEW.claim_id = {BECAME_SQL})
)"""
_IN_A_SPLIT = f"""EXISTS (
    SELECT 1 FROM annotate_splitchoice c
    JOIN annotate_claimsplit s ON s.id = c.split_id
    JOIN annotate_splitpart p ON p.id = c.part_id
    WHERE c.tag_id = OLD.id AND s.source_id = OLD.claim_id
    AND NEW.claim_when_tagged_id = p.claim_id AND NEW.claim_id = {BECAME_SQL}
    AND s.closed_by_id = {ACTOR_SQL} AND s.closed_at = CURRENT_TIMESTAMP
)"""
_CLAIM = ("claim_id", "claim_wording")
_CODED = ("claim_when_tagged_id", "wording_when_tagged")
MOVED_WITH_ITS_CLAIM_SQL = f"""(
    ({said_the_same(but=_CLAIM)} AND {_IN_A_MERGE})
    OR ({said_the_same(but=(*_CLAIM, *_CODED))} AND {_IN_A_SPLIT})
)"""

_AGENTS = ("asserted_by_id", "speech", "held_by_id", "stance")
MOVED_WITH_ITS_AGENT_SQL = f"""({said_the_same(but=_AGENTS)} AND EXISTS (
    SELECT 1 FROM annotate_agentmerge m JOIN corpus_agent t ON t.id = m.target_id
    WHERE (({_MADE_NOW}) OR ({_UNDONE_NOW}))
    AND ARRAY[m.source_id, t.id, t.merged_into_id]
     && ARRAY[OLD.asserted_by_id, OLD.held_by_id, NEW.asserted_by_id, NEW.held_by_id]
))"""

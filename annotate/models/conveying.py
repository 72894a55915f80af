"""Who conveys the words of a tag (I8): once in Python, once in SQL, and a test holds them equal.

It is derived and never stored: the passage's voice where the words are quoted or retold in it;
else the document's author where the words are somebody else's; else nobody.
"""

from .tag import Speech

# Of a tag `t`, its passage `p` and its document `d`.
CONVEYER_SQL = """CASE WHEN t.speech <> 'own' THEN COALESCE(p.voice_id, d.author_id)
    WHEN d.author_id <> t.asserted_by_id THEN d.author_id END"""


def conveyer(speech: str, voice: int, passage_voice: int | None, author: int | None) -> int | None:
    """Return who conveys the words, if anybody; all are ids of agents."""
    if speech != Speech.OWN:
        return passage_voice or author
    return None if author == voice else author

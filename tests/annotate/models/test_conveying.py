"""Who conveys the words of a tag is the same in Python and in SQL, whoever speaks."""

import json

from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotate.models import Speech
from annotate.models.conveying import CONVEYER_SQL, conveyer

AGENTS = st.integers(1, 4)
SAID = st.tuples(st.sampled_from(Speech.values), AGENTS, st.none() | AGENTS, st.none() | AGENTS)
ASK = f"""
    SELECT {CONVEYER_SQL} FROM json_to_recordset(%s::json)
        AS t(number int, speech text, asserted_by_id bigint, voice_id bigint, author_id bigint)
    CROSS JOIN LATERAL (SELECT t.voice_id) AS p CROSS JOIN LATERAL (SELECT t.author_id) AS d
    ORDER BY t.number
"""


def in_sql(rows):
    """Return who conveys each of these words, as the database says."""
    names = ("number", "speech", "asserted_by_id", "voice_id", "author_id")
    asked = [dict(zip(names, (number, *row), strict=True)) for number, row in enumerate(rows)]
    with connection.cursor() as cursor:
        cursor.execute(ASK, [json.dumps(asked)])
        return [key for (key,) in cursor.fetchall()]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(SAID, max_size=50))
def test_python_and_sql_name_the_same_conveyer(db, rows):
    assert in_sql(rows) == [conveyer(*row) for row in rows]

"""One snapshot of the database, and in it the rows of an export, picked before any is written.

Access and filters are Django's querysets, as everywhere; what they pick is kept as ids in
temporary tables, numbered in the order of the file, which the query of each file joins. A tag's
sentence is made in Python, by the very function that makes it on the cards, once for each
distinct wording (claim, stance, voice, holder, conveyer) instead of once for each row, and
reaches the query the same way; so do the numbers of a claim's independent sources, counted once
for each claim, over all that the reader can see and not only what the filters let through. The
transaction is always rolled back: an export leaves nothing.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import translation

from annotate.models.conveying import CONVEYER_SQL
from annotate.queries.counts import counts_of
from annotate.queries.selections import Selection
from annotate.text.wording import Name, sentence

AT_ONCE = 2
_LOCK = 0x436F7272  # "Corr": the advisory locks of exports, one for each slot
_BATCH = 2_000
_TAGS_AT_ONCE = 10_000

_TABLES = """
    CREATE TEMPORARY TABLE export_agent
        (id bigint PRIMARY KEY, name text, kind text, told_apart text, shown text GENERATED ALWAYS
         AS (name || CASE WHEN told_apart = '' THEN '' ELSE ' (' || told_apart || ')' END) STORED)
        ON COMMIT DROP;
    CREATE TEMPORARY TABLE export_tag
        (place bigint, id bigint, passage_id bigint, text_version_id bigint, document_id bigint,
         conveyed_by_id bigint) ON COMMIT DROP;
    CREATE TEMPORARY TABLE export_link (place bigint, id bigint, from_tag_id bigint,
        to_tag_id bigint) ON COMMIT DROP;
    CREATE TEMPORARY TABLE export_readable_claim (id bigint PRIMARY KEY) ON COMMIT DROP;
    CREATE TEMPORARY TABLE export_readable_document (id bigint PRIMARY KEY) ON COMMIT DROP;
    CREATE TEMPORARY TABLE export_claim (place bigint, id bigint) ON COMMIT DROP;
    CREATE TEMPORARY TABLE export_document (place bigint, id bigint) ON COMMIT DROP;
    CREATE TEMPORARY TABLE export_sentence (claim_id bigint, stance text, voice_id bigint,
        holder_id bigint, conveyer_id bigint, sentence text) ON COMMIT DROP;
    CREATE TEMPORARY TABLE export_count (claim_id bigint, own_words integer, affirmed integer,
        attested integer, denied integer, is_complete boolean) ON COMMIT DROP;
"""
# Tags with who conveys their words (I8): the chosen ones with their place in the file, the other
# ends of their links without one.
_TAGS = f"""
    INSERT INTO export_tag
    SELECT {{place}}, t.id, p.id, v.id, d.id,
        {CONVEYER_SQL}
    FROM annotate_tag t
    JOIN corpus_passage p ON p.id = t.passage_id
    JOIN corpus_textversion v ON v.id = p.text_version_id
    JOIN corpus_document d ON d.id = v.document_id
    WHERE t.id IN ({{ids}})
"""
_PLACE = 'row_number() OVER (ORDER BY d.id, t.start, t."end", t.claim_id, t.id)'
_OTHER_ENDS = """
    SELECT from_tag_id FROM export_link UNION SELECT to_tag_id FROM export_link
    EXCEPT SELECT id FROM export_tag
"""
# The live links of the chosen tags.
_LINKS = """
    INSERT INTO export_link
    SELECT row_number() OVER (ORDER BY l.id), l.id, l.from_tag_id, l.to_tag_id
    FROM annotate_link l
    WHERE l.id IN ({ids}) AND (l.from_tag_id IN (SELECT id FROM export_tag)
                               OR l.to_tag_id IN (SELECT id FROM export_tag))
"""
# Filters choose tags; with any of them set, claims and documents are those of the chosen tags
# and those the filters name.
_CLAIMS = """
    INSERT INTO export_claim
    SELECT row_number() OVER (ORDER BY c.id), c.id
    FROM export_readable_claim e JOIN annotate_claim c ON c.id = e.id
    WHERE %s OR c.public_id = ANY(%s) OR c.id IN (
        SELECT t.claim_id FROM annotate_tag t JOIN export_tag x USING (id)
        WHERE x.place IS NOT NULL)
"""
_DOCUMENTS = """
    INSERT INTO export_document
    SELECT row_number() OVER (ORDER BY e.id), e.id FROM export_readable_document e
    WHERE %s OR e.id = ANY(%s) OR e.id IN (
        SELECT document_id FROM export_tag WHERE place IS NOT NULL)
"""
_WORDINGS = """
    SELECT w.*, voice.name, voice.kind, holder.name, holder.kind, c.text, conveyer.name,
        conveyer.kind
    FROM (
        SELECT DISTINCT t.claim_id, t.stance, t.asserted_by_id, COALESCE(t.held_by_id, 0) AS held,
            COALESCE(e.conveyed_by_id, 0) AS conveyed
        FROM export_tag e JOIN annotate_tag t ON t.id = e.id
    ) AS w
    JOIN annotate_claim c ON c.id = w.claim_id
    JOIN export_agent voice ON voice.id = w.asserted_by_id
    LEFT JOIN export_agent holder ON holder.id = w.held
    LEFT JOIN export_agent conveyer ON conveyer.id = w.conveyed
"""
# The claims of the chosen tags, with the number of tags that will be read to count.
_CLAIMS_TO_COUNT = """
    WITH chosen AS MATERIALIZED (
        SELECT DISTINCT t.claim_id FROM export_tag x JOIN annotate_tag t USING (id)
        WHERE x.place IS NOT NULL)
    SELECT claim_id, count(*) FROM chosen JOIN annotate_tag USING (claim_id)
    GROUP BY claim_id ORDER BY claim_id
"""


class TooManyExports(Exception):
    """Two exports are being made already; another may begin when one is done."""


@contextmanager
def staged(selection: Selection, *, counted: bool = True) -> Iterator[None]:
    """Open a snapshot with the rows of `selection` picked, and its claims' sources `counted`.

    Raise TooManyExports where two are open, in whichever process. Inside a transaction that
    has begun already (a test's) that one's isolation stays.
    """
    nested = connection.in_atomic_block
    with transaction.atomic(), translation.override(settings.LANGUAGE_CODE):
        if not nested:
            run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        take_slot()
        # Compiling queries as wide as ours takes longer than running them.
        run("SET LOCAL jit = off; SET LOCAL work_mem = '16MB'; SET LOCAL cursor_tuple_fraction = 1")
        run(_TABLES)
        _pick(selection)
        _make_sentences()
        if counted:
            _count_sources(selection)
        yield
        transaction.set_rollback(True)


def take_slot() -> None:
    """Take one of the places for an export until the transaction ends.

    Raise TooManyExports where all are taken, in whichever process.
    """
    for slot in range(AT_ONCE):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [_LOCK, slot])
            if cursor.fetchone() == (True,):
                return
    raise TooManyExports


def _pick(selection: Selection) -> None:
    """Fill the temporary tables with what the reader may see and the filters let through."""
    agents = selection.readable_agents().values_list("pk", "name", "kind", "disambiguation")
    _run_on(agents, "INSERT INTO export_agent (id, name, kind, told_apart) {ids}")
    _run_on(selection.readable_claims(), "INSERT INTO export_readable_claim {ids}")
    _run_on(selection.readable_documents(), "INSERT INTO export_readable_document {ids}")
    _run_on(selection.tags(), _TAGS, place=_PLACE)
    run("ANALYZE export_tag")
    _run_on(selection.links(), _LINKS)
    run(_TAGS.format(place="NULL", ids=_OTHER_ENDS))
    everything = not selection.filters()
    run(_CLAIMS, [everything, list(selection.claim)])
    run(_DOCUMENTS, [everything, list(selection.document)])
    run("ANALYZE export_agent, export_link, export_claim, export_document")


def _make_sentences() -> None:
    """Word each distinct sentence once, a batch at a time."""
    with connection.chunked_cursor() as wordings, connection.cursor() as cursor:
        wordings.execute(_WORDINGS)
        while rows := wordings.fetchmany(_BATCH):
            with cursor.copy("COPY export_sentence FROM STDIN") as copy:
                for claim, stance, voice, holder, conveyer, *names in rows:
                    copy.write_row((claim, stance, voice, holder, conveyer, _word(stance, *names)))
    run("ANALYZE export_sentence")


def _count_sources(selection: Selection) -> None:
    """Count the sources of each claim once, some claims at a time to keep memory flat."""
    with connection.cursor() as cursor:
        cursor.execute(_CLAIMS_TO_COUNT)
        claims = cursor.fetchall()
    for batch in _batches(claims):
        counts = counts_of(batch, reader=selection.reader)
        with connection.cursor() as cursor, cursor.copy("COPY export_count FROM STDIN") as copy:
            for claim, count in counts.items():
                found = (count.own_words, count.affirmed, count.attested, count.denied)
                copy.write_row((claim, *map(len, found), not count.at_most))
    run("ANALYZE export_count")


def _batches(claims: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield claims together that have about as many tags as fit in a few megabytes."""
    batch, tags = list[int](), 0
    for claim, number in claims:
        if batch and tags + number > _TAGS_AT_ONCE:
            yield batch
            batch, tags = [], 0
        batch.append(claim)
        tags += number
    if batch:
        yield batch


def _word(
    stance: str,
    voice: str,
    voice_kind: str,
    holder: str | None,
    holder_kind: str,
    claim: str,
    conveyer: str | None,
    conveyer_kind: str,
) -> str:
    return sentence(
        stance,
        Name(voice, voice_kind),
        Name(holder, holder_kind) if holder else None,
        claim,
        conveyed_by=Name(conveyer, conveyer_kind) if conveyer else None,
    )


def _run_on(queryset: QuerySet[Any, Any], statement: str, **parts: str) -> None:
    """Run a statement that names what a queryset picks as {ids}."""
    if not queryset.query.values_select:
        queryset = queryset.values_list("pk")
    query, parameters = queryset.order_by().query.sql_with_params()
    run(statement.format(ids=query, **parts), parameters)


def run(statement: str, parameters: Any = None) -> None:
    """Run a statement on the snapshot."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)

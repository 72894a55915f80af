"""The columns of derivations.csv, and the rows of it: what is copied from where."""

from annotate.queries.selections import Selection

from .staging import run
from .tables import Column, Table, day_at, utc

_TABLE = """
    CREATE TEMPORARY TABLE export_derivation
        (place bigint, scope text, document_id bigint, passage_id bigint, tag_id bigint,
         upstream_id bigint, kind text, words text, created_by_id bigint, created_at timestamptz)
        ON COMMIT DROP
"""
# Of what is said on documents and passages those in the chosen documents, of what is said on
# tags those of the chosen tags; all of it where nothing is chosen. Whoever does not see both
# documents gets no row (I20), and words of a withdrawn document leave with nobody (I21).
_PICKED = """
    INSERT INTO export_derivation
    SELECT row_number() OVER (
            ORDER BY said.document_id, said.ordinal, said.tag_id NULLS FIRST, said.upstream_id,
                said.kind COLLATE "C", said.id),
        said.scope, said.document_id, said.passage_id, said.tag_id, said.upstream_id, said.kind,
        CASE WHEN copy.status <> 'withdrawn' THEN said.evidence_quote END,
        said.created_by_id, said.created_at
    FROM (
        SELECT 'document' AS scope, r.document_id, NULL::bigint AS passage_id,
            NULL::bigint AS tag_id, 0 AS ordinal, r.id, r.upstream_id, r.kind, r.evidence_quote,
            r.created_by_id, r.created_at
        FROM corpus_derivation r WHERE r.document_id IS NOT NULL
        UNION ALL
        SELECT 'passage', v.document_id, p.id, NULL, p.ordinal, r.id, r.upstream_id, r.kind,
            r.evidence_quote, r.created_by_id, r.created_at
        FROM corpus_derivation r JOIN corpus_passage p ON p.id = r.passage_id
        JOIN corpus_textversion v ON v.id = p.text_version_id
        UNION ALL
        SELECT 'tag', v.document_id, p.id, t.id, p.ordinal, r.id, r.upstream_id, r.kind,
            r.evidence_quote, r.created_by_id, r.created_at
        FROM annotate_tagderivation r JOIN annotate_tag t ON t.id = r.tag_id
        JOIN corpus_passage p ON p.id = t.passage_id
        JOIN corpus_textversion v ON v.id = p.text_version_id
    ) AS said
    JOIN export_readable_document mine ON mine.id = said.document_id
    JOIN export_readable_document theirs ON theirs.id = said.upstream_id
    JOIN corpus_document copy ON copy.id = said.document_id
    WHERE %s OR CASE WHEN said.tag_id IS NULL
        THEN said.document_id IN (SELECT id FROM export_document)
        ELSE said.tag_id IN (SELECT id FROM export_tag WHERE place IS NOT NULL) END
"""

DERIVATIONS = Table(
    name="derivations",
    meaning="One row per source that a document, a passage or a tag is said to be copied from.",
    columns=(
        Column("scope", "export_derivation.scope", "What is copied: document, passage or tag."),
        Column("document_id", "d.id", "The number of the document that copies."),
        Column("document_uid", "d.uid", "Its identity in every installation."),
        Column("document_title", "d.title", "Its title.", free=True),
        Column("passage_number", "p.ordinal", "The passage that is copied; empty: all of it."),
        Column("text_version", "v.number", "The number of the text in which it is a passage."),
        Column("tag_id", "t.id", "The tag whose words are copied; empty: not one tag's only."),
        Column("tag_uid", "t.uid", "The tag's identity in every installation."),
        Column("tag_status", "t.status", "submitted, accepted, rejected, withdrawn or stale."),
        Column(
            "kind",
            "export_derivation.kind",
            "verbatim_quote, altered_quote, paraphrase, press_release_of, summary_of, "
            "translation_of, reprint_of or reports_on.",
        ),
        Column("upstream_id", "u.id", "The number of the document that it is copied from."),
        Column("upstream_uid", "u.uid", "Its identity in every installation."),
        Column("upstream_title", "u.title", "Its title.", free=True),
        Column("upstream_author", "author.shown", "Whose words it has by default.", free=True),
        Column(
            "upstream_uttered_on",
            day_at("u.uttered_on", "u.uttered_precision"),
            "When it was said, no finer than it is known.",
        ),
        Column("upstream_symbol", "u.symbol", "Its symbol.", free=True),
        Column("upstream_url", "u.url", "Where it was published.", free=True),
        Column("upstream_holding", "u.holding", "held, or external: cited and not held."),
        Column("evidence_quote", "export_derivation.words", "The words that show it.", free=True),
        Column("named_by", "maker.pseudonym", "The pseudonym of who said so.", free=True),
        Column("named_at", utc("export_derivation.created_at"), "When that was said first (UTC)."),
    ),
    picked="export_derivation",
    source="""
    JOIN corpus_document d ON d.id = export_derivation.document_id
    JOIN corpus_document u ON u.id = export_derivation.upstream_id
    JOIN corpus_person maker ON maker.id = export_derivation.created_by_id
    LEFT JOIN corpus_passage p ON p.id = export_derivation.passage_id
    LEFT JOIN corpus_textversion v ON v.id = p.text_version_id
    LEFT JOIN annotate_tag t ON t.id = export_derivation.tag_id
    LEFT JOIN export_agent author ON author.id = u.author_id""",
)


def pick_derivations(selection: Selection) -> None:
    """Pick the rows of derivations.csv in the snapshot that `staged` has opened."""
    run(_TABLE)
    run(_PICKED, [not selection.filters()])

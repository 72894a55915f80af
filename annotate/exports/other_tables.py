"""The columns of links.csv, claims.csv and documents.csv."""

from annotate.exports.tables import Column, Table, citation, day, day_at, utc, yes_no
from annotate.models import Relation

_INVERSE = "CASE l.relation {} END".format(
    " ".join(f"WHEN '{relation.value}' THEN '{relation.inverse_code}'" for relation in Relation)
)


def _end(end: str) -> tuple[Column, ...]:
    return (
        Column(f"{end}_tag_id", f"{end}_tag.id", "The tag's number in this installation."),
        Column(f"{end}_tag_uid", f"{end}_tag.uid", "The tag's identity in every installation."),
        Column(f"{end}_sentence", f"{end}_words.sentence", "What the tag says.", free=True),
        Column(f"{end}_claim_id", f"{end}_claim.public_id", "The id of the tag's claim."),
        Column(f"{end}_claim_label", f"{end}_claim.label", "The claim's short name.", free=True),
        Column(f"{end}_quote", f"{end}_tag.exact", "The tag's exact words.", free=True),
        Column(f"{end}_document_id", f"{end}_document.id", "The number of the tag's document."),
        Column(f"{end}_document_title", f"{end}_document.title", "Its title.", free=True),
    )


def _end_source(end: str) -> str:
    return f"""
    JOIN annotate_tag {end}_tag ON {end}_tag.id = l.{end}_tag_id
    JOIN export_tag {end}_said ON {end}_said.id = {end}_tag.id
    LEFT JOIN export_sentence {end}_words ON {end}_words.claim_id = {end}_tag.claim_id
        AND {end}_words.stance = {end}_tag.stance
        AND {end}_words.voice_id = {end}_tag.asserted_by_id
        AND {end}_words.holder_id = COALESCE({end}_tag.held_by_id, 0)
        AND {end}_words.conveyer_id = COALESCE({end}_said.conveyed_by_id, 0)
    JOIN annotate_claim {end}_claim ON {end}_claim.id = {end}_tag.claim_id
    JOIN corpus_passage {end}_passage ON {end}_passage.id = {end}_tag.passage_id
    JOIN corpus_textversion {end}_version ON {end}_version.id = {end}_passage.text_version_id
    JOIN corpus_document {end}_document ON {end}_document.id = {end}_version.document_id"""


LINKS = Table(
    name="links",
    meaning="One row per live link between two live tags, one of them at least in tags.csv.",
    columns=(
        Column("link_id", "l.id", "The link's number in this installation."),
        Column("link_uid", "l.uid", "The link's identity in every installation."),
        Column("link_url", "%(site)s || '/links/' || l.id || '/'", "The link's permanent address."),
        *_end("from"),
        Column("relation", "l.relation", "How the first tag bears on the second."),
        Column("inverse", _INVERSE, "The same, read from the second tag."),
        *_end("to"),
        Column("strength", "l.strength", "strong, moderate or weak."),
        Column("directness", "l.directness", "direct or indirect."),
        Column("rationale", "l.rationale", "Why, in the words of who made the link.", free=True),
        Column("status", "l.status", "submitted or accepted."),
        Column("linked_by", "maker.pseudonym", "The pseudonym of who made the link.", free=True),
        Column("linked_at", utc("l.created_at"), "When the link was made (UTC)."),
    ),
    picked="export_link",
    source=f"""
    JOIN annotate_link l ON l.id = export_link.id
    JOIN corpus_person maker ON maker.id = l.created_by_id
    {_end_source("from")} {_end_source("to")}""",
)

CLAIMS = Table(
    name="claims",
    meaning="One row per claim, those that were merged or are no longer used included.",
    columns=(
        Column("claim_id", "c.public_id", "The claim's id, never given twice."),
        Column("claim_uid", "c.uid", "The claim's identity in every installation."),
        Column("claim_url", "%(site)s || '/claims/' || c.public_id || '/'", "The claim's address."),
        Column("label", "c.label", "The claim's short name.", free=True),
        Column(
            "alt_labels",
            "NULLIF(c.alt_labels::text, '[]')",
            "Short names in other languages, as JSON.",
            free=True,
        ),
        Column("text", "c.text", "The claim: one proposition without an author.", free=True),
        Column("kind", "c.kind", "factual, causal, legal, evaluation, position, recommendation."),
        Column("scope_note", "c.scope_note", "When to use it.", free=True),
        Column("broader", "broader.public_id", "The id of the broader claim."),
        Column("status", "c.status", "proposed, active, merged, split or deprecated."),
        Column("merged_into", "target.public_id", "The id of the claim that it became part of."),
        Column("wording", "c.wording", "The number of its wording; a change of meaning raises it."),
        Column("collection", "k.name", "The only collection that uses it; empty: all.", free=True),
        Column("created_by", "maker.pseudonym", "The pseudonym of who made it.", free=True),
        Column("created_at", utc("c.created_at"), "When it was made (UTC)."),
    ),
    picked="export_claim",
    source="""
    JOIN annotate_claim c ON c.id = export_claim.id
    JOIN corpus_person maker ON maker.id = c.created_by_id
    LEFT JOIN corpus_collection k ON k.id = c.home_id
    LEFT JOIN export_readable_claim seen ON seen.id = c.broader_id
    LEFT JOIN annotate_claim broader ON broader.id = seen.id
    LEFT JOIN export_readable_claim reached ON reached.id = c.merged_into_id
    LEFT JOIN annotate_claim target ON target.id = reached.id""",
)

DOCUMENTS = Table(
    name="documents",
    meaning="One row per document, cited ones that are not held included.",
    columns=(
        Column("document_id", "d.id", "The document's number in this installation."),
        Column("document_uid", "d.uid", "The document's identity in every installation."),
        Column("document_url", "%(site)s || '/documents/' || d.id || '/'", "Its address here."),
        Column("collection", "k.name", "The collection it is in.", free=True),
        Column("title", "d.title", "Its title.", free=True),
        Column("title_translated", "d.title_translated", "Its title in English.", free=True),
        Column("kind", "d.kind", "The kind of document."),
        Column("author", "author.shown", "Whose words these are by default.", free=True),
        Column("speaker", "speaker.shown", "The person who spoke for the author.", free=True),
        Column("speaker_capacity", "d.speaker_capacity", "In what capacity.", free=True),
        Column("publisher", "publisher.shown", "Who published it.", free=True),
        Column(
            "uttered_on",
            day_at("d.uttered_on", "d.uttered_precision"),
            "When it was said, no finer than it is known: 2011, 2011-03 or 2011-03-30.",
        ),
        Column(
            "uttered_precision",
            "CASE WHEN d.uttered_on IS NOT NULL THEN d.uttered_precision END",
            "day, month, year or estimate.",
        ),
        Column("published_on", day("d.published_on"), "When it was published."),
        Column("place", "d.place", "Where it was said.", free=True),
        Column("language", "d.language", "Its language (BCP 47).", free=True),
        Column("symbol", "d.symbol", "Its symbol, as the United Nations give one.", free=True),
        Column("source_url", "d.url", "Where it was published.", free=True),
        Column("archive_url", "d.archive_url", "Where an archived copy of it is.", free=True),
        Column("retrieved_at", utc("d.retrieved_at"), "When it was retrieved (UTC)."),
        Column("licence", "d.licence", "Its licence.", free=True),
        Column("licence_status", "d.licence_status", "known, restricted or unknown."),
        Column("holding", "d.holding", "held, or external: cited and not held."),
        Column("capture_quality", "d.capture_quality", "complete, partial or error."),
        Column("original_sha256", "d.original_sha256", "The SHA-256 sum of the original file."),
        Column("text_version", "v.number", "The number of its present text."),
        Column("text_sha256", "v.sha256", "The SHA-256 sum of that text in UTF-8."),
        Column(
            "provenance_reviewed",
            yes_no("d.provenance_reviewed"),
            "Whether a curator has looked where its content comes from.",
        ),
        Column("status", "d.status", "intake, ready or withdrawn."),
        Column("created_by", "maker.pseudonym", "The pseudonym of who added it.", free=True),
        Column("created_at", utc("d.created_at"), "When it was added (UTC)."),
        Column("citation", citation("author.shown"), "How to cite it.", free=True),
    ),
    picked="export_document",
    source="""
    JOIN corpus_document d ON d.id = export_document.id
    JOIN corpus_collection k ON k.id = d.collection_id
    JOIN corpus_person maker ON maker.id = d.created_by_id
    LEFT JOIN corpus_textversion v ON v.document_id = d.id AND v.is_current
    LEFT JOIN export_agent author ON author.id = d.author_id
    LEFT JOIN export_agent speaker ON speaker.id = d.speaker_id
    LEFT JOIN export_agent publisher ON publisher.id = d.publisher_id""",
)

"""The columns of tags.csv: one row per live tag, which needs no other file to be understood."""

from annotate.models.tag import LIVE_SQL, POLARITY_SQL
from annotate.text.stances import STANCES, STANCES_ON_ANOTHER, listed

from .tables import Column, Table, citation, day, day_at, utc, yes_no

CONTEXT = 200  # code points on each side of a quote
NEXT_PASSAGE = "¶"

# The documents of the tags, each worked out once.
_SOURCES = f"""
    SELECT d.*, author.shown AS author, publisher.shown AS publisher, k.name AS collection,
        {day_at("d.uttered_on", "d.uttered_precision")} AS dated,
        {utc("d.retrieved_at")} AS retrieved, {citation("author.shown")} AS citation
    FROM corpus_document d
    JOIN corpus_collection k ON k.id = d.collection_id
    LEFT JOIN export_agent author ON author.id = d.author_id
    LEFT JOIN export_agent publisher ON publisher.id = d.publisher_id
    WHERE d.id IN (SELECT document_id FROM export_tag)
"""
# Each passage's neighbours: at least 200 code points of what stands before and after it in the
# text without boilerplate, where there are as many; passages are joined by ¶. `begin` and `stop`
# are places in that joined text. Every passage that begins within 200 code points brings along
# the one before it, and so also the one that is cut in two.
_NEIGHBOURS = f"""
    SELECT id,
        string_agg(tail_before, '') OVER (
            PARTITION BY text_version_id ORDER BY begin
            RANGE BETWEEN {CONTEXT} PRECEDING AND CURRENT ROW) AS before,
        string_agg(head_after, '') OVER (
            PARTITION BY text_version_id ORDER BY stop
            RANGE BETWEEN CURRENT ROW AND {CONTEXT} FOLLOWING) AS after
    FROM (
        SELECT id, text_version_id,
            sum("end" - start + 1) OVER w AS stop,
            sum("end" - start + 1) OVER w - ("end" - start + 1) AS begin,
            right(lag(text) OVER w, {CONTEXT}) || '{NEXT_PASSAGE}' AS tail_before,
            '{NEXT_PASSAGE}' || left(lead(text) OVER w, {CONTEXT}) AS head_after
        FROM corpus_passage
        WHERE kind <> 'boilerplate'
            AND text_version_id IN (SELECT text_version_id FROM export_tag)
        WINDOW w AS (PARTITION BY text_version_id ORDER BY start)
    ) AS placed
"""
_PROVISIONS = """
    SELECT x.tag_id, string_agg(v.code || ':' || x.basis || ':' || x.role, '; '
                                ORDER BY v.code COLLATE "C", x.role COLLATE "C") AS all
    FROM annotate_tagprovision x JOIN annotate_provision v ON v.id = x.provision_id
    WHERE x.tag_id IN (SELECT id FROM export_tag) GROUP BY x.tag_id
"""
_LINKS = """
    SELECT tag_id, string_agg(id::text, '; ' ORDER BY id) AS ids FROM (
        SELECT from_tag_id AS tag_id, id FROM export_link
        UNION ALL SELECT to_tag_id, id FROM export_link) AS ends
    WHERE tag_id IN (SELECT id FROM export_tag) GROUP BY tag_id
"""
_AGREED = """
    SELECT r.tag_id, string_agg(o.pseudonym, '; ' ORDER BY o.pseudonym COLLATE "C") AS by
    FROM annotate_remark r JOIN corpus_person o ON o.id = r.created_by_id
    WHERE r.kind = 'agree' AND r.tag_id IN (SELECT id FROM export_tag) GROUP BY r.tag_id
"""
_DISPUTED = f"""
    SELECT r.tag_id AS id FROM annotate_remark r
    WHERE r.kind = 'disagree' AND r.answered_at IS NULL AND r.tag_id IN (SELECT id FROM export_tag)
    UNION
    SELECT a.id FROM export_tag JOIN annotate_tag a ON a.id = export_tag.id
    JOIN annotate_tag b ON b.passage_id = a.passage_id AND b.start = a.start
        AND b."end" = a."end" AND b.claim_id = a.claim_id
    WHERE b.status IN {LIVE_SQL} AND b.created_by_id <> a.created_by_id
        AND (b.stance <> a.stance OR b.held_by_id IS DISTINCT FROM a.held_by_id)
"""
_REMARKS = f"""
    SELECT r.tag_id, string_agg(
        o.pseudonym || ' (' || r.kind || ', ' || {utc("r.created_at")} || ')'
        || CASE WHEN r.text = '' THEN '' ELSE ': ' || r.text END, E'\\n' ORDER BY r.id) AS said
    FROM annotate_remark r JOIN corpus_person o ON o.id = r.created_by_id
    WHERE r.tag_id IN (SELECT id FROM export_tag) GROUP BY r.tag_id
"""
# Whether the passage speaks for somebody else than the document's author: then it inherits
# neither speaker nor date nor place.
_OTHER_VOICE = "(p.voice_id IS NOT NULL AND p.voice_id IS DISTINCT FROM d.author_id)"
_OWN_SPEAKER = "(p.speaker_id IS NOT NULL OR p.speaker_capacity <> '')"
_SOURCE = f"""
    JOIN annotate_tag t ON t.id = export_tag.id
    JOIN annotate_claim c ON c.id = t.claim_id
    JOIN annotate_claim coded ON coded.id = t.claim_when_tagged_id
    JOIN corpus_passage p ON p.id = export_tag.passage_id
    JOIN corpus_textversion v ON v.id = export_tag.text_version_id
    JOIN ({_SOURCES}) AS d ON d.id = export_tag.document_id
    JOIN corpus_person maker ON maker.id = t.created_by_id
    LEFT JOIN export_sentence words ON words.claim_id = t.claim_id AND words.stance = t.stance
        AND words.voice_id = t.asserted_by_id AND words.holder_id = COALESCE(t.held_by_id, 0)
        AND words.conveyer_id = COALESCE(export_tag.conveyed_by_id, 0)
    LEFT JOIN ({_NEIGHBOURS}) AS near ON near.id = export_tag.passage_id
    LEFT JOIN corpus_passage lead ON lead.id = p.lead_in_id
    LEFT JOIN export_agent voice ON voice.id = t.asserted_by_id
    LEFT JOIN export_agent holder ON holder.id = t.held_by_id
    LEFT JOIN export_agent conveyer ON conveyer.id = export_tag.conveyed_by_id
    LEFT JOIN export_agent speaker ON speaker.id = CASE
        WHEN {_OWN_SPEAKER} THEN p.speaker_id WHEN NOT {_OTHER_VOICE} THEN d.speaker_id END
    LEFT JOIN ({_PROVISIONS}) AS provisions ON provisions.tag_id = export_tag.id
    LEFT JOIN ({_LINKS}) AS links ON links.tag_id = export_tag.id
    LEFT JOIN ({_AGREED}) AS agreed ON agreed.tag_id = export_tag.id
    LEFT JOIN ({_DISPUTED}) AS disputed ON disputed.id = export_tag.id
    LEFT JOIN export_count counted ON counted.claim_id = t.claim_id
"""
# Who takes the claim's side holds it, and so does whoever a stance says holds it.
_HOLDERS = f"""NULLIF(concat_ws('; ',
    CASE WHEN t.stance IN {listed(STANCES["for"])} THEN voice.shown END,
    CASE WHEN t.stance IN {listed(STANCES_ON_ANOTHER)} THEN holder.shown END), '')"""
_CAPACITY = f"""CASE WHEN {_OWN_SPEAKER} THEN p.speaker_capacity
    WHEN NOT {_OTHER_VOICE} THEN d.speaker_capacity END"""
_DATE = f"""CASE WHEN p.uttered_on IS NOT NULL THEN {day("p.uttered_on")}
    WHEN NOT {_OTHER_VOICE} THEN d.dated END"""
_PRECISION = f"""CASE WHEN p.uttered_on IS NULL AND d.uttered_on IS NOT NULL AND NOT {_OTHER_VOICE}
    THEN d.uttered_precision END"""
_PLACE = f"COALESCE(NULLIF(p.place, ''), CASE WHEN NOT {_OTHER_VOICE} THEN d.place END)"
# The neighbours are looked at only where the passage itself does not fill the context.
_BEFORE = f"""CASE WHEN t.start - p.start >= {CONTEXT}
    THEN substr(p.text, t.start - p.start - {CONTEXT - 1}, {CONTEXT})
    ELSE right(concat(near.before, left(p.text, t.start - p.start)), {CONTEXT}) END"""
_AFTER = f"""CASE WHEN p."end" - t."end" >= {CONTEXT}
    THEN substr(p.text, t."end" - p.start + 1, {CONTEXT})
    ELSE left(concat(substr(p.text, t."end" - p.start + 1), near.after), {CONTEXT}) END"""

COLUMNS = (
    Column("tag_id", "t.id", "The tag's number in this installation."),
    Column("tag_uid", "t.uid", "The tag's identity in every installation."),
    Column("tag_url", "%(site)s || '/tags/' || t.id || '/'", "The tag's permanent address."),
    Column("sentence", "words.sentence", "What the tag says, as a sentence.", free=True),
    Column("claim_id", "c.public_id", "The claim's id."),
    Column("claim_id_when_tagged", "coded.public_id", "The id of the claim it was coded to."),
    Column("claim_label", "c.label", "The claim's short name.", free=True),
    Column("claim_text", "c.text", "The claim: one proposition without an author.", free=True),
    Column("claim_kind", "c.kind", "factual, causal, legal, evaluation, position, recommendation."),
    Column("claim_status", "c.status", "proposed or active."),
    Column(
        "stance",
        "t.stance",
        "What the voice does with the claim. On its own position: asserts, denies, questions; on "
        "another's: endorses, rejects, attributes (reports it and takes no side).",
    ),
    Column(
        "polarity",
        POLARITY_SQL.format("t"),
        "The voice's side: + for the claim, - against it, ? neither.",
    ),
    Column("certainty", "t.certainty", "How sure the voice sounds."),
    Column("directness", "t.directness", "How the voice knows."),
    Column(
        "speech",
        "t.speech",
        "own: the words of the passage's own voice; quoted or reported: somebody else's in it.",
    ),
    Column("asserted_by", "voice.shown", "Whose words they are: the voice.", free=True),
    Column("speaker", "speaker.shown", "The person who spoke for the voice.", free=True),
    Column("speaker_capacity", _CAPACITY, "The capacity in which the speaker spoke.", free=True),
    Column("held_by", "holder.shown", "Whose position it is, if not the voice's.", free=True),
    Column(
        "holders",
        _HOLDERS,
        "All who hold the claim by this tag: the voice if it asserts, the voice and held_by if it "
        "endorses, held_by if it rejects or attributes, nobody if it denies or questions.",
        free=True,
    ),
    Column(
        "conveyed_by",
        "conveyer.shown",
        "Who passes the words on, where that is not the voice itself.",
        free=True,
    ),
    Column("quote", "t.exact", "The exact words.", free=True),
    Column("translation", "t.translation", "A translation of the words.", free=True),
    Column("translation_kind", "t.translation_kind", "official, own or machine."),
    Column("lead_in", "lead.text", "The line that a list item belongs to.", free=True),
    Column(
        "context_before",
        _BEFORE,
        f"The last {CONTEXT} characters before the quote, over the edges of passages, each edge "
        f"shown as one {NEXT_PASSAGE} that counts as a character; boilerplate is left out.",
        free=True,
    ),
    Column("context_after", _AFTER, f"The first {CONTEXT} after it, likewise.", free=True),
    Column("document_id", "d.id", "The document's number in this installation."),
    Column("document_title", "d.title", "The document's title.", free=True),
    Column("document_kind", "d.kind", "The kind of document."),
    Column("document_author", "d.author", "Whose document it is.", free=True),
    Column("publisher", "d.publisher", "Who published the document.", free=True),
    Column("collection", "d.collection", "The collection the document is in.", free=True),
    Column(
        "uttered_on",
        _DATE,
        "When the words were said or written, no finer than it is known: 2011, 2011-03 or "
        "2011-03-30. A quoted passage has its own date or none.",
    ),
    Column(
        "uttered_precision",
        _PRECISION,
        "How exact a document's date is: day, month, year or estimate. Empty for a passage's own.",
    ),
    Column("place", _PLACE, "Where the words were said.", free=True),
    Column(
        "language",
        "COALESCE(NULLIF(p.language, ''), d.language)",
        "The language of the words (BCP 47).",
        free=True,
    ),
    Column("passage_number", "p.ordinal", "The passage's number in its text, from 1."),
    Column("passage_kind", "p.kind", "The kind of passage."),
    Column(
        "start",
        "t.start",
        "Where the quote starts in the text, in Unicode code points from 0.",
    ),
    Column("end", 't."end"', "Where it ends: the place after its last code point."),
    Column("source_url", "d.url", "Where the document was published.", free=True),
    Column("archive_url", "d.archive_url", "Where an archived copy of it is.", free=True),
    Column("retrieved_at", "d.retrieved", "When it was retrieved (UTC)."),
    Column("original_sha256", "d.original_sha256", "The SHA-256 sum of the original file."),
    Column("text_sha256", "v.sha256", "The SHA-256 sum, in UTF-8, of the text it is in."),
    Column("text_version", "v.number", "The number of that text among the document's versions."),
    Column(
        "provisions",
        "provisions.all",
        "The articles of law engaged, as code:basis:role, parted by semicolons.",
        free=True,
    ),
    Column("link_ids", "links.ids", "The links of the tag (links.csv), parted by semicolons."),
    Column("status", "t.status", "submitted or accepted."),
    Column("agreed_by", "agreed.by", "The pseudonyms of those who agree with the tag.", free=True),
    Column(
        "disputed",
        yes_no("disputed.id IS NOT NULL"),
        "yes where an objection is unanswered, or somebody else read another stance or holder "
        "into the same words for the same claim.",
    ),
    Column("tagged_by", "maker.pseudonym", "The pseudonym of who made the tag.", free=True),
    Column("tagged_at", utc("t.created_at"), "When the tag was made (UTC)."),
    Column(
        "independent_own_words",
        "counted.own_words",
        "How many independent sources say so themselves. These four numbers are of the claim, "
        "over all that the reader may see whatever the filters; stale and disputed tags do not "
        "count.",
    ),
    Column(
        "independent_affirmed",
        "counted.affirmed",
        "How many hold it: those who say so themselves, and those of whom only others say it.",
    ),
    Column(
        "independent_attested",
        "counted.attested",
        "How many report that somebody else holds it.",
    ),
    Column("independent_denied", "counted.denied", "How many say that it is not so."),
    Column(
        "counts_complete",
        yes_no("counted.is_complete"),
        "no where each number means at most so many: where some of the documents come from is "
        "not reviewed, and two may turn out to be one source.",
    ),
    Column("licence", "d.licence", "The document's licence.", free=True),
    Column("citation", "d.citation", "How to cite the document.", free=True),
)
NOTE = Column(
    "note",
    """CASE WHEN %(reader)s::bigint IS NULL OR EXISTS (
        SELECT 1 FROM corpus_membership m
        WHERE m.collection_id = d.collection_id AND m.user_id = %(reader)s) THEN t.note END""",
    "The tag's note, for members of its collection only.",
    free=True,
)
REMARKS = Column(
    "remarks",
    "remarks.said",
    "The remarks on the tag, one a line: pseudonym (kind, when): text.",
    free=True,
)


def tags_table(*, notes: bool = False, remarks: bool = False) -> Table:
    """Return the table of tags, with the private columns at its end where they are asked for."""
    joined = f"LEFT JOIN ({_REMARKS}) AS remarks ON remarks.tag_id = export_tag.id"
    extra = ((NOTE,) if notes else ()) + ((REMARKS,) if remarks else ())
    return Table(
        name="tags",
        meaning="One row per live tag.",
        columns=COLUMNS + extra,
        picked="export_tag",
        source=_SOURCE + (joined if remarks else ""),
    )

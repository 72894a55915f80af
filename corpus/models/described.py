"""What a curator says of a document and of a passage: the only lists of these fields."""

# As the page groups them; two in brackets share a line.
ABOUT_THE_WORK = ("title", "title_translated", "kind", "language")
ABOUT_ITS_WORDS = (
    "author",
    "speaker",
    "speaker_capacity",
    "publisher",
    ("uttered_on", "uttered_precision"),
    "published_on",
    "place",
)
ABOUT_ITS_SOURCE = (
    "symbol",
    "url",
    "archive_url",
    "retrieved_at",
    "licence",
    "licence_status",
    "capture_quality",
    "provenance_reviewed",
)
DOCUMENT_FIELDS = tuple(
    name
    for line in (*ABOUT_THE_WORK, *ABOUT_ITS_WORDS, *ABOUT_ITS_SOURCE)
    for name in ((line,) if isinstance(line, str) else line)
)
PASSAGE_FIELDS = (
    "kind",
    "voice",
    "speaker",
    "speaker_capacity",
    "uttered_on",
    "place",
    "quote_source",
    "language",
    "altered",
    "flag",
)

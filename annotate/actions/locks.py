"""Take locks in the one order every writer follows: document, passage, claim, tag by id, link.

All run in the caller's transaction and hold until it ends.
"""

from collections.abc import Iterable

from django.db import connection

from annotate.models import Claim, Tag
from corpus.models import Document


def lock_documents(ids: Iterable[int]) -> dict[int, Document]:
    """Lock documents by id and return them as they stand now.

    Whoever writes a tag locks its document FOR SHARE, so no tag in them changes until the
    transaction ends.
    """
    rows = Document.objects.filter(pk__in=set(ids)).order_by("pk").select_for_update(no_key=True)
    return {document.pk: document for document in rows}


def share_claims(ids: Iterable[int]) -> None:
    """Keep claims from changing, and let others use them meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id FROM {Claim._meta.db_table} WHERE id = ANY(%s) ORDER BY id FOR SHARE",
            [sorted(set(ids))],
        )


def share_ground(tag: Tag) -> None:
    """Keep the document, the passage and the claim of a tag from changing under its change."""
    with connection.cursor() as cursor:
        cursor.execute(_GROUND, [tag.passage_id])
        cursor.execute("SELECT 1 FROM corpus_passage WHERE id = %s FOR SHARE", [tag.passage_id])
    share_claims([tag.claim_id])


_GROUND = """
    SELECT 1 FROM corpus_passage p
    JOIN corpus_textversion v ON v.id = p.text_version_id
    JOIN corpus_document d ON d.id = v.document_id
    WHERE p.id = %s FOR SHARE OF d
"""

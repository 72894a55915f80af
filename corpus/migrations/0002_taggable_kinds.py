"""Which kinds of passage can be tagged, as a function that every trigger may ask."""

from django.db import migrations

MAKE = """
CREATE FUNCTION corpus_is_taggable(kind text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN kind IN (
    'title', 'heading', 'paragraph', 'list_item', 'block_quote', 'note', 'caption', 'table_row'
)
"""


class Migration(migrations.Migration):
    dependencies = [
        ("corpus", "0001_corpus"),
    ]

    operations = [
        migrations.RunSQL(MAKE, "DROP FUNCTION corpus_is_taggable"),
    ]

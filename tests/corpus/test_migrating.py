"""Operations of a migration, taken together where that changes nothing but the time."""

from django.db.migrations.operations import AddField, AddIndex, CreateModel, RunSQL
from django.db.models import Index, TextField

from corpus.migrating import AtOnce, at_once


def test_what_stands_in_a_row_is_taken_at_once_and_in_order():
    table = CreateModel("Source", [])
    column = AddField("source", "title", TextField(default=""))
    index = AddIndex("source", Index(fields=["title"], name="sources_by_title"))
    rows = RunSQL("UPDATE corpus_source SET title = 'Untitled'")

    taken = at_once([table, column, index, rows, column])

    assert [type(one) for one in taken] == [CreateModel, AtOnce, RunSQL, AtOnce]
    assert [one.operations for one in taken if isinstance(one, AtOnce)] == [
        [column, index],
        [column],
    ]

"""Whatever the database refuses, a person reads a sentence that says what to do."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection

from corpus.refusals import refusals, sentences
from corpus.rules import Rule
from tests import make, raw

# Constraints no person can run into, with the reason.
SILENT = (
    "_check",  # Django's own: no offset or number below zero
    "_uid_key",  # a random UUID
    "_username_key",  # asked by Django's own form, with a sentence of its own
    "_slug_key",  # the same
    "_uniq",  # Django's own pairs of agents: it adds none twice
)


def ours():
    """Return every constraint of our tables that may refuse what a person does."""
    tables = [
        model._meta.db_table
        for model in apps.get_models()
        if model._meta.app_label in {"annotate", "corpus"} and not hasattr(model, "pgh_trackers")
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE contype IN ('c', 'u', 'x')"
            " AND conrelid = ANY(%s::regclass[])"
            " UNION SELECT relname FROM pg_index JOIN pg_class ON oid = indexrelid"
            " WHERE indisunique AND NOT indisprimary AND indrelid = ANY(%s::regclass[])",
            [tables, tables],
        )
        return {name for (name,) in cursor.fetchall()}


def test_every_constraint_has_a_sentence(db):
    named = {name for name in ours() if not name.endswith(SILENT)}

    assert named
    assert named <= {*sentences()}


def test_every_rule_has_a_sentence(db):
    refusing = set()
    for model in apps.get_models():
        for trigger in getattr(model._meta, "triggers", ()):
            if isinstance(trigger, Rule):
                refusing |= set(_refusals(str(trigger.func)))

    assert refusing
    assert refusing <= set(sentences())


def _refusals(function):
    parts = function.split("CONSTRAINT = '")[1:]
    return [part.partition("'")[0] for part in parts]


@pytest.mark.parametrize("sentence", sorted({str(text) for text in sentences().values()}))
def test_a_sentence_is_one(sentence):
    assert sentence[0].isupper() or sentence[0] == "“"
    assert sentence.endswith(".")
    assert "_" not in sentence


def test_a_refusal_reaches_the_person_as_a_sentence(db):
    claim = make.claim()

    with pytest.raises(ValidationError) as caught, refusals():
        raw.execute(raw.delete(claim))

    assert caught.value.messages == ["A claim is never deleted: mark it as no longer used."]
    assert caught.value.code == "claim_is_never_deleted"


def test_a_rule_that_waits_for_the_commit_reaches_the_person_too(db):
    passage = make.passage(make.document(), 2)

    with pytest.raises(ValidationError) as caught, refusals(deferred=True):
        raw.execute(raw.delete(passage))

    assert caught.value.code == "passages_leave_no_words_out"


def test_a_bug_is_not_dressed_as_a_sentence(db):
    with pytest.raises(Exception, match="null value"), refusals():
        raw.execute("INSERT INTO annotate_tray (person_id) VALUES (NULL)")

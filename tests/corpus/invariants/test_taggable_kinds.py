"""Which kinds can be tagged is said in the corpus alone, alike in Python and in the database."""

import pytest
from django.apps import apps
from django.db import connection

from corpus.models import TAGGABLE_KINDS
from corpus.models.passage import PassageKind


@pytest.mark.parametrize("kind", PassageKind.values)
def test_the_database_and_the_models_agree_on_what_can_be_tagged(db, kind):
    with connection.cursor() as cursor:
        cursor.execute("SELECT corpus_is_taggable(%s)", [kind])
        [answer] = cursor.fetchone()

    assert answer == (kind in TAGGABLE_KINDS)


def test_no_rule_of_the_annotations_lists_the_kinds():
    models = apps.get_app_config("annotate").get_models(include_auto_created=True)
    rules = [rule for model in models for rule in getattr(model._meta, "triggers", [])]

    told = [str(rule.get_func(None)) for rule in rules if rule.func]

    assert any("corpus_is_taggable" in func for func in told)
    assert not [func for func in told if f"'{PassageKind.LIST_ITEM}'" in func]

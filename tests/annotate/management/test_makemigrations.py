"""A migration is written so that a reviewer can read its triggers."""

import ast

from annotate.management.commands.makemigrations import readable

FUNC = "IF NEW.name = '' THEN RAISE EXCEPTION USING ERRCODE = '23514'; END IF; RETURN NEW;"
WRITTEN = f"""from django.db import migrations
import pgtrigger.compiler
import pgtrigger.migrations


class Migration(migrations.Migration):

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name='agent',
            trigger=pgtrigger.compiler.Trigger(
                name='agent_has_a_name — naïve 😀',
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func={FUNC!r}, hash='5e7', operation='INSERT', pgid='pgtrigger_a',
                    table='corpus_agent', when='BEFORE',
                ),
            ),
        ),
        pgtrigger.migrations.RemoveTrigger(model_name='agent', name='old'),
    ]
"""


def call_in(source):
    return next(
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "add_trigger"
    )


def test_the_sql_of_a_trigger_is_laid_out():
    func = next(k.value for k in call_in(readable(WRITTEN)).keywords if k.arg == "func")

    assert ast.literal_eval(func).split() == FUNC.split()
    assert "THEN\n" in ast.literal_eval(func)


def test_all_else_that_is_said_of_the_trigger_stays():
    call = call_in(readable(WRITTEN))

    assert [ast.literal_eval(said) for said in call.args] == [
        "agent",
        "agent_has_a_name — naïve 😀",
    ]
    assert {k.arg: k.value.value for k in call.keywords if k.arg != "func"} == {
        "hash": "5e7",
        "operation": "INSERT",
        "pgid": "pgtrigger_a",
        "table": "corpus_agent",
        "when": "BEFORE",
    }


def test_it_imports_what_it_uses_and_no_more():
    source = readable(WRITTEN)

    assert "from corpus.migrating import add_trigger" in source
    assert "import pgtrigger.migrations" in source
    assert "import pgtrigger.compiler" not in source


def test_a_migration_that_makes_no_trigger_stays_as_it_is():
    source = (
        "from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    pass\n"
    )

    assert readable(source) == source

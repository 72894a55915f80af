"""Triggers that a migration has laid out for reading."""

from pgtrigger.compiler import Trigger, UpsertTriggerSql

from corpus.migrating import add_trigger

SQL = {"operation": "UPDATE", "pgid": "pgtrigger_kept", "table": "corpus_agent", "when": "BEFORE"}
ONE_LINE = "IF NEW.name = '' THEN RAISE EXCEPTION 'no name'; END IF; RETURN NEW;"
LAID_OUT = """
    IF NEW.name = '' THEN
        RAISE EXCEPTION 'no name';
    END IF;
    RETURN NEW;
"""


def of_the_models(func):
    return Trigger(name="kept", sql=UpsertTriggerSql(func=func, **SQL))


def of_a_migration(func):
    hashed = of_the_models(ONE_LINE).hash
    return add_trigger("agent", "kept", func=func, hash=hashed, **SQL).trigger


def test_a_trigger_laid_out_is_the_one_the_models_have():
    assert of_a_migration(LAID_OUT) == of_the_models(ONE_LINE)
    assert of_the_models(ONE_LINE) == of_a_migration(LAID_OUT)


def test_a_trigger_that_does_something_else_is_another():
    assert of_a_migration(LAID_OUT.replace("RETURN NEW", "RETURN NULL")) != of_the_models(ONE_LINE)


def test_the_database_gets_the_lines_as_a_reviewer_read_them():
    assert "IF NEW.name = '' THEN\n    RAISE EXCEPTION" in of_a_migration(LAID_OUT).install_sql

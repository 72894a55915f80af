"""The SQL of triggers in lines and blocks: white space is all that changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pgtrigger import registry

from corpus.sql_layout import WIDTH, laid_out

WORDS = st.sampled_from(
    [
        *("IF", "THEN", "ELSE", "END;", "LOOP", ";", "(", ")", "CASE", "WHEN", "'a  b'", '"x y"'),
        *("FROM", "WHERE", "AND", "OR", "DISTINCT", "SELECT", "a.id", "="),
    ]
)


def test_each_statement_has_a_line_and_each_block_an_indent():
    sql = "IF a THEN IF b THEN c := 1; ELSE c := 2; END IF; END IF; RETURN NEW;"

    assert laid_out(sql) == (
        "IF a THEN\n"
        "    IF b THEN\n"
        "        c := 1;\n"
        "    ELSE\n"
        "        c := 2;\n"
        "    END IF;\n"
        "END IF;\n"
        "RETURN NEW;"
    )


def test_case_is_no_block():
    sql = "a := CASE WHEN b THEN 1 ELSE 2 END; RETURN NEW;"

    assert laid_out(sql) == "a := CASE WHEN b THEN 1 ELSE 2 END;\nRETURN NEW;"


def test_a_long_statement_is_cut_before_its_clauses():
    same = "a.name IS DISTINCT FROM a.id AND " * 3
    sql = f"IF EXISTS (SELECT 1 FROM corpus_agent a WHERE {same}a.id = 1) THEN RETURN NEW; END IF;"

    lines = laid_out(sql).split("\n")

    assert lines[1].strip().startswith(("FROM", "WHERE", "AND"))
    assert not any(line.strip().startswith("FROM a.id") for line in lines)


def test_quoted_text_is_never_cut():
    quoted = "'" + "words and more words; " * 8 + "'"

    assert quoted in laid_out(f"RAISE EXCEPTION {quoted}; RETURN NEW;")


@given(st.lists(WORDS, min_size=1, max_size=60))
def test_nothing_but_white_space_changes(words):
    sql = " ".join(words)

    assert laid_out(sql).split() == sql.split()


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param(trigger.compile(model).sql.kwargs["func"], id=trigger.get_pgid(model))
        for model, trigger in registry.registered()
    ],
)
def test_every_trigger_fits_the_page(sql):
    lines = laid_out(sql).split("\n")

    assert all(len(line) <= WIDTH or " " not in line.strip() for line in lines)

"""Raw SQL against the rules: what a program, a script or a person with psql might try."""

import time
import uuid
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection, models, transaction
from psycopg import sql

from annotate.models import Tag
from corpus.history import history
from corpus.models import Person
from corpus.refusals import sentences
from corpus.revisions import Revised

NEW = {"uid", "request_key"}
LONGEST_WAIT = 10  # seconds, after which a lock that nobody waits for is a failure


def execute(statement: sql.Composed | str, values: tuple[Any, ...] = ()) -> None:
    """Run one statement on Django's own connection, so inside the test's transaction."""
    with connection.cursor() as cursor:
        # pghistory names the act in front of it, which takes a string.
        text = statement if isinstance(statement, str) else statement.as_string(cursor.connection)
        cursor.execute(text, values or None)


def commit() -> None:
    """Ask the rules that wait for the commit."""
    execute("SET CONSTRAINTS ALL IMMEDIATE")
    execute("SET CONSTRAINTS ALL DEFERRED")


def act_as_nobody() -> None:
    """Forget who acted before in the test's transaction."""
    execute("SELECT set_config('pghistory.context_metadata', '', true)")


@contextmanager
def refused(rule: str) -> Iterator[None]:
    """Fail unless the database refuses the block in the name of `rule`, which has a sentence."""
    with pytest.raises((DatabaseError, psycopg.DatabaseError)) as caught, transaction.atomic():
        yield
    error = caught.value.__cause__ or caught.value
    assert isinstance(error, psycopg.DatabaseError)
    assert error.diag.constraint_name == rule
    assert str(sentences()[rule]).endswith(".")


@contextmanager
def refused_at_commit(rule: str) -> Iterator[None]:
    """Fail unless the block passes and its commit is refused in the name of `rule`."""
    with refused(rule):
        try:
            yield
        except DatabaseError as error:
            raise AssertionError("refused before the commit") from error
        commit()


def insert_like(row: models.Model, **columns: Any) -> sql.Composed:
    """Return the insert of a row like `row`, with its own identity and other `columns`."""
    fields = [
        field
        for field in row._meta.concrete_fields
        if not field.primary_key and not isinstance(field, models.GeneratedField)
    ]
    names = [str(field.column) for field in fields if field.name != "public_id"]
    values: dict[str, Any] = {
        str(field.column): _prepared(field, getattr(row, field.attname)) for field in fields
    }
    if isinstance(row, Tag) and "claim_id" in columns:  # what it counts for is what it is coded to
        columns = {"claim_when_tagged_id": columns["claim_id"]} | columns
    values |= {name: uuid.uuid4() for name in NEW & {*names}} | columns
    return sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
        sql.Identifier(row._meta.db_table),
        sql.SQL(", ").join(sql.Identifier(name) for name in names),
        sql.SQL(", ").join(sql.Literal(values[name]) for name in names),
    )


def update(row: models.Model, **columns: Any) -> sql.Composed:
    """Return the update of `row`, on the revision it stands at unless one is given."""
    changes: dict[str, sql.Composable] = {
        name: sql.Literal(value) for name, value in columns.items()
    }
    if isinstance(row, Revised):
        changes.setdefault("revision", sql.SQL("revision + 1"))
    return sql.SQL("UPDATE {} SET {} WHERE id = {}").format(
        sql.Identifier(row._meta.db_table),
        sql.SQL(", ").join(
            sql.SQL("{} = {}").format(sql.Identifier(name), value)
            for name, value in changes.items()
        ),
        sql.Literal(row.pk),
    )


def delete(row: models.Model) -> sql.Composed:
    """Return the delete of `row`."""
    return sql.SQL("DELETE FROM {} WHERE id = {}").format(
        sql.Identifier(row._meta.db_table), sql.Literal(row.pk)
    )


def truncate(model: type[models.Model]) -> sql.Composed:
    """Return the statement that would empty the table and all that point to it."""
    return sql.SQL("TRUNCATE {} CASCADE").format(sql.Identifier(model._meta.db_table))


def _prepared(field: "models.Field[Any, Any]", value: Any) -> Any:
    return field.get_db_prep_save(value, connection)


class Session:
    """A connection of its own, in a thread of its own, in which somebody acts."""

    def __init__(self, by: Person | None = None) -> None:
        how = connection.get_connection_params()
        names = ("dbname", "user", "password", "host", "port")
        known = {name: how[name] for name in names if how.get(name)}
        self._connection = psycopg.connect(**known, options=how["options"])
        self._thread = ThreadPoolExecutor(1)
        self._by = by

    def run(self, statement: sql.Composed | str) -> None:
        """Run a statement; the first one begins a transaction."""
        self.start(statement).result(LONGEST_WAIT)

    def start(self, statement: sql.Composed | str) -> "Future[None]":
        """Begin a statement that may have to wait for somebody else's lock."""
        return self._thread.submit(self._execute, statement)

    def start_commit(self) -> "Future[None]":
        """Begin to commit, which may have to wait for somebody else's lock."""
        return self._thread.submit(self._connection.commit)

    def commit(self) -> None:
        """Commit, with all rules that wait for it."""
        self.start_commit().result(LONGEST_WAIT)

    def await_waiting(self) -> None:
        """Return once this session waits for a lock; fail where it does not come to that."""
        until = time.monotonic() + LONGEST_WAIT
        while not _waits(self._connection.info.backend_pid):
            assert time.monotonic() < until, "nobody waits"

    def close(self) -> None:
        """Give up the connection, and all that is not committed."""
        self._connection.close()
        self._thread.shutdown()

    def _execute(self, statement: sql.Composed | str) -> None:
        if self._by is not None:
            told = f'{{"by": {self._by.pk}, "action": "raw"}}'
            self._connection.execute(
                "SELECT set_config('pghistory.context_metadata', %s, true)", [told]
            )
        self._connection.execute(statement)


def events(row: Any) -> "models.QuerySet[Any]":
    """Return the history of `row`, oldest first."""
    table: type[models.Model] = row.history.model
    return table._default_manager.filter(pgh_obj_id=row.pk).order_by("pgh_id")


def retract(tag: Tag) -> None:
    """Withdraw the tag, so that only a race with another like it could break a rule."""
    with history(by=tag.created_by, action="withdraw_tag"):
        execute(update(tag, status="withdrawn"))


def _waits(process: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cardinality(pg_blocking_pids(%s)) > 0", [process])
        return bool(cursor.fetchone()[0])

"""The databases of one test run: migrated once, then copied, which takes 0.2 s.

Nothing is ever emptied, because the triggers refuse it. Ordinary tests share a copy and roll
back; a test that commits gets a copy of its own.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import cache

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from annotate.seeds import load_seeds
from annotate.server.database import disconnect, use_pool

# Several runs may share one server.
RUN = f"test_corroborate_{secrets.token_hex(4)}"
_made: list[str] = []


@cache
def template() -> str:
    """Return the name of the migrated database, made at the first call."""
    name = _create("template", None)
    with connected_to(name):
        call_command("migrate", verbosity=0)
    return name


@cache
def seeded_template() -> str:
    """Return the name of the migrated database that holds the seeds."""
    name = _create("seeds", template())
    with connected_to(name):
        load_seeds(settings.SEEDS_DIR)
    return name


@cache
def shared(*, seeded: bool) -> str:
    """Return the name of the database in which tests roll back what they do."""
    return _create("shared", seeded_template() if seeded else template())


def connect(name: str) -> None:
    """Let this process, all its threads included, use the database `name`."""
    if connection.settings_dict["NAME"] != name:
        disconnect()
        connection.settings_dict["NAME"] = name


@contextmanager
def connected_to(name: str) -> Iterator[None]:
    """Use the database `name` inside the block, and the one before after it."""
    before = connection.settings_dict["NAME"]
    connect(name)
    try:
        yield
    finally:
        connect(before)


@contextmanager
def fresh(*, seeded: bool, pooled: bool = False) -> Iterator[None]:
    """Use a new database inside the block, whatever is committed there.

    `pooled` is for a server: its threads take turns at connections, as in production.
    """
    name = _create("fresh", seeded_template() if seeded else template())
    try:
        with connected_to(name), pool() if pooled else nullcontext():
            yield
    finally:
        _drop(name)


@contextmanager
def pool() -> Iterator[None]:
    """Take this process's connections from a pool inside the block."""
    disconnect()
    use_pool()
    try:
        yield
    finally:
        disconnect()
        del connection.settings_dict["OPTIONS"]["pool"]


def drop_all() -> None:
    """Drop every database of this run."""
    disconnect()
    while _made:
        _drop(_made[-1])


def _create(kind: str, source: str | None) -> str:
    name = f"{RUN}_{kind}_{len(_made)}_{secrets.token_hex(2)}"
    how = (
        "TEMPLATE {source}"
        if source
        else ("TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'")
    )
    _on_server(
        sql.SQL("CREATE DATABASE {name} " + how).format(
            name=sql.Identifier(name), source=sql.Identifier(source or "template0")
        )
    )
    _made.append(name)
    return name


def _drop(name: str) -> None:
    # WITH (FORCE) is refused while autovacuum, which is not ours to end, looks into the
    # database; without it the server sends autovacuum away itself and waits.
    _on_server(
        sql.SQL(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE datname = {} AND usename = current_user"
        ).format(sql.Literal(name))
    )
    _on_server(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name)))
    _made.remove(name)


def _on_server(statement: sql.Composed) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)

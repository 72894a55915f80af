"""Which PostgreSQL the site uses, as whom, and whether that server is good enough.

Two roles: the *web* role reads and writes rows and nothing else, the *owner* made the tables and
alone can change them or drop their triggers. The embedded server has both; with DATABASE_URL
alone they are one and the same, until MIGRATE_DATABASE_URL names the owner.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import psycopg
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import (
    DEFAULT_DB_ALIAS,
    DatabaseError,
    NotSupportedError,
    OperationalError,
    connection,
    connections,
)
from django.db.backends.postgresql.base import DatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from psycopg.conninfo import conninfo_to_dict

from annotate.server import embedded

EXTENSIONS = ("btree_gist", "pg_trgm")

# Without this variable pgtrigger is quadratic in the rows of a transaction: 194 s against 7 s.
TRIGGER_OPTION = "-c pgtrigger.ignore={}"

Settings = dict[str, Any]


class Unsuitable(Exception):
    """The database server cannot be used; the message says why, and what to do about it."""


def from_environment(environ: Mapping[str, str]) -> tuple[Settings, Settings]:
    """Return Django's settings of the database for the web role and for the owner.

    Raise ImproperlyConfigured when an address is none.
    """
    address, owners = environ.get("DATABASE_URL"), environ.get("MIGRATE_DATABASE_URL")
    if not address:
        return embedded_as(embedded.WEB), embedded_as(embedded.OWNER)
    web = from_url("DATABASE_URL", address)
    owner = from_url("MIGRATE_DATABASE_URL", owners) if owners else web
    if owner["NAME"] != web["NAME"]:
        raise ImproperlyConfigured("DATABASE_URL and MIGRATE_DATABASE_URL name two databases.")
    return web, owner


def embedded_as(role: str) -> Settings:
    """Return Django's settings of the embedded database for one of its roles."""
    return {
        "ENGINE": "annotate.server.postgres",
        "NAME": embedded.DATABASE,
        "USER": role,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": TRIGGER_OPTION},
    }


def from_url(variable: str, url: str) -> Settings:
    """Return Django's settings of the database at `url`, read as PostgreSQL's own tools read it.

    Raise ImproperlyConfigured, which does not repeat the address: there may be a password in it.
    """
    example = "postgresql://user:password@host:5432/database"
    if not url.startswith(("postgresql://", "postgres://")):
        raise ImproperlyConfigured(f"{variable} must look like {example}.")
    try:
        parts = conninfo_to_dict(url)
    except psycopg.ProgrammingError as error:
        raise ImproperlyConfigured(f"{variable} must look like {example}.") from error
    if not parts.get("dbname"):
        raise ImproperlyConfigured(f"{variable} names no database; it must look like {example}.")
    given = str(parts.pop("options", ""))
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password"}
    places = {"HOST": "host", "PORT": "port"}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **{ours: str(parts.pop(theirs, "")) for ours, theirs in (names | places).items()},
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**parts, "options": f"{given} {TRIGGER_OPTION}".strip()},
    }


@contextmanager
def as_owner() -> Iterator[None]:
    """Connect as the role that owns the tables, until the block ends."""
    owner = {key: settings.DATABASE_OWNER[key] for key in ("USER", "OPTIONS")}
    owner |= {key: settings.DATABASE_OWNER.get(key, "") for key in ("PASSWORD", "HOST", "PORT")}
    now = connection.settings_dict
    before = {key: now[key] for key in owner}
    if now["USER"] == owner["USER"]:
        yield
        return
    try:
        _reconnect(owner)
        yield
    finally:
        _reconnect(before)


def _reconnect(how: Settings) -> None:
    disconnect()
    connection.settings_dict.update(how)


def use_pool() -> None:
    """Take this process's connections from a pool, in which each thread finds one."""
    connection.settings_dict["OPTIONS"]["pool"] = dict(settings.DATABASE_POOL)


def disconnect() -> None:
    """Give up this process's connections, those of the pool too."""
    connections.close_all()
    wrapper = connections[DEFAULT_DB_ALIAS]
    assert isinstance(wrapper, DatabaseWrapper)
    wrapper.close_pool()


def require_answer() -> None:
    """Raise Unsuitable unless the server answers and is new enough."""
    try:
        connection.ensure_connection()
    except NotSupportedError as error:
        raise Unsuitable(str(error)) from error
    except OperationalError as error:
        raise Unsuitable(no_answer(error)) from error


def require_server() -> None:
    """Raise Unsuitable unless the server answers and has the extensions and letters needed.

    Makes the two extensions where they are not there yet and may be made.
    """
    require_answer()
    require_known_migrations()
    _require_encoding()
    missing = [name for name in EXTENSIONS if not _has_extension(name)]
    if missing:
        raise Unsuitable(
            f"The database lacks {' and '.join(missing)}, which Corroborate needs: have its "
            "administrator install PostgreSQL's contrib package and run, in this database, "
            + " ".join(f"CREATE EXTENSION {name};" for name in missing)
        )
    _require_letters()


def require_known_migrations() -> None:
    """Raise Unsuitable for a database of another version, which this one cannot update."""
    applied = MigrationRecorder(connection).applied_migrations()
    known = MigrationLoader(None).disk_migrations
    if any(app in ("corpus", "annotate") and (app, name) not in known for app, name in applied):
        elsewhere = (
            "set DATABASE_URL to an empty database"
            if "DATABASE_URL" in os.environ
            else f"move {settings.DATA_DIR} away or set CORROBORATE_DATA to a new folder"
        )
        raise Unsuitable(
            "This database was made by another version of Corroborate, and this version cannot "
            f"update it. Export what you need with that version, then {elsewhere} and start again."
        )


def _require_encoding() -> None:
    encoding = _answer("SHOW server_encoding")
    if encoding != "UTF8":
        raise Unsuitable(f"The database stores text as {encoding}. {_how_to_create()}")


def _has_extension(name: str) -> bool:
    """Say whether the extension is there, after trying to make it."""
    if _answer("SELECT count(*) FROM pg_extension WHERE extname = %s", name):
        return True
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE EXTENSION IF NOT EXISTS {connection.ops.quote_name(name)}")
    except DatabaseError:
        return False
    return True


def _require_letters() -> None:
    """Refuse a database whose pg_trgm takes no letter outside ASCII for one."""
    if not _answer("SELECT similarity('терроризм', 'терроризма')"):
        raise Unsuitable(f"The database knows no letters but those of ASCII. {_how_to_create()}")


def _how_to_create() -> str:
    name = connection.ops.quote_name(connection.settings_dict["NAME"])
    return (
        f"Create it with: CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' "
        "LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8';"
    )


def _answer(question: str, *values: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        row = cursor.fetchone()
    return row[0] if row else None


def no_answer(error: OperationalError) -> str:
    """Return the sentence about a server that cannot be reached."""
    return f"The database does not answer: {str(error).strip().partition('\n')[0]}."


def keep_rules_always() -> None:
    """Let no session switch rules and history off. Safe to repeat.

    pgtrigger's triggers ask this function whether the session's variable tells them to do
    nothing; its migrations make it anew each time.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name name)"
            " RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT false'"
        )


def grant_to_web_role() -> None:
    """Let the web role read and write rows, and only add to the history.

    Does nothing where the web role is the owner. Safe to repeat.
    """
    from django.apps import apps
    from pghistory.models import Event

    web = settings.DATABASE_WEB["USER"]
    if web == settings.DATABASE_OWNER["USER"]:
        return
    quote = connection.ops.quote_name
    there = connection.introspection.table_names()
    history = {m._meta.db_table for m in apps.get_models() if issubclass(m, Event)}
    with connection.cursor() as cursor:
        for statement in (
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}",
            "GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {}",
            "REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {}",
        ):
            cursor.execute(statement.format(quote(web)))
        for table in history.intersection(there):
            cursor.execute(f"REVOKE UPDATE, DELETE ON {quote(table)} FROM {quote(web)}")

"""Django's PostgreSQL backend on the embedded server, which it starts when it connects."""

from collections.abc import Iterable
from typing import Any, Self

import psycopg
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.db.backends.postgresql import base
from django.db.backends.postgresql.client import DatabaseClient as PostgresClient

from annotate.server import embedded


class DatabaseClient(PostgresClient):
    """`manage.py dbshell` with the embedded server's own psql."""

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        socket = str(embedded.ensure_running(settings.DATA_DIR))
        cls.executable_name = str(embedded.binaries() / "bin" / "psql")
        return super().settings_to_cmd_args_env(settings_dict | {"HOST": socket}, parameters)


class Connection(psycopg.Connection[Any]):
    """What the pool makes; a retry starts the server again, should it have been killed."""

    @classmethod
    def connect(cls, *args: Any, **kwargs: Any) -> Self:
        """Return a connection to the running server."""
        embedded.ensure_running(settings.DATA_DIR)
        return super().connect(*args, **kwargs)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to the embedded server; asking for one is what starts it."""

    client_class = DatabaseClient

    def __init__(self, settings_dict: dict[str, Any], alias: str = DEFAULT_DB_ALIAS) -> None:
        super().__init__(settings_dict, alias)
        if pool := settings_dict["OPTIONS"].get("pool"):
            pool["connection_class"] = Connection

    def get_connection_params(self) -> dict[str, Any]:
        """Return what psycopg needs; Django asks for it before every connection."""
        socket = embedded.ensure_running(settings.DATA_DIR)
        return super().get_connection_params() | {"host": str(socket)}

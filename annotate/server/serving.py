"""The web server: granian, with the site in each of its workers."""

import contextlib
import gc
import logging
import os
import signal
import socket
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.db import ProgrammingError, connection
from django.db.migrations.executor import MigrationExecutor
from django.urls import get_resolver
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

from annotate.server import database
from annotate.server.keeper import die_with_parent


class Site(MPServer):
    """Granian's server, which ends with its terminal and says when its workers are made."""

    on_start: Callable[[], None] | None = None

    def startup(self, *args: Any) -> None:
        """Make the workers."""
        super().startup(*args)  # type: ignore[no-untyped-call]  # granian has no types here
        signal.signal(signal.SIGHUP, self.signal_handler_interrupt)
        if self.on_start:
            self.on_start()


def serve(
    host: str,
    port: int,
    *,
    workers: int,
    log_level: str,
    on_start: Callable[[], None] | None = None,
) -> None:
    """Serve the site until SIGINT, SIGTERM or the end of the terminal.

    `on_start` is called once the workers are made, and may start threads: before the fork a
    thread could leave them a lock that is never released. Requests in flight are finished; a
    worker that dies is replaced; when this process is killed its workers end themselves.
    """
    prepare_to_fork()
    # granian takes 16 threads for too many on few processors; ours wait for the database.
    logging.getLogger("_granian").addFilter(
        lambda record: "Python threads" not in record.getMessage()
    )
    server = Site(
        "annotate.wsgi:application",
        address=address_of(host),
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=settings.THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        websockets=False,
        log_level=LogLevels(log_level),
    )

    server.on_start = on_start
    server.serve(target_loader=load_in_worker, wrap_loader=False)


def load_in_worker() -> Any:
    """Return the application; called in each worker."""
    starter = os.getppid()
    die_with_parent(signal.SIGTERM)
    if os.getppid() != starter:
        raise SystemExit("The server has ended.")
    database.use_pool()
    from annotate.wsgi import application

    return application


def prepare_to_fork() -> None:
    """Load what every worker needs, share its memory, and leave it no connection of ours."""
    import_module("annotate.wsgi")
    get_resolver().url_patterns  # noqa: B018  (asking loads every view)
    database.disconnect()
    gc.collect()
    gc.freeze()


def die_with_uv() -> None:
    """End when `uv run`, which started us, is killed and so cannot tell us to."""
    with contextlib.suppress(OSError):
        if Path(f"/proc/{os.getppid()}/comm").read_text().strip() == "uv":
            die_with_parent(signal.SIGTERM)


def require_free_port(host: str, port: int) -> None:
    """Raise CommandError, in a sentence, where we could not listen."""
    try:
        address = address_of(host)
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        patiently(lambda: socket.create_server((address, port), family=family).close())
    except PermissionError as error:
        raise CommandError(f"Port {port} is reserved: choose one above 1023.") from error
    except OverflowError as error:
        raise CommandError(f"There is no port {port}: choose one up to 65535.") from error
    except OSError as error:
        raise CommandError(
            f"Port {port} of {host} is taken or not ours: stop what uses it or choose another."
        ) from error


def address_of(host: str) -> str:
    """Return the numeric address of `host`, which granian asks for."""
    return str(socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0][4][0])


def patiently[Result](attempt: Callable[[], Result], *, seconds: float = 3) -> Result:
    """Return what `attempt` returns, tried again for a while when it raises OSError.

    The workers of a server that was killed need up to two seconds to end themselves.
    """
    until = time.monotonic() + seconds
    while True:
        try:
            return attempt()
        except PermissionError:
            raise
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)  # a port tells nobody when it becomes free


def is_migrated() -> bool:
    """Say whether every migration has been applied, and the web role let at the tables."""
    try:
        executor = MigrationExecutor(connection)
    except ProgrammingError:
        return False
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())

"""Two or more people who act in the same moment, each on a connection of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection


def at_once(*acts: Callable[[], Any]) -> tuple[list[Any], list[Exception]]:
    """Run `acts` at once; return what came back, and what was raised, in no certain order."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        start.wait()
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        futures = [pool.submit(run, act) for act in acts]
    errors = [error for future in futures if isinstance(error := future.exception(), Exception)]
    return [future.result() for future in futures if future.exception() is None], errors

"""Read several things as they stood at one moment, and write what was read."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction

from corpus.revisions import StaleRevision

_SERIALIZATION_FAILURE = "40001"


@contextmanager
def one_snapshot() -> Iterator[None]:
    """Let all queries inside see the database as it stood at the first of them.

    Raise StaleRevision where a row that is written was changed by somebody else meanwhile.
    Inside a transaction that has begun already (a test's) that one's isolation stays.
    """
    nested = connection.in_atomic_block
    try:
        with transaction.atomic():
            if not nested:
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != _SERIALIZATION_FAILURE:
            raise
        raise StaleRevision(None) from error

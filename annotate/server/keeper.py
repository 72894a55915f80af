"""The process that runs the embedded PostgreSQL of one data folder while somebody uses it.

`embedded.py` starts it as a program of its own, so that it outlives whoever came first. It holds
`keeper.lock` while it lives, and waits for `users.lock`, which every user of the database holds
shared: the kernel hands it over when the last of them is gone, however that one died. Should the
keeper itself be killed, the kernel stops the server for it.

It imports the standard library only, because it stays in memory as long as the server does.
"""

import contextlib
import ctypes
import fcntl
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

OWNER, WEB, DATABASE = "corroborate", "corroborate_web", "corroborate"

INITDB = [
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    # pg_trgm asks the C library what a letter is; under C it knows those of ASCII only.
    "--lc-ctype=C.UTF-8",
]

# One statement a line: the single-user server reads them so.
ROLES = f"""\
CREATE ROLE {OWNER} LOGIN CREATEDB
CREATE ROLE {WEB} LOGIN
GRANT {WEB} TO {OWNER}
CREATE DATABASE {DATABASE} OWNER {OWNER}
"""

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "shared_buffers": "64MB",
    "max_connections": "100",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "jit": "off",
}

# For the tests only: a crash would lose data.
CARELESS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "1h",
    "autovacuum": "off",
}

# What stands before the telling line of PostgreSQL's output.
MARKS = ("FATAL:", "PANIC:", "error:")

# Seconds that the children of a killed server may need to notice.
ORPHANS_LIVE = 10

NOBODY = "nobody"
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)


class Refusal(Exception):
    """The server cannot run; the message says why, and what to do about it."""


def die_with_parent(by: signal.Signals) -> None:
    """Ask the kernel to send `by` to this process when its parent dies. Linux only."""
    if sys.platform == "linux":
        LIBC.prctl(PR_SET_PDEATHSIG, by)


def stop_with_keeper() -> None:
    """Have the kernel stop the server cleanly when the keeper dies: SIGINT is a fast shutdown."""
    die_with_parent(signal.SIGINT)


def stop_with_keeper_as_nobody() -> None:
    """Enter a namespace in which root is called nobody, because PostgreSQL refuses to be root.

    Files stay root's own, so that a private parent folder is no obstacle.
    """
    nobody = pwd.getpwnam(NOBODY)
    os.unshare(os.CLONE_NEWUSER)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{nobody.pw_uid} 0 1")
    Path("/proc/self/gid_map").write_text(f"{nobody.pw_gid} 0 1")
    stop_with_keeper()


class Cluster:
    """The server of one data folder: how to make it, start it and stop it."""

    def __init__(self, folder: Path, socket: Path, binaries: Path, *, durable: bool) -> None:
        self.folder, self.socket, self.durable = folder, socket, durable
        self.data = folder / "cluster"
        self.log = folder / "server.log"
        self.binaries = binaries
        self.identity: dict[str, Any] = {"preexec_fn": stop_with_keeper}
        if os.geteuid() == 0:
            self.identity = self._not_root()

    def _not_root(self) -> dict[str, Any]:
        """Return the arguments of Popen under which the server is not root.

        A namespace where the kernel allows one, else the system user nobody, who needs a way
        into the data folder and so cannot work below a private one.
        """
        in_namespace = {"preexec_fn": stop_with_keeper_as_nobody}
        if self._runs(in_namespace):
            return in_namespace
        self._make_way()
        nobody = pwd.getpwnam(NOBODY)
        as_user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
        if not self._runs(as_user):
            self.binaries = self._copied_binaries()
        return as_user | {"preexec_fn": stop_with_keeper}

    def _runs(self, identity: dict[str, Any]) -> bool:
        command = [self._program("postgres"), "--version"]
        try:
            return subprocess.run(command, capture_output=True, **identity).returncode == 0
        except (OSError, subprocess.SubprocessError):
            return False

    def _make_way(self) -> None:
        """Let nobody pass our own folder; refuse when a folder above it is closed."""
        for parent in reversed(self.folder.parents):
            if not parent.stat().st_mode & stat.S_IXOTH:
                raise Refusal(
                    "PostgreSQL refuses to run as root, this machine allows no user namespaces, "
                    f"and its system user nobody may not enter {parent}: set CORROBORATE_DATA to "
                    "a folder that every user may enter, such as /var/lib/corroborate, or set "
                    "DATABASE_URL."
                )
        self.folder.chmod(0o711)
        shutil.chown(self.socket, NOBODY)

    def _copied_binaries(self) -> Path:
        """Return a copy of the binaries inside our own folder, where nobody may read them."""
        copy = self.folder / "binaries"
        shutil.rmtree(copy, ignore_errors=True)
        package = self.binaries.parent
        libraries = package.with_name(package.name + ".libs")
        os.umask(0o022)
        for source in (self.binaries / "bin", self.binaries / "lib", self.binaries / "share"):
            target = copy / package.name / self.binaries.name / source.name
            shutil.copytree(source, target, symlinks=True, copy_function=shutil.copy)
        if libraries.is_dir():
            shutil.copytree(libraries, copy / libraries.name, symlinks=True)
        os.umask(0o077)
        return copy / package.name / self.binaries.name

    def _program(self, name: str) -> str:
        return str(self.binaries / "bin" / name)

    def run(self, program: str, *arguments: str | Path, **more: Any) -> None:
        """Run one of PostgreSQL's programs to its end; raise Refusal with its last words."""
        done = subprocess.run(
            [self._program(program), *map(str, arguments)],
            capture_output=True,
            text=True,
            **self.identity,
            **more,
        )
        if done.returncode:
            raise Refusal(f"PostgreSQL's {program} failed: {last_words(done.stderr)}")

    def make(self) -> None:
        """Make the cluster with its roles and its database, wholly or not at all."""
        unfinished = self.folder / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(mode=0o700)
        if "user" in self.identity:
            shutil.chown(unfinished, NOBODY)
        hurry = [] if self.durable else ["--no-sync"]
        self.run("initdb", "--pgdata", unfinished, *INITDB, *hurry)
        self.run("postgres", "--single", "-D", unfinished, "postgres", input=ROLES)
        unfinished.rename(self.data)

    def start(self) -> subprocess.Popen[bytes]:
        """Start the server and return its process when it answers."""
        if not (self.data / "PG_VERSION").exists():
            self.make()
        self._forget_dead_server()
        until = time.monotonic() + ORPHANS_LIVE
        while True:
            try:
                return self._launch()
            except Refusal as refusal:
                if "still in use" not in str(refusal) or time.monotonic() > until:
                    raise
                time.sleep(0.1)  # orphans of a killed server tell nobody when they end

    def _launch(self) -> subprocess.Popen[bytes]:
        settings = SETTINGS | ({} if self.durable else CARELESS)
        command = [self._program("postgres"), "-D", str(self.data), "-k", str(self.socket)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        with self.log.open("wb") as log:
            server: subprocess.Popen[bytes] = subprocess.Popen(
                command, stdout=log, stderr=log, **self.identity
            )
        while not self._answers():
            if server.poll() is not None:
                said = self.log.read_text(errors="replace")
                raise Refusal(f"The embedded PostgreSQL does not start: {last_words(said)}")
            time.sleep(0.01)  # it says that it is ready in its note, and nowhere else
        return server

    def _answers(self) -> bool:
        """Say whether the server has written, as the last line of its own note, that it is up."""
        lines = self._note().splitlines()
        return len(lines) == 8 and lines[7].strip() == "ready"

    def _note(self) -> str:
        try:
            return (self.data / "postmaster.pid").read_text()
        except FileNotFoundError:
            return ""

    def _forget_dead_server(self) -> None:
        """Remove the notes of a killed server, whose number may be another process's by now.

        Nobody but the holder of keeper.lock starts a server here, and one whose keeper was
        killed is still stopping at worst: that one is waited for.
        """
        number = self._note().partition("\n")[0].strip()
        while number and self._is_ours(number):
            time.sleep(0.02)  # it is no child of ours, which could be waited for
        for note in (self.data / "postmaster.pid", *self.socket.glob(".s.PGSQL.*.lock")):
            note.unlink(missing_ok=True)

    def _is_ours(self, number: str) -> bool:
        """Say whether the process is a server of this cluster."""
        try:
            return os.fsencode(self.data) in Path(f"/proc/{number}/cmdline").read_bytes()
        except OSError:
            return False


def last_words(output: str) -> str:
    """Return the line of PostgreSQL's output that says what went wrong, without its prefix."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if any(mark in line for mark in MARKS)] or lines[-1:]
    words = telling[-1] if telling else "it said nothing"
    for mark in MARKS:
        words = words.rpartition(mark)[2]
    return words.strip().rstrip(".") + "."


def stop_after_last_user(users: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until nobody holds the lock of the users, then stop the server cleanly."""
    fcntl.flock(users, fcntl.LOCK_EX)
    server.send_signal(signal.SIGINT)


def report(words: str) -> None:
    """Tell the process that started us, if it still listens, and let go of it."""
    with contextlib.suppress(BrokenPipeError):
        os.write(sys.stdout.fileno(), words.encode())
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())


def main(arguments: list[str]) -> int:
    """Run the server until its last user is gone.

    Arguments: our folder, the socket's, the binaries', and `durable` or `careless`.
    """
    folder, socket, binaries = map(Path, arguments[:3])
    os.umask(0o077)
    os.chdir("/")
    keeper = os.open(folder / "keeper.lock", os.O_RDWR | os.O_CREAT)
    users = os.open(folder / "users.lock", os.O_RDWR | os.O_CREAT)
    fcntl.flock(keeper, fcntl.LOCK_EX)
    try:
        server = Cluster(folder, socket, binaries, durable=arguments[3] == "durable").start()
    except (Refusal, OSError) as refusal:
        report(str(refusal))
        return 1
    report("ready")
    threading.Thread(target=stop_after_last_user, args=(users, server), daemon=True).start()
    server.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The embedded server: private, kept while used, whole again after any death."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest
from django.conf import settings

from annotate.server import embedded
from tests.running import PATIENCE, copy_of, environment, wait_for_end, wait_until_stopped

# A user of the server: says so, and stays until its standard input ends.
# A process begun in the background of a shell ignores SIGINT until it says otherwise.
USER = """
import signal
import sys
from pathlib import Path
from annotate.server import embedded
signal.signal(signal.SIGINT, signal.default_int_handler)
print(embedded.ensure_running(Path(sys.argv[1])), flush=True)
sys.stdin.read()
"""


@contextmanager
def user(data: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a process that uses the server of `data`; ending its input ends it."""
    with begin(data) as process:
        wait_for(process)
        yield process
    wait_until_stopped(data)


def begin(data: Path) -> subprocess.Popen[str]:
    """Start a process that uses the server of `data`, which may not be up when this returns."""
    return subprocess.Popen(
        [sys.executable, "-c", USER, str(data)],
        cwd=settings.BASE_DIR,
        env=environment(data, CORROBORATE_FSYNC="on"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def wait_for(process: subprocess.Popen[str]) -> str:
    """Return what a user of the server says when it has one: where the server's socket is."""
    assert process.stdout
    said = process.stdout.readline().strip()
    assert said
    return said


def end(process: subprocess.Popen[str]) -> None:
    """Let a user of the server go."""
    assert process.stdin
    process.stdin.close()
    process.wait(PATIENCE)


def connect(data: Path, role: str) -> psycopg.Connection[Any]:
    """Return a connection that is not counted as a user of the server."""
    socket = str(data / "postgres" / "socket")
    return psycopg.connect(host=socket, dbname=embedded.DATABASE, user=role, autocommit=True)


def ask(data: Path, question: str, *, role: str = embedded.OWNER) -> Any:
    """Return the server's answer."""
    with connect(data, role) as connection:
        row = connection.execute(question.encode()).fetchone()
        return row and row[0]


def tell(data: Path, statement: str) -> None:
    """Have the server do something, and commit it."""
    with connect(data, embedded.OWNER) as connection:
        connection.execute(statement.encode())


def server(data: Path) -> psutil.Process:
    """Return the process of the server itself."""
    note = (data / "postgres" / "cluster" / "postmaster.pid").read_text()
    return psutil.Process(int(note.splitlines()[0]))


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """Return a data folder with a database, whose server does not run."""
    data = tmp_path_factory.mktemp("made") / "var"
    with user(data):
        pass
    return data


@pytest.fixture
def data(made, tmp_path) -> Path:
    """Return a data folder of the test's own, with a database."""
    return copy_of(made, tmp_path)


def test_it_stops_with_its_last_user(data):
    with user(data) as first:
        with user(data) as second:
            end(first)
            assert embedded.is_running(data)

            end(second)

        assert not embedded.is_running(data)
        assert "database system is shut down" in (data / "postgres/server.log").read_text()


def test_it_stops_when_its_last_user_is_killed(data):
    with user(data) as first, user(data) as second:
        first.kill()
        second.kill()

        wait_until_stopped(data)
        assert not embedded.is_running(data)


def test_users_that_come_together_share_one_server(data):
    with begin(data) as first, begin(data) as second:
        assert wait_for(first) == wait_for(second)

        assert ask(data, "SELECT 1") == 1


def test_killing_the_keeper_stops_the_server_cleanly(data):
    with user(data):
        process = server(data)
        keeper = process.parent()
        assert keeper

        keeper.kill()

        wait_for_end(process)
        assert "database system is shut down" in (data / "postgres/server.log").read_text()


@pytest.mark.parametrize("victim", ["server", "keeper", "both"])
def test_what_was_committed_is_there_after_a_kill(data, victim):
    with user(data):
        tell(data, "CREATE TABLE kept AS SELECT 1 AS one")
        process = server(data)
        keeper = process.parent()
        assert keeper
        victims = {"server": [process], "keeper": [keeper], "both": [keeper, process]}[victim]
        [killed.kill() for killed in victims]
        wait_for_end(process)
        wait_until_stopped(data)

    with user(data):
        assert ask(data, "SELECT one FROM kept") == 1


def test_a_stale_note_of_a_process_that_lives_is_no_obstacle(data):
    note = data / "postgres" / "cluster" / "postmaster.pid"
    note.write_text(f"{psutil.Process().pid}\n{data}\n")

    with user(data):
        assert ask(data, "SELECT 1") == 1


def test_an_interrupted_first_start_leaves_nothing_in_the_way(tmp_path):
    unfinished = tmp_path / "var" / "postgres" / "unfinished"
    unfinished.mkdir(parents=True)
    (unfinished / "PG_VERSION").write_text("half")

    with user(tmp_path / "var"):
        assert ask(tmp_path / "var", "SELECT 1") == 1


def test_nobody_else_can_reach_data_or_socket(data):
    with user(data):
        modes = [(data / "postgres" / name).stat().st_mode & 0o777 for name in ("", "socket")]

        assert modes == [0o700, 0o700]
        assert ask(data, "SELECT current_setting('listen_addresses')") == ""


def test_letters_of_every_script_are_letters(data):
    with user(data):
        tell(data, "CREATE EXTENSION pg_trgm")

        assert ask(data, "SELECT similarity('терроризм', 'терроризма')") > 0.5


def test_the_web_role_owns_nothing(data):
    with user(data):
        tell(data, "CREATE TABLE kept AS SELECT 1 AS one")

        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            ask(data, "DROP TABLE kept", role=embedded.WEB)


def test_a_path_too_long_for_a_socket_gets_a_short_one(tmp_path):
    data = tmp_path / ("long" * 30) / "var"

    with user(data):
        socket = Path((data / "postgres" / "socket-folder").read_text())
        assert list(socket.glob(".s.PGSQL.*"))
        assert socket.stat().st_mode & 0o777 == 0o700

    with user(data):
        assert (data / "postgres" / "socket-folder").read_text() == str(socket)
    shutil.rmtree(socket)


def test_a_data_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "var").write_text("a file in the way")

    with pytest.raises(embedded.Failure, match=r"cannot be written .* set CORROBORATE_DATA"):
        embedded.ensure_running(tmp_path / "var")


def test_what_the_server_says_when_it_cannot_start_is_one_sentence(data):
    (data / "postgres" / "cluster" / "PG_VERSION").write_text("12\n")

    with pytest.raises(embedded.Failure, match=r"does not start: .* incompatible .*\.$"):
        embedded.ensure_running(data)


def test_ctrl_c_does_not_reach_the_server(data):
    with user(data) as first, user(data):
        process = server(data)

        first.send_signal(signal.SIGINT)
        first.wait(PATIENCE)

        assert process.is_running()
        assert ask(data, "SELECT 1") == 1

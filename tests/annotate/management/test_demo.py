"""The demo: one command makes everything; nothing is left behind, nothing is lost."""

import json
import re
import signal
import socket

import psycopg
import pytest

from tests.running import copy_of, demo, open_page, prepared, run, wait_for_end

SIGNED_IN = "accounts/logout"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return a demo that runs while this module's tests do."""
    data = copy_of(prepared(), tmp_path_factory.mktemp("demo"))
    with demo(data) as running:
        running.data = data
        yield running


@pytest.fixture
def data(tmp_path):
    """Return the data folder of a demo that ran before and has ended."""
    return copy_of(prepared(), tmp_path)


def links(said: str) -> list[str]:
    """Return the one-time links the demo has printed, for reader, reviewer and curator."""
    return re.findall(r"once: (\S+)", said)


def test_it_says_where_it_is_and_how_all_three_sign_in(site):
    assert site.url in site.said
    assert len(links(site.said)) == 3


def test_passwords_are_kept_where_only_the_owner_reads_them(site):
    kept = site.data / "demo-accounts.json"

    assert kept.stat().st_mode & 0o777 == 0o600
    assert list(json.loads(kept.read_text())) == ["reader", "reviewer", "curator"]
    assert json.loads(kept.read_text())["reviewer"] in site.said


def test_the_secret_key_is_kept_where_only_the_owner_reads_it(site):
    assert (site.data / "secret-key").stat().st_mode & 0o777 == 0o600


def test_a_link_signs_in_once(site):
    reviewers = links(site.said)[1]

    first, second = open_page(reviewers), open_page(reviewers)

    assert SIGNED_IN in first
    assert SIGNED_IN not in second
    assert "/accounts/login/" in second


def test_a_second_demo_on_the_same_data_is_one_sentence(site):
    second = run(site.data, "demo", "--no-browser")

    assert second.returncode == 1
    assert re.fullmatch(r"CommandError: A demo runs on .* already, at .*\.\n", second.stderr)
    assert site.url in second.stderr


def test_a_busy_port_is_one_sentence(data):
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]

        refused = run(data, "demo", "--no-browser", f"--port={port}")

    assert refused.returncode == 1
    assert re.fullmatch(rf"CommandError: Port {port} of .* is taken .*\.\n", refused.stderr)


def test_a_port_that_is_none_is_one_sentence(data):
    refused = run(data, "demo", "--no-browser", "--port=99999")

    assert refused.stderr == "CommandError: There is no port 99999: choose one up to 65535.\n"


def test_a_data_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")

    refused = run(tmp_path / "file" / "var", "demo", "--no-browser")

    assert refused.returncode == 1
    assert re.fullmatch(r"The data folder .* cannot be written .*\.\n", refused.stderr)


def test_a_command_beside_the_demo_shares_its_server(site):
    beside = run(site.data, "load_seeds")

    assert "36 tags" in beside.stdout
    assert "well" in open_page(f"{site.url}/health/")


def test_the_pages_are_served_by_the_role_that_owns_nothing(site):
    open_page(f"{site.url}/health/")

    with psycopg.connect(
        host=str(site.data / "postgres" / "socket"), dbname="corroborate", user="postgres"
    ) as connection:
        users = connection.execute(
            "SELECT DISTINCT usename FROM pg_stat_activity "
            "WHERE datname = 'corroborate' AND pid <> pg_backend_pid()"
        ).fetchall()
    assert users == [("corroborate_web",)]


@pytest.mark.parametrize("victim", ["worker", "keeper", "server"])
def test_it_goes_on_when_one_of_its_processes_is_killed(site, victim):
    marks = {"worker": "manage.py demo", "keeper": "keeper.py", "server": "bin/postgres"}
    [process] = [p for p in site.family()[1:] if marks[victim] in " ".join(p.cmdline())]

    process.kill()
    wait_for_end(process)

    assert "well" in answer_at_last(f"{site.url}/health/")


def answer_at_last(url: str) -> str:
    """Return the page, once the site has got over the loss: a request may fail meanwhile."""
    for _ in range(1000):
        try:
            return open_page(url)
        except OSError:
            continue
    return open_page(url)


def test_ctrl_c_leaves_no_process_behind(data):
    with demo(data) as site:
        family = site.family()

        site.stop(signal.SIGINT)

        wait_for_end(*family)
        assert site.process.returncode == 0
        assert "database system is shut down" in (data / "postgres/server.log").read_text()


def test_killed_it_leaves_no_process_behind_and_starts_again(data):
    with demo(data) as killed:
        family = killed.family()
        killed.stop(signal.SIGKILL)
        wait_for_end(*family)

    with demo(data) as site:
        assert "well" in open_page(f"{site.url}/health/")
        family = site.family()
        site.stop(signal.SIGTERM)
        wait_for_end(*family)

"""The production server: it starts only when everything visitors need is right."""

import re
import signal
from urllib.error import URLError

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from annotate.server import static_files
from tests.running import copy_of, free_port, open_page, prepared, run, serving, wait_for_end

# The environment the README asks for.
PRODUCTION = {
    "SECRET_KEY": "fifty characters that nobody else has, for the tests only!",
    "ALLOWED_HOSTS": "127.0.0.1,corroborate.example",
    "HSTS_SECONDS": "31536000",
    "HSTS_INCLUDE_SUBDOMAINS": "1",
    "HSTS_PRELOAD": "1",
    "PROXY_SSL_HEADER": "X-Forwarded-Proto",
}


@pytest.fixture
def data(tmp_path):
    """Return a data folder that is migrated and has its static files."""
    return copy_of(prepared(), tmp_path)


@pytest.fixture
def ready(settings, monkeypatch, tmp_path):
    """Make everything right that serve looks at before the database."""
    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["corroborate.example"]
    settings.STATIC_ROOT = tmp_path
    (tmp_path / "staticfiles.json").write_text("{}")
    monkeypatch.setenv("SECRET_KEY", PRODUCTION["SECRET_KEY"])


def test_it_refuses_to_serve_with_debug_on(ready, settings):
    settings.DEBUG = True

    with pytest.raises(CommandError, match="DEBUG is on"):
        call_command("serve")


def test_it_refuses_to_serve_without_a_secret_key(ready, monkeypatch):
    monkeypatch.delenv("SECRET_KEY")

    with pytest.raises(CommandError, match="SECRET_KEY is not set"):
        call_command("serve")


def test_it_refuses_to_serve_without_host_names(ready, settings):
    settings.ALLOWED_HOSTS = []

    with pytest.raises(CommandError, match="ALLOWED_HOSTS is not set"):
        call_command("serve")


def test_it_refuses_to_serve_without_static_files(ready, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "nothing"

    assert not static_files.are_collected()
    with pytest.raises(CommandError, match="collectstatic"):
        call_command("serve")


def test_it_refuses_to_serve_an_empty_database(tmp_path, data):
    empty = tmp_path / "empty"
    (data / "static").rename(empty.mkdir() or empty / "static")

    refused = run(empty, "serve", **PRODUCTION)

    assert refused.returncode == 1
    assert re.fullmatch(r"CommandError: The database is not up to date: .*\.\n", refused.stderr)


def test_a_refusal_is_one_sentence_and_not_a_traceback(tmp_path):
    refused = run(tmp_path / "var", "serve", DEBUG="1")

    assert refused.returncode == 1
    assert re.fullmatch(r"CommandError: DEBUG is on.*\.\n", refused.stderr)


def test_it_serves_from_the_environment_and_ends_with_its_terminal(data):
    port = free_port()
    environment = PRODUCTION | {"PORT": str(port), "WORKERS": "2", "HTTPS": "0"}
    with serving(data, "serve", until="[INFO] Spawning worker-2", port=port, **environment) as site:
        assert "accounts/login" in at_last(f"{site.url}/")
        family = site.family()

        site.stop(signal.SIGHUP)

        wait_for_end(*family)
        assert site.process.returncode == 0


def at_last(url: str) -> str:
    """Return the page when the workers have started to listen."""
    for _ in range(1000):
        try:
            return open_page(url)
        except URLError:
            continue
    return open_page(url)


def test_the_deployment_check_has_nothing_to_say(data):
    checked = run(data, "check", "--deploy", "--fail-level=WARNING", **PRODUCTION)

    assert checked.returncode == 0, checked.stderr

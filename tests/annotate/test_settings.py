"""Settings: safe unless told otherwise, and loud about what they cannot read."""

import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as ours
from django.core.exceptions import ImproperlyConfigured

from annotate.server.log_filters import Unexpected
from annotate.settings import flag, number, words
from tests.running import environment, run

SHOW = """
import json, sys
from annotate import settings
print(json.dumps({name: getattr(settings, name) for name in sys.argv[1:]}, default=str))
"""


def show(data: Path, *names: str, **more: str) -> dict[str, Any]:
    """Return settings as another environment would make them."""
    shown = subprocess.run(
        [sys.executable, "-c", SHOW, *names],
        cwd=ours.BASE_DIR,
        env=environment(data, **more),
        capture_output=True,
        check=True,
    )
    return dict(json.loads(shown.stdout))


@pytest.mark.parametrize(
    ("value", "expected"), [("1", True), ("yes", True), ("0", False), ("Off", False), ("", True)]
)
def test_a_flag_is_yes_or_no(monkeypatch, value, expected):
    monkeypatch.setenv("FLAG", value)

    assert flag("FLAG", default=True) is expected


def test_a_flag_that_is_neither_is_refused(monkeypatch):
    monkeypatch.setenv("FLAG", "perhaps")

    with pytest.raises(ImproperlyConfigured, match=r"^FLAG must be 1 or 0\.$"):
        flag("FLAG", default=False)


def test_a_number_that_is_none_is_refused(monkeypatch):
    monkeypatch.setenv("NUMBER", "many")

    with pytest.raises(ImproperlyConfigured, match=r"^NUMBER must be a whole number\.$"):
        number("NUMBER", default=1)


def test_words_are_separated_by_commas(monkeypatch):
    monkeypatch.setenv("WORDS", " one, two,,")

    assert words("WORDS") == ["one", "two"]


def test_a_wrong_setting_is_one_sentence_and_not_a_traceback(tmp_path):
    refused = run(tmp_path, "check", PORT="many")

    assert refused.returncode == 1
    assert refused.stderr == "PORT must be a whole number.\n"


def test_the_environments_secret_key_comes_first(tmp_path):
    (tmp_path / "secret-key").write_text("kept")

    assert show(tmp_path, "SECRET_KEY", SECRET_KEY="given") == {"SECRET_KEY": "given"}
    assert show(tmp_path, "SECRET_KEY") == {"SECRET_KEY": "kept"}


def test_without_a_secret_key_each_process_has_one_and_writes_nothing(tmp_path):
    first, second = show(tmp_path, "SECRET_KEY"), show(tmp_path, "SECRET_KEY")

    assert first != second
    assert list(tmp_path.iterdir()) == []


def test_out_of_the_box_everything_is_https_and_nobody_is_let_in(tmp_path):
    assert show(
        tmp_path, "DEBUG", "ALLOWED_HOSTS", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE"
    ) == {
        "DEBUG": False,
        "ALLOWED_HOSTS": [],
        "SECURE_SSL_REDIRECT": True,
        "SESSION_COOKIE_SECURE": True,
    }


def test_the_demo_is_http_on_this_machine(tmp_path):
    shown = show(tmp_path, "ALLOWED_HOSTS", "SESSION_COOKIE_SECURE", CORROBORATE_DEMO="1")

    assert shown == {
        "ALLOWED_HOSTS": ["127.0.0.1", "localhost", "[::1]"],
        "SESSION_COOKIE_SECURE": False,
    }


def test_passwords_are_hashed_with_argon2(tmp_path):
    [first, *_] = show(tmp_path, "PASSWORD_HASHERS")["PASSWORD_HASHERS"]

    assert first.endswith("Argon2PasswordHasher")


def test_a_workers_pool_has_a_connection_for_each_thread(tmp_path):
    shown = show(tmp_path, "DATABASE_POOL", THREADS="23")

    assert shown["DATABASE_POOL"]["max_size"] == 23


@pytest.mark.parametrize(
    "rule",
    [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ],
)
def test_every_page_carries_the_content_security_policy(client, db, rule):
    assert rule in client.get("/accounts/login/").headers["Content-Security-Policy"]


def test_the_policy_allows_nothing_inline(client, db):
    assert "unsafe" not in client.get("/accounts/login/").headers["Content-Security-Policy"]


def test_pages_are_not_framed_and_tell_other_sites_nothing(client, db):
    headers = client.get("/accounts/login/").headers

    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(("status", "kept"), [(422, False), (409, False), (404, True), (500, True)])
def test_what_a_page_refuses_with_a_sentence_is_not_logged(status, kept):
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "", (), None)
    record.status_code = status

    assert Unexpected().filter(record) is kept
    assert logging.getLogger("django.request").filters

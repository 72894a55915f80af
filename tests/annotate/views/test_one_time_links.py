"""Signing in: by a link that works once, by password within limits; and the answer on health."""

from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from annotate.server.sign_in_links import forget_links, make_link
from corpus.models import Person
from tests import make


@pytest.fixture(autouse=True)
def links_of_our_own(db, settings, tmp_path):
    """Keep links in a folder of the test's own, once the database found by it answers."""
    settings.DATA_DIR = tmp_path


def sign_in_once(client: Client, token: str) -> Any:
    """Follow a one-time link."""
    return client.get(reverse("sign_in_once", args=[token]))


def test_a_link_signs_in_the_person_it_was_made_for(client, reviewer):
    answer = sign_in_once(client, make_link(reviewer.username))

    assert answer.url == "/"
    assert client.session["_auth_user_id"] == str(reviewer.pk)


def test_a_link_works_once(client, reviewer):
    token = make_link(reviewer.username)
    sign_in_once(client, token)

    answer = sign_in_once(second := Client(), token)

    assert answer.url == "/accounts/login/"
    assert "_auth_user_id" not in second.session


@pytest.mark.parametrize("token", ["nothing", "..", "%2e%2e%2fsecret-key"])
def test_a_made_up_link_asks_for_the_password(client, db, token):
    assert sign_in_once(client, token).url == "/accounts/login/"


def test_a_link_of_an_earlier_start_is_useless(client, reviewer):
    token = make_link(reviewer.username)
    forget_links()

    assert sign_in_once(client, token).url == "/accounts/login/"


def test_a_link_does_not_open_a_closed_account(client, reviewer):
    token = make_link(reviewer.username)
    reviewer.is_active = False
    reviewer.save()

    assert sign_in_once(client, token).url == "/accounts/login/"


def test_a_link_replaces_whoever_was_signed_in(reader, curator):
    client = make.browser(reader)

    sign_in_once(client, make_link(curator.username))

    assert client.session["_auth_user_id"] == str(curator.pk)


def test_links_are_followed_not_posted(client, reviewer):
    assert (
        client.post(reverse("sign_in_once", args=[make_link(reviewer.username)])).status_code == 405
    )


def test_links_are_readable_by_their_owner_only(reviewer, tmp_path):
    make_link(reviewer.username)

    [link] = (tmp_path / "sign-in-links").iterdir()
    assert link.stat().st_mode & 0o777 == 0o600


def sign_in(client: Client, person: Person, password: str, address: str = "10.0.0.1") -> int:
    """Return the status of an attempt to sign in."""
    form = {"username": person.username, "password": password}
    return client.post("/accounts/login/", form, REMOTE_ADDR=address).status_code


def guess_often(client: Client, person: Person) -> None:
    """Try as many wrong passwords as are allowed."""
    [sign_in(client, person, "wrong") for _ in range(10)]


def test_too_many_wrong_passwords_lock_the_name_at_that_address(client, reviewer):
    guess_often(client, reviewer)

    assert sign_in(client, reviewer, make.PASSWORD) == 429


def test_a_lock_does_not_shut_out_the_same_name_elsewhere(client, reviewer):
    guess_often(client, reviewer)

    assert sign_in(client, reviewer, make.PASSWORD, "10.0.0.2") == 302


def test_a_lock_does_not_shut_out_others_at_that_address(client, reviewer, curator):
    guess_often(client, reviewer)

    assert sign_in(client, curator, make.PASSWORD) == 302


def test_the_admin_counts_wrong_passwords_too(client, curator):
    guess_often(client, curator)
    form = {"username": curator.username, "password": make.PASSWORD}

    assert client.post("/admin/login/", form, REMOTE_ADDR="10.0.0.1").status_code == 429


def test_health_is_told_to_anybody(client, db):
    assert client.get("/health/").content == b"well\n"


def test_health_is_bad_when_the_database_does_not_answer(client, db):
    def refuse(*args: object) -> None:
        raise OperationalError("The server is gone.")

    with connection.execute_wrapper(refuse):
        answer = client.get("/health/")

    assert answer.status_code == 503

"""The demo's three people: their passwords hold, and nobody else's are touched."""

import json

import pytest
from django.core.management.base import CommandError

from annotate.server.demo_accounts import make_accounts
from corpus.models import Membership, Person


@pytest.fixture(autouse=True)
def kept(settings, tmp_path, seeds):
    """Return the file that keeps the passwords, in a folder of the test's own."""
    settings.DATA_DIR = tmp_path
    return tmp_path / "demo-accounts.json"


def test_each_has_a_role_in_the_collection_of_the_seeds(seeds):
    make_accounts()

    roles = Membership.objects.filter(collection=seeds.collection).values_list(
        "user__username", "role"
    )
    assert {("reader",) * 2, ("reviewer",) * 2, ("curator",) * 2} <= {*roles}


def test_only_the_curator_may_open_the_admin():
    make_accounts()

    staff = Person.objects.filter(pseudonym__startswith="demo-", is_staff=True)
    assert [person.username for person in staff] == ["curator"]


def test_passwords_are_kept_and_stay_the_same(kept):
    first = make_accounts()

    assert make_accounts() == first == json.loads(kept.read_text())
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_password_changed_meanwhile_is_set_back():
    passwords = make_accounts()
    reader = Person.objects.get(username="reader")
    reader.set_password("changed")
    reader.save()

    make_accounts()

    reader.refresh_from_db()
    assert reader.check_password(passwords["reader"])


@pytest.mark.parametrize("text", ["", "not JSON", "[]", '{"reader": ""}'])
def test_a_damaged_file_is_made_anew(kept, text):
    kept.write_text(text)

    passwords = make_accounts()

    assert all(passwords.values())
    assert json.loads(kept.read_text()) == passwords


def test_somebody_elses_account_keeps_its_password():
    person = Person(username="reader", pseudonym="a real person")
    person.set_password("their own")
    person.save()

    with pytest.raises(CommandError, match="belongs to a person of this installation"):
        make_accounts()

    person.refresh_from_db()
    assert person.check_password("their own")

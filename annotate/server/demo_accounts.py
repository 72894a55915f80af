"""The demo's three people, and the file that keeps their passwords."""

import json
import secrets
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError

from annotate.server import private_files
from corpus.actions import set_membership, system_person
from corpus.models import Collection, Membership, Person, Role

COLLECTION = "sco-study"


def make_accounts() -> dict[str, str]:
    """Return the password of each role's account, made a member of the seeds' collection.

    The passwords of the file stay valid from one start to the next, whatever became of them in
    the database. Raise CommandError where such a name belongs to somebody else.
    """
    passwords = _passwords()
    for role, password in passwords.items():
        person = _person(role)
        if not person.check_password(password):
            person.set_password(password)
            person.save()
        _make_member(person, role)
    return passwords


def _passwords() -> dict[str, str]:
    """Return the kept password of each role, or a new one, and keep them."""
    path = Path(settings.DATA_DIR) / "demo-accounts.json"
    kept = _read(path)
    passwords = {role: kept.get(role) or secrets.token_urlsafe(12) for role in Role.values}
    if passwords != kept or path.stat().st_mode & 0o077:
        private_files.keep(path, json.dumps(passwords, indent=2) + "\n")
    return passwords


def _read(path: Path) -> dict[str, str]:
    try:
        kept = json.loads(path.read_text())
    except (FileNotFoundError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _person(role: str) -> Person:
    """Return the role's account, made if it is not there; its pseudonym tells it is ours."""
    ours = f"demo-{role}"
    person = Person.objects.filter(username=role).first() or Person(
        username=role, pseudonym=ours, display_name=f"Demo {role}"
    )
    if person.pseudonym != ours:
        raise CommandError(
            f"The name “{role}” belongs to a person of this installation, whose password the "
            "demo will not change: run the demo on a database of its own."
        )
    return person


def _make_member(person: Person, role: str) -> None:
    collection = Collection.objects.get(slug=COLLECTION)
    if not Membership.objects.filter(collection=collection, user=person, role=role).exists():
        set_membership(collection, person, role, by=system_person())

"""What a curator does to the list of provisions."""

from annotate.models import Provision
from corpus.history import history
from corpus.models import Person
from corpus.refusals import refusals


def save_provision(provision: Provision, *, by: Person) -> None:
    """Save a provision; raise ValidationError where its code is taken or has a slash."""
    provision.clean_fields()
    with refusals(), history(by=by, action="save_provision"):
        provision.save()

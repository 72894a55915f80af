"""The tray: the one quote a person carries to link from, kept over pages and sign-outs."""

from annotate.models import Tag, Tray
from corpus.models import Person


def put_in_tray(tag: Tag, *, by: Person) -> None:
    """Let `by` carry the tag, instead of what was carried before."""
    Tray.objects.update_or_create(person=by, defaults={"tag": tag})


def empty_tray(*, by: Person) -> None:
    """Let `by` carry nothing."""
    Tray.objects.filter(person=by).delete()

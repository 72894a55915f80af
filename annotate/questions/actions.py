"""Keep a question under a name, and let it go."""

from collections.abc import Mapping

from annotate.models import SavedQuestion
from corpus.models import Person
from corpus.refusals import refusals


def save_question(
    name: str, question: str, filters: Mapping[str, str], *, by: Person
) -> SavedQuestion:
    """Keep a question with its filters for `by` alone.

    Raise ValidationError without a name, or where `by` has one of this name already.
    """
    saved = SavedQuestion(
        name=" ".join(name.split()), question=question, filters=dict(filters), created_by=by
    )
    saved.clean_fields(exclude=["created_by"])
    with refusals():
        saved.save()
    return saved


def remove_question(saved: SavedQuestion) -> None:
    """Let a saved question go; what it asks can still be asked."""
    saved.delete()

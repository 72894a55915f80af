"""Keep many claims at once: short names and colours."""

from collections.abc import Iterable
from typing import NamedTuple

from django.core.exceptions import ValidationError

from annotate.models import Claim
from corpus.history import history
from corpus.models import Person
from corpus.refusals import refusals


class Look(NamedTuple):
    """How a claim is to be called and coloured; `claim` was read at its revision."""

    claim: Claim
    label: str
    color: int


def rename_claims(changes: Iterable[Look], *, by: Person, reason: str = "") -> int:
    """Give claims their short names and colours, all or none; return how many changed.

    The meaning stays, so tags do too. Raise StaleRevision where somebody saved one first,
    ValidationError, with the claim's id, where a name or a colour will not do.
    """
    changed = 0
    with refusals(), history(by=by, action="edit_claim", reason=reason.strip()):
        for claim, label, color in changes:
            label = " ".join(label.split())
            if (label, color) == (claim.label, claim.color):
                continue
            claim.label, claim.color = label, color
            _check(claim)
            claim.save(update_fields=["label", "color"])
            changed += 1
    return changed


def _check(claim: Claim) -> None:
    fields = ("label", "color")
    try:
        claim.clean_fields(exclude=[f.name for f in claim._meta.fields if f.name not in fields])
    except ValidationError as error:
        said = [f"{claim.public_id}: {sentence}" for sentence in error.messages]
        raise ValidationError(said) from error

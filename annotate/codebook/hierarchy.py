"""Where a claim hangs in the codebook: below a more general one, above narrower ones."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from annotate.models import Claim, ClaimStatus
from corpus.history import history
from corpus.models import Person
from corpus.refusals import refusals


def hang_below(claim: Claim, broader: Claim, *, by: Person) -> None:
    """Say that `claim` is narrower than `broader`.

    Raise ValidationError where that would be a circle, or where not all who see the one see
    the other; StaleRevision where somebody saved first.
    """
    if broader.home_id not in (None, claim.home_id):
        raise ValidationError(
            _("Not everybody who sees the narrower claim can see the more general one.")
        )
    if ClaimStatus.MERGED in (claim.status, broader.status):
        raise ValidationError(_("This claim has been merged. Choose the one it became."))
    _hang(claim, broader, by=by)


def take_from_below(claim: Claim, other: Claim, *, by: Person) -> None:
    """Say that neither of two claims is narrower than the other; StaleRevision as above."""
    if claim.broader_id == other.pk:
        _hang(claim, None, by=by)
    elif other.broader_id == claim.pk:
        _hang(other, None, by=by)


def _hang(claim: Claim, broader: Claim | None, *, by: Person) -> None:
    claim.broader = broader
    with refusals(), history(by=by, action="edit_claim"):
        claim.save(update_fields=["broader"])

"""What changes the codebook: make, edit, retire, bring back and share a claim."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from annotate.actions.locks import lock_documents
from annotate.actions.second_looks import give_a_second_look
from annotate.guard.propositions import complaint, finished
from annotate.models import Claim, ClaimStatus, Tag
from annotate.models.claim import PALETTE
from corpus.access import may_curate
from corpus.history import history
from corpus.models import Collection, Person
from corpus.models.collection import Access
from corpus.refusals import refusals

EDITABLE = frozenset({"label", "alt_labels", "text", "kind", "scope_note", "broader", "color"})


def create_claim(
    label: str,
    text: str,
    *,
    by: Person,
    collection: Collection,
    kind: str = "",
    scope_note: str = "",
    alt_labels: Iterable[Mapping[str, str]] = (),
) -> Claim:
    """Add a claim to the codebook and return it.

    It is shared by all, or known only in `collection` where that is for members only; active
    when a curator gives its kind, else proposed. Raise ValidationError for a sentence that is
    none, or that says who says it.
    """
    curated = bool(kind) and may_curate(by, collection.pk)
    claim = Claim(
        label=_tidy(label),
        text=_proposition(text),
        kind=kind,
        scope_note=scope_note.strip(),
        alt_labels=[dict(name) for name in alt_labels],
        color=next_color(),
        home=collection if collection.access == Access.MEMBERS else None,
        status=ClaimStatus.ACTIVE if curated else ClaimStatus.PROPOSED,
        created_by=by,
    )
    claim.clean_fields(exclude=["public_id", "home", "created_by"])
    with refusals(), history(by=by, action="create_claim"):
        claim.save()
    claim.refresh_from_db(fields=["public_id"])
    return claim


def edit_claim(
    claim: Claim,
    fields: Mapping[str, Any],
    *,
    by: Person,
    meaning_changed: bool,
    reason: str = "",
) -> int:
    """Change a claim that was read at `claim.revision`; return how many tags turned stale.

    Where the meaning changed the wording's number rises, and its live tags and their links get
    a second look (I12). Saving a proposed claim with its kind accepts it. Raise StaleRevision
    where somebody saved first, ValidationError where a rule refuses.
    """
    if unknown := set(fields) - EDITABLE:
        raise TypeError(f"cannot edit {sorted(unknown)}")
    if claim.status == ClaimStatus.MERGED:
        raise ValidationError(_("This claim was merged into another. Edit that one."))
    for name, value in fields.items():
        setattr(claim, name, value)
    claim.label, claim.text = _tidy(claim.label), _proposition(claim.text)
    claim.clean_fields(exclude=["home", "created_by", "merged_into", "broader"])
    if claim.status == ClaimStatus.PROPOSED and claim.kind:
        claim.status = ClaimStatus.ACTIVE
    with refusals(deferred=True), history(by=by, action="edit_claim", reason=reason):
        if not meaning_changed:
            claim.save()
            return 0
        lock_documents(_documents_of(claim))
        claim.wording += 1
        claim.save()
        tags = Tag.objects.filter(claim=claim)
        said = f"{_('The claim was reworded.')} {reason}".strip()
        return give_a_second_look(tags, reason=said, by=by)


def deprecate_claim(claim: Claim, *, by: Person, reason: str) -> None:
    """Take a claim out of use. Raise ValidationError while live tags use it (I11)."""
    if not reason.strip():
        raise ValidationError(_("Say why the claim is no longer used."))
    if claim.status not in (ClaimStatus.PROPOSED, ClaimStatus.ACTIVE):
        raise ValidationError(_("This claim is no longer in use."))
    claim.status = ClaimStatus.DEPRECATED
    _save_status(claim, by=by, action="deprecate_claim", reason=reason)


def reactivate_claim(claim: Claim, *, by: Person) -> None:
    """Bring a deprecated claim back into use."""
    if claim.status != ClaimStatus.DEPRECATED:
        return
    claim.status = ClaimStatus.ACTIVE if claim.kind else ClaimStatus.PROPOSED
    _save_status(claim, by=by, action="reactivate_claim")


def share_claim(claim: Claim, *, by: Person) -> None:
    """Share a claim of one collection with the whole installation; that is not taken back."""
    claim.home = None
    with refusals(), history(by=by, action="share_claim"):
        claim.save(update_fields=["home"])


def add_alt_label(claim: Claim, text: str, language: str, *, by: Person) -> None:
    """Give a claim a short name in another language; one it has already stays as it is."""
    name = {"text": _tidy(text), "language": language.strip()}
    if not all(name.values()):
        raise ValidationError(_("Give the name and its language, such as zh."))
    if name not in claim.alt_labels:
        edit_claim(claim, {"alt_labels": [*claim.alt_labels, name]}, by=by, meaning_changed=False)


def next_color() -> int:
    """Return the palette number that follows the one of the newest claim."""
    newest = Claim.objects.order_by("-pk").values_list("color", flat=True).first()
    return (newest or 0) % PALETTE + 1


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _proposition(text: str) -> str:
    if wrong := complaint(text):
        raise ValidationError({"text": ValidationError(wrong, code="not_a_proposition")})
    return finished(text)


def _save_status(claim: Claim, *, by: Person, action: str, reason: str = "") -> None:
    with refusals(), history(by=by, action=action, reason=reason.strip()):
        claim.save(update_fields=["status"])


def _documents_of(claim: Claim) -> QuerySet[Tag, int]:
    """Return the ids of the documents in which live tags use the claim."""
    live = Tag.objects.live().filter(claim=claim).order_by()
    return live.values_list("passage__text_version__document", flat=True).distinct()

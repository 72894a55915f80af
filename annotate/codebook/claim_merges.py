"""Merge a claim into another, and take the two apart again.

A merge is an edge; `merging` says how all that follows is computed from the edges. Tags move in
every collection, those included that the curator cannot see, as a new wording of a shared claim
concerns them all; what is shown of a merge is only what its reader may see.
"""

from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from annotate.actions.locks import lock_documents
from annotate.codebook.claim_splits import drop_split_of
from annotate.codebook.merged_claims import settle_claims
from annotate.codebook.merged_tags import settle_tags
from annotate.codebook.merging import as_coded, begin, make, undo
from annotate.models import Claim, ClaimMerge, ClaimStatus, Tag
from annotate.models.claim import OPEN_CLAIM
from corpus.history import history
from corpus.models import Person
from corpus.refusals import refusals
from corpus.revisions import StaleRevision

MERGEABLE = (*OPEN_CLAIM, ClaimStatus.DEPRECATED)


def merge_claims(source: Claim, target: Claim, *, by: Person, reason: str) -> ClaimMerge:
    """Let `source` become part of `target`: its tags count there, and it leads there for ever.

    Both were read at their `revision`s, as claims `by` keeps. Where the source is being split,
    that is given up. Raise StaleRevision where somebody saved first, ValidationError where a
    rule refuses.
    """
    merge = ClaimMerge(source=source, target=target, reason=reason.strip(), created_by=by)
    with refusals(deferred=True), history(by=by, action="merge_claims", reason=merge.reason):
        act = begin(merge)
        lock_documents(_documents_of(Tag.objects.filter(claim=source)))
        _refuse_closed(*_locked(source, target))
        act = make(act)
        drop_split_of(merge)
        settle_tags(act, _tags_of(act.ends, act.turned))
        settle_claims(act)
    return merge


def undo_merge(merge: ClaimMerge, *, by: Person, reason: str = "") -> None:
    """Take two claims apart again: all becomes what it would be without the merge.

    What somebody has changed since stays as they left it. Raise ValidationError where it was
    undone already.
    """
    with refusals(deferred=True), history(by=by, action="undo_merge", reason=reason.strip()):
        act = begin(merge)
        lock_documents(_documents_of(_tags_of(act.ends, act.turned)))
        list(Claim.objects.filter(pk__in=act.turned | act.ends).order_by("pk").select_for_update())
        act, source = undo(act, by), Claim.objects.get(pk=merge.source_id)
        settle_claims(act)
        settle_tags(act, _tags_of(act.ends, act.turned))
        _close_again(source)


def _tags_of(ends: set[int], turned: set[int]) -> QuerySet[Tag]:
    """Return the tags that count for another claim now, and those on the same passages."""
    tags = Tag.objects.filter(claim__in=ends)
    moving = tags.filter(claim_when_tagged__in=turned).order_by().values("passage")
    return tags.filter(passage__in=moving)


def _documents_of(tags: QuerySet[Tag]) -> QuerySet[Tag, int]:
    return tags.order_by().values_list("passage__text_version__document", flat=True).distinct()


def _locked(source: Claim, target: Claim) -> tuple[Claim, Claim]:
    """Lock the claims, and what hangs on the source, by id; return the two as they are now.

    Raise StaleRevision where somebody saved one after it was read.
    """
    keys = (source.pk, target.pk)
    hanging = Q(pk__in=keys) | Q(broader=source) | Q(merged_into=source)
    rows = Claim.objects.filter(hanging).order_by("pk").select_for_update(of=("self",))
    stored = {claim.pk: claim for claim in rows}
    for claim in (source, target):
        if stored[claim.pk].revision != claim.revision:
            raise StaleRevision(stored[claim.pk])
    return stored[source.pk], stored[target.pk]


def _refuse_closed(source: Claim, target: Claim) -> None:
    if source.status not in MERGEABLE:
        raise ValidationError(_("This claim has already been merged or split."), "source_is_closed")
    if target.status not in OPEN_CLAIM:
        raise ValidationError(
            _("That claim takes no more tags. Choose another one."), "target_is_closed"
        )


def _close_again(merged: Claim) -> None:
    """Take a claim out of use again that was so before it was merged, unless a tag needs it."""
    status = as_coded(merged, ["status"])["status"]
    if status not in OPEN_CLAIM and not Tag.objects.live().filter(claim=merged).exists():
        Claim.objects.filter(pk=merged.pk).update(status=status, revision=F("revision") + 1)

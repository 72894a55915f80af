"""Merge a claim into another, and take the two apart again.

What points to a claim is handled by one function for each foreign key, in `HANDLED`; a test
lists the foreign keys and fails when one is missing there. Tags move in every collection, those
included that the curator cannot see, as a new wording of a shared claim concerns them all; what
is shown of a merge is only what its reader may see.
"""

from collections.abc import Callable, Iterable

from django.contrib.postgres.functions import TransactionNow
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from annotate.actions.locks import lock_documents
from annotate.codebook.claim_splits import drop_split_of
from annotate.codebook.merged_names import names_brought, names_to_add, names_without, way_from
from annotate.codebook.merged_places import Row, hang_all, rehung_by, rehung_without
from annotate.codebook.moved_tags import move_tags, move_tags_back
from annotate.models import Claim, ClaimMerge, ClaimStatus, Tag
from annotate.models.claim import OPEN_CLAIM
from corpus.history import history
from corpus.models import Person
from corpus.refusals import refusals
from corpus.revisions import StaleRevision

MERGEABLE = (*OPEN_CLAIM, ClaimStatus.DEPRECATED)


def merge_claims(source: Claim, target: Claim, *, by: Person, reason: str) -> ClaimMerge:
    """Let `source` become part of `target`: its tags move there, and it leads there for ever.

    Both were read at their `revision`s, as claims `by` keeps. Where the source is being split,
    that is given up. Raise StaleRevision where somebody saved first, ValidationError where a
    rule refuses.
    """
    reason = reason.strip()
    with refusals(deferred=True), history(by=by, action="merge_claims", reason=reason):
        _wait_for_other_merges()
        lock_documents(_documents_of(Tag.objects.filter(claim=source)))
        source, target = _locked(source, target)
        _refuse_closed(source, target)
        merge = ClaimMerge(
            source=source,
            target=target,
            reason=reason,
            status_before=source.status,
            names_added=names_brought(source, target),
            rehung=rehung_by(source, target),
            created_by=by,
        )
        merge.clean_fields(exclude=["source", "target", "created_by"])
        added = names_to_add(source, target)
        merge.save()
        for handle in HANDLED.values():
            handle(merge)
        _change(target.pk, alt_labels=[*target.alt_labels, *added])
        _change(source.pk, status=ClaimStatus.MERGED, merged_into=target)
    return ClaimMerge.objects.select_related("source", "target").get(pk=merge.pk)


def undo_merge(merge: ClaimMerge, *, by: Person, reason: str = "") -> None:
    """Take two claims apart again: what the merge moved goes back, and nothing else.

    What somebody has changed since stays as they left it. Raise ValidationError where it was
    undone already.
    """
    with refusals(deferred=True), history(by=by, action="undo_merge", reason=reason.strip()):
        _wait_for_other_merges()
        lock_documents(_documents_of(Tag.objects.filter(moves__merge=merge)))
        merge = ClaimMerge.objects.select_related("source", "target").get(pk=merge.pk)
        if merge.undone_at is not None:
            raise ValidationError(_("These two were taken apart already."), "merge_undone")
        rehung, became = rehung_without(merge), _became(merge.source_id)
        targets = (step.target_id for step in way_from(merge))
        _lock({merge.source_id, *became, *targets, *(row[0] for row in rehung)})
        names = names_without(merge)
        _undo(merge, rehung, by)
        _change(merge.source_id, status=_open_status(merge), merged_into=None)
        for claim in became:
            _change(claim, merged_into=merge.source)
        for claim, labels in names.items():
            _change(claim, alt_labels=labels)
        hang_all(rehung, lambda key, new: _change(key, broader_id=new))
        merge = ClaimMerge.objects.select_related("source", "undone_by").get(pk=merge.pk)
        move_tags_back(merge)
        _close_again(merge)


def _documents_of(tags: QuerySet[Tag]) -> QuerySet[Tag, int]:
    return tags.order_by().values_list("passage__text_version__document", flat=True).distinct()


def _wait_for_other_merges() -> None:
    """Let one person at a time merge or take apart: what one undoes rests on what stands."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('annotate_claimmerge'))")


def _lock(keys: Iterable[int]) -> None:
    list(Claim.objects.filter(pk__in=[*keys]).order_by("pk").select_for_update(of=("self",)))


def _became(key: int) -> list[int]:
    """Return the claims that merges which stand lead to this one, at any remove."""
    sources = dict[int, list[int]]()
    for source, target in ClaimMerge.objects.standing().values_list("source", "target"):
        sources.setdefault(target, []).append(source)
    found = [key]
    for claim in found:
        found.extend(sources.get(claim, []))
    return sorted(found[1:])


def _locked(source: Claim, target: Claim) -> tuple[Claim, Claim]:
    """Lock the claims, and what hangs on the source, by id; return the two as they stand.

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
        raise ValidationError(_("This claim became something else already."), "source_is_closed")
    if target.status not in OPEN_CLAIM:
        raise ValidationError(
            _("That claim takes no more tags. Choose another one."), "target_is_closed"
        )


def _hang_elsewhere(merge: ClaimMerge) -> None:
    for key, _old, new, _chosen in merge.rehung:
        _change(key, broader_id=new)


def _flatten(merge: ClaimMerge) -> None:
    """Lead what became the source on to the target."""
    for claim in Claim.objects.filter(merged_into=merge.source).order_by("pk"):
        _change(claim.pk, merged_into=merge.target)


def _leave(merge: ClaimMerge) -> None:
    """Leave what is a record of its own: it is asked for by the target's page, too."""


HANDLED: dict[str, Callable[[ClaimMerge], None]] = {
    "annotate.Tag.claim": move_tags,
    "annotate.Claim.broader": _hang_elsewhere,
    "annotate.Claim.merged_into": _flatten,
    "annotate.Remark.claim": _leave,
    "annotate.ClaimPair.first": _leave,
    "annotate.ClaimPair.second": _leave,
    "annotate.ClaimMerge.source": _leave,
    "annotate.ClaimMerge.target": _leave,
    "annotate.BriefItem.claim": _leave,  # a brief follows its claim to what it became
    "annotate.MovedTag.origin": _leave,
    "annotate.ClaimSplit.source": drop_split_of,
    "annotate.SplitPart.claim": _leave,  # the tags go to what it became when the split is closed
}


def _change(key: int, **fields: object) -> None:
    """Change a claim, which is locked, at whatever revision it stands."""
    claim = Claim.objects.get(pk=key)
    changed = {name: value for name, value in fields.items() if getattr(claim, name) != value}
    for name, value in changed.items():
        setattr(claim, name, value)
    if changed:
        claim.save(update_fields=[name.removesuffix("_id") for name in changed])


def _undo(merge: ClaimMerge, rehung: list[Row], by: Person) -> None:
    """Say that the merge is undone now, and what that hangs elsewhere."""
    standing = ClaimMerge.objects.standing().filter(pk=merge.pk)
    rows = [*merge.rehung, *rehung]
    standing.update(undone_by=by, undone_at=TransactionNow(), rehung=rows)


def _open_status(merge: ClaimMerge) -> str:
    """Return the status in which the source can take its tags back."""
    if merge.status_before in OPEN_CLAIM:
        return merge.status_before
    return ClaimStatus.ACTIVE if merge.source.kind else ClaimStatus.PROPOSED


def _close_again(merge: ClaimMerge) -> None:
    """Take the source out of use again where it was before, and no tag stands on it."""
    in_use = Tag.objects.live().filter(claim=merge.source_id)
    if merge.status_before not in OPEN_CLAIM and not in_use.exists():
        _change(merge.source_id, status=merge.status_before)

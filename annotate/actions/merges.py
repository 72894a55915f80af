"""Merge a claim into another, and take the two apart again.

What points to a claim is handled by one function for each foreign key, in `HANDLED`; a test
lists the foreign keys and fails when one is missing there. Tags move in every collection, those
included that the curator cannot see, as a new wording of a shared claim concerns them all; what
is shown of a merge is only what its reader may see.
"""

from collections.abc import Callable

from django.contrib.postgres.functions import TransactionNow
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from annotate.actions.locks import lock_documents
from annotate.actions.moved_tags import move_tags, move_tags_back
from annotate.models import Claim, ClaimMerge, ClaimStatus, Tag
from annotate.models.claim import OPEN_CLAIM
from corpus.history import history
from corpus.models import Person
from corpus.refusals import refusals
from corpus.revisions import StaleRevision

MERGEABLE = (*OPEN_CLAIM, ClaimStatus.DEPRECATED)
UNDETERMINED = "und"  # the language of a short name, which is not recorded (BCP 47)

type Name = dict[str, str]


def merge_claims(source: Claim, target: Claim, *, by: Person, reason: str) -> ClaimMerge:
    """Let `source` become part of `target`: its tags move there, and it leads there for ever.

    Both were read at their `revision`s, as claims `by` keeps. Raise StaleRevision where
    somebody saved first, ValidationError where a rule refuses.
    """
    reason = reason.strip()
    with refusals(deferred=True), history(by=by, action="merge_claims", reason=reason):
        lock_documents(_documents_of(Tag.objects.filter(claim=source)))
        source, target = _locked(source, target)
        _refuse_closed(source, target)
        merge = ClaimMerge(
            source=source,
            target=target,
            reason=reason,
            status_before=source.status,
            names_added=names_to_add(source, target),
            rehung=_places(source, target),
            created_by=by,
        )
        merge.clean_fields(exclude=["source", "target", "created_by"])
        merge.save()
        for handle in HANDLED.values():
            handle(merge)
        _change(target.pk, alt_labels=[*target.alt_labels, *merge.names_added])
        _change(source.pk, status=ClaimStatus.MERGED, merged_into=target)
    return ClaimMerge.objects.select_related("source", "target").get(pk=merge.pk)


def undo_merge(merge: ClaimMerge, *, by: Person, reason: str = "") -> None:
    """Take two claims apart again: what the merge moved goes back, and nothing else.

    What somebody has changed since stays as they left it. Raise ValidationError where it was
    undone already.
    """
    with refusals(deferred=True), history(by=by, action="undo_merge", reason=reason.strip()):
        lock_documents(_documents_of(Tag.objects.filter(moves__merge=merge)))
        source = Claim.objects.select_for_update().get(pk=merge.source_id)
        if not _undo(merge, by) or source.merged_into_id is None:
            raise ValidationError(_("These two were taken apart already."), "merge_undone")
        end = Claim.objects.select_for_update().get(pk=source.merged_into_id)
        _change(source.pk, status=_open_status(source, merge), merged_into=None)
        for earlier in ClaimMerge.objects.standing().filter(target=source):
            _change(earlier.source_id, merged_into=source)
        for claim in {merge.target_id, end.pk}:
            _take_names_back(claim, merge.names_added)
        _hang_back(merge)
        merge = ClaimMerge.objects.select_related("source", "undone_by").get(pk=merge.pk)
        move_tags_back(merge, end)
        _close_again(merge)


def names_to_add(source: Claim, target: Claim) -> list[Name]:
    """Return the names by which the target is found from now on.

    There are none where only a collection knows them and the target is everybody's.
    """
    if source.home_id != target.home_id:
        return []
    known = {target.label.casefold(), *(name["text"].casefold() for name in target.alt_labels)}
    names: list[Name] = []
    for name in ({"text": source.label, "language": UNDETERMINED}, *source.alt_labels):
        if name["text"].casefold() not in known:
            known.add(name["text"].casefold())
            names.append(name)
    return names


def above(claim: Claim) -> list[int]:
    """Return the ids of what a claim is narrower than, the nearest first."""
    found: list[int] = []
    step = claim.broader_id
    while step is not None and step not in found:
        found.append(step)
        step = Claim.objects.values_list("broader", flat=True).get(pk=step)
    return found


def _documents_of(tags: QuerySet[Tag]) -> QuerySet[Tag, int]:
    return tags.order_by().values_list("passage__text_version__document", flat=True).distinct()


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
            _("That claim takes no tags any more. Choose another one."), "target_is_closed"
        )


def _places(source: Claim, target: Claim) -> list[list[int | None]]:
    """Return which claims hang elsewhere after the merge, without making a circle: id, old, new."""
    up = {target.pk, *above(target)}
    children = Claim.objects.filter(broader=source).order_by("pk").values_list("pk", flat=True)
    places: list[list[int | None]] = [
        [child, source.pk, source.broader_id if child in up else target.pk] for child in children
    ]
    apart = target.pk not in above(source)
    if target.broader_id is None and source.broader_id is not None and apart:
        places.append([target.pk, None, source.broader_id])
    return places


def _hang_elsewhere(merge: ClaimMerge) -> None:
    for key, _old, new in merge.rehung:
        _change(key, broader_id=new)


def _hang_back(merge: ClaimMerge) -> None:
    """Hang claims where they were, unless somebody has hung them elsewhere since."""
    for key, old, new in reversed(merge.rehung):
        claim = Claim.objects.get(pk=key)
        place = Claim.objects.filter(pk=old).first()
        if claim.broader_id == new and not (place and key in {place.pk, *above(place)}):
            _change(key, broader_id=old)


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
    "annotate.ClaimSplit.source": _leave,
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


def _undo(merge: ClaimMerge, by: Person) -> bool:
    """Say that the merge is undone now; return whether it was not before."""
    standing = ClaimMerge.objects.standing().filter(pk=merge.pk)
    return bool(standing.update(undone_by=by, undone_at=TransactionNow()))


def _open_status(source: Claim, merge: ClaimMerge) -> str:
    """Return the status in which the source can take its tags back."""
    if merge.status_before in OPEN_CLAIM:
        return merge.status_before
    return ClaimStatus.ACTIVE if source.kind else ClaimStatus.PROPOSED


def _close_again(merge: ClaimMerge) -> None:
    """Take the source out of use again where it was before, and no tag stands on it."""
    in_use = Tag.objects.live().filter(claim=merge.source_id)
    if merge.status_before not in OPEN_CLAIM and not in_use.exists():
        _change(merge.source_id, status=merge.status_before)


def _take_names_back(key: int, names: list[Name]) -> None:
    labels = Claim.objects.values_list("alt_labels", flat=True).get(pk=key)
    _change(key, alt_labels=[name for name in labels if name not in names])

"""Split a claim: open the desk, say which part a tag belongs to, and close it."""

from collections.abc import Iterable, Iterator

from django.contrib.postgres.functions import TransactionNow
from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.translation import gettext as _

from annotate.actions.claims import next_color
from annotate.actions.locks import lock_documents
from annotate.actions.second_looks import give_a_second_look
from annotate.actions.stale_links import lock_with_linked_tags, stale_broken_corroborations
from annotate.codebook.merged_tags import twins_of
from annotate.guard.propositions import complaint, finished
from annotate.models import (
    Claim,
    ClaimMerge,
    ClaimSplit,
    ClaimStatus,
    SplitChoice,
    SplitPart,
    Tag,
)
from annotate.models.claim import OPEN_CLAIM
from annotate.models.split import PARTS
from corpus.history import history
from corpus.models import Person
from corpus.refusals import refusals

PARTS_AT_LEAST = 2
type Part = Claim | tuple[str, str]


def open_split(source: Claim, parts: Iterable[Part], *, by: Person, reason: str) -> ClaimSplit:
    """Begin to split a claim into parts: claims, or the short names and sentences of new ones.

    Its tags go on counting under it until the split is closed. Raise ValidationError where a
    rule refuses.
    """
    parts = list(parts)
    if not PARTS_AT_LEAST <= len(parts) <= PARTS:
        raise ValidationError(_("Split a claim into at least two and at most nine."))
    with refusals(), history(by=by, action="open_split", reason=reason.strip()):
        source = Claim.objects.select_for_update(no_key=True).get(pk=source.pk)
        if source.status not in OPEN_CLAIM:
            raise ValidationError(_("This claim no longer takes tags."))
        split = ClaimSplit(source=source, reason=reason.strip(), created_by=by)
        split.clean_fields(exclude=["source", "created_by"])
        split.save()
        for number, part in enumerate(parts, start=1):
            claim = part if isinstance(part, Claim) else _new_claim(source, *part, by=by)
            SplitPart.objects.create(split=split, claim=claim, number=number)
    return split


def choose_part(tag: Tag, part: SplitPart, *, by: Person) -> None:
    """Say which part a tag belongs to; the last word counts, when the split is closed.

    Raise ValidationError where the tag is not `by`'s to decide, or the split is closed.
    """
    with refusals(), history(by=by, action="choose_part"):
        SplitChoice.objects.update_or_create(
            split_id=part.split_id,
            tag=tag,
            defaults={"part": part, "created_by": by},
        )


def drop_split(split: ClaimSplit, *, by: Person) -> None:
    """Give a split up: the claim stays what it was, and so do its tags."""
    with refusals(), history(by=by, action="drop_split"):
        _close(split, by, is_dropped=True)


def drop_split_of(merge: ClaimMerge) -> None:
    """Give up the split of a claim that becomes another one, inside that act."""
    ClaimSplit.objects.open().filter(source=merge.source_id).update(
        closed_by=merge.created_by, closed_at=TransactionNow(), is_dropped=True
    )


def close_split(split: ClaimSplit, *, by: Person) -> int:
    """Move the tags to their parts and close the claim; return how many need a second look.

    Those are the live tags for which nobody has chosen. Raise ValidationError where somebody
    closed it first, or the claim became another one meanwhile.
    """
    source = split.source
    with (
        refusals(deferred=True),
        history(by=by, action="close_split", reason=split.reason),
    ):
        lock_documents(_documents_of(source))
        source = Claim.objects.select_for_update().get(pk=source.pk)
        if source.status not in OPEN_CLAIM:
            raise ValidationError(_("This claim has already been merged or split."))
        _close(split, by)
        moved = [tag for part, tags in _chosen(split, source) for tag in _move(tags, part)]
        stale_broken_corroborations(*Tag.objects.filter(pk__in=moved), by=by)
        said = _("The claim was split. Choose the claim that fits.")
        left = give_a_second_look(Tag.objects.filter(claim=source), reason=said, by=by)
        source.status = ClaimStatus.SPLIT
        source.save(update_fields=["status"])
    return left


def _close(split: ClaimSplit, by: Person, *, is_dropped: bool = False) -> None:
    standing = ClaimSplit.objects.open().filter(pk=split.pk)
    closed = standing.update(closed_by=by, closed_at=TransactionNow(), is_dropped=is_dropped)
    if not closed:
        raise ValidationError(_("This split has already been closed."), "split_is_closed")


def _documents_of(source: Claim) -> set[int]:
    tags = Tag.objects.filter(claim=source).order_by()
    return set(tags.values_list("passage__text_version__document", flat=True))


def _chosen(split: ClaimSplit, source: Claim) -> Iterator[tuple[Claim, list[Tag]]]:
    """Yield each part with the tags still on the claim for which it is chosen."""
    for part in split.parts.select_related("claim__merged_into"):
        choices = part.choices.filter(tag__claim=source).order_by("tag").select_related("tag")
        if source not in (part.claim, part.claim.merged_into):
            yield part.claim, [choice.tag for choice in choices]


def _move(tags: list[Tag], part: Claim) -> list[int]:
    """Code tags to a part, so that they count for what it became; return those moved.

    A tag stays, and so gets its second look, where its author has tagged the same words with
    the part already, or where the part takes no tags any more.
    """
    claim = part.merged_into or part
    if claim.status not in OPEN_CLAIM:
        return []
    lock_with_linked_tags(*tags)
    twins = twins_of(tags, claim)
    moved = [tag.pk for tag in tags if tag.pk not in twins]
    Tag.objects.filter(pk__in=moved).update(
        claim=claim,
        claim_wording=claim.wording,
        claim_when_tagged=part,
        wording_when_tagged=part.wording,
        revision=F("revision") + 1,
    )
    return moved


def _new_claim(source: Claim, label: str, text: str, *, by: Person) -> Claim:
    """Make a part that is new: as the whole in kind and home, and narrower than what it is."""
    if wrong := complaint(text):
        raise ValidationError(wrong, code="not_a_proposition")
    claim = Claim(
        label=" ".join(label.split()),
        text=finished(text),
        kind=source.kind,
        home=source.home,
        broader_id=source.broader_id,
        color=next_color(),
        status=ClaimStatus.ACTIVE if source.kind else ClaimStatus.PROPOSED,
        created_by=by,
    )
    claim.clean_fields(exclude=["public_id", "home", "broader", "created_by"])
    claim.save()
    return claim

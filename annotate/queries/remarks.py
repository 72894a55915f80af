"""Reading what was said of a tag, link, claim or document."""

from dataclasses import dataclass

from django.db.models import FETCH_RAISE
from django.urls import reverse

from annotate.access import may_settle
from annotate.models import Claim, Link, Remark, RemarkKind, Tag
from annotate.models.remark import Target, noun_of
from corpus.access import Reader


@dataclass(frozen=True)
class SeenRemark:
    """A remark, and whether the reader may settle it."""

    remark: Remark
    may_settle: bool


@dataclass(frozen=True)
class Remarks:
    """All that was said of one target: who agrees, and the rest in the order it was said."""

    target: Target
    noun: str
    agreed: list[Remark]
    said: list[SeenRemark]
    may_agree: bool

    @property
    def disputed(self) -> bool:
        """Whether an objection is unanswered."""
        return any(
            seen.remark.kind == RemarkKind.DISAGREE and seen.remark.answered_at is None
            for seen in self.said
        )

    @property
    def name(self) -> str:
        """The id of the part of a page that shows these remarks."""
        return f"remarks-{self.noun}-{self.target.pk}"

    @property
    def address(self) -> str:
        """Where a further remark is sent."""
        target = self.target
        if isinstance(target, Claim):
            return reverse("remark_on_claim", kwargs={"public_id": target.public_id})
        return reverse(f"remark_on_{self.noun}", kwargs={f"{self.noun}_id": target.pk})


def remarks_on(target: Target, reader: Reader) -> Remarks:
    """Return what was said of `target`, which was fetched as one `reader` may see."""
    noun = noun_of(target)
    remarks = list(
        Remark.objects.filter(**{noun: target})
        .select_related("created_by", "answered_by")
        .order_by("pk")
        .fetch_mode(FETCH_RAISE)
    )
    agreed = [remark for remark in remarks if remark.kind == RemarkKind.AGREE]
    others = [remark for remark in remarks if remark.kind != RemarkKind.AGREE]
    settles = bool(others) and may_settle(reader, target)
    return Remarks(
        target=target,
        noun=noun,
        agreed=agreed,
        said=[_seen(remark, reader, settles=settles) for remark in others],
        may_agree=isinstance(target, Tag | Link)
        and target.created_by_id != reader.pk
        and all(remark.created_by_id != reader.pk for remark in agreed),
    )


def _seen(remark: Remark, reader: Reader, *, settles: bool) -> SeenRemark:
    awaits = remark.answered_at is None and remark.kind != RemarkKind.NOTE
    return SeenRemark(remark, awaits and (settles or remark.created_by_id == reader.pk))

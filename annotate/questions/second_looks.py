"""What needs a second look: quotes and claims."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.models import Claim, ClaimSplit, Tag, TagStatus
from annotate.queries.disputes import disputed
from annotate.queries.tag_lines import line_of, tags_to_list
from annotate.questions.asking import Answer, Place, Stage
from annotate.questions.source_counts import answer_on
from annotate.questions.words import short

QUOTES, CLAIMS = gettext_lazy("Quotes"), gettext_lazy("Claims that are being split")


class TagsToLookAt(Stage[Tag]):
    """The tags that do not count until somebody looks again: something changed, or a dispute."""

    def rows(self) -> QuerySet[Tag]:
        """Return the tags."""
        seen = self.asked.seen.readable_tags()
        doubted = disputed(seen.counting()).values("pk")
        keys = seen.filter(Q(status=TagStatus.STALE) | Q(pk__in=doubted)).values("pk")
        return tags_to_list(self.asked.reader).filter(pk__in=keys)

    def answers(self, rows: Sequence[Tag]) -> dict[int, Answer]:
        """Return every one of them."""
        return {tag.pk: _answer(tag) for tag in rows}


class ClaimsBeingSplit(Stage[Claim]):
    """The claims whose tags are being sorted into the parts of a split."""

    def rows(self) -> QuerySet[Claim]:
        """Return the claims."""
        splits = ClaimSplit.objects.open().visible_to(self.asked.reader)
        claims = Claim.objects.visible_to(self.asked.reader).filter(pk__in=splits.values("source"))
        if self.asked.collection:
            tags = self.asked.seen.readable_tags().live()
            claims = claims.filter(pk__in=tags.order_by().values("claim"))
        return claims

    def answers(self, rows: Sequence[Claim]) -> dict[int, Answer]:
        """Return every one of them, with the reason of its split."""
        splits = ClaimSplit.objects.open().filter(source__in=[claim.pk for claim in rows])
        reasons = dict(splits.values_list("source", "reason"))
        return {
            claim.pk: answer_on(
                claim,
                None,
                [_("It is being split: %(reason)s") % {"reason": reasons[claim.pk]}],
                group=CLAIMS,
            )
            for claim in rows
            if claim.pk in reasons
        }


def _answer(tag: Tag) -> Answer:
    line = line_of(tag)
    return Answer(
        kind="tag",
        key=str(tag.pk),
        title=line.sentence,
        text=short(tag.quote),
        url=reverse("show_tag", args=[tag.pk]),
        why=(_why(tag, is_lost=line.is_lost),),
        places=(Place(tag.claim.label, reverse("show_claim", args=[tag.claim.public_id])),),
        group=QUOTES,
        color=tag.claim.color,
    )


def _why(tag: Tag, *, is_lost: bool) -> str:
    if is_lost:
        return _("Its words were not found in the current text.")
    if tag.status == TagStatus.STALE:
        return tag.stale_reason or _("Something it rests on was changed.")
    return _("People read it differently: somebody objects, or reads the same words otherwise.")

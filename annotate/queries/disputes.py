"""Tags that people read in different ways."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from annotate.models import LIVE, Remark, RemarkKind, Tag

NOBODY = 0  # no agent has this id


def disputed(tags: QuerySet[Tag]) -> QuerySet[Tag]:
    """Keep the tags that are objected to, or that somebody else read otherwise.

    Read otherwise: a live tag of another person on the same words and claim has another stance,
    voice or holder. An objection counts until it is answered.
    """
    objections = Remark.objects.filter(
        tag=OuterRef("pk"), kind=RemarkKind.DISAGREE, answered_at__isnull=True
    )
    others = (
        Tag.objects.filter(
            passage=OuterRef("passage"),
            start=OuterRef("start"),
            end=OuterRef("end"),
            claim=OuterRef("claim"),
            status__in=LIVE,
        )
        .exclude(created_by=OuterRef("created_by"))
        .annotate(holder=Coalesce("held_by_id", Value(NOBODY)))
        .exclude(
            stance=OuterRef("stance"),
            asserted_by=OuterRef("asserted_by"),
            holder=OuterRef("holder"),
        )
    )
    return tags.annotate(holder=Coalesce("held_by_id", Value(NOBODY))).filter(
        Q(Exists(objections)) | Q(Exists(others))
    )

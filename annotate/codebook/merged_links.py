"""What befalls links when two agents turn out to be one, or are taken apart again.

What no longer corroborates turns stale, which is recorded with the revision of the link: it
comes back when an undo lets it corroborate again and nobody has touched it since.
"""

from collections.abc import Iterable

import pghistory
from django.db.models import Q

from annotate.actions.stale_links import (
    revive_links_of,
    stale_broken_corroborations,
    stale_links_of,
)
from annotate.models import AgentMerge, AgentMergeRow, Link, LinkStatus, Relation, Tag
from annotate.models.bearing import corroborate
from annotate.models.link import LinkQuerySet
from corpus.models import Person

PLACE = "annotate.Link"


def stale_links(merge: AgentMerge, fallen: Iterable[Tag], changed: Iterable[Tag]) -> None:
    """Turn stale the links of tags that have fallen, and what corroborates no longer."""
    by, tags = _actor(merge), list(changed)
    stale_links_of(*fallen, by=by)
    live = _corroborations(tags).live()
    before = list(live.values_list("pk", flat=True))
    stale_broken_corroborations(*tags, by=by)
    _record(merge, before)


def revive_links(merge: AgentMerge, risen: Iterable[Tag], changed: Iterable[Tag]) -> None:
    """Bring back the links of tags that stand again, and what corroborates again."""
    by, risen = _actor(merge), list(risen)
    waiting = _corroborations(risen).filter(status=LinkStatus.STALE, staled_by__in=risen)
    before = list(waiting.values_list("pk", flat=True))
    revive_links_of(*risen, by=by)
    _record(merge, before)
    _revive_corroborations(list(changed), by)


def _record(merge: AgentMerge, links: list[int]) -> None:
    """Record which of the links do not stand because they do not corroborate."""
    fallen = Link.objects.filter(pk__in=links, status=LinkStatus.STALE, staled_by=None)
    AgentMergeRow.objects.bulk_create(
        AgentMergeRow(
            merge=merge,
            place=PLACE,
            row=link.pk,
            before={"status": link.status_before},
            after={"status": link.status, "revision": link.revision},
        )
        for link in fallen.order_by("pk")
    )


def _revive_corroborations(tags: list[Tag], by: Person) -> None:
    waiting = _corroborations(tags).filter(status=LinkStatus.STALE, staled_by=None)
    list(waiting.order_by("pk").select_for_update(no_key=True).values_list("pk"))
    rows = AgentMergeRow.objects.filter(place=PLACE, row__in=waiting.values("pk"))
    untouched = {(row.row, row.after["revision"]) for row in rows}
    with pghistory.context(by=by.pk):
        for link in waiting.select_related("from_tag", "to_tag").order_by("pk"):
            if (link.pk, link.revision) in untouched and _may_stand(link):
                link.status = link.status_before or LinkStatus.SUBMITTED
                link.status_before = ""
                link.save(update_fields=["status", "status_before"])


def _may_stand(link: Link) -> bool:
    twins = Link.objects.live().filter(
        from_tag=link.from_tag, to_tag=link.to_tag, relation=link.relation
    )
    stand = link.from_tag.is_live and link.to_tag.is_live
    return stand and corroborate(link.from_tag, link.to_tag) and not twins.exists()


def _corroborations(tags: list[Tag]) -> LinkQuerySet:
    ends = Q(from_tag__in=tags) | Q(to_tag__in=tags)
    return Link.objects.filter(ends, relation=Relation.CORROBORATES)


def _actor(merge: AgentMerge) -> Person:
    return merge.undone_by or merge.created_by

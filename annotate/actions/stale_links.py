"""What happens to links when their tags change (I15, I16); called inside the tag's own act.

Order of locks: `lock_with_linked_tags` before the tag is saved, one of the others after it.
All of them run in the caller's transaction and name `by` in the history.
"""

import pghistory
from django.db.models import F, Q

from annotate.models import Link, LinkStatus, Relation, Tag
from annotate.models.bearing import corroborate
from annotate.models.link import LIVE_LINK, LinkQuerySet
from corpus.models import Person


def lock_with_linked_tags(*tags: Tag) -> None:
    """Lock the tags and all that are linked to them, by id, until the transaction ends.

    Two people who withdraw both ends of a link would otherwise wait for each other.
    """
    linked = _links_at(*tags).values_list("from_tag_id", "to_tag_id")
    wanted = {tag.pk for tag in tags}.union(*linked)
    list(
        Tag.objects.filter(pk__in=wanted)
        .order_by("pk")
        .select_for_update(no_key=True)
        .values_list("pk")
    )


def stale_links_of(*tags: Tag, by: Person) -> int:
    """Turn the live links of tags that no longer stand stale; return how many (I16).

    Each remembers which tag's fall it was, so that undoing that very fall revives it; what an
    earlier fall of the same tags left stale is forgotten by them.
    """
    links = _locked(_links_at(*tags))
    with pghistory.context(by=by.pk):
        links.filter(status=LinkStatus.STALE, staled_by__in=tags).update(
            staled_by=None, revision=F("revision") + 1
        )
        return sum(
            links.filter(**{f"{end}__in": tags}, status__in=LIVE_LINK).update(
                status_before=F("status"),
                status=LinkStatus.STALE,
                staled_by=F(end),
                revision=F("revision") + 1,
            )
            for end in ("from_tag", "to_tag")
        )


def revive_links_of(*tags: Tag, by: Person, in_merge: bool = False) -> int:
    """Bring back the links that the fall of these tags made stale; return how many.

    A link whose other end has fallen too waits for that one; one that would no longer hold
    (I15) stays stale until a person decides, or a merge is undone by which it does not.
    """
    links = _locked(Link.objects.filter(status=LinkStatus.STALE, staled_by__in=tags))
    revived = 0
    with pghistory.context(by=by.pk):
        for link in links.select_related("from_tag", "to_tag").order_by("pk"):
            fallen = [end for end in (link.from_tag, link.to_tag) if not end.is_live]
            link.staled_by = fallen[0] if fallen else None
            if not fallen and _holds(link):
                link.status = link.status_before or LinkStatus.SUBMITTED
                link.status_before = ""
                revived += 1
            elif in_merge and not fallen:
                link.fell_at_revision = link.revision + 1
            link.save(update_fields=["status", "status_before", "staled_by", "fell_at_revision"])
    return revived


def revive_corroborations(*tags: Tag, by: Person) -> None:
    """Bring back what a merge made stale and nobody touched since, where it corroborates again."""
    waiting = _locked(
        _links_at(*tags).filter(status=LinkStatus.STALE, fell_at_revision=F("revision"))
    )
    with pghistory.context(by=by.pk):
        for link in waiting.select_related("from_tag", "to_tag").order_by("pk"):
            twins = Link.objects.live().filter(
                from_tag=link.from_tag, to_tag=link.to_tag, relation=link.relation
            )
            stands = link.from_tag.is_live and link.to_tag.is_live and _holds(link)
            if stands and not twins.exists():
                link.status = link.status_before or LinkStatus.SUBMITTED
                link.status_before, link.fell_at_revision = "", None
                link.save(update_fields=["status", "status_before", "fell_at_revision"])


def stale_broken_corroborations(*tags: Tag, by: Person, in_merge: bool = False) -> int:
    """Turn stale what the tags' edit no longer lets corroborate; return how many links (I15).

    What a merge made stale comes back when it is undone.
    """
    links = _locked(_links_at(*tags).live().filter(relation=Relation.CORROBORATES))
    broken = [link.pk for link in links.select_related("from_tag", "to_tag") if not _holds(link)]
    with pghistory.context(by=by.pk):
        return Link.objects.filter(pk__in=broken).update(
            status_before=F("status"),
            status=LinkStatus.STALE,
            staled_by=None,
            fell_at_revision=F("revision") + 1 if in_merge else None,
            revision=F("revision") + 1,
        )


def _links_at(*tags: Tag) -> LinkQuerySet:
    return Link.objects.filter(Q(from_tag__in=tags) | Q(to_tag__in=tags))


def _locked(links: LinkQuerySet) -> LinkQuerySet:
    """Return `links` after locking their rows by id."""
    list(links.order_by("pk").select_for_update(no_key=True).values_list("pk"))
    return links


def _holds(link: Link) -> bool:
    return link.relation != Relation.CORROBORATES or corroborate(link.from_tag, link.to_tag)

"""Which briefs a person may reach: a missing right looks like a missing object."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from annotate.models import Brief, BriefItem, Edition
from corpus.access import WRITERS, Reader
from corpus.models import Collection


def readable_briefs(user: Reader) -> QuerySet[Brief]:
    """Return the briefs `user` may see, with what a heading names."""
    return Brief.objects.visible_to(user).select_related("collection", "created_by")


def editable_briefs(user: Reader) -> QuerySet[Brief]:
    """Return the briefs of the collections in which `user` tags and links."""
    return readable_briefs(user).filter(
        collection__in=Collection.objects.written_by(user, *WRITERS).values("pk")
    )


def get_brief(user: Reader, brief_id: int) -> Brief:
    """Return the brief; raise Http404 where `user` may not see it."""
    return get_object_or_404(readable_briefs(user), pk=brief_id)


def get_brief_to_edit(user: Reader, brief_id: int) -> Brief:
    """Return a brief of a collection in which `user` tags and links; raise Http404 otherwise."""
    return get_object_or_404(editable_briefs(user), pk=brief_id)


def get_item(brief: Brief, item_id: int) -> BriefItem:
    """Return a part of the brief; raise Http404 for one that is none."""
    return get_object_or_404(BriefItem, pk=item_id, brief=brief)


def get_edition(user: Reader, brief_id: int, number: int) -> Edition:
    """Return an edition of a brief; raise Http404 where `user` may not see the brief."""
    brief = get_brief(user, brief_id)
    return get_object_or_404(
        Edition.objects.select_related("brief__collection"), brief=brief, number=number
    )

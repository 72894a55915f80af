"""Who may remark on what, and settle it: a missing right looks like a missing object."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from annotate.access import collection_of, get_claim, get_link, get_tag
from annotate.models import Claim, Link, Remark, Tag
from annotate.remark_targets import Target, target_of
from corpus.access import WRITERS, Reader, get_document
from corpus.models import Collection, Document, Role


def may_remark(user: Reader, target: Target) -> bool:
    """Whether `user` tags and links where the target is; for a shared claim, anywhere."""
    return _has_role(user, target, WRITERS)


def may_settle(user: Reader, target: Target) -> bool:
    """Whether `user` may settle every remark on the target: its author, or its curator."""
    return target.created_by_id == user.pk or _has_role(user, target, (Role.CURATOR,))


def get_tag_to_remark_on(user: Reader, tag_id: int) -> Tag:
    """Return the tag; raise Http404 where `user` may not remark on it."""
    return _allowed(user, get_tag(user, tag_id))


def get_link_to_remark_on(user: Reader, link_id: int) -> Link:
    """Return the link; raise Http404 where `user` may not remark on it."""
    return _allowed(user, get_link(user, link_id))


def get_claim_to_remark_on(user: Reader, public_id: str) -> Claim:
    """Return the claim; raise Http404 where `user` may not remark on it."""
    return _allowed(user, get_claim(user, public_id))


def get_document_to_remark_on(user: Reader, document_id: int) -> Document:
    """Return the document; raise Http404 where `user` may not remark on it."""
    return _allowed(user, get_document(user, document_id))


def get_remark_to_settle(user: Reader, remark_id: int) -> Remark:
    """Return a remark that `user` made, or may settle; else raise Http404."""
    remark = get_object_or_404(
        Remark.objects.select_related("tag", "link", "claim", "document"), pk=remark_id
    )
    target = _seen(user, target_of(remark))
    if not may_remark(user, target):
        raise Http404
    if remark.created_by_id != user.pk and not may_settle(user, target):
        raise Http404
    return remark


def _allowed[T: Target](user: Reader, target: T) -> T:
    if not may_remark(user, target):
        raise Http404
    return target


def _seen(user: Reader, target: Target) -> Target:
    """Return the target again as `user` may see it; raise Http404 otherwise."""
    if isinstance(target, Tag):
        return get_tag(user, target.pk)
    if isinstance(target, Link):
        return get_link(user, target.pk)
    if isinstance(target, Claim):
        return get_claim(user, target.public_id)
    return get_document(user, target.pk)


def _collections_of(target: Target) -> set[int]:
    if isinstance(target, Tag):
        return {collection_of(target)}
    if isinstance(target, Link):
        return {collection_of(target.from_tag), collection_of(target.to_tag)}
    if isinstance(target, Claim):
        return {target.home_id} if target.home_id else set()
    return {target.collection_id}


def _has_role(user: Reader, target: Target, roles: tuple[Role, ...]) -> bool:
    """Whether `user` has one of `roles` in every collection of the target, or in any if shared."""
    mine = Collection.objects.written_by(user, *roles)
    wanted = _collections_of(target)
    if not wanted:
        return mine.exists()
    return mine.filter(pk__in=wanted).count() == len(wanted)

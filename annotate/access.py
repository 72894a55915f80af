"""What a person may reach of the annotations: a missing right looks like a missing object."""

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from annotate.models import Claim, Link, Remark, Tag
from annotate.models.remark import Target
from annotate.models.tag import TagQuerySet
from corpus.access import (
    WRITERS,
    Reader,
    get_document,
    holds,
    may_curate,
    roles_of,
    tell_if_hidden,
)
from corpus.models import Agent, Collection, Document, Role

_DOCUMENT = "passage__text_version__document"


def readable_tags(user: Reader) -> QuerySet[Tag]:
    """Return the tags `user` may see, with all that a card or a sentence names."""
    return (
        tags_with_names()
        .visible_to(user)
        .select_related("created_by")
        .prefetch_related("passage__speaker", f"{_DOCUMENT}__speaker")
    )


def get_tag(user: Reader, tag_id: int) -> Tag:
    """Return the tag; raise Http404 where `user` may not see it, or DocumentIsHidden."""
    return _tag_or_hidden(readable_tags(user), user, tag_id)


def get_tag_to_review(user: Reader, tag_id: int) -> Tag:
    """Return a tag in a collection where `user` may tag and link; else raise as `get_tag`."""
    reviewed = Collection.objects.written_by(user, *WRITERS).values("pk")
    tags = readable_tags(user).filter(**{f"{_DOCUMENT}__collection__in": reviewed})
    return _tag_or_hidden(tags, user, tag_id)


def _tag_or_hidden(tags: QuerySet[Tag], user: Reader, tag_id: int) -> Tag:
    try:
        return get_object_or_404(tags, pk=tag_id)
    except Http404:
        tell_if_hidden(user, Document.objects.filter(versions__passages__tags=tag_id))
        raise


def get_tag_to_change(user: Reader, tag_id: int) -> Tag:
    """Return a tag `user` made, or manages as a curator; raise Http404 otherwise (I23)."""
    tag = get_tag_to_review(user, tag_id)
    if tag.created_by_id != user.pk and not may_curate(user, collection_of(tag)):
        raise Http404
    return tag


def collection_of(tag: Tag) -> int:
    """Return the id of the collection the tag's document is in."""
    return tag.passage.text_version.document.collection_id


def readable_links(user: Reader) -> QuerySet[Link]:
    """Return the links of which `user` may see both ends, with all that a sentence names.

    The ends are fetched by queries of their own: as one query of twenty joins PostgreSQL
    plans for a second, and runs for a millisecond.
    """
    ends = tags_with_names()
    return (
        Link.objects.visible_to(user)
        .select_related("created_by")
        .prefetch_related(Prefetch("from_tag", ends), Prefetch("to_tag", ends))
    )


def tags_with_names() -> TagQuerySet:
    """Return tags with all that their sentences name, without the texts of whole documents."""
    return (
        Tag.objects.select_related(_DOCUMENT)
        .prefetch_related(
            "claim",
            "asserted_by",
            "held_by",
            "passage__voice",
            f"{_DOCUMENT}__author",
            f"{_DOCUMENT}__collection",
        )
        .defer("passage__text_version__text")
    )


def get_link(user: Reader, link_id: int) -> Link:
    """Return the link; raise Http404 unless `user` may see both ends, or DocumentIsHidden."""
    try:
        return get_object_or_404(readable_links(user), pk=link_id)
    except Http404:
        tags = Tag.objects.filter(Q(links_out=link_id) | Q(links_in=link_id))
        ends = Document.objects.filter(versions__passages__tags__in=tags).distinct()
        tell_if_hidden(user, ends)
        raise


def get_link_to_change(user: Reader, link_id: int) -> Link:
    """Return a link `user` made, or manages as a curator of both ends; else raise Http404."""
    link = get_link(user, link_id)
    ends = {collection_of(link.from_tag), collection_of(link.to_tag)}
    reviewed = Collection.objects.written_by(user, *WRITERS).filter(pk__in=ends).count()
    if reviewed < len(ends):
        raise Http404
    if link.created_by_id != user.pk and not all(may_curate(user, end) for end in ends):
        raise Http404
    return link


def get_claim(user: Reader, public_id: str) -> Claim:
    """Return the claim; raise Http404 where `user` may not see it."""
    return get_object_or_404(
        Claim.objects.visible_to(user).select_related("home", "broader", "merged_into"),
        public_id=public_id,
    )


def get_claim_to_curate(user: Reader, public_id: str) -> Claim:
    """Return a claim `user` may edit: a shared one for any curator, else its home's curator."""
    claim = get_claim(user, public_id)
    if not holds(roles_of(user), claim.home_id, Role.CURATOR):
        raise Http404
    return claim


def get_agent_to_curate(user: Reader, agent_id: int) -> Agent:
    """Return an agent `user` may edit: a shared one for any curator, else its home's curator."""
    agents = Agent.objects.visible_to(user).select_related("home", "merged_into")
    agent = get_object_or_404(agents, pk=agent_id)
    if not holds(roles_of(user), agent.home_id, Role.CURATOR):
        raise Http404
    return agent


def tags_in(document: Document) -> QuerySet[Tag]:
    """Return every tag of a document, whatever its status, in text order."""
    return Tag.objects.filter(
        Q(**{_DOCUMENT: document}),
    ).order_by("start", "end", "pk")


def may_remark(user: Reader, target: Target) -> bool:
    """Whether `user` tags and links where the target is; for a shared claim, anywhere."""
    return _has_role_at(user, target, WRITERS)


def may_settle(user: Reader, target: Target) -> bool:
    """Whether `user` may settle every remark on the target: its author, or its curator."""
    return target.created_by_id == user.pk or _has_role_at(user, target, (Role.CURATOR,))


def get_tag_to_remark_on(user: Reader, tag_id: int) -> Tag:
    """Return the tag; raise Http404 where `user` may not remark on it."""
    return _if_may_remark(user, get_tag(user, tag_id))


def get_link_to_remark_on(user: Reader, link_id: int) -> Link:
    """Return the link; raise Http404 where `user` may not remark on it."""
    return _if_may_remark(user, get_link(user, link_id))


def get_claim_to_remark_on(user: Reader, public_id: str) -> Claim:
    """Return the claim; raise Http404 where `user` may not remark on it."""
    return _if_may_remark(user, get_claim(user, public_id))


def get_document_to_remark_on(user: Reader, document_id: int) -> Document:
    """Return the document; raise Http404 where `user` may not remark on it."""
    return _if_may_remark(user, get_document(user, document_id))


def get_remark_to_settle(user: Reader, remark_id: int) -> Remark:
    """Return a remark that `user` made, or may settle; else raise Http404."""
    remark = get_object_or_404(
        Remark.objects.select_related("tag", "link", "claim", "document"), pk=remark_id
    )
    target = _seen_again(user, remark.target)
    if not may_remark(user, target):
        raise Http404
    if remark.created_by_id != user.pk and not may_settle(user, target):
        raise Http404
    return remark


def _if_may_remark[T: Target](user: Reader, target: T) -> T:
    if not may_remark(user, target):
        raise Http404
    return target


def _seen_again(user: Reader, target: Target) -> Target:
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


def _has_role_at(user: Reader, target: Target, roles: tuple[Role, ...]) -> bool:
    """Whether `user` has one of `roles` in every collection of the target, or in any if shared."""
    mine = Collection.objects.written_by(user, *roles)
    wanted = _collections_of(target)
    if not wanted:
        return mine.exists()
    return mine.filter(pk__in=wanted).count() == len(wanted)

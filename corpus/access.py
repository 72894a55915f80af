"""What a person may reach: a missing right looks like a missing object."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.shortcuts import get_object_or_404

from corpus.models import Collection, Document, Membership, Person, Role

if TYPE_CHECKING:
    from django.db.models import QuerySet

type Reader = Person | AnonymousUser

WRITERS = (Role.REVIEWER, Role.CURATOR)


def roles_of(user: Reader) -> dict[int, str]:
    """Return the role of `user` in each collection they are a member of, by its id."""
    if not user.is_authenticated or not user.is_active:
        return {}
    return dict(Membership.objects.filter(user=user).values_list("collection", "role"))


def holds(roles: Mapping[int, str], home: int | None, *wanted: Role) -> bool:
    """Whether one of the `wanted` is among the roles: in the home, or anywhere without one."""
    return any(role in wanted for role in (roles.values() if home is None else [roles.get(home)]))


def has_role(user: Reader, collection_id: int, roles: Iterable[str]) -> bool:
    """Whether `user` has one of `roles` in the collection."""
    if not user.is_authenticated or not user.is_active:
        return False
    return Membership.objects.filter(user=user, collection=collection_id, role__in=roles).exists()


def may_review(user: Reader, collection_id: int) -> bool:
    """Whether `user` may tag and link in the collection."""
    return has_role(user, collection_id, WRITERS)


def may_curate(user: Reader, collection_id: int) -> bool:
    """Whether `user` keeps the collection's corpus."""
    return has_role(user, collection_id, (Role.CURATOR,))


def curates_anything(user: Reader) -> bool:
    """Whether `user` is a curator somewhere, and so keeps shared agents, claims, provisions."""
    if not user.is_authenticated or not user.is_active:
        return False
    return Membership.objects.filter(user=user, role=Role.CURATOR).exists()


def is_member(user: Reader, collection_id: int) -> bool:
    """Whether `user` belongs to the collection, and so sees its private notes."""
    return has_role(user, collection_id, Role.values)


def readable_documents(user: Reader) -> "QuerySet[Document]":
    """Return the documents `user` may see, with what a heading names."""
    return (
        Document.objects.visible_to(user)
        .select_related("collection")
        .prefetch_related("author", "speaker", "publisher")
    )


def get_document(user: Reader, document_id: int) -> Document:
    """Return the document; raise Http404 where `user` may not see it."""
    return get_object_or_404(readable_documents(user), pk=document_id)


def get_document_to_review(user: Reader, document_id: int) -> Document:
    """Return a document in which `user` may tag; raise Http404 otherwise."""
    reviewed = Collection.objects.written_by(user, *WRITERS).values("pk")
    return get_object_or_404(readable_documents(user), pk=document_id, collection__in=reviewed)

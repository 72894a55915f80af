"""What a person may reach: a missing right looks like a missing object."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.shortcuts import get_object_or_404

from corpus.models import Collection, Document, Membership, Person, Role
from corpus.models.document import DocumentStatus

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
    """Whether `user` manages the collection's corpus."""
    return has_role(user, collection_id, (Role.CURATOR,))


def curates_anything(user: Reader) -> bool:
    """Whether `user` is a curator somewhere, and so manages shared agents, claims, provisions."""
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


class DocumentIsHidden(Exception):
    """What was asked for is in a document that is hidden: to be answered 410 (I22)."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.document = document


def tell_if_hidden(user: Reader, documents: "QuerySet[Document]") -> None:
    """Raise DocumentIsHidden where one of `documents` is, if `user` may read all of them."""
    found = list(documents.select_related("collection"))
    readable = set(Collection.objects.visible_to(user).values_list("pk", flat=True))
    hidden = [document for document in found if document.status == DocumentStatus.HIDDEN]
    if hidden and all(document.collection_id in readable for document in found):
        raise DocumentIsHidden(hidden[0])


def get_document(user: Reader, document_id: int) -> Document:
    """Return the document; raise Http404 where `user` may not see it, or DocumentIsHidden."""
    try:
        return get_object_or_404(readable_documents(user), pk=document_id)
    except Http404:
        tell_if_hidden(user, Document.objects.filter(pk=document_id))
        raise


def get_hidden_document(user: Reader, document_id: int) -> Document:
    """Return a hidden document of a collection that `user` manages; raise Http404 otherwise."""
    return get_object_or_404(hidden_documents(user), pk=document_id)


def hidden_documents(user: Reader) -> "QuerySet[Document]":
    """Return the hidden documents of the collections that `user` manages."""
    kept = Collection.objects.written_by(user, Role.CURATOR).values("pk")
    hidden = Document.objects.filter(status=DocumentStatus.HIDDEN, collection__in=kept)
    return hidden.select_related("collection")


def get_document_to_review(user: Reader, document_id: int) -> Document:
    """Return a document in which `user` may tag; else raise Http404, or DocumentIsHidden."""
    reviewed = Collection.objects.written_by(user, *WRITERS).values("pk")
    try:
        return get_object_or_404(readable_documents(user), pk=document_id, collection__in=reviewed)
    except Http404:
        tell_if_hidden(user, Document.objects.filter(pk=document_id))
        raise

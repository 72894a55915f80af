"""What a brief may hold: that which every member of its collection may see (I20)."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from annotate.models import Brief, Claim, Edition, Tag
from annotate.models.claim import ClaimQuerySet
from corpus.access import Reader
from corpus.models import Collection, Document
from corpus.models.collection import Access
from corpus.models.document import DocumentStatus

_DOCUMENT = "passage__text_version__document"


@dataclass(frozen=True)
class Scope:
    """The brief's own collection and the open ones, as seen by `reader`.

    It is the same for all members: what else one of them may see does not come in.
    """

    brief: Brief
    reader: Reader

    @cached_property
    def collections(self) -> list[Collection]:
        """The collections, the brief's own first."""
        found = (
            Collection.objects.visible_to(self.reader)
            .filter(Q(pk=self.brief.collection_id) | Q(access=Access.OPEN))
            .order_by("name", "pk")
        )
        return sorted(found, key=lambda one: one.pk != self.brief.collection_id)

    @cached_property
    def keys(self) -> list[int]:
        """The collections' ids."""
        return [one.pk for one in self.collections]

    def documents(self) -> QuerySet[Document]:
        """Return the documents whose words may be printed."""
        return (
            Document.objects.visible_to(self.reader)
            .filter(collection__in=self.keys)
            .exclude(status=DocumentStatus.WITHDRAWN)
        )

    def claims(self) -> ClaimQuerySet:
        """Return the claims that may be named."""
        return Claim.objects.visible_to(self.reader).filter(Q(home=None) | Q(home__in=self.keys))

    def tags(self) -> QuerySet[Tag]:
        """Return the live tags on what may be printed (I13)."""
        return Tag.objects.live().filter(**{f"{_DOCUMENT}__in": self.documents().values("pk")})


def may_be_shown(edition: Edition, reader: Reader) -> bool:
    """Whether `reader` may still see all that a frozen edition holds (I20, I21, I22)."""
    seen = Document.objects.visible_to(reader)
    asked: list[tuple[QuerySet[Any], list[int]]] = [
        (seen.exclude(status=DocumentStatus.WITHDRAWN), edition.documents),
        (seen, edition.counted),
        (Claim.objects.visible_to(reader), edition.claims),
        (Collection.objects.visible_to(reader), edition.collections),
    ]
    return all(rows.filter(pk__in=keys).count() == len(keys) for rows, keys in asked)

"""Documents that are copied from each other in a circle (I19)."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotate.counting.rings import Edge, knots, ring_in
from annotate.models import LIVE, TagDerivation
from annotate.questions.asking import Answer, Place, Stage
from annotate.questions.words import titled
from corpus.models import Derivation, Document
from corpus.models.derivation import DerivationKind

_VERSION = "passage__text_version"
_OF_A_TAG = "tag__passage__text_version__document"


class _Ring(NamedTuple):
    """The documents of a ring in order, and how many more hang together with them."""

    documents: list[int]
    more: int


class Circles(Stage[Document]):
    """Rings of documents, one of each knot of documents that all lead back to each other.

    A document leads to what it is taken from, as a whole, in a passage of its present text, or
    in a tag that stands. Only what the reader can see is walked; with a collection chosen, one
    document of the knot is in it.
    """

    @cached_property
    def _how(self) -> dict[Edge, str]:
        """What is taken from what, and how, in three queries."""
        seen = self.asked.seen.readable_documents().values("pk")
        of_documents = Derivation.objects.filter(document__in=seen, upstream__in=seen)
        of_passages = Derivation.objects.filter(
            upstream__in=seen,
            **{f"{_VERSION}__document__in": seen, f"{_VERSION}__is_current": True},
        )
        of_tags = TagDerivation.objects.filter(
            upstream__in=seen, tag__status__in=LIVE, **{f"{_OF_A_TAG}__in": seen}
        )
        how: dict[Edge, str] = {}
        for rows, one in (
            (of_documents, "document_id"),
            (of_passages, f"{_VERSION}__document_id"),
            (of_tags, f"{_OF_A_TAG}_id"),
        ):
            for document, upstream, kind in rows.order_by("pk").values_list(
                one, "upstream_id", "kind"
            ):
                how.setdefault((document, upstream), kind)
        return how

    @cached_property
    def _rings(self) -> dict[int, _Ring]:
        """The ring of each knot, by its first document."""
        found = knots(self._how)
        if self.asked.collection:
            members = {document for knot in found for document in knot}
            there = Document.objects.filter(pk__in=members, collection=self.asked.collection)
            inside = set(there.values_list("pk", flat=True))
            found = [knot for knot in found if not inside.isdisjoint(knot)]
        rings = (_Ring(ring_in(knot, self._how), len(knot)) for knot in found)
        return {
            ring.documents[0]: ring._replace(more=ring.more - len(ring.documents)) for ring in rings
        }

    def rows(self) -> QuerySet[Document]:
        """Return the first document of each ring."""
        return self.asked.seen.readable_documents().filter(pk__in=[*self._rings])

    def answers(self, rows: Sequence[Document]) -> dict[int, Answer]:
        """Return the ring of each document."""
        rings = {document.pk: self._rings[document.pk] for document in rows}
        wanted = {document for ring in rings.values() for document in ring.documents}
        found = Document.objects.filter(pk__in=wanted).values_list("pk", "title")
        titles = dict(found)
        return {key: self._answer(ring, titles) for key, ring in rings.items()}

    def _answer(self, ring: _Ring, titles: dict[int, str]) -> Answer:
        first, closed = ring.documents[0], [*ring.documents, ring.documents[0]]
        why = [_chain(titles[first], [self._step(edge, titles) for edge in pairwise(closed)])]
        if ring.more:
            why.append(
                ngettext(
                    "%(count)d more document leads into and out of this ring.",
                    "%(count)d more documents lead into and out of this ring.",
                    ring.more,
                )
                % {"count": ring.more}
            )
        return Answer(
            kind="ring",
            key=str(first),
            title=_circle(len(ring.documents)),
            text="",
            url=reverse("show_document", args=[first]),
            why=tuple(why),
            places=tuple(
                Place(titles[one], reverse("show_document", args=[one])) for one in ring.documents
            ),
        )

    def _step(self, edge: Edge, titles: dict[int, str]) -> str:
        """Return the work that another is taken from, and how."""
        how = DerivationKind(self._how[edge]).label
        return _("%(title)s (%(how)s)") % {"title": titled(titles[edge[1]]), "how": how}


def _circle(number: int) -> str:
    return ngettext("%(count)d document in a circle", "%(count)d documents in a circle", number) % {
        "count": number
    }


def _chain(first: str, steps: Iterable[str]) -> str:
    """Return "A is copied from B (reprint of), which is copied from A (reports on)."."""
    which = _(", which is copied from ").join(steps)
    return _("%(first)s is copied from %(which)s.") % {"first": titled(first), "which": which}

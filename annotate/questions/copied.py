"""Claims that are known only at second hand."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from annotate.counting.independence import Count
from annotate.models import Claim, Tag, TagDerivation
from annotate.questions.asking import Answer, Place
from annotate.questions.source_counts import OnClaims, answer_on
from annotate.questions.words import MANY, titled
from corpus.models import Derivation, Document
from corpus.models.document import Holding

_DOCUMENT = "passage__text_version__document"


class _Tagged(NamedTuple):
    id: int
    passage: int
    document: int
    title: str


class OnlyCopied(OnClaims):
    """Claims of which every affirming tag is taken from elsewhere.

    Affirming are the tags by which the independent sources hold the claim: those who say so
    themselves, those who agree, and those said by others to hold it. A tag is taken from
    elsewhere where a derivation of the tag, of its passage or of its document leads to a
    document the reader can see, be it held here or not, by the same author or another.
    """

    def judged(self, claims: Sequence[Claim], counts: Mapping[int, Count]) -> dict[int, Answer]:
        """Return the answers among some claims, in four queries."""
        tags = {
            claim.pk: [tag for group in counts[claim.pk].affirmed for tag in group.tags]
            for claim in claims
        }
        places = _places(tag for some in tags.values() for tag in some)
        origins = self._origins(places.values())
        return {
            claim.pk: _answer(claim, counts[claim.pk], [places[tag] for tag in affirming], origins)
            for claim in claims
            if (affirming := tags[claim.pk]) and all(tag in origins for tag in affirming)
        }

    def _origins(self, places: Collection[_Tagged]) -> dict[int, Document]:
        """Return a work that each tag is taken from, in three queries: the nearest, the first."""
        of_tags = _by_tag(
            TagDerivation.objects.filter(tag__in=[at.id for at in places]).order_by("pk")
        )
        kept = Derivation.objects.filter(
            Q(passage__in=[at.passage for at in places])
            | Q(document__in=[at.document for at in places])
        )
        rows = list(kept.order_by("pk").values_list("passage_id", "document_id", "upstream_id"))
        wanted = {up for ups in of_tags.values() for up in ups} | {up for *_of, up in rows}
        seen = self.asked.seen.readable_documents().in_bulk(wanted)
        of_passages, of_documents = (
            defaultdict[int, list[int]](list),
            defaultdict[int, list[int]](list),
        )
        for passage, document, upstream in rows:
            (of_passages[passage] if passage else of_documents[document]).append(upstream)
        found = {}
        for at in places:
            ups = (*of_tags[at.id], *of_passages[at.passage], *of_documents[at.document])
            if work := next((seen[up] for up in ups if up in seen), None):
                found[at.id] = work
        return found


def _by_tag(rows: Iterable[TagDerivation]) -> dict[int, list[int]]:
    by_tag = defaultdict[int, list[int]](list)
    for row in rows:
        by_tag[row.tag_id].append(row.upstream_id)
    return by_tag


def _places(tags: Iterable[int]) -> dict[int, _Tagged]:
    rows = Tag.objects.filter(pk__in=set(tags)).values_list(
        "pk", "passage_id", f"{_DOCUMENT}__pk", f"{_DOCUMENT}__title"
    )
    return {row[0]: _Tagged(*row) for row in rows}


def _answer(
    claim: Claim, count: Count, places: Sequence[_Tagged], origins: Mapping[int, Document]
) -> Answer:
    pairs = {(at.document, origins[at.id].pk): at for at in places}
    said = [
        (
            _("%(one)s takes it from %(other)s, which is not held here.")
            if origins[at.id].holding == Holding.EXTERNAL
            else _("%(one)s takes it from %(other)s.")
        )
        % {"one": titled(at.title), "other": titled(origins[at.id].title)}
        for at in list(pairs.values())[:MANY]
    ]
    works = {origins[at.id].pk: origins[at.id] for at in pairs.values()}
    read = [
        Place(work.title, reverse("show_document", args=[key]))
        for key, work in list(works.items())[:MANY]
    ]
    return answer_on(claim, count, said, read)

"""Provisions: the list, and what is said about one."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.shortcuts import get_object_or_404

from annotate.models import LIVE, Provision, Tag, TagProvision
from annotate.queries.evidence import LATEST_FIRST, Evidence, evidence_page, standing
from annotate.queries.matching import contains, words_of
from annotate.web.paging import Page, page
from corpus.access import Reader

_COLUMNS = ("code", "instrument", "title", "article")


@dataclass(frozen=True)
class ProvisionLine:
    """A provision with the number of live tags a reader can see that engage it."""

    provision: Provision
    tags: int = 0


def get_provision(code: str) -> Provision:
    """Return the provision of this code; raise Http404 where there is none."""
    return get_object_or_404(Provision, code=code.replace("\0", ""))


def list_provisions(
    reader: Reader, query: str = "", *, after: str | None = None
) -> Page[ProvisionLine]:
    """Return a page of the provisions by code, with what `reader` can see tagged of them."""
    provisions = Provision.objects.all()
    for word in words_of(query):
        holds = Q()
        for column in _COLUMNS:
            holds |= Q(contains(column, word))
        provisions = provisions.filter(holds)
    found = page(provisions, ("code", "id"), after)
    return Page(_counted(found.rows, reader), found.next_cursor)


def engaging(provision: Provision, *, reader: Reader, after: str | None = None) -> Page[Evidence]:
    """Return the tags that engage a provision, the latest words first."""
    tags = standing(reader).filter(
        pk__in=TagProvision.objects.filter(provision=provision).values("tag")
    )
    return evidence_page(tags, LATEST_FIRST, reader=reader, after=after)


def siblings_of(provision: Provision, *, reader: Reader) -> list[ProvisionLine]:
    """Return all provisions of the same instrument by code, this one among them."""
    rows = Provision.objects.filter(instrument=provision.instrument).order_by("code", "pk")
    return _counted(list(rows), reader)


def _counted(provisions: list[Provision], reader: Reader) -> list[ProvisionLine]:
    engaged = Tag.objects.visible_to(reader).filter(
        status__in=LIVE, provisions__provision__in=provisions
    )
    counts = dict(
        engaged.order_by()
        .values_list("provisions__provision")
        .annotate(number=Count("pk", distinct=True))
    )
    return [ProvisionLine(provision, counts.get(provision.pk, 0)) for provision in provisions]

"""What claims became that were merged: filters and files follow an old id to it."""

from collections.abc import Iterable

from django.db.models import QuerySet

from annotate.models import Claim


def what_became_of(public_ids: Iterable[str], *, among: QuerySet[Claim]) -> tuple[str, ...]:
    """Return the ids with that of each merged claim replaced by what it became, each once.

    Only where both are `among` the claims the reader may see (I20).
    """
    asked = list(public_ids)
    merged = among.filter(public_id__in=asked, merged_into__in=among.values("pk"))
    became = dict(merged.values_list("public_id", "merged_into__public_id"))
    return tuple(dict.fromkeys(became.get(public_id, public_id) for public_id in asked))

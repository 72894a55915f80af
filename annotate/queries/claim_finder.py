"""The picker: which claims a person may mean by what they typed.

Every step looks in one place, takes no more rows than are still wanted and is served by an
index, so that ten thousand claims are searched in a few milliseconds.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity, TrigramWordSimilarity
from django.db.models import Case, Count, IntegerField, Q, Value, When
from django.db.models.functions import Greatest, Length

from annotate.models import Claim, Tag
from annotate.models.claim import ClaimQuerySet
from annotate.queries.matching import begins_with, contains, contains_all, words_of
from corpus.access import Reader
from corpus.models import Person

LIMIT = 12
RECENT_TAGS = 200  # how far back a person's recent claims are looked for
TAGS_LOOKED_AT = 1000  # how many of the last tags say which claims are used most
NEAR_LOOKED_AT = 200  # candidates for each of name and sentence
NEAR_LABEL, NEAR_TEXT = 0.45, 0.55  # trigram similarity from which two claims look the same
MEANS_ID = re.compile(r"[cC]?0*(\d{1,9})")


@dataclass(frozen=True)
class FoundClaim:
    """A claim as the picker lists it; `alt_label` is its name in another language that matched."""

    pk: int
    public_id: str
    label: str
    text: str
    scope_note: str
    kind: str
    color: int
    alt_label: str = ""


def find_claims(
    query: str, *, reader: Reader, collection_id: int, by: Person | None = None, limit: int = LIMIT
) -> list[FoundClaim]:
    """Return the claims that `query` may mean in the collection, the likeliest first.

    First the id, then the short name from its start, from the start of a word and anywhere,
    names in other languages, the sentence and the scope note, words already tagged, and at
    last what is spelled nearly so. Nothing typed: the claims `by` used last, then those used
    most.
    """
    claims = Claim.objects.visible_to(reader).usable_in(collection_id)
    query = " ".join(query.split())
    steps = _by_words(claims, query, reader) if query else _by_use(claims, reader, by)
    found: dict[int, Claim] = {}
    for step in steps:
        if len(found) >= limit:
            break
        # Those found before may come again, so ask for as many more.
        found |= {claim.pk: claim for claim in step(limit) if claim.pk not in found}
        if found and query and _is_beyond_index(words_of(query)):
            break
    return [_found(claim, query) for claim in list(found.values())[:limit]]


def near_same_claims(
    label: str, text: str, reader: Reader, collection_id: int, limit: int = 5
) -> list[FoundClaim]:
    """Return the claims so like a new one that it may be the same, the likeliest first."""
    claims = Claim.objects.visible_to(reader).usable_in(collection_id)
    return [_found(claim, label) for claim in near_among(claims, label, text, limit)]


def near_among(claims: ClaimQuerySet, label: str, text: str, limit: int) -> ClaimQuerySet:
    """Return those of `claims` that are so named or worded that they may be the same."""
    looked_at = [
        key
        for column, words in (("names", label), ("finding", text))
        for key in claims.filter(**{f"{column}__trigram_word_similar": words})
        .order_by()
        .values_list("pk", flat=True)[:NEAR_LOOKED_AT]
    ]
    return (
        claims.filter(pk__in=looked_at)
        .annotate(
            label_likeness=Greatest(
                TrigramSimilarity("label", label), TrigramWordSimilarity(label, "names")
            ),
            text_likeness=TrigramSimilarity("text", text),
        )
        .filter(Q(label_likeness__gte=NEAR_LABEL) | Q(text_likeness__gte=NEAR_TEXT))
        .order_by(Greatest("label_likeness", "text_likeness").desc(), "pk")[:limit]
    )


def matching_claims(claims: ClaimQuerySet, query: str, reader: Reader) -> ClaimQuerySet:
    """Keep the claims that `query` may mean, by all that the picker looks at."""
    words = words_of(query)
    held = Claim.objects.filter(contains_all("finding", words) | _means(query))
    near = Claim.objects.filter(names__trigram_word_similar=query)
    tagged = Tag.objects.live().visible_to(reader).filter(contains_all("exact", words))
    found = (
        held.order_by()
        .values("pk")
        .union(near.order_by().values("pk"), tagged.order_by().values("claim"))
    )
    return claims.filter(pk__in=found)


type Step = Callable[[int], ClaimQuerySet]


def _by_words(claims: ClaimQuerySet, query: str, reader: Reader) -> Iterator[Step]:
    words = words_of(query)
    if len(query) < 3 and query.isascii():  # a letter or two: only how a name's words begin
        begun = Q(begins_with("label", query)) | Q(contains("label", f" {query}"))
        yield lambda wanted: _ranked(claims.filter(begun | _means(query)), query, words)[:wanted]
        return
    if _is_beyond_index(words):  # all rows are read, so at once
        held = contains_all("finding", words)
        yield lambda wanted: _ranked(claims.filter(held), query, words)[:wanted]
    else:
        named = contains_all("names", words) | _means(query)
        yield lambda wanted: _ranked(claims.filter(named), query, words)[:wanted]
        held = contains_all("finding", words)
        yield lambda wanted: claims.filter(held).order_by("pk")[:wanted]
    yield lambda wanted: claims.filter(pk__in=tagged_with(words, reader, wanted)).order_by("pk")
    yield lambda wanted: claims.filter(names__trigram_word_similar=query).order_by(
        TrigramWordSimilarity(query, "names").desc(), "pk"
    )[:wanted]


def _is_beyond_index(words: list[str]) -> bool:
    """Whether no word is long enough for a trigram, so that the index cannot help."""
    return max(map(len, words)) < 3


def _means(query: str) -> Q:
    """Return the condition that a claim has the id that was typed: C07, c7 or 7."""
    meant = MEANS_ID.fullmatch(query)
    return Q(public_id=f"C{int(meant[1]):02}") if meant else Q(pk__in=[])


def _ranked(claims: ClaimQuerySet, query: str, words: list[str]) -> ClaimQuerySet:
    """Return claims by where the words are in them; the shorter name first."""
    places = (
        _means(query),
        begins_with("label", query),
        Q(label__iregex=rf"\m{re.escape(query)}"),
        contains("label", query),
        contains_all("label", words),
        contains_all("names", words),
    )
    rank = Case(
        *(When(place, then=Value(number)) for number, place in enumerate(places)),
        default=Value(len(places)),
        output_field=IntegerField(),
    )
    return claims.order_by(rank, Length("label"), "pk")


def tagged_with(words: list[str], reader: Reader, wanted: int) -> list[int]:
    """Return the ids of claims under which words are tagged that `reader` may see."""
    tags = Tag.objects.live().visible_to(reader).filter(contains_all("exact", words))
    looked_at = tags.order_by().values_list("claim", flat=True)[: 20 * wanted]
    return list(dict.fromkeys(looked_at))[:wanted]


def _by_use(claims: ClaimQuerySet, reader: Reader, by: Person | None) -> Iterator[Step]:
    if by is not None:
        yield lambda wanted: _used_last(claims, by, wanted)
    yield lambda wanted: _used_most(claims, reader, wanted)
    yield lambda wanted: claims.order_by("pk")[:wanted]


def _used_last(claims: ClaimQuerySet, by: Person, wanted: int) -> ClaimQuerySet:
    used = Tag.objects.filter(created_by=by).order_by("-pk").values_list("claim", flat=True)
    return _in_this_order(claims, list(dict.fromkeys(used[:RECENT_TAGS]))[: 4 * wanted])[:wanted]


def _used_most(claims: ClaimQuerySet, reader: Reader, wanted: int) -> ClaimQuerySet:
    last = Tag.objects.live().visible_to(reader).order_by("-pk").values("pk")[:TAGS_LOOKED_AT]
    used = (
        Tag.objects.filter(pk__in=last)
        .values("claim")
        .annotate(uses=Count("pk"))
        .order_by("-uses", "claim")
        .values_list("claim", flat=True)
    )
    return _in_this_order(claims, list(used[: 4 * wanted]))[:wanted]


def _in_this_order(claims: ClaimQuerySet, keys: list[int]) -> ClaimQuerySet:
    if not keys:
        return claims.none()
    place = Case(*(When(pk=key, then=Value(at)) for at, key in enumerate(keys)))
    return claims.filter(pk__in=keys).order_by(place)


def _found(claim: Claim, query: str) -> FoundClaim:
    return FoundClaim(
        pk=claim.pk,
        public_id=claim.public_id,
        label=claim.label,
        text=claim.text,
        scope_note=claim.scope_note,
        kind=claim.kind,
        color=claim.color,
        alt_label=_alt_label(claim, query),
    )


def _alt_label(claim: Claim, query: str) -> str:
    """Return the name in another language that holds what was typed, or nothing."""
    typed = query.casefold()
    names = [str(name["text"]) for name in claim.alt_labels]
    return next((name for name in names if typed and typed in name.casefold()), "")

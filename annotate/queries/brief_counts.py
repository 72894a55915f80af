"""How many sources a brief prints for a claim: the one place where a brief counts."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Count

from annotate.models.tag import POLARITY, Stance
from annotate.queries.brief_scope import Scope

OWN_WORDS = (Stance.ASSERTS, Stance.ENDORSES)


@dataclass(frozen=True)
class Sources:
    """The sources of one claim, each as the names that are one source together.

    `at_most`: there may be fewer, because not all that could join two of them is known.
    """

    own_words: tuple[str, ...] = ()
    said_to_hold: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    second_looks: int = 0
    at_most: bool = False


def sources_of(claims: Collection[int], *, scope: Scope) -> dict[int, Sources]:
    """Return the sources of each claim, by the claim's id, in two queries whatever their number.

    Counted is what every member of the brief's collection sees, and nothing else (I20). Voices
    are told apart by who speaks; two that stand together are not joined, so every number is the
    most there can be.
    """
    said: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    rows = scope.tags().filter(claim__in=claims).order_by("asserted_by__name", "held_by__name")
    for claim, stance, voice, holder in rows.values_list(
        "claim", "stance", "asserted_by__name", "held_by__name"
    ).distinct():
        said[claim].append((stance, voice, holder or ""))
    looks = scope.looks().filter(claim__in=claims).values("claim").annotate(number=Count("pk"))
    waiting = {row["claim"]: row["number"] for row in looks.order_by()}
    return {claim: _sources(said[claim], waiting.get(claim, 0)) for claim in claims}


def _sources(said: Iterable[tuple[str, str, str]], second_looks: int) -> Sources:
    said = list(said)
    own = [voice for stance, voice, _holder in said if stance in OWN_WORDS]
    held = [holder for _stance, _voice, holder in said if holder and holder not in own]
    against = [voice for stance, voice, _holder in said if POLARITY[Stance(stance)] == "-"]
    return Sources(
        own_words=tuple(dict.fromkeys(own)),
        said_to_hold=tuple(sorted(dict.fromkeys(held))),
        denied=tuple(dict.fromkeys(against)),
        second_looks=second_looks,
        at_most=bool(said),
    )

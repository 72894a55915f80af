"""Where claims hang while others are merged, worked out from what people chose.

A merge hangs claims elsewhere and records it. To undo one, whatever was merged or undone since,
the merges that stand without it are gone through again in their order, from the places that
people chose last: no order of undoing leaves a claim where only an undone merge had put it.
"""

from collections.abc import Callable, Iterable

from annotate.models import Claim, ClaimMerge

type Places = dict[int, int | None]  # the id of each claim, and of what it is narrower than
# What a merge records: a claim, where it hung, where it hangs now, and where but for merges.
type Row = tuple[int, int | None, int | None, int | None]


def line_above(key: int | None, places: Places) -> list[int]:
    """Return a claim and what it is narrower than, the nearest first; a circle ends it."""
    found: list[int] = []
    while key is not None and key not in found:
        found.append(key)
        key = places[key]
    return found


def moved_by(source: int, target: int, places: Places) -> Places:
    """Return the claims that hang elsewhere once `source` is `target`, without making a circle."""
    up = line_above(target, places)
    place = places[source]
    moved = {
        child: place if child in up else target
        for child in sorted(key for key, broader in places.items() if broader == source)
    }
    if places[target] is None and place is not None and target not in line_above(source, places):
        moved[target] = place
    return moved


def rehung_by(source: Claim, target: Claim) -> list[Row]:
    """Return which claims a merge hangs elsewhere."""
    now = _now()
    chosen = _chosen(now)
    moved = moved_by(source.pk, target.pk, now)
    return [(key, now[key], new, chosen[key]) for key, new in moved.items()]


def rehung_without(merge: ClaimMerge) -> list[Row]:
    """Return which claims would hang elsewhere if a merge that stands had never been made.

    What somebody has hung elsewhere since is not among them.
    """
    now = _now()
    chosen, standing = _chosen(now), _standing()
    before = _gone_through(standing, chosen)
    after = _gone_through([one for one in standing if one.pk != merge.pk], chosen)
    return [
        (key, now[key], after[key], chosen[key])
        for key in sorted(now)
        if after[key] != before[key] == now[key]
    ]


def hang_all(rows: Iterable[Row], hang: Callable[[int, int | None], None]) -> None:
    """Call `hang` for each claim, in an order in which none hangs below itself meanwhile.

    Where somebody has hung the claims otherwise since, what would be a circle stays.
    """
    now = _now()
    left = {key: new for key, old, new, _chosen in rows if now[key] == old}
    while left:
        free = (key for key, new in left.items() if key not in line_above(new, now))
        key = next(free, None)
        if key is not None:
            now[key] = left.pop(key)
            hang(key, now[key])
            continue
        key = next(iter(left))  # two change places: one of them lets go first
        if key in line_above(left[key], now | left):
            del left[key]
        else:
            now[key] = None
            hang(key, None)


def _now() -> Places:
    return dict(Claim.objects.values_list("pk", "broader"))


def _standing() -> list[ClaimMerge]:
    return list(ClaimMerge.objects.standing().order_by("pk"))


def _chosen(now: Places) -> Places:
    """Return the place that people chose last for each claim: it is there but for merges."""
    recorded: Places = {}
    for rows in ClaimMerge.objects.order_by("pk").values_list("rehung", flat=True):
        recorded |= {row[0]: row[3] if len(row) > 3 else row[1] for row in rows}
    expected = _gone_through(_standing(), now | recorded)
    return now | {key: place for key, place in recorded.items() if expected[key] == now[key]}


def _gone_through(merges: Iterable[ClaimMerge], places: Places) -> Places:
    """Return where `places` lead after the merges: as recorded, where that makes no circle."""
    places = dict(places)
    for merge in merges:
        known = {
            key: new
            for key, old, new, *_ in merge.rehung
            if places[key] == old and key not in line_above(new, places)
        }
        places |= moved_by(merge.source_id, merge.target_id, places) | known
    return places

"""By which names a claim is found while others are part of it.

Each merge records the names that its target has by it, those included that it has by another
merge, too: when one is undone, a name stays as long as a merge that stands brings it.
"""

from collections.abc import Iterable

from annotate.models import Claim, ClaimMerge

UNDETERMINED = "und"  # the language of a short name, which is not recorded (BCP 47)

type Name = dict[str, str]


def names_brought(source: Claim, target: Claim) -> list[Name]:
    """Return the names of the source that the target has not of its own.

    There are none where only a collection knows them and the target is everybody's.
    """
    if source.home_id != target.home_id:
        return []
    others = ClaimMerge.objects.standing().filter(target=target)
    brought = [name for merge in others for name in merge.names_added]
    own = [name for name in target.alt_labels if name not in brought]
    return _unknown(_all_names(source), {_folded(target.label), *map(_text, own)})


def names_to_add(source: Claim, target: Claim) -> list[Name]:
    """Return the names by which the target is found once the source is part of it, and not yet."""
    known = {_folded(target.label), *map(_text, target.alt_labels)}
    return _unknown(names_brought(source, target), known)


def way_from(merge: ClaimMerge) -> list[ClaimMerge]:
    """Return a merge that stands and those that lead on from its target, in their order."""
    standing = ClaimMerge.objects.standing().select_related("source", "target")
    on = {other.source_id: other for other in standing}
    way: list[ClaimMerge] = []
    step: int | None = merge.source_id
    while step in on:
        way.append(on.pop(step))
        step = way[-1].target_id
    return way


def names_without(merge: ClaimMerge) -> dict[int, list[Name]]:
    """Return the names that each claim on the way would have, had `merge` brought none.

    Own ones stay, and so do those that another merge brings.
    """
    way = way_from(merge)
    others = (
        ClaimMerge.objects.standing()
        .select_related("source")
        .exclude(pk__in=[step.pk for step in way])
    )
    gone = _still_brought(merge)
    found: dict[int, list[Name]] = {}
    for step in way:
        gone = [name for name in step.names_added if name in gone]
        beside = others.filter(target=step.target)
        stays = [name for other in beside.order_by("pk") for name in _still_brought(other)]
        found[step.target_id], gone = _taken_from(step.target.alt_labels, gone, stays)
    return found


def _taken_from(
    names: list[Name], gone: list[Name], stays: list[Name]
) -> tuple[list[Name], list[Name]]:
    """Return `names` without those `gone`, but as another merge writes them; and what went."""
    kept: list[Name] = []
    went: list[Name] = []
    for name in names:
        same = [other for other in stays if _text(other) == _text(name)]
        if name not in gone or name in same:
            kept.append(name)
        else:
            went.append(name)
            kept.extend(same[:1])
    return kept, went


def _still_brought(merge: ClaimMerge) -> list[Name]:
    """Return the names that a merge added and its source still has."""
    return [name for name in merge.names_added if name in _all_names(merge.source)]


def _all_names(claim: Claim) -> list[Name]:
    return [{"text": claim.label, "language": UNDETERMINED}, *claim.alt_labels]


def _unknown(names: Iterable[Name], known: set[str]) -> list[Name]:
    """Return those of `names` that are none of the `known` ones, each once."""
    found: dict[str, Name] = {}
    for name in names:
        if _text(name) not in known:
            found.setdefault(_text(name), name)
    return list(found.values())


def _text(name: Name) -> str:
    return _folded(name["text"])


def _folded(text: str) -> str:
    return text.casefold()

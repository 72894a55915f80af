"""What merges make of claims: what they became, their names, and their places in the codebook."""

from collections.abc import Mapping

from annotate.codebook.merging import MERGED, Act, Columns, Edges, as_coded, brought, renamed, write
from annotate.models import Claim
from annotate.models.claim import OPEN_CLAIM, ClaimStatus

UNDETERMINED = "und"  # the language of a short name, which is not recorded (BCP 47)
_WRITTEN = ("status", "merged_into_id", "alt_labels", "broader_id")
_NAMED = ("label", "alt_labels", "home_id")
_USED = ("label", "alt_labels", "kind", "home", "status", "merged_into", "broader", "coded")

type Name = dict[str, str]
type Places = dict[int, int | None]  # the id of each claim, and of what it is narrower than


def names_to_add(source: Claim, target: Claim) -> list[Name]:
    """Return the names by which the target is found once the source is part of it.

    There are none where only a collection knows them and the target is everybody's.
    """
    return _names(*({n: getattr(one, n) for n in _NAMED} for one in (source, target)))


def settle_claims(act: Act) -> None:
    """Write what claims became, by which names they are found and where they hang by that."""
    rows = {claim.pk: claim for claim in Claim.objects.order_by("pk").only(*_USED)}
    said = {key: _said(claim) for key, claim in rows.items()}
    if act.is_undo and said[act.merge.source_id]["status"] not in OPEN_CLAIM:
        kind = rows[act.merge.source_id].kind  # its tags come back before it is closed again
        status = ClaimStatus.ACTIVE if kind else ClaimStatus.PROPOSED
        said[act.merge.source_id]["status"] = status.value
    before, after = _gone_through(act.before, said), _gone_through(act.after, said)
    new = {key: _new(claim, before[key], after[key]) for key, claim in rows.items()}
    places = {key: columns.pop("broader_id") for key, columns in new.items()}
    write(rows.values(), said, new)
    _hang_all(rows, places, said)


def line_above(key: int | None, places: Mapping[int, int | None]) -> list[int]:
    """Return a claim and what it is narrower than, the nearest first; a circle ends it."""
    found: list[int] = []
    while key is not None and key not in found:
        found.append(key)
        key = places[key]
    return found


def _said(claim: Claim) -> Columns:
    own = [name for name in claim.alt_labels if name not in brought(claim, "alt_labels")]
    columns = as_coded(claim, _WRITTEN) | {"alt_labels": own}
    return columns | {"label": claim.label, "home_id": claim.home_id}


def _new(claim: Claim, before: Columns, after: Columns) -> Columns:
    """Return what a claim says after the act; where a person hung it since, it stays."""
    stays = claim.broader_id != before["broader_id"]
    return {
        "status": after["status"] if claim.status == before["status"] else claim.status,
        "merged_into_id": after["merged_into_id"],
        "alt_labels": renamed(claim.alt_labels, before["alt_labels"], after["alt_labels"]),
        "broader_id": claim.broader_id if stays else after["broader_id"],
    }


def _gone_through(edges: Edges, said: Mapping[int, Columns]) -> dict[int, Columns]:
    """Return what claims are after merges, of which one follows the other."""
    claims = {key: {**columns} for key, columns in said.items()}
    places = {key: columns["broader_id"] for key, columns in said.items()}
    for merge in edges.merges:
        source, target = claims[merge.source_id], claims[merge.target_id]
        places |= _hung_by(merge.source_id, merge.target_id, places)
        target["alt_labels"] = [*target["alt_labels"], *_names(source, target)]
        source["status"], source["merged_into_id"] = MERGED, edges.end(merge.source_id)
    return {key: columns | {"broader_id": places[key]} for key, columns in claims.items()}


def _hung_by(source: int, target: int, places: Places) -> Places:
    """Return the claims that hang elsewhere once `source` is `target`, without making a circle."""
    up, place = line_above(target, places), places[source]
    hung = {
        child: place if child in up else target
        for child, broader in places.items()
        if broader == source
    }
    if places[target] is None and place is not None and target not in line_above(source, places):
        hung[target] = place
    return hung


def _hang_all(rows: Mapping[int, Claim], new: Places, said: Mapping[int, Columns]) -> None:
    """Hang claims elsewhere, in an order in which none hangs below itself meanwhile."""
    now: Places = {key: claim.broader_id for key, claim in rows.items()}
    left = {key: place for key, place in new.items() if place != now[key]}
    while left:
        key = next((key for key in left if key not in line_above(left[key], now)), None)
        if key is None:  # two change places: one of them lets go first
            key = next(iter(left))
            if key in line_above(left[key], now | left):
                del left[key]  # somebody has hung another otherwise since
                continue
            place = None
        else:
            place = left.pop(key)
        now[key] = place
        claim = Claim.objects.get(pk=key)
        write([claim], {key: {"broader_id": said[key]["broader_id"]}}, {key: {"broader_id": place}})


def _names(source: Columns, target: Columns) -> list[Name]:
    """Return the names of the source that the target has not, each once."""
    if source["home_id"] != target["home_id"]:
        return []
    known = {_folded(target["label"]), *(_folded(name["text"]) for name in target["alt_labels"])}
    label = {"text": source["label"], "language": UNDETERMINED}
    found: dict[str, Name] = {}
    for name in (label, *source["alt_labels"]):
        if _folded(name["text"]) not in known:
            found.setdefault(_folded(name["text"]), name)
    return list(found.values())


def _folded(text: str) -> str:
    return text.casefold()

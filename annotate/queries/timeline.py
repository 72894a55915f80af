"""Who said what on a claim when, and who is on both sides of it over time."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from annotate.models import Claim
from annotate.queries.circumstances import written_date
from annotate.queries.claim_tags import Standing, dated, undated
from annotate.queries.evidence import OLDEST_FIRST, Evidence, evidence_page, standing
from annotate.queries.shared_evidence import Quotes, Shelf
from annotate.queries.sources import Sources
from annotate.text.wording import Name, capitalised, with_article
from annotate.web.paging import Page
from corpus.access import Reader

FIRST = 12  # before "the whole timeline"
CHANGES = 5  # of those on both sides, before "and n more"
LATER_NOT = gettext_noop(
    "%(name)s said so %(said)s and says it is not so %(denied)s: "
    "a change over time, not two sources."
)
LATER_SO = gettext_noop(
    "%(name)s said it is not so %(denied)s and says so %(said)s: "
    "a change over time, not two sources."
)
AT_ONCE = gettext_noop(
    "%(name)s says so and says it is not so, both %(said)s: on both sides, and not two sources."
)
OTHERS_SAY = gettext_noop(
    "%(name)s says it is not so %(denied)s; others said %(said)s that they hold it: "
    "a dispute over one position, not two sources."
)


class Year(NamedTuple):
    """How many quotes of a year are on each side."""

    year: int
    holding: int
    denying: int
    open: int


@dataclass(frozen=True)
class Timeline:
    """The first dated quotes on a claim, oldest first; how many there are, and how many undated.

    `years` is an overview of a timeline too long to be shown at once, else empty. `changed` are
    the agents on both sides; the first of them are told of in `changes`.
    """

    quotes: Quotes
    total: int
    undated: int
    years: list[Year]
    changed: frozenset[int]
    changes: list[str]


def timeline_of(
    tags: Sequence[Standing], sources: Sources, names: Mapping[int | None, Name], *, shelf: Shelf
) -> Timeline:
    """Return the timeline of a claim from its tags, which come oldest first.

    `names` are those of the agents in them.
    """
    changed = on_both_sides(sources)
    timed = [tag for tag in tags if tag.is_dated]
    return Timeline(
        quotes=shelf.ask(tag.id for tag in timed[:FIRST]),
        total=len(timed),
        undated=len(tags) - len(timed),
        years=_years(timed) if len(timed) > FIRST else [],
        changed=changed,
        changes=_changes(sorted(changed)[:CHANGES], tags, sources, names),
    )


def timeline_page(
    claim: Claim, *, reader: Reader, is_dated: bool, after: str | None = None
) -> Page[Evidence]:
    """Return a page of the quotes on a claim, oldest first: the dated ones or the others."""
    keep = dated if is_dated else undated
    tags = keep(standing(reader).filter(claim=claim))
    return evidence_page(tags, OLDEST_FIRST, reader=reader, after=after)


def on_both_sides(sources: Sources) -> frozenset[int]:
    """Return who both holds the claim and denies it: a change over time, not two sources."""
    count = sources.count
    holding, denying = (
        frozenset(agent for group in groups for agent in group.agents)
        for groups in (count.affirmed, count.denied)
    )
    return holding & denying


def _changes(
    agents: Sequence[int],
    tags: Sequence[Standing],
    sources: Sources,
    names: Mapping[int | None, Name],
) -> list[str]:
    """Return a sentence for each of some agents that are on both sides, by the counted tags."""
    count = sources.count
    counted = {tag for group in (*count.affirmed, *count.denied) for tag in group.tags}
    kept = [tag for tag in tags if tag.id in counted]
    return [_change(agent, capitalised(with_article(names[agent])), kept) for agent in agents]


def _change(agent: int, name: str, tags: Sequence[Standing]) -> str:
    said = [tag for tag in tags if tag.says_so(agent)]
    told = [tag for tag in tags if tag.holder == agent]
    denied = [tag for tag in tags if tag.voice == agent and tag.is_against]
    known = said or told
    words = {"name": name, "said": _when(known, denied), "denied": _when(denied, known)}
    return _(_sentence(bool(said), _ends(known), _ends(denied))) % words


def _sentence(is_own: bool, said: set[datetime.date], denied: set[datetime.date]) -> str:
    """Return how to tell of somebody on both sides, from the days on which they were on each."""
    if not is_own:
        return OTHERS_SAY
    if said == denied:
        return AT_ONCE
    return LATER_SO if said and denied and min(said) > max(denied) else LATER_NOT


def _ends(tags: Iterable[Standing]) -> set[datetime.date]:
    return {tag.said_at for tag in tags if tag.is_dated}


def _when(tags: Sequence[Standing], others: Sequence[Standing]) -> str:
    """Return the years of some tags, or the days where years do not tell them from `others`."""
    days = sorted(_ends(tags))
    if not days:
        return _("at a time nobody has stated")
    if {day.year for day in days} & {day.year for day in _ends(others)}:
        return _("on %(days)s") % {"days": _shortened([written_date(day) for day in days])}
    years = [str(year) for year in sorted({day.year for day in days})]
    return _("in %(years)s") % {"years": _shortened(years)}


def _shortened(times: Sequence[str]) -> str:
    return ", ".join(times if len(times) < 5 else (*times[:2], "…", times[-1]))


def _years(tags: Iterable[Standing]) -> list[Year]:
    found: dict[int, list[int]] = {}
    for tag in tags:
        sides = found.setdefault(tag.said_at.year, [0, 0, 0])
        sides[1 if tag.is_against else 2 if tag.is_open or tag.stance == "attributes" else 0] += 1
    return [Year(year, *sides) for year, sides in sorted(found.items())]

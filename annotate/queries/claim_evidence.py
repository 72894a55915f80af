"""The evidence on a claim, for and against, shared out among its independent sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import Http404

from annotate.counting.independence import Count, Group
from annotate.models import Claim, Tag
from annotate.queries.claim_tags import Standing
from annotate.queries.disputes import disputed
from annotate.queries.evidence import BY_VOICE, Evidence, evidence_page, standing
from annotate.queries.shared_evidence import Quotes, Shelf
from annotate.queries.sources import Source, Sources
from annotate.web.paging import Page
from corpus.access import Reader

SOURCES = 6  # of one side, on one page
QUOTES = 3  # of one source, before "all of them"
LEFT = 4  # of those that are not counted, and of those that ask
LEFT_OVER = ("asking", "uncounted")
SIDES = ("for", "against", "attested", *LEFT_OVER)


@dataclass(frozen=True)
class SourceQuotes:
    """An independent source with the first of its quotes; `key` is an agent that names it."""

    kind: str  # own, said or denied
    source: Source
    key: int
    total: int
    quotes: Quotes


@dataclass(frozen=True)
class Part:
    """The first of some quotes that are shown apart; `why` says what they are."""

    why: str
    total: int
    quotes: Quotes


@dataclass(frozen=True)
class Side:
    """One side of the evidence; `after` names the source behind which the next page begins."""

    name: str
    tags: int
    sources: list[SourceQuotes]
    number: int
    after: int | None
    uncounted: list[Part]


@dataclass(frozen=True)
class ClaimEvidence:
    """For and against, and who only asks."""

    sides: list[Side]
    asking: Part


def share_out(
    tags: Sequence[Standing],
    sources: Sources,
    doubted: set[int],
    *,
    shelf: Shelf,
    cursors: Mapping[str, str],
) -> ClaimEvidence:
    """Return the evidence by side and source, asking `shelf` for what is shown of it.

    Own words come before what others say about somebody; `cursors` has, for a side, the source
    behind which its page begins. A tag on another's position may be on both sides.
    """
    count, named = sources.count, _named(sources)
    desk = _Desk({tag.id: tag for tag in tags}, doubted, set(count.unconfirmed), shelf)
    left = LeftOver.of(tags, count)
    return ClaimEvidence(
        sides=[
            desk.side("for", named["for"], left.holding, cursors.get("for", "")),
            desk.side("against", named["against"], left.denying, cursors.get("against", "")),
        ],
        asking=desk.part("asking", left.asking),
    )


@dataclass(frozen=True)
class LeftOver:
    """The live tags of no source: of either side, and those that only ask."""

    holding: list[int]
    denying: list[int]
    asking: list[int]

    @classmethod
    def of(cls, tags: Sequence[Standing], count: Count) -> "LeftOver":
        """Return what `count` leaves over of the tags."""
        held = {tag for group in count.affirmed for tag in group.tags}
        denied = {tag for group in count.denied for tag in group.tags}
        return cls(
            [t.id for t in tags if not t.is_against and not t.is_open and t.id not in held],
            [t.id for t in tags if t.is_against and t.id not in denied],
            [t.id for t in tags if t.is_open],
        )


def doubted_tags(claim: Claim, *, reader: Reader) -> set[int]:
    """Return the ids of the tags that people read differently, or object to."""
    return set(disputed(standing(reader).filter(claim=claim)).values_list("pk", flat=True))


def quotes_page(
    claim: Claim,
    sources: Sources,
    side: str,
    agent: int | None,
    *,
    reader: Reader,
    after: str | None = None,
) -> tuple[Source | None, Page[Evidence]]:
    """Return a page of the quotes of one of the `SIDES`, by voice.

    With `agent`, only those of the source it belongs to, which is returned first. Raise Http404
    where it belongs to none.
    """
    named = _named(sources).get(side, [])
    if agent is not None:
        named = [one for one in named if agent in one[1].agents]
        if not named:
            raise Http404
    ids = {tag for _kind, group, _source in named for tag in group.tags}
    if side in LEFT_OVER:
        left = LeftOver.of(sources.tags, sources.count)
        ids.update(left.asking if side == "asking" else left.holding + left.denying)
    tags = Tag.objects.filter(pk__in=ids)
    found = evidence_page(tags, BY_VOICE, reader=reader, after=after)
    return (named[0][2] if agent is not None else None), found


type _Named = tuple[str, Group, Source]


def _named(sources: Sources) -> dict[str, list[_Named]]:
    """Return the sources of each side with their tags, own words before what others tell."""
    count = sources.count
    return {
        "for": [
            *_in_order("own", count.own_words, sources.own_words),
            *_in_order("said", count.said_to_hold, sources.said_to_hold),
        ],
        "against": _in_order("denied", count.denied, sources.denied),
        "attested": _in_order("attested", count.attested, sources.attested),
    }


def _in_order(kind: str, groups: Sequence[Group], sources: Sequence[Source]) -> list[_Named]:
    """Return groups with their names, by these."""
    named = [(kind, *pair) for pair in zip(groups, sources, strict=True)]
    return sorted(named, key=lambda one: [voice.name.casefold() for voice in one[2].voices])


@dataclass(frozen=True)
class _Desk:
    """What is needed to share tags out."""

    tags: Mapping[int, Standing]
    doubted: set[int]
    unconfirmed: set[int]
    shelf: Shelf

    def side(self, name: str, named: list[_Named], left: list[int], after: str) -> Side:
        """Return a page of the sources of one side."""
        keys = [str(source.voices[0].pk) for _kind, _group, source in named]
        begin = keys.index(after) + 1 if after in keys else 0
        shown, rest = named[begin : begin + SOURCES], named[begin + SOURCES :]
        tags = {tag for _kind, group, _source in named for tag in group.tags}
        return Side(
            name=name,
            tags=len(tags) + len(left),
            sources=[self.quotes(*one) for one in shown],
            number=len(named),
            after=shown[-1][2].voices[0].pk if rest else None,
            uncounted=[] if begin else self.uncounted(left),
        )

    def quotes(self, kind: str, group: Group, source: Source) -> SourceQuotes:
        """Return the first quotes of a source: own words before what others tell of it."""
        tags = [self.tags[tag] for tag in group.tags if tag in self.tags]
        first = sorted(tags, key=lambda t: (t.is_told(group.agents), t.said_at, t.id))[:QUOTES]
        # Tags on one sentence are together.
        first.sort(key=lambda t: (t.is_told(group.agents), t.voice, t.stance, t.holder or 0))
        quotes = self.shelf.ask(tag.id for tag in first)
        return SourceQuotes(kind, source, source.voices[0].pk, len(tags), quotes)

    def uncounted(self, left: list[int]) -> list[Part]:
        """Return the tags that are not counted, apart by why."""
        reasons: dict[str, list[int]] = {"doubted": [], "unconfirmed": [], "unreviewed": []}
        for key in left:
            tag = self.tags[key]
            if key in self.doubted:
                reasons["doubted"].append(key)
            elif self.unconfirmed.intersection({tag.voice, tag.holder}):
                reasons["unconfirmed"].append(key)
            else:
                reasons["unreviewed"].append(key)
        return [self.part(why, ids) for why, ids in reasons.items() if ids]

    def part(self, why: str, ids: list[int]) -> Part:
        """Return the first of some tags."""
        return Part(why, len(ids), self.shelf.ask(ids[:LEFT]))

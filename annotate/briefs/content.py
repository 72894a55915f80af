"""What a brief says, as plain values: the same for the page, an edition and its downloads."""

import datetime
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import FETCH_RAISE, Q
from django.utils import timezone

from annotate.briefs.counts import Sources, sources_of
from annotate.briefs.exhibits import Exhibit, Exhibitor, exhibited, side_of
from annotate.briefs.scope import Scope
from annotate.briefs.wording import apart_of, left_out, lines_of, was_split
from annotate.models import Brief, BriefItem, Claim, ClaimStatus, ItemKind, Tag
from annotate.models.brief import WORDS
from annotate.queries.disputes import disputed
from annotate.queries.splits import became_of
from annotate.queries.tags import sentence_of
from corpus.access import Reader

FORMAT = 1
SIDES = ("for", "against", "open")

type Content = dict[str, Any]


def content_of(brief: Brief, *, reader: Reader) -> "tuple[Content, Book]":
    """Return all that the brief prints, and the book its exhibits were taken from.

    The number of queries depends on how deep narrower claims lie, not on how many there are.
    """
    scope = Scope(brief, reader)
    items = list(brief.items.all().fetch_mode(FETCH_RAISE))
    book = _open(scope, items)
    content = {
        "format": FORMAT,
        "title": brief.title,
        "question": brief.question,
        "scope": {
            "collections": [one.name for one in scope.collections],
            "as_of": moment(timezone.now()),
        },
        "puts_in": {"notes": brief.shows_notes, "reviewers": brief.shows_reviewers},
        "parts": [book.part(item) for item in items],
    }
    content["exhibits"] = len(book.numbers)
    return content, book


def written(content: Content) -> str:
    """Return content as JSON in the one form of which the SHA-256 sum is taken."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def moment(at: datetime.datetime) -> str:
    """Return a moment as editions write it, in UTC."""
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _open(scope: Scope, items: Iterable[BriefItem]) -> "Book":
    """Fetch everything that the items print: claims, narrower ones, tags and numbers."""
    items = list(items)
    wanted = {item.tag_id for item in items if item.tag_id}
    quoted = {tag.pk: tag for tag in exhibited(scope.tags().filter(pk__in=wanted))}
    became = _became(scope, {item.claim_id for item in items if item.claim_id})
    asked = set(became.values())
    claims, narrower = _with_narrower(scope, asked)
    beside = {tag.claim_id for tag in quoted.values()}
    tags = {
        tag.pk: tag
        for tag in exhibited(scope.tags().filter(Q(claim__in=claims) | Q(claim__in=beside)))
    }
    doubted = frozenset(disputed(scope.tags().filter(pk__in=tags)).values_list("pk", flat=True))
    sources = {key for tag in tags.values() if (key := tag.passage.quote_source_id)}
    split = [claim.pk for claim in claims.values() if claim.status == ClaimStatus.SPLIT]
    named = scope.documents().filter(pk__in=sources).values_list("pk", flat=True)
    return Book(
        exhibitor=Exhibitor(scope, frozenset(named), doubted),
        became=became,
        claims=claims,
        narrower=narrower,
        parts=became_of(split) if split else {},
        tags=tags,
        sources=sources_of(claims, scope=scope),
    )


def _became(scope: Scope, asked: Iterable[int]) -> dict[int, int]:
    """Return what each claim is now: itself, or the one it was merged into."""
    rows = scope.claims().filter(pk__in=asked).values_list("pk", "merged_into")
    return {claim: target or claim for claim, target in rows}


def _with_narrower(
    scope: Scope, asked: Iterable[int]
) -> tuple[dict[int, Claim], dict[int, list[int]]]:
    """Return the claims and all that are narrower than they are, and which directly are."""
    claims: dict[int, Claim] = {}
    narrower: dict[int, list[int]] = defaultdict(list)
    found = scope.claims().filter(pk__in=asked)
    while new := {claim.pk: claim for claim in found.order_by("pk") if claim.pk not in claims}:
        claims |= new
        found = scope.claims().filter(broader__in=new).exclude(status=ClaimStatus.MERGED)
    for claim in claims.values():
        if claim.broader_id in claims:
            narrower[claim.broader_id].append(claim.pk)
    return claims, narrower


@dataclass
class Book:
    """All that a brief may print; it numbers exhibits in the order in which they are printed."""

    exhibitor: Exhibitor
    became: dict[int, int]
    claims: dict[int, Claim]
    narrower: dict[int, list[int]]
    parts: dict[int, list[Claim]]
    tags: dict[int, Tag]
    sources: dict[int, Sources]
    numbers: dict[int, int] = field(default_factory=dict)

    def part(self, item: BriefItem) -> Content:
        """Return what a part of the brief prints."""
        part: Content = {"kind": item.kind, "item": item.pk}
        if item.kind in WORDS:
            return part | {"text": item.text}
        claim = self.became.get(item.claim_id or 0)
        if claim in self.claims:
            said = self._claim(claim, omits=item.omits_against)
            below = [self._claim(key, omits=item.omits_against) for key in self._below(claim)]
            return part | said | {"narrower": below}
        if item.kind == ItemKind.TAG and item.tag_id in self.tags:
            return part | self._quote(self.tags[item.tag_id], omits=item.omits_against)
        return part | {"gone": True}

    def documents(self) -> list[int]:
        """Return the documents that the numbered exhibits are taken from, or name."""
        tags = [self.tags[key] for key in self.numbers]
        named = {tag.passage.quote_source_id for tag in tags if tag.passage.quote_source_id}
        stand_in = {tag.passage.text_version.document_id for tag in tags}
        return sorted(stand_in | (named & self.exhibitor.printable))

    def documents_counted(self) -> list[int]:
        """Return the documents on which the printed numbers, and the reasons for them, rest."""
        return sorted({key for sources in self.sources.values() for key in sources.documents})

    def claims_named(self) -> list[int]:
        """Return the claims that are printed, by themselves or with an exhibit."""
        parts = {part.pk for parts in self.parts.values() for part in parts}
        return sorted({*self.claims, *parts, *(self.tags[key].claim_id for key in self.numbers)})

    def _claim(self, key: int, *, omits: bool) -> Content:
        claim = self.claims[key]
        by_side: dict[str, list[Tag]] = defaultdict(list)
        for tag in self._by_claim[key]:
            by_side[side_of(tag)].append(tag)
        omitted = by_side.pop("against", []) if omits else []
        return {
            "claim": claim.public_id,
            "uid": str(claim.uid),
            "label": claim.label,
            "text": claim.text,
            "wording": claim.wording,
            **self._numbers(claim),
            "sides": [
                {"side": side, "exhibits": [self._exhibit(tag) for tag in by_side[side]]}
                for side in SIDES
                if by_side[side]
            ],
            "left_out": left_out(len(omitted)) if omits else "",
        }

    def _numbers(self, claim: Claim) -> Content:
        """Return the numbers; for a claim that was split, what it became."""
        sources = self.sources[claim.pk]
        if claim.status != ClaimStatus.SPLIT:
            return {"numbers": lines_of(sources)}
        split = was_split(self.parts.get(claim.pk, []))
        return {"numbers": list(apart_of(sources)), "split": split}

    def _quote(self, tag: Tag, *, omits: bool) -> Content:
        """Return one quote, and the evidence on the other side of its claim."""
        opposite = "for" if side_of(tag) == "against" else "against"
        others = [other for other in self._by_claim[tag.claim_id] if side_of(other) == opposite]
        return {
            "claim": tag.claim.public_id,
            "exhibit": self._exhibit(tag),
            "other_side": opposite,
            "others": [] if omits else [self._exhibit(other) for other in others],
            "left_out": left_out(len(others)) if omits else "",
        }

    def _exhibit(self, tag: Tag) -> Exhibit:
        """Return an exhibit in full the first time, afterwards only its number."""
        number = self.numbers.get(tag.pk)
        if number is not None:
            return {"number": number, "again": True, "sentence": sentence_of(tag)}
        number = self.numbers[tag.pk] = len(self.numbers) + 1
        return self.exhibitor.exhibit(tag, number)

    @cached_property
    def _by_claim(self) -> dict[int, list[Tag]]:
        by_claim: dict[int, list[Tag]] = defaultdict(list)
        for tag in self.tags.values():
            by_claim[tag.claim_id].append(tag)
        return by_claim

    def _below(self, claim: int) -> list[int]:
        """Return all claims narrower than one, each once, also where they form a ring."""
        found, waiting = {claim: None}, [claim]
        while waiting:
            for key in self.narrower[waiting.pop(0)]:
                if key not in found:
                    found[key] = None
                    waiting.append(key)
        return list(found)[1:]

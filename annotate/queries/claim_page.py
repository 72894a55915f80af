"""All that the page of a claim shows, in a fixed number of queries."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotate.models import Claim
from annotate.queries.claim_answers import Answers, answers_for
from annotate.queries.claim_codebook import Codebook, codebook_of
from annotate.queries.claim_conflicts import Disputes, disputes_among
from annotate.queries.claim_evidence import ClaimEvidence, doubted_tags, share_out
from annotate.queries.claim_links import LinkList, links_at
from annotate.queries.claims import claims_around, second_looks
from annotate.queries.evidence import Evidence, names_of
from annotate.queries.remarks import Remarks, remarks_on
from annotate.queries.shared_evidence import Shelf
from annotate.queries.sources import Sources, sources_of
from annotate.queries.timeline import Timeline, timeline_of
from annotate.web.paging import Page
from corpus.access import WRITERS, Reader, holds, roles_of
from corpus.models import Person, Role


@dataclass(frozen=True)
class Tagged:
    """The evidence on a claim: four answers, conflicts, both sides by source, times, links."""

    answers: Answers
    evidence: ClaimEvidence
    timeline: Timeline
    conflicts: LinkList
    links: list[LinkList]
    disputes: Disputes
    is_contested: bool
    tags: int
    documents: int

    @property
    def has_conflict(self) -> bool:
        """Whether anything is in conflict."""
        found = self.conflicts.total or self.disputes.total or self.timeline.changed
        return self.is_contested or bool(found)

    @property
    def is_linked(self) -> bool:
        """Whether any other link is at the evidence."""
        return any(found.total for found in self.links)


@dataclass(frozen=True)
class ClaimPage:
    """A claim as one reader sees it: its sources and evidence, and what that reader may do.

    `reviewed` are the ids of the collections in which they may link.
    """

    claim: Claim
    sources: Sources
    tagged: Tagged
    looks: Page[Evidence] | None
    around: list[Claim]
    codebook: Codebook
    remarks: Remarks
    reviewed: set[int]
    may_curate: bool
    may_review: bool


def claim_page(claim: Claim, reader: Person, *, asked: Mapping[str, str]) -> ClaimPage:
    """Return what the page of a claim shows of all that `reader` may see (I20).

    `asked` has, for a side, the source behind which its page begins; and under `looks` the
    cursor of the tags that need a second look.
    """
    roles, sources = roles_of(reader), sources_of(claim, reader=reader)
    tagged = _tagged(claim, sources, reader=reader, cursors=asked)
    may_curate = holds(roles, claim.home_id, Role.CURATOR)
    return ClaimPage(
        claim=claim,
        sources=sources,
        tagged=tagged,
        looks=_looks(claim, sources, reader=reader, after=asked.get("looks")),
        around=claims_around(claim, reader=reader),
        codebook=codebook_of(claim, reader=reader, curates=may_curate),
        remarks=remarks_on(claim, reader),
        reviewed=_reviewed(roles) if tagged.tags > 1 else set(),
        may_curate=may_curate,
        may_review=holds(roles, claim.home_id, *WRITERS),
    )


def became_of(claim: Claim, reader: Reader) -> Claim | None:
    """Return what a merged claim became, if `reader` may see it."""
    if claim.merged_into is None:
        return None
    return Claim.objects.visible_to(reader).filter(pk=claim.merged_into.pk).first()


def _looks(
    claim: Claim, sources: Sources, *, reader: Reader, after: str | None
) -> Page[Evidence] | None:
    if not sources.count.second_looks:
        return None
    return second_looks(claim, reader=reader, after=after)


def _reviewed(roles: Mapping[int, str]) -> set[int]:
    return {collection for collection, role in roles.items() if role in WRITERS}


def _tagged(
    claim: Claim, sources: Sources, *, reader: Reader, cursors: Mapping[str, str]
) -> Tagged:
    """Return the evidence on a claim, named and shared out; one shelf fetches all of it."""
    shelf, tags = Shelf(), sources.tags
    names = names_of({agent for tag in tags for agent in tag.agents})
    doubted = doubted_tags(claim, reader=reader) if sources.count.second_looks else set()
    links = links_at(claim, reader=reader, shelf=shelf)
    tagged = Tagged(
        answers=answers_for(tags, names),
        evidence=share_out(tags, sources, doubted, shelf=shelf, cursors=cursors),
        timeline=timeline_of(tags, sources, names, shelf=shelf),
        conflicts=links["conflict"],
        links=[links["inside"], links["outside"]],
        disputes=disputes_among(doubted, shelf=shelf),
        is_contested=sources.count.contested,
        tags=len(tags),
        documents=len({tag.document for tag in tags}),
    )
    shelf.fill(reader=reader)
    return tagged

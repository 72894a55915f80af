"""All that the page of a claim shows of its evidence, in a fixed number of queries."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotate.models import Claim
from annotate.queries.claim_answers import Answers, answers_for
from annotate.queries.claim_conflicts import Disputes, disputes_among
from annotate.queries.claim_evidence import ClaimEvidence, doubted_tags, share_out
from annotate.queries.claim_links import LinkList, links_at
from annotate.queries.evidence import names_of
from annotate.queries.shared_evidence import Shelf
from annotate.queries.sources import Sources
from annotate.queries.timeline import Timeline, timeline_of
from corpus.access import Reader


@dataclass(frozen=True)
class ClaimPage:
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


def claim_page(
    claim: Claim, sources: Sources, *, reader: Reader, cursors: Mapping[str, str]
) -> ClaimPage:
    """Return what the page of a claim shows of the tags that `reader` may see (I20).

    `cursors` has, for a side, the source behind which its page begins.
    """
    shelf, tags = Shelf(), sources.tags
    names = names_of({agent for tag in tags for agent in tag.agents})
    doubted = doubted_tags(claim, reader=reader) if sources.count.second_looks else set()
    links = links_at(claim, reader=reader, shelf=shelf)
    page = ClaimPage(
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
    return page

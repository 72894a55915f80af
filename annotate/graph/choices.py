"""What a picture of the evidence may start from: found by words, or lately in use."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from annotate.models import Claim, ClaimStatus, Tag
from annotate.queries.claim_finder import matching_claims
from annotate.queries.matching import contains_all, words_of
from corpus.access import Reader
from corpus.models import Agent, Document
from corpus.models.agent import AgentStatus

MOST = 8  # of each kind
TAGS_LOOKED_AT = 1_000  # how many of the last tags say what is in use
_DOCUMENT = "passage__text_version__document"


@dataclass(frozen=True)
class Choices:
    """Some claims, agents, documents and tags to start from."""

    claims: list[Claim]
    agents: list[Agent]
    documents: list[Document]
    tags: list[Tag] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.claims or self.agents or self.documents or self.tags)


def choices_for(reader: Reader, query: str) -> Choices:
    """Return what `query` may mean of all that `reader` may see; nothing typed: what is in use."""
    return _found(reader, query) if query else _in_use(reader)


def _found(reader: Reader, query: str) -> Choices:
    words = words_of(query)
    claims = Claim.objects.visible_to(reader).exclude(status=ClaimStatus.MERGED)
    agents = Agent.objects.visible_to(reader).exclude(status=AgentStatus.MERGED)
    documents = Document.objects.visible_to(reader)
    tags = Tag.objects.live().visible_to(reader).filter(contains_all("exact", words))
    return Choices(
        claims=list(matching_claims(claims, query, reader).order_by("label", "pk")[:MOST]),
        agents=list(
            agents.filter(contains_all("name", words) | Q(aliases__icontains=query)).order_by(
                "name", "pk"
            )[:MOST]
        ),
        documents=list(
            documents.filter(contains_all("title", words) | contains_all("symbol", words))
            .select_related("author")
            .order_by("title", "pk")[:MOST]
        ),
        tags=list(tags.select_related("claim", "asserted_by").order_by("pk")[:MOST]),
    )


def _in_use(reader: Reader) -> Choices:
    last = Tag.objects.live().visible_to(reader).order_by("-pk")
    rows = list(last.values_list("claim", "asserted_by", _DOCUMENT)[:TAGS_LOOKED_AT])
    claims, agents, documents = (_most_used(row[place] for row in rows) for place in range(3))
    found_claims = Claim.objects.visible_to(reader).in_bulk(claims)
    found_agents = Agent.objects.visible_to(reader).in_bulk(agents)
    seen = Document.objects.visible_to(reader).select_related("author")
    found_documents = seen.in_bulk(documents)
    return Choices(
        claims=[found_claims[key] for key in claims],
        agents=[found_agents[key] for key in agents],
        documents=[found_documents[key] for key in documents],
    )


def _most_used(keys: Iterable[int]) -> list[int]:
    """Return the commonest keys, of equals the smaller first."""
    counted = Counter(keys)
    return sorted(counted, key=lambda key: (-counted[key], key))[:MOST]

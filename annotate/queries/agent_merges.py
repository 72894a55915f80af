"""What a merge of agents would change, as its curator may see it; what was merged, told apart."""

import hashlib
from dataclasses import dataclass

from django.db.models import FETCH_RAISE, Q, QuerySet
from django.utils.translation import gettext as _

from annotate.codebook.agent_merges import names_to_add
from annotate.models import AgentMerge, AgentPair, Speech, Tag
from annotate.models.merge import HOME_SENTENCE, PAIR_SENTENCE
from annotate.queries.agent_finder import near_among
from annotate.queries.evidence import BY_VOICE, Evidence, evidence_page
from annotate.queries.joins import Joined, joins_of
from annotate.queries.kept_agents import kept_agents
from corpus.models import Agent, Document, Passage, Person
from corpus.models.agent import AgentStatus
from corpus.models.passage import PassageKind

SHOWN = 20
LIKE = 5
_VERSION = "text_version__document"
_DOCUMENT = f"passage__{_VERSION}"


@dataclass(frozen=True)
class AgentMergePreview:
    """What merging would change, of what the curator can see.

    `between` are tags in which one of the two speaks of, or in the words of, the other. `seal`
    changes with every tag of either that the curator can see.
    """

    tags: int
    documents: list[Document]
    passages: int
    quotes: list[Passage]
    between: list[Evidence]
    names: list[str]
    refused: list[str]
    seal: str


@dataclass(frozen=True)
class Register:
    """Where an agent stands among the others: what became it, what is like it, what is not it."""

    merges: list[AgentMerge]
    near: list[Agent]
    apart: list[tuple[Agent, AgentPair]]
    joined: list[Joined]
    may_curate: bool


def preview_of(source: Agent, target: Agent, *, reader: Person) -> AgentMergePreview:
    """Return what would become of tags and documents if `source` were `target`."""
    both = (source.pk, target.pk)
    named = Q(asserted_by__in=both) | Q(held_by__in=both)
    seen = list(Tag.objects.visible_to(reader).filter(named).order_by("pk").only(*_READ))
    documents = Document.objects.visible_to(reader)
    passages = Passage.objects.filter(**{f"{_VERSION}__in": documents.values("pk")})
    between = _between(source, target, reader)
    return AgentMergePreview(
        tags=sum(source.pk in (tag.asserted_by_id, tag.held_by_id) for tag in seen),
        documents=list(documents.filter(_names(source)).order_by("title", "pk")[:SHOWN]),
        passages=passages.filter(Q(voice=source) | Q(speaker=source)).count(),
        quotes=list(_quotes(passages, source, target)[:SHOWN]),
        between=evidence_page(between, BY_VOICE, reader=reader, size=SHOWN).rows,
        names=names_to_add(source, target),
        refused=refusals_of(source, target),
        seal=hashlib.sha256(repr([(t.pk, t.revision) for t in seen]).encode()).hexdigest()[:32],
    )


def refusals_of(source: Agent, target: Agent) -> list[str]:
    """Return why the two cannot be merged; nothing where they can."""
    found = {
        str(PAIR_SENTENCE): target.pk in told_apart(source),
        str(HOME_SENTENCE): target.home_id not in (None, source.home_id),
        _("One of the two became another one already."): AgentStatus.MERGED
        in (source.status, target.status),
    }
    return [sentence for sentence, holds in found.items() if holds]


def register_of(agent: Agent, reader: Person) -> Register:
    """Return where an agent stands among others; what is like it is for those who may merge."""
    merges = (
        AgentMerge.objects.standing()
        .visible_to(reader)
        .filter(Q(target=agent) | Q(source__merged_into=agent))
        .select_related("source", "created_by")
        .order_by("pk")
        .fetch_mode(FETCH_RAISE)
    )
    pairs = told_apart(agent)
    told = Agent.objects.visible_to(reader).filter(pk__in=pairs).order_by("name", "pk")
    may_curate = kept_agents(reader).filter(pk=agent.pk).exists()
    return Register(
        merges=list(merges),
        near=near_agents(agent, reader=reader, apart=pairs) if may_curate else [],
        apart=[(other, pairs[other.pk]) for other in told],
        joined=joins_of(agent, reader=reader),
        may_curate=may_curate,
    )


def near_agents(agent: Agent, *, reader: Person, apart: dict[int, AgentPair]) -> list[Agent]:
    """Return the agents `reader` keeps that may be the same as this one, but for those `apart`."""
    others = kept_agents(reader).exclude(pk__in={agent.pk, *apart})
    return near_among(others.exclude(status=AgentStatus.MERGED), agent.name, LIKE)


def told_apart(agent: Agent) -> dict[int, AgentPair]:
    """Return the agents that this one, or what became it, is not: the pairs by their ids.

    What became either is asked for where as many know it as know what it became.
    """
    here = Q(pk=agent.pk) | Q(merged_into=agent, home=agent.home_id)
    family = set(Agent.objects.filter(here).values_list("pk", flat=True))
    pairs = AgentPair.objects.filter(Q(first__in=family) | Q(second__in=family)).order_by("pk")
    found: dict[int, AgentPair] = {}
    for pair in pairs.select_related("first__merged_into", "second__merged_into"):
        other = pair.second if pair.first_id in family else pair.first
        end = other.merged_into
        found[end.pk if end and end.home_id == other.home_id else other.pk] = pair
    return found


_READ = ("asserted_by", "held_by", "revision")


def _names(agent: Agent) -> Q:
    return Q(author=agent) | Q(speaker=agent) | Q(publisher=agent)


def _quotes(passages: QuerySet[Passage], source: Agent, target: Agent) -> QuerySet[Passage]:
    """Return the block quotes of the one in documents by the other, without a source."""
    quotes = passages.filter(kind=PassageKind.BLOCK_QUOTE, quote_source=None)
    author = f"{_VERSION}__author"
    one, other = Q(voice=source, **{author: target}), Q(voice=target, **{author: source})
    found = quotes.filter(one | other).select_related(_VERSION).defer("text_version__text")
    return found.order_by("pk").fetch_mode(FETCH_RAISE)


def _between(source: Agent, target: Agent, reader: Person) -> QuerySet[Tag]:
    both = (source.pk, target.pk)
    stance = Q(asserted_by__in=both, held_by__in=both)
    spoken = Q(passage__voice__in=both) | Q(
        **{"passage__voice": None, f"{_DOCUMENT}__author__in": both}
    )
    quoted = Q(asserted_by__in=both) & ~Q(speech=Speech.OWN) & spoken
    return Tag.objects.visible_to(reader).live().filter(stance | quoted)

"""What merging two agents would change, as its curator may see it."""

import hashlib
from dataclasses import dataclass

from django.db.models import FETCH_RAISE, Q, QuerySet
from django.utils.translation import gettext as _

from annotate.codebook.merged_agents import names_to_add
from annotate.models import Speech, Tag
from annotate.models.merge import HOME_SENTENCE, PAIR_SENTENCE
from annotate.queries.evidence import BY_VOICE, Evidence, evidence_page
from annotate.queries.told_apart import told_apart
from corpus.models import Agent, Document, Passage, Person
from corpus.models.agent import AgentStatus
from corpus.models.passage import PassageKind

SHOWN = 20
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
        _("One of the two has already been merged."): AgentStatus.MERGED
        in (source.status, target.status),
    }
    return [sentence for sentence, holds in found.items() if holds]


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

"""The evidence graph as data: tags, what they are about, who says it, and the links between."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import F
from django.urls import reverse

from annotate.models import SYMMETRIC, Relation
from annotate.models.link import FAMILY
from annotate.models.tag import POLARITY, Stance
from annotate.queries.selections import Selection
from annotate.text.wording import Name, sentence

MOST_TAGS = 5_000

type Node = dict[str, Any]
type Edge = dict[str, Any]


class TagRow(NamedTuple):
    """A tag with all that its nodes and edges name."""

    pk: int
    exact: str
    stance: str
    status: str
    speech: str
    claim_text: str
    public_id: str
    label: str
    kind: str
    claim_status: str
    color: int
    voice: int
    voice_name: str
    voice_kind: str
    holder: int | None
    holder_name: str | None
    holder_kind: str | None
    passage_voice: int | None
    passage_voice_name: str | None
    passage_voice_kind: str | None
    author: int | None
    author_name: str | None
    author_kind: str | None
    document: int
    title: str


@dataclass(frozen=True)
class Graph:
    """Nodes and edges in a stable order; `truncated` where there are more tags than these."""

    nodes: list[Node]
    edges: list[Edge]
    truncated: bool


def graph_of(selection: Selection) -> Graph:
    """Return the live tags asked for with their claims, voices and documents, and the live links
    between them; at most 5,000 tags, the oldest ones.
    """
    rows = list(islice(_tag_rows(selection), MOST_TAGS + 1))
    truncated = len(rows) > MOST_TAGS
    rows = rows[:MOST_TAGS]
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    for row in rows:
        for node in _nodes(row):
            nodes.setdefault(node["id"], node)
        edges.extend(_edges(row))
    edges.extend(_links(selection, {row.pk for row in rows}))
    return Graph(sorted(nodes.values(), key=_in_order), edges, truncated)


def _in_order(node: Node) -> tuple[str, int, str]:
    kind, _colon, key = node["id"].partition(":")
    return kind, len(key), key


def _tag_rows(selection: Selection) -> Iterator[TagRow]:
    document = "passage__text_version__document"
    values = (
        selection.tags()
        .order_by("pk")
        .annotate(
            claim_text=F("claim__text"),
            public_id=F("claim__public_id"),
            label=F("claim__label"),
            kind=F("claim__kind"),
            claim_status=F("claim__status"),
            color=F("claim__color"),
            voice=F("asserted_by_id"),
            voice_name=F("asserted_by__name"),
            voice_kind=F("asserted_by__kind"),
            holder=F("held_by_id"),
            holder_name=F("held_by__name"),
            holder_kind=F("held_by__kind"),
            passage_voice=F("passage__voice_id"),
            passage_voice_name=F("passage__voice__name"),
            passage_voice_kind=F("passage__voice__kind"),
            author=F(f"{document}__author_id"),
            author_name=F(f"{document}__author__name"),
            author_kind=F(f"{document}__author__kind"),
            document=F(f"{document}_id"),
            title=F(f"{document}__title"),
        )
        .values_list(*TagRow._fields)[: MOST_TAGS + 1]
    )
    return (TagRow(*row) for row in values)


def _conveyer(row: TagRow) -> tuple[int, Name] | None:
    """Return who conveys the words (I8)."""
    agent: tuple[int | None, str | None, str | None] = (None, None, None)
    if row.speech != "own" and row.passage_voice is not None:
        agent = (row.passage_voice, row.passage_voice_name, row.passage_voice_kind)
    elif row.speech != "own" or row.author != row.voice:
        agent = (row.author, row.author_name, row.author_kind)
    pk, name, kind = agent
    return (pk, Name(name or "", kind or "")) if pk is not None else None


def _nodes(row: TagRow) -> Iterator[Node]:
    conveyer = _conveyer(row)
    holder = Name(row.holder_name, row.holder_kind or "") if row.holder_name else None
    voice = Name(row.voice_name, row.voice_kind)
    yield {
        "id": f"tag:{row.pk}",
        "type": "tag",
        "label": sentence(
            row.stance,
            voice,
            holder,
            row.claim_text,
            conveyed_by=conveyer[1] if conveyer else None,
        ),
        "quote": row.exact,
        "stance": row.stance,
        "polarity": POLARITY[Stance(row.stance)],
        "status": row.status,
        "url": reverse("show_tag", args=[row.pk]),
    }
    yield {
        "id": f"claim:{row.public_id}",
        "type": "claim",
        "label": row.label,
        "text": row.claim_text,
        "kind": row.kind,
        "status": row.claim_status,
        "color": row.color,
        "url": reverse("show_claim", args=[row.public_id]),
    }
    yield {
        "id": f"document:{row.document}",
        "type": "document",
        "label": row.title,
        "url": reverse("show_document", args=[row.document]),
    }
    yield _agent_node(row.voice, voice)
    if row.holder and holder:
        yield _agent_node(row.holder, holder)
    if conveyer:
        yield _agent_node(*conveyer)


def _agent_node(pk: int, agent: Name) -> Node:
    return {"id": f"agent:{pk}", "type": "agent", "label": agent.name, "kind": agent.kind}


def _edges(row: TagRow) -> Iterator[Edge]:
    tag = f"tag:{row.pk}"
    yield {
        "id": f"{tag}:claim",
        "type": "stance",
        "source": tag,
        "target": f"claim:{row.public_id}",
        "stance": row.stance,
        "polarity": POLARITY[Stance(row.stance)],
    }
    conveyer = _conveyer(row)
    ends = {
        "asserted_by": f"agent:{row.voice}",
        "held_by": f"agent:{row.holder}" if row.holder else None,
        "conveyed_by": f"agent:{conveyer[0]}" if conveyer else None,
        "document": f"document:{row.document}",
    }
    for name, target in ends.items():
        if target:
            yield {"id": f"{tag}:{name}", "type": name, "source": tag, "target": target}


def _links(selection: Selection, tags: set[int]) -> Iterator[Edge]:
    """Yield the live links of which both ends are shown."""
    links = selection.links().filter(from_tag__in=tags, to_tag__in=tags).order_by("pk")
    for link in links.values_list(
        "pk",
        "from_tag_id",
        "to_tag_id",
        "relation",
        "strength",
        "directness",
        "rationale",
        named=True,
    ):
        yield {
            "id": f"link:{link.pk}",
            "type": "link",
            "source": f"tag:{link.from_tag_id}",
            "target": f"tag:{link.to_tag_id}",
            "relation": link.relation,
            "family": FAMILY[Relation(link.relation)],
            "symmetric": link.relation in SYMMETRIC,
            "strength": link.strength,
            "directness": link.directness,
            "rationale": link.rationale,
            "url": reverse("show_link", args=[link.pk]),
        }

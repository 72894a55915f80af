"""The nodes of a picture of the evidence, and how a tag hangs on what it is about."""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _

from annotate.graph.parts import Edge, Node
from annotate.graph.walk import Start
from annotate.models import Claim, Tag
from annotate.queries.evidence import Evidence, conveyer_of, rows_page
from annotate.queries.evidence_rows import EvidenceRow
from annotate.text.wording import Name
from corpus.access import Reader
from corpus.models import Agent, Document
from corpus.models.document import DatePrecision

BRIEFLY = 90  # code points of a quote in a line about two tags


@dataclass(frozen=True)
class Said:
    """A tag as evidence: how far it is from the start, and whom it names, by how it does."""

    evidence: Evidence
    distance: int
    people: dict[str, Agent]

    @property
    def node(self) -> str:
        """Return the id of its node."""
        return f"tag:{self.evidence.row.id}"


def said_in(hops: dict[int, int], *, reader: Reader) -> list[Said]:
    """Return the tags with these ids and distances, the nearest first, in three queries."""
    seen = Tag.objects.visible_to(reader).filter(pk__in=list(hops))
    rows = rows_page(seen, ("id",), size=max(len(hops), 1)).rows
    claims = Claim.objects.in_bulk({row.claim_id for row in rows})
    named = {
        row.id: {
            "asserted_by": row.voice_id,
            "held_by": row.holder_id,
            "conveyed_by": conveyer_of(row),
        }
        for row in rows
    }
    keys = {key for keys in named.values() for key in keys.values() if key}
    agents = Agent.objects.only("name", "disambiguation", "kind").in_bulk(keys)
    said = []
    for row in rows:
        people = {how: agents[key] for how, key in named[row.id].items() if key}
        names = {how: Name(agent.name, agent.kind) for how, agent in people.items()}
        evidence = Evidence(
            row=row,
            claim=claims[row.claim_id],
            voice=names["asserted_by"],
            holder=names.get("held_by"),
            conveyer=names.get("conveyed_by"),
        )
        said.append(Said(evidence, hops[row.id], people))
    return sorted(said, key=lambda one: (one.distance, one.evidence.row.id))


def new_nodes(said: Said, known: Container[str]) -> dict[str, Node]:
    """Return the nodes of a tag and of all it names or is on, except those known."""
    row, claim, distance = said.evidence.row, said.evidence.claim, said.distance
    makers: dict[str, Callable[[], Node]] = {
        said.node: lambda: _tag_node(said),
        f"claim:{claim.public_id}": lambda: _claim_node(claim, distance),
        f"document:{row.document_id}": lambda: document_node(
            row.document_id, row.document_title, row.document_language, distance
        ),
    }
    for agent in said.people.values():
        makers[f"agent:{agent.pk}"] = partial(_agent_node, agent, distance)
    return {key: make() for key, make in makers.items() if key not in known}


def start_node(start: Start) -> Node | None:
    """Return the node of a claim, agent or document to start from; a tag's comes with the tag."""
    thing = start.thing
    if isinstance(thing, Claim):
        return _claim_node(thing, 0)
    if isinstance(thing, Agent):
        return _agent_node(thing, 0)
    if isinstance(thing, Document):
        return document_node(thing.pk, thing.title, thing.language, 0)
    return None


def document_node(pk: int, title: str, language: str, distance: int) -> Node:
    """Return the node of a document."""
    return Node(
        id=f"document:{pk}",
        type="document",
        label=title,
        url=reverse("show_document", args=[pk]),
        distance=distance,
        language=language,
    )


def _tag_node(said: Said) -> Node:
    tag, row = said.evidence, said.evidence.row
    return Node(
        id=said.node,
        type="tag",
        label=tag.sentence,
        url=reverse("show_tag", args=[row.id]),
        distance=said.distance,
        text=_("%(who)s: “%(words)s”")
        % {"who": said.people["asserted_by"], "words": _briefly(row.exact)},
        quote=row.exact,
        stance=row.stance,
        side=tag.side,
        status=row.status,
        said_on=tag.said_on,
        date=_date(row),
        language=tag.language,
        color=tag.claim.color,
    )


def _date(row: EvidenceRow) -> str:
    """Return when it was said, no finer than it is known; as inherited as `Evidence.said_on`."""
    speaks_apart = row.passage_voice_id not in (None, row.author_id)
    if speaks_apart or row.passage_said_on:
        return row.passage_said_on.isoformat() if row.passage_said_on else ""
    known = {DatePrecision.YEAR.value: 4, DatePrecision.MONTH.value: 7}
    day = row.document_said_on.isoformat() if row.document_said_on else ""
    return day[: known.get(row.document_precision, 10)]


def _briefly(words: str) -> str:
    return words if len(words) <= BRIEFLY else words[: BRIEFLY - 1] + "…"


def _claim_node(claim: Claim, distance: int) -> Node:
    return Node(
        id=f"claim:{claim.public_id}",
        type="claim",
        label=claim.label,
        url=reverse("show_claim", args=[claim.public_id]),
        distance=distance,
        text=claim.text,
        status=claim.status,
        kind=claim.kind,
        color=claim.color,
    )


def _agent_node(agent: Agent, distance: int) -> Node:
    return Node(
        id=f"agent:{agent.pk}",
        type="agent",
        label=str(agent),
        url=reverse("show_agent", args=[agent.pk]),
        distance=distance,
        kind=agent.kind,
    )


def edges_of(said: Iterable[Said]) -> Iterator[Edge]:
    """Yield how tags hang on their claims, their documents and the agents they name."""
    sides = {"for": _("speaks for"), "against": _("speaks against"), "open": _("leaves open")}
    words = {
        "document": _("is in"),
        "asserted_by": _("in the words of"),
        "held_by": _("on the position of"),
        "conveyed_by": _("as quoted by"),
    }
    for one in said:
        row, tag = one.evidence.row, one.evidence
        yield Edge(
            id=f"{one.node}:claim",
            type="stance",
            source=one.node,
            target=f"claim:{tag.claim.public_id}",
            relation=row.stance,
            words=sides[tag.side],
            side=tag.side,
        )
        targets = {how: f"agent:{agent.pk}" for how, agent in one.people.items()}
        for how, target in {"document": f"document:{row.document_id}", **targets}.items():
            yield Edge(f"{one.node}:{how}", how, one.node, target, how, words[how])

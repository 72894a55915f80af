"""How what is shown bears on each other: linked by hand, computed, copied, not independent."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from annotate.graph.nodes import Said, document_node
from annotate.graph.parts import Edge, Node, agreements, conflicts
from annotate.graph.walk import Scope, Walk
from annotate.models import AgentJoin, Link, Relation, TagDerivation
from corpus.models import Document
from corpus.models.derivation import Derivation, DerivationKind

_QUOTES = {DerivationKind.VERBATIM_QUOTE, DerivationKind.ALTERED_QUOTE}


def linked(scope: Scope, said: Sequence[Said]) -> Iterator[Edge]:
    """Yield the links between tags that are shown, which the reader may therefore see."""
    shown = [one.evidence.row.id for one in said]
    found = Link.objects.filter(
        from_tag__in=shown,
        to_tag__in=shown,
        status__in=scope.link_statuses(),
        relation__in=scope.relations(),
    )
    columns = ("pk", "from_tag_id", "to_tag_id", "relation", "strength", "directness", "rationale")
    for link in found.order_by("pk").values_list(*columns, named=True):
        relation = Relation(link.relation)
        yield Edge(
            id=f"link:{link.pk}",
            type="link",
            source=f"tag:{link.from_tag_id}",
            target=f"tag:{link.to_tag_id}",
            relation=link.relation,
            words=str(relation.label),
            family=relation.family,
            is_symmetric=relation.is_symmetric,
            strength=link.strength,
            directness=link.directness,
            rationale=link.rationale,
            url=reverse("show_link", args=[link.pk]),
        )


def computed(walk: Walk, said: Sequence[Said], links: Sequence[Edge]) -> Iterator[Edge]:
    """Yield what two tags on one claim say by themselves, conflicts first.

    Where a link of the same family says it already it is not said again.
    """
    tags = [one.evidence for one in said]
    known = {(link.family, frozenset((link.source, link.target))) for link in links}
    for family, pairs in (("conflict", conflicts(tags)), ("agree", agreements(tags))):
        if family not in walk.families:
            continue
        for one, other in pairs:
            is_one_side = one.side == other.side != "open"
            source, target = sorted((one.row.id, other.row.id))
            edge = _same_claim(family, source, target, is_one_side)
            if (family, frozenset((edge.source, edge.target))) not in known:
                yield edge


def _same_claim(family: str, source: int, target: int, is_one_side: bool) -> Edge:
    if family == "conflict":
        relation, words = "opposite_sides", _("takes the other side from")
    elif is_one_side:
        relation, words = "same_side", _("takes the same side as")
    else:
        relation, words = "same_holder", _("is about the same position as")
    return Edge(
        id=f"same-claim:{family}:{source}:{target}",
        type="same_claim",
        source=f"tag:{source}",
        target=f"tag:{target}",
        relation=relation,
        words=words,
        family=family,
        is_computed=True,
        is_symmetric=True,
    )


def copied(walk: Walk, said: Sequence[Said]) -> Iterator[tuple[Node, Edge]]:
    """Yield what documents, passages and tags are copied from, each with the line to it.

    A document that the reader may not see is nowhere an origin (I20).
    """
    if "provenance" not in walk.families:
        return
    tags = [one.evidence.row.id for one in said]
    documents = {one.evidence.row.document_id for one in said}
    if isinstance(walk.start.thing, Document):
        documents.add(walk.start.thing.pk)
    origins = (
        ("document", Derivation.objects.filter(document__in=documents), F("document")),
        ("tag", Derivation.objects.filter(passage__tags__in=tags), F("passage__tags")),
        ("tag", TagDerivation.objects.filter(tag__in=tags), F("tag")),
    )
    for kind, rows, end in origins:
        for row in _to_documents_seen(walk, rows, end):
            yield _copied(f"{kind}:{row.end}", row)


def not_independent(scope: Scope, shown: Iterable[str]) -> Iterator[Edge]:
    """Yield which of the agents shown a curator says are not independent, and why.

    `shown` are the ids of nodes. What is known in one collection only is there for who may
    read that collection (I20).
    """
    if "provenance" not in scope.families:
        return
    kinds = (node.partition(":") for node in shown)
    agents = [int(key) for kind, _colon, key in kinds if kind == "agent"]
    joins = AgentJoin.objects.visible_to(scope.reader).by_now()
    joins = joins.filter(one__in=agents, other__in=agents)
    columns = ("pk", "one", "other", "reason")
    for join in joins.order_by("pk").values_list(*columns, named=True):
        yield Edge(
            id=f"not-independent:{join.pk}",
            type="not_independent",
            source=f"agent:{join.one}",
            target=f"agent:{join.other}",
            relation="not_independent",
            words=_("is not independent of"),
            family="provenance",
            is_symmetric=True,
            rationale=join.reason,
            url=reverse("show_agent", args=[join.one]),
        )


def _to_documents_seen(walk: Walk, rows: QuerySet[Any], end: F) -> Iterator[Any]:
    seen = Document.objects.visible_to(walk.reader)
    yield from (
        rows.filter(upstream__in=seen.values("pk"))
        .annotate(end=end)
        .order_by("pk", "end")
        .values_list(
            "pk", "end", "kind", "upstream_id", "upstream__title", "upstream__language", named=True
        )
    )


def _copied(source: str, row: Any) -> tuple[Node, Edge]:
    """Return the document at the origin, and the line to it."""
    # A tag has derivations of its own and its passage's, which are rows of two tables.
    origin = document_node(row.upstream_id, row.upstream__title, row.upstream__language, 0)
    relation = Relation.QUOTES if row.kind in _QUOTES else Relation.DERIVES_FROM
    edge = Edge(
        id=f"copied:{source}:{row.upstream_id}:{row.kind}",
        type="copied",
        source=source,
        target=origin.id,
        relation=relation,
        words=str(DerivationKind(row.kind).label),
        family=relation.family,
    )
    return origin, edge

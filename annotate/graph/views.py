"""The graph page: a picture of the evidence around a start, and the same as files."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from annotate.access import get_claim, get_tag
from annotate.graph import files
from annotate.graph.around import MOST_NODES, graph_around
from annotate.graph.choices import choices_for
from annotate.graph.forms import FAMILY_WORDS, STARTS, GraphForm
from annotate.graph.parts import Graph
from annotate.graph.picture import picture_of, table_of
from annotate.graph.walk import Start
from annotate.models import Claim, Tag
from annotate.queries.agents import get_agent
from annotate.web.finding import typed
from annotate.web.going_back import number_in
from annotate.web.partials import draw
from corpus.access import get_document
from corpus.models import Agent, Document

PAGE = "annotate/graph/graph.html"
CHOICES = "annotate/graph/start.html"
CSV = "text/csv; charset=utf-8; header=present"


@require_safe
def show_graph(request: HttpRequest) -> HttpResponse:
    """Show what is around a claim, an agent, a document or a tag; without one, offer some."""
    start = _start_of(request)
    if start is None:
        return _draw_choices(request)
    form = GraphForm(request.GET, reader=request.user, start=start)
    context = {"form": form, "start": start}
    if not form.is_valid():
        return draw(request, PAGE, context, status=422)
    graph = graph_around(form.walk())
    table = table_of(graph)
    context |= {
        "graph": graph,
        "table": table,
        "picture": picture_of(graph, form.layout_for(len(table.tags))),
        "families": FAMILY_WORDS,
        "most": MOST_NODES,
    }
    return draw(request, PAGE, context)


@require_safe
@never_cache
def export_graphml(request: HttpRequest) -> HttpResponse:
    """Send the picture as GraphML."""
    return _send(request, "graphml", lambda graph, _: files.graphml(graph))


@require_safe
@never_cache
def export_graph_nodes(request: HttpRequest) -> HttpResponse:
    """Send the picture's nodes as CSV."""
    return _send(request, "nodes.csv", files.nodes_csv)


@require_safe
@never_cache
def export_graph_edges(request: HttpRequest) -> HttpResponse:
    """Send the picture's edges as CSV."""
    return _send(request, "edges.csv", files.edges_csv)


def _send(request: HttpRequest, name: str, write: Callable[[Graph, str], bytes]) -> HttpResponse:
    """Send a file of the very picture that the page shows for the same question."""
    start = _start_of(request)
    if start is None:
        return _draw_choices(request, status=422)
    form = GraphForm(request.GET, reader=request.user, start=start)
    if not form.is_valid():
        return draw(request, PAGE, {"form": form, "start": start}, status=422)
    walk = form.walk()
    with translation.override(settings.LANGUAGE_CODE):
        graph = graph_around(walk)
        file = write(graph, form.flavour)
    files.record(name, walk, graph, file)
    kind = "application/graphml+xml" if name == "graphml" else CSV
    nearest = "-nearest" if graph.is_cut else ""
    headers = {
        "Content-Disposition": content_disposition_header(
            as_attachment=True, filename=f"graph-{start.kind}-{start.key}{nearest}.{name}"
        )
        or ""
    }
    return HttpResponse(file, content_type=kind, headers=headers)


def _draw_choices(request: HttpRequest, *, status: int = 200) -> HttpResponse:
    query = typed(request)
    several = len(_asked(request)) > 1
    context = {
        "query": query,
        "choices": choices_for(request.user, query),
        "several": several,
        "is_missing": status != 200 and not several,
    }
    return draw(request, CHOICES, context, status=422 if several else status)


def _asked(request: HttpRequest) -> dict[str, str]:
    return {name: request.GET[name] for name in STARTS if request.GET.get(name)}


def _start_of(request: HttpRequest) -> Start | None:
    """Return what the address names; None for nothing or several; raise Http404 for none seen.

    What was merged is replaced by what it became.
    """
    asked = _asked(request)
    if len(asked) != 1:
        return None
    [(kind, key)] = asked.items()
    return Start(_THINGS[kind](request, key))


def _claim(request: HttpRequest, key: str) -> Claim:
    claim = get_claim(request.user, key)
    return get_claim(request.user, claim.merged_into.public_id) if claim.merged_into else claim


def _agent(request: HttpRequest, key: str) -> Agent:
    agent = get_agent(request.user, number_in(key))
    return get_agent(request.user, agent.merged_into_id) if agent.merged_into_id else agent


_THINGS: dict[str, Callable[[HttpRequest, str], Claim | Agent | Document | Tag]] = {
    "claim": _claim,
    "agent": _agent,
    "document": lambda request, key: get_document(request.user, number_in(key)),
    "tag": lambda request, key: get_tag(request.user, number_in(key)),
}

"""The evidence graph, as data."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from annotate.exports.forms import SelectionForm
from annotate.graph.data import MOST_TAGS, graph_of, rows_of
from annotate.web.person import person_of


@require_safe
@never_cache
def show_graph_data(request: HttpRequest) -> JsonResponse:
    """Send nodes and edges as JSON; filters: claim, document, each several times if need be."""
    reader = person_of(request)
    form = SelectionForm(request.GET, reader=reader)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422)
    graph = graph_of(form.selection().tags(), reader=reader)
    answer: dict[str, Any] = rows_of(graph) | {"truncated": graph.is_cut}
    if graph.is_cut:
        answer["detail"] = _(
            "There are more than %(most)s tags; these are the oldest. Ask for less with claim= "
            "or document=."
        ) % {"most": MOST_TAGS}
        answer["filters"] = ["claim", "document"]
    return JsonResponse(answer)

"""Agents that are not independent of each other: say so, with a reason, and take it back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from annotate.access import get_agent_to_curate
from annotate.actions.joins import part_agents
from annotate.forms.joins import JoinForm
from annotate.models import AgentJoin
from annotate.queries import joins as queries
from annotate.web.going_back import SeeOther, number_in, posted_number
from annotate.web.partials import draw, wants_part
from annotate.web.person import person_of
from corpus.models import Agent

PAGE = "annotate/agents/join.html"


@require_http_methods(["GET", "HEAD", "POST"])
def join_agents(request: HttpRequest, agent_id: int) -> HttpResponse:
    """Choose whom an agent is not independent of, say why, and count the two as one source."""
    agent = get_agent_to_curate(request.user, agent_id)
    sent = request.POST if request.method == "POST" else request.GET
    if not sent.get("other"):
        return _draw_choice(request, agent)
    other = get_agent_to_curate(request.user, number_in(sent["other"]))
    if other.pk == agent.pk or agent.merged_into_id or other.merged_into_id:
        raise Http404
    if request.method == "POST":
        return _join(request, agent, other)
    return _draw_form(
        request, agent, other, JoinForm(one=agent, other=other, by=person_of(request))
    )


@require_POST
def forget_join(request: HttpRequest, agent_id: int) -> HttpResponse:
    """Count an agent apart from another again."""
    agent = get_agent_to_curate(request.user, agent_id)
    joins = AgentJoin.objects.filter(
        pk__in=[one.join.pk for one in queries.joins_of(agent, reader=person_of(request))]
    )
    join = get_object_or_404(joins, pk=posted_number(request, "join"))
    try:
        part_agents(join, by=person_of(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return _lead(request, agent)
    return _done(request, agent, _("Undone: they count as two again."))


def _join(request: HttpRequest, agent: Agent, other: Agent) -> HttpResponse:
    person = person_of(request)
    form = JoinForm(request.POST, one=agent, other=other, by=person)
    if not form.is_valid():
        return _draw_form(request, agent, other, form, status=422)
    try:
        form.act(by=person)
    except ValidationError as error:
        form.add_error(None, error)
        return _draw_form(request, agent, other, form, status=422)
    return _done(request, agent, _("Saved: they count as one source."))


def _draw_choice(request: HttpRequest, agent: Agent) -> HttpResponse:
    typed = " ".join(request.GET.get("q", "").replace("\0", "").split())[:200]
    found = queries.find_others(agent, typed, reader=person_of(request)) if typed else []
    return draw(request, PAGE, {"agent": agent, "typed": typed, "found": found}, part="join")


def _draw_form(
    request: HttpRequest, agent: Agent, other: Agent, form: JoinForm, *, status: int = 200
) -> HttpResponse:
    claims = queries.claims_of_both(agent, other, reader=person_of(request))
    context = {"agent": agent, "other": other, "form": form, "claims": claims}
    return draw(request, PAGE, context, part="join", status=status)


def _done(request: HttpRequest, agent: Agent, said: str) -> HttpResponse:
    messages.success(request, said)
    return _lead(request, agent)


def _lead(request: HttpRequest, agent: Agent) -> HttpResponse:
    address = reverse("show_agent", kwargs={"agent_id": agent.pk}) + "#register-title"
    if wants_part(request):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return SeeOther(address)

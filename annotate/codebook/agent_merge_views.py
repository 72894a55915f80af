"""Agents that are the same and those that are not: preview, merge, take apart, tell apart."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from annotate.access import get_agent_to_curate
from annotate.actions.pairs import forget_pair, tell_agents_apart
from annotate.codebook import agent_merge_preview as previews
from annotate.codebook.agent_merges import undo_agent_merge
from annotate.codebook.merge_forms import REASON_MAX, AgentMergeForm
from annotate.models import AgentMerge, AgentPair
from annotate.queries import agent_register as queries
from annotate.queries.agent_finder import near_among
from annotate.queries.curated_agents import kept_agents
from annotate.queries.told_apart import told_apart
from annotate.web.going_back import SeeOther, number_in, posted_number
from annotate.web.partials import draw, wants_part
from annotate.web.person import person_of
from corpus.models import Agent
from corpus.models.agent import AgentStatus

PAGE = "annotate/codebook/agent_merge.html"
CHOICES = 12


@require_http_methods(["GET", "HEAD", "POST"])
def merge_agents(request: HttpRequest, agent_id: int) -> HttpResponse:
    """Choose whom an agent is, look at what that changes, and do it."""
    source = get_agent_to_curate(request.user, agent_id)
    if source.merged_into_id is not None:
        raise Http404
    sent = request.POST if request.method == "POST" else request.GET
    if not sent.get("into"):
        return _draw_choice(request, source)
    target = get_agent_to_curate(request.user, number_in(sent["into"]))
    if target.pk == source.pk or target.merged_into_id is not None:
        raise Http404
    if request.method == "POST":
        return _merge(request, source, target)
    return _draw_preview(request, source, target)


@require_POST
def unmerge_agents(request: HttpRequest, agent_id: int) -> HttpResponse:
    """Take an agent out of what it became."""
    agent = get_agent_to_curate(request.user, agent_id)
    merges = AgentMerge.objects.standing().select_related("source", "target")
    merge = get_object_or_404(merges, source=agent)
    try:
        undo_agent_merge(merge, by=person_of(request), reason=_reason(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return _lead(request, merge.target)
    return _done(request, agent, _("The two agents are apart again."))


@require_POST
def tell_apart(request: HttpRequest, agent_id: int) -> HttpResponse:
    """Remember that an agent is not another one."""
    agent = get_agent_to_curate(request.user, agent_id)
    other = get_agent_to_curate(request.user, posted_number(request, "other"))
    try:
        tell_agents_apart(agent, other, by=person_of(request), reason=_reason(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return _lead(request, agent)
    return _done(request, agent, _("Saved: they are not the same."))


@require_POST
def forget_apart(request: HttpRequest, agent_id: int) -> HttpResponse:
    """Take back that an agent is not another one."""
    agent = get_agent_to_curate(request.user, agent_id)
    told = [pair.pk for pair in told_apart(agent).values()]
    pair = get_object_or_404(AgentPair, pk=posted_number(request, "pair"), pk__in=told)
    forget_pair(pair, by=person_of(request))
    return _done(request, agent, _("Taken back: they may be the same."))


def _merge(request: HttpRequest, source: Agent, target: Agent) -> HttpResponse:
    person = person_of(request)
    preview = previews.preview_of(source, target, reader=person)
    form = AgentMergeForm(request.POST, seal=preview.seal)
    if form.is_outdated:
        form.look_again()
        sentence = _("Something has changed in the meantime. Check the changes, then merge.")
        form.add_error(None, ValidationError(sentence))
        return _draw_preview(request, source, target, form=form, preview=preview, status=409)
    if not form.is_valid():
        return _draw_preview(request, source, target, form=form, preview=preview, status=422)
    try:
        form.act(source, target, by=person)
    except ValidationError as error:
        form.add_error(None, error)
        return _draw_preview(request, source, target, form=form, preview=preview, status=422)
    return _done(request, target, _("“%(name)s” is now merged into this agent.") % {"name": source})


def _draw_choice(request: HttpRequest, source: Agent) -> HttpResponse:
    """Draw the page on which the other one is looked for by name."""
    typed = " ".join(request.GET.get("q", "").replace("\0", "").split())[:200]
    apart = told_apart(source)
    kept = kept_agents(person_of(request)).exclude(pk=source.pk)
    others = kept.exclude(status=AgentStatus.MERGED)
    found = near_among(others, typed, CHOICES) if typed else []
    near = queries.near_agents(source, reader=person_of(request), apart=apart)
    context = {"source": source, "near": found if typed else near, "typed": typed}
    return draw(request, PAGE, context, part="merge")


def _draw_preview(
    request: HttpRequest,
    source: Agent,
    target: Agent,
    *,
    form: AgentMergeForm | None = None,
    preview: previews.AgentMergePreview | None = None,
    status: int = 200,
) -> HttpResponse:
    preview = preview or previews.preview_of(source, target, reader=person_of(request))
    context: dict[str, Any] = {
        "source": source,
        "target": target,
        "preview": preview,
        "form": form or AgentMergeForm(seal=preview.seal),
        "other_way": not previews.refusals_of(target, source),
    }
    return draw(request, PAGE, context, part="merge", status=status)


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "").replace("\0", "").strip()[:REASON_MAX]


def _done(request: HttpRequest, agent: Agent, said: str) -> HttpResponse:
    messages.success(request, said)
    return _lead(request, agent)


def _lead(request: HttpRequest, agent: Agent) -> HttpResponse:
    address = reverse("show_agent", kwargs={"agent_id": agent.pk})
    if wants_part(request):
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return SeeOther(address)

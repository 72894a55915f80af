"""Agents: find one, list them, and read what one says and is said to hold."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from annotate.queries import agents as queries
from annotate.queries.agent_finder import find_agents as agents_found
from annotate.queries.agent_register import register_of
from annotate.web.finding import list_id, typed
from annotate.web.going_back import number_in
from annotate.web.partials import draw
from annotate.web.person import person_of
from corpus.access import get_document


@require_safe
def find_agents(request: HttpRequest) -> HttpResponse:
    """Answer a picker with the agents a document's tags may name."""
    document = get_document(request.user, number_in(request.GET.get("document", "")))
    query = typed(request)
    found = agents_found(query, reader=request.user, collection_id=document.collection_id)
    known = any(query.casefold() == agent.name.casefold() for agent in found)
    context = {
        "agents": found,
        "create": query if query and not known else "",
        "list_id": list_id(request),
    }
    return render(request, "annotate/agents/found.html", context)


@require_safe
def list_agents(request: HttpRequest) -> HttpResponse:
    """List the agents the reader may see."""
    query = typed(request)
    agents = queries.list_agents(request.user, query, after=request.GET.get("after"))
    return draw(request, "annotate/agents/list.html", {"agents": agents, "query": query})


@require_safe
def show_agent(request: HttpRequest, agent_id: int) -> HttpResponse:
    """Show what an agent said, oldest first, and what others say of its positions."""
    person = person_of(request)
    agent = queries.get_agent(request.user, agent_id)
    if agent.merged_into is not None:
        # Asked for again each time: a merge may be undone.
        address = reverse("show_agent", kwargs={"agent_id": agent.merged_into.pk})
        return HttpResponsePermanentRedirect(address, headers={"Cache-Control": "no-cache"})
    evidence = queries.evidence_of(agent, reader=request.user, cursors=request.GET.dict())
    context = {"agent": agent, "evidence": evidence, "register": register_of(agent, person)}
    return draw(request, "annotate/agents/agent.html", context)


@require_safe
def list_quoted(request: HttpRequest) -> HttpResponse:
    """List the words of somebody other than their document's author."""
    quoted = queries.quoted_voices(reader=request.user, after=request.GET.get("after"))
    return draw(request, "annotate/agents/quoted.html", {"quoted": quoted})

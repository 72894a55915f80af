"""Agents in the admin: shared ones for every curator, others for those of their collection."""

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from corpus.actions import save_agent
from corpus.forms import AgentForm
from corpus.models import Agent, Collection, Role
from corpus.models.agent import AgentStatus

from .curated import CuratedAdmin, VisibleRelatedFilter, signed_in


@admin.register(Agent)
class AgentAdmin(CuratedAdmin):
    """Who can hold, say or publish something; proposed ones wait here to be confirmed."""

    form = AgentForm
    list_display = (
        "name",
        "disambiguation",
        "kind",
        "status",
        "country",
        "acts_for",
        "other_names",
        "home",
    )
    list_filter = ("status", "kind", ("home", VisibleRelatedFilter))
    list_select_related = ("acts_for", "home")
    search_fields = ("name", "disambiguation", "aliases", "country")
    autocomplete_fields = ("acts_for", "independence_parent", "members")
    ordering = ("name", "pk")
    actions = ("confirm",)

    def home_of(self, obj: Agent) -> int | None:
        """Return the collection the agent is known in, None where it is shared."""
        return obj.home_id

    def get_search_results(
        self, request: HttpRequest, queryset: "models.QuerySet[Any]", search_term: str
    ) -> "tuple[models.QuerySet[Any], bool]":
        """Search; where an agent is to be chosen, leave out those merged into others."""
        found, repeats = super().get_search_results(request, queryset, search_term)
        if "field_name" in request.GET:
            found = found.exclude(status=AgentStatus.MERGED)
        return found, repeats

    @admin.display(description=gettext_lazy("other names"))
    def other_names(self, agent: Agent) -> str:
        """Return the aliases in one line."""
        return ", ".join(agent.aliases)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer as a home only what the person manages."""
        if db_field.name == "home":
            kwargs["queryset"] = Collection.objects.written_by(request.user, Role.CURATOR)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save through the actions, so that history knows who and why."""
        by = signed_in(request)
        if not change:
            obj.created_by = by
        save_agent(obj, by=by, action="edit_agent" if change else "add_agent")

    @admin.action(description=gettext_lazy("Confirm: they count from now on"))
    def confirm(self, request: HttpRequest, queryset: "models.QuerySet[Agent]") -> None:
        """Make proposed agents active."""
        proposed = list(queryset.filter(status=AgentStatus.PROPOSED))
        agents = [agent for agent in proposed if self.has_change_permission(request, agent)]
        for agent in agents:
            agent.status = AgentStatus.ACTIVE
            save_agent(agent, by=signed_in(request), action="confirm_agent")
            self.log_change(request, agent, _("Confirmed."))
        self.message_user(
            request,
            ngettext("%(count)d agent confirmed.", "%(count)d agents confirmed.", len(agents))
            % {"count": len(agents)},
            messages.SUCCESS,
        )
        if len(agents) < len(proposed):
            self.message_user(
                request, _("The others belong to collections you do not manage."), messages.WARNING
            )

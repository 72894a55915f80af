"""Provisions in the admin: shared by the installation, managed by any curator."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse

from annotate.actions.provisions import save_provision
from annotate.models import Provision
from corpus.admin.curated import CuratedAdmin, signed_in
from corpus.forms import RefusableForm


class ProvisionForm(RefusableForm):
    """An article of law, or an instrument as a whole."""

    class Meta:
        model = Provision
        fields = ("code", "instrument", "article", "title", "kind")


@admin.register(Provision)
class ProvisionAdmin(CuratedAdmin):
    """What tags can say is named, invoked or violated."""

    form = ProvisionForm
    list_display = ("code", "title", "instrument", "article", "kind")
    list_filter = ("kind",)
    search_fields = ("code", "title", "instrument", "article")
    ordering = ("code", "pk")

    def home_of(self, obj: Provision) -> None:
        """Return None: provisions are shared by all."""
        return

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save in the curator's name."""
        if not change:
            obj.created_by = signed_in(request)
        save_provision(obj, by=signed_in(request))

    def view_on_site(self, obj: Any) -> str:
        """Return the provision's page."""
        return reverse("show_provision", args=[obj.code])

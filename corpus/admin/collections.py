"""Collections and memberships: administrators keep them, curators see their own."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from corpus.actions import end_membership, save_collection, set_membership
from corpus.forms import RefusableForm
from corpus.models import Collection, Membership

from .curated import RefusingAdmin, curated, signed_in

if TYPE_CHECKING:
    TabularInline = admin.TabularInline[Membership, Collection]
else:
    TabularInline = admin.TabularInline


class MembershipForm(RefusableForm):
    """Who has which role where; only the role of an existing membership changes."""

    class Meta:
        model = Membership
        fields = ("collection", "user", "role")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("collection", "user"):
            if self.instance.pk and name in self.fields:
                self.fields[name].disabled = True


class CollectionForm(RefusableForm):
    """Name and access of a collection."""

    class Meta:
        model = Collection
        fields = ("name", "slug", "description", "access")


class AdministratorsAdmin(RefusingAdmin):
    """A page that only administrators open."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Administrators only."""
        return request.user.is_active and request.user.is_superuser

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Administrators only."""
        return self.has_module_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Administrators only."""
        return self.has_module_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Administrators only."""
        return self.has_module_permission(request)


class Memberships(TabularInline):
    """The members of a collection, on its page."""

    model = Membership
    form: Any = MembershipForm
    autocomplete_fields = ("user",)
    extra = 0

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Administrators, and the curators of the collection; Django asks without one too."""
        return obj is None or request.user.is_superuser or obj.pk in curated(request)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Administrators only."""
        return request.user.is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Administrators only."""
        return request.user.is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Administrators only."""
        return request.user.is_superuser


@admin.register(Collection)
class CollectionAdmin(AdministratorsAdmin):
    """Sets of documents, who may read them, and their members.

    An administrator sees every collection's name and members here, and of what is in it no
    more than anybody.
    """

    form = CollectionForm
    inlines = (Memberships,)
    list_display = ("name", "slug", "access", "members", "created_at")
    list_filter = ("access",)
    search_fields = ("name", "slug", "description")
    prepopulated_fields = {"slug": ("name",)}
    ordering = ("name", "pk")

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Any]":
        """Return all collections for administrators, else those the person may see."""
        rows = Collection.objects.all()
        if not request.user.is_superuser:
            rows = rows.visible_to(request.user)
        return rows.annotate(member_count=models.Count("memberships")).order_by("name", "pk")

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Anyone who may open the admin sees the collections they may see."""
        return request.user.is_active and request.user.is_staff

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Administrators only."""
        return request.user.is_active and request.user.is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Administrators only."""
        return self.has_add_permission(request)

    @admin.display(description=gettext_lazy("members"), ordering="member_count")
    def members(self, collection: Any) -> int:
        """Return how many people belong to the collection."""
        return int(collection.member_count)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save the collection in the administrator's name."""
        if not change:
            obj.created_by = signed_in(request)
        save_collection(obj)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Make, change and end memberships as the page says."""
        changed = formset.save(commit=False)
        for membership in formset.deleted_objects:
            end_membership(membership)
        for membership in changed:
            set_membership(
                membership.collection, membership.user, membership.role, by=signed_in(request)
            )
        formset.save_m2m()


@admin.register(Membership)
class MembershipAdmin(AdministratorsAdmin):
    """Who may do what, over all collections."""

    form = MembershipForm
    list_display = ("user", "collection", "role", "created_at")
    list_filter = ("role", "collection")
    list_select_related = ("user", "collection")
    search_fields = ("user__username", "user__display_name", "user__pseudonym", "collection__name")
    autocomplete_fields = ("user", "collection")
    ordering = ("collection__name", "user__username", "pk")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Give the role; curators may open the admin from now on."""
        made = set_membership(obj.collection, obj.user, obj.role, by=signed_in(request))
        obj.pk = made.pk

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Administrators end memberships; what the person wrote stays."""
        return self.has_module_permission(request)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Take the person out of the collection."""
        end_membership(obj)

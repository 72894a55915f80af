"""People in the admin: for administrators only, because it shows addresses and sets passwords."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from corpus.actions import save_person
from corpus.forms import NewPersonForm, PersonForm
from corpus.models import Person

from .curated import RefusingAdmin, signed_in

if TYPE_CHECKING:
    PeopleAdmin = UserAdmin[Person]
else:
    PeopleAdmin = UserAdmin


@admin.register(Person)
class PersonAdmin(RefusingAdmin, PeopleAdmin):
    """Who may sign in. People are deactivated, never deleted: their work names them."""

    form = PersonForm
    add_form = NewPersonForm
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (
            gettext_lazy("Person"),
            {"fields": ("display_name", "pseudonym", "email", "languages")},
        ),
        (gettext_lazy("Access"), {"fields": ("is_active", "is_superuser", "is_staff")}),
        (gettext_lazy("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": (
                    "username",
                    "display_name",
                    "pseudonym",
                    "usable_password",
                    "password1",
                    "password2",
                ),
            },
        ),
    )
    # `is_staff` follows from memberships: see corpus.actions.keep_staff_flag.
    readonly_fields = ("is_staff", "last_login", "date_joined")
    list_display = (
        "username",
        "display_name",
        "pseudonym",
        "email",
        "is_active",
        "is_superuser",
        "is_staff",
        "last_login",
    )
    list_filter = ("is_active", "is_superuser", "is_staff", "memberships__role")
    search_fields = ("username", "display_name", "pseudonym", "email")
    filter_horizontal = ()

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Return the form, which knows who fills it in."""
        form = super().get_form(request, obj, change, **kwargs)
        form.by = signed_in(request)
        return form

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save, and let administrators open the admin."""
        save_person(obj)

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

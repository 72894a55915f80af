"""The base of every admin page: what a person may see, what they may write, who said no."""

from typing import TYPE_CHECKING, Any, cast

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse

from corpus.access import Reader
from corpus.models import Collection, Person, Role
from corpus.revisions import StaleRevision

from .stale import since_it_was_read

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[models.Model]
    RelatedFieldListFilter = admin.RelatedFieldListFilter
else:
    ModelAdmin = admin.ModelAdmin
    RelatedFieldListFilter = admin.RelatedFieldListFilter

INVALID = 422
CONFLICT = 409
OFFERED = ("exact", "isnull", "in")


def signed_in(request: HttpRequest) -> Person:
    """Return the person who asks; the admin lets nobody else in."""
    return cast(Person, request.user)


def curated(request: HttpRequest) -> frozenset[int]:
    """Return the ids of the collections the person manages, asked once a request."""
    known: frozenset[int] | None = getattr(request, "curated_collections", None)
    if known is None:
        mine = Collection.objects.written_by(request.user, Role.CURATOR)
        known = frozenset(mine.values_list("pk", flat=True))
        request.curated_collections = known  # type: ignore[attr-defined]  # kept for this request
    return known


def visible(model: type[models.Model], user: Reader) -> "models.QuerySet[Any] | None":
    """Return the rows of `model` that `user` may see; None where the model has no such rule."""
    rows = model._default_manager.all()
    see = getattr(rows, "visible_to", None)
    return see(user) if see else None


def asked_by(offered: Any) -> str:
    """Return the name in the query string, without its lookup, by which a filter is asked."""
    if isinstance(offered, tuple):
        return str(offered[0])
    return str(getattr(offered, "parameter_name", offered))


class VisibleRelatedFilter(RelatedFieldListFilter):
    """A filter by a related row that offers only rows the person may see (I20)."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> Any:
        """Return id and name of each visible row that some listed row refers to."""
        listed = model_admin.get_queryset(request).order_by()
        used = listed.values(self.field_path).distinct()
        rows = visible(field.remote_field.model, request.user)
        if rows is None:
            rows = field.remote_field.model._default_manager.all()
        return [(row.pk, str(row)) for row in rows.filter(pk__in=used)]


class RefusingAdmin(ModelAdmin):
    """An admin page that draws its form again, with the sentence, when an action refuses."""

    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 100

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Return the form; the second time round it knows what was refused."""
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = getattr(request, "refusal", None)
        return form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Draw or save the form; what is refused answers 422, what has an old revision 409."""
        try:
            response = super().changeform_view(request, object_id, form_url, extra_context)
            if (getattr(response, "context_data", None) or {}).get("errors"):
                response.status_code = INVALID
            return response
        except ValidationError as error:
            refusal, status = error, INVALID
        except StaleRevision as stale:
            read = request.POST.get("revision", "")
            refusal = ValidationError(since_it_was_read(stale.current, read), code="stale")
            status = CONFLICT
        request.refusal = refusal  # type: ignore[attr-defined]  # for the form drawn next
        response = super().changeform_view(request, object_id, form_url, extra_context)
        response.status_code = status
        return response

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody: rows are withdrawn, deactivated or marked as no longer used."""
        return False


class CuratedAdmin(RefusingAdmin):
    """A page for curators: it shows what they may see and writes where they are curator.

    A row without a home collection is shared by the installation, and any curator manages it.
    """

    def home_of(self, obj: Any) -> int | None:
        """Return the id of the collection the row belongs to, or None where it is shared."""
        raise NotImplementedError  # each page says it; admins' metaclass leaves no room for ABC

    def get_queryset(self, request: HttpRequest) -> "models.QuerySet[Any]":
        """Return the rows the person may see, so that others do not exist (I20)."""
        rows = visible(self.model, request.user)
        if rows is None:
            rows = self.model._default_manager.all()
        ordering = self.get_ordering(request)
        return rows.order_by(*ordering) if ordering else rows

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whether the person sees this part of the admin at all."""
        return request.user.is_active and request.user.is_staff

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Anyone who may open the admin; the rows are limited by the queryset."""
        return self.has_module_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whether the person is a curator anywhere."""
        return self.has_module_permission(request) and bool(curated(request))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whether the person is curator of the row's own collection, or of any for a shared one."""
        if not self.has_module_permission(request) or not curated(request):
            return False
        home = self.home_of(obj) if obj is not None else None
        return home is None or home in curated(request)

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """Whether a query string may ask this: only what a filter of the page offers.

        Django lets every column of the row itself be searched, private notes among them.
        """
        path, _sep, how = lookup.rpartition("__")
        names = {asked_by(offered) for offered in self.get_list_filter(request)}
        return lookup in names or (path.removesuffix("__id") in names and how in OFFERED)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer and accept only rows the person may see."""
        rows = visible(db_field.remote_field.model, request.user)
        if rows is not None and "queryset" not in kwargs:
            kwargs["queryset"] = rows
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer and accept only rows the person may see."""
        rows = visible(db_field.remote_field.model, request.user)
        if rows is not None and "queryset" not in kwargs:
            kwargs["queryset"] = rows
        return super().formfield_for_manytomany(db_field, request, **kwargs)

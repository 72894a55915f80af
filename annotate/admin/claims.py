"""The codebook in the admin: shared claims for every curator, others for those of their home."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.access import readable_tags
from annotate.actions.claims import (
    create_claim,
    deprecate_claim,
    edit_claim,
    reactivate_claim,
    share_claim,
)
from annotate.actions.second_looks import refuse_with_list
from annotate.admin.acts import EVERYWHERE, kept, on_each
from annotate.admin.confirming import ConfirmingAdmin, reason_of, sent
from annotate.forms.curation import ClaimForm, NewClaimForm, ReasonForm
from annotate.models import LIVE, Claim, Tag
from corpus.admin.curated import VisibleRelatedFilter, signed_in
from corpus.models import Collection, Role


@admin.register(Claim)
class ClaimAdmin(ConfirmingAdmin):
    """Propositions without an author; those proposed while tagging wait here to be tidied."""

    form = ClaimForm
    list_display = (
        "public_id",
        "label",
        "text",
        "kind",
        "status",
        "home",
        "tag_count",
        "created_by",
        "created_at",
    )
    list_filter = ("status", "kind", ("home", VisibleRelatedFilter))
    list_select_related = ("home", "created_by")
    search_fields = ("public_id", "label", "text", "scope_note", "finding")
    ordering = ("pk",)
    autocomplete_fields = ("broader",)
    readonly_fields = ("public_id", "status", "home", "wording", "merged_into")
    actions = ("deprecate", "reactivate", "share")
    fieldsets = (
        (None, {"fields": ("public_id", "label", "text", "meaning_changed", "kind")}),
        (None, {"fields": ("scope_note", "alt_labels", "broader", "color")}),
        (
            gettext_lazy("Set by the program"),
            {"fields": ("status", "home", "wording", "merged_into")},
        ),
    )
    new_fieldsets = (
        (None, {"fields": ("collection", "label", "text", "kind", "scope_note", "alt_labels")}),
    )

    def home_of(self, obj: Claim) -> int | None:
        """Return the collection the claim is known in, None where it is shared."""
        return obj.home_id

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the visible claims with the number of their tags that the person may see."""
        tags = Tag.objects.visible_to(request.user).live().values("pk")
        claims: QuerySet[Any] = super().get_queryset(request)
        standing = Count("tags", filter=Q(tags__in=tags))
        counted: QuerySet[Any] = claims.annotate(tags_standing=standing)
        return counted

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return fewer fields for a new claim."""
        return self.fieldsets if obj else self.new_fieldsets

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Return the form for a new claim, which is made for a collection the person manages."""
        if obj is not None:
            return super().get_form(request, obj, change, **kwargs)
        form = super().get_form(request, obj, change, **{**kwargs, "form": NewClaimForm})
        mine = Collection.objects.written_by(request.user, Role.CURATOR)
        form.base_fields["collection"].queryset = mine
        return form

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Make or edit the claim through the actions."""
        by = signed_in(request)
        if not change:
            made = create_claim(by=by, **form.cleaned_data)
            obj.pk = made.pk
            obj.refresh_from_db()
            return
        fields = form.changes()
        meaning_changed = fields.pop("meaning_changed", False)
        if meaning_changed:
            self.confirm_rewording(request, obj)
        obj.revision = form.cleaned_data["revision"]
        if fields or meaning_changed:
            edit_claim(
                obj, fields, by=by, meaning_changed=meaning_changed, reason=reason_of(request)
            )

    def confirm_rewording(self, request: HttpRequest, claim: Claim) -> None:
        """Show first which tags were made under the earlier wording (I12)."""
        self.confirm_first(
            request,
            readable_tags(request.user).filter(claim=claim, status__in=LIVE),
            question=_(
                "These tags were made under the earlier wording. They and their links will need "
                "a second look."
            ),
            button=_("Reword the claim"),
        )

    @admin.action(description=gettext_lazy("Stop using…"), location=EVERYWHERE)
    def deprecate(self, request: HttpRequest, queryset: QuerySet[Claim]) -> HttpResponse | None:
        """Ask why, then take claims out of use; refused, with the list, while tags use them."""
        by, claims = signed_in(request), kept(self, request, queryset)
        used = readable_tags(by).filter(claim__in=claims, status__in=LIVE)
        refuse_with_list(
            _("Tags still use this claim. Move or withdraw them first."),
            used,
            "claim_with_live_tags_stays_open",
        )
        form = ReasonForm(request.POST if "reason" in request.POST else None)
        if not form.is_valid():
            return self.draw(
                request,
                "admin/annotate/act.html",
                status=422 if form.is_bound else 200,
                title=_("Stop using"),
                rows=claims,
                form=form,
                button=_("Stop using"),
                sent=sent(request),
            )
        reason = form.cleaned_data["reason"]
        on_each(
            self,
            request,
            claims,
            lambda claim: deprecate_claim(claim, by=by, reason=reason),
            _("It is no longer used."),
        )
        return None

    @admin.action(description=gettext_lazy("Use again"), location=EVERYWHERE)
    def reactivate(self, request: HttpRequest, queryset: QuerySet[Claim]) -> None:
        """Bring claims back into use."""
        by = signed_in(request)
        on_each(
            self,
            request,
            kept(self, request, queryset),
            lambda claim: reactivate_claim(claim, by=by),
            _("It is used again."),
        )

    @admin.action(description=gettext_lazy("Share with everybody"), location=EVERYWHERE)
    def share(self, request: HttpRequest, queryset: QuerySet[Claim]) -> None:
        """Share claims of one collection with the installation; that is not taken back."""
        by = signed_in(request)
        on_each(
            self,
            request,
            kept(self, request, queryset.exclude(home=None)),
            lambda claim: share_claim(claim, by=by),
            _("Everybody may use it now."),
        )

    @admin.display(description=gettext_lazy("tags"), ordering="tags_standing")
    def tag_count(self, claim: Any) -> int:
        """Return how many live tags of the claim the person may see."""
        return int(claim.tags_standing)

    def view_on_site(self, obj: Any) -> str:
        """Return the claim's page."""
        return reverse("show_claim", args=[obj.public_id])

"""Tags and links in the admin: lists to search and filter; they are changed on their own pages."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.access import readable_links, readable_tags
from annotate.models import Link, Tag
from annotate.queries.tags import sentence_of
from corpus.admin.curated import CuratedAdmin, VisibleRelatedFilter

_DOCUMENT = "passage__text_version__document"


class ReadOnlyAdmin(CuratedAdmin):
    """A list that links to the pages where the rows are worked on."""

    list_display_links = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody, here."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody, here."""
        return False


@admin.register(Tag)
class TagAdmin(ReadOnlyAdmin):
    """Every tag the person may see. Notes are private to collections, so they are not here."""

    list_display = ("sentence", "exact", "document", "status", "stale_reason", "made_by", "page")
    list_filter = (
        "status",
        (f"{_DOCUMENT}__collection", VisibleRelatedFilter),
        ("created_by", VisibleRelatedFilter),
    )
    search_fields = ("exact", "claim__label", "claim__public_id", "asserted_by__name")
    ordering = ("-pk",)
    fields = (
        *("sentence", "exact", "document", "status", "stale_reason", "made_by", "page"),
        "copied_from",
    )
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the visible tags with all that their sentences name."""
        rows = readable_tags(request.user).defer("passage__text_version__text", "note")
        return rows.order_by(*self.ordering)

    @admin.display(description=gettext_lazy("sentence"))
    def sentence(self, tag: Tag) -> str:
        """Return what the tag says."""
        return sentence_of(tag)

    @admin.display(description=gettext_lazy("document"))
    def document(self, tag: Tag) -> str:
        """Return the title of the tag's document."""
        return tag.passage.text_version.document.title

    @admin.display(description=gettext_lazy("tagged by"), ordering="created_by")
    def made_by(self, tag: Tag) -> str:
        """Return who made the tag."""
        return str(tag.created_by)

    @admin.display(description=gettext_lazy("page"))
    def page(self, tag: Tag) -> str:
        """Return a link to where the tag stands."""
        return format_html('<a href="{}">{}</a>', reverse("show_tag", args=[tag.pk]), _("open"))

    @admin.display(description=gettext_lazy("copied from"))
    def copied_from(self, tag: Tag) -> str:
        """Return a link to where it is read and said what the words are copied from."""
        address = reverse("show_copied_from", kwargs={"tag_id": tag.pk})
        return format_html('<a href="{}">{}</a>', address, _("look and change"))


@admin.register(Link)
class LinkAdmin(ReadOnlyAdmin):
    """Every link of which the person may see both ends."""

    list_display = ("first", "relation", "second", "rationale", "status", "made_by", "page")
    list_filter = ("status", "relation", ("created_by", VisibleRelatedFilter))
    search_fields = ("rationale", "from_tag__exact", "to_tag__exact")
    ordering = ("-pk",)
    fields = ("first", "relation", "second", "rationale", "status", "made_by", "page")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Return the visible links with all that their sentences name."""
        rows = readable_links(request.user).defer(
            "from_tag__passage__text_version__text", "to_tag__passage__text_version__text"
        )
        return rows.order_by(*self.ordering)

    @admin.display(description=gettext_lazy("from"))
    def first(self, link: Link) -> str:
        """Return what the first tag says."""
        return sentence_of(link.from_tag)

    @admin.display(description=gettext_lazy("to"))
    def second(self, link: Link) -> str:
        """Return what the second tag says."""
        return sentence_of(link.to_tag)

    @admin.display(description=gettext_lazy("linked by"), ordering="created_by")
    def made_by(self, link: Link) -> str:
        """Return who made the link."""
        return str(link.created_by)

    @admin.display(description=gettext_lazy("page"))
    def page(self, link: Link) -> str:
        """Return a link to the link's page."""
        return format_html('<a href="{}">{}</a>', reverse("show_link", args=[link.pk]), _("open"))

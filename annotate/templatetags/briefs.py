"""The form “Add to brief” of tags and claims."""

from typing import Any

from django.template import Context, Library
from django.urls import reverse

from annotate.briefs.lists import briefs_that_may_hold
from annotate.briefs.wording import side_title
from annotate.guard import Caveat
from annotate.models import Claim, Tag
from corpus.models import Person

register = Library()
register.filter("exhibits_title", side_title)


@register.inclusion_tag("annotate/briefs/add_to.html", takes_context=True)
def add_to_brief(context: Context, target: Claim | Tag) -> dict[str, Any]:
    """Return what draws the form for a claim or a quote; nothing for who has no brief."""
    request = context.get("request")
    person = getattr(request, "user", None)
    briefs = briefs_that_may_hold(target, by=person) if isinstance(person, Person) else []
    shown = {"briefs": briefs, "csrf_token": context.get("csrf_token")}
    if isinstance(target, Claim):
        address = reverse("show_claim", args=[target.public_id])
        return {**shown, "name": "claim", "value": target.public_id, "next": address}
    return {
        **shown,
        "name": "tag",
        "value": target.pk,
        "next": reverse("show_tag", args=[target.pk]),
    }


@register.filter
def of_exhibit(caveats: dict[int, Caveat], number: int) -> Caveat | None:
    """Return the caveat that the exhibit of this number leaves out."""
    return caveats.get(number)

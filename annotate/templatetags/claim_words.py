"""What the pages of a claim call its states, its sides and its links."""

from django.template import Library
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = Library()

_NOTICES: dict[str, Promise] = {
    "proposed": _("New: a curator still has to tidy it."),
    "deprecated": _("This claim is no longer used and takes no new tags."),
    "split": _("This claim was split and takes no new tags."),
    "merged": _("This claim was merged into another and takes no new tags."),
}
_SIDES: dict[str, Promise] = {
    "for": _("Says so, or is said to"),
    "against": _("Says it is not so, or disagrees"),
    "attested": _("Reports that others say so"),
    "asking": _("Asks or doubts"),
    "uncounted": _("Not counted"),
}
_UNCOUNTED: dict[str, Promise] = {
    "doubted": _(
        "People read these words differently, or object to the tag. They count once that is "
        "settled."
    ),
    "unconfirmed": _(
        "A curator still has to confirm this agent’s name, so that two spellings do not count as "
        "two sources."
    ),
    "unreviewed": _("These tags are waiting for a review in their collection."),
}
_LINKS: dict[str, Promise] = {
    "conflict": _("Links in conflict"),
    "inside": _("Links among the evidence"),
    "outside": _("Links to other claims"),
}


@register.filter
def notice(status: str) -> Promise:
    """Return the sentence about a claim that is not simply in use."""
    return _NOTICES[status]


@register.filter
def side_title(side: str) -> Promise:
    """Return the heading over the quotes of one side of a claim."""
    return _SIDES[side]


@register.filter
def why_uncounted(why: str) -> Promise:
    """Return why tags of a side are not counted."""
    return _UNCOUNTED[why]


@register.filter
def links_title(kind: str) -> Promise:
    """Return the heading over the links of one kind at a claim."""
    return _LINKS[kind]

"""Links that need a second look, and links with a quote that no longer counts."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from annotate.models import LIVE, Link, LinkStatus, Tag, TagStatus
from annotate.models.tag import AnchorState
from annotate.queries.links import SHOWN, WholeLink, whole, with_ends
from annotate.questions.asking import Answer, Place, Stage
from annotate.questions.words import short

LINKS = gettext_lazy("Links")
_BOTH_STAND = Q(from_tag__status__in=LIVE, to_tag__status__in=LIVE)


class _Links(Stage[Link]):
    """Links both of whose ends the reader can see, one of them in the collection asked for."""

    def _links(self) -> QuerySet[Link]:
        links = Link.objects.visible_to(self.asked.reader)
        if self.asked.collection:
            there = self.asked.seen.readable_tags().values("pk")
            links = links.filter(Q(from_tag__in=there) | Q(to_tag__in=there))
        return links


class LinksToLookAt(_Links):
    """The links that were put in doubt though both their quotes stand."""

    def rows(self) -> QuerySet[Link]:
        """Return the links."""
        return self._links().filter(_BOTH_STAND, status=LinkStatus.STALE)

    def answers(self, rows: Sequence[Link]) -> dict[int, Answer]:
        """Return every one of them."""
        said = _(
            "One of its quotes was changed. Both still count: check whether the link still holds."
        )
        return {link.pk: _answer(whole(link), [said], LINKS) for link in with_ends(rows)}


class BrokenLinks(_Links):
    """The links that nobody withdrew, and with a quote at one end or both that no longer counts."""

    def rows(self) -> QuerySet[Link]:
        """Return the links."""
        return self._links().filter(~_BOTH_STAND, status__in=SHOWN)

    def answers(self, rows: Sequence[Link]) -> dict[int, Answer]:
        """Return every one of them, with what is wrong at which end."""
        return {link.pk: _answer(whole(link), _faults(link)) for link in with_ends(rows)}


def _faults(link: Link) -> list[str]:
    ends = {_("The first quote"): link.from_tag, _("The second quote"): link.to_tag}
    return [
        _("%(end)s %(fault)s.") % {"end": end, "fault": _fault(tag)}
        for end, tag in ends.items()
        if tag.status not in LIVE
    ]


def _fault(tag: Tag) -> str:
    """Return why a tag does not stand, as it follows "the first quote"."""
    if tag.status == TagStatus.WITHDRAWN:
        return _("is withdrawn")
    if tag.status == TagStatus.REJECTED:
        return _("was rejected")
    if tag.status == TagStatus.DRAFT:
        return _("is a draft")
    if tag.passage.text_version.document.is_withdrawn:
        return _("is in a document that is withdrawn")
    if tag.anchor_state == AnchorState.BROKEN:
        return _("was not found in the current text")
    return _("needs a second look")


def _answer(link: WholeLink, why: Sequence[str], group: str | Promise = "") -> Answer:
    one, other = link.from_end.tag, link.to_end.tag
    ends = {"one": short(one.quote), "relation": link.words, "other": short(other.quote)}
    return Answer(
        kind="link",
        key=str(link.link.pk),
        title=_("“%(one)s” %(relation)s “%(other)s”") % ends,
        text=link.link.rationale,
        url=reverse("show_link", args=[link.link.pk]),
        why=tuple(why),
        places=tuple(
            Place(words, reverse("show_tag", args=[tag.pk]))
            for words, tag in ((_("the first quote"), one), (_("the second quote"), other))
        ),
        group=group,
        color=one.claim.color,
    )

"""The worklist of second looks: what a person may settle, and what had been read."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from annotate.models import Claim, ClaimStatus, Link, LinkStatus, Tag, TagStatus
from annotate.models.tag import AnchorState
from annotate.queries.links import WholeLink, whole, with_ends
from annotate.queries.merged_claims import what_became_of
from annotate.queries.splits import became_of
from annotate.queries.tag_lines import TagLine, line_of, tags_to_list
from annotate.web.paging import Page, page
from corpus.models import Collection, Person, Role

ORDER = ("claim_id", "id")
SHOWN_LINKS = 20
_COLLECTION = "passage__text_version__document__collection"


@dataclass(frozen=True)
class Look:
    """A tag that needs a second look; `said_then` is the claim's sentence it was made under.

    It can be confirmed as it is unless its words or its claim are gone; while its document is
    withdrawn it can only be withdrawn, too. `parts` are the claims its claim was split into.
    """

    line: TagLine
    is_mine: bool
    said_then: str
    parts: list[Claim]

    @property
    def can_be_confirmed(self) -> bool:
        """Whether the tag may stand again without being changed."""
        return self.can_be_changed and self.line.tag.may_stand_again

    @property
    def can_be_changed(self) -> bool:
        """Whether the tag's words can be read, and so its answers be changed (I21)."""
        return not self.line.document.is_withdrawn


def looks_for(
    person: Person, *, whose: str = "", claim: str = "", after: str | None = None
) -> Page[Look]:
    """Return a page of tags that need a second look, those of one claim together.

    They are the person's own, or, for `whose` "all", also those in collections they keep.
    """
    tags = _to_settle(person, whose).filter(status=TagStatus.STALE)
    if claim:
        claims = Claim.objects.visible_to(person)
        tags = tags.filter(claim__public_id__in=what_became_of([claim], among=claims))
    found = page(tags, ORDER, after)
    then = _said_then(found.rows)
    split = {tag.claim_id for tag in found.rows if tag.claim.status == ClaimStatus.SPLIT}
    parts = became_of(split) if split else {}
    looks = [
        Look(
            line_of(tag),
            tag.created_by_id == person.pk,
            then.get(tag.pk, ""),
            parts.get(tag.claim_id, []),
        )
        for tag in found.rows
    ]
    return Page(looks, found.next_cursor)


def links_for(person: Person, *, whose: str = "") -> list[WholeLink]:
    """Return the first links that need a second look and whose two quotes stand."""
    links = Link.objects.visible_to(person).filter(
        status=LinkStatus.STALE, from_tag__status__in=_LIVE, to_tag__status__in=_LIVE
    )
    mine = Q(created_by=person)
    if whose == "all":
        kept = Collection.objects.written_by(person, Role.CURATOR).values("pk")
        mine |= Q(**{f"from_tag__{_COLLECTION}__in": kept, f"to_tag__{_COLLECTION}__in": kept})
    found = links.filter(mine).select_related("created_by").order_by("pk")[:SHOWN_LINKS]
    return [whole(link) for link in with_ends(found)]


def claims_with_looks(person: Person, *, whose: str = "") -> QuerySet[Claim]:
    """Return the claims of the tags that need a second look, by short name."""
    tags = _to_settle(person, whose).filter(status=TagStatus.STALE)
    seen = Claim.objects.visible_to(person).filter(pk__in=tags.values("claim"))
    return seen.order_by("label", "pk")


_LIVE = (TagStatus.SUBMITTED, TagStatus.ACCEPTED)


def _to_settle(person: Person, whose: str) -> QuerySet[Tag]:
    mine = Q(created_by=person)
    if whose == "all":
        kept = Collection.objects.written_by(person, Role.CURATOR).values("pk")
        mine |= Q(**{f"{_COLLECTION}__in": kept})
    written = Collection.objects.written_by(person, Role.REVIEWER, Role.CURATOR).values("pk")
    return tags_to_list(person).filter(mine, **{f"{_COLLECTION}__in": written})


def _said_then(tags: Iterable[Tag]) -> dict[int, str]:
    """Return, by tag, the sentence its claim had when the tag was made or confirmed.

    Only where it is another than the claim's present one.
    """
    tags = [tag for tag in tags if tag.anchor_state != AnchorState.BROKEN]
    wordings = Q(pk__in=())
    for claim, wording in {(tag.claim_id, tag.claim_wording) for tag in tags}:
        wordings |= Q(pgh_obj=claim, wording=wording)
    events = Claim._meta.get_field("history").related_model._default_manager
    rows = events.filter(wordings).order_by("pgh_id").values_list("pgh_obj", "wording", "text")
    texts = {(claim, wording): text for claim, wording, text in rows}
    found = {tag.pk: texts.get((tag.claim_id, tag.claim_wording), "") for tag in tags}
    return {tag.pk: found[tag.pk] for tag in tags if found[tag.pk] != tag.claim.text}

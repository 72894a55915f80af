"""What a reviewer does with links: make, change, withdraw, bring back, look again."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from annotate.models import Link, LinkStatus, Strength, Tag
from annotate.models.bearing import in_order
from annotate.models.link import LIVE_LINK
from corpus.history import history
from corpus.models import Person
from corpus.refusals import refusals, sentences

# Rows that were fetched for the person already need not be asked for again.
FETCHED = ("from_tag", "to_tag", "created_by", "staled_by")


def link_tags(
    from_tag: Tag,
    to_tag: Tag,
    relation: str,
    rationale: str,
    *,
    strength: str = Strength.MODERATE,
    directness: str = "",
    by: Person,
    answers: Mapping[str, str] | None = None,
) -> Link:
    """Record that `from_tag` bears on `to_tag`, and why.

    `answers` go into the history: what the person was asked before, and answered.

    Both tags were fetched as ones `by` may link. Raise ValidationError where a tag no longer
    stands, where they are one tag, where the link is there already, or where the relation
    does not fit them.
    """
    _refuse_one_tag(from_tag, to_tag)
    _refuse_fallen(from_tag, to_tag)
    first, second = in_order(relation, from_tag, to_tag)
    link = Link(
        from_tag=first,
        to_tag=second,
        relation=relation,
        rationale=rationale.strip(),
        strength=strength,
        directness=directness,
        created_by=by,
    )
    link.clean_fields(exclude=FETCHED)
    with refusals(), history(by=by, action="link_tags", **asked(answers)):
        link.save()
    return link


def edit_link(
    link: Link,
    *,
    revision: int,
    by: Person,
    reason: str = "",
    answers: Mapping[str, str] | None = None,
    **fields: Any,
) -> Link:
    """Change what a link says; a stale one whose ends both stand is live again.

    `fields` are relation, rationale, strength, directness, and from_tag and to_tag exchanged;
    `answers` what the person was asked before, and answered.
    Raise StaleRevision where somebody saved after `revision`, ValidationError where the link
    breaks a rule or is withdrawn.
    """
    if link.status == LinkStatus.WITHDRAWN:
        raise ValidationError(_("This link was withdrawn. Bring it back, then change it."))
    with refusals(), history(by=by, action="edit_link", reason=reason, **asked(answers)):
        ends = _lock_ends(link)
        for name, value in fields.items():
            setattr(link, name, value)
        link.from_tag, link.to_tag = in_order(link.relation, link.from_tag, link.to_tag)
        link.rationale = link.rationale.strip()
        link.revision = revision
        if link.status == LinkStatus.STALE and all(end.is_live for end in ends):
            _make_live(link)
        link.clean_fields(exclude=FETCHED)
        link.save()
    return link


def withdraw_link(link: Link, *, by: Person, reason: str = "") -> None:
    """Take a link back; `restore_link` undoes it. A curator must give a reason."""
    if link.status == LinkStatus.WITHDRAWN:
        return
    with refusals(), history(by=by, action="withdraw_link", reason=reason):
        _lock_ends(link)
        link.status_before, link.status = link.status, LinkStatus.WITHDRAWN
        link.save(update_fields=["status", "status_before"])


def restore_link(link: Link, *, by: Person, reason: str = "") -> None:
    """Undo a withdrawal: the link is what it was, or stale where an end has fallen since."""
    if link.status != LinkStatus.WITHDRAWN:
        return
    with refusals(), history(by=by, action="restore_link", reason=reason):
        stands = all(end.is_live for end in _lock_ends(link))
        before = link.status_before or LinkStatus.SUBMITTED
        link.status = LinkStatus.STALE if before in LIVE_LINK and not stands else before
        link.status_before, link.staled_by = "", None
        link.save(update_fields=["status", "status_before", "staled_by"])


def confirm_link(link: Link, *, by: Person, reason: str = "") -> None:
    """Say after a second look that a stale link still holds.

    Raise ValidationError while one of its tags does not stand.
    """
    if link.status != LinkStatus.STALE:
        return
    with refusals(), history(by=by, action="confirm_link", reason=reason):
        _refuse_fallen(*_lock_ends(link))
        _make_live(link)
        link.save(update_fields=["status", "status_before", "staled_by"])


def asked(answers: Mapping[str, str] | None) -> dict[str, Any]:
    """Return what a history keeps of answers; nothing where nothing was asked."""
    return {"answers": dict(answers)} if answers else {}


def _make_live(link: Link) -> None:
    link.status, link.status_before, link.staled_by = LinkStatus.SUBMITTED, "", None


def _lock_ends(link: Link) -> list[Tag]:
    """Lock a link's two tags, by id, and return them as they stand now."""
    ends = Tag.objects.filter(pk__in=(link.from_tag_id, link.to_tag_id)).order_by("pk")
    return list(ends.select_for_update(no_key=True))


def _refuse_one_tag(from_tag: Tag, to_tag: Tag) -> None:
    if from_tag.pk == to_tag.pk:
        raise ValidationError(sentences()["link_joins_two_tags"], "link_joins_two_tags")


def _refuse_fallen(*tags: Tag) -> None:
    if not all(tag.is_live for tag in tags):
        raise ValidationError(
            _("One of the two tags does not count now. Give it a second look first."),
            "live_link_joins_live_tags",
        )

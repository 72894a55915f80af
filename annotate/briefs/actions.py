"""What a person does with a brief: make it, put things in, order them, freeze an edition.

Every act but adding carries the revision of the brief it was based on, whatever part it is
about: a brief is read as a whole.
"""

import hashlib
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import F, Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from annotate.actions.snapshots import one_snapshot
from annotate.briefs.content import content_of, moment, written
from annotate.briefs.drawing import draw_content
from annotate.models import Brief, BriefItem, Claim, ClaimStatus, Edition, ItemKind, Tag
from annotate.queries.splits import became_of
from corpus.history import history
from corpus.models import Collection, Person
from corpus.refusals import refusals

EDITABLE = frozenset({"title", "question", "shows_notes", "shows_reviewers"})
STEPS = {"up": -1, "down": 1}


def create_brief(title: str, question: str, *, collection: Collection, by: Person) -> Brief:
    """New brief in a collection; raise ValidationError without a title or a question."""
    brief = Brief(
        title=_one_line(title), question=_lines(question), collection=collection, created_by=by
    )
    brief.clean_fields(exclude=["collection", "created_by"])
    with refusals(), history(by=by, action="create_brief"):
        brief.save()
    return brief


def edit_brief(brief: Brief, *, revision: int, by: Person, **fields: Any) -> None:
    """Change the title, the question or what is put in.

    Raise StaleRevision where somebody saved after `revision`.
    """
    if unknown := set(fields) - EDITABLE:
        raise TypeError(f"cannot edit {sorted(unknown)}")
    for name, value in fields.items():
        setattr(brief, name, value)
    brief.title, brief.question = _one_line(brief.title), _lines(brief.question)
    brief.clean_fields(exclude=["collection", "created_by"])
    with refusals(), history(by=by, action="edit_brief"):
        _take_turn(brief, revision)


def add_words(brief: Brief, kind: str, text: str, *, by: Person) -> BriefItem:
    """Put a heading or own sentences at the end of the brief."""
    tidy = _one_line if kind == ItemKind.HEADING else _lines
    return _add(brief, "add_words", by=by, kind=kind, text=tidy(text))


def add_to_brief(brief: Brief, target: Claim | Tag, *, by: Person) -> tuple[BriefItem, bool]:
    """Put a claim or a quote at the end of the brief; return its part, and whether it is new.

    What is there already stays where it is. Raise ValidationError for what members of the
    brief's collection may not all see.
    """
    noun = "claim" if isinstance(target, Claim) else "tag"
    there = brief.items.filter(**{noun: target}).first()
    if there is not None:
        return there, False
    try:
        return _add(brief, f"add_{noun}", by=by, kind=noun, **{noun: target}), True
    except ValidationError as error:
        if error.code not in ("brief_holds_a_claim_once", "brief_holds_a_quote_once"):
            raise
        return brief.items.get(**{noun: target}), False


def edit_words(item: BriefItem, text: str, *, revision: int, by: Person) -> None:
    """Change a heading or own sentences. Raise StaleRevision, or ValidationError for nothing."""
    tidy = _one_line if item.kind == ItemKind.HEADING else _lines

    def act() -> None:
        item.text = tidy(text)
        item.save(update_fields=["text"])

    _change(item, act, "edit_words", revision=revision, by=by)


def move_item(item: BriefItem, step: str, *, revision: int, by: Person) -> None:
    """Exchange a part with the one above ("up") or below ("down"); at the edge it stays.

    Raise KeyError for another step, StaleRevision where somebody saved after `revision`.
    """
    up = STEPS[step] < 0

    def act() -> None:
        others = BriefItem.objects.filter(brief=item.brief_id)
        if up:
            other = others.filter(position__lt=item.position).order_by("-position").first()
        else:
            other = others.filter(position__gt=item.position).order_by("position").first()
        if other is not None:
            item.position, other.position = other.position, item.position
            item.save(update_fields=["position"])
            other.save(update_fields=["position"])

    _change(item, act, "move_item", revision=revision, by=by)


def take_out(item: BriefItem, *, revision: int, by: Person) -> None:
    """Take a part out of the brief. Raise StaleRevision where somebody saved after `revision`."""

    def act() -> None:
        item.delete()

    _change(item, act, "take_out", revision=revision, by=by)


def put_parts_in(item: BriefItem, *, revision: int, by: Person) -> None:
    """Replace a claim with the claims it was split into, leaving out those already in the brief.

    Raise ValidationError where it was not split, StaleRevision where somebody saved after
    `revision`.
    """
    parts = became_of([item.claim_id or 0]).get(item.claim_id or 0)
    if not parts or item.claim is None or item.claim.status != ClaimStatus.SPLIT:
        raise ValidationError(_("This claim was not split."), "not_split")

    def act() -> None:
        others = BriefItem.objects.filter(brief=item.brief_id)
        held = set(others.values_list("claim", flat=True))
        new = [part for part in parts if part.pk not in held]
        place, omits = item.position, item.omits_against
        item.delete()
        behind = others.filter(position__gt=place)
        behind.update(position=F("position") + len(new))
        for position, part in enumerate(new, place):
            others.create(
                brief=item.brief,
                position=position,
                kind=ItemKind.CLAIM,
                claim=part,
                omits_against=omits,
                created_by=by,
            )

    _change(item, act, "put_parts_in", revision=revision, by=by)


def leave_out_against(item: BriefItem, *, leave_out: bool, revision: int, by: Person) -> None:
    """Leave the evidence on the other side out, which the brief then states; or put it back in.

    Raise StaleRevision where somebody saved after `revision`.
    """

    def act() -> None:
        item.omits_against = leave_out
        item.save(update_fields=["omits_against"])

    action = "leave_out_against" if leave_out else "put_in_against"
    _change(item, act, action, revision=revision, by=by)


def freeze(brief: Brief, *, revision: int, by: Person) -> Edition:
    """Freeze the brief as it is now: what it prints, its counts and its SHA-256 sum.

    Raise StaleRevision where somebody saved after `revision`, so that nobody freezes what they
    have not seen; ValidationError for a brief that holds nothing.
    """
    with one_snapshot(), refusals(), history(by=by, action="freeze"):
        _take_turn(brief, revision)
        content, book = content_of(brief, reader=by)
        if not content["parts"]:
            raise ValidationError(_("Add a claim, a quote or some text first."), "empty_brief")
        last = brief.editions.aggregate(last=Max("number"))["last"] or 0
        now = timezone.now()
        content["scope"]["as_of"] = moment(now)
        content["edition"] = _imprint(brief, last + 1, moment(now))
        frozen = written(content)
        sha256 = hashlib.sha256(frozen.encode()).hexdigest()
        return Edition.objects.create(
            brief=brief,
            number=last + 1,
            content=frozen,
            html=draw_content(content, sha256=sha256),
            sha256=sha256,
            documents=book.documents(),
            claims=book.claims_named(),
            counted=book.documents_counted(),
            collections=[one.pk for one in book.exhibitor.scope.collections],
            created_by=by,
            created_at=now,
        )


def _imprint(brief: Brief, number: int, frozen_at: str) -> dict[str, Any]:
    address = reverse("show_edition", args=[brief.pk, number])
    return {
        "number": number,
        "frozen_at": frozen_at,
        "address": settings.SITE_URL + address,
        "brief": str(brief.uid),
    }


def _add(brief: Brief, action: str, *, by: Person, **fields: Any) -> BriefItem:
    """Put a part at the end, behind whatever others have put there meanwhile."""
    with refusals(), history(by=by, action=action):
        locked = Brief.objects.select_for_update(no_key=True).get(pk=brief.pk)
        locked.save(update_fields=["revision"])
        last = locked.items.aggregate(last=Max("position"))["last"] or 0
        item = BriefItem(brief=locked, position=last + 1, created_by=by, **fields)
        item.clean_fields(exclude=["brief", "claim", "tag", "created_by"])
        item.save()
    brief.revision = locked.revision
    return item


def _change(
    item: BriefItem, act: Callable[[], None], action: str, *, revision: int, by: Person
) -> None:
    with refusals(deferred=True), history(by=by, action=action):
        _take_turn(item.brief, revision)
        act()


def _take_turn(brief: Brief, revision: int) -> None:
    """Raise the brief's revision by one; raise StaleRevision where it is not `revision`."""
    brief.revision = revision
    brief.save()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").strip()

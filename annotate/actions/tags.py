"""Tagging: make, edit, withdraw, bring back and confirm a tag."""

import uuid
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import F, Value
from django.db.models.functions import Greatest, Substr
from django.utils.translation import gettext as _

from annotate.actions.locks import share_ground
from annotate.actions.stale_links import (
    lock_with_linked_tags,
    revive_links_of,
    stale_broken_corroborations,
    stale_links_of,
)
from annotate.models import LIVE, Claim, Provision, Speech, Tag, TagProvision, TagStatus
from corpus.history import history
from corpus.models import Agent, Passage, Person, TextVersion
from corpus.refusals import refusals

CONTEXT = 32
# The database checks foreign keys itself; asking for each before would be four queries more.
KEYS = {"created_by", "passage", "claim", "claim_when_tagged", "asserted_by", "held_by"}
# What editing a tag may change; everything else of it stays.
EDITABLE = frozenset(
    {
        "claim",
        "stance",
        "asserted_by",
        "speech",
        "held_by",
        "certainty",
        "directness",
        "translation",
        "translation_kind",
        "note",
    }
)

_STATE = ("status", "stale_reason", "status_before")
_READ = ("claim_wording", "wording_when_tagged")


class Engaged(NamedTuple):
    """A provision as a tag engages it."""

    provision: Provision
    basis: str
    role: str


def tag_words(
    passage: Passage,
    start: int,
    end: int,
    *,
    claim: Claim,
    stance: str,
    by: Person,
    exact: str | None = None,
    held_by: Agent | None = None,
    asserted_by: Agent | None = None,
    speech: str = "",
    provisions: Iterable[Engaged] = (),
    request_key: uuid.UUID | None = None,
    **fields: Any,
) -> Tag:
    """Tag the words at `start` to `end` (code points of the version) and return the tag.

    Whose words they are is the passage's voice unless `asserted_by` says otherwise. The same
    `request_key` of the same person answers with the tag made first. Raise ValidationError
    where a rule refuses, among them where the words there are not `exact`.
    """
    request_key = request_key or uuid.uuid4()
    if made := Tag.objects.filter(created_by=by, request_key=request_key).first():
        return made
    voice = _voice(passage)
    asserted_by = asserted_by or voice
    if asserted_by is None:
        raise ValidationError(_("Say whose words these are: the document names no author."))
    tag = Tag(
        passage=passage,
        claim=claim,
        claim_wording=claim.wording,
        claim_when_tagged=claim,
        wording_when_tagged=claim.wording,
        stance=stance,
        asserted_by=asserted_by,
        speech=_speech(speech, asserted_by, voice),
        held_by=held_by,
        request_key=request_key,
        created_by=by,
        **fields,
    )
    _place(tag, start, end, exact)
    tag.clean_fields(exclude=KEYS)
    try:
        with refusals(), history(by=by, action="tag_words"):
            tag.save(force_insert=True)
            _engage(tag, provisions, by=by)
    except ValidationError as error:
        if error.code == "request_makes_one_tag":
            return Tag.objects.get(created_by=by, request_key=request_key)
        raise
    return tag


def edit_tag(
    tag: Tag,
    *,
    revision: int,
    by: Person,
    start: int | None = None,
    end: int | None = None,
    exact: str | None = None,
    provisions: Iterable[Engaged] | None = None,
    reason: str = "",
    **fields: Any,
) -> Tag:
    """Change a tag that was read at `revision`.

    Saving again is a second look: a stale tag counts again. Links that no longer hold turn
    stale. Raise StaleRevision where somebody saved first, ValidationError where a rule refuses.
    """
    if unknown := set(fields) - EDITABLE:
        raise TypeError(f"cannot edit {sorted(unknown)}")
    if tag.status == TagStatus.WITHDRAWN:
        raise ValidationError(_("This tag is withdrawn. Bring it back first, then change it."))
    tag.revision = revision
    if "claim" in fields and fields["claim"].pk != tag.claim_id:
        tag.claim_when_tagged = fields["claim"]
    for name, value in fields.items():
        setattr(tag, name, value)
    if "asserted_by" in fields:
        tag.speech = _speech(fields.get("speech", ""), tag.asserted_by, _voice(tag.passage))
    if start is not None and end is not None:
        _place(tag, start, end, exact)
    _read_claim(tag)
    revived = tag.status == TagStatus.STALE
    if revived:
        tag.status, tag.stale_reason = TagStatus.SUBMITTED, ""
    tag.clean_fields(exclude=KEYS)
    with refusals(deferred=True), history(by=by, action="edit_tag", reason=reason):
        _lock(tag)
        tag.save()
        if provisions is not None:
            _replace_provisions(tag, provisions, by=by)
        stale_broken_corroborations(tag, by=by)
        if revived:
            revive_links_of(tag, by=by)
    return tag


def withdraw_tag(tag: Tag, *, by: Person, reason: str = "") -> None:
    """Take a tag back; its links get a second look. `restore_tag` undoes both."""
    if tag.status == TagStatus.WITHDRAWN:
        return
    tag.status_before, tag.status = tag.status, TagStatus.WITHDRAWN
    with refusals(deferred=True), history(by=by, action="withdraw_tag", reason=reason):
        _lock(tag)
        tag.save(update_fields=["status", "status_before"])
        stale_links_of(tag, by=by)


def restore_tag(tag: Tag, *, by: Person, reason: str = "") -> None:
    """Undo a withdrawal: the tag, and the links which that very act made stale, stand again.

    Where the claim was reworded meanwhile the tag comes back for a second look.
    """
    if tag.status != TagStatus.WITHDRAWN:
        return
    before = tag.status_before or TagStatus.SUBMITTED
    if before in LIVE and tag.claim_wording != tag.claim.wording:
        before = TagStatus.STALE
        tag.stale_reason = _("The claim was reworded.")
    tag.status, tag.status_before = before, ""
    with refusals(deferred=True), history(by=by, action="restore_tag", reason=reason):
        _lock(tag)
        tag.save(update_fields=["status", "status_before", "stale_reason"])
        if tag.is_live:
            revive_links_of(tag, by=by)


def confirm_tag(tag: Tag, *, by: Person, reason: str = "") -> None:
    """Give a stale tag its second look: it stands, under the claim's present wording."""
    if tag.status != TagStatus.STALE:
        return
    tag.status, tag.stale_reason, tag.status_before = TagStatus.SUBMITTED, "", ""
    _read_claim(tag)
    with refusals(deferred=True), history(by=by, action="confirm_tag", reason=reason):
        _lock(tag)
        tag.save(update_fields=[*_STATE, *_READ])
        revive_links_of(tag, by=by)


def _read_claim(tag: Tag) -> None:
    """Note that the claim was read as it is worded now."""
    tag.claim_wording = tag.claim.wording
    if tag.claim_id == tag.claim_when_tagged_id:
        tag.wording_when_tagged = tag.claim_wording


def _lock(tag: Tag) -> None:
    """Take the locks a changed tag needs, in the order every writer follows."""
    share_ground(tag)
    lock_with_linked_tags(tag)


def _voice(passage: Passage) -> Agent | None:
    return passage.voice or passage.text_version.document.author


def _speech(speech: str, asserted_by: Agent, voice: Agent | None) -> str:
    """Return how the words stand there: own when they are the passage's voice's."""
    if asserted_by == voice:
        return Speech.OWN
    return speech if speech in (Speech.QUOTED, Speech.REPORTED) else Speech.QUOTED


def _place(tag: Tag, start: int, end: int, exact: str | None) -> None:
    """Set the anchor: offsets, the words there and 32 code points of context on each side."""
    passage = tag.passage
    if not passage.start <= start < end <= passage.end:
        raise ValidationError(
            _("The selection must lie inside one passage. Select the words again."),
            code="tag_quote_is_the_words_there",
        )
    words = passage.text[start - passage.start : end - passage.start]
    if exact is not None and exact != words:
        raise ValidationError(
            _("The quote does not match the words in the text. Select the words again."),
            code="tag_quote_is_the_words_there",
        )
    around = TextVersion.objects.filter(pk=passage.text_version_id).values_list(
        Substr("text", Greatest(Value(start - CONTEXT), Value(0)) + 1, min(start, CONTEXT))
        if start
        else Value(""),
        Substr(F("text"), end + 1, CONTEXT),
    )
    tag.start, tag.end, tag.exact = start, end, words
    tag.prefix, tag.suffix = around.get()


def _engage(tag: Tag, provisions: Iterable[Engaged], *, by: Person) -> None:
    TagProvision.objects.bulk_create(
        TagProvision(
            tag=tag, provision=one.provision, basis=one.basis, role=one.role, created_by=by
        )
        for one in provisions
    )


def _replace_provisions(tag: Tag, provisions: Iterable[Engaged], *, by: Person) -> None:
    """Let the tag engage exactly `provisions`, keeping the rows that say the same."""
    wanted = {(one.provision.pk, one.basis, one.role): one for one in provisions}
    for row in tag.provisions.all():
        if wanted.pop((row.provision_id, row.basis, row.role), None) is None:
            row.delete()
    _engage(tag, wanted.values(), by=by)

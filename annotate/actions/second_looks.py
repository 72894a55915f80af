"""What happens to tags when a curator changes what they rest on; called inside the curator's act.

All run in the caller's transaction, after `lock_documents`, and name `by` in the history.
"""

from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.db.models import Case, F, QuerySet, Value, When
from django.utils.translation import gettext as _

from annotate.actions.locks import share_claims
from annotate.actions.stale_links import lock_with_linked_tags, stale_links_of
from annotate.models import LIVE, Speech, Tag, TagStatus
from corpus.models import Agent, Passage, Person

GONE = (TagStatus.WITHDRAWN, TagStatus.REJECTED)
LISTED = 20
_REASON_MAX = 300


def standing(passages: Iterable[int]) -> QuerySet[Tag]:
    """Return the tags on passages of these ids that are neither withdrawn nor rejected."""
    return Tag.objects.filter(passage__in=set(passages)).exclude(status__in=GONE).order_by("pk")


def follow_voices(voices: Mapping[int, Agent | None], *, by: Person) -> int:
    """Let the own-speech tags on passages follow their new voices; return how many did.

    `voices` has the new effective voice of each passage, which is stored already. The live
    ones turn stale, with their links. Raise ValidationError, with the list of tags, where one
    would take a stance on its own position (I6), or where words said to be quoted or retold
    would be the passage's own (I7).
    """
    tags = _locked(standing(voices))
    _refuse_broken(tags, voices)
    own = [tag for tag in tags if tag.speech == Speech.OWN]
    for voice in {voices[tag.passage_id] for tag in own}:
        here = [tag.pk for tag in own if voices[tag.passage_id] == voice]
        Tag.objects.filter(pk__in=here).update(
            asserted_by=voice, **_stale(_("The words are now %(voice)s's.") % {"voice": voice})
        )
    stale_links_of(*(tag for tag in own if tag.is_live), by=by)
    return len(own)


def give_a_second_look(tags: QuerySet[Tag], *, reason: str, by: Person) -> int:
    """Turn the live ones of `tags` stale, with their links; return how many."""
    live = _locked(tags.filter(status__in=LIVE).order_by("pk"))
    Tag.objects.filter(pk__in=[tag.pk for tag in live]).update(**_stale(reason))
    stale_links_of(*live, by=by)
    return len(live)


def refuse_with_list(sentence: str, tags: Iterable[Tag], code: str) -> None:
    """Raise ValidationError with a sentence and a line for each tag; pass where there is none."""
    tags = list(tags)
    if not tags:
        return
    lines = [_line(tag) for tag in tags[:LISTED]]
    if len(tags) > LISTED:
        lines.append(_("and %(count)d more") % {"count": len(tags) - LISTED})
    raise ValidationError([ValidationError(line, code=code) for line in (sentence, *lines)])


def tagged(passages: Iterable[Passage]) -> QuerySet[Tag]:
    """Return the tags that stand on `passages`, with what a line about them names."""
    return _named(standing(passage.pk for passage in passages))


def _named(tags: QuerySet[Tag]) -> QuerySet[Tag]:
    return tags.select_related("claim", "created_by", "passage").defer("passage__text")


def _line(tag: Tag) -> str:
    return _("Passage %(number)d: “%(quote)s” (%(claim)s, tagged by %(person)s)") % {
        "number": tag.passage.ordinal,
        "quote": tag.exact if len(tag.exact) <= 80 else f"{tag.exact[:79]}…",
        "claim": tag.claim,
        "person": tag.created_by,
    }


def _locked(tags: QuerySet[Tag]) -> list[Tag]:
    """Return `tags` after locking their claims, them, and what they are linked to."""
    found = list(_named(tags))
    if found:
        share_claims(tag.claim_id for tag in found)
        lock_with_linked_tags(*found)
    return found


def _refuse_broken(tags: list[Tag], voices: Mapping[int, Agent | None]) -> None:
    """Refuse new voices that would make a tag untrue, with the list of such tags."""
    new = {place: voice.pk if voice else None for place, voice in voices.items()}
    refuse_with_list(
        _("These passages would be nobody's words, but they have tags:"),
        [tag for tag in tags if new[tag.passage_id] is None],
        "tag_speech_agrees_with_the_voice",
    )
    own = [tag for tag in tags if tag.speech == Speech.OWN]
    refuse_with_list(
        _(
            "These tags would have the new speaker agree with, disagree "
            "with or report their own position. Change or withdraw them first:"
        ),
        [tag for tag in own if tag.held_by_id == new[tag.passage_id]],
        "another_holds_what_is_endorsed_or_rejected",
    )
    refuse_with_list(
        _(
            "These tags say that the passage only quotes or retells its new speaker. Change or "
            "withdraw them first:"
        ),
        [tag for tag in tags if tag not in own and tag.asserted_by_id == new[tag.passage_id]],
        "tag_speech_agrees_with_the_voice",
    )


def _stale(reason: str) -> dict[str, object]:
    """Return the update that turns live tags stale and leaves the others as they are."""
    live, why = {"status__in": LIVE}, Value(reason[:_REASON_MAX])
    return {
        "stale_reason": Case(When(**live, then=why), default=F("stale_reason")),
        "status_before": Case(When(**live, then=F("status")), default=F("status_before")),
        "status": Case(When(**live, then=Value(TagStatus.STALE)), default=F("status")),
        "revision": F("revision") + 1,
    }

"""The two plain questions of the tag form, what their answers mean, and what a tag answers."""

from collections.abc import Mapping
from typing import Any

from annotate.models import Speech, Stance, Tag

OWN, OTHER = "own", "other"
YES, NO, OPEN = "yes", "no", "open"
_AGREE = {"for": YES, "against": NO, "open": OPEN}
ANSWERS = {(OTHER if one.on_another else OWN, _AGREE[one.side]): one for one in Stance}
QUESTIONS = {stance: answers for answers, stance in ANSWERS.items()}


def answered(values: Mapping[str, Any]) -> Stance:
    """Return the stance that the two answers mean; a holder named makes it somebody else's."""
    whose = values.get("whose") or (OTHER if names_holder(values) else OWN)
    return ANSWERS[whose, values.get("agree") or YES]


def names_holder(values: Mapping[str, Any]) -> bool:
    """Whether somebody is named who holds the position."""
    return bool(values.get("held_by") or values.get("new_held_by"))


def values_of(tag: Tag) -> dict[str, Any]:
    """Return the values with which the form of a tag begins."""
    whose, agree = QUESTIONS[Stance(tag.stance)]
    is_own = tag.speech == Speech.OWN
    return {
        "passage": tag.passage_id,
        "start": tag.start,
        "end": tag.end,
        "exact": tag.exact,
        "claim": tag.claim.public_id,
        "whose": whose,
        "agree": agree,
        "held_by": tag.held_by_id or "",
        "asserted_by": "" if is_own else tag.asserted_by_id,
        "speech": "" if is_own else tag.speech,
        "certainty": tag.certainty,
        "directness": tag.directness,
        "translation": tag.translation,
        "translation_kind": tag.translation_kind,
        "note": tag.note,
        "revision": tag.revision,
    }

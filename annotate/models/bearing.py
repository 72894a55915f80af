"""How two tags bear on each other, as their claims, voices and sides tell. Asks no database."""

from typing import TYPE_CHECKING

from .relation import SYMMETRIC, Relation

if TYPE_CHECKING:
    from .tag import Tag

OPPOSITE = {"+": "-", "-": "+"}


def in_order(relation: str, from_tag: "Tag", to_tag: "Tag") -> tuple["Tag", "Tag"]:
    """Return the two ends as they are stored: by id where the link reads the same both ways."""
    if relation in SYMMETRIC and from_tag.pk > to_tag.pk:
        return to_tag, from_tag
    return from_tag, to_tag


def corroborate(one: "Tag", other: "Tag") -> bool:
    """Whether two tags may corroborate each other: same claim, two voices, agreed (I15)."""
    return (
        one.claim_id == other.claim_id
        and one.asserted_by_id != other.asserted_by_id
        and (one.polarity == other.polarity or _same_holder(one, other))
    )


def proposed_relation(from_tag: "Tag", to_tag: "Tag") -> str:
    """Return the relation the link form starts with, empty where the person is to choose one."""
    if corroborate(from_tag, to_tag):
        return Relation.CORROBORATES
    if from_tag.claim_id == to_tag.claim_id and _opposed(from_tag, to_tag):
        return Relation.CONTRADICTS
    return ""


def _same_holder(one: "Tag", other: "Tag") -> bool:
    return one.held_by_id is not None and one.held_by_id == other.held_by_id


def _opposed(one: "Tag", other: "Tag") -> bool:
    return OPPOSITE.get(one.polarity) == other.polarity

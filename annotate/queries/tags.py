"""Reading one tag: its sentence, who conveys it, what is shown beside it."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, QuerySet

from annotate.models import LIVE, Claim, Remark, RemarkKind, Tag
from annotate.models.conveying import conveyer
from annotate.text.wording import Name, sentence
from corpus.models import Agent, Document, Passage, Person


def voice_of(passage: Passage, document: Document) -> Agent | None:
    """Return whose words a passage is: its own voice, else the document's author."""
    return passage.voice or document.author


def speaker_of(passage: Passage, document: Document) -> tuple[Agent | None, str]:
    """Return the person who speaks in a passage, and in what capacity.

    A passage with another voice than the author's does not inherit the document's speaker.
    """
    if passage.speaker_id or passage.speaker_capacity:
        return passage.speaker, passage.speaker_capacity
    if passage.voice_id in (None, document.author_id):
        return document.speaker, document.speaker_capacity
    return None, ""


def conveyer_of(tag: Tag) -> Agent | None:
    """Return who conveys the words of a tag (I8)."""
    passage, document = tag.passage, tag.passage.text_version.document
    key = conveyer(tag.speech, tag.asserted_by_id, passage.voice_id, document.author_id)
    if key is None:
        return None
    return passage.voice if key == passage.voice_id else document.author


def name_of(agent: Agent | None) -> Name | None:
    """Return an agent as a sentence needs it."""
    return Name(agent.name, agent.kind) if agent else None


def sentence_of(tag: Tag) -> str:
    """Return the sentence a tag stores, in plain words."""
    return sentence(
        tag.stance,
        Name(tag.asserted_by.name, tag.asserted_by.kind),
        name_of(tag.held_by),
        tag.claim.text,
        conveyed_by=name_of(conveyer_of(tag)),
    )


def same_words(tag: Tag, *, reader: Person | AnonymousUser) -> QuerySet[Tag]:
    """Return other people's standing tags of the same claim on the very same words (I5).

    `is_agreed` says of each whether the author of `tag` agreed with it already.
    """
    agreement = Remark.objects.filter(
        tag=OuterRef("pk"), kind=RemarkKind.AGREE, created_by=tag.created_by_id
    )
    return (
        Tag.objects.visible_to(reader)
        .live()
        .filter(passage=tag.passage_id, start=tag.start, end=tag.end, claim=tag.claim_id)
        .exclude(created_by=tag.created_by_id)
        .annotate(is_agreed=Exists(agreement))
        .select_related("created_by", "asserted_by", "held_by", "claim")
        .order_by("pk")
    )


@dataclass(frozen=True)
class Colleagues:
    """Others' tags of the same claim on the same words: who agrees, who says otherwise."""

    agreeing: list[Tag]
    differing: list[Tag]


def colleagues_of(tag: Tag, *, reader: Person | AnonymousUser) -> Colleagues:
    """Return others' tags on the same words, apart by whether they say the same."""
    others = list(same_words(tag, reader=reader))
    alike = [o for o in others if (o.stance, o.held_by_id) == (tag.stance, tag.held_by_id)]
    return Colleagues(alike, [other for other in others if other not in alike])


def names_in_text(collection_id: int) -> list[tuple[int, list[str]]]:
    """Return the agents a guard looks for in a text, each with all its names."""
    rows = Agent.objects.usable_in(collection_id).values_list("pk", "name", "aliases")
    return [(pk, [name, *aliases]) for pk, name, aliases in rows]


def known_holder(claim: Claim, *, reader: Person, apart_from: int | None) -> Agent | None:
    """Return who was last said to hold a claim, as far as `reader` may see."""
    tag = (
        Tag.objects.visible_to(reader)
        .filter(claim=claim, status__in=LIVE, held_by__isnull=False)
        .exclude(held_by=apart_from)
        .select_related("held_by")
        .order_by("-pk")
        .first()
    )
    return tag.held_by if tag else None

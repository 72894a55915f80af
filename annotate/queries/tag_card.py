"""The open card of a tag: its sentence, facts, links, remarks, and what its reader may do."""

from dataclasses import dataclass

from annotate.access import collection_of
from annotate.models import Tag, TagProvision
from annotate.queries.derivations import Origin, origin_of
from annotate.queries.links import SeenLink, links_of
from annotate.queries.remarks import Remarks, remarks_on
from annotate.queries.tag_lines import TagLine, line_of
from annotate.queries.tags import Colleagues, colleagues_of, conveyer_of, speaker_of
from corpus.access import Reader, is_member, may_curate, may_review
from corpus.models import Agent


@dataclass(frozen=True)
class TagActs:
    """What a reader may do with a tag, and whether it is their own."""

    mine: bool
    may_review: bool
    may_change: bool
    member: bool


@dataclass(frozen=True)
class TagCard:
    """All that the open card of a tag shows one reader."""

    line: TagLine
    acts: TagActs
    conveyer: Agent | None
    speaker: Agent | None
    capacity: str
    provisions: list[TagProvision]
    origin: Origin
    links: list[SeenLink]
    remarks: Remarks
    colleagues: Colleagues


def tag_card(tag: Tag, *, reader: Reader) -> TagCard:
    """Return the open card of a tag, which was fetched as one `reader` may see."""
    acts = _acts_on(tag, reader)
    speaker, capacity = speaker_of(tag.passage, tag.passage.text_version.document)
    return TagCard(
        line=line_of(tag),
        acts=acts,
        conveyer=conveyer_of(tag),
        speaker=speaker,
        capacity=capacity,
        provisions=list(tag.provisions.select_related("provision")),
        origin=origin_of(tag, reader=reader),
        links=links_of(tag, reader),
        remarks=remarks_on(tag, reader),
        colleagues=colleagues_of(tag, reader=reader),
    )


def _acts_on(tag: Tag, reader: Reader) -> TagActs:
    collection = collection_of(tag)
    mine, reviews = tag.created_by_id == reader.pk, may_review(reader, collection)
    return TagActs(
        mine=mine,
        may_review=reviews,
        may_change=reviews and (mine or may_curate(reader, collection)),
        member=is_member(reader, collection),
    )

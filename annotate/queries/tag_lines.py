"""Tags as lines of a list: what a line shows, and how the tags for it are read."""

from dataclasses import dataclass

from django.db.models import FETCH_RAISE, QuerySet

from annotate.access import readable_tags
from annotate.models import Stance, Tag
from annotate.models.tag import AnchorState
from annotate.queries.tags import sentence_of
from corpus.models import Document, Person


@dataclass(frozen=True)
class TagLine:
    """A tag as a list shows it: its sentence, and the side it takes (for, against, open)."""

    tag: Tag
    sentence: str
    side: str

    @property
    def document(self) -> Document:
        """The document where the words are."""
        return self.tag.passage.text_version.document

    @property
    def is_lost(self) -> bool:
        """Whether its words were not found in the present text."""
        return self.tag.anchor_state == AnchorState.BROKEN


def tags_to_list(reader: Person) -> QuerySet[Tag]:
    """Return the tags `reader` may see with all that a line of a list shows."""
    return readable_tags(reader).defer("passage__text_version__text").fetch_mode(FETCH_RAISE)


def line_of(tag: Tag) -> TagLine:
    """Return a tag as a list shows it."""
    return TagLine(tag, sentence_of(tag), Stance(tag.stance).side)

"""The live tags on a claim, each with no more than sorting and grouping them needs."""

import datetime
from collections.abc import Collection
from typing import NamedTuple

from django.db.models import BooleanField, ExpressionWrapper, F, Q, QuerySet

from annotate.counting.independence import OWN_WORDS
from annotate.models import Claim, Tag
from annotate.models.conveying import conveyer
from annotate.queries.evidence import STANCES, standing
from annotate.queries.evidence_rows import said_at
from corpus.access import Reader

_DOCUMENT = "passage__text_version__document"
_INHERITS = Q(passage__voice=None) | Q(passage__voice=F(f"{_DOCUMENT}__author"))
# A date of publishing is none of these: it sorts a list, it does not say when words were said.
IS_DATED = Q(passage__uttered_on__isnull=False) | (
    _INHERITS & Q(**{f"{_DOCUMENT}__uttered_on__isnull": False})
)


class Standing(NamedTuple):
    """A live tag; `said_at` sorts, and says when it was said only if `is_dated`."""

    id: int
    stance: str
    voice: int
    holder: int | None
    said_at: datetime.date
    is_dated: bool
    document: int
    speech: str
    passage_voice: int | None
    author: int | None

    @property
    def conveyer(self) -> int | None:
        """Who passes the words on, if anybody (I8)."""
        return conveyer(self.speech, self.voice, self.passage_voice, self.author)

    @property
    def agents(self) -> tuple[int | None, ...]:
        """Whoever speaks, holds, or may pass the words on."""
        return self.voice, self.holder, self.passage_voice, self.author

    @property
    def is_for(self) -> bool:
        """Whether its voice says so."""
        return self.stance in STANCES["for"]

    @property
    def is_against(self) -> bool:
        """Whether its voice says that it is not so."""
        return self.stance in STANCES["against"]

    @property
    def is_open(self) -> bool:
        """Whether nobody holds or denies it by this tag."""
        return self.stance == "questions"

    def is_told(self, agents: Collection[int]) -> bool:
        """Whether it is other than `agents` saying so themselves: what is told of them."""
        return self.voice not in agents or self.stance not in OWN_WORDS

    def says_so(self, agent: int) -> bool:
        """Whether `agent` itself says so."""
        return self.voice == agent and self.stance in OWN_WORDS


def standing_on(claim: Claim, *, reader: Reader) -> list[Standing]:
    """Return the live tags on a claim that `reader` may see, oldest first."""
    rows = (
        standing(reader)
        .filter(claim=claim)
        .annotate(said_at=said_at(), is_dated=ExpressionWrapper(IS_DATED, BooleanField()))
        .order_by("said_at", f"{_DOCUMENT}__pk", "start", "pk")
        .values_list(
            "pk",
            "stance",
            "asserted_by_id",
            "held_by_id",
            "said_at",
            "is_dated",
            f"{_DOCUMENT}__pk",
            "speech",
            "passage__voice_id",
            f"{_DOCUMENT}__author_id",
        )
    )
    return [Standing(*row) for row in rows]


def dated(tags: QuerySet[Tag]) -> QuerySet[Tag]:
    """Keep the tags of which somebody says when the words were said."""
    return tags.filter(IS_DATED)


def undated(tags: QuerySet[Tag]) -> QuerySet[Tag]:
    """Keep the tags of which nobody says when the words were said."""
    return tags.filter(~IS_DATED)

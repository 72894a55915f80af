"""Evidence that several parts of a page ask for, fetched in one go."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from annotate.models import Tag
from annotate.queries.evidence import Evidence, complete, rows_page
from corpus.access import Reader


@dataclass(frozen=True)
class Quotes:
    """Some tags of a shelf in order; to be read once the shelf is filled."""

    ids: tuple[int, ...]
    found: dict[int, Evidence]

    def __iter__(self) -> Iterator[Evidence]:
        return (self.found[key] for key in self.ids)

    def __getitem__(self, place: int) -> Evidence:
        return self.found[self.ids[place]]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class Shelf:
    """Collects which tags are wanted, of those the reader may see, then fetches each once."""

    found: dict[int, Evidence] = field(default_factory=dict)
    wanted: set[int] = field(default_factory=set)

    def ask(self, ids: Iterable[int]) -> Quotes:
        """Return what will hold these tags, in this order."""
        quotes = Quotes(tuple(ids), self.found)
        self.wanted.update(quotes.ids)
        return quotes

    def fill(self, *, reader: Reader) -> None:
        """Fetch all that was asked for, in six queries whatever their number."""
        tags = Tag.objects.filter(pk__in=self.wanted)
        rows = rows_page(tags, ("id",), size=len(self.wanted)).rows if self.wanted else []
        self.found.update((one.row.id, one) for one in complete(rows, reader=reader))

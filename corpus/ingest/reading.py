"""What a reader of files returns, and what the program must know about a format to offer it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.models.document import TextMethod
from corpus.models.passage import PassageKind


@dataclass(frozen=True, slots=True)
class Slice:
    """A proposed passage; `start` and `end` are code points of the whole text, half open."""

    start: int
    end: int
    text: str
    kind: str = PassageKind.PARAGRAPH
    marker: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The one text of a file, how it was read, and what its format told about the passages.

    `passages` is None where the format knows nothing of structure: then the text is cut by lines.
    """

    text: str
    method: TextMethod
    passages: Sequence[Slice] | None = None


class Reader(Protocol):
    """Reads the bytes of a file; raises ValidationError where they are not of its format."""

    def __call__(self, data: bytes, *, encoding: str = "") -> Reading: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that comes in: how it is recognised, and how it is read.

    The first of `endings` is the one under which the original file is stored.
    """

    endings: tuple[str, ...]
    media_types: tuple[str, ...]
    read: Reader

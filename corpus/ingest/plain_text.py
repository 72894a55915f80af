"""Plain text: every line with words on it is a passage, and nothing says where a page ends."""

from corpus.models.document import TextMethod

from .decoding import decode
from .reading import Format, Reading


def read(data: bytes, *, encoding: str = "") -> Reading:
    """Return the text of `data`; raise ValidationError where the bytes are not text."""
    return Reading(decode(data, encoding), TextMethod.TEXT)


FORMAT = Format(endings=(".txt",), media_types=("text/plain",), read=read)

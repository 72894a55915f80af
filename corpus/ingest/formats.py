"""From the kind of a file to its reader: the only place that says which files come in.

A new format is a module beside this one with a `FORMAT`, and its line in `FORMATS`.
"""

from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from . import plain_text
from .reading import Format

# A file without a name, as pasted text is, has the first.
FORMATS: tuple[Format, ...] = (plain_text.FORMAT,)


def endings() -> list[str]:
    """Return how the names of files that come in may end, in small letters with their dot."""
    return [ending for known in FORMATS for ending in known.endings]


def accept() -> str:
    """Return what the browser's file chooser offers: endings and media types."""
    return ",".join([*endings(), *(name for known in FORMATS for name in known.media_types)])


def endings_in_words() -> str:
    """Return the endings as a sentence lists them, for example “.pdf, .docx or .txt”."""
    return get_text_list(endings(), _("or"))


def format_of(filename: str) -> Format:
    """Return the format of the file of this name.

    Raise ValidationError, with the endings there are, where the program cannot read it.
    """
    if not filename:
        return FORMATS[0]
    ending = PurePath(filename).suffix.lower()
    for known in FORMATS:
        if ending in known.endings:
            return known
    raise ValidationError(
        _("Choose a file that the program can read: its name ends in %(endings)s.")
        % {"endings": endings_in_words()},
        code="unknown_format",
    )

"""From the bytes of a file to the one text that is kept, hashed and pointed into."""

import codecs

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

UTF8 = "utf-8"


def decode(data: bytes, encoding: str = "") -> str:
    """Return the text of `data`, with line ends as LF and without a byte order mark.

    UTF-8 is taken for granted; any other encoding must be named, because a guess would change
    words without a trace. Raise ValidationError where the bytes are not text in it, where the
    text is empty, or where it holds U+0000 (with its position, in code points from 0).
    """
    text = _decode(data, encoding or UTF8).removeprefix("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    nul = text.find("\0")
    if nul >= 0:
        raise ValidationError(
            _(
                "The text holds the character U+0000 at position %(position)d (line %(line)d). "
                "Remove it, or name the file's encoding."
            )
            % {"position": nul, "line": text.count("\n", 0, nul) + 1},
            code="nul",
        )
    if not text.strip():
        raise ValidationError(_("The file holds no text."), code="empty")
    return text


def _decode(data: bytes, encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):  # no such name, or none at all
        raise ValidationError(
            _("There is no encoding called “%(encoding)s”. Try utf-16, windows-1251 or gb18030.")
            % {"encoding": encoding},
            code="unknown_encoding",
        ) from None
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        if name == UTF8:
            message = _(
                "The file is not UTF-8: byte %(position)d does not fit. Name its encoding, for "
                "example utf-16, windows-1251 or gb18030."
            )
        else:
            message = _("The file is not %(encoding)s: byte %(position)d does not fit.")
        raise ValidationError(
            message % {"encoding": encoding, "position": error.start}, code="encoding"
        ) from None
    except (LookupError, AttributeError, TypeError):  # codecs such as rot13 or base64
        raise ValidationError(
            _("“%(encoding)s” does not say how text is written. Try utf-16 or windows-1251.")
            % {"encoding": encoding},
            code="unknown_encoding",
        ) from None

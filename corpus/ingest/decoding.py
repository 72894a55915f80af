"""From the bytes of a file to the one text that is kept, hashed and pointed into."""

import codecs
import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

UTF8 = "utf-8"
# General categories of what shows nothing: controls, formats, white space.
_UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp"}
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")


def decode(data: bytes, encoding: str = "") -> str:
    """Return the text of `data`, with line ends as LF and without a byte order mark.

    UTF-8 is taken for granted; any other encoding must be named, because a guess would change
    words without a trace. Raise ValidationError where the bytes are not text in it, where nothing
    of the text can be seen, or where it holds U+0000 or half of a surrogate pair (with its
    position, in code points from 0).
    """
    text = _decode(data, encoding or UTF8).removeprefix("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_what_is_no_character(text)
    if all(unicodedata.category(character) in _UNSEEN for character in text):
        raise ValidationError(_("The file holds no text."), code="empty")
    return text


def _refuse_what_is_no_character(text: str) -> None:
    """Refuse U+0000, which no database stores, and half a surrogate pair, which no file does."""
    found = _NO_CHARACTER.search(text)
    if found is None:
        return
    place = {
        "name": f"U+{ord(found[0]):04X}",
        "position": found.start(),
        "line": text.count("\n", 0, found.start()) + 1,
    }
    message = _(
        "The text holds the character %(name)s at position %(position)d (line %(line)d). "
        "Remove it, or name the file's encoding."
    )
    raise ValidationError(message % place, code="nul" if found[0] == "\0" else "surrogate")


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
    # Codecs such as rot13, base64 and "undefined".
    except (LookupError, AttributeError, TypeError, UnicodeError):
        raise ValidationError(
            _("“%(encoding)s” is not a text encoding. Try utf-16 or windows-1251.")
            % {"encoding": encoding},
            code="unknown_encoding",
        ) from None

"""What speaks against a source that somebody names: told to them, never refused."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext as _

from annotate.models import Tag
from annotate.queries.circumstances import Moment, written_date
from annotate.queries.derivations import Copied
from corpus.models import Document, TextVersion
from corpus.models.document import DatePrecision

# People quote with straight marks what is printed with curved ones, and leave words out.
_AS_TYPED = str.maketrans("‘’‚‛“”„«»‐‑‒–—―", "''''" + '"' * 5 + "-" * 6)
_LEFT_OUT = re.compile(r"[\[(]?\s*(?:…|\.{3,})\s*[\])]?")


@dataclass(frozen=True)
class Doubts:
    """Sentences that speak against a source; `token` is another one for other doubts."""

    sentences: tuple[str, ...] = ()
    token: str = ""

    def __bool__(self) -> bool:
        return bool(self.sentences)


def doubts_of(copied: Copied, source: Moment, words: str = "") -> Doubts:
    """Return what speaks against `copied` taking from a work of `source`, as `words` show.

    In one query where there are words. A date that nobody knows and a text that is not held
    are no doubt.
    """
    sentences = []
    mine = dated(_document(copied))
    if is_before(mine, source):
        sentence = _(
            "The copy is dated %(copy)s, its source %(source)s. A copy is seldom older than its "
            "source: check which is copied from which."
        )
        dates = {"copy": written_date(*mine), "source": written_date(*source)}
        sentences.append(sentence % dates)
    if words.strip() and _lacks(copied, words):
        sentences.append(_("The words that show it are not in the copying document. Check them."))
    if not sentences:
        return Doubts()
    told = repr((sentences, words)).encode()
    return Doubts(tuple(sentences), hashlib.sha256(told).hexdigest())


def dated(document: Document) -> Moment:
    """Return when a document was said, or else published."""
    if document.uttered_on is None:
        return Moment(document.published_on)
    return Moment(document.uttered_on, document.uttered_precision)


def is_before(one: Moment, other: Moment) -> bool:
    """Whether one is surely dated before the other: no finer than both dates are known."""
    if one.day is None or other.day is None:
        return False
    known = {one.precision, other.precision}
    if known & {DatePrecision.YEAR, DatePrecision.ESTIMATE}:
        return one.day.year < other.day.year
    if DatePrecision.MONTH in known:
        return (one.day.year, one.day.month) < (other.day.year, other.day.month)
    return one.day < other.day


def stand_in(words: str, text: str) -> bool:
    """Whether words stand in a text, in this order where an ellipsis leaves some out.

    White space, case, and the shape of quotation marks and dashes make no difference.
    """
    text, at = _plain(text), 0
    for part in filter(None, (_plain(part) for part in _LEFT_OUT.split(words))):
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _lacks(copied: Copied, words: str) -> bool:
    versions = TextVersion.objects.values_list("text", flat=True)
    if isinstance(copied, Document):
        text = versions.filter(document=copied, is_current=True).first()
    else:
        passage = copied.passage if isinstance(copied, Tag) else copied
        text = versions.get(pk=passage.text_version_id)
    return text is not None and not stand_in(words, text)


def _document(copied: Copied) -> Document:
    """Return the document that copies: what it quotes may have been said long before."""
    if isinstance(copied, Document):
        return copied
    passage = copied.passage if isinstance(copied, Tag) else copied
    return passage.text_version.document


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text.translate(_AS_TYPED)).casefold()
    return " ".join(folded.split())

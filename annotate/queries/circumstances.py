"""When and where the words of a tag were said, as a person reads it."""

import datetime
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from annotate.models import Tag
from corpus.models.document import DatePrecision

_FORMATS = {DatePrecision.MONTH: "F Y", DatePrecision.YEAR: "Y"}


class Circumstances(NamedTuple):
    """When and where something was said; empty where nobody says."""

    said_on: str
    place: str


class Moment(NamedTuple):
    """When something was said, and how exactly that is known; `day` is None where nobody says."""

    day: datetime.date | None
    precision: str = DatePrecision.DAY


def circumstances_of(tag: Tag) -> Circumstances:
    """Return when and where a tag's words were said."""
    passage = tag.passage
    said_on = written_date(*moment_of(tag))
    if _speaks_apart(tag):
        return Circumstances(said_on, passage.place)
    return Circumstances(said_on, passage.place or passage.text_version.document.place)


def moment_of(tag: Tag) -> Moment:
    """Return when a tag's words were said, with the date that is inherited from the document."""
    passage = tag.passage
    document = passage.text_version.document
    if passage.uttered_on or _speaks_apart(tag):
        return Moment(passage.uttered_on)
    return Moment(document.uttered_on, document.uttered_precision)


def _speaks_apart(tag: Tag) -> bool:
    """A passage in another voice than the author's inherits neither date nor place."""
    passage = tag.passage
    return passage.voice_id not in (None, passage.text_version.document.author_id)


def written_date(day: datetime.date | None, precision: str = DatePrecision.DAY) -> str:
    """Return a date as exactly as it is known, such as "March 2011"; "" for none."""
    if day is None:
        return ""
    if precision == DatePrecision.ESTIMATE:
        return _("about %(year)s") % {"year": day.year}
    return date_format(day, _FORMATS.get(DatePrecision(precision), "j F Y"))

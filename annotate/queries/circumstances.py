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


def circumstances_of(tag: Tag) -> Circumstances:
    """Return when and where a tag's words were said.

    A passage in another voice than the author's does not inherit the document's date and place.
    """
    passage = tag.passage
    document = passage.text_version.document
    if passage.voice_id not in (None, document.author_id):
        return Circumstances(written_date(passage.uttered_on), passage.place)
    if passage.uttered_on:
        said_on = written_date(passage.uttered_on)
    else:
        said_on = written_date(document.uttered_on, document.uttered_precision)
    return Circumstances(said_on, passage.place or document.place)


def written_date(day: datetime.date | None, precision: str = DatePrecision.DAY) -> str:
    """Return a date as exactly as it is known, such as "March 2011"; "" for none."""
    if day is None:
        return ""
    if precision == DatePrecision.ESTIMATE:
        return _("about %(year)s") % {"year": day.year}
    return date_format(day, _FORMATS.get(DatePrecision(precision), "j F Y"))

"""Claims of which nothing has been said for long, and those of which nobody knows when."""

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from annotate.counting.independence import Count
from annotate.models import Claim
from annotate.queries.circumstances import written_date
from annotate.questions.asking import Answer
from annotate.questions.source_counts import OnClaims, answer_on
from corpus.models.document import DatePrecision

UNDATED = gettext_lazy("No date is known, so it cannot be told")
_DOCUMENT = "passage__text_version__document"
_COLUMNS = (
    "claim_id",
    "passage__voice_id",
    "passage__uttered_on",
    f"{_DOCUMENT}__author_id",
    f"{_DOCUMENT}__uttered_on",
    f"{_DOCUMENT}__uttered_precision",
)


class Dates(NamedTuple):
    """When the newest words on a claim were said, None for no date; how many have no date."""

    newest: datetime.date | None
    precision: str
    undated: int


class OnDates(OnClaims):
    """Claims, and when the newest tag that counts was said.

    A tag is of the day its passage was said, else its document; a passage in another voice
    than the author's does not take the document's day.
    """

    def dates(self, claims: Sequence[Claim]) -> dict[int, Dates]:
        """Return the dates of some claims, in two queries."""
        tags = self.asked.counted_tags([claim.pk for claim in claims])
        days = defaultdict[int, list[tuple[datetime.date, str]]](list)
        undated = defaultdict[int, int](int)
        for claim, *said in tags.values_list(*_COLUMNS):
            day, precision = _said_on(*said)
            if day is None:
                undated[claim] += 1
            else:
                days[claim].append((day, precision))
        return {
            claim: _newest(days[claim], undated[claim]) for claim in days.keys() | undated.keys()
        }


class NothingSince(OnDates):
    """Claims whose newest dated words are older than the year asked for."""

    def judged(self, claims: Sequence[Claim], counts: Mapping[int, Count]) -> dict[int, Answer]:
        """Return the answers among some claims."""
        dates, since = self.dates(claims), self.asked.since
        return {
            claim.pk: answer_on(claim, counts[claim.pk], _why_old(dates[claim.pk]))
            for claim in claims
            if claim.pk in dates and _is_older(dates[claim.pk].newest, since)
        }


class Undated(OnDates):
    """Claims on which no word has a date."""

    def judged(self, claims: Sequence[Claim], counts: Mapping[int, Count]) -> dict[int, Answer]:
        """Return the answers among some claims."""
        dates = self.dates(claims)
        return {
            claim.pk: answer_on(
                claim, counts[claim.pk], [_why_undated(dates[claim.pk].undated)], group=UNDATED
            )
            for claim in claims
            if claim.pk in dates and dates[claim.pk].newest is None
        }


def _newest(days: Sequence[tuple[datetime.date, str]], undated: int) -> Dates:
    day, precision = max(days) if days else (None, "")
    return Dates(day, precision, undated)


def _is_older(day: datetime.date | None, year: int) -> bool:
    return day is not None and day.year < year


def _why_old(dates: Dates) -> list[str]:
    newest = written_date(dates.newest, dates.precision)
    said = [_("The newest words on it are from %(day)s.") % {"day": newest}]
    if dates.undated:
        said.append(
            ngettext(
                "%(count)d tag on it has no date.",
                "%(count)d tags on it have no date.",
                dates.undated,
            )
            % {"count": dates.undated}
        )
    return said


def _why_undated(number: int) -> str:
    return ngettext(
        "The one tag on it has no date.", "None of the %(count)d tags on it has a date.", number
    ) % {"count": number}


def _said_on(
    voice: int | None,
    passage_day: datetime.date | None,
    author: int | None,
    document_day: datetime.date | None,
    precision: str,
) -> tuple[datetime.date | None, str]:
    if passage_day or voice not in (None, author):
        return passage_day, DatePrecision.DAY
    return document_day, precision

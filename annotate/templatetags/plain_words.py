"""Dates, languages and addresses as a page says them."""

import datetime

from django.http import QueryDict
from django.template import Library
from django.utils.translation import get_language_info

from annotate.queries.circumstances import written_date

register = Library()


@register.filter
def dated(day: datetime.date | None, precision: str = "day") -> str:
    """Return a date as exactly as it is known: "12 December 2023", "2023", "about 2023"."""
    return written_date(day, precision)


@register.filter
def language_name(code: str) -> str:
    """Return the name of a language (BCP 47), or its code where no name is known."""
    try:
        return str(get_language_info(code.lower())["name_translated"])
    except KeyError:
        return code


@register.filter
def page_after(query: QueryDict, cursor: str) -> str:
    """Return the query string of the page after `cursor`; without a cursor, of the first page."""
    query = query.copy()
    query.pop("after", None)
    if cursor:
        query["after"] = cursor
    return "?" + query.urlencode()

"""Who answered, before two quotes were said to contradict each other, that they can."""

import datetime
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple, Protocol

from django.utils.translation import gettext as _

from annotate.models import Link, Relation
from corpus.history import history_rows
from corpus.models import Person


class Contradiction(Protocol):
    """A link, or a row of one."""

    @property
    def pk(self) -> int: ...

    @property
    def relation(self) -> str: ...


class Answered(NamedTuple):
    """Who said that both speak of the same time and scope, and when (UTC).

    `who` is None where the history names nobody any more.
    """

    who: Person | None
    at: datetime.datetime


def answers_to(links: Collection[Contradiction]) -> dict[int, Answered]:
    """Return by the id of a link that contradicts who was asked and answered, the last time.

    In two queries at most, in none without a contradiction. One that nobody was asked about,
    as where a program made it, is not among them.
    """
    asked = [link.pk for link in links if link.relation == Relation.CONTRADICTS]
    if not asked:
        return {}
    found = history_rows(Link).filter(
        pgh_obj__in=asked, relation=Relation.CONTRADICTS, pgh_context__has_key="answers"
    )
    last = found.order_by("pgh_obj", "-pgh_id").distinct("pgh_obj")
    rows = list(last.values_list("pgh_obj", "pgh_context__by", "pgh_created_at"))
    people = Person.objects.in_bulk({by for _link, by, _at in rows})
    return {link: Answered(people.get(by), at) for link, by, at in rows}


def answers_in_words(told: Mapping[str, Any]) -> str:
    """Return what a history tells was asked before an act and answered; "" where nothing was."""
    if not told.get("answers"):
        return ""
    words = {"yes": _("yes"), "no": _("no")}
    answers = {name: words[answer] for name, answer in told["answers"].items()}
    return _("Asked and answered: same time, %(same_time)s; same scope, %(same_scope)s.") % answers

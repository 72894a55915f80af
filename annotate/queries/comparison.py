"""Two quotes side by side: what a person looks at before one is said to contradict the other."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from annotate.models import Relation, Stance, Tag
from annotate.queries.circumstances import Moment, circumstances_of, moment_of
from corpus.models import Agent
from corpus.models.document import DatePrecision

_EXACTNESS = (
    DatePrecision.DAY,
    DatePrecision.MONTH,
    DatePrecision.YEAR,
    DatePrecision.ESTIMATE,
)


@dataclass(frozen=True)
class Side:
    """One of two quotes: who says it, whose position it is, when and where it was said."""

    tag: Tag
    who: str
    position: str
    said_on: str
    place: str


@dataclass(frozen=True)
class Alternative:
    """A relation to take instead of `contradicts`: in words, when it fits, between which tags."""

    relation: Relation
    words: str
    fits: str
    from_tag: Tag
    to_tag: Tag


@dataclass(frozen=True)
class Comparison:
    """Two quotes beside each other, and in words what is the same of them and what is not."""

    sides: tuple[Side, Side]
    findings: tuple[str, ...]
    same_day: bool


def compared(one: Tag, other: Tag) -> Comparison:
    """Return two tags side by side; both fetched with all that their sentences name."""
    moments = moment_of(one), moment_of(other)
    both = [_("Both are the position of %(who)s.") % {"who": who} for who in _shared(one, other)]
    return Comparison(
        sides=(_side(one), _side(other)),
        findings=(said_apart(*moments), *both),
        same_day=_exactly_same_day(*moments),
    )


def alternatives(
    one: Tag, other: Tag, *, same_time: bool, same_scope: bool
) -> tuple[Alternative, ...]:
    """Return what fits two tags that do not contradict each other, the most likely first."""
    offered = []
    if not same_time and _shared(one, other):
        offered.append(_update(*later_first(one, other)))
    if not same_scope:
        fits = _(
            "fits where the first limits the second: in place, in condition or in whom it is about"
        )
        offered.append(_alternative(Relation.QUALIFIES, fits, one, other))
    fits = _("fits where the first is a reason against the second, though both can be true")
    offered.append(_alternative(Relation.CHALLENGES, fits, one, other))
    if same_scope and not same_time:
        fits = _("fits where the first limits the second to a time")
        offered.append(_alternative(Relation.QUALIFIES, fits, one, other))
    return tuple(offered)


def later_first(one: Tag, other: Tag) -> tuple[Tag, Tag]:
    """Return two tags, the later said one first; as they are where no one can tell."""
    first, second = moment_of(one).day, moment_of(other).day
    return (other, one) if first and second and first < second else (one, other)


def said_apart(one: Moment, other: Moment) -> str:
    """Return how far apart two things were said, no finer than both dates are known."""
    if one.day is None or other.day is None:
        if one.day == other.day:
            return _("It is not known when either was said.")
        return _("It is not known when one of them was said.")
    early, late = sorted((one.day, other.day))
    match max(one.precision, other.precision, key=_EXACTNESS.index):
        case DatePrecision.DAY:
            return _days_apart(early, late)
        case DatePrecision.MONTH:
            months = 12 * (late.year - early.year) + late.month - early.month
            return _months_apart(months) if months else _("Both were said in the same month.")
        case DatePrecision.YEAR:
            years = late.year - early.year
            return _years_apart(years) if years else _("Both were said in the same year.")
    years = late.year - early.year
    if not years:
        return _("Both were said at about the same time.")
    return _years_apart(years, about=True)


def _days_apart(early: datetime.date, late: datetime.date) -> str:
    days = (late - early).days
    months = 12 * (late.year - early.year) + late.month - early.month - (late.day < early.day)
    if not days:
        return _("Both were said on the same day.")
    if months < 2:
        found = ngettext(
            "These were said %(count)d day apart.", "These were said %(count)d days apart.", days
        )
        return found % {"count": days}
    return _months_apart(months)


def _months_apart(months: int) -> str:
    if months >= 24:
        return _years_apart(round(months / 12), about=bool(months % 12))
    found = ngettext(
        "These were said %(count)d month apart.", "These were said %(count)d months apart.", months
    )
    return found % {"count": months}


def _years_apart(years: int, *, about: bool = False) -> str:
    if about:
        found = ngettext(
            "These were said about %(count)d year apart.",
            "These were said about %(count)d years apart.",
            years,
        )
    else:
        found = ngettext(
            "These were said %(count)d year apart.",
            "These were said %(count)d years apart.",
            years,
        )
    return found % {"count": years}


def _exactly_same_day(one: Moment, other: Moment) -> bool:
    exact = one.precision == other.precision == DatePrecision.DAY
    return exact and one.day is not None and one.day == other.day


def _side(tag: Tag) -> Side:
    said_on, place = circumstances_of(tag)
    return Side(
        tag=tag,
        who=tag.asserted_by.name,
        position=_position(tag),
        said_on=said_on or _("date not known"),
        place=place or _("place not known"),
    )


def _position(tag: Tag) -> str:
    """Return whose position a tag is of, and how its speaker stands to it."""
    if tag.held_by is None:
        return _("their own")
    names = {"holder": tag.held_by.name}
    match tag.stance:
        case Stance.ENDORSES:
            return _("that of %(holder)s, and their own") % names
        case Stance.REJECTS:
            return _("their own, against that of %(holder)s") % names
    return _("that of %(holder)s") % names


def _takers(tag: Tag) -> list[Agent]:
    """Return who stands behind what a tag says: not one whom its speaker disagrees with."""
    if tag.held_by is None or tag.stance == Stance.REJECTS:
        return [tag.asserted_by]
    return [tag.held_by, tag.asserted_by] if tag.stance == Stance.ENDORSES else [tag.held_by]


def _shared(one: Tag, other: Tag) -> list[str]:
    """Return the names of those who stand behind both."""
    others = {agent.pk for agent in _takers(other)}
    return [agent.name for agent in _takers(one) if agent.pk in others]


def _update(later: Tag, earlier: Tag) -> Alternative:
    first, second = circumstances_of(later).said_on, circumstances_of(earlier).said_on
    if first and second:
        fits = _(
            "fits where the words of %(later)s change those of %(earlier)s, by the same holder"
        )
        fits %= {"later": first, "earlier": second}
    else:
        fits = _("fits where the same holder’s later word changes the earlier; see which is later")
    return _alternative(Relation.UPDATES, fits, later, earlier)


def _alternative(relation: Relation, fits: str, from_tag: Tag, to_tag: Tag) -> Alternative:
    return Alternative(relation, str(relation.label), fits, from_tag, to_tag)

"""The stances a tag may take on a claim: one row each, which all else reads.

Of Django only the list with its labels, and the marks for translation.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy, gettext_noop

SIGNS = {"for": "+", "against": "-", "open": "?"}


@dataclass(frozen=True)
class _Row:
    """What there is to know of a stance but for its words in lists, which stand beside it."""

    code: str
    side: str
    on_another: bool
    short: str
    sentence: str
    without_claim: str


class Stance(TextChoices):
    """What a voice does with a claim; a new one is a row here and a migration.

    `side` is for, against or open. `on_another` says that it is a stance on the position of
    somebody else, who is then named. The two are what the form asks: whose position it is, and
    whether the voice agrees. `sentence` and `without_claim` say the whole tag, `short` the card.
    """

    side: str
    on_another: bool
    short: str
    sentence: str
    without_claim: str

    # Of any type for mypy: called with a code, the class looks the member up.
    def __new__(cls, row: Any) -> "Stance":
        """Return the member whose value is the row's code."""
        stance = str.__new__(cls, row.code)
        stance._value_ = row.code
        stance.side, stance.on_another = row.side, row.on_another
        stance.short, stance.sentence = row.short, row.sentence
        stance.without_claim = row.without_claim
        return stance

    ASSERTS = (
        _Row(
            code="asserts",
            side="for",
            on_another=False,
            short=gettext_noop("says so"),
            sentence=gettext_noop("%(voice)s says that %(claim)s"),
            without_claim=gettext_noop("%(voice)s says so"),
        ),
        gettext_lazy("says so"),
    )
    DENIES = (
        _Row(
            code="denies",
            side="against",
            on_another=False,
            short=gettext_noop("says it is not so"),
            sentence=gettext_noop("%(voice)s says it is not so that %(claim)s"),
            without_claim=gettext_noop("%(voice)s says it is not so"),
        ),
        gettext_lazy("says it is not so"),
    )
    QUESTIONS = (
        _Row(
            code="questions",
            side="open",
            on_another=False,
            short=gettext_noop("asks or doubts whether"),
            sentence=gettext_noop("%(voice)s asks or doubts whether %(claim)s"),
            without_claim=gettext_noop("%(voice)s asks or doubts whether it is so"),
        ),
        gettext_lazy("asks or doubts whether"),
    )
    ENDORSES = (
        _Row(
            code="endorses",
            side="for",
            on_another=True,
            short=gettext_noop("agrees with"),
            sentence=gettext_noop("%(voice)s agrees with %(holder)s that %(claim)s"),
            without_claim=gettext_noop("%(voice)s agrees with %(holder)s"),
        ),
        gettext_lazy("agrees with"),
    )
    REJECTS = (
        _Row(
            code="rejects",
            side="against",
            on_another=True,
            short=gettext_noop("disagrees with"),
            sentence=gettext_noop("%(voice)s disagrees with %(holder)s that %(claim)s"),
            without_claim=gettext_noop("%(voice)s disagrees with %(holder)s"),
        ),
        gettext_lazy("disagrees with"),
    )
    ATTRIBUTES = (
        _Row(
            code="attributes",
            side="open",
            on_another=True,
            short=gettext_noop("reports that"),
            sentence=gettext_noop("%(voice)s reports that %(holder)s holds that %(claim)s"),
            without_claim=gettext_noop("%(voice)s reports that %(holder)s holds it"),
        ),
        gettext_lazy("reports that somebody holds it"),
    )

    @property
    def polarity(self) -> str:
        """The side as exports write it: `+`, `-` or `?`."""
        return SIGNS[self.side]


STANCES_ON_ANOTHER = tuple(stance for stance in Stance if stance.on_another)
STANCES = {side: tuple(stance for stance in Stance if stance.side == side) for side in SIGNS}


def listed(stances: tuple[Stance, ...]) -> str:
    """Return the codes of stances as a list in SQL."""
    return "(" + ", ".join(f"'{stance.value}'" for stance in stances) + ")"

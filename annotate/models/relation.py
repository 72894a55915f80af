"""The relations one tag may have to another: one row each, which all else reads."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class Back(NamedTuple):
    """A relation read from its other end: the code that exports write, and the words."""

    code: str
    words: "StrPromise"


@dataclass(frozen=True)
class _Row:
    """What there is to know of a relation but for its words, which stand beside it.

    One without `back` reads the same from both ends. One with no `meaning` is not chosen by
    people: it is drawn from derivations, the one door that moves counts.
    """

    code: str
    family: str
    back: Back | None = None
    meaning: "StrPromise | str" = ""


class Relation(models.TextChoices):
    """How a tag bears on another; a new one is a row here and a migration.

    `family` is agree, conflict, provenance, dialogue or other: what the picture and the claim
    page sort links by. `meaning` explains a relation in the form.
    """

    family: str
    back: Back | None
    meaning: "StrPromise | str"

    # Of any type for mypy: called with a code, the class looks the member up.
    def __new__(cls, row: Any) -> "Relation":
        """Return the member whose value is the row's code."""
        relation = str.__new__(cls, row.code)
        relation._value_ = row.code
        relation.family, relation.back, relation.meaning = row.family, row.back, row.meaning
        return relation

    CORROBORATES = (
        _Row("corroborates", "agree", meaning=_("two speakers say the same of one claim")),
        _("corroborates"),
    )
    CONTRADICTS = (
        _Row(
            "contradicts", "conflict", meaning=_("both cannot be true of the same time and scope")
        ),
        _("contradicts"),
    )
    SUPPORTS = (
        _Row(
            "supports",
            "agree",
            Back("supported_by", _("is supported by")),
            _("is a reason for, or an instance of, another claim"),
        ),
        _("supports"),
    )
    CHALLENGES = (
        _Row(
            "challenges",
            "conflict",
            Back("challenged_by", _("is challenged by")),
            _("is a reason against, though both could be true"),
        ),
        _("challenges"),
    )
    QUALIFIES = (
        _Row(
            "qualifies",
            "conflict",
            Back("qualified_by", _("is qualified by")),
            _("limits it in time, place, scope or condition"),
        ),
        _("qualifies"),
    )
    SPECIFIES = (
        _Row(
            "specifies",
            "agree",
            Back("specified_by", _("is specified by")),
            _("makes the same point more exactly"),
        ),
        _("specifies"),
    )
    QUOTES = _Row("quotes", "provenance", Back("quoted_by", _("is quoted by"))), _("quotes")
    DERIVES_FROM = (
        _Row("derives_from", "provenance", Back("source_of", _("is the source of"))),
        _("derives from"),
    )
    RESPONDS_TO = (
        _Row(
            "responds_to",
            "dialogue",
            Back("answered_by", _("is answered by")),
            _("replies to, denies or rebuts it"),
        ),
        _("responds to"),
    )
    UPDATES = (
        _Row(
            "updates",
            "dialogue",
            Back("updated_by", _("is updated by")),
            _("is the same holder's later word, which changes the earlier"),
        ),
        _("updates"),
    )
    RELATED = (
        _Row("related", "other", meaning=_("none of these; the reason says how")),
        _("is related to"),
    )

    @property
    def is_symmetric(self) -> bool:
        """Whether it reads the same from both ends."""
        return self.back is None

    @property
    def is_derived(self) -> bool:
        """Whether it is drawn from derivations, and no person chooses it."""
        return not self.meaning

    @property
    def inverse(self) -> str:
        """Its words, read from the other end."""
        return str(self.back.words if self.back else self.label)

    @property
    def inverse_code(self) -> str:
        """Its code, read from the other end."""
        return self.back.code if self.back else self.value


SYMMETRIC = tuple(relation for relation in Relation if relation.is_symmetric)
DERIVED = tuple(relation for relation in Relation if relation.is_derived)
MANUAL_RELATIONS = tuple(relation for relation in Relation if not relation.is_derived)

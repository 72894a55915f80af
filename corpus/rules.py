"""Rules the database enforces whatever writes, and the sentence each says when it refuses.

A rule is a row trigger that raises `check_violation` (23514) with the rule's name as the
constraint, so that one function, `corpus.refusals.refusals`, can turn a refusal by a trigger,
a CHECK, a unique or an exclusion constraint into the same kind of sentence.
"""

from collections.abc import Mapping
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any

import pgtrigger
from django.db.models import CheckConstraint, Choices, Q
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

# White space is what str.isspace says, and the two invisible characters that editors and
# web pages leave behind.
WHITE_SPACE = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\ufeff"
)
WHITE_SPACE_SQL = "U&'" + "".join(f"\\{ord(character):04x}" for character in WHITE_SPACE) + "'"

# Who acts, and why, as `corpus.history.history` tells the session.
ACTOR_SQL = (
    "(NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb ->> 'by')::bigint"
)
REASON_SQL = (
    "COALESCE(NULLIF(current_setting('pghistory.context_metadata', true), '')::jsonb"
    " ->> 'reason', '')"
)


CHOOSE_ONE = _("Choose a value from the list.")


def refuse(name: str) -> str:
    """Return the PL/pgSQL statement that refuses the write in the name of a rule."""
    return (
        f"RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = '{name}',"
        f" TABLE = TG_TABLE_NAME, MESSAGE = '{name}';"
    )


class Rule(pgtrigger.Trigger):
    """A trigger that refuses; `sentences` says, for each name it refuses with, what to do."""

    when = pgtrigger.Before

    def __init__(self, *, sentences: Mapping[str, "str | StrPromise"], **options: Any) -> None:
        self.sentences = dict(sentences)
        super().__init__(**options)


class DeferredRule(Rule):
    """A rule about several rows, looked at when the transaction commits."""

    when = pgtrigger.After
    timing = pgtrigger.Deferred


def known(name: str, sentence: "str | StrPromise" = CHOOSE_ONE, **values: Any) -> CheckConstraint:
    """Return the constraint that each field named holds one of its values."""
    return CheckConstraint(
        condition=reduce(and_, (Q((f"{field}__in", one)) for field, one in values.items())),
        name=name,
        violation_error_message=sentence,
    )


def each_known(model: str, **choices: type[Choices]) -> list[CheckConstraint]:
    """Return a constraint for each field named, such as `tag_stance_is_known`."""
    return [
        known(f"{model}_{field}_is_known", CHOOSE_ONE, **{field: one.values})
        for field, one in choices.items()
    ]


def shared_one_way(name: str, sentence: "str | StrPromise") -> Rule:
    """Return the rule that what has a home may leave it and become shared, and no other way."""
    return Rule(
        name=name,
        operation=pgtrigger.UpdateOf("home_id"),
        condition=pgtrigger.Q(new__home__isnull=False)
        & pgtrigger.Q(new__home__df=pgtrigger.F("old__home")),
        func=refuse(name),
        sentences={name: sentence},
    )


def never(
    name: str,
    operation: pgtrigger.Operation,
    sentence: "str | StrPromise",
    condition: pgtrigger.Condition | None = None,
) -> Rule:
    """Return a rule that refuses `operation` altogether."""
    level = pgtrigger.Statement if operation is pgtrigger.Truncate else pgtrigger.Row
    return Rule(
        name=name,
        operation=operation,
        level=level,
        condition=condition,
        func=refuse(name),
        sentences={name: sentence},
    )

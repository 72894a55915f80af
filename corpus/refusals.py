"""Turn what the database refuses into the sentence a person reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import UniqueConstraint
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


@cache
def sentences() -> "dict[str, str | StrPromise]":
    """Return the sentence of every named constraint and rule of the installed models."""
    found: dict[str, str | StrPromise] = {}
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.violation_error_message != constraint.default_violation_error_message:
                found[constraint.name] = constraint.violation_error_message or ""
            elif isinstance(constraint, UniqueConstraint) and constraint.violation_error_code:
                found.setdefault(constraint.name, constraint.violation_error_message)
        for trigger in getattr(model._meta, "triggers", ()):
            found.update(getattr(trigger, "sentences", {}))
    return found


@contextmanager
def refusals(*, deferred: bool = False) -> Iterator[None]:
    """Run the writes inside in one transaction and raise ValidationError where one is refused.

    With `deferred`, the rules that otherwise wait for the commit are asked at the end of the
    block, so that their refusal too reaches the person who caused it. The error's code is the
    name of the constraint.
    """
    try:
        with transaction.atomic():
            yield
            if deferred:
                check_deferred_rules()
    except IntegrityError as error:
        raise ValidationError(*explain(error)) from error


def check_deferred_rules() -> None:
    """Ask the deferred rules now; raise IntegrityError where one refuses."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def explain(error: IntegrityError) -> "tuple[str | StrPromise, str]":
    """Return the sentence and the name of the constraint that refused."""
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None) or ""
    known = sentences().get(name)
    if known is not None:
        return known, name
    if getattr(diagnosis, "sqlstate", "") == "23503":
        return _(
            "Something else still depends on this, or what it names is gone. Reload the "
            "page and try again."
        ), name or "foreign_key"
    raise error

"""Cut a list into pages by the last row seen, not by counting from the top.

A page deep in a list costs what the first one costs: PostgreSQL goes to the place in the index
and reads on. There is no total and no page number.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.core.exceptions import ValidationError
from django.db.models import F, Field, Q, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from django.db.models.lookups import Lookup

PAGE_SIZE = 50
_PLAIN = (str, int, float, bool)


@dataclass(frozen=True)
class Page[Row]:
    """Some rows of a list, and the cursor of those that follow: empty on the last page."""

    rows: list[Row]
    next_cursor: str


@dataclass(frozen=True)
class _Key:
    """One column of the order: its name as a row has it, and which way it runs."""

    name: str
    falls: bool
    field: "Field[Any, Any]"

    def value(self, row: Any) -> Any:
        if isinstance(row, dict):
            return row[self.name]
        if hasattr(row, self.name):
            return getattr(row, self.name)
        for part in self.name.split("__"):
            row = getattr(row, part)
        return row


def page[Row](
    queryset: QuerySet[Any, Row],
    order: Sequence[str],
    after: str | None = None,
    size: int = PAGE_SIZE,
) -> Page[Row]:
    """Return the `size` rows that follow the cursor `after` in `order`.

    `order` names columns or annotations as `order_by` does, none of them nullable, the last one
    unique; a row must carry them. A cursor that is broken, or of another list or order, answers
    the first page. Raise ValueError for a nullable column.
    """
    keys = [_key(queryset, name) for name in order]
    salt = _salt(queryset, order)
    ordered = queryset.order_by(*order)
    seen = _read_cursor(after, salt, keys)
    if seen:
        ordered = ordered.filter(_after(keys, seen))
    rows = list(ordered[: size + 1])
    more = len(rows) > size
    return Page(rows[:size], _write_cursor(rows[size - 1], salt, keys) if more else "")


def cursor_behind(queryset: QuerySet[Any, Any], order: Sequence[str], row: Any) -> str:
    """Return the cursor of what follows `row`, for a page of the same queryset and order.

    For a list that is cut at a row of the reader's choice, not at the end of a page.
    """
    return _write_cursor(row, _salt(queryset, order), [_key(queryset, name) for name in order])


def _salt(queryset: QuerySet[Any, Any], order: Sequence[str]) -> str:
    return f"{queryset.model._meta.label} by {' '.join(order)}"


def _key(queryset: QuerySet[Any, Any], name: str) -> _Key:
    falls, name = name.startswith("-"), name.removeprefix("-")
    field = F(name).resolve_expression(queryset.query.clone()).output_field
    if field.null:
        raise ValueError(f"{name} may be empty and so cannot order a list that is paged")
    return _Key(name, falls, field)


def _after(keys: list[_Key], seen: list[Any]) -> "Q | Lookup[Any]":
    """Return the condition that a row stands behind the one with the values `seen`.

    Columns that all run one way are compared as a row, for which one index is enough. Where
    they run both ways the first column bounds the scan of the index by itself.
    """
    if len({key.falls for key in keys}) == 1:
        columns: list[Combinable] = [F(key.name) for key in keys]
        beyond = TupleLessThan if keys[0].falls else TupleGreaterThan
        return beyond(Tuple(*columns), tuple(seen))
    first, value = keys[0], seen[0]
    way = "lt" if first.falls else "gt"
    rest = Q(_after(keys[1:], seen[1:]))
    return Q((f"{first.name}__{way}e", value)) & (Q((f"{first.name}__{way}", value)) | rest)


def _write_cursor(row: Any, salt: str, keys: list[_Key]) -> str:
    values = (key.value(row) for key in keys)
    return signing.dumps([v if isinstance(v, _PLAIN) else _written(v) for v in values], salt=salt)


def _written(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime.datetime) else str(value)


def _read_cursor(after: str | None, salt: str, keys: list[_Key]) -> list[Any]:
    """Return the values of the last row seen; none for a cursor we did not make."""
    try:
        values = signing.loads(after or "", salt=salt)
        return [key.field.to_python(value) for key, value in zip(keys, values, strict=True)]
    except (signing.BadSignature, ValidationError, ValueError):
        return []

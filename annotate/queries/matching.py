"""Find words in columns, in every script, in a way the trigram indexes serve."""

from django.db.models import BooleanField, F, Func, Q, Value

_SPECIAL = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})


def words_of(query: str) -> list[str]:
    """Return the words of what a person typed; Chinese comes as one word."""
    return query.split()


def contains(column: str, text: str) -> Func:
    """Return the condition that `column` holds `text`, whatever the case of its letters."""
    return _like(column, f"%{_escaped(text)}%")


def begins_with(column: str, text: str) -> Func:
    """Return the condition that `column` begins with `text`, whatever the case."""
    return _like(column, f"{_escaped(text)}%")


def contains_all(column: str, words: list[str]) -> Q:
    """Return the condition that `column` holds every one of `words`."""
    condition = Q()
    for word in words:
        condition &= Q(contains(column, word))
    return condition


def _like(column: str, pattern: str) -> Func:
    # A script without capitals spares the folding of case, which costs more than the search.
    joiner = " LIKE " if pattern.lower() == pattern.upper() else " ILIKE "
    return Func(
        F(column),
        Value(pattern),
        template="%(expressions)s",
        arg_joiner=joiner,
        output_field=BooleanField(),
    )


def _escaped(text: str) -> str:
    return text.translate(_SPECIAL)

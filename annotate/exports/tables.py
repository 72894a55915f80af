"""Columns of an export, and the SQL they have in common."""

from dataclasses import dataclass

# What a spreadsheet takes for the start of a formula, the full-width forms included; after a
# tab or a line break at the front some of them look again.
FORMULA_STARTS = "=+-@＝＋－＠\t\r\n"


@dataclass(frozen=True)
class Column:
    """One column: its name, the SQL of its value, and what the data dictionary says of it.

    `free` marks text that people or sources wrote: the spreadsheet flavour disarms it.
    """

    name: str
    sql: str
    meaning: str
    free: bool = False


@dataclass(frozen=True)
class Table:
    """One file of an export: its columns, and the SQL that follows FROM to give them.

    `picked` is the temporary table of its rows, which `staging` fills and numbers by `place`.
    `source` joins to it what the columns need; both may use the parameters %(site)s (the
    site's address) and %(reader)s (a person's id, null for the operator).
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    picked: str
    source: str

    def rows(self) -> str:
        """Return the query whose cells are texts as they are stored; none is null."""
        return self._query("{name}")

    def guarded_rows(self) -> str:
        """Return the query whose free texts no spreadsheet can take for a formula."""
        return self._query(
            f"CASE WHEN left({{name}}, 1) IN {_starts()} THEN '''' || {{name}} ELSE {{name}} END"
        )

    def _query(self, free: str) -> str:
        inner = (f"COALESCE(({c.sql})::text, '') AS {quoted(c.name)}" for c in self.columns)
        outer = (
            free.format(name=quoted(c.name)) if c.free else quoted(c.name) for c in self.columns
        )
        # OFFSET 0 keeps the planner from working a cell out once for each time it is named.
        return f"""
            SELECT {", ".join(outer)} FROM (
                SELECT {", ".join(inner)}, {self.picked}.place AS "place of the row"
                FROM {self.picked} {self.source} WHERE {self.picked}.place IS NOT NULL OFFSET 0
            ) AS cells ORDER BY "place of the row"
        """


def _starts() -> str:
    return "(" + ", ".join(f"U&'\\{ord(character):04X}'" for character in FORMULA_STARTS) + ")"


def quoted(name: str) -> str:
    """Return a column's name as SQL takes it: some, such as `end`, are words of its own."""
    return f'"{name}"'


def utc(sql: str) -> str:
    """Return the SQL of a moment as YYYY-MM-DDTHH:MM:SSZ, whatever the session's settings."""
    return f"""to_char({sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')"""


def day(sql: str) -> str:
    """Return the SQL of a date as YYYY-MM-DD."""
    return f"to_char({sql}, 'YYYY-MM-DD')"


def day_at(sql: str, precision: str) -> str:
    """Return the SQL of a date no finer than it is known: 2011, 2011-03 or 2011-03-30."""
    return (
        f"to_char({sql}, CASE {precision} WHEN 'year' THEN 'YYYY' WHEN 'month' THEN 'YYYY-MM'"
        " ELSE 'YYYY-MM-DD' END)"
    )


def yes_no(sql: str) -> str:
    """Return the SQL of a condition as "yes" or "no"."""
    return f"CASE WHEN {sql} THEN 'yes' ELSE 'no' END"


def citation(author: str) -> str:
    """Return the SQL of the plain citation of the document `d`, without what is not known."""
    return f"""concat_ws(', ', NULLIF({author}, ''), d.title,
        COALESCE({day_at("d.uttered_on", "d.uttered_precision")}, {day("d.published_on")}),
        NULLIF(d.symbol, ''), NULLIF(d.url, ''),
        'retrieved ' || {day("d.retrieved_at AT TIME ZONE 'UTC'")})"""

"""Lay out the SQL of triggers in lines and blocks, for who reads a migration."""

import re
from collections.abc import Iterator

WIDTH = 100
_INDENT = 4
# Quoted text is one word, whatever is in it.
_WORD = re.compile(r"""(?:'(?:[^']|'')*'|"[^"]*"|[^ \t\n'"])+""")
_ENDS_A_LINE = re.compile(r";$|^(?:THEN|ELSE|LOOP|BEGIN|DECLARE)$")
_DISTINCT_FROM = "DISTINCT\N{NO-BREAK SPACE}FROM"  # one word, and no clause
_OPENS = {"THEN", "ELSE", "LOOP", "BEGIN", "DECLARE"}
_CLOSES = {"END", "ELSE", "ELSIF"}
_CLAUSES = {
    *("FROM", "WHERE", "JOIN", "LEFT", "ON", "AND", "OR", "UNION", "VALUES", "SET", "SELECT"),
    *("ORDER", "GROUP", "RETURNING", "WHEN", "ELSE", "TABLE"),
}


def laid_out(sql: str) -> str:
    """Return `sql` with a statement a line, blocks indented, and no line over WIDTH.

    White space is all that changes, and only where there is some. A word of over WIDTH stays.
    """
    lines: list[str] = []
    depth = 0
    for words in _statements(_WORD.findall(sql.replace("DISTINCT FROM", _DISTINCT_FROM))):
        outer = depth - (words[0] in _CLOSES)
        lines.extend(_wrapped(words, outer * _INDENT))
        depth = outer + (words[-1] in _OPENS)
    return "\n".join(lines).replace(_DISTINCT_FROM, "DISTINCT FROM")


def _statements(words: list[str]) -> Iterator[list[str]]:
    """Yield the words of each line: up to `;`, THEN and their like outside of parentheses."""
    line: list[str] = []
    depth = cases = 0
    for word in words:
        line.append(word)
        depth += _parentheses(word)
        cases += word.lstrip("(") == "CASE"
        cases -= bool(cases) and word.rstrip("),;") == "END"
        if not (depth > 0 or cases) and _ENDS_A_LINE.search(word):
            yield line
            line = []
    if line:
        yield line


def _wrapped(words: list[str], indent: int) -> Iterator[str]:
    """Yield the lines of a statement, the later ones indented by their open parentheses."""
    if indent + len(" ".join(words)) <= WIDTH:
        yield " " * indent + " ".join(words)
        return
    depth = 0
    line: list[str] = []
    deep = 0  # where the line begins
    for word, room in zip(words, _room(words), strict=True):
        so_far = indent + deep * _INDENT + len(" ".join(line))
        is_clause = word.strip("(),") in _CLAUSES
        if line and (so_far + 1 + len(word) > WIDTH or (is_clause and so_far + room > WIDTH)):
            yield " " * (indent + deep * _INDENT) + " ".join(line)
            line, deep = [], 1 + max(depth, 0)
        line.append(word)
        depth += _parentheses(word)
    yield " " * (indent + deep * _INDENT) + " ".join(line)


def _room(words: list[str]) -> list[int]:
    """Return for each word how many characters there are up to the next clause."""
    room: list[int] = []
    following = 0
    for word in reversed(words):
        following += len(word) + 1
        room.append(following)
        if word.strip("(),") in _CLAUSES:
            following = 0
    return room[::-1]


def _parentheses(word: str) -> int:
    """Return how many parentheses a word opens, less those it closes, outside of quotes."""
    bare = re.sub(r"""'(?:[^']|'')*'|"[^"]*\"""", "", word)
    return bare.count("(") - bare.count(")")

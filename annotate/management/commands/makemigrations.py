"""`manage.py makemigrations`: Django's own, with the SQL of triggers laid out for reading."""

import ast
import shutil
import subprocess
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeGuard, cast

from django.core.management.commands import makemigrations
from django.db.migrations import Migration
from django.db.migrations.writer import MigrationWriter

from corpus.sql_layout import laid_out

THEIRS = "pgtrigger.migrations.AddTrigger"
SHORT = 60


class Command(makemigrations.Command):
    """Write migrations a reviewer can read."""

    def write_migration_files(
        self, changes: dict[str, list[Migration]], *args: Any, **options: Any
    ) -> None:
        """Write the files, then lay out what they say of triggers."""
        super().write_migration_files(changes, *args, **options)
        if self.dry_run:
            return
        for migration in (one for made in changes.values() for one in made):
            path = Path(MigrationWriter(migration).path)
            _format(path)
            path.write_text(readable(path.read_text()))
            _format(path)


def _format(path: Path) -> None:
    if ruff := shutil.which("ruff"):
        subprocess.run([ruff, "check", "--quiet", "--fix", "--select", "I", path], check=True)
        subprocess.run([ruff, "format", "--quiet", path], check=True)


def readable(source: str) -> str:
    """Return the source of a migration with the SQL of its triggers in lines and blocks."""
    lines = [0, *accumulate(len(line) for line in source.splitlines(keepends=True))]
    calls = [node for node in ast.walk(ast.parse(source)) if _makes_a_trigger(node)]
    for call in sorted(calls, key=lambda call: call.lineno, reverse=True):
        start = lines[call.lineno - 1] + call.col_offset
        end = lines[(call.end_lineno or 0) - 1] + (call.end_col_offset or 0)
        source = source[:start] + _add_trigger(call) + source[end:]
    for module in ("compiler", "migrations"):
        if f"pgtrigger.{module}." not in source:
            source = source.replace(f"import pgtrigger.{module}\n", "")
    if calls:
        imported = "from corpus.migrating import add_trigger\n\n\nclass Migration"
        source = source.replace("\n\nclass Migration", imported, 1)
    return source


def _makes_a_trigger(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == THEIRS


def _add_trigger(call: ast.Call) -> str:
    """Return the call that makes the same trigger, its SQL laid out."""
    said = {keyword.arg: keyword.value for keyword in call.keywords}
    trigger = {word.arg: word.value for word in cast(ast.Call, said["trigger"]).keywords}
    sql = cast(ast.Call, trigger["sql"]).keywords
    words = [ast.unparse(said["model_name"]), ast.unparse(trigger["name"])]
    words += [f"{word.arg}={_laid_out(ast.literal_eval(word.value))}" for word in sql]
    return f"add_trigger({', '.join(words)})"


def _laid_out(sql: str) -> str:
    if len(sql) <= SHORT:
        return repr(sql)
    indent = " " * 16
    lines = [f"{indent}{line}" for line in laid_out(sql).split("\n")]
    raw = "r" if "\\" in sql else ""
    return "\n".join([f'{raw}"""', *lines, f'{indent[4:]}"""'])

"""Migrations that take seconds, not a quarter of a minute."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import AddConstraint, AddField, AddIndex
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger, RemoveTrigger

_ON_WHAT_IS_THERE = (AddConstraint, AddField, AddIndex, AddTrigger, RemoveTrigger)


def at_once(operations: Iterable[Operation]) -> list[Operation]:
    """Return `operations` in their order, those in a row that alter no column taken at once."""
    taken: list[Operation] = []
    for together, group in groupby(operations, lambda one: isinstance(one, _ON_WHAT_IS_THERE)):
        run = [*group]
        taken.extend([AtOnce(run)] if together else run)
    return taken


class AtOnce(Operation):
    """Many new columns, indexes, constraints and triggers of tables that are there already.

    Django renders every related model again after each such operation; a hundred of them took
    ten seconds. None of them changes a column, so one look at the final state serves all.
    """

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.clear_delayed_apps_cache()
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"Make {len(self.operations)} columns, indexes, constraints and triggers"

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return (type(self).__name__, [], {"operations": self.operations})

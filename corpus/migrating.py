"""Migrations that take seconds, not a quarter of a minute, and triggers that can be read there."""

import inspect
from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from pgtrigger.compiler import Trigger, UpsertTriggerSql
from pgtrigger.migrations import AddTrigger


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


class TriggerSql(UpsertTriggerSql):
    """The SQL of a trigger, the same as what the models say but for white space.

    A migration has it laid out in lines and blocks; theirs has the white space of the strings it
    was put together from. The hash is that of theirs.
    """

    def __eq__(self, other: object) -> bool:
        return str(self).split() == str(other).split()

    # What is equal but for white space cannot be hashed by its text.
    __hash__ = None  # type: ignore[assignment]


def add_trigger(model_name: str, name: str, *, func: str, **sql: str) -> AddTrigger:
    """Return the operation that makes a trigger whose SQL is laid out for reading."""
    blocks = {key: inspect.cleandoc(text) for key, text in {**sql, "func": func}.items()}
    trigger = Trigger(name=name, sql=TriggerSql(**blocks))
    return AddTrigger(model_name=model_name, trigger=trigger)

"""What a record was before: persistent triggers in plain SQL keep each row's former self."""

from __future__ import annotations

from collections.abc import Iterator

from amdesk.store.driver import Connection
from amdesk.store.m011_history import part_of
from amdesk.store.migrations import KEPT, NOUNS


def columns(connection: Connection, table: str) -> list[str]:
    """The columns of a table, in their order."""
    return [row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", [table])]


def triggers(connection: Connection) -> Iterator[str]:
    """Statements that (re)make the history triggers of every noun.

    Each writes ``was``, a JSON object of the columns a person can change, under the step that changed it,
    with what the row was a part of, and whether it went. What is new is noted when the step ends.
    """
    for noun in NOUNS:
        own = [c for c in columns(connection, noun) if c not in KEPT.get(noun, ())]
        was = ", ".join(f"'{c}', old.{c}" for c in own)
        body = (
            "BEGIN INSERT INTO history(step_id, noun, row_id, part_of, is_end, was) VALUES "
            f"((SELECT max(id) FROM step), '{noun}', old.id, {part_of(noun, column='old.{}')}, {{is_end}}, "
            f"json_object({was})); END"
        )
        differs = " OR ".join(f"old.{c} IS NOT new.{c}" for c in own)
        yield f"DROP TRIGGER IF EXISTS history_{noun}_update"
        changed = f"AFTER UPDATE ON {noun} WHEN {differs}"
        yield f"CREATE TRIGGER history_{noun}_update {changed} {body.format(is_end=0)}"
        yield f"DROP TRIGGER IF EXISTS history_{noun}_delete"
        yield f"CREATE TRIGGER history_{noun}_delete AFTER DELETE ON {noun} {body.format(is_end=1)}"

"""Which task waits for which, in the file."""

from __future__ import annotations

from amdesk.store.store import Store


def of(store: Store, task_id: int) -> tuple[list[int], list[int]]:
    """The tasks that one waits for, and those that wait for it."""
    after = store.column("SELECT after_id FROM task_link WHERE task_id = ? ORDER BY id", [task_id])
    before = store.column("SELECT task_id FROM task_link WHERE after_id = ? ORDER BY id", [task_id])
    return after, before


def way(store: Store, task_id: int, to: int) -> bool:
    """Whether a task waits for another, by however many between them."""
    sql = """
    WITH RECURSIVE waits(id) AS (
      SELECT ? UNION SELECT l.after_id FROM task_link l JOIN waits w ON w.id = l.task_id)
    SELECT EXISTS (SELECT 1 FROM waits WHERE id = ?)
    """
    return bool(store.value(sql, [task_id, to]))


def find(store: Store, task_id: int, after_id: int) -> int | None:
    """The link between two tasks."""
    found = store.value("SELECT id FROM task_link WHERE task_id = ? AND after_id = ?", [task_id, after_id])
    return None if found is None else int(found)

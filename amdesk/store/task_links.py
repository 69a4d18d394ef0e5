"""Which task waits for which, in the file."""

from __future__ import annotations

from amdesk.domain.text import fold
from amdesk.store.m008_tasks import BY_DUE, OPEN
from amdesk.store.store import Store


def of(store: Store, task_id: int) -> tuple[list[int], list[int]]:
    """The tasks that one waits for, and those that wait for it."""
    after = store.column("SELECT after_id FROM task_link WHERE task_id = ? ORDER BY id", [task_id])
    before = store.column("SELECT task_id FROM task_link WHERE after_id = ? ORDER BY id", [task_id])
    return after, before


def free(store: Store, task_id: int, text: str, *, most: int) -> list[int]:
    """Open tasks that one could wait for: of its client, as they fall due, then of none."""
    words = fold(text).split()
    sql = f"""
    SELECT id FROM task WHERE {OPEN} AND id <> :task
      AND (client_id IS NULL OR client_id = (SELECT client_id FROM task WHERE id = :task))
      AND id NOT IN (SELECT after_id FROM task_link WHERE task_id = :task)
      {" ".join(f"AND instr(folded, :word{n}) > 0" for n in range(len(words)))}
    ORDER BY client_id IS NULL, {BY_DUE}, id LIMIT :most
    """
    named = {f"word{n}": word for n, word in enumerate(words)}
    return store.column(sql, {"task": task_id, "most": most, **named})


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

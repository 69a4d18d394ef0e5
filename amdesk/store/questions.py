"""Questions about tasks in the file."""

from __future__ import annotations

from datetime import date, datetime

from amdesk.domain.task import Question
from amdesk.domain.task_agenda import Asked
from amdesk.store import tasks
from amdesk.store.store import Store
from amdesk.store.table import noun


def get(store: Store, question_id: int) -> Question | None:
    """One question."""
    row = store.row("SELECT * FROM question WHERE id = ?", [question_id])
    return noun(Question, row) if row else None


def insert(store: Store, *, task_id: int, text: str, asked_at: datetime) -> int:
    """A new question."""
    return store.insert("question", {"task_id": task_id, "text": text, "asked_at": asked_at})


def answer(store: Store, question_id: int, text: str, *, on: date) -> None:
    """What came out of it, and when."""
    store.update("question", question_id, {"answer": text, "answered_on": on})


def of_task(store: Store, task_id: int) -> list[Question]:
    """All questions about a task, the oldest first."""
    rows = store.rows("SELECT * FROM question WHERE task_id = ? ORDER BY asked_at, id", [task_id])
    return [noun(Question, row) for row in rows]


def waits(store: Store, task_id: int) -> bool:
    """Whether a task waits for an answer."""
    sql = "SELECT EXISTS (SELECT 1 FROM question WHERE task_id = ? AND answered_on IS NULL)"
    return bool(store.value(sql, [task_id]))


def waiting(store: Store, *, client_id: int | None = None, limit: int = 1000) -> list[Asked]:
    """Questions without an answer about tasks, the oldest first, of one client or of all."""
    rows = store.rows(
        "SELECT q.* FROM question q JOIN task t ON t.id = q.task_id LEFT JOIN client c ON c.id = t.client_id "
        "WHERE q.answered_on IS NULL AND t.deleted_at IS NULL AND c.deleted_at IS NULL "
        "AND t.state NOT IN ('done', 'dropped') AND (:client IS NULL OR t.client_id = :client) "
        "ORDER BY q.asked_at, q.id LIMIT :limit",
        {"client": client_id, "limit": limit},
    )
    if not rows:
        return []
    found = [noun(Question, row) for row in rows]
    about = {line.id: line for line in tasks.lines(store, [one.task_id for one in found])}
    return [Asked(one, about[one.task_id]) for one in found]

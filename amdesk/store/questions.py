"""Questions about tasks in the file."""

from __future__ import annotations

from datetime import date, datetime

from amdesk.domain.task import Question
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

"""Tasks in the file: lists of ids, lines by id, what rings, who has how much to do."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any, cast

from amdesk.domain.task import Load, Task, TaskLine
from amdesk.domain.text import fold
from amdesk.store.driver import Row
from amdesk.store.m008_tasks import BY_DUE, RINGING, RINGS_AT
from amdesk.store.m008_tasks import OPEN as IS_OPEN
from amdesk.store.search import words_query
from amdesk.store.store import Store
from amdesk.store.table import changed, decode, encode, marks, noun

# Clients in the trash are few: to ask of each task whether its client is there would cost more than the list.
_THERE = "coalesce(client_id, 0) NOT IN (SELECT id FROM client WHERE deleted_at IS NOT NULL)"
_LINE = """
SELECT t.*, coalesce(c.name, '') AS client, coalesce(c.vip OR c.tier IS 'A', 0) AS is_key,
  coalesce(g.name, '') AS goal, s.interaction_id, coalesce(i.reference, '') AS reference
FROM task t LEFT JOIN client c ON c.id = t.client_id LEFT JOIN goal g ON g.id = t.goal_id
  LEFT JOIN point p ON p.id = t.point_id LEFT JOIN summary s ON s.id = p.summary_id
  LEFT JOIN interaction i ON i.id = s.interaction_id
WHERE t.id IN ({marks})
"""
_SETTLED = "deleted_at IS NULL AND state IN ('done', 'dropped')"
_SEARCHED = ("title", "result", "requirements", "assignee")


def get(store: Store, task_id: int) -> Task | None:
    """The task, unless it is in the trash."""
    row = store.row("SELECT * FROM task WHERE id = ? AND deleted_at IS NULL", [task_id])
    return noun(Task, row) if row else None


def by_uuid(store: Store, uuid: str) -> int | None:
    """The id of the task with this uuid, unless it is in the trash."""
    return cast(
        "int | None", store.value("SELECT id FROM task WHERE uuid = ? AND deleted_at IS NULL", [uuid])
    )


def insert(store: Store, values: Mapping[str, object]) -> int:
    """A new task."""
    return store.insert("task", {**values, "folded": folded(values)})


def update(store: Store, task_id: int, values: Mapping[str, object]) -> None:
    """New values in some columns."""
    if any(name in values for name in _SEARCHED):
        row = store.row("SELECT * FROM task WHERE id = ?", [task_id])
        values = {**values, "folded": folded({**dict(row or {}), **values})}
    store.update("task", task_id, values)


def keep(store: Store, before: Task, after: Task) -> None:
    """A task is another now."""
    update(store, before.id, changed(before, after))


def folded(values: Mapping[str, object]) -> str:
    """The words of a task as they are searched for."""
    return fold(" ".join(str(values.get(name) or "") for name in _SEARCHED))


def find(
    store: Store,
    *,
    settled: bool = False,
    text: str = "",
    client_id: int | None = None,
    goal_id: int | None = None,
    sides: Sequence[str] = (),
    assignee: str | None = None,
    quadrant: tuple[bool, bool] | None = None,
    late_before: date | None = None,
) -> list[int]:
    """Ids of open tasks as they fall due, or of settled ones, newest first, narrowed by what is given.

    ``quadrant`` is important and urgent; ``late_before`` leaves those whose day came before that one.
    """
    conditions, values = [_SETTLED if settled else IS_OPEN, _THERE], list[object]()
    for condition, value in (
        ("client_id = ?", client_id),
        ("goal_id = ?", goal_id),
        ("assignee = ?", assignee),
        ("due_on < ?", late_before.isoformat() if late_before else None),
    ):
        if value is not None:
            conditions.append(condition)
            values.append(value)
    if sides:
        conditions.append(f"side IN ({marks(sides)})")
        values += sides
    if quadrant is not None:
        conditions.append("important = ? AND urgent = ?")
        values += map(int, quadrant)
    for word in fold(text).split():
        conditions.append(
            "(instr(folded, ?) > 0 OR client_id IN "
            "(SELECT rowid FROM client_search WHERE client_search MATCH ?))"
        )
        values += [word, words_query(word)]
    order = "done_at DESC, id DESC" if settled else f"{BY_DUE}, id"
    return store.column(f"SELECT id FROM task WHERE {' AND '.join(conditions)} ORDER BY {order}", values)


def board(store: Store) -> dict[tuple[bool, bool], list[int]]:
    """Ids of all open tasks by important and urgent, as they fall due."""
    found: dict[tuple[bool, bool], list[int]] = {
        (important, urgent): [] for important in (True, False) for urgent in (True, False)
    }
    sql = f"SELECT id, important, urgent FROM task WHERE {IS_OPEN} AND {_THERE} ORDER BY {BY_DUE}, id"
    for row in store.rows(sql):
        found[bool(row["important"]), bool(row["urgent"])].append(row["id"])
    return found


def lines(store: Store, ids: Sequence[int]) -> list[TaskLine]:
    """Tasks by id with what stands around them, in the order asked for; those in the trash as well."""
    rows = store.rows(_LINE.format(marks=marks(ids)), ids)
    found = {row["id"]: noun(TaskLine, row, task=noun(Task, row)) for row in rows}
    return [found[one] for one in ids if one in found]


def of_points(store: Store, point_ids: Sequence[int]) -> dict[int, Task]:
    """The tasks of some actions, by the id of the point; those in the trash as well."""
    rows = store.rows(f"SELECT * FROM task WHERE point_id IN ({marks(point_ids)})", point_ids)
    return {row["point_id"]: noun(Task, row) for row in rows}


def doubles(store: Store) -> dict[int, list[Task]]:
    """Tasks of actions that have several, by the id of the point; those that were worked on stand first."""
    rows = store.rows(
        "SELECT * FROM task WHERE point_id IN (SELECT point_id FROM task WHERE point_id IS NOT NULL "
        "GROUP BY point_id HAVING count(*) > 1) ORDER BY point_id, state = 'open', result = '', id"
    )
    found: dict[int, list[Task]] = {}
    for row in rows:
        found.setdefault(row["point_id"], []).append(noun(Task, row))
    return found


def unborn(store: Store) -> list[int]:
    """Ids of summaries in force with an action that has no task."""
    return store.column(
        "SELECT DISTINCT s.id FROM summary s JOIN point p ON p.summary_id = s.id WHERE p.kind = 'action' "
        "AND s.state NOT IN ('corrected', 'not_needed') AND trim(p.text) <> '' "
        "AND NOT EXISTS (SELECT 1 FROM task t WHERE t.point_id = p.id)"
    )


def refold(store: Store) -> None:
    """Make what is searched for fit the words, where they came in from elsewhere."""
    for row in store.rows("SELECT id, folded, title, result, requirements, assignee FROM task"):
        words = folded(dict(row))
        if words != row["folded"]:
            store.update("task", row["id"], {"folded": words})


def promises(store: Store, *, client_id: int) -> list[int]:
    """Ids of the open promises between us and a client, as they fall due."""
    return store.column(
        f"SELECT id FROM task WHERE {IS_OPEN} AND promise AND client_id = ? ORDER BY {BY_DUE}, id",
        [client_id],
    )


def kept_promises(store: Store, *, client_id: int, begins: datetime, ends: datetime) -> list[int]:
    """Ids of the promises between us and a client that were kept from one moment to another."""
    return store.column(
        "SELECT id FROM task WHERE deleted_at IS NULL AND state = 'done' AND promise AND client_id = ? "
        "AND done_at >= ? AND done_at < ? ORDER BY done_at, id",
        [client_id, encode(begins), encode(ends)],
    )


def of_client(store: Store, client_id: int) -> list[Task]:
    """The open tasks of a client, as they fall due."""
    sql = f"SELECT * FROM task WHERE {IS_OPEN} AND client_id = ? ORDER BY {BY_DUE}, id"
    return [noun(Task, row) for row in store.rows(sql, [client_id])]


def late_promises(store: Store, sides: Sequence[str], *, before: date, limit: int) -> list[int]:
    """Ids of open promises of some sides that were due before a day, the oldest first."""
    return store.column(
        f"SELECT id FROM task WHERE {IS_OPEN} AND {BY_DUE} < ? AND promise AND side IN ({marks(sides)}) "
        f"AND {_THERE} ORDER BY {BY_DUE}, id LIMIT ?",
        [before.isoformat(), *sides, limit],
    )


def untold(store: Store, *, limit: int) -> list[int]:
    """Ids of open promises of ours whose new day the client does not know of yet."""
    return store.column(
        f"SELECT id FROM task WHERE {IS_OPEN} AND NOT told AND {_THERE} ORDER BY {BY_DUE}, id LIMIT ?",
        [limit],
    )


def due_between(store: Store, sides: Sequence[str], first: date, last: date, *, limit: int) -> list[int]:
    """Ids of open tasks of some sides that fall due from one day to another."""
    return store.column(
        f"SELECT id FROM task WHERE {IS_OPEN} AND {BY_DUE} BETWEEN ? AND ? "
        f"AND side IN ({marks(sides)}) AND {_THERE} ORDER BY {BY_DUE}, id LIMIT ?",
        [first.isoformat(), last.isoformat(), *sides, limit],
    )


def ringing(
    store: Store, *, after: datetime | None = None, until: datetime | None = None, unrung: bool = False,
    limit: int = 1000,
) -> list[tuple[int, bool]]:  # fmt: skip
    """Ids of tasks whose checkpoint rings in a span of time, the soonest first, each with whether it rang."""
    rang = f"EXISTS (SELECT 1 FROM fired f WHERE f.uuid = task.uuid AND f.occurrence = {RINGS_AT})"
    conditions, values = [RINGING, _THERE], list[object]()
    for comparison, moment in ((">", after), ("<=", until)):
        if moment is not None:
            conditions.append(f"{RINGS_AT} {comparison} ?")
            values.append(encode(moment))
    if unrung:
        conditions.append(f"NOT {rang}")
    rows = store.rows(
        f"SELECT id, {rang} AS rang FROM task WHERE {' AND '.join(conditions)} "
        f"ORDER BY {RINGS_AT}, id LIMIT ?",
        [*values, limit],
    )
    return [(row["id"], bool(row["rang"])) for row in rows]


def note_rung(store: Store, rung: Sequence[tuple[str, datetime]], *, at: datetime) -> None:
    """The checkpoints of these tasks, by uuid and when they ring, rang: they never do so again."""
    with store.aside():
        for uuid, rings_at in rung:
            store.execute(
                "INSERT OR IGNORE INTO fired(uuid, occurrence, at) VALUES (?, ?, ?)",
                [uuid, encode(rings_at), encode(at)],
            )


def load(store: Store, *, today: date) -> list[Load]:
    """What each colleague has to do: how much is open and late, not agreed yet, and what comes next."""
    rows: list[Row] = store.rows(
        "SELECT assignee, count(*) AS open, sum(due_on < :today) AS late, "
        "sum(agreed_on IS NULL AND point_id IS NULL) AS not_agreed, "
        "min(CASE WHEN due_on >= :today THEN due_on END) AS next_due_on, "
        "max(CASE WHEN due_on >= :today THEN due_on END) AS last_due_on "
        f"FROM task WHERE {IS_OPEN} AND side = 'colleague' AND {_THERE} GROUP BY assignee ORDER BY 2 DESC, 1",
        {"today": today.isoformat()},
    )
    return [noun(Load, row, late=row["late"] or 0) for row in rows]


def formers(store: Store, task_id: int) -> list[Task]:
    """What a task was before each step that changed it, the oldest first."""
    rows = store.rows("SELECT was FROM history WHERE noun = 'task' AND row_id = ? ORDER BY id", [task_id])
    return [_former(task_id, row) for row in rows]


def _former(task_id: int, row: Row) -> Task:
    was = {**json.loads(row["was"]), "id": task_id}
    types = {field.name: field.type for field in fields(Task)}
    values: dict[str, Any] = {name: decode(name, value) for name, value in was.items() if name in types}
    flags: dict[str, Any] = {name: bool(one) for name, one in values.items() if types[name] == "bool"}
    return Task(**{**values, **flags})


def assignees(store: Store) -> list[Row]:
    """People who were given a task before, the latest first: their side, name, address and language."""
    return store.rows(
        "SELECT side, assignee, assignee_address, assignee_language, max(id) AS latest FROM task "
        "WHERE assignee <> '' AND deleted_at IS NULL GROUP BY side, assignee ORDER BY latest DESC"
    )

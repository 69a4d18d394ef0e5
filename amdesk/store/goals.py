"""Goals in the file, with their measurements, milestones and planned actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from amdesk.domain.goal import Goal, GoalLine, Measurement, Milestone, PlannedAction
from amdesk.domain.text import fold
from amdesk.i18n.collate import sort_key
from amdesk.store.driver import Row
from amdesk.store.goal_states import BY_STATE, RHYTHM, TO_CATCH_UP, TO_MEASURE, by, stated
from amdesk.store.search import words_query
from amdesk.store.store import Store
from amdesk.store.table import marks, noun

Part = TypeVar("Part", Measurement, Milestone, PlannedAction)

TABLES: Mapping[type, str] = {
    Measurement: "measurement", Milestone: "milestone", PlannedAction: "planned_action",
}  # fmt: skip
_ORDERS: Mapping[type, str] = {
    Measurement: "taken_on, id", Milestone: "due_on, id", PlannedAction: "coalesce(due_on, '9999'), id",
}  # fmt: skip


def get(store: Store, goal_id: int) -> Goal | None:
    """The goal, unless it is in the trash."""
    row = store.row("SELECT * FROM goal WHERE id = ? AND deleted_at IS NULL", [goal_id])
    return noun(Goal, row) if row else None


def insert(store: Store, values: Mapping[str, object]) -> int:
    """A new goal."""
    return store.insert("goal", _kept(values))


def update(store: Store, goal_id: int, values: Mapping[str, object]) -> None:
    """New values in some columns."""
    store.update("goal", goal_id, _kept(values))


def _kept(values: Mapping[str, object]) -> Mapping[str, object]:
    """The values with the name as it is sorted and searched for."""
    if "name" not in values:
        return values
    name = str(values["name"])
    return {**values, "sort_name": sort_key(name), "folded": fold(name)}


def part(store: Store, cls: type[Part], part_id: int) -> Part | None:
    """One measurement, milestone or planned action of a goal that is not in the trash."""
    table = TABLES[cls]
    row = store.row(
        f"SELECT t.* FROM {table} t JOIN goal g ON g.id = t.goal_id WHERE t.id = ? AND g.deleted_at IS NULL",
        [part_id],
    )
    return noun(cls, row) if row else None


def parts(store: Store, cls: type[Part], goal_id: int) -> tuple[Part, ...]:
    """All the measurements, milestones or planned actions of a goal, in the order of their days."""
    rows = store.rows(f"SELECT * FROM {TABLES[cls]} WHERE goal_id = ? ORDER BY {_ORDERS[cls]}", [goal_id])
    return tuple(noun(cls, row) for row in rows)


def insert_part(store: Store, cls: type[Part], values: Mapping[str, object]) -> int:
    """A new measurement, milestone or planned action."""
    return store.insert(TABLES[cls], values)


def update_part(store: Store, cls: type[Part], part_id: int, values: Mapping[str, object]) -> None:
    """New values in some columns."""
    store.update(TABLES[cls], part_id, values)


def delete_part(store: Store, cls: type[Part], part_id: int) -> None:
    """Remove a measurement, milestone or planned action."""
    store.delete(TABLES[cls], part_id)


_THERE = "JOIN client c ON c.id = s.client_id WHERE c.deleted_at IS NULL"
_SORTS = {
    "state": (BY_STATE, "(c.vip OR c.tier IS 'A') IS NOT 1", "due_on"),
    "name": ("s.sort_name",),
    "client": ("c.sort_name", "s.sort_name"),
    "due": ("due_on",),
    "measured": ("last_on",),
    "progress": ("CASE WHEN counts THEN (last_value - baseline) / span END",),
}
_LINE = (
    "SELECT g.*, c.name AS client, c.code, (c.vip OR c.tier IS 'A') AS is_key "
    "FROM goal g JOIN client c ON c.id = g.client_id "
)
_LAST_BY = (
    "SELECT taken_on, value FROM measurement WHERE goal_id = ? AND taken_on <= ? "
    "ORDER BY taken_on DESC, id DESC LIMIT 1"
)


def lines(store: Store, ids: Sequence[int], *, today: date) -> list[GoalLine]:
    """Goals with their clients and what was last measured by a day, in the order asked for."""
    rows = store.rows(f"{_LINE} WHERE g.id IN ({marks(ids)})", ids)
    found = {row["id"]: _line(store, row, today=today) for row in rows}
    return [found[one] for one in ids if one in found]


def of_client(store: Store, client_id: int, *, today: date) -> list[GoalLine]:
    """A client's goals, the one that is due first before the others; closed ones last."""
    rows = store.rows(
        f"{_LINE} WHERE g.client_id = ? AND g.deleted_at IS NULL "
        "ORDER BY g.ended_on IS NOT NULL, g.due_on, g.id",
        [client_id],
    )
    return [_line(store, row, today=today) for row in rows]


def find(
    store: Store, text: str = "", *, today: date, states: Sequence[str] = (), client_id: int | None = None,
    sort: str = "state", descending: bool = False,
) -> list[int]:  # fmt: skip
    """Ids of goals whose name, KPI or client holds the words, in some states, sorted."""
    values = by(today)
    conditions = []
    if client_id is not None:
        conditions.append("g.client_id = :client")
        values["client"] = client_id
    for place, word in enumerate(fold(text).split()):
        conditions.append(
            f"(instr(g.folded, :word{place}) > 0 OR instr(lower(g.kpi), :word{place}) > 0 OR g.client_id IN "
            f"(SELECT rowid FROM client_search WHERE client_search MATCH :query{place}))"
        )
        values |= {f"word{place}": word, f"query{place}": words_query(word)}
    chosen = [f":state{place}" for place in range(len(states))]
    values |= {f"state{place}": state for place, state in enumerate(states)}
    order = ", ".join(f"{part} DESC" if descending else part for part in _SORTS[sort])
    where = f"AND state IN ({', '.join(chosen)})" if chosen else ""
    return store.column(
        f"{stated(' AND '.join(conditions) or '1')} SELECT s.id FROM stated s {_THERE} {where} "
        f"ORDER BY {order}, s.id",
        values,
    )


def called(store: Store, text: str, *, limit: int) -> list[int]:
    """Ids of goals whose name or KPI holds every word, as they fall due, closed ones last."""
    words = fold(text).split()
    holds = " AND ".join("(instr(g.folded, ?) OR instr(lower(g.kpi), ?))" for _ in words)
    return store.column(
        "SELECT g.id FROM goal g JOIN client c ON c.id = g.client_id "
        f"WHERE g.deleted_at IS NULL AND c.deleted_at IS NULL AND {holds or '0'} "
        "ORDER BY g.ended_on IS NOT NULL, g.due_on, g.id LIMIT ?",
        [*(word for word in words for _ in range(2)), limit],
    )


def counts(store: Store, *, today: date) -> dict[str, int]:
    """How many goals are in each state."""
    rows = store.rows(
        f"{stated('1')} SELECT state, count(*) FROM stated s {_THERE} GROUP BY state", by(today)
    )
    return dict(map(tuple, rows))


def named(store: Store, client_id: int, name: str) -> int | None:
    """A client's goal of this name, however it is written; one still open before one that was closed."""
    found = store.value(
        "SELECT id FROM goal WHERE client_id = ? AND folded = ? AND deleted_at IS NULL "
        "ORDER BY ended_on IS NOT NULL, due_on DESC, id DESC",
        [client_id, fold(name)],
    )
    return None if found is None else int(found)


def _line(store: Store, row: Row, *, today: date) -> GoalLine:
    line = noun(GoalLine, row, goal=noun(Goal, row))
    if line.measured_on is None or line.measured_on <= today:
        return line
    last = store.row(_LAST_BY, [line.id, today.isoformat()])
    return noun(GoalLine, row, goal=line.goal, **_last(last))


def _last(row: Row | None) -> dict[str, object]:
    if row is None:
        return {"value": None, "measured_on": None}
    return {"value": Decimal(row["value"]), "measured_on": date.fromisoformat(row["taken_on"])}


def to_measure(store: Store, *, today: date, limit: int) -> list[GoalLine]:
    """Goals that want a measurement: of key clients first, then those that wait longest by their rhythm."""
    return _wanted(store, TO_MEASURE, today=today, limit=limit)


def to_catch_up(store: Store, *, today: date, limit: int) -> list[GoalLine]:
    """Goals that are behind, or over without being reached, in the same order."""
    return _wanted(store, TO_CATCH_UP, today=today, limit=limit)


def _wanted(store: Store, which: str, *, today: date, limit: int) -> list[GoalLine]:
    since = "min(due_on, coalesce(last_on, start_on))"
    found = store.column(
        f"{stated('g.ended_on IS NULL')} SELECT s.id {which.format(join=_THERE)} "
        "ORDER BY (c.vip OR c.tier IS 'A') IS 1 DESC, "
        f"(:julian - julianday({since})) / ({RHYTHM}) DESC, s.id LIMIT :limit",
        {**by(today), "limit": limit},
    )
    return lines(store, found, today=today)

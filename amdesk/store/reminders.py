"""Reminders in the file, when each rings, and which rang: ringing is noted apart, beyond any undo.

``alarm`` is made from ``reminder`` and from the person's days (``alarm_days``), and made again wherever
either changed: triggers note in ``alarm_stale`` which were written. ``fired`` has each occurrence that rang,
once and for good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import cast

from amdesk.domain.reminder import OPEN, Armed, Reminder
from amdesk.domain.text import fold
from amdesk.store.search import words_query
from amdesk.store.store import Store
from amdesk.store.table import changed, encode, marks, noun

_OPEN = (
    f"r.deleted_at IS NULL AND r.state IN {OPEN} AND (r.client_id IS NULL "
    "OR EXISTS (SELECT 1 FROM client c WHERE c.id = r.client_id AND c.deleted_at IS NULL))"
)
_COLUMNS = (
    "SELECT r.*, c.name AS client, (c.vip OR c.tier IS 'A') AS is_key, a.rings_at, "
    "coalesce(a.rang, 0) AS rang "
)
_LINE = (
    f"{_COLUMNS} FROM reminder r LEFT JOIN client c ON c.id = r.client_id "
    "LEFT JOIN alarm a ON a.reminder_id = r.id "
)
# Those that ring, found by their moment: whatever SQLite believes, it is not to begin with all reminders.
_RINGING = (
    f"{_COLUMNS} FROM alarm a CROSS JOIN reminder r NOT INDEXED ON r.id = a.reminder_id "
    "LEFT JOIN client c ON c.id = r.client_id "
)


def get(store: Store, reminder_id: int) -> Reminder | None:
    """The reminder, unless it is in the trash."""
    row = store.row("SELECT * FROM reminder WHERE id = ? AND deleted_at IS NULL", [reminder_id])
    return noun(Reminder, row) if row else None


def insert(store: Store, values: Mapping[str, object]) -> int:
    """A new reminder."""
    return store.insert("reminder", _kept(values))


def update(store: Store, reminder_id: int, values: Mapping[str, object]) -> None:
    """New values in some columns."""
    store.update("reminder", reminder_id, _kept(values))


def keep(store: Store, before: Reminder, after: Reminder) -> None:
    """A reminder is another now."""
    update(store, before.id, changed(before, after))


def _kept(values: Mapping[str, object]) -> Mapping[str, object]:
    """The values with the text as it is searched for."""
    return {**values, "folded": fold(str(values["text"]))} if "text" in values else values


def arm(store: Store, days: str, rings_at: Callable[[Reminder], datetime]) -> int:
    """Work out when each reminder rings that was written, or all where the ``days`` changed; how many."""
    if store.value("SELECT days FROM alarm_days") != days:
        which = "SELECT reminder_id FROM alarm UNION SELECT id FROM reminder"
    elif store.value("SELECT EXISTS (SELECT 1 FROM alarm_stale)"):
        which = "SELECT reminder_id FROM alarm_stale"
    else:
        return 0
    found = store.rows(f"SELECT r.* FROM reminder r WHERE r.id IN ({which}) AND {_OPEN}")
    with store.aside():
        store.execute(f"DELETE FROM alarm WHERE reminder_id IN ({which})")
        for row in found:
            _set_alarm(store, noun(Reminder, row), rings_at)
        for sql in ("DELETE FROM alarm_stale", "DELETE FROM alarm_days"):
            store.execute(sql)
        store.execute("INSERT INTO alarm_days(days) VALUES (?)", [days])
    return len(found)


def _set_alarm(store: Store, reminder: Reminder, rings_at: Callable[[Reminder], datetime]) -> None:
    store.execute(
        "INSERT INTO alarm(reminder_id, occurrence, rings_at, rang) VALUES "
        "(:id, :occurrence, :rings_at, "
        "EXISTS (SELECT 1 FROM fired WHERE uuid = :uuid AND occurrence = :occurrence))",
        {
            "id": reminder.id,
            "uuid": reminder.uuid,
            "occurrence": reminder.occurrence,
            "rings_at": encode(rings_at(reminder)),
        },
    )


def record_of(store: Store, noun: str, uuid: str) -> int | None:
    """The id of a record that a reminder is about, unless it is in the trash."""
    return cast(
        "int | None", store.value(f"SELECT id FROM {noun} WHERE uuid = ? AND deleted_at IS NULL", [uuid])
    )


def due(store: Store, *, now: datetime, limit: int) -> list[Armed]:
    """What should have rung by now and did not, the oldest first."""
    return _lines(
        store,
        f"{_RINGING} WHERE a.rang = 0 AND a.rings_at <= ? AND {_OPEN} ORDER BY a.rings_at, r.id LIMIT ?",
        [encode(now), limit],
    )


def count_come(store: Store, *, until: datetime) -> int:
    """How many should have rung by a moment, rung or not."""
    found = store.value(
        "SELECT count(*) FROM alarm a CROSS JOIN reminder r NOT INDEXED ON r.id = a.reminder_id "
        f"WHERE a.rings_at <= ? AND {_OPEN}",
        [encode(until)],
    )
    return int(found)


def next_rings_at(store: Store) -> datetime | None:
    """When the next reminder rings, nothing when none is to."""
    found = store.value("SELECT min(rings_at) FROM alarm WHERE rang = 0")
    return datetime.fromisoformat(found) if found else None


def coming(store: Store, *, after: datetime, limit: int) -> list[Armed]:
    """The next ones to ring."""
    return _lines(
        store,
        f"{_RINGING} WHERE a.rang = 0 AND a.rings_at > ? AND {_OPEN} ORDER BY a.rings_at, r.id LIMIT ?",
        [encode(after), limit],
    )


def between(store: Store, begins: datetime, ends: datetime) -> list[Armed]:
    """What rings after one moment and up to another, rung or not."""
    return _lines(
        store,
        f"{_RINGING} WHERE a.rings_at > ? AND a.rings_at <= ? AND {_OPEN} ORDER BY a.rings_at, r.id",
        [encode(begins), encode(ends)],
    )


def most_wanted(store: Store, *, until: datetime, limit: int) -> list[Armed]:
    """What should have rung by a moment: urgent ones and key clients first, then the oldest."""
    return _lines(
        store,
        f"{_RINGING} WHERE a.rings_at <= ? AND {_OPEN} "
        "ORDER BY (r.urgent OR c.vip OR c.tier IS 'A') IS 1 DESC, a.rings_at, r.id LIMIT ?",
        [encode(until), limit],
    )


def note_rung(store: Store, reminders: Sequence[Reminder], *, at: datetime) -> None:
    """These rang: their occurrences never ring again."""
    with store.aside():
        for one in reminders:
            store.execute(
                "INSERT OR IGNORE INTO fired(uuid, occurrence, at) VALUES (?, ?, ?)",
                [one.uuid, one.occurrence, encode(at)],
            )
            store.execute(
                "UPDATE alarm SET rang = 1 WHERE reminder_id = ? AND occurrence = ?", [one.id, one.occurrence]
            )


def find(store: Store, *, states: Sequence[str], text: str = "", client_id: int | None = None) -> list[int]:
    """Ids of reminders in some states: open ones as they come, settled ones newest first."""
    conditions = ["r.deleted_at IS NULL", f"r.state IN ({marks(states)})"]
    values: list[object] = list(states)
    for word in fold(text).split():
        conditions.append(
            "(instr(r.folded, ?) > 0 OR r.client_id IN "
            "(SELECT rowid FROM client_search WHERE client_search MATCH ?))"
        )
        values += [word, words_query(word)]
    if client_id is not None:
        conditions.append("r.client_id = ?")
        values.append(client_id)
    order = "r.due_on, r.clock, r.id" if set(states) <= set(OPEN) else "r.done_at DESC, r.id DESC"
    return store.column(
        "SELECT r.id FROM reminder r LEFT JOIN client c ON c.id = r.client_id "
        f"WHERE {' AND '.join(conditions)} AND (c.id IS NULL OR c.deleted_at IS NULL) ORDER BY {order}",
        values,
    )


def lines(store: Store, ids: Sequence[int]) -> list[Armed]:
    """Reminders by id, in the order asked for."""
    found = {
        line.reminder.id: line for line in _lines(store, f"{_LINE} WHERE r.id IN ({marks(ids)})", list(ids))
    }
    return [found[id_] for id_ in ids if id_ in found]


def _lines(store: Store, sql: str, values: Sequence[object]) -> list[Armed]:
    return list(_armed(store, sql, values))


def _armed(store: Store, sql: str, values: Sequence[object]) -> Iterator[Armed]:
    for row in store.rows(sql, values):
        at = row["rings_at"]
        yield Armed(
            noun(Reminder, row),
            row["client"] or "",
            bool(row["is_key"]),
            datetime.fromisoformat(at) if at else None,
            bool(row["rang"]),
        )

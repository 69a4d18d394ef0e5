"""Putting a row back as it was: changed, made again, or taken out; refused where others stand in its way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, as_message
from amdesk.domain.record_fields import called
from amdesk.domain.record_past import Row
from amdesk.store import clients, contacts, goals, records, reminders, tasks
from amdesk.store.store import Store

# Those whose words are kept a second time, as they are sorted or searched for.
_INSERTS: Mapping[str, Callable[[Store, Row], int]] = {
    "client": clients.insert, "contact": contacts.insert, "goal": goals.insert,
    "reminder": reminders.insert, "task": tasks.insert,
}  # fmt: skip
_UPDATES: Mapping[str, Callable[[Store, int, Row], None]] = {
    "client": clients.update, "contact": contacts.update, "goal": goals.update,
    "reminder": reminders.update, "task": tasks.update,
}  # fmt: skip

# What a row can do without: it comes back without what is gone. Anything else it refers to has to be there.
_LOOSE = frozenset({"goal_id", "point_id", "other_contact_id"})
_LOOSE_OF = frozenset({("task", "contact_id"), ("task", "client_id"), ("reminder", "client_id")})


class PuttingBack:
    """Rows put back within a step. One whose id another has by now gets a new one; others follow it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._moved: dict[tuple[str, object], int] = {}

    def put(self, noun: str, uuid: str, wanted: Row | None) -> None:
        """Make the row with a uuid be as wanted, or not be; an AmdeskError where that cannot be any more."""
        now = self._store.row(f"SELECT * FROM {noun} WHERE uuid = ?", [uuid])
        if wanted is None:
            if now is not None:
                self._store.delete(noun, now["id"])
        elif now is None:
            self._insert(noun, _fitting(self._store, noun, self._where_they_are(noun, wanted)))
        else:
            fitting = _fitting(self._store, noun, self._where_they_are(noun, wanted))
            changed = {one: value for one, value in fitting.items() if one != "id" and now[one] != value}
            update = _UPDATES.get(noun) or partial(_update, noun)
            update(self._store, now["id"], changed)

    def _where_they_are(self, noun: str, row: Row) -> Row:
        """A row that refers to others by the ids they have now."""
        known = {
            column: self._moved.get((of, row.get(column)), row.get(column))
            for column, of in records.REFERENCES[noun].items()
        }
        return {**row, **known}

    def _insert(self, noun: str, row: Row) -> None:
        taken = self._store.value(f"SELECT 1 FROM {noun} WHERE id = ?", [row["id"]])
        values = {name: value for name, value in row.items() if name != "id" or not taken}
        insert = _INSERTS.get(noun) or partial(_insert, noun)
        self._moved[noun, row["id"]] = insert(self._store, values)


def _insert(noun: str, store: Store, values: Row) -> int:
    return store.insert(noun, values)


def _update(noun: str, store: Store, row_id: int, values: Row) -> None:
    store.update(noun, row_id, values)


def _fitting(store: Store, noun: str, row: Row) -> Row:
    """The row without what it can do without and is gone; refused where else something is missing."""
    values = dict(row)
    for column, of in records.REFERENCES[noun].items():
        known = values.get(column)
        if known is None or store.value(f"SELECT 1 FROM {of} WHERE id = ?", [known]):
            continue
        if column not in _LOOSE and (noun, column) not in _LOOSE_OF:
            raise AmdeskError(N_("What it was a part of is no longer here. Put that back first."))
        values[column] = None
    key = records.UNIQUE.get(noun, ())
    if key:
        same = " AND ".join(f"{name} IS ?" for name in key)
        places = [values[name] for name in key]
        if store.value(f"SELECT 1 FROM {noun} WHERE {same} AND uuid <> ?", [*places, values["uuid"]]):
            raise AmdeskError(
                N_("Another record has this by now: {field} “{value}”. Change that one first."),
                field=as_message(called(noun, key[-1])), value=str(places[-1]),
            )  # fmt: skip
    return values

"""Forms that were being filled in, so that a crash costs no word; no undo takes them back."""

from __future__ import annotations

import json
from datetime import datetime

from amdesk.store.store import Store
from amdesk.store.table import encode


def keep(store: Store, name: str, body: dict[str, object], *, at: datetime) -> None:
    """Remember a form's fields under its name, over what was there."""
    with store.aside():
        store.execute(
            "INSERT OR REPLACE INTO unfinished(name, body, at) VALUES (?, ?, ?)",
            [name, json.dumps(body, ensure_ascii=False), encode(at)],
        )


def read(store: Store, name: str) -> dict[str, object] | None:
    """The fields of a form left unfinished, or nothing."""
    body = store.value("SELECT body FROM unfinished WHERE name = ?", [name])
    return None if body is None else json.loads(body)


def lead(store: Store, goes: int, stays: int) -> None:
    """Calls that were begun with one client are with another from now on."""
    with store.aside():
        store.execute(
            "UPDATE unfinished SET body = json_set(body, '$.client', ?) "
            "WHERE name LIKE 'call%' AND json_extract(body, '$.client') = ?", [stays, goes],
        )  # fmt: skip
        store.execute(
            "UPDATE OR IGNORE unfinished SET name = ? WHERE name = ?", [f"call {stays}", f"call {goes}"]
        )


def forget(store: Store, name: str) -> None:
    """The form was finished or given up."""
    if read(store, name) is not None:
        with store.aside():
            store.execute("DELETE FROM unfinished WHERE name = ?", [name])

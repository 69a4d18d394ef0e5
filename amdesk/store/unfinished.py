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


def forget(store: Store, name: str) -> None:
    """The form was finished or given up."""
    if read(store, name) is not None:
        with store.aside():
            store.execute("DELETE FROM unfinished WHERE name = ?", [name])

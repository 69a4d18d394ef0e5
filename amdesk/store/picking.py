"""The people and numbers of some clients, for choosing one of them by what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from amdesk.store.driver import Row
from amdesk.store.store import Store


def people(store: Store, client_ids: Sequence[int]) -> list[Row]:
    """Contacts still there at these clients: client_id, id, name, role."""
    marks = ",".join("?" * len(client_ids))
    return store.rows(
        "SELECT client_id, id, name, role FROM contact "
        f"WHERE client_id IN ({marks}) AND deleted_at IS NULL AND left_on IS NULL ORDER BY id",
        client_ids,
    )


def addresses(store: Store, client_ids: Sequence[int]) -> list[Row]:
    """Every number and address of these clients: client_id, contact_id, value."""
    marks = ",".join("?" * len(client_ids))
    return store.rows(
        f"SELECT client_id, contact_id, value FROM address WHERE client_id IN ({marks}) ORDER BY id",
        client_ids,
    )

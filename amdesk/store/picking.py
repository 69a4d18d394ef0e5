"""The people and numbers of some clients, for choosing one of them by what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from amdesk.store.driver import Row
from amdesk.store.store import Store
from amdesk.store.table import marks


def people(store: Store, client_ids: Sequence[int]) -> list[Row]:
    """Contacts still there at these clients: client_id, id, name, role."""
    return store.rows(
        "SELECT client_id, id, name, role FROM contact "
        f"WHERE client_id IN ({marks(client_ids)}) AND deleted_at IS NULL AND left_on IS NULL ORDER BY id",
        client_ids,
    )


def addresses(store: Store, client_ids: Sequence[int]) -> list[Row]:
    """Every number and address of these clients: client_id, contact_id, value."""
    return store.rows(
        "SELECT client_id, contact_id, value FROM address "
        f"WHERE client_id IN ({marks(client_ids)}) ORDER BY id",
        client_ids,
    )

"""Another connection to a file in the middle of work: over one that met damage nothing more is read."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from amdesk.domain.key import Key
from amdesk.store import driver, opening
from amdesk.store.store import Store


def go_on(store: Store, path: Path, key: Key | None) -> None:
    """Read and write what is whole of a file over a new connection; what was done can no longer be undone."""
    with suppress(driver.DatabaseError):
        store.connection.close()
    store.connection = opening.connect(path, key)
    for made in ("log", "db"):  # they hold the one of before
        store.__dict__.pop(made, None)

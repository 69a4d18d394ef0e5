"""Forms being filled in, kept while they are typed, so that a crash costs no word; filters by their names."""

from __future__ import annotations

from amdesk.services.desk import Desk
from amdesk.store import unfinished as store

FILTERS = "filters"


def keep(desk: Desk, name: str, body: dict[str, object]) -> None:
    """Remember a form's fields under its name. No undo takes this back and no list hears of it."""
    desk.work.refuse()
    store.keep(desk.store, name, body, at=desk.now())


def read(desk: Desk, name: str) -> dict[str, object] | None:
    """The fields of a form left unfinished, or nothing."""
    return store.read(desk.store, name)


def forget(desk: Desk, name: str) -> None:
    """The form was finished or given up."""
    desk.work.refuse()
    store.forget(desk.store, name)

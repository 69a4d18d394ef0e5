"""What was last run or opened by its name, remembered across starts."""

from __future__ import annotations

from amdesk.services.desk import Desk
from amdesk.store import unfinished as store

_SLOT = "recent"
_MOST = 20


def note(desk: Desk, key: str) -> None:
    """This was chosen just now. No undo takes it back and no list hears of it."""
    kept = [key, *(one for one in listed(desk) if one != key)]
    store.keep(desk.store, _SLOT, {"keys": kept[:_MOST]}, at=desk.now())


def rename(desk: Desk, key: str, to: str) -> None:
    """What had this key is found under another one from now on."""
    kept = [to if one == key else one for one in listed(desk)]
    store.keep(desk.store, _SLOT, {"keys": list(dict.fromkeys(kept))}, at=desk.now())


def listed(desk: Desk) -> list[str]:
    """The keys noted, the newest first."""
    kept = (store.read(desk.store, _SLOT) or {}).get("keys")
    return [one for one in kept if isinstance(one, str)] if isinstance(kept, list) else []

"""What was deleted for good leaves no trace: its words soon, former values once no undo asks for them."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from amdesk.services import unfinished
from amdesk.services.desk import Desk
from amdesk.store import forgetting as store
from amdesk.store import records

_SLOT = "to forget"


def note(desk: Desk) -> None:
    """Something was just deleted for good; to be called within that step."""
    there = unfinished.read(desk, _SLOT) or {"since": records.last_id(desk.store, "step")}
    unfinished.keep(desk, _SLOT, {**there, "words": True})


def has_words(desk: Desk) -> bool:
    """Whether the index still holds words of what was deleted."""
    return bool((unfinished.read(desk, _SLOT) or {}).get("words"))


def words(desk: Desk) -> Generator[None, None, None]:
    """Rid the index of them, piece by piece; an undo writes what it brings back anew."""
    yield from store.words(desk.store)
    if there := unfinished.read(desk, _SLOT):
        unfinished.keep(desk, _SLOT, {**there, "words": False})


def values(desk: Desk, labels: Sequence[str]) -> bool:
    """Forget the former values, at the end of a program or when the next begins; whether there were any."""
    there = unfinished.read(desk, _SLOT)
    if there is None:
        return False
    store.values(desk.store, labels=labels, since=int(str(there["since"])))
    if there.get("words"):
        unfinished.keep(desk, _SLOT, {**there, "since": records.last_id(desk.store, "step") + 1})
    else:
        unfinished.forget(desk, _SLOT)
    return True

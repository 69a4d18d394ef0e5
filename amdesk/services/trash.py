"""The trash: what is in it, putting a record back, and letting go of what has been there long enough."""

from __future__ import annotations

from collections.abc import Sequence

from amdesk.domain.messages import N_
from amdesk.domain.text import fold
from amdesk.domain.trash import KEPT_FOR, Trashed
from amdesk.services.desk import Desk
from amdesk.store import attachments
from amdesk.store import trash as store


def find(desk: Desk, text: str = "") -> list[Trashed]:
    """What is in the trash and holds these words, newest first."""
    words = fold(text).split()
    return [one for one in store.all_of_it(desk.store) if _holds(one, words)]


def put_back(desk: Desk, wanted: Sequence[Trashed]) -> None:
    """Put records back where they were; one of a client that is in the trash brings that client along."""
    with desk.step(N_("Put back what was deleted")):
        for one in wanted:
            store.put_back(desk.store, one)


def remove(desk: Desk, wanted: Sequence[Trashed]) -> None:
    """Remove records for good, with all that hangs on them; until the program ends that can be undone."""
    with desk.step(N_("Delete for good")):
        _remove(desk, wanted)


def let_go(desk: Desk) -> int:
    """Remove what has been in the trash for 90 days; how many records that were."""
    old = store.older_than(desk.store, desk.now() - KEPT_FOR)
    if old:
        with desk.step(N_("Let go what was in the trash for 90 days")):
            _remove(desk, old)
    return len(old)


def _remove(desk: Desk, wanted: Sequence[Trashed]) -> None:
    """Clients last: what is of them would go with them."""
    for one in sorted(wanted, key=lambda one: one.noun == "client"):
        store.remove(desk.store, one)
    attachments.remove_ownerless(desk.store)


def _holds(one: Trashed, words: Sequence[str]) -> bool:
    said = fold(f"{one.title} {one.client}")
    return all(word in said for word in words)

"""The trash: what is in it, putting a record back, and letting go of what has been there long enough."""

from __future__ import annotations

from collections.abc import Sequence

from amdesk.domain.messages import N_
from amdesk.domain.text import fold
from amdesk.domain.trash import KEPT_FOR, Trashed
from amdesk.services import attachments as files
from amdesk.services import forgetting
from amdesk.services.desk import Desk
from amdesk.store import attachments
from amdesk.store import trash as store

_FOR_GOOD = N_("Delete for good")
_LET_GO = N_("Let go what was in the trash for 90 days")


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
    with desk.step(_FOR_GOOD):
        _remove(desk, wanted)


def let_go(desk: Desk) -> int:
    """Remove what has been in the trash for 90 days; how many records that were."""
    old = store.older_than(desk.store, desk.now() - KEPT_FOR)
    if old:
        with desk.step(_LET_GO):
            _remove(desk, old)
    return len(old)


def forget(desk: Desk) -> None:
    """Keep no former values of what was removed, at an end or a beginning: nothing of it is undone then."""
    if forgetting.values(desk, (_FOR_GOOD, _LET_GO)):
        files.forget(desk)


def _remove(desk: Desk, wanted: Sequence[Trashed]) -> None:
    """Clients last: what is of them would go with them."""
    for one in sorted(wanted, key=lambda one: one.noun == "client"):
        store.remove(desk.store, one)
    attachments.remove_ownerless(desk.store)
    forgetting.note(desk)


def _holds(one: Trashed, words: Sequence[str]) -> bool:
    said = fold(f"{one.title} {one.client}")
    return all(word in said for word in words)

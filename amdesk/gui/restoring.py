"""Coming back after a crash to what was being written."""

from __future__ import annotations

from typing import Protocol

from amdesk.gui import open_work
from amdesk.gui.navigation import Navigation
from amdesk.gui.place import Place
from amdesk.gui.registry import PAGES
from amdesk.services.desk import Desk


class Opener(Protocol):
    """A window, as far as coming back needs it."""

    @property
    def desk(self) -> Desk: ...
    @property
    def pages(self) -> Navigation: ...


def restore_unfinished(window: Opener) -> bool:
    """Open again what was being written when the program ended without a goodbye; whether there was any."""
    found = open_work.read(window.desk)
    if found is None or found.get("page") not in PAGES:
        return False
    id_, about, memory = found.get("id"), found.get("about"), found.get("memory")
    place = Place(
        str(found["page"]), id_ if isinstance(id_, int) else None, about if isinstance(about, int) else None
    )
    window.pages.go(place)
    if window.pages.page is not None and isinstance(memory, dict):
        window.pages.page.face.recall(memory)
    return True

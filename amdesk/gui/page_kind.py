"""A kind of page, as it stands in the table of all pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from amdesk.gui.page import Page
from amdesk.gui.place import Place
from amdesk.services.desk import Desk


class PageKind(NamedTuple):
    """How a page is built, and, if it is in the side bar, its words and picture.

    A page that can ``turn`` to another record of its kind is kept as those of the side bar are. One that
    ``acts`` does at once what it is asked for: not again when somebody comes back to it.
    """

    id: str
    build: Callable[[Desk, Place], Page]
    label: str = ""
    icon: str = ""
    side: Literal["top", "bottom", ""] = ""
    belongs_to: str = ""
    turn: Callable[[Page, Place], None] | None = None
    acts: bool = False

    @property
    def is_kept(self) -> bool:
        """Whether the page stays when it is left, and is not built again."""
        return bool(self.side) or self.turn is not None

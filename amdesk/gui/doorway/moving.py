"""Moving one's data to another folder, while there is no desk on them."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

from amdesk.gui.ask_files import ask_folder
from amdesk.gui.doorway.page import Refused
from amdesk.gui.doorway.under_way import UnderWayPage
from amdesk.gui.doorway.ways import nearest
from amdesk.gui.widgets.buttons import button
from amdesk.i18n.catalog import _
from amdesk.services import moving


class MovingPage(UnderWayPage):
    """It was chosen before; stopped or refused, the data open where they are, or another folder is chosen."""

    def __init__(self, refused: Refused) -> None:
        self._to = Path(str(refused.error.message.fields["to"]))
        ways = [
            button(_("Open where it is"), "primary", name="door-moving-open", run=self.try_again),
            button(_("Choose another folder…"), "", name="door-moving-elsewhere", run=self._ask),
            button(_("Try again"), "", name="door-moving-again", run=self.begin),
        ]
        super().__init__(
            refused, _("Moving your data"), ways, name="door-moving", steps=self._move,
            stopped=_("Nothing was moved: your data is where it was."), ended=_("Your data was not moved"),
        )  # fmt: skip

    def go_to(self, chosen: Path) -> None:
        """Move to another folder instead."""
        self._to = moving.place_in(chosen)
        self.begin()

    def _ask(self) -> None:
        ask_folder(
            self, _("Choose another folder…"), name="door-moving-dialog", then=self.go_to,
            at=nearest(self._to),
        )  # fmt: skip

    def _move(self) -> Generator[Any, None, Any]:
        folder = self.refused.folder
        assert folder is not None
        return moving.move(folder, self._to, self.refused.attempt.given.get("key"))

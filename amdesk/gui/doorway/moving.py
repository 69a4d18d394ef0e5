"""Moving one's data to another folder, while there is no desk on them."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

from amdesk.gui.doorway.page import Refused
from amdesk.gui.doorway.under_way import UnderWayPage
from amdesk.gui.widgets.buttons import button
from amdesk.i18n.catalog import _
from amdesk.services import moving


class MovingPage(UnderWayPage):
    """It was chosen before; stopped or refused, the data open where they are."""

    def __init__(self, refused: Refused) -> None:
        ways = [
            button(_("Open"), "primary", name="door-moving-open", run=self.try_again),
            button(_("Try again"), "", name="door-moving-again", run=self.begin),
        ]
        super().__init__(
            refused, _("Moving your data"), ways, name="door-moving", steps=self._move,
            stopped=_("Nothing was moved: your data are where they were."),
        )  # fmt: skip

    def _move(self) -> Generator[Any, None, Any]:
        folder = self.refused.folder
        assert folder is not None
        to = Path(str(self.refused.error.message.fields["to"]))
        return moving.move(folder, to, self.refused.attempt.given.get("key"))

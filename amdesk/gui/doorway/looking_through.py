"""A large file that a crash left open is looked through, while the window lives."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from amdesk.domain.errors import AmdeskError
from amdesk.gui.doorway.page import Refused
from amdesk.gui.doorway.under_way import UnderWayPage
from amdesk.gui.widgets.buttons import button
from amdesk.i18n.catalog import _, sentence
from amdesk.services.looking_through import ToLookThroughError, look_through


class LookingThroughPage(UnderWayPage):
    """What is sound opens; of what is not the next page tells."""

    def __init__(self, refused: Refused) -> None:
        ways = [
            button(_("Try again"), "primary", name="door-looking-again", run=self.begin),
            button(_("Quit"), "", name="door-looking-quit", run=self._quit),
        ]
        super().__init__(
            refused, _("Looking through your records"), ways, name="door-looking", steps=self._look,
            stopped=_("Nothing was changed: what is there stays as it is."),
        )  # fmt: skip
        self.stack.progress.say_beside(sentence(refused.error))
        self.stack.progress.bar.hide()  # how far it is, nobody knows

    @property
    def _its(self) -> ToLookThroughError:
        error = self.refused.error
        assert isinstance(error, ToLookThroughError)
        return error

    def _look(self) -> Generator[Any, None, Any]:
        return look_through(self._its.folder, self._its.key)

    def try_again(self) -> None:
        """Not looked through a second time here, whatever became of it."""
        given = {"key": self._its.key, "at_once": True}
        self.attempt_requested.emit(self.refused.attempt.with_given(**given))

    def _refuse(self, error: AmdeskError) -> None:
        self.try_again()

    def _quit(self) -> None:
        self.quit_requested.emit()

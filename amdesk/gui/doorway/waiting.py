"""Waiting for a locked keyring, of which the system may want the password, while the window lives."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from amdesk.gui.asking import Asking
from amdesk.gui.doorway.layout import inside, title
from amdesk.gui.doorway.page import DoorPage, Refused
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import label
from amdesk.i18n.catalog import _


class WaitingPage(DoorPage):
    """Asks in a thread: ``answered`` carries what came back, ``failed`` what was raised; cancelled, neither.

    What can be done ``instead`` has a button with those words, and is ``chosen``.
    """

    answered = Signal(object)
    failed = Signal(object)
    chosen = Signal()

    def __init__(
        self, refused: Refused, ask: Callable[[], object], *, said: str = "", instead: str = ""
    ) -> None:
        super().__init__(refused)
        self.setObjectName("door-waiting")
        self.setAccessibleName(_("Waiting for the keyring"))
        self.first = stop = button(_("Cancel"), "", name="door-stop", run=self._stop)
        other = button(instead, "", name="door-instead", run=self._choose)
        words = said or _("The system asks for the password of the keyring in a window of its own.")
        inside(
            self, title(_("Waiting for the keyring")), label(words, "body", name="door-text", wrap=True),
            Flow([stop, *([other] if instead else [])], name="door-waiting-ways", gap=SPACE.s),
        )  # fmt: skip
        self._asking = Asking(ask, self)
        self._asking.answered.connect(self.answered)
        self._asking.failed.connect(self.failed)
        self._asking.start()

    def _stop(self) -> None:
        self._asking.give_up()
        self.back_requested.emit()

    def _choose(self) -> None:
        self._stop()
        self.chosen.emit()

"""The window while the program is locked: asks for the passphrase, and shows nothing of anybody."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_
from amdesk.gui import theme
from amdesk.gui.doorway.layout import inside, title
from amdesk.gui.enter_key import presses
from amdesk.gui.speaking import say_role
from amdesk.gui.tab_order import Ground
from amdesk.gui.theme import SIZE
from amdesk.gui.widgets.ask_secret import AskSecret, ask_code, ask_passphrase
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import label
from amdesk.i18n.catalog import _, pgettext
from amdesk.services import folder_key, keys
from amdesk.services.desk import Desk


class LockWindow(QWidget):
    """``unlocked`` when the passphrase or the code was right; ``closed`` when one closes it, which ends or
    hides the program as it does for the window; ``quit_requested`` ends it.
    """

    unlocked = Signal()
    closed = Signal()
    quit_requested = Signal()

    def __init__(self, desk: Desk, beside: QWidget) -> None:
        """It stands where ``beside`` stands."""
        super().__init__()
        self._desk = desk
        self.setObjectName("lock-window")
        self.setWindowTitle("amdesk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "page")
        say_role(self, "Window")
        self._pages = QStackedWidget()
        self._pages.setObjectName("lock-pages")
        for page in (self._by_passphrase(), self._by_code()):
            self._pages.addWidget(page)
        ground = Ground(lambda: ((), self._pages))
        for inner, outer in ((self._pages, ground), (ground, self)):
            down = QVBoxLayout(outer)
            down.setContentsMargins(0, 0, 0, 0)
            down.addWidget(inner)
        self.setMinimumSize(QSize(*SIZE.least_door))
        self.restoreGeometry(beside.saveGeometry())
        self.setWindowState(beside.windowState() & ~Qt.WindowState.WindowActive)
        self._turn(0)

    def _by_passphrase(self) -> QWidget:
        self.passphrase = ask_passphrase(
            self._fits, go=_("Unlock"),
            others=[button(_("Quit"), "", name="lock-quit", run=self.quit_requested.emit)],
        )  # fmt: skip
        self.passphrase.opened.connect(lambda _: self.unlocked.emit())
        page = QWidget()
        page.setObjectName("lock-page")
        inside(
            page,
            title(_("amdesk is locked")),
            label(
                _("All is as you left it. Reminders ring, without names."),
                "body",
                name="lock-text",
                wrap=True,
            ),
            self.passphrase,
            button(_("Use the recovery code instead"), "link", name="lock-code", run=lambda: self._turn(1)),
        )
        return page

    def _by_code(self) -> QWidget:
        self.code = ask_code(
            self._fits_code, go=_("Unlock"),
            others=[button(_("Back"), "", name="lock-back", run=lambda: self._turn(0))],
        )  # fmt: skip
        self.code.opened.connect(lambda _: self.unlocked.emit())
        page = QWidget()
        page.setObjectName("lock-code-page")
        inside(page, title(pgettext("title", "Enter the recovery code")), self.code)
        return page

    def _turn(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        asked: AskSecret = (self.passphrase, self.code)[page]
        asked.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setAccessibleName((_("amdesk is locked"), pgettext("title", "Enter the recovery code"))[page])

    def _fits(self, text: str) -> object:
        if not keys.fits(self._desk, text):
            raise AmdeskError(N_("This is not the passphrase. Try once more."))
        return None

    def _fits_code(self, text: str) -> object:
        assert self._desk.folder is not None
        return folder_key.by_code(self._desk.folder, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back from the code to the passphrase."""
        if event.key() == Qt.Key.Key_Escape:
            self._turn(0)
        elif not presses(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.closed.emit()

"""What stands in a page's stead when it cannot be shown: why, and the way on; never half a page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.errors import AmdeskError, DamagedError
from amdesk.gui import faults
from amdesk.gui.page import Face
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.damaged import damaged
from amdesk.gui.widgets.empty import Empty
from amdesk.i18n.catalog import _, sentence


class TroublePage(QWidget):
    """Says what the person can mend in its own words, and of a mistake of ours that nothing is lost.

    ``again_requested`` when it is to be tried once more, ``left`` when not; ``door_requested`` where the file
    is damaged, and what can be done about that needs it closed.
    """

    TABLES: frozenset[str] = frozenset()
    place_requested = Signal(object)
    finished = Signal(object)
    again_requested = Signal()
    left = Signal()
    door_requested = Signal()

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.setObjectName("trouble")
        if isinstance(error, DamagedError):
            made = self._damaged()
        elif isinstance(error, AmdeskError):
            made = self._refused(error)
        else:
            made = self._failed(error)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(made)
        self.setAccessibleName(made.accessibleName())
        self.face = Face(title=lambda: self._title, focus=made.offered[0])

    def _refused(self, error: AmdeskError) -> Empty:
        self._title = _("Nothing to show")
        back = button(_("Back"), "primary", name="trouble-back", icon="back", run=self.left.emit)
        why = sentence(error.message)
        made = Empty("info", _("This page could not be shown"), why, actions=[back])
        made.setAccessibleName(why)  # what is read out as one comes here
        return made

    def _damaged(self) -> Empty:
        self._title = _("A part of your file is damaged")
        back = button(_("Back"), "", name="trouble-back", icon="back", run=self.left.emit)
        return damaged(
            _("This page could not be shown"), name="trouble", mend=self.door_requested.emit, beside=[back]
        )

    def _failed(self, error: Exception) -> Empty:
        what = faults.note(type(error), error.__traceback__)
        self._title = _("amdesk made a mistake")
        told = _(
            "Your records are safe, and everything else works. If it comes back, copy the lines that say "
            "where it happened and send them on: they hold none of your data."
        )
        again = button(_("Try again"), "primary", name="trouble-again", run=self.again_requested.emit)
        copy = button(
            _("Copy these lines"), "", name="trouble-copy", icon="copy",
            run=lambda: QGuiApplication.clipboard().setText(what),
        )  # fmt: skip
        return Empty("warning", _("This page could not be shown"), told, actions=[again, copy])

    def refresh(self) -> None:
        """It is asked for again as a whole, by who shows it."""

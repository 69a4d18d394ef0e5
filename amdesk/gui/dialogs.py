"""The few windows beside the window: so far the one that says that amdesk made a mistake."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from amdesk.gui import theme
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import label
from amdesk.i18n.catalog import _


class FaultWindow(QDialog):
    """Says calmly that something failed, that nothing was kept by halves, and what to send to whom."""

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fault")
        self.setWindowTitle(_("amdesk made a mistake"))
        self.setModal(False)
        theme.as_kind(self, "page")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.l)
        rows.setSpacing(SPACE.m)
        rows.addWidget(label(_("Something failed that should not have"), "title", name="fault-title"))
        words = _(
            "Your records are safe: what was being done was taken back as a whole. You can go on working. "
            "The lines below say where it happened; they hold none of your data."
        )
        rows.addWidget(label(words, "muted", name="fault-text", wrap=True))
        rows.addWidget(_details(what), 1)
        row = QHBoxLayout()
        row.addWidget(
            button(_("Copy these lines"), "", name="fault-copy", icon="copy", run=lambda: _copy(what))
        )
        row.addStretch()
        row.addWidget(button(_("Go on"), "primary", name="fault-close", run=self.accept))
        rows.addLayout(row)
        self.resize(QSize(SIZE.form, SIZE.form * 2 // 3))


def _details(what: str) -> QTextEdit:
    made = QTextEdit()
    made.setObjectName("fault-details")
    made.setAccessibleName(_("Where it happened"))
    made.setReadOnly(True)
    made.setPlainText(what)
    made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return made


def _copy(what: str) -> None:
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText(what)


def show_fault(what: str, parent: QWidget) -> None:
    """Show the window soon: never from within painting, and never two at a time."""

    def show() -> None:
        if any(dialog.isVisible() for dialog in parent.findChildren(FaultWindow)):
            return
        dialog = FaultWindow(what, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    QTimer.singleShot(0, parent, show)

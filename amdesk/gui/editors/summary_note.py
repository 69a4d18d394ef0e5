"""The private note: visibly apart from everything that goes to the client."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amdesk.gui import icons, theme
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets import help_mark
from amdesk.gui.widgets.desk_text import DeskText
from amdesk.gui.widgets.labels import label
from amdesk.i18n.catalog import _


class _Lock(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("private-lock")
        self.setFixedSize(SIZE.icon, SIZE.icon)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = theme.colours(self.palette()).warn.ink
        icons.paint(painter, QRect(0, 0, SIZE.icon, SIZE.icon), "private", ink)
        painter.end()


class PrivateNote(QWidget):
    """A tinted panel with a lock; ``changed`` tells of typing."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("private")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "private")
        self.field = DeskText(
            name="private-note", accessible=_("Private note"), lines=3,
            placeholder=_("Only for you: mood, doubts, what to watch"),
        )  # fmt: skip
        theme.as_kind(self.field, "private")
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        top.addWidget(_Lock())
        said = _("Private note – never leaves this desk")
        top.addWidget(label(said, "strong", name="private-heading", wrap=True), 1)
        top.addWidget(help_mark.HelpMark("private_note"), 0, Qt.AlignmentFlag.AlignTop)
        help_mark.about(self.field, "private_note")
        down = QVBoxLayout(self)
        down.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        down.setSpacing(SPACE.s)
        down.addLayout(top)
        down.addWidget(self.field)
        self.field.textChanged.connect(self.changed)

    def text(self) -> str:
        """The note."""
        return self.field.text()

    def show_text(self, text: str) -> None:
        """Show what the file has."""
        self.field.show_text(text)

"""One of a few numbered steps on a page: its number, its name, and what is asked."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from amdesk.gui import show, theme
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.labels import label


class _Number(QWidget):
    """A number in a circle; the step's name says it to a screen reader."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._words = show.count(number)
        self.setObjectName(f"step-number-{number}")
        self.setFixedSize(QSize(theme.scaled(SPACE.xl), theme.scaled(SPACE.xl)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = theme.colours(self.palette())
        painter.setPen(QColor(c.info.ink) if c.lined else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.info.fill))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        painter.setPen(QColor(c.info.ink))
        painter.setFont(theme.font("section"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._words)
        painter.end()


class Step(QWidget):
    """A step; ``text`` says in a sentence what becomes of it."""

    def __init__(self, number: int, title: str, text: str, body: QWidget) -> None:
        super().__init__()
        self.setObjectName(f"step-{number}")
        self.setAccessibleName(title)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE.l)
        across.addWidget(_Number(number), 0, Qt.AlignmentFlag.AlignTop)
        down = QVBoxLayout()
        down.setSpacing(SPACE.s)
        heading = label(title, "title", name=f"step-title-{number}")
        heading.setMinimumHeight(theme.scaled(SPACE.xl))
        down.addWidget(heading)
        if text:
            down.addWidget(label(text, "caption", name=f"step-text-{number}", wrap=True))
        body.setSizePolicy(QSizePolicy.Policy.Preferred, body.sizePolicy().verticalPolicy())
        down.addWidget(body)
        across.addLayout(down, 1)

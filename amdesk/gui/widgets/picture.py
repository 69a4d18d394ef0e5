"""An icon standing on a page, in the quiet colour or in that of a tone."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from amdesk.gui import icons, theme
from amdesk.gui.theme import SIZE


class Picture(QLabel):
    """A small picture, in the middle of a line's height; ``words`` say to a screen reader what it shows."""

    def __init__(self, icon: str, words: str, *, tone: str = "", pixels: int = SIZE.icon) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._icon, self._tone = icon, tone
        self.setObjectName(f"picture-{icon}")
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._pixels = pixels
        self.setFixedSize(QSize(pixels, max(pixels, self.fontMetrics().lineSpacing())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = theme.colours(self.palette())
        square = QRect(0, (self.height() - self._pixels) // 2, self._pixels, self._pixels)
        icons.paint(painter, square, self._icon, c.tone(self._tone).ink if self._tone else c.muted)
        painter.end()

"""A picture on a page: painted to its width, its marks told by the pointer and walked through by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from amdesk.domain.picture import Mark, Picture, Reader
from amdesk.gui import theme
from amdesk.gui.painting import Brush, Letters
from amdesk.gui.speaking import announce, say_role
from amdesk.gui.theme import RADIUS, RING, SPACE
from amdesk.gui.widgets.labels import tool_tip

# What is shown, made for a size in pixels; time runs in it as the person has it.
Maker: TypeAlias = Callable[[tuple[float, float]], Picture]
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class PictureView(QWidget):
    """``told`` carries the sentence of the mark the keys are on, if any; ``opened`` what is behind it."""

    told = Signal(str)
    opened = Signal(str, int)

    def __init__(self, letters: Letters, reads: Reader, *, name: str, height: int) -> None:
        super().__init__()
        say_role(self, "Chart")
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.scaled(height))
        self._letters, self._reads = letters, reads
        self._make: Maker | None = None
        self._picture: Picture | None = None
        self._at: int | None = None

    @property
    def picture(self) -> Picture | None:
        """What is painted, for the size of the moment."""
        if self._picture is None and self._make is not None:
            scale = theme.enlargement()
            room = self.width() / scale - 2 * SPACE.s, self.height() / scale - 2 * SPACE.s
            self._picture = self._make(room)
        return self._picture

    @property
    def mark(self) -> Mark | None:
        """The mark the keys are on."""
        marks = self.picture.marks if self.picture is not None else ()
        return marks[self._at] if self._at is not None and self._at < len(marks) else None

    def show_picture(self, make: Maker) -> None:
        """Show another one; the keys stay on the mark in the same place."""
        self._make, self._picture = make, None
        if self.picture is not None:
            self.setAccessibleName(self._reads.tell(self.picture.said))
        self._tell()
        self.update()

    def go(self, at: int | None) -> None:
        """Put the keys on a mark, counted in the order of time, and say what it is."""
        self._at = at
        self._tell()
        if self.mark is not None:
            announce(self, self._reads.say(self.mark.said))
        self.update()

    def _tell(self) -> None:
        said = self._reads.say(self.mark.said) if self.mark is not None else ""
        self.setAccessibleDescription(said)
        self.told.emit(said)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(theme.SIZE.form), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(theme.SIZE.promises), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture is None:
            return
        c = theme.colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(c.focus), RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS.s, RADIUS.s)
        painter.scale(theme.enlargement(), theme.enlargement())
        painter.translate(SPACE.s, SPACE.s)
        Brush(c, self._letters).paint(painter, self.picture.shapes)
        if self.mark is not None and self.hasFocus():
            painter.setPen(QPen(QColor(c.focus), RING))
            reach = self.mark.reach + RING
            painter.drawEllipse(QPointF(self.mark.x, self.mark.y), reach, reach)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, count = Qt.Key(event.key()), len(self.picture.marks) if self.picture is not None else 0
        if not count or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _ENDS:
            self.go(_ENDS[key] % count)
        elif key in _STEPS:
            self._step(_STEPS[key], count)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.mark is not None and self.mark.id:
            self.opened.emit(self.mark.kind, self.mark.id)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int, count: int) -> None:
        """One mark to the side the arrow points to."""
        assert self.picture is not None
        later = by if self.picture.marks[-1].x >= self.picture.marks[0].x else -by
        if self._at is None:
            self.go(0 if later > 0 else count - 1)
        else:
            self.go(max(min(self._at + later, count - 1), 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.go(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.go(self.mark_at(event.position()))

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return super().event(event)
        at = self.mark_at(QPointF(event.pos()))
        if at is None or self.picture is None:
            QToolTip.hideText()
        else:
            said = self._reads.say(self.picture.marks[at].said)
            QToolTip.showText(event.globalPos(), tool_tip(said), self)
        return True

    def mark_at(self, place: QPointF) -> int | None:
        """Which mark lies under a point; of several the nearest."""
        if self.picture is None:
            return None
        scale = theme.enlargement()
        x, y = place.x() / scale - SPACE.s, place.y() / scale - SPACE.s
        under = [n for n, mark in enumerate(self.picture.marks) if mark.holds(x, y)]
        marks = self.picture.marks
        return min(under, key=lambda n: (marks[n].x - x) ** 2 + (marks[n].y - y) ** 2, default=None)

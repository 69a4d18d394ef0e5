"""Putting widgets together: columns, rows, scroll areas, and emptying them again."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from amdesk.gui import theme
from amdesk.gui.theme import SPACE


def column(*parts: QWidget, name: str, gap: int = SPACE.s, margin: int = 0) -> QWidget:
    """Widgets one under the other."""
    made = QWidget()
    made.setObjectName(name)
    fill(QVBoxLayout(made), parts, gap=gap, margin=margin)
    return made


def row(*parts: QWidget, name: str, gap: int = SPACE.s, stretch: bool = True) -> QWidget:
    """Widgets side by side, kept at the leading end unless they share the width."""
    made = QWidget()
    made.setObjectName(name)
    across = QHBoxLayout(made)
    fill(across, parts, gap=gap, margin=0)
    if stretch:
        across.addStretch()
    return made


def fill(layout: QBoxLayout, parts: Iterable[QWidget], *, gap: int, margin: int) -> None:
    """Set a layout's distances and put widgets into it."""
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(gap)
    for part in parts:
        layout.addWidget(part)


def margins(layout: QLayout, *, leading: int, top: int, trailing: int, bottom: int) -> None:
    """Set a layout's margins by the way one reads: Qt turns what is in a layout, but not what is around it."""
    rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    left, right = (trailing, leading) if rtl else (leading, trailing)
    layout.setContentsMargins(left, top, right, bottom)


def scroll(widget: QWidget, *, name: str) -> QScrollArea:
    """A page that is longer than the window, scrolled up and down only."""
    made = QScrollArea()
    made.setObjectName(name)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setWidgetResizable(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    theme.as_kind(made, "page")
    theme.as_kind(widget, "page")
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setWidget(widget)
    return made


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)


class Flow(QWidget):
    """Small things in a line that breaks where the room ends, such as badges."""

    def __init__(self, parts: Iterable[QWidget], *, name: str, gap: int = SPACE.xs) -> None:
        super().__init__()
        self._gap = gap
        self.setObjectName(name)
        self._parts = list(parts)
        for part in self._parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(SPACE.xxl * 3, self._place(max(self.width(), SPACE.xxl * 3), move=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width(), move=True)
        self.updateGeometry()

    def _place(self, width: int, *, move: bool) -> int:
        """Lay the parts out in a width; the height they take."""
        x = y = high = 0
        for part in self._parts:
            size = part.sizeHint()
            if x and x + size.width() > width:
                x, y, high = 0, y + high + SPACE.xs, 0
            if move:
                room = QRect(x, y, min(size.width(), width), size.height())
                part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), room))
            x, high = x + size.width() + self._gap, max(high, size.height())
        return y + high

"""Putting widgets together: columns, rows, scroll areas, and emptying them again."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from amdesk.gui import theme
from amdesk.gui.speaking import say_role
from amdesk.gui.theme import SIZE, SPACE


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


def margins(around: QLayout | QWidget, *, leading: int, top: int, trailing: int, bottom: int) -> None:
    """Set margins by the way one reads: Qt turns what is in a layout or a part, not what is around it."""
    rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    left, right = (trailing, leading) if rtl else (leading, trailing)
    around.setContentsMargins(left, top, right, bottom)


class PageArea(QScrollArea):
    """An area that takes what room there is. Qt would ask what it holds how large that would be without it,
    and lay all of it out twice.
    """

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


def scroll(widget: QWidget, *, name: str) -> QScrollArea:
    """A page that is longer than the window, scrolled up and down only."""
    made = PageArea()
    say_role(made, "Grouping")
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


def bounded(part: QWidget) -> QHBoxLayout:
    """A part no wider than it wants to be, whose height is asked for at that width."""
    across = QHBoxLayout()
    across.addWidget(part, 1)
    across.addStretch()
    return across


def form_area(inner: QWidget, *, name: str, sides: int, top: int = 0) -> QScrollArea:
    """A column no wider than a form, scrolled where the window is lower; the distances are around it."""
    inner.setMaximumWidth(theme.scaled(SIZE.form))
    around = QWidget()
    around.setObjectName(f"{name}-inner")
    rows = QVBoxLayout(around)
    rows.setContentsMargins(sides, top, sides, SPACE.xl)
    rows.addLayout(bounded(inner))
    rows.addStretch()
    return scroll(around, name=name)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)

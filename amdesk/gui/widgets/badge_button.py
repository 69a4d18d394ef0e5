"""A badge one can press: it looks as everywhere else, and opens what it can be changed to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from amdesk.gui import theme
from amdesk.gui.theme import RADIUS
from amdesk.gui.widgets import badge as badges
from amdesk.gui.widgets.badge import Badge


class BadgeButton(QPushButton):
    """``run`` gets the button itself, to open a menu below it; ``tip`` says what it is for."""

    def __init__(self, badge: Badge, run: Callable[[QPushButton], object], *, name: str, tip: str) -> None:
        super().__init__()
        self.badge = badge
        self.setObjectName(name)
        self.setAccessibleName(badge.text)
        self.setAccessibleDescription(tip)
        self.setToolTip(tip)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.as_kind(self, "badge")
        self.clicked.connect(lambda *_: run(self))

    def sizeHint(self) -> QSize:
        return badges.size(self.badge)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = theme.colours(self.palette())
        badges.paint(painter, self.rect(), self.badge, direction=self.layoutDirection(), colours=c)
        if self.hasFocus() or self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            wide = theme.RING if self.hasFocus() else 1
            painter.setPen(QPen(QColor(c.focus if self.hasFocus() else c.tone(self.badge.tone).ink), wide))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = wide / 2
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS.s, RADIUS.s
            )  # fmt: skip
        painter.end()

"""The side bar: one item for each page, the present one lit."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from amdesk.gui import icons, theme
from amdesk.gui.colours import Colours
from amdesk.gui.mirror import visual_rect
from amdesk.gui.theme import RADIUS, RING, SIZE, SPACE

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class NavItem(QAbstractButton):
    """One place of the side bar: a picture, its words, and a count where one is worth saying.

    ``stepped`` asks for the keys to go on to another.
    """

    stepped = Signal(int)

    def __init__(self, text: str, icon: str, *, name: str) -> None:
        super().__init__()
        self._icon = icon
        self._count = self._tone = ""
        self.setText(text)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one of several, as a screen reader says it
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: str, told: str, *, tone: str = "") -> None:
        """Show a count (already in the language's digits), or none when empty; ``told`` says it aloud."""
        self._count, self._tone = count, tone
        self.updateGeometry()
        self.setAccessibleDescription(told if count else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the words as they stand out when one is there, and for a count behind them."""
        font = QFontMetrics(theme.font("strong"))
        words = font.horizontalAdvance(self.text()) + SIZE.icon + 3 * SPACE.m
        counted = font.horizontalAdvance(self._count) + SPACE.s if self._count else 0
        return QSize(words + counted, max(SIZE.row + SPACE.xs // 2, font.height() + SPACE.m))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down only go there, as in a list; Qt would open each place on the way."""
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        c = theme.colours(self.palette())
        self._paint_ground(painter, c)
        inner = self.rect().adjusted(SPACE.m, 0, -SPACE.m, 0)
        turned = self.layoutDirection()
        ink = c.accent if self.isChecked() else c.muted
        square = QRect(inner.left(), inner.center().y() - SIZE.icon // 2, SIZE.icon, SIZE.icon)
        icons.paint(painter, visual_rect(turned, inner, square), self._icon, ink)
        words = visual_rect(turned, inner, inner.adjusted(SIZE.icon + SPACE.m, 0, 0, 0))
        painter.setPen(QColor(c.text))
        painter.setFont(theme.font("strong" if self.isChecked() else "body"))
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(leading), self.text())
        if self._count:
            painter.setPen(QColor(c.tone(self._tone).ink if self._tone else c.muted))
            painter.setFont(theme.font("caption"))
            trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, int(trailing), self._count)
        painter.end()

    def _paint_ground(self, painter: QPainter, c: Colours) -> None:
        lit = c.selected if self.isChecked() else c.pressed if self.underMouse() else ""
        painter.setPen(QPen(QColor(c.focus), RING) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(lit) if lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS.m, RADIUS.m)


class NavTask(NavItem):
    """Something to be done once, among the places and like one of them; ``why`` is said under the mouse."""

    def __init__(self, text: str, icon: str, *, name: str, why: str) -> None:
        super().__init__(text, icon, name=name)
        self.setAutoExclusive(False)
        self.setCheckable(False)
        self.setToolTip(why)
        self.set_count("!", why, tone="warn")


class SideBar(QWidget):
    """The places of the window, top and bottom; ``chosen`` gives the page's id."""

    chosen = Signal(str)

    def __init__(self, *, name: str, accessible: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        theme.as_kind(self, "side")
        self.items: dict[str, NavItem] = {}
        self._lighting = self._was_lit = False
        self._group = QButtonGroup(self)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        self._rows.setSpacing(SPACE.xs // 2)

    def sizeHint(self) -> QSize:
        """As wide as its words need, and never narrower."""
        needed = self._rows.sizeHint()
        return QSize(max(SIZE.side_bar, needed.width()), needed.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def add(self, page: str, text: str, icon: str) -> None:
        """One more place."""
        item = NavItem(text, icon, name=f"side-{page}")
        # a screen reader toggles what a hand presses; the lit one is pressed to come back to its list
        item.toggled.connect(lambda on: self.chosen.emit(page) if on and not self._lighting else None)
        item.pressed.connect(lambda: setattr(self, "_was_lit", item.isChecked()))
        item.clicked.connect(lambda: self.chosen.emit(page) if self._was_lit else None)
        item.stepped.connect(lambda by: self._step(item, by))
        self._group.addButton(item)
        self._rows.addWidget(item)
        self.items[page] = item

    def add_task(self, item: NavTask) -> None:
        """Something to be done, right above the places that follow."""
        self._rows.addWidget(item)

    def _step(self, item: NavItem, by: int) -> None:
        items = [one for one in self.items.values() if not one.isHidden()]
        items[(items.index(item) + by) % len(items)].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_item(self, page: str, *, shown: bool) -> None:
        """Let a place be there, or not for now."""
        self.items[page].setVisible(shown)

    def add_widget(self, widget: QWidget) -> None:
        """Something else than a place."""
        self._rows.addWidget(widget)
        self._rows.addSpacing(SPACE.s)

    def add_gap(self) -> None:
        """What follows stands apart."""
        self._rows.addSpacing(SPACE.xs)

    def add_stretch(self) -> None:
        """What follows stands at the bottom."""
        self._rows.addStretch()

    def light(self, page: str) -> None:
        """Show which place one is in; Tab stops there, or at the first."""
        self._lighting = True
        self._group.setExclusive(False)  # a page that has no place here leaves all of them unlit
        for name, item in self.items.items():
            item.setChecked(name == page)
        self._group.setExclusive(True)
        is_there = page in self.items and not self.items[page].isHidden()
        stop = page if is_there else next(iter(self.items))
        for name, item in self.items.items():
            item.setFocusPolicy(Qt.FocusPolicy.TabFocus if name == stop else Qt.FocusPolicy.NoFocus)
        self._lighting = False

"""The two bars that speak: what went wrong (above the page), and what was done and can be undone (below)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QHBoxLayout, QWidget

from amdesk.gui import theme
from amdesk.gui.speaking import announce
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import button, icon_button
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.layout import margins


class MessageBar(QWidget):
    """One sentence about what could not be done; stays until it is closed or the next thing succeeds."""

    def __init__(self, *, close: str) -> None:
        super().__init__()
        self.setObjectName("message-bar")
        ground = QWidget()
        ground.setObjectName("message-ground")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(ground, "message")
        around = QHBoxLayout(self)
        around.setContentsMargins(SPACE.xl, 0, SPACE.xl, SPACE.m)
        around.addWidget(ground)
        row = QHBoxLayout(ground)
        margins(row, leading=SPACE.l, top=SPACE.xs, trailing=SPACE.s, bottom=SPACE.xs)
        self.words = label("", "body", name="message", wrap=True)
        row.addWidget(self.words, 1)
        self._go: Callable[[], object] = lambda: None
        self.way = button("", "", name="message-way", run=self._run)
        self.way.hide()
        row.addWidget(self.way)
        row.addWidget(
            icon_button(close, name="message-close", icon="close", run=self.hide),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        self.hide()

    def say(self, text: str, *, way: str = "", run: Callable[[], object] | None = None) -> None:
        """Show a sentence, and a ``way`` on where there is one (both already translated)."""
        set_text(self.words, text)
        self.way.setText(way)
        self.way.setAccessibleName(way)
        self.way.setVisible(bool(way))
        if run is not None:
            self._go = run
        self.setAccessibleName(text)
        self.show()
        announce(self, text, at_once=True)

    def _run(self) -> None:
        self._go()


class UndoBar(QWidget):
    """What was just done, with the way back; floats over the foot of the page and leaves by itself.

    Leaving is no loss: the same step stays in the Edit menu.
    """

    def __init__(self, parent: QWidget, *, foot: Callable[[], QWidget | None]) -> None:
        """Stands above the ``foot``, where the page says something there that is to be read."""
        super().__init__(parent)
        self._foot = foot
        self._run: Callable[[], object] = lambda: None
        self.setObjectName("undo-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "undo")
        row = QHBoxLayout(self)
        margins(row, leading=SPACE.l, top=SPACE.xs + 2, trailing=SPACE.s, bottom=SPACE.xs + 2)
        row.setSpacing(SPACE.m)
        self.words = label("", "body", name="undo-words")
        self.action = button("", "", name="undo-action", run=self._act)
        row.addWidget(self.words)
        row.addWidget(self.action)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(SPACE.xl)
        shadow.setOffset(0, SPACE.xs)
        shadow.setColor(theme.SHADOW)
        self.setGraphicsEffect(shadow)
        self._timer = QTimer(self, singleShot=True, interval=SIZE.undo_ms)
        self._timer.timeout.connect(self._leave)
        self.hide()

    def say(self, text: str, action: str, run: Callable[[], object]) -> None:
        """Show what was done and the one thing that can be done about it."""
        self._run = run
        set_text(self.words, text)
        self.action.setText(action)
        self.action.setAccessibleName(action)
        self.setAccessibleName(text)
        self.show()
        self.place()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def _leave(self) -> None:
        """Go, unless a hand or the keys are on it."""
        if self.underMouse() or self.action.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _act(self) -> None:
        self._run()

    def place(self) -> None:
        """Stand at the foot of the parent, in the middle."""
        self.adjustSize()
        parent = self.parentWidget()
        if parent is None:
            return
        within = parent.rect()
        x = within.center().x() - self.width() // 2
        y = within.height() - SPACE.xxl
        foot = self._foot()
        if foot is not None and foot.isVisible():
            y = min(y, foot.mapTo(parent, QPoint(0, 0)).y())
        self.move(QPoint(x, y - self.height()))

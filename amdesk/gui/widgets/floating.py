"""What floats above the window: its ground is the style sheet's, and no key pressed in it is the window's."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget


def keeps_key(event: QEvent) -> bool:
    """Whether it is a key that would be a shortcut of the window behind; it is then kept from it."""
    if event.type() != QEvent.Type.ShortcutOverride:
        return False
    event.accept()
    return True


def paint_ground(widget: QWidget) -> None:
    """Paint the ground by the style sheet's rule: round corners, so nothing else is painted behind them."""
    from PySide6.QtWidgets import QStyle, QStyleOption  # not for the first paint: 7 ms of names

    option = QStyleOption()
    option.initFrom(widget)
    painter = QPainter(widget)
    widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, widget)
    painter.end()

"""Where a part of a line lies when the line is read from right to left."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt


def visual_rect(direction: Qt.LayoutDirection, within: QRect, part: QRect) -> QRect:
    """The part as it is, or on the other side in a line read from right to left.

    QStyle has the same, but its class comes with enumerations of four hundred names, which Python would have
    to make before the window is painted.
    """
    if direction != Qt.LayoutDirection.RightToLeft:
        return part
    return part.translated(within.left() + within.right() - part.left() - part.right(), 0)

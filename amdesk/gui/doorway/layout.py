"""How a page in the doorway is laid out: the mark and what is the matter above, one column in the middle."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from amdesk.gui import theme
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.tray.mark import mark
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.layout import column, scroll


def title(words: str) -> QWidget:
    """The program's mark, and what is the matter."""
    picture = QLabel()
    picture.setObjectName("door-mark")
    picture.setPixmap(mark().pixmap(SIZE.big_icon, SIZE.big_icon))
    made = QWidget()
    made.setObjectName("door-head")
    across = QHBoxLayout(made)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(SPACE.l)
    across.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(label(words, "display", name="door-title", wrap=True), 1)
    return made


def inside(page: QWidget, *parts: QWidget) -> None:
    """Lay out what a page in the doorway holds: one column in the middle, scrolled where it is too long."""
    inner = column(*parts, name="door-inner", gap=SPACE.l)
    inner.setMaximumWidth(theme.scaled(SIZE.form))
    around = QWidget()
    around.setObjectName("door-around")
    across = QHBoxLayout(around)
    across.setContentsMargins(SPACE.xl, SPACE.xxl, SPACE.xl, SPACE.xl)
    across.addStretch(1)
    across.addWidget(inner, 100, Qt.AlignmentFlag.AlignVCenter)
    across.addStretch(1)
    down = QVBoxLayout(page)
    down.setContentsMargins(0, 0, 0, 0)
    down.addWidget(scroll(around, name="door-scroll"))

"""What stands where nothing is: a picture, a sentence, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.labels import label
from amdesk.gui.widgets.picture import Picture


class Empty(QWidget):
    """An empty state; ``action`` is the one thing that fills it."""

    def __init__(self, icon: str, title: str, text: str = "", *, action: QPushButton | None = None) -> None:
        super().__init__()
        self.setObjectName("empty")
        self.setAccessibleName(title)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE.xl, SPACE.xxl, SPACE.xl, SPACE.xxl)
        rows.setSpacing(SPACE.s)
        rows.addStretch(2)
        rows.addWidget(Picture(icon, "", pixels=SIZE.big_icon), 0, Qt.AlignmentFlag.AlignHCenter)
        self.title = label(title, "title", name="empty-title", wrap=True)
        self.text = label(text, "muted", name="empty-text", wrap=True)
        for words in (self.title, self.text):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            rows.addWidget(words)
        self.text.setVisible(bool(text))
        if action is not None:
            rows.addSpacing(SPACE.s)
            rows.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(3)

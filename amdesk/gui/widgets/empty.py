"""What stands where nothing is: a picture, a sentence, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from amdesk.gui import theme
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.picture import Picture


class Empty(QWidget):
    """An empty state, which ``said`` a text at first; ``actions`` are what fills it, the likeliest first."""

    def __init__(
        self, icon: str, title: str, text: str = "", *, action: QPushButton | None = None,
        actions: Sequence[QPushButton] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        self.said = text
        self.offered = (*([action] if action is not None else ()), *actions)
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
            words.setMaximumWidth(theme.scaled(SIZE.form))
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            rows.addLayout(_in_the_middle([words], share=10))
        self.text.setVisible(bool(text))
        if self.offered:
            self.setFocusProxy(self.offered[0])
            rows.addSpacing(SPACE.s)
            rows.addLayout(_in_the_middle(self.offered))
        rows.addStretch(3)

    def advise(self, text: str) -> None:
        """Say something else of what can be done."""
        set_text(self.text, text)
        self.text.setVisible(bool(text))


def step_into(shown: QWidget | None, found: Callable[[], object]) -> None:
    """Go on by key from what is looked for: into what was found, or to the way out where nothing was."""
    if isinstance(shown, Empty):
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        found()


def _in_the_middle(parts: Sequence[QWidget], *, share: int = 0) -> QHBoxLayout:
    across = QHBoxLayout()
    across.setSpacing(SPACE.s)
    across.addStretch(1)
    for part in parts:
        across.addWidget(part, share)
    across.addStretch(1)
    return across

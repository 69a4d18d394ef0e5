"""A button whose words are the person's data: isolated, shortened where the room ends, never a mnemonic."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from amdesk.gui import icons, theme
from amdesk.gui.theme import SIZE, SPACE, Role
from amdesk.gui.widgets.buttons import Link
from amdesk.i18n.bidi import LRM, isolate


class DataButton(Link):
    """``kind`` is link or name; ``code`` data (numbers, addresses) is always written left to right."""

    def __init__(
        self,
        text: str,
        kind: str,
        *,
        name: str,
        run: Callable[[], object],
        icon: str = "",
        code: bool = False,
    ) -> None:
        super().__init__()
        self.data = text
        self._mark = LRM if code else ""
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(SPACE.xxl)
        theme.as_kind(self, kind)
        if icon:
            self.setIconSize(QSize(SIZE.icon + SPACE.xs, SIZE.icon))
            self.show_icon(icon)
        self._show(text)
        self.clicked.connect(lambda *_: run())

    def show_icon(self, icon: str) -> None:
        """Show another picture before the words."""
        self.setIcon(icons.icon(icon, Role.Link))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # as Qt reckons a button's size: the picture, a little room, the words
        room = self.width() - (0 if self.icon().isNull() else self.iconSize().width() + SPACE.xs)
        # both ends of an address tell it from another; a sentence is read from its beginning
        cut = Qt.TextElideMode.ElideMiddle if self._mark else Qt.TextElideMode.ElideRight
        self._show(self.fontMetrics().elidedText(self.data, cut, room))

    def _show(self, text: str) -> None:
        self.setText(isolate(f"{self._mark}{text}{self._mark}").replace("&", "&&"))

"""How the window stands on the screen, and its side bar within: remembered from one start to the next."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from amdesk.domain.errors import AmdeskError
from amdesk.gui import theme
from amdesk.gui.theme import SIZE
from amdesk.gui.widgets.layout import margins
from amdesk.services.desk import Desk

# Closing may mean that the window only goes out of sight, and that nothing closes later.
_LEAVING = {QEvent.Type.Close, QEvent.Type.Hide}


class SideSplit(QSplitter):
    """The side bar and the page; the line between is drawn by hand, and over the edge to fold it away."""

    def __init__(self, side: QWidget, page: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("side-split")
        theme.as_kind(self, "frame")
        self.setHandleWidth(1)  # Qt makes so thin a line easy to take hold of
        side.setMaximumWidth(theme.scaled(SIZE.side_bar * 2))
        self._side = side
        self.addWidget(side)
        self.addWidget(page)
        self.setCollapsible(1, False)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.handle(1).setObjectName("side-edge")
        if self.isRightToLeft():  # Qt lays all that a splitter holds one pixel too far right
            margins(self, leading=-1, top=0, trailing=1, bottom=0)

    @property
    def width_of_side(self) -> int:
        """The side bar's width, nothing while it is folded away."""
        return int(self.sizes()[0])

    def give_side(self, width: int) -> None:
        """Give the side bar so much of the width; with nothing, fold it away."""
        self.setSizes([width, max(self.width() - width, 1)])

    def turn(self) -> None:
        """Fold the side bar away, or show it as wide as its words."""
        self.give_side(0 if self.width_of_side else self._side.sizeHint().width())


class WindowPlace(QObject):
    """Puts a window where the last one stood, and remembers when it closes; not of a desk in memory."""

    def __init__(self, window: QMainWindow, split: SideSplit, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._split, self._desk = window, split, desk
        window.resize(QSize(*SIZE.window))
        window.restoreGeometry(QByteArray.fromBase64(desk.settings["window"].encode()))
        if (width := desk.settings["side_bar"]).isdecimal():
            split.give_side(int(width))
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LEAVING and self._desk.folder is not None:
            with suppress(AmdeskError):  # a window that cannot be remembered closes all the same
                self._remember()
        return super().eventFilter(watched, event)

    def _remember(self) -> None:
        stands = {"side_bar": str(self._split.width_of_side)}
        if not self._window.isFullScreen():
            stands["window"] = bytes(self._window.saveGeometry().toBase64().data()).decode()
        for key, value in stands.items():
            if value != self._desk.settings[key]:
                self._desk.settings.choose(key, value)

"""A line that breaks where the room ends: for badges, choices, tools, boxes to tick."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from amdesk.gui.mirror import visual_rect
from amdesk.gui.theme import SPACE


class FlowLayout(QLayout):
    """Lays its widgets side by side in the way one reads, and goes on below where they do not fit.

    ``gap`` stands between neighbours, and between lines as well where it is small, unless ``below`` says how
    much does there: where the parts are fields, as much as in the form around them. Those that expand share
    what is left of their line; they may be as narrow as their minimum. ``even`` parts stand in columns, all
    of one width: as many side by side as find room.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int = SPACE.xs,
        below: int | None = None,
        even: bool = False,
    ) -> None:
        super().__init__(parent)
        self._even = even
        self._items: list[QLayoutItem] = []
        self._gap, self._below = gap, min(gap, SPACE.s) if below is None else below
        self._heights: dict[int, int] = {}  # for each width asked about since something changed
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        across = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        return QSize(across, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest one alone."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, within: QRect, *, move: bool) -> int:
        """Lay the parts out; the height they take."""
        parent = self.parentWidget()
        turned = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        y = 0
        for line in self._lines(within.width()):
            high = max(size.height() for _, size in line)
            x = 0
            for item, size in line:
                if move:
                    at = QPoint(x, y + (high - size.height()) // 2) + within.topLeft()
                    item.setGeometry(visual_rect(turned, within, QRect(at, size)))
                x += size.width() + self._gap
            y += high + self._below
        return max(y - self._below, 0)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """What stands on each line in a width, and how large it is there."""
        return self._in_columns(width) if self._even else self._filled(width)

    def _in_columns(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        shown = self._shown()
        widest = max((_least(item) for item in shown), default=0)
        across = max(min(len(shown), (width + self._gap) // (widest + self._gap)), 1)
        column = (width - self._gap * (across - 1)) // across
        sized = [(item, QSize(column, _height(item, column))) for item in shown]
        return [sized[at : at + across] for at in range(0, len(sized), across)]

    def _filled(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, int, bool]]] = []
        room = 0
        for item in self._shown():
            grows = _expands(item)
            needed = min((item.minimumSize() if grows else item.sizeHint()).width(), width)
            if not lines or needed > room:
                lines.append([])
                room = width
            lines[-1].append((item, needed, grows))
            room -= needed + self._gap
        return [self._shared(line, width) for line in lines]

    def _shared(
        self, line: list[tuple[QLayoutItem, int, bool]], width: int
    ) -> list[tuple[QLayoutItem, QSize]]:
        """One line, its parts as wide as they are there and as high as that makes them."""
        growing = sum(grows for _, _, grows in line)
        left = width - sum(needed + self._gap for _, needed, _ in line) + self._gap
        made = []
        for item, needed, grows in line:
            across = needed + (max(left, 0) // growing if grows else 0)
            made.append((item, QSize(across, _height(item, across))))
        return made


def _expands(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _least(item: QLayoutItem) -> int:
    """How wide a part is at least."""
    return (item.minimumSize() if _expands(item) else item.sizeHint()).width()


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class Flow(QWidget):
    """Small things in such a line."""

    def __init__(
        self, parts: Iterable[QWidget], *, name: str, gap: int = SPACE.xs, below: int | None = None
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        line = FlowLayout(self, gap=gap, below=below)
        for part in parts:
            line.addWidget(part)
        let_it_break(self)


def let_it_break(widget: QWidget) -> None:
    """Say that a widget is the higher the narrower it is."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)

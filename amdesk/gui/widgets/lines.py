"""The lines of a form's field, one below the other: as many as there are values."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.gui.theme import SPACE

Line = TypeVar("Line", bound=QWidget)


class Lines(Generic[Line]):
    """The lines of ``field``, which stand above its ``foot`` (what adds one)."""

    def __init__(self, field: QWidget) -> None:
        self.all: list[Line] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE.s)
        self.foot = QVBoxLayout()
        outer = QVBoxLayout(field)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(SPACE.s)
        outer.addLayout(self._rows)
        outer.addLayout(self.foot)

    def add(self, line: Line) -> Line:
        """One more line, below the others."""
        self.all.append(line)
        self._rows.addWidget(line)
        return line

    def clear(self) -> None:
        """No line any more."""
        for line in self.all:
            line.setParent(None)
            line.deleteLater()
        self.all.clear()

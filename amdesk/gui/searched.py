"""A list that is searched as one types: its table, or in its stead why there is nothing in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from amdesk.gui.table import Table
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.empty import Empty, step_into
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.widgets.search import SearchField
from amdesk.gui.widgets.segments import Segments
from amdesk.i18n.catalog import _

Find = Callable[[str, object], Sequence[int]]


class Searched(QStackedWidget):
    """``find`` gives the ids for what is typed and for what is picked in ``by``; ``counted``, they are shown.

    The value that ``by`` begins with narrows nothing; whatever else makes an empty list is one that has none
    found, and a list without anything has ``none_yet``. What ``none_found`` advises about ``by`` is said
    only where something is picked there. ``whole`` is what the table is a part of, if it is.
    """

    counted = Signal()

    def __init__(
        self, table: Table, search: SearchField, find: Find, *, none_yet: Empty, none_found: Empty,
        by: Picker | Segments | None = None, whole: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.table, self.search, self.by = table, search, by
        self._shown = whole or table
        self._find = find
        self._all = by.value() if by is not None else None
        self._none_yet, self._none_found = none_yet, none_found
        self.setObjectName(f"{table.objectName()}-stack")
        for state in (self._shown, none_yet, none_found):
            self.addWidget(state)
        search.textChanged.connect(lambda _text: self.refresh())
        search.down_pressed.connect(lambda: step_into(self.currentWidget(), table.take_focus))
        if by is not None:
            by.picked.connect(lambda _value: self.refresh())

    def fill(self, page: QWidget) -> None:
        """Be all that stands on a page."""
        rows = QVBoxLayout(page)
        rows.setContentsMargins(SPACE.l, 0, SPACE.l, 0)
        rows.addWidget(self)

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return bool(self.search.text()) or self._is_picked

    def refresh(self) -> None:
        """Ask again for what is looked for."""
        found = self._find(self.search.text(), self.by.value() if self.by is not None else None)
        self.table.show_ids(found)
        self._none_found.advise(self._advice())
        empty = self._none_found if self.narrows else self._none_yet
        self.setCurrentWidget(self._shown if found else empty)
        self.counted.emit()

    def _advice(self) -> str:
        """What could be left out of what is looked for; of one thing alone its button says it."""
        if not self.search.text():
            return ""
        return self._none_found.said if self._is_picked else _("Try fewer letters.")

    @property
    def _is_picked(self) -> bool:
        return self.by is not None and self.by.value() != self._all

    def clear(self) -> None:
        """Look for nothing in particular."""
        self.search.clear()
        if self.by is not None:
            self.by.choose(self._all)  # type: ignore[arg-type]
        self.refresh()

    def memory(self) -> Mapping[str, object]:
        """What to come back to."""
        picked = self.by.value() if self.by is not None else None
        return {"text": self.search.text(), "picked": picked, "row": self.table.current_id()}

    def recall(self, memory: Mapping[str, object]) -> None:
        """Come back to it."""
        if not memory:
            return
        self.search.setText(str(memory["text"]))
        if self.by is not None:
            self.by.choose(memory["picked"])  # type: ignore[arg-type]
        self.refresh()
        if isinstance(memory["row"], int):
            self.table.select_id(memory["row"])

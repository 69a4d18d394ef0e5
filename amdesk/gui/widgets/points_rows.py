"""The rows of the points editor: which there are, in which order, and the way Tab takes through them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count, pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amdesk.domain.points import POINT_KIND_NAMES, POINT_KINDS, Point
from amdesk.gui import icons
from amdesk.gui.page_keys import keys_of
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.labels import hint_text
from amdesk.gui.widgets.menu import KeyMenu
from amdesk.gui.widgets.points_row import Offers, PointRow
from amdesk.i18n.catalog import _
from amdesk.services.week import Week


class PointRows(QWidget):
    """Holds the rows. ``typed`` gives the number of the row that changed, ``asked`` what a key in it wants,
    ``pasted`` which further lines came; ``parting`` comes before a row becomes another kind.
    """

    typed = Signal(int)
    asked = Signal(object, str)
    pasted = Signal(object, list)
    parting = Signal()

    def __init__(self, *, week: Week, offers: Offers) -> None:
        super().__init__()
        self.setObjectName("point-rows")
        self._week, self._offers = week, offers
        self._numbers = count(1)
        self.current: PointRow | None = None
        self.rows: list[PointRow] = []
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(0, 0, 0, 0)
        self._down.setSpacing(SPACE.xs)
        self.put(0, Point("decision", ""))

    def show_points(self, points: Sequence[Point]) -> bool:
        """Show these points in these rows; False when the rows said the same already and stayed untouched."""
        said = [row for row in self.rows if not row.is_blank]
        if [_bare(row.point()) for row in said] == [_bare(point) for point in points]:
            for row, point in zip(said, points, strict=True):
                row.adopt(point)
            return False
        by_id = {row.id: row for row in self.rows if row.id is not None}
        for place, point in enumerate(points):
            if point.id in by_id:
                by_id[point.id].show_point(point)
                self.shift(by_id[point.id], place)
            else:
                self.put(place, point)
        for row in self.rows[len(points) :]:
            self.drop(row)
        if not self.rows:
            self.put(0, Point("decision", ""))
        return True

    def put(self, place: int, point: Point) -> PointRow:
        """A new row at a place."""
        number = next(self._numbers)
        row = PointRow(point, name=f"point-{number}", week=self._week, offers=self._offers)
        row.changed.connect(lambda: self.typed.emit(number))
        row.asked.connect(lambda ask: self.asked.emit(row, ask))
        row.parting.connect(self.parting)
        row.kind_requested.connect(lambda: _ask_kind(row))
        row.refielded.connect(self._chain)
        row.line.entered.connect(lambda: self.enter(row))
        row.line.pasted.connect(lambda lines: self.pasted.emit(row, lines))
        self.rows.insert(place, row)
        self._down.insertWidget(place, row)
        self._arranged()
        return row

    def drop(self, row: PointRow) -> None:
        """Take a row away."""
        self.rows.remove(row)
        self._down.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._arranged()

    def shift(self, row: PointRow, place: int) -> None:
        """Put a row elsewhere."""
        if self.rows.index(row) != place:
            self.rows.remove(row)
            self.rows.insert(place, row)
            self._down.removeWidget(row)
            self._down.insertWidget(place, row)
            self._arranged()

    def enter(self, row: PointRow) -> None:
        """This row is where one writes: the list's focus comes back to it."""
        self.current = row
        self.setFocusProxy(row.line)

    def _arranged(self) -> None:
        """A lone empty line says what to do."""
        alone = len(self.rows) == 1
        for row in self.rows:
            row.line.setPlaceholderText(
                hint_text(_("What was agreed? One point a line") if alone else _("The next point"))
            )
        if self.rows and self.current not in self.rows:
            self.enter(self.rows[0])
        self._chain()

    def _chain(self) -> None:
        """Tab goes through the points in their order."""
        stops = [stop for row in self.rows for stop in row.stops()]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)


def _ask_kind(row: PointRow) -> None:
    menu = KeyMenu(row)
    menu.setObjectName("kinds")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for keys, kind in zip(keys_of("point.kind"), POINT_KINDS, strict=True):
        action = menu.addAction(icons.icon(kind), _(POINT_KIND_NAMES[kind]))
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, kind=kind: row.become(kind))
    menu.popup(row.chip.mapToGlobal(row.chip.rect().bottomLeft()))


def _bare(point: Point) -> Point:
    return replace(point, id=None, uuid="", position=0)

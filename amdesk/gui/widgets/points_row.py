"""One point in the editor: its kind, its line, its fields, and the date its line offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.messages import N_, Message
from amdesk.domain.points import POINT_KIND_NAMES, Point, of_kind
from amdesk.gui import theme, words
from amdesk.gui.keys import keys_text
from amdesk.gui.page_keys import key_of
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets import badge as badges
from amdesk.gui.widgets.badge import Badge
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.points_fields import ActionFields, ChangeFields, fields_for
from amdesk.gui.widgets.points_line import PointLine, line_height
from amdesk.i18n.catalog import _, calendar_in_use, current, sentence
from amdesk.i18n.format import date_text
from amdesk.services.week import Week

Offers = Callable[[str], tuple[date, int, int] | None]
_DATED = {"action": "due_on", "change": "effective_on"}


class KindChip(QAbstractButton):
    """The kind of a point as picture and word; a click asks for another."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._badge = Badge("")
        self.setFixedWidth(_widest() + SPACE.s)

    def show_kind(self, kind: str) -> None:
        """Show another kind."""
        self._badge = Badge(_(POINT_KIND_NAMES[kind]), words.POINT_TONE[kind], kind)
        self.setText(self._badge.text)
        self.setAccessibleName(_("Kind of point: {kind}").format(kind=self._badge.text))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.width(), line_height(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = badges.size(self._badge)
        box = self.rect()
        box.setSize(size)
        box.moveTop((self.height() - size.height()) // 2)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.rect().right())
        c = theme.colours(self.palette())
        badges.paint(painter, box, self._badge, direction=self.layoutDirection(), colours=c)
        painter.end()


def _widest() -> int:
    return max(badges.size(Badge(_(said), "quiet", kind)).width() for kind, said in POINT_KIND_NAMES.items())


class PointRow(QWidget):
    """Edits one point. ``changed`` tells of any change; ``asked`` hands on what a key wants of the list."""

    changed = Signal()
    asked = Signal(str)
    kind_requested = Signal()
    refielded = Signal()
    parting = Signal()

    def __init__(self, point: Point, *, name: str, week: Week, offers: Offers) -> None:
        super().__init__()
        self._kept = point
        self._week, self._offers = week, offers
        self._offer: date | None = None
        self.setObjectName(name)
        self.line = PointLine(name=f"{name}-line", accessible=_("Point"))
        self.chip = KindChip(name=f"{name}-kind")
        self.offer = button("", "offer", name=f"{name}-offer", icon="calendar", run=self.take_date)
        self.offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offer.hide()
        self.fields: ActionFields | ChangeFields | None = None
        self._fields_kind = ""
        self._build()
        self._show_kind(point.kind)
        self.line.show_text(point.text)
        self._fields_for(point)
        self.line.textChanged.connect(self._typed)
        self.line.asked.connect(self._hear)
        self.chip.clicked.connect(self.kind_requested)

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE.s)
        across.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        self._down = QVBoxLayout()
        self._down.setSpacing(SPACE.xs)
        self._down.addWidget(self.line)
        self._down.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignLeading)
        across.addLayout(self._down, 1)

    def point(self) -> Point:
        """The point as it stands in the row."""
        said = replace(self._kept, text=self.line.text().strip())
        return self.fields.read(said) if self.fields else said

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been said yet."""
        return not self.line.text().strip()

    @property
    def id(self) -> int | None:
        """The point's id in the file, once it is there."""
        return self._kept.id

    def adopt(self, kept: Point) -> None:
        """The point is in the file now: take its id and leave what is typed alone."""
        self._kept = replace(self._kept, id=kept.id, uuid=kept.uuid, position=kept.position)

    def show_point(self, point: Point) -> None:
        """Show the point as the file has it."""
        self._kept = point
        self._show_kind(point.kind)
        if self.line.text().strip() != point.text:
            self.line.show_text(point.text)
        self._fields_for(point)
        self._look_for_date()

    def _show_kind(self, kind: str) -> None:
        self.chip.show_kind(kind)
        self.line.setAccessibleDescription(self.chip.accessibleName())

    def become(self, kind: str) -> None:
        """Make it another kind of point; the words stay."""
        if kind != self._kept.kind:
            self.parting.emit()
            self.show_point(of_kind(self.point(), kind))
            self.changed.emit()

    def take_date(self) -> None:
        """Take the date that the line offers."""
        if self._offer is None:
            return
        self.parting.emit()
        said = self.point()
        due = said.kind == "action"
        self._kept = replace(said, due_on=self._offer) if due else replace(said, effective_on=self._offer)
        self._fields_for(self._kept)
        self._look_for_date()
        self.changed.emit()

    def stops(self) -> list[QWidget]:
        """What Tab goes through."""
        return [self.line, *(self.fields.stops if self.fields else ())]

    def _fields_for(self, point: Point) -> None:
        """Bring the fields of the point's kind, and show in them what it says."""
        wanted = point.kind if point.kind in _DATED else ""
        if wanted != self._fields_kind:
            if self.fields is not None:
                self._down.removeWidget(self.fields)
                self.fields.hide()
                self.fields.deleteLater()
            self._fields_kind = wanted
            self.fields = fields_for(wanted, name=self.objectName(), week=self._week)
            if self.fields is not None:
                self._down.insertWidget(1, self.fields)
                self.fields.show()  # at once: the next key may be the Tab that goes there
                self.fields.changed.connect(self.changed)
                self.refielded.emit()
        if self.fields is not None:
            self.fields.show_point(point)

    def _typed(self) -> None:
        kind = self.line.take_prefix()
        if kind is not None and kind != self._kept.kind:
            self.become(kind)
            return
        self.changed.emit()
        self._look_for_date()

    def _look_for_date(self) -> None:
        field = _DATED.get(self._kept.kind)
        found = self._offers(self.line.text()) if field and not self.is_blank else None
        point = self.point()
        taken = field is not None and getattr(point, field) is not None
        self._offer = None if found is None or taken else found[0]
        self.offer.setVisible(self._offer is not None)
        if self._offer is not None:
            day = date_text(self._offer, current(), calendar=calendar_in_use(), style="full")
            said = N_("Due {day}: {keys}") if self._kept.kind == "action" else N_("From {day}: {keys}")
            self.offer.setText(sentence(Message.of(said, day=day, keys=keys_text(key_of("point.date")))))
            self.offer.setAccessibleName(self.offer.text())

    def _hear(self, ask: str) -> None:
        if ask.startswith("kind:"):
            self.become(ask.removeprefix("kind:"))
        elif ask == "date":
            self.take_date()
        else:
            self.asked.emit(ask)

"""One interaction in a client's timeline: when, with whom, what was agreed, in full."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from amdesk.domain.interaction import CHANNEL_NAMES, DIRECTION_NAMES, OUTCOME_NAMES
from amdesk.domain.points import POINT_KIND_NAMES, Point
from amdesk.domain.summary import STATE_NAMES
from amdesk.domain.timeline import Entry
from amdesk.gui import icons, show, theme, words
from amdesk.gui.entry_head import EntryHead
from amdesk.gui.mirror import visual_rect
from amdesk.gui.place import Place
from amdesk.gui.speaking import say_role
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.badge import Badge
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import label, paragraph
from amdesk.gui.widgets.layout import margins
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _
from amdesk.services.desk import Desk

_TONE = {"decision": "good", "change": "info", "action": "info", "insight": "warn", "question": "danger"}
_FAR = 1_000_000
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -_FAR, Qt.Key.Key_End: _FAR}
_ROOM = SPACE.s + SIZE.icon + SPACE.s  # before the words: a picture, with the room around it


class _Mark(NamedTuple):
    """A picture at the leading edge of an entry, beside the first line of a part; what it says to a mouse."""

    beside: QWidget
    icon: str
    words: str
    tone: str = ""


class EntryView(QWidget):
    """Shows an ``Entry``; asks for the place where its summary is, by its link or Enter.

    ``in_month`` it stands under the name of its month. ``stepped`` asks for the keys to go on to another.
    Pictures and the line below are painted, and are no widgets: a page shows many entries at once.
    """

    place_requested = Signal(object)
    stepped = Signal(int)

    def __init__(self, desk: Desk, entry: Entry, *, in_month: bool = False) -> None:
        super().__init__()
        say_role(self, "ListItem")
        self.entry = entry
        self._me = desk.settings["my_name"]
        self._marks: list[_Mark] = []
        call = entry.interaction
        when = show.day_and_span(desk, call.started_at, call.minutes) if in_month else show.span(
            desk, call.started_at, call.minutes
        )  # fmt: skip
        self.setObjectName(f"entry-{call.id}")
        self.setAccessibleName(show.joined(when, _(CHANNEL_NAMES[call.channel]), call.occasion))
        self.setAccessibleDescription("\n".join(point.text for point in entry.points))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMouseTracking(True)
        theme.as_kind(self, "entry")
        self._rows = QVBoxLayout(self)
        self._build(when, compact=desk.settings["density"] == "compact")

    def _build(self, when: str, *, compact: bool) -> None:
        call, rows = self.entry.interaction, self._rows
        above = SPACE.xs if compact else SPACE.m
        margins(rows, leading=_ROOM, top=above, trailing=SPACE.s, bottom=SPACE.s if compact else SPACE.m)
        rows.setSpacing(SPACE.xs // 2 if compact else SPACE.s)
        facts = show.joined(_(CHANNEL_NAMES[call.channel]), show.minutes(call.minutes))
        head = EntryHead(when, facts, _badge(self.entry))
        direction = _(DIRECTION_NAMES[call.direction])
        head.setAccessibleDescription(direction)
        rows.addWidget(head)
        icon = words.call_icon(call.channel, call.direction, call.outcome)
        self._marks.append(_Mark(head, icon, direction))
        if call.occasion:
            rows.addWidget(paragraph(call.occasion, name="entry-occasion"))
        for point in self.entry.points:
            self._add_point(point)
        if call.private_note:
            note = paragraph(call.private_note, "muted", name="entry-private")
            self._mark(note, "private", _("Private note, never sent"))
            rows.addWidget(note)
        rows.addLayout(self._foot())

    def _add_point(self, point: Point) -> None:
        """A point: the picture of its kind, its words, and below them who, until when, from what to what."""
        text = paragraph(point.text, name=f"point-{point.kind}")
        self._mark(text, point.kind, _(POINT_KIND_NAMES[point.kind]), tone=_TONE[point.kind])
        more = _more(point)
        if not more:
            self._rows.addWidget(text)
            return
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(text)
        texts.addWidget(label(more, "caption", name="point-more", wrap=True))
        self._rows.addLayout(texts)

    def _mark(self, text: QLabel, icon: str, said: str, *, tone: str = "") -> None:
        """Put a picture before a text, and let who hears the text hear what it shows."""
        self._marks.append(_Mark(text, icon, said, tone))
        text.setAccessibleDescription(said)

    def _foot(self) -> QHBoxLayout:
        """The people, the reference, and the way to the summary, in one quiet line."""
        call = self.entry.interaction
        people = show.listed(self.entry.people)
        ours = "" if call.participants == self._me else call.participants  # alone one needs no telling
        across = QHBoxLayout()
        facts = show.joined(isolate(call.reference), people, ours and isolate(ours))
        across.addWidget(label(facts, "caption", name="entry-people", wrap=True), 1)
        if call.outcome == "reached":
            text = _("Open summary") if self.entry.summary else _("Write summary")
            across.addWidget(button(text, "link", name="entry-summary", run=self._open))
        return across

    def _open(self) -> None:
        call = self.entry.interaction
        if call.outcome == "reached":
            self.place_requested.emit(Place("summary", call.id, call.client_id))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = theme.colours(self.palette())
        for mark in self._marks:
            ink = c.tone(mark.tone).ink if mark.tone else c.muted
            icons.paint(painter, self._place(mark), mark.icon, ink)
        if not self.hasFocus():
            line = self.rect().adjusted(SPACE.s, self.height() - 1, -SPACE.s, 0)
            painter.fillRect(line, QColor(c.line))
        painter.end()

    def _place(self, mark: _Mark) -> QRect:
        """Where a picture stands: in the middle of the first line of what it is beside."""
        line = mark.beside.fontMetrics().lineSpacing()
        top = mark.beside.y() + (line - SIZE.icon) // 2
        return visual_rect(self.layoutDirection(), self.rect(), QRect(SPACE.s, top, SIZE.icon, SIZE.icon))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What a picture shows is told beside the mouse."""
        at = event.position().toPoint()
        self.setToolTip(next((mark.words for mark in self._marks if self._place(mark).contains(at)), ""))
        super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the summary, Up and Down go to the entries around."""
        by = _STEPS.get(Qt.Key(event.key()))
        if not self.hasFocus() or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        elif by is not None:
            self.stepped.emit(by)
        else:
            super().keyPressEvent(event)


def _more(point: Point) -> str:
    if point.kind == "change":
        old, new = show.changed_values(point)
        told = point.from_value or point.to_value
        values = _("from {old} to {new}").format(old=old, new=new) if told else ""
        since = _("as of {date}").format(date=show.day(point.effective_on)) if point.effective_on else ""
        return show.joined(values, since)
    if point.kind == "action":
        owner = isolate(point.owner) if point.owner else _(words.SIDE[point.side or "us"])
        return show.joined(owner, _("by {date}").format(date=show.day(point.due_on)) if point.due_on else "")
    return _("Answered: {answer}").format(answer=isolate(point.answer)) if point.answer else ""


def _badge(entry: Entry) -> Badge:
    if entry.interaction.outcome == "not_reached":
        return Badge(_(OUTCOME_NAMES["not_reached"]))
    state = entry.summary.state if entry.summary else "missing"
    return Badge(_(STATE_NAMES[state]), words.STATE_TONE[state])

"""One interaction in a client's timeline: when, with whom, what was agreed, in full."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from amdesk.domain.interaction import CHANNEL_NAMES, DIRECTION_NAMES, OUTCOME_NAMES
from amdesk.domain.points import POINT_KIND_NAMES, Point
from amdesk.domain.summary import STATE_NAMES
from amdesk.domain.timeline import Entry
from amdesk.gui import show, theme, words
from amdesk.gui.place import Place
from amdesk.gui.speaking import say_role
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.badge import Badge, BadgeLabel
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.flow import Flow
from amdesk.gui.widgets.labels import OneLine, label, paragraph, rule
from amdesk.gui.widgets.picture import Picture
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _
from amdesk.services.desk import Desk

_TONE = {"decision": "good", "change": "info", "action": "info", "insight": "warn", "question": "danger"}
_FAR = 1_000_000
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -_FAR, Qt.Key.Key_End: _FAR}
_TOP = Qt.AlignmentFlag.AlignTop


class EntryView(QWidget):
    """Shows an ``Entry``; asks for the place where its summary is, by its link or Enter.

    ``in_month`` it stands under the name of its month. ``stepped`` asks for the keys to go on to another.
    """

    place_requested = Signal(object)
    stepped = Signal(int)

    def __init__(self, desk: Desk, entry: Entry, *, in_month: bool = False) -> None:
        super().__init__()
        say_role(self, "ListItem")
        self.entry = entry
        self._me = desk.settings["my_name"]
        call = entry.interaction
        when = show.day_and_span(desk, call.started_at, call.minutes) if in_month else show.span(
            desk, call.started_at, call.minutes
        )  # fmt: skip
        self.setObjectName(f"entry-{call.id}")
        self.setAccessibleName(show.joined(when, _(CHANNEL_NAMES[call.channel]), call.occasion))
        self.setAccessibleDescription("\n".join(point.text for point in entry.points))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "entry")
        rows = QVBoxLayout(self)
        compact = desk.settings["density"] == "compact"
        rows.setContentsMargins(SPACE.s, SPACE.xs if compact else SPACE.m, SPACE.s, 0)
        rows.setSpacing(SPACE.xs // 2 if compact else SPACE.s)
        rows.addLayout(_head(entry, when))
        if call.occasion:
            rows.addLayout(_beside(None, paragraph(call.occasion, name="entry-occasion")))
        for point in entry.points:
            rows.addLayout(_point(point))
        if call.private_note:
            note = paragraph(call.private_note, "muted", name="entry-private")
            rows.addLayout(_beside(Picture("private", _("Private note, never sent")), note))
        rows.addLayout(_beside(None, self._foot(entry)))
        rows.addSpacing(SPACE.xs)
        rows.addWidget(rule())

    def _foot(self, entry: Entry) -> QWidget:
        """The people, the reference, and the way to the summary, in one quiet line."""
        call = entry.interaction
        people = show.listed(entry.people)
        ours = "" if call.participants == self._me else call.participants  # alone one needs no telling
        holder = QWidget()
        holder.setObjectName("entry-foot")
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        facts = show.joined(isolate(call.reference), people, ours and isolate(ours))
        across.addWidget(label(facts, "caption", name="entry-people", wrap=True), 1)
        if call.outcome == "reached":
            text = _("Open summary") if entry.summary else _("Write summary")
            across.addWidget(button(text, "link", name="entry-summary", run=self._open))
        return holder

    def _open(self) -> None:
        call = self.entry.interaction
        if call.outcome == "reached":
            self.place_requested.emit(Place("summary", call.id, call.client_id))

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


def _head(entry: Entry, when: str) -> QHBoxLayout:
    call = entry.interaction
    facts = show.joined(_(CHANNEL_NAMES[call.channel]), show.minutes(call.minutes))
    icon = words.call_icon(call.channel, call.direction, call.outcome)
    told = label(facts, "muted", name="entry-facts")
    told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    moment = OneLine("strong", name="entry-moment")  # large letters in a small window: a long day is cut
    moment.say(when)
    line = Flow((moment, told, BadgeLabel(_badge(entry), name="entry-state")), name="entry-head", gap=SPACE.s)
    return _beside(Picture(icon, _(DIRECTION_NAMES[call.direction])), line)


def _point(point: Point) -> QHBoxLayout:
    """A point: the picture of its kind, its words, and below them who, until when, from what to what."""
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(paragraph(point.text, name=f"point-{point.kind}"))
    more = _more(point)
    if more:
        texts.addWidget(label(more, "caption", name="point-more", wrap=True))
    across = _beside(Picture(point.kind, _(POINT_KIND_NAMES[point.kind]), tone=_TONE[point.kind]), None)
    across.addLayout(texts, 1)
    return across


def _more(point: Point) -> str:
    if point.kind == "change":
        old, new = show.changed_values(point)
        told = point.from_value or point.to_value
        values = _("from {old} to {new}").format(old=old, new=new) if told else ""
        since = _("as of {date}").format(date=show.day(point.effective_on)) if point.effective_on else ""
        return show.joined(values, since)
    if point.kind == "action":
        owner = isolate(point.owner) if point.owner else _(words.SIDE[point.side or "us"])
        return show.joined(
            owner, _("until {date}").format(date=show.day(point.due_on)) if point.due_on else ""
        )
    return _("Answered: {answer}").format(answer=isolate(point.answer)) if point.answer else ""


def _beside(picture: QWidget | None, text: QWidget | None) -> QHBoxLayout:
    """A text with a picture before it, or with the room where one would be."""
    across = QHBoxLayout()
    across.setSpacing(SPACE.s)
    if picture is not None:
        across.addWidget(picture, 0, _TOP)
    else:
        across.addSpacing(SIZE.icon + SPACE.s)
    if text is not None:
        across.addWidget(text, 1)
    return across


def _badge(entry: Entry) -> Badge:
    if entry.interaction.outcome == "not_reached":
        return Badge(_(OUTCOME_NAMES["not_reached"]))
    state = entry.summary.state if entry.summary else "missing"
    return Badge(_(STATE_NAMES[state]), words.STATE_TONE[state])

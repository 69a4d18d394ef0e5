"""One line of Today: whose it is, why it is there, since when, and the one thing to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from amdesk.domain.agenda import Row
from amdesk.domain.messages import N_, Message, Words
from amdesk.gui import theme
from amdesk.gui.keys import with_keys
from amdesk.gui.page_keys import key_of
from amdesk.gui.speaking import say_role
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import at_least, button
from amdesk.gui.widgets.labels import OneLine, label
from amdesk.gui.widgets.picture import Picture
from amdesk.i18n import format as formats
from amdesk.i18n.catalog import _, current, sentence

# One key for whatever a line asks for, as on a button: a letter would be another key on every keyboard.
_ACT = Qt.Key.Key_Space


@dataclass(frozen=True, slots=True)
class Action:
    """What a line can be asked to do: its words, and the picture of what it is about."""

    label: Words
    icon: str


ACTIONS = {
    "write": Action(N_("Write summary"), "edit"),
    "sent": Action(N_("It was sent"), "send"),
    "chase": Action(N_("Remind"), "mail"),
    "log": Action(N_("Log a call"), "calls"),
    "answer": Action(Message.named("button", "Answer"), "question"),
    "open": Action(Message.named("button", "Open"), "mail"),
}


class AgendaRow(QWidget):
    """``acted`` gives the row to act on, ``opened`` the client to open, ``stepped`` a way: 1 or -1."""

    acted = Signal(object)
    opened = Signal(int)
    stepped = Signal(int)

    def __init__(self, row: Row) -> None:
        super().__init__()
        say_role(self, "ListItem")
        self.row = row
        self._action = ACTIONS[row.action]
        reason = sentence(row.reason)
        self.setObjectName(f"row-{row.kind}-{row.id}")
        age = formats.age_text(row.age_days, current())
        told = (f"{row.client}: {reason}", age, _("Overdue") if row.urgent else "")
        self.setAccessibleName(formats.listed(filter(None, told), current()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.as_kind(self, "row")
        across = QHBoxLayout(self)
        across.setContentsMargins(SPACE.s, SPACE.xs, SPACE.s, SPACE.xs)
        across.setSpacing(SPACE.m)
        tone = "danger" if row.urgent else ""
        across.addWidget(Picture(self._action.icon, _(self._action.label), tone=tone))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        client = OneLine("strong", name="row-client")
        client.say(row.client)
        texts.addWidget(_quiet(client))
        texts.addWidget(_quiet(label(reason, "muted", name="row-reason", wrap=True)))
        across.addLayout(texts, 1)
        if row.urgent:
            across.addWidget(Picture("alert", _("Overdue"), tone="danger"))
        across.addWidget(label(age, "error" if row.urgent else "caption", name="row-age"))
        act = button(_(self._action.label), "", name="row-action", run=lambda: self.acted.emit(row))
        act.setToolTip(with_keys(_(self._action.label), key_of("today.act")))
        at_least(act, theme.scaled(SIZE.action))
        act.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        across.addWidget(act)
        across.addStrut(SIZE.tall_row - 2 * SPACE.xs)  # no lower, but as high as large letters are

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space acts, Enter opens the client, Up and Down go to the lines around."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if event.key() == _ACT:
            self.acted.emit(self.row)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.row.client_id)
        elif step is not None:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.row.client_id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The line with the keys is always in sight."""
        super().focusInEvent(event)
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(self)


def _quiet(widget: QWidget) -> QWidget:
    """Let the mouse through to the row."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget

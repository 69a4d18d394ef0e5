"""One line of Today: whose it is, why it is there, since when, the one thing to do, and all others."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from amdesk.domain.agenda_rows import Row
from amdesk.domain.messages import N_, Message, Words
from amdesk.gui import show, theme
from amdesk.gui.keys import pressed, with_keys
from amdesk.gui.page_keys import key_of
from amdesk.gui.speaking import say_role
from amdesk.gui.theme import SIZE, SPACE
from amdesk.gui.widgets.buttons import at_least, button, icon_button
from amdesk.gui.widgets.labels import OneLine, label
from amdesk.gui.widgets.picture import Picture
from amdesk.i18n import format as formats
from amdesk.i18n.catalog import _, current

# By these the keys come to a line because somebody wanted it, and not because a page was opened.
_CHOOSING = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason}
)
_PASSING = frozenset(
    {
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
    }
)
# One key for whatever a line asks for, as on a button: a letter would be another key on every keyboard.
_ACT = Qt.Key.Key_Space


@dataclass(frozen=True, slots=True)
class Action:
    """What a line can be asked to do: its words, and the picture of what it is about."""

    label: Words
    icon: str


ACTIONS = {
    "done": Action(N_("Done"), "alarm"),
    "write": Action(N_("Write summary"), "edit"),
    "sent": Action(N_("It was sent"), "send"),
    "chase": Action(N_("Remind"), "mail"),
    "call": Action(Message.named("button", "Call"), "calls"),
    "log": Action(N_("Log a call"), "calls"),
    "congratulate": Action(N_("Log a call"), "birthday"),
    "measure": Action(Message.named("button", "Measure"), "goal"),
    "look": Action(Message.named("button", "Open"), "goal"),
    "check": Action(Message.named("button", "Look at it"), "tasks"),
    "tell": Action(N_("Tell the client"), "mail"),
    "answer": Action(Message.named("button", "Answer"), "question"),
    "open": Action(Message.named("button", "Open"), "mail"),
}


class AgendaRow(QWidget):
    """``acted`` and ``opened`` give the row to act on or to open, ``menu_asked`` the row and where on the
    screen, ``stepped`` a way: 1 or -1. ``is_chosen`` while the keys are on it because somebody wanted that.
    """

    acted = Signal(object)
    opened = Signal(object)
    menu_asked = Signal(object, QPoint)
    stepped = Signal(int)

    def __init__(self, row: Row, when: str) -> None:
        """``when`` stands at the trailing end: since when it waits, or when it comes."""
        super().__init__()
        say_role(self, "ListItem")
        self.row = row
        self.is_chosen = False
        self._action = ACTIONS[row.action]
        reason = show.said(row.reason)
        self.setObjectName(f"row-{row.kind}-{row.id}")
        told = (": ".join(filter(None, (row.client, reason))), when, _("Overdue") if row.urgent else "")
        self.setAccessibleName(formats.listed(filter(None, told), current()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.as_kind(self, "row")
        self._lay_out(reason, when)

    def _lay_out(self, reason: str, when: str) -> None:
        row = self.row
        across = QHBoxLayout(self)
        across.setContentsMargins(SPACE.s, SPACE.xs, SPACE.s, SPACE.xs)
        across.setSpacing(SPACE.m)
        tone = "danger" if row.urgent else ""
        across.addWidget(Picture(self._action.icon, _(self._action.label), tone=tone))
        across.addLayout(self._words(reason), 1)
        if row.urgent:
            across.addWidget(Picture("alert", _("Overdue"), tone="danger"))
        if when:
            across.addWidget(label(when, "error" if row.urgent else "caption", name="row-age"))
        act = button(_(self._action.label), "", name="row-action", run=lambda: self.acted.emit(row))
        act.setToolTip(with_keys(_(self._action.label), key_of("today.act")))
        at_least(act, theme.scaled(SIZE.action))
        act.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        across.addWidget(act)
        self._more = icon_button(
            _("What can be done with the line"), name="row-more", icon="other", run=self._ask_menu,
            shortcut=key_of("today.menu"),
        )  # fmt: skip
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        kept = self._more.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # nothing moves under the mouse
        self._more.setSizePolicy(kept)
        self._more.hide()
        across.addWidget(self._more)
        across.addStrut(SIZE.tall_row - 2 * SPACE.xs)  # no lower, but as high as large letters are

    def _words(self, reason: str) -> QVBoxLayout:
        """The client over the reason; where it is about no client, the reason alone."""
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch()
        if self.row.client:
            client = OneLine("strong", name="row-client")
            client.say(self.row.client)
            texts.addWidget(_quiet(client))
        kind = "muted" if self.row.client else "strong"
        told: QLabel = label(reason, kind, name="row-reason", wrap=True)
        texts.addWidget(_quiet(told))
        texts.addStretch()
        return texts

    def _ask_menu(self) -> None:
        """Ask for the menu under the button that opens it."""
        self.is_chosen = True
        self.menu_asked.emit(self.row, self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _show_more(self) -> None:
        self._more.setVisible(self.hasFocus() or self.underMouse())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space acts, Enter opens the client, Up and Down go to the lines around, another opens the menu."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if (event.modifiers(), event.key()) == pressed(key_of("today.menu")):
            self._ask_menu()
        elif event.key() == _ACT:
            self.acted.emit(self.row)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.row)
        elif step is not None:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_asked.emit(self.row, event.globalPos())
        else:
            self._ask_menu()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.row)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._more.show()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_more()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The line with the keys is always in sight."""
        super().focusInEvent(event)
        self.is_chosen |= event.reason() in _CHOOSING
        self._more.show()
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.is_chosen &= event.reason() in _PASSING
        self._show_more()


def _quiet(widget: QWidget) -> QWidget:
    """Let the mouse through to the row."""
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget

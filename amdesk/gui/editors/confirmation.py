"""Small forms within the page: whether it was sent, who confirmed it and how, why it is not needed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from amdesk.domain.hand_over import HAND_OVER_NAMES
from amdesk.domain.summary import CONFIRMED_HOW_NAMES, Guard
from amdesk.gui import show, theme
from amdesk.gui.enter_key import presses_button
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.badge import Badge, BadgeLabel
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.dates import DateField
from amdesk.gui.widgets.fields import LineField
from amdesk.gui.widgets.flow import FlowLayout
from amdesk.gui.widgets.labels import label, set_text
from amdesk.gui.widgets.reading import understood
from amdesk.gui.widgets.segments import Segment, Segments
from amdesk.i18n.catalog import _, pgettext
from amdesk.services.week import Week


class Notice(QWidget):
    """A quiet bar in the page that asks one thing. ``closed`` when it is answered or left by Esc."""

    closed = Signal()
    entered = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "notice")
        self.down = QVBoxLayout(self)
        self.down.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
        self.down.setSpacing(SPACE.s)

    def ask(self, question: str) -> QHBoxLayout:
        """A line with a question; what is put behind it stands at the trailing end."""
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(label(question, "strong", name=f"{self.objectName()}-question", wrap=True), 1)
        self.down.addLayout(row)
        self.setAccessibleName(question)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if presses_button(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class SentAsk(QWidget):
    """Asks once whether what was handed over has been sent; ``answered`` gives yes, not_yet or draft.

    ``back`` are the words for a draft again, where there is a way back.
    """

    answered = Signal(str)

    def __init__(self, question: str, *, back: str = "") -> None:
        super().__init__()
        self.setObjectName("sent-ask")
        notice = Notice(name="sent-notice")
        row = notice.ask(question)
        self.yes = button(_("Yes, sent"), "primary", name="sent-yes", run=lambda: self.answered.emit("yes"))
        if back:
            row.addWidget(button(back, "plain", name="sent-draft", run=lambda: self.answered.emit("draft")))
        row.addWidget(
            button(_("Not yet"), "", name="sent-not-yet", run=lambda: self.answered.emit("not_yet"))
        )
        row.addWidget(self.yes)
        notice.closed.connect(lambda: self.answered.emit("not_yet"))
        _fill(self, notice)
        self.setFocusProxy(self.yes)


class ConfirmForm(QWidget):
    """Who confirmed, when, and how. ``confirmed`` carries the three of them."""

    confirmed = Signal(str, object, str)
    closed = Signal()

    def __init__(self, people: Sequence[str], *, week: Week, who: str = "", how: str = "reply") -> None:
        super().__init__()
        self.setObjectName("confirm-form")
        notice = Notice(name="confirm-notice")
        notice.ask(_("Who confirmed it, when, and how?"))
        self.who = LineField(
            who or (people[0] if people else ""),
            name="confirm-who",
            accessible=_("Who confirmed it"),
            placeholder=pgettext("person", "Name"),
        )
        self.when = DateField(
            None, name="confirm-when", accessible=_("When"), week=week, placeholder=_("Today")
        )
        self.how = Segments(
            [Segment(one, _(said)) for one, said in CONFIRMED_HOW_NAMES.items()],
            how,
            name="confirm-how",
            accessible=_("How"),
        )
        self.wrong = label("", "error", name="confirm-wrong", wrap=True)
        self.wrong.hide()
        row = FlowLayout(gap=SPACE.m)
        said = pgettext("button", "Confirmed")
        for part in (
            self.who, self.when, self.how,
            button(_("Cancel"), "plain", name="confirm-cancel", run=self.closed.emit),
            button(said, "primary", name="confirm-ok", icon="confirmed", run=self._done),
        ):  # fmt: skip
            row.addWidget(part)
        for line in (self.who, self.when):
            line.setMinimumWidth(theme.scaled(3 * SPACE.xxl))
        notice.down.addLayout(row)
        notice.down.addWidget(understood(self.when, refusals=True))
        notice.down.addWidget(self.wrong)
        notice.entered.connect(self._done)
        notice.closed.connect(self.closed)
        _fill(self, notice)
        self.setFocusProxy(self.who)

    def say(self, words: str) -> None:
        """What is wrong with it."""
        set_text(self.wrong, words)
        self.wrong.setVisible(bool(words))

    def _done(self) -> None:
        self.confirmed.emit(self.who.text(), self.when.value(), self.how.value())


class ReasonForm(QWidget):
    """Why no summary is needed. ``given`` carries the reason."""

    given = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reason-form")
        notice = Notice(name="reason-notice")
        notice.ask(_("Why is no summary needed?"))
        self.reason = LineField(name="reason", accessible=_("Reason"), placeholder=_("One line is enough"))
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        row.addWidget(self.reason, 1)
        row.addWidget(button(_("Cancel"), "plain", name="reason-cancel", run=self.closed.emit))
        row.addWidget(button(_("Not needed"), "primary", name="reason-ok", run=self._done))
        notice.down.addLayout(row)
        notice.entered.connect(self._done)
        notice.closed.connect(self.closed)
        _fill(self, notice)
        self.setFocusProxy(self.reason)

    def _done(self) -> None:
        self.given.emit(self.reason.text())


class GuardsForm(QWidget):
    """What to look at before sending: a sentence each. ``passed`` when the person sends all the same."""

    passed = Signal()
    closed = Signal()

    def __init__(self, guards: Sequence[Guard]) -> None:
        super().__init__()
        self.setObjectName("guards")
        blocked = any(guard.blocks for guard in guards)
        notice = Notice(name="guards-notice")
        row = notice.ask(_("It cannot go out like this") if blocked else _("Before it goes out"))
        back = button(
            _("Back to the summary"),
            "" if not blocked else "primary",
            name="guards-back",
            run=self.closed.emit,
        )
        row.addWidget(back)
        self.setFocusProxy(back)
        if not blocked:
            self.anyway = button(_("Send anyway"), "primary", name="guards-anyway", run=self.passed.emit)
            row.addWidget(self.anyway)
            self.setFocusProxy(self.anyway)
        for number, guard in enumerate(guards):
            notice.down.addLayout(_guard(guard, f"guard-{number}"))
        notice.closed.connect(self.closed)
        _fill(self, notice)


class ChaseForm(QWidget):
    """How a reminder goes out. ``handed`` carries the way chosen; ``said``: the client was told otherwise.

    What is to be looked at first stands in it; the person may pass that by.
    """

    handed = Signal(str)
    said = Signal()
    closed = Signal()

    def __init__(self, guards: Sequence[Guard], *, ways: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("chase-form")
        notice = Notice(name="chase-notice")
        notice.ask(_("Remind the client with this mail?"))
        row = FlowLayout(gap=SPACE.s, below=SPACE.s)
        made = [self._way(way, main=number == 0) for number, way in enumerate(ways)]
        told = button(_("Reminded by phone"), "", name="chase-said", run=self.said.emit)
        for part in (
            *made, told, button(_("Cancel"), "plain", name="chase-cancel", run=self.closed.emit)
        ):  # fmt: skip
            row.addWidget(part)
        for number, guard in enumerate(guards):
            notice.down.addLayout(_guard(guard, f"chase-guard-{number}"))
        notice.down.addLayout(row)
        self.wrong = label("", "error", name="chase-wrong", wrap=True)
        self.wrong.hide()
        notice.down.addWidget(self.wrong)
        notice.closed.connect(self.closed)
        _fill(self, notice)
        self.setFocusProxy(made[0] if made else told)

    def say(self, words: str) -> None:
        """Why the way chosen does not work."""
        set_text(self.wrong, words)
        self.wrong.setVisible(bool(words))

    def _way(self, way: str, *, main: bool) -> QPushButton:
        return button(
            _(HAND_OVER_NAMES[way]), "primary" if main else "", name=f"chase-{way}",
            run=lambda: self.handed.emit(way),
        )  # fmt: skip


def _guard(guard: Guard, name: str) -> QHBoxLayout:
    look = Badge(pgettext("badge", "Look"), "warn", "warning")
    badge = Badge(_("Stops it"), "danger", "alert") if guard.blocks else look
    row = QHBoxLayout()
    row.setSpacing(SPACE.s)
    row.addWidget(BadgeLabel(badge, name=f"{name}-badge"))
    row.addWidget(label(show.said(guard.message), "body", name=name, wrap=True), 1)
    return row


def _fill(widget: QWidget, notice: Notice) -> None:
    down = QVBoxLayout(widget)
    down.setContentsMargins(0, 0, 0, 0)
    down.addWidget(notice)
    for button_ in notice.findChildren(QPushButton):
        button_.setAutoDefault(True)  # Enter presses the button one is on, not the form's own

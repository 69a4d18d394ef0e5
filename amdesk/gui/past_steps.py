"""The steps that changed a record, one under the other: when, what was done, what each changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from amdesk.domain.record_past import Change, Past
from amdesk.domain.record_told import Told
from amdesk.gui import show, theme, words
from amdesk.gui.speaking import say_role
from amdesk.gui.theme import SPACE
from amdesk.gui.widgets.buttons import button
from amdesk.gui.widgets.labels import label, paragraph
from amdesk.gui.widgets.menu import Menu
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _
from amdesk.services import history
from amdesk.services.desk import Desk
from amdesk.services.history import Record

_MOST_LINES = 30  # of a text that was changed: whoever wants to read it all puts it back
_FAR = 1_000_000
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -_FAR, Qt.Key.Key_End: _FAR}


def heading(one: Past) -> str:
    """What was done, or that it was taken back."""
    step = one.step
    return words.undone(step.label) if step.way == "undone" else words.done(step.label)


class StepView(QWidget):
    """One step. ``stepped`` asks for the keys to go on to another, ``put_back`` for one thing as it was.

    What can be put back is offered by one button, so that Tab has one stop for each step.
    """

    stepped = Signal(int)
    put_back = Signal(object)
    all_put_back = Signal(object)

    def __init__(self, desk: Desk, record: Record, one: Past) -> None:
        super().__init__()
        self.past = one
        self._told = history.tell(desk, record, one)
        can = partial(history.can_put_back, desk, record)
        self._free = [told for told in self._told if not one.of and can(told.change)]
        self._whole = not history.is_first(one, record) and bool(self._free)
        say_role(self, "ListItem")
        self.setObjectName(f"past-step-{one.step.id}")
        when = show.time_of_day(desk, one.step.at)
        self._of = _("was of {name}").format(name=isolate(one.of)) if one.of else ""
        self.setAccessibleName(show.joined(when, heading(one), self._of))
        self.setAccessibleDescription("\n".join(show.said(told.message) for told in self._told))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.as_kind(self, "entry")
        self._build(when)

    def _build(self, when: str) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE.s, SPACE.m, SPACE.s, SPACE.m)
        grid.setHorizontalSpacing(SPACE.m)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnMinimumWidth(0, theme.scaled(SPACE.xxl * 2))
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(when, "caption", name="past-when"), 0, 0)
        head = QHBoxLayout()
        head.addWidget(label(heading(self.past), "strong", name="past-what", wrap=True), 1)
        if self._free:
            self.offer = button(_("Put back…"), "plain", name="past-back", icon="undo", run=self.open_menu)
            self.offer.setAccessibleName(_("Put back: {what}").format(what=heading(self.past)))
            head.addWidget(self.offer)
        grid.addLayout(head, 0, 1)
        if self._of:
            grid.addWidget(label(self._of, "caption", name="past-of", wrap=True), 1, 1)
        for row, told in enumerate(self._told, 2):
            grid.addWidget(change_told(told), row, 1)

    def open_menu(self) -> None:
        """Offer what can be put back."""
        at = self.offer.mapToGlobal(self.offer.rect().bottomLeft())
        self.menu().popup(at)

    def menu(self) -> Menu:
        """What can be put back: one thing, or all as it was before this step."""
        made = Menu(self, name="past-menu", title=_("Put back"))
        for number, told in enumerate(self._free):
            made.do(show.said(told.back), _emitting(self.put_back, told.change), name=f"past-back-{number}")
        if self._whole:
            made.addSeparator()
            made.do(
                _("All as it was before this step"), lambda: self.all_put_back.emit(self.past),
                name="past-back-all", icon="undo",
            )  # fmt: skip
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the steps around, Enter offers what can be put back."""
        by = _STEPS.get(Qt.Key(event.key()))
        if not self.hasFocus() or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._free:
            self.open_menu()
        elif by is not None:
            self.stepped.emit(by)
        else:
            super().keyPressEvent(event)


def change_told(told: Told) -> QWidget:
    """A change in a sentence; of a long text the lines that came and went."""
    said = label(show.said(told.message), "body", name="past-change", wrap=True)
    if not told.lines:
        return said
    made = QWidget()
    made.setObjectName("past-change-lines")
    down = QVBoxLayout(made)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(SPACE.xs)
    down.addWidget(said)
    for line in told.lines[:_MOST_LINES]:
        shown = paragraph(line.text, "body" if line.is_new else "struck", name="past-line")
        way = _("Added: {text}") if line.is_new else _("Removed: {text}")
        shown.setAccessibleName(way.format(text=line.text))
        shown.setContentsMargins(SPACE.m, 0, SPACE.m, 0)
        down.addWidget(shown)
    if len(told.lines) > _MOST_LINES:
        down.addWidget(label("…", "caption", name="past-more"))
    return made


def _emitting(signal: SignalInstance, change: Change) -> Callable[[], None]:
    return lambda: signal.emit(change)


def title_words(record: Record) -> str:
    """What the page of a record's history is called."""
    return _("History: {title}").format(title=isolate(record.title))

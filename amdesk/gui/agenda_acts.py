"""What can be done about a line of Today: the one thing its key does, and the menu of all of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from amdesk.domain.agenda_rows import Row
from amdesk.domain.contact import Address
from amdesk.domain.reminder import SNOOZE_NAMES
from amdesk.gui.agenda_row import ACTIONS
from amdesk.gui.commands import COMMANDS
from amdesk.gui.editors.sending import to_clipboard
from amdesk.gui.keys import keys_text
from amdesk.gui.page_keys import key_of
from amdesk.gui.place import Place
from amdesk.gui.speaking import announce
from amdesk.gui.widgets.menu import Menu
from amdesk.i18n.bidi import isolate
from amdesk.i18n.catalog import _
from amdesk.services import calling, greetings, occasions, reminders, summaries, task_outcomes, tasks
from amdesk.services.calling import LATER_NAMES
from amdesk.services.desk import Desk


class AgendaActs(QObject):
    """``place_requested`` asks for the page where something is done."""

    place_requested = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def act(self, row: Row) -> None:
        """Do what the line asks for: most lead to where it is done, the rest is said at once."""
        match row.action, row.kind:
            case "sent", _kind:
                summaries.mark_sent(self._desk, row.id)
            case "done", "task":
                tasks.finish(self._desk, row.id)
            case "done", _kind:
                reminders.finish(self._desk, row.id)
            case action, "task" if action in {"check", "tell"}:
                ask = "verify" if action == "tell" else ""
                self.place_requested.emit(Place("task", row.id, row.client_id, ask=ask))
            case _action, "question":
                task_id = task_outcomes.asked_about(self._desk, row.id)
                self.place_requested.emit(Place("task", task_id, row.client_id))
            case (("log" | "congratulate"), _kind):
                self.call(row)
            case "call", _kind:
                self._dial(row)
                call = summaries.get(self._desk, row.id).interaction_id
                self.place_requested.emit(Place("summary", call, row.client_id, ask="chase"))
            case _action, "interaction":
                self.place_requested.emit(Place("summary", row.id, row.client_id))
            case _action, "goal":
                self.place_requested.emit(Place("goal", row.id, row.client_id))
            case action, "summary":
                call = summaries.get(self._desk, row.id).interaction_id
                self.place_requested.emit(Place("summary", call, row.client_id, ask=action))
            case _:
                self.open(row)

    def open(self, row: Row) -> None:
        """Open the client; a reminder that is about none is opened itself."""
        about_nobody = Place("task" if row.kind == "task" else "edit_reminder", row.id)
        place = about_nobody if row.client_id is None else Place("client", row.client_id)
        self.place_requested.emit(place)

    def call(self, row: Row) -> None:
        """Copy the number of the client, or of whom it is about, let the system call it where it can, and
        begin the log of the call.
        """
        self._dial(row)
        self.place_requested.emit(Place("log_call", row.contact_id, row.client_id))

    def _dial(self, row: Row) -> None:
        assert row.client_id is not None
        number = calling.number_of(self._desk, row.client_id, contact_id=row.contact_id)
        if number is not None:
            self._copy(number)
            self._desk.dial(number.normal or number.value)

    def _copy(self, number: Address) -> None:
        QGuiApplication.clipboard().setText(number.value)
        announce(self._page, _("{number} is copied.").format(number=number.value))

    def menu(self, row: Row) -> Menu:
        """Everything that can be done about the line."""
        made = Menu(self._page, name="today-menu", title=_("What can be done with the line"))
        action = ACTIONS[row.action]
        made.do(_(action.label), lambda: self.act(row), name="today-act", icon=action.icon,
                shortcut=keys_text(key_of("today.act")))  # fmt: skip
        if row.kind == "reminder":
            self._of_reminder(made, row)
        elif row.kind == "client":
            self._of_client(made, row)
        elif row.kind == "task":
            self._of_task(made, row)
        elif row.action == "congratulate":
            self._of_occasion(made, row)
        made.addSeparator()
        if row.client_id is not None:
            self._calling(made, row)
            made.do(_("Open the client"), lambda: self.open(row), name="today-open", icon="client",
                    shortcut=keys_text(key_of("today.open")))  # fmt: skip
        if row.kind not in {"reminder", "question"}:
            about = "" if row.kind == "personal_date" else f"{row.kind}:{row.uuid}"
            remind = Place("edit_reminder", about=row.client_id, ask=about)
            self._go(made, _("New reminder"), remind, name="today-remind", icon="reminders")
        return made

    def _of_reminder(self, made: Menu, row: Row) -> None:
        made.addSeparator()
        for choice in reminders.snooze_choices(self._desk):
            snooze = partial(reminders.snooze, self._desk, row.id, choice=choice)
            made.do(_(SNOOZE_NAMES[choice]), snooze, name=f"today-snooze-{choice}", icon="clock")
        edit = Place("edit_reminder", row.id)
        self._go(made, _("Another day or time…"), edit, name="today-edit", icon="edit")
        made.addSeparator()
        drop = partial(reminders.drop, self._desk, row.id)
        made.do(_("Drop"), drop, name="today-drop", icon="close")

    def _of_task(self, made: Menu, row: Row) -> None:
        made.addSeparator()
        self._go(
            made, _("Open the task"), Place("task", row.id, row.client_id), name="today-task", icon="tasks"
        )
        if row.action != "done":
            made.do(_("Done"), partial(tasks.finish, self._desk, row.id), name="today-finish", icon="done")
        if row.at is not None:
            for choice in reminders.snooze_choices(self._desk):
                snooze = partial(task_outcomes.snooze, self._desk, row.id, choice=choice)
                made.do(_(SNOOZE_NAMES[choice]), snooze, name=f"today-snooze-{choice}", icon="clock")

    def _of_client(self, made: Menu, row: Row) -> None:
        made.addSeparator()
        for choice, words in LATER_NAMES.items():
            later = partial(calling.put_off, self._desk, row.id, choice)
            made.do(_(words), later, name=f"today-later-{choice}", icon="clock")

    def _of_occasion(self, made: Menu, row: Row) -> None:
        """A greeting goes by the person's own ways; the rest is said of this year alone."""
        made.addSeparator()
        greet = partial(greetings.hand_over, self._desk, row.kind, row.id, own={"clipboard": to_clipboard})
        made.do(_("Write greeting"), greet, name="today-greet", icon="mail")
        copied = partial(greet, way="clipboard")
        made.do(_("Copy greeting"), copied, name="today-greet-copy", icon="copy")
        made.addSeparator()
        for verb, words, icon in (
            (occasions.finish, _("Done"), "done"),
            (occasions.drop, _("Drop for this year"), "close"),
        ):
            run = partial(verb, self._desk, row.kind, row.id)
            made.do(words, run, name=f"today-{verb.__name__}", icon=icon)

    def _calling(self, made: Menu, row: Row) -> None:
        assert row.client_id is not None
        if row.action not in {"log", "congratulate"}:
            log = Place("log_call", about=row.client_id)
            self._go(made, _("Log a call"), log, name="today-log", icon="calls",
                     shortcut=COMMANDS["call.log"].shortcut)  # fmt: skip
        number = calling.number_of(self._desk, row.client_id, contact_id=row.contact_id)
        if number is not None:
            said = _("Call {number}").format(number=isolate(number.value))
            made.do(said, lambda: self.call(row), name="today-call", icon="mobile")
            copy: Callable[[], object] = partial(self._copy, number)
            made.do(_("Copy the number"), copy, name="today-copy", icon="copy")

    def _go(self, made: Menu, words: str, place: Place, *, name: str, icon: str, shortcut: str = "") -> None:
        keys = keys_text(shortcut) if shortcut else ""
        made.do(words, lambda: self.place_requested.emit(place), name=name, icon=icon, shortcut=keys)

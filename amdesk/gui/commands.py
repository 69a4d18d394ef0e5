"""What a person can tell the program to do: one line each, without Qt; menus, buttons and keys share them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from amdesk.domain.messages import N_
from amdesk.gui import records
from amdesk.gui.place import Place
from amdesk.services.desk import Desk


class Around(Protocol):
    """What stands around the pages and serves all of them."""

    @property
    def can_explain(self) -> bool: ...
    @property
    def client(self) -> int | None: ...
    def open_commands(self) -> None: ...
    def explain(self) -> None: ...
    def step_part(self, by: int) -> None: ...
    def turn_side_bar(self) -> None: ...
    def turn_full_screen(self) -> None: ...
    def lock(self) -> None: ...
    def quit(self) -> None: ...
    def can(self, verb: str) -> bool: ...
    def do(self, verb: str) -> None: ...


class Shell(Protocol):
    """The window as commands know it."""

    @property
    def desk(self) -> Desk: ...
    @property
    def place(self) -> Place: ...
    @property
    def can_go_back(self) -> bool: ...
    @property
    def can_go_forward(self) -> bool: ...
    @property
    def around(self) -> Around: ...
    def go(self, place: Place) -> None: ...
    def back(self) -> None: ...
    def forward(self) -> None: ...
    def begin_find(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def close(self) -> bool: ...


def _always(_: Shell) -> bool:
    return True


class Command(NamedTuple):
    """One command: ``label`` is a message id, ``shortcut`` in Qt's portable form, ``icon`` a name of ours."""

    id: str
    label: str
    run: Callable[[Shell], object]
    shortcut: str = ""
    icon: str = ""
    enabled: Callable[[Shell], bool] = _always


def _go(page: str) -> Callable[[Shell], None]:
    return lambda shell: shell.go(Place(page))


def client_in_view(place: Place) -> int | None:
    """The client a place is about, so that a new call is logged for it without asking."""
    return place.id if place.page == "client" else place.about


def _client(shell: Shell) -> int | None:
    """The client of the line the keys are on, else the one the page is about."""
    return shell.around.client or client_in_view(shell.place)


def _new_task(shell: Shell) -> Place:
    """For the client one is at; beside a goal, it serves that."""
    goal = shell.place.id if shell.place.page == "goal" else None
    return Place("edit_task", about=_client(shell), within=goal)


def _new_reminder(shell: Shell) -> Place:
    from amdesk.gui.about_reminders import new_reminder

    return new_reminder(shell.desk, shell.place, client_id=_client(shell))


def _history(shell: Shell) -> Place | None:
    """The history of the record that is shown; on a list that of the client of the line the keys are on."""
    client = shell.around.client
    found = records.history_at(shell.place)
    return found or (records.history_of("client", client, client) if client is not None else None)


def _go_to_history(shell: Shell) -> None:
    place = _history(shell)
    if place is not None:
        shell.go(place)


def _of_page(id_: str, label: str, shortcut: str = "", icon: str = "") -> Command:
    """A command that only the page one is on can run, and says when."""
    return Command(id_, label, lambda s: s.around.do(id_), shortcut, icon, lambda s: s.around.can(id_))


def _of_client(id_: str, label: str, page: str, shortcut: str = "") -> Command:
    """A command that goes to a page about the client one is at."""
    return Command(
        id_, label, lambda s: s.go(Place(page, about=_client(s))), shortcut, "post",
        lambda s: _client(s) is not None,
    )  # fmt: skip


_ALL = (
    Command(
        "call.log", N_("Log a call"), lambda s: s.go(Place("log_call", about=_client(s))),
        "Ctrl+L", "calls",
    ),
    Command("client.new", N_("New client"), _go("edit_client"), "Ctrl+N", "client"),
    Command(
        "contact.new", N_("Add contact"),
        lambda s: s.go(Place("edit_contact", about=client_in_view(s.place))),
        "Ctrl+Shift+N", "add_contact", lambda s: client_in_view(s.place) is not None,
    ),
    Command(
        "client.edit", N_("Edit client"), lambda s: s.go(Place("edit_client", s.place.id)),
        "F2", "edit", lambda s: s.place.page == "client",
    ),
    Command(
        "client.merge", N_("Merge with another client…"),
        lambda s: s.go(Place("merge_with", _client(s), ask="client")), "", "copy",
        lambda s: _client(s) is not None,
    ),
    Command("task.new", N_("New task"), lambda s: s.go(_new_task(s)), "Ctrl+Shift+T", "tasks"),
    Command(
        "task.edit", N_("Edit task"), lambda s: s.go(Place("edit_task", s.place.id)),
        "", "edit", lambda s: s.place.page == "task",
    ),
    Command(
        "reminder.new", N_("New reminder"),
        lambda s: s.go(_new_reminder(s)), "Ctrl+Shift+R", "reminders",
    ),
    Command(
        "goal.new", N_("New goal"), lambda s: s.go(Place("edit_goal", about=_client(s))),
        "Ctrl+Shift+G", "goal",
    ),
    Command(
        "goal.edit", N_("Edit goal"), lambda s: s.go(Place("edit_goal", s.place.id, s.place.about)),
        "", "edit", lambda s: s.place.page == "goal",
    ),
    _of_page("goal.measure", N_("Type a measurement"), "Ctrl+M", "goal"),
    _of_page("summary.send", N_("Send for confirmation"), icon="send"),
    _of_client("client.prepare", N_("Prepare"), "prepare", "Ctrl+Shift+P"),
    _of_client("client.sheet", N_("Client sheet"), "sheet"),
    _of_client("client.report", N_("Monthly report"), "monthly_report"),
    Command(
        "record.history", N_("History"), _go_to_history, "Ctrl+H", "history",
        lambda s: _history(s) is not None,
    ),
    _of_page("page.print", N_("Print…"), "Ctrl+P", "print"),
    Command("data.import", N_("Import…"), _go("import"), "Ctrl+I", "import"),
    Command("data.export", N_("Export…"), _go("export"), "Ctrl+E", "export"),
    Command("data.back_up", N_("Back up now"), lambda s: s.go(Place("backups", ask="now")), "", "export"),
    Command("data.backups", N_("Restore a backup…"), _go("backups"), "", "import"),
    Command(
        "data.move", N_("Move my data to…"), lambda s: s.go(Place("settings", at="data-place")), "", "folder",
        lambda s: s.desk.key is not None,
    ),
    Command("mail.account", N_("Sending account…"), _go("mail_account"), "", "send"),
    Command(
        "window.lock", N_("Lock"), lambda s: s.around.lock(), "Ctrl+Shift+L", "private",
        lambda s: s.desk.key is not None,
    ),
    Command("window.close", N_("Quit"), lambda s: s.around.quit(), "Ctrl+Q", "close"),
    Command(
        "edit.undo", N_("Undo"), lambda s: s.undo(), "Ctrl+Z", "undo", lambda s: s.desk.undo_label is not None
    ),
    Command(
        "edit.redo", N_("Redo"), lambda s: s.redo(), "Ctrl+Shift+Z", "redo",
        lambda s: s.desk.redo_label is not None,
    ),
    Command("edit.find", N_("Find"), lambda s: s.begin_find(), "Ctrl+F", "search"),
    Command("view.next", N_("Next part of the window"), lambda s: s.around.step_part(1), "F6", "later"),
    Command(
        "view.before", N_("Part of the window before"), lambda s: s.around.step_part(-1), "Shift+F6",
        "earlier",
    ),
    Command("view.side", N_("Side bar"), lambda s: s.around.turn_side_bar(), "F9", "side_bar"),
    Command("view.full", N_("Full screen"), lambda s: s.around.turn_full_screen(), "F11", "full_screen"),
    # The same keys whichever way one reads, as Qt's own dialogs have them: GNOME's programs turn them round.
    Command("go.back", N_("Back"), lambda s: s.back(), "Alt+Left", "back", lambda s: s.can_go_back),
    Command(
        "go.forward", N_("Forward"), lambda s: s.forward(), "Alt+Right", "forward",
        lambda s: s.can_go_forward,
    ),
    Command("go.today", N_("Today"), _go("today"), "Ctrl+1", "today"),
    Command("go.clients", N_("Clients"), _go("clients"), "Ctrl+2", "clients"),
    Command("go.duplicates", N_("Duplicates"), _go("duplicates"), "", "copy"),
    Command("go.calls", N_("Calls"), _go("calls"), "Ctrl+3", "calls"),
    Command("go.goals", N_("Goals"), _go("goals"), "Ctrl+4", "goal"),
    Command("go.tasks", N_("Tasks"), _go("tasks"), "Ctrl+5", "tasks"),
    Command("goal.board", N_("Goals over time"), _go("goals_board"), "Ctrl+Shift+B", "board"),
    Command("go.reminders", N_("Reminders"), _go("reminders"), "Ctrl+6", "reminders"),
    Command("go.outbox", N_("Outbox"), _go("outbox"), "", "send"),
    Command("go.trash", N_("Trash"), _go("trash"), "", "remove"),
    Command("go.settings", N_("Settings"), _go("settings"), "Ctrl+,", "settings"),
    Command("help.keys", N_("Keyboard shortcuts"), _go("keys"), "F1", "keyboard"),
    Command("help.commands", N_("Commands"), lambda s: s.around.open_commands(), "Ctrl+K", "search"),
    Command(
        "help.explain", N_("What is this?"), lambda s: s.around.explain(), "Shift+F1", "question",
        lambda s: s.around.can_explain,
    ),
    Command("help.welcome", N_("First steps"), _go("welcome"), "", "meeting"),
    Command("help.report", N_("Report a problem"), _go("report"), "", "alert"),
    Command("help.about", N_("About amdesk"), _go("about"), "", "info"),
)  # fmt: skip
COMMANDS = {command.id: command for command in _ALL}

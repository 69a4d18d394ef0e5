"""What a person can tell the program to do: one line each, without Qt; menus, buttons and keys share them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from amdesk.domain.messages import N_
from amdesk.gui.place import Place
from amdesk.services.desk import Desk


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


_ALL = (
    Command(
        "call.log", N_("Log a call"), lambda s: s.go(Place("log_call", about=client_in_view(s.place))),
        "Ctrl+L", "calls",
    ),
    Command("client.new", N_("New client"), _go("edit_client"), "Ctrl+N", "client"),
    Command("data.import", N_("Import…"), _go("import"), "Ctrl+I", "import"),
    Command("data.export", N_("Export…"), _go("export"), "Ctrl+E", "export"),
    Command("window.close", N_("Quit"), lambda s: s.close(), "Ctrl+Q"),
    Command(
        "edit.undo", N_("Undo"), lambda s: s.undo(), "Ctrl+Z", "undo", lambda s: s.desk.undo_label is not None
    ),
    Command(
        "edit.redo", N_("Redo"), lambda s: s.redo(), "Ctrl+Shift+Z", "redo",
        lambda s: s.desk.redo_label is not None,
    ),
    Command("edit.find", N_("Find"), lambda s: s.begin_find(), "Ctrl+F", "search"),
    Command("go.back", N_("Back"), lambda s: s.back(), "Alt+Left", "back", lambda s: s.can_go_back),
    Command(
        "go.forward", N_("Forward"), lambda s: s.forward(), "Alt+Right", "forward",
        lambda s: s.can_go_forward,
    ),
    Command("go.today", N_("Today"), _go("today"), "Ctrl+1", "today"),
    Command("go.clients", N_("Clients"), _go("clients"), "Ctrl+2", "clients"),
    Command("go.calls", N_("Calls"), _go("calls"), "Ctrl+3", "calls"),
    Command("help.welcome", N_("First steps"), _go("welcome"), icon="clients"),
    Command("go.settings", N_("Settings"), _go("settings"), "Ctrl+4", "settings"),
)  # fmt: skip
COMMANDS = {command.id: command for command in _ALL}

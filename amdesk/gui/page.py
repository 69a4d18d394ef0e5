"""What the window asks of a page, and the table of all pages and editors."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from amdesk.domain.messages import N_
from amdesk.gui.place import Place
from amdesk.services.desk import Desk


@dataclass(frozen=True)
class Face:
    """What a page shows in the window's frame, and what it remembers when it is left.

    ``title`` and ``status`` are asked after each refresh; ``tools`` stand at the trailing end of the title's
    row; ``focus`` takes the keys on arrival, ``find`` on Ctrl+F. A page that writes while one types is
    ``quiet``: its steps do not raise the undo bar. ``setting_changed`` carries the key of a setting.
    """

    title: Callable[[], str]
    tools: Sequence[QWidget] = ()
    status: Callable[[], str] = lambda: ""
    focus: QWidget | None = None
    find: QWidget | None = None
    memory: Callable[[], Mapping[str, object]] = dict
    recall: Callable[[Mapping[str, object]], object] = lambda _: None
    quiet: bool = False
    setting_changed: SignalInstance | None = None


class Page(Protocol):
    """A widget the window shows.

    ``TABLES`` are those whose change makes it ``refresh``. ``place_requested`` carries a Place to go to;
    ``finished``, of an editor, a Place to go to instead of it, or nothing for the place before.
    """

    @property
    def TABLES(self) -> frozenset[str]: ...
    @property
    def place_requested(self) -> SignalInstance: ...
    @property
    def finished(self) -> SignalInstance: ...
    @property
    def face(self) -> Face: ...
    def refresh(self) -> None: ...


@dataclass(frozen=True, slots=True)
class PageKind:
    """One line of the table: how a page is built, and, if it is in the side bar, its words and picture."""

    id: str
    build: Callable[[Desk, Place], Page]
    label: str = ""
    icon: str = ""
    side: Literal["top", "bottom", ""] = ""
    belongs_to: str = ""


def _today(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.today import TodayPage

    return TodayPage(desk)


def _clients(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.clients import ClientsPage

    return ClientsPage(desk)


def _client(desk: Desk, place: Place) -> Page:
    from amdesk.gui.pages.client import ClientPage

    return ClientPage(desk, place.id or 0)


def _calls(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.calls import CallsPage

    return CallsPage(desk)


def _settings(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.settings import SettingsPage

    return SettingsPage(desk)


def _edit_client(desk: Desk, place: Place) -> Page:
    from amdesk.gui.editors.client import ClientEditor

    return ClientEditor(desk, place.id)


def _edit_contact(desk: Desk, place: Place) -> Page:
    from amdesk.gui.editors.contact import ContactEditor

    return ContactEditor(desk, place.id, client_id=place.about or 0)


def _log_call(desk: Desk, place: Place) -> Page:
    from amdesk.gui.editors.interaction import LogCall

    return LogCall(desk, client_id=place.about)


def _summary(desk: Desk, place: Place) -> Page:
    from amdesk.gui.pages.summary import SummaryPage

    return SummaryPage(desk, place.id or 0)


def _import(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.importing import ImportPage

    return ImportPage(desk)


def _export(desk: Desk, _: Place) -> Page:
    from amdesk.gui.pages.exporting import ExportPage

    return ExportPage(desk)


_ALL = (
    PageKind("today", _today, N_("Today"), "today", "top"),
    PageKind("clients", _clients, N_("Clients"), "clients", "top"),
    PageKind("calls", _calls, N_("Calls"), "calls", "top"),
    PageKind("settings", _settings, N_("Settings"), "settings", "bottom"),
    PageKind("client", _client, belongs_to="clients"),
    PageKind("edit_client", _edit_client, belongs_to="clients"),
    PageKind("edit_contact", _edit_contact, belongs_to="clients"),
    PageKind("log_call", _log_call, belongs_to="calls"),
    PageKind("summary", _summary, belongs_to="calls"),
    PageKind("import", _import, belongs_to="clients"),
    PageKind("export", _export, belongs_to="clients"),
)
PAGES = {kind.id: kind for kind in _ALL}

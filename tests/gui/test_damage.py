"""Harm that comes while one works: the rest works on, typed words stay, and there is a way on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from amdesk.domain.errors import DamagedError, DiskError
from amdesk.gui import palette_items
from amdesk.gui.application import Application
from amdesk.gui.editors.client import ClientEditor
from amdesk.gui.editors.interaction import LogCall
from amdesk.gui.pages.clients import ClientsPage
from amdesk.gui.pages.trouble import TroublePage
from amdesk.gui.place import Place
from amdesk.gui.room_watch import RoomWatch
from amdesk.gui.window import Window
from amdesk.services import clients, damage
from amdesk.services.desk import Desk

_PAGE = 4096


@pytest.fixture
def harmed(desk: Desk) -> Desk:
    """A desk of whose file one byte was flipped, where the goals are."""
    _flip(desk, int(desk.store.value("SELECT rootpage FROM sqlite_schema WHERE name = 'goal'")))
    return desk


def _flip(desk: Desk, page: int) -> None:
    """Flip a byte of a page of the file."""
    assert desk.folder is not None
    desk.store.connection.close()
    file = desk.folder / "amdesk.sqlite"
    whole = bytearray(file.read_bytes())
    whole[(page - 1) * _PAGE + 100] ^= 1
    file.write_bytes(whole)
    damage.go_on(desk)


def _harm_some(desk: Desk, ids: list[int], *, since: int) -> None:
    """Flip a byte of a page on which some of the clients are, among those that came since."""
    for page in range(since + 1, int(desk.store.value("PRAGMA page_count")) + 1):
        _flip(desk, page)
        read, lost = damage.each(desk, ids, partial(clients.lines, desk))
        if read and lost:
            return
        _flip(desk, page)
    pytest.fail("the clients are on pages of their own")


@pytest.mark.parametrize("spoken", ["en"], indirect=True)
def test_a_page_that_cannot_be_read_says_so_and_the_others_work_on(harmed: Desk, window: Window) -> None:
    window.go(Place("goals"))
    page = window.pages.page
    assert isinstance(page, TroublePage)
    asked: list[bool] = []
    window.pages.door_requested.disconnect()
    window.pages.door_requested.connect(lambda: asked.append(True))
    mend = page.findChild(QPushButton, "trouble-mend")
    assert mend is not None
    mend.click()
    assert asked
    window.go(Place("clients"))
    assert isinstance(window.pages.page, ClientsPage)
    before = len(clients.find(harmed))
    clients.add(harmed, name="Northwind Traders")
    assert len(clients.find(harmed)) == before + 1


@pytest.mark.parametrize("spoken", ["en"], indirect=True)
def test_a_list_of_which_no_line_can_be_read_says_so_with_a_way_on(
    desk: Desk, window: Window, qtbot: QtBot
) -> None:
    for number in range(10):
        clients.add(desk, name=f"Client {number}")
    _flip(desk, int(desk.store.value("SELECT rootpage FROM sqlite_schema WHERE name = 'client'")))
    asked: list[bool] = []
    window.pages.door_requested.disconnect()
    window.pages.door_requested.connect(lambda: asked.append(True))
    window.go(Place("clients"))
    page = window.pages.page
    assert isinstance(page, ClientsPage)
    qtbot.waitUntil(lambda: page.table.unread.shown is not None and page.table.unread.shown.isVisible())
    mend = page.table.findChild(QPushButton, "list-damaged-mend")
    assert mend is not None
    mend.click()
    assert asked


@pytest.mark.parametrize("spoken", ["en"], indirect=True)
def test_a_line_that_cannot_be_read_says_so_among_those_that_can(
    desk: Desk, window: Window, qtbot: QtBot
) -> None:
    first = desk.store.value("PRAGMA page_count")
    for number in range(30):
        clients.add(desk, name=f"Client {number:02}", notes="word " * 200)
    sound = {line.id: line.name for line in clients.lines(desk, clients.find(desk, ""))}
    _harm_some(desk, list(sound), since=int(first))
    with qtbot.captureExceptions() as told:
        window.go(Place("clients"))
        qtbot.waitUntil(lambda: bool(told))
    assert told[0][0] is DamagedError
    page = window.pages.page
    assert isinstance(page, ClientsPage)
    shown = {one: page.rows.index(page.rows.row_of(one), 0).data() for one in clients.find(desk, "")}
    lost = [one for one, words in shown.items() if words == "Cannot be read"]
    assert 0 < len(lost) < len(sound)
    assert all(words == sound[one] for one, words in shown.items() if one not in lost)
    assert page.rows.line(page.rows.row_of(lost[0])) is None, "nothing is done with what cannot be read"


def test_a_step_that_meets_damage_is_taken_back_and_the_next_one_is_kept(harmed: Desk) -> None:
    before = len(clients.find(harmed))
    with pytest.raises(DamagedError):
        _add_and_stumble(harmed)
    assert len(clients.find(harmed)) == before
    clients.add(harmed, name="Northwind Traders")
    assert len(clients.find(harmed)) == before + 1


@pytest.mark.parametrize("spoken", ["en"], indirect=True)
def test_on_a_full_disk_what_was_typed_stays_in_the_form(desk: Desk, window: Window) -> None:
    window.go(Place("edit_client"))
    editor = window.pages.page
    assert isinstance(editor, ClientEditor)
    limit = _filled_up(desk)
    before = len(clients.find(desk))
    editor.name.setText("Northwind Traders")
    editor.notes.setPlainText("word " * 20_000)
    with pytest.raises(DiskError):
        editor.save()
    assert window.pages.page is editor
    assert editor.name.text() == "Northwind Traders"
    assert len(clients.find(desk)) == before
    limit()
    editor.save()
    assert len(clients.find(desk)) == before + 1


@pytest.mark.parametrize("spoken", ["en"], indirect=True)
def test_what_was_said_of_a_full_disk_goes_once_there_is_room(desk: Desk, window: Window) -> None:
    room = [False]
    window.message.say("The disk takes no more.")
    watch = RoomWatch(window.message, desk, again=lambda: None, is_there=lambda _folder: room[0])
    watch.begin()
    watch.look()
    assert window.message.isVisible()
    room[0] = True
    watch.look()
    assert not window.message.isVisible()


@pytest.mark.parametrize("closed", [False, True])
def test_words_refused_by_a_full_disk_are_kept_by_themselves_once_there_is_room(
    desk: Desk, window: Window, closed: bool
) -> None:
    window.go(Place("log_call"))
    page = window.pages.page
    assert isinstance(page, LogCall)
    make_room = _filled_up(desk)
    page.call.line.setText("Agreed on the spring campaign. " * 2_000)
    page.saver.touch("call", page._keep)
    with pytest.raises(DiskError) as full:
        page.saver.flush()
    window.say(full.value)
    if closed:
        window.message.hide()
    window.room.look()
    assert _waits(page), "there is room on the disk, not yet in the file"
    assert window.message.isVisible() != closed
    make_room()
    window.room.look()
    assert not _waits(page)
    assert not window.message.isVisible()


def _waits(page: LogCall) -> bool:
    return page.saver.is_waiting


def _add_and_stumble(desk: Desk) -> None:
    with desk.step("x"):
        clients.add(desk, name="Northwind Traders")
        desk.store.execute("DELETE FROM goal")


def _filled_up(desk: Desk) -> Callable[[], object]:
    """Let no page be added any more; what comes back makes room again."""
    pages = desk.store.value("PRAGMA page_count")
    desk.store.connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    return lambda: desk.store.connection.execute(f"PRAGMA max_page_count = {pages * 10}").fetchall()


@pytest.mark.parametrize("leave", ["aside", "elsewhere"])
def test_words_that_the_disk_does_not_take_stay_on_the_screen_until_it_does(
    desk: Desk, window: Window, leave: str
) -> None:
    window.go(Place("log_call"))
    page = window.pages.page
    assert isinstance(page, LogCall)
    make_room = _filled_up(desk)
    page.call.line.setText("Agreed on the spring campaign. " * 2_000)

    def go() -> None:
        page.saver.touch("call", page._keep)
        window.go(Place("clients")) if leave == "elsewhere" else window.pages._finish(None)

    with pytest.raises(DiskError):
        go()
    assert window.pages.page is page
    assert page.call.line.text().startswith("Agreed")
    make_room()
    go()
    assert window.pages.page is not page
    window.go(Place("log_call"))
    again = window.pages.page
    assert isinstance(again, LogCall)
    assert again.call.line.text().startswith("Agreed")


def test_on_a_full_disk_the_palette_still_leads_everywhere(desk: Desk, window: Window) -> None:
    (item,) = [
        one for one in palette_items.items(window, "Goals", wheres={}) if one.key == "command:go.goals"
    ]
    desk.store.connection.execute("PRAGMA query_only = ON")  # as a disk that takes nothing at all
    palette_items.run(window, item)
    desk.store.connection.execute("PRAGMA query_only = OFF")
    assert window.place == Place("goals")


@pytest.mark.parametrize("spoken", ["en"], indirect=True)
def test_the_program_says_once_that_the_disk_does_not_take_the_last_words_before_it_ends(
    qapp: QApplication, qtbot: QtBot, desk: Desk, spoken: str
) -> None:
    desk.settings.choose("on_close", "quit")
    running = Application(qapp, desk, spoken=spoken)
    running.show()
    qtbot.waitUntil(lambda: running.presence is not None)
    window = running.window
    window.go(Place("log_call"))
    page = window.pages.page
    assert isinstance(page, LogCall)
    make_room = _filled_up(desk)
    page.call.line.setText("Agreed on the spring campaign. " * 2_000)
    page.saver.touch("call", page._keep)
    assert not window.close()
    assert window.isVisible()
    assert window.message.isVisible()
    assert window.close(), "nobody is kept in the program for ever"
    make_room()
    running.close()

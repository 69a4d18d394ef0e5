"""The trash in the window: seen, put back and let go by keys."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from amdesk.gui import show
from amdesk.gui.forgetting import Forgetting
from amdesk.gui.pages.trash import TrashPage
from amdesk.gui.place import Place
from amdesk.gui.widgets.empty import Empty
from amdesk.gui.widgets.fields import Picker
from amdesk.gui.window import Window
from amdesk.i18n.catalog import _, ngettext
from amdesk.services import clients, interactions, trash
from amdesk.services.desk import Desk
from amdesk.services.forgetting import has_words
from tests.gui.keys import Key, Keyboard


def page_of(window: Window) -> TrashPage:
    window.go(Place("trash"))
    shown = window.pages.page
    assert isinstance(shown, TrashPage)
    return shown


def test_an_empty_trash_says_what_it_is_for(window: Window) -> None:
    page = page_of(window)
    assert page.list.currentWidget() is not page.table
    assert not page.back.isEnabled()


def test_the_way_back_does_not_hide_what_is_said_below_the_list(window: Window, desk: Desk) -> None:
    window.resize(1280, 820)
    page = page_of(window)
    clients.remove(desk, clients.find(desk, "")[0])
    QApplication.processEvents()
    bar, told = window.undo_bar, page.told
    assert bar.isVisible()
    assert told.isVisible()
    assert bar.mapToGlobal(bar.rect().bottomLeft()).y() < told.mapToGlobal(told.rect().topLeft()).y()


def test_what_is_deleted_is_put_back_by_enter(window: Window, desk: Desk) -> None:
    was = clients.find(desk, "")
    clients.remove(desk, was[0])
    page = page_of(window)
    assert page.list.currentWidget() is page.table
    page.table.take_focus()
    Keyboard(window).press(Key.Key_Return)
    assert clients.find(desk, "") == was
    assert trash.find(desk) == []


def test_what_is_looked_for_and_not_there_is_not_said_of_the_whole_trash(window: Window, desk: Desk) -> None:
    clients.remove(desk, clients.find(desk, "")[0])
    page = page_of(window)
    assert page.face.status is not None
    assert page.face.status() == ngettext("{n} in the trash", "{n} in the trash", 1).format(n=show.count(1))
    page.list.search.setText("zzz")
    assert page.face.status() == ngettext("{n} found", "{n} found", 0).format(n=show.count(0))
    lost = page.list.currentWidget()
    assert isinstance(lost, Empty)
    assert _("Try fewer letters.") in lost.text.text(), "every kind is looked through already"
    assert isinstance(page.list.by, Picker)
    page.list.by.choose("client")
    page.list.refresh()
    assert _("Try fewer letters, or another kind.") in lost.text.text()


def test_several_go_for_good_by_one_key_and_come_back_by_undo(window: Window, desk: Desk) -> None:
    for call in interactions.find(desk)[:2]:
        interactions.remove(desk, call)
    page = page_of(window)
    page.table.take_focus()
    page.table.selectAll()
    Keyboard(window).press(Key.Key_Delete)
    assert trash.find(desk) == []
    window.undo()
    assert len(trash.find(desk)) == 2


def test_before_one_deletes_for_good_one_reads_that_backups_hold_it_still(window: Window, desk: Desk) -> None:
    page = page_of(window)
    assert not page.told.isVisible(), "there is nothing to delete"
    clients.remove(desk, clients.find(desk, "")[0])
    words, way = page.told.findChild(QLabel), page.told.findChild(QPushButton)
    assert isinstance(words, QLabel)
    assert words.isVisible()
    assert isinstance(way, QPushButton)
    way.click()
    assert window.place == Place("backups")


def test_it_is_narrowed_by_kind_and_by_words(window: Window, desk: Desk) -> None:
    clients.remove(desk, clients.find(desk, "")[0])
    interactions.remove(desk, interactions.find(desk)[0])
    page = page_of(window)
    assert page.table.rows.rowCount() == 2
    assert isinstance(page.list.by, Picker)
    page.list.by.choose("client")
    page.refresh()
    assert page.table.rows.rowCount() == 1
    page.list.search.setText("zzz")
    assert page.list.currentWidget() is not page.table
    page.clear()
    assert page.table.rows.rowCount() == 2


def test_for_good_means_no_trace_once_the_program_has_ended(window: Window, desk: Desk, qtbot: QtBot) -> None:
    client = clients.add(desk, name="Whippoorwill")
    clients.remove(desk, client)
    trash.remove(desk, trash.find(desk))
    forgetting = Forgetting(desk, window)
    forgetting.look()
    qtbot.waitUntil(lambda: not has_words(desk))
    forgetting.stop()
    told = desk.store.column("SELECT was FROM history")
    assert not [one for one in told if "Whippoorwill" in one]

"""Being there: what closing means, what ends the program and what does not, starting with the session."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from amdesk.gui.application import Application
from amdesk.gui.place import Place
from amdesk.gui.presence import Presence
from amdesk.gui.tray.closing import ClosingBar
from amdesk.gui.tray.instance import Listener, tell_first
from amdesk.gui.tray.status import AlarmStatus
from amdesk.services import reminders
from amdesk.services.desk import Desk
from tests.desks import client_with_contact

_PATIENCE = 20_000


@pytest.fixture
def desk(empty_desk: Desk) -> Desk:
    """Nothing rings here but what a test sets."""
    return empty_desk


@pytest.fixture
def spoken() -> str:
    return "en"


@pytest.fixture
def there(application: Application, qtbot: QtBot) -> Iterator[Presence]:
    """The presence of a program that has started."""
    qtbot.waitUntil(lambda: application.presence is not None)
    assert application.presence is not None
    yield application.presence
    application.presence.quit()


def bar(application: Application) -> ClosingBar | None:
    found = [one for one in application.window.findChildren(ClosingBar) if one.isVisible()]
    assert len(found) <= 1
    return found[0] if found else None


def press(parent: QWidget, name: str) -> None:
    found = parent.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    found.click()


def ends(app: QApplication, act: Callable[[], object]) -> bool:
    """Whether the program ends by something; what does not end it is known once Qt has nothing left to do."""
    stop = QTimer(singleShot=True)
    stop.timeout.connect(lambda: app.exit(1))
    begin = QTimer(singleShot=True)
    begin.timeout.connect(lambda: (act(), stop.start(0)))
    begin.start(0)
    code = app.exec()
    stop.stop()
    return code == 0


def test_closing_is_asked_about_once_and_staying_is_remembered(
    application: Application, there: Presence, qapp: QApplication
) -> None:
    window = application.window
    assert not ends(qapp, window.close)
    assert window.isVisible()
    window.close()
    asked = bar(application)
    assert asked is not None
    press(asked, "closing-stay")
    assert not window.isVisible()
    there.show_window()
    assert window.isVisible()
    assert not ends(qapp, window.close)
    assert not window.isVisible()
    assert bar(application) is None, "it is asked once"


def test_quitting_is_remembered_as_well(
    application: Application, there: Presence, desk: Desk, qapp: QApplication
) -> None:
    application.window.close()
    asked = bar(application)
    assert asked is not None
    assert ends(qapp, lambda: press(asked, "closing-quit"))
    assert desk.settings["on_close"] == "quit"


def test_where_closing_means_the_end_it_is_the_end(
    application: Application, there: Presence, desk: Desk, qapp: QApplication
) -> None:
    desk.settings.choose("on_close", "quit")
    assert ends(qapp, application.window.close)


def test_cancelled_the_window_stays_and_is_asked_about_again(
    application: Application, there: Presence, desk: Desk
) -> None:
    application.window.close()
    asked = bar(application)
    assert asked is not None
    press(asked, "closing-cancel")
    assert bar(application) is None
    application.window.close()
    assert bar(application) is asked
    assert desk.settings["on_close"] == "ask"


@pytest.mark.parametrize("meaning", ["ask", "stay"])
def test_quit_ends_the_program_whatever_closing_means(
    application: Application, there: Presence, desk: Desk, qapp: QApplication, meaning: str
) -> None:
    desk.settings.choose("on_close", meaning)
    assert ends(qapp, application.window.commands.by_id["window.close"].trigger)


def test_quit_in_the_trays_menu_ends_it_without_a_window(
    application: Application, there: Presence, desk: Desk, qapp: QApplication
) -> None:
    desk.settings.choose("on_close", "stay")
    application.window.close()
    tray = there.ringing.tray
    assert tray is not None
    assert ends(qapp, tray.menu.actions()[-1].trigger)


def test_a_popup_that_closes_over_a_hidden_window_does_not_end_the_program(
    application: Application, there: Presence, desk: Desk, qapp: QApplication
) -> None:
    desk.settings.choose("on_close", "stay")
    application.window.close()
    reminders.add(desk, text="Now", due_on=desk.today(), clock="00:01", urgent=True)
    there.ringing.alarm.look()
    popup = there.ringing.popup
    assert popup is not None
    assert popup.isVisible()
    assert not ends(qapp, popup.close)


def test_another_language_keeps_what_rings_and_lets_the_old_window_go(
    application: Application, there: Presence, desk: Desk, qapp: QApplication
) -> None:
    reminders.add(desk, text="Now", due_on=desk.today(), clock="00:01", urgent=True)
    there.ringing.alarm.look()
    old, alarm = application.window, there.ringing.alarm
    old.close()
    application.set_language("ru")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(old)
    assert there.ringing.alarm is alarm
    popup = there.ringing.popup
    assert popup is not None
    assert popup.isVisible(), "what has come is still shown"
    assert popup.accessibleName() == "1 напоминание"
    assert there.ringing.tray is not None
    assert "Показать amdesk" in [action.text() for action in there.ringing.tray.menu.actions()]
    (status,) = application.window.findChildren(AlarmStatus)
    assert status.words.text().startswith("проверено")
    assert bar(application) is None
    application.window.close()
    assert bar(application) is not None, "the new window asks as the old one did"


def test_what_is_opened_from_a_popup_brings_the_window_up(
    application: Application, there: Presence, desk: Desk
) -> None:
    desk.settings.choose("on_close", "stay")
    application.window.close()
    client, _maya = client_with_contact(desk)
    reminders.add(desk, text="Now", due_on=desk.today(), clock="00:01", urgent=True, client_id=client)
    there.ringing.alarm.look()
    assert there.ringing.popup is not None
    press(there.ringing.popup, "popup-open")
    assert application.window.isVisible()
    assert application.window.place == Place("client", client)


def test_a_later_start_is_heard(tmp_path: Path, qtbot: QtBot) -> None:
    first = Listener(tmp_path)
    with qtbot.waitSignal(first.show_requested, timeout=_PATIENCE):
        assert tell_first(tmp_path, "show")
    first.close()


def test_a_later_start_without_a_window_leaves_the_first_one_s_where_it_is(
    tmp_path: Path, qtbot: QtBot
) -> None:
    first = Listener(tmp_path)
    asked: list[str] = []
    first.show_requested.connect(lambda: asked.append("show"))
    assert tell_first(tmp_path, "stay"), "it is heard"
    with qtbot.waitSignal(first.show_requested, timeout=_PATIENCE):
        assert tell_first(tmp_path, "show")
    assert asked == ["show"]
    first.close()


def test_a_socket_that_a_killed_program_left_behind_is_taken_over(tmp_path: Path, qtbot: QtBot) -> None:
    Listener(tmp_path)  # never closed
    second = Listener(tmp_path)
    with qtbot.waitSignal(second.show_requested, timeout=_PATIENCE):
        assert tell_first(tmp_path, "show")
    second.close()


def test_what_was_never_shown_can_be_quit(qapp: QApplication, desk: Desk) -> None:
    started = Application(qapp, desk, spoken="en")
    started.show("minimized")
    assert started.presence is not None
    assert ends(qapp, started.presence.quit)
    started.close()
    assert not started.window.isVisible()


def test_opened_for_one_picture_nothing_rings(qapp: QApplication, desk: Desk, qtbot: QtBot) -> None:
    reminders.add(desk, text="Now", due_on=desk.today(), clock="00:01", urgent=True)
    started = Application(qapp, desk, spoken="en")
    with qtbot.waitSignal(started.window.settled):
        started.show("once")
    qapp.processEvents()
    assert started.presence is None
    assert len(reminders.due(desk)) == 1, "it rings when the program is opened to stay"
    started.close()


def test_minimized_it_rings_without_a_window(
    qapp: QApplication, desk: Desk, spoken: str, qtbot: QtBot
) -> None:
    reminders.add(desk, text="Now", due_on=desk.today(), clock="00:01", urgent=True)
    started = Application(qapp, desk, spoken=spoken)
    started.show("minimized")
    assert started.presence is not None
    assert started.presence.ringing.popup is not None
    assert started.presence.ringing.popup.isVisible()
    assert not started.window.isVisible()
    with qtbot.waitSignal(started.window.settled):
        started.presence.show_window()
    assert started.window.isVisible()
    started.close()


@pytest.fixture
def starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file by which a session of Linux starts it."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path / "autostart" / "amdesk.desktop"


def flag(application: Application) -> QCheckBox:
    application.window.go(Place("settings"))
    found = application.window.findChild(QCheckBox, "setting-autostart")
    assert isinstance(found, QCheckBox)
    return found


def test_starting_with_the_session_is_written_and_taken_away_by_its_setting(
    application: Application, there: Presence, starts: Path
) -> None:
    flag(application).click()
    assert "--minimized" in starts.read_text("utf-8")
    flag(application).click()
    assert not starts.exists()


def test_what_the_system_refuses_is_said_and_not_chosen(
    application: Application, there: Presence, desk: Desk, starts: Path
) -> None:
    starts.parent.write_text("no folder")
    flag(application).click()
    assert application.window.message.isVisible()
    assert desk.settings["autostart"] is False
    assert not flag(application).isChecked()


def test_the_side_bar_counts_the_reminders_that_have_come(
    application: Application, there: Presence, desk: Desk
) -> None:
    item = application.window.side.items["reminders"]
    assert item.accessibleDescription() == ""
    reminders.add(desk, text="Now", due_on=desk.today(), clock="00:01", urgent=True)
    there.ringing.alarm.look()
    assert "1" in item.accessibleDescription()
    (came,) = reminders.find(desk)
    reminders.finish(desk, came)
    there.ringing.alarm.look()
    assert item.accessibleDescription() == ""

"""The program in a real session: its tray icon, a notification's buttons, and ends of all kinds."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from amdesk.services import reminders
from tests.desks import open_desk
from tests.desktop.running import (
    displayed,
    dunst_session,
    end,
    make_desk,
    needs_dunst,
    reminder_in,
    start,
    windows,
)
from tests.desktop_session import DesktopSession

pytestmark = needs_dunst("xdotool", "xwininfo")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[DesktopSession]:
    with dunst_session(tmp_path) as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_desk(tmp_path / "desk")


def test_snooze_pressed_in_the_notification_snoozes_the_reminder(
    session: DesktopSession, folder: Path
) -> None:
    program = start(session, folder, "--minimized")
    session.until(lambda: displayed(session), what="the notification is shown")
    session.run("dunstctl", "context")
    session.until(lambda: not displayed(session), what="the notification is gone, as its reminder waits")
    assert not windows(session), "nobody asked for the window"
    end(program)
    assert reminder_in(folder).state == "snoozed"


def test_the_icon_is_in_the_tray_and_goes_with_the_program(session: DesktopSession, folder: Path) -> None:
    program = start(session, folder, "--minimized")
    session.until(lambda: displayed(session), what="it runs")
    session.until(lambda: "amdesk" in _tree(session), what="its icon is in the tray")
    end(program)
    session.until(lambda: "amdesk" not in _tree(session), what="its icon has gone")
    assert "trayer" in _tree(session)


def test_with_the_window_closed_it_rings_all_the_same_and_ctrl_q_ends_it(
    session: DesktopSession, folder: Path
) -> None:
    program = start(session, folder)
    session.until(lambda: windows(session), what="the window is there")
    session.until(lambda: displayed(session), what="what has come is told")
    session.run("dunstctl", "close-all")
    (window,) = windows(session)
    session.run("xdotool", "windowactivate", "--sync", window, "key", "alt+F4")
    session.until(lambda: not windows(session), what="the window is closed")
    assert program.poll() is None, "and the program is not"
    assert start(session, folder).wait(30) == 0, "a second start shows the window of the first"
    session.until(lambda: windows(session), what="the window is there again")
    session.run("xdotool", "windowactivate", "--sync", window, "key", "ctrl+q")
    assert program.wait(20) == 0


def test_a_second_start_shows_the_window_of_one_that_never_had_one(
    session: DesktopSession, folder: Path
) -> None:
    program = start(session, folder, "--minimized")
    session.until(lambda: displayed(session), what="it runs")
    assert start(session, folder, "--minimized").wait(30) == 0
    assert not windows(session), "who starts with the session asks for no window"
    assert start(session, folder).wait(30) == 0
    session.until(lambda: windows(session), what="the window is shown")
    assert program.poll() is None
    end(program)


def test_two_starts_in_the_same_second_are_one_program(session: DesktopSession, folder: Path) -> None:
    both = [start(session, folder), start(session, folder)]
    session.until(lambda: any(one.poll() is not None for one in both), what="one of them gives way")
    (stays,) = [one for one in both if one.poll() is None]
    (went,) = [one for one in both if one is not stays]
    assert went.returncode == 0
    session.until(lambda: windows(session), what="the other shows its window")
    end(stays)


def test_killed_while_it_rings_it_rings_at_most_once_more(session: DesktopSession, folder: Path) -> None:
    program = start(session, folder, "--minimized")
    session.until(lambda: displayed(session), what="it rings")
    end(program, signal.SIGKILL)
    session.run("dunstctl", "close-all")
    made = open_desk(folder)
    assert len(reminders.come(made)) == 1, "and is not lost"
    rings_again = len(reminders.due(made))
    made.close()
    assert rings_again <= 1


def _tree(session: DesktopSession) -> str:
    return session.run("xwininfo", "-root", "-tree")

"""The program in a real session: its tray icon, a notification's buttons, and ends of all kinds."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amdesk.domain.reminder import Reminder
from amdesk.services import reminders
from amdesk.services.open_desk import open_desk
from tests.desktop_session import DesktopSession, desktop, needs

pytestmark = needs(
    "Xvfb", "xev", "dbus-daemon", "dunst", "dunstctl", "trayer", "openbox", "xdotool", "xwininfo"
)

_ROOT = Path(__file__).parents[2]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[DesktopSession]:
    """A session with trayer and dunst, whose menu of actions is answered with “Snooze”."""
    with desktop(tmp_path) as made:
        made.environment |= {"TZ": "UTC", "PYTHONPATH": str(_ROOT), "LANG": "C.UTF-8"}
        pick = tmp_path / "pick"
        pick.write_text("#!/bin/sh\ngrep -m1 Snooze\n")
        pick.chmod(0o755)
        (tmp_path / "dunstrc").write_text(f"[global]\n dmenu = {pick}\n")
        made.start("dunst", "-conf", str(tmp_path / "dunstrc"))
        made.start("openbox")
        made.start("trayer", "--width", "20", "--height", "24")
        made.until(lambda: made.owns("org.freedesktop.Notifications"), what="dunst answers")
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A desk whose reminder has come already."""
    place = tmp_path / "desk"
    made = open_desk(place, zone=UTC)
    now = datetime.now(UTC)
    reminders.add(made, text="Call Maya", due_on=now.date(), clock="00:00", urgent=True)
    made.settings.choose("desktop_notifications", True)
    made.settings.choose("on_close", "stay")
    made.close()
    return place


def start(session: DesktopSession, folder: Path, *more: str) -> subprocess.Popen[bytes]:
    return session.start(sys.executable, "-m", "amdesk", "--data", str(folder), *more)


def windows(session: DesktopSession, name: str) -> list[str]:
    command = ["xdotool", "search", "--onlyvisible", "--name", name]
    told = subprocess.run(command, env=session.environment, capture_output=True, text=True, check=False)
    return told.stdout.split()


def end(program: subprocess.Popen[bytes], how: signal.Signals = signal.SIGTERM) -> None:
    program.send_signal(how)
    program.wait(20)


def reminder_in(folder: Path) -> Reminder:
    made = open_desk(folder, zone=UTC)
    (one,) = reminders.lines(made, reminders.find(made))
    made.close()
    return one.reminder


def displayed(session: DesktopSession) -> bool:
    return "Currently displayed: 0" not in session.run("dunstctl", "count")


def test_snooze_pressed_in_the_notification_snoozes_the_reminder(
    session: DesktopSession, folder: Path
) -> None:
    program = start(session, folder, "--minimized")
    session.until(lambda: displayed(session), what="the notification is shown")
    session.run("dunstctl", "context")
    session.until(lambda: not displayed(session), what="the notification is gone, as its reminder waits")
    assert not windows(session, "amdesk$"), "nobody asked for the window"
    end(program)
    assert reminder_in(folder).state == "snoozed"


def test_the_icon_is_in_the_tray_and_goes_with_the_program(session: DesktopSession, folder: Path) -> None:
    program = start(session, folder, "--minimized")
    session.until(lambda: displayed(session), what="it runs")
    session.until(lambda: "amdesk" in _tree(session), what="its icon is in the tray")
    end(program)
    assert "amdesk" not in _tree(session)


def test_with_the_window_closed_it_rings_all_the_same(session: DesktopSession, folder: Path) -> None:
    program = start(session, folder)
    session.until(lambda: windows(session, "amdesk$"), what="the window is there")
    session.until(lambda: displayed(session), what="what has come is told")
    session.run("dunstctl", "close-all")
    (window,) = windows(session, "amdesk$")
    session.run("xdotool", "windowactivate", "--sync", window, "key", "alt+F4")
    session.until(lambda: not windows(session, "amdesk$"), what="the window is closed")
    assert program.poll() is None, "and the program is not"
    end(program)


def test_a_second_start_shows_the_window_of_the_first(session: DesktopSession, folder: Path) -> None:
    program = start(session, folder, "--minimized")
    session.until(lambda: displayed(session), what="it runs")
    assert start(session, folder).wait(30) == 0
    session.until(lambda: windows(session, "amdesk$"), what="the window is shown")
    end(program)


def test_two_starts_in_the_same_second_are_one_program(session: DesktopSession, folder: Path) -> None:
    both = [start(session, folder), start(session, folder)]
    session.until(lambda: any(one.poll() is not None for one in both), what="one of them gives way")
    (stays,) = [one for one in both if one.poll() is None]
    (went,) = [one for one in both if one is not stays]
    assert went.returncode == 0
    session.until(lambda: windows(session, "amdesk$"), what="the other shows its window")
    end(stays)


def test_killed_while_it_rings_it_rings_at_most_once_more(session: DesktopSession, folder: Path) -> None:
    program = start(session, folder, "--minimized")
    session.until(lambda: displayed(session), what="it rings")
    end(program, signal.SIGKILL)
    session.run("dunstctl", "close-all")
    made = open_desk(folder, zone=UTC)
    assert len(reminders.come(made)) == 1, "and is not lost"
    rings_again = len(reminders.due(made))
    made.close()
    assert rings_again <= 1


def _tree(session: DesktopSession) -> str:
    command = ["xwininfo", "-root", "-tree"]
    return subprocess.run(command, env=session.environment, capture_output=True, text=True, check=True).stdout

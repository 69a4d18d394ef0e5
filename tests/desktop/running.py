"""The program in a session of a desktop: starting and ending it, its windows, what the hosts show of it."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amdesk.domain.reminder import Reminder
from amdesk.services import reminders
from tests.desks import PASSPHRASE, open_desk
from tests.desktop_session import DesktopSession, desktop, needs

_ROOT = Path(__file__).parents[2]
IN_DUNST = ("Xvfb", "xev", "dbus-daemon", "dbus-monitor", "dunst", "dunstctl", "trayer", "openbox")


def needs_dunst(*more: str) -> pytest.MarkDecorator:
    """Skip where trayer, dunst or something else is not installed."""
    return needs(*IN_DUNST, *more)


@contextmanager
def plain_session(folder: Path) -> Iterator[DesktopSession]:
    """A session with a window manager, in English and UTC."""
    with desktop(folder) as made:
        made.environment |= {
            "TZ": "UTC", "PYTHONPATH": str(_ROOT), "LANG": "C.UTF-8", "AMDESK_PASSPHRASE": PASSPHRASE,
        }  # fmt: skip
        made.start("openbox")
        yield made


@contextmanager
def dunst_session(folder: Path) -> Iterator[DesktopSession]:
    """The same with trayer and dunst, whose menu of actions is answered with “Snooze”."""
    with plain_session(folder) as made:
        pick = folder / "pick"
        pick.write_text("#!/bin/sh\ngrep -m1 Snooze\n")
        pick.chmod(0o755)
        (folder / "dunstrc").write_text(f"[global]\n dmenu = {pick}\n")
        made.start("dunst", "-conf", str(folder / "dunstrc"))
        made.start("trayer", "--width", "20", "--height", "24")
        made.until(lambda: made.owns("org.freedesktop.Notifications"), what="dunst answers")
        yield made


def make_desk(place: Path) -> Path:
    """A folder with a reminder that has come already."""
    made = open_desk(place, zone=UTC)
    now = datetime.now(UTC)
    reminders.add(made, text="Call Maya", due_on=now.date(), clock="00:00", urgent=True)
    made.settings.choose("desktop_notifications", True)
    made.settings.choose("on_close", "stay")
    made.close()
    return place


def start(session: DesktopSession, folder: Path, *more: str, **also: str) -> subprocess.Popen[bytes]:
    """Start the program on a folder, with more in its environment."""
    return session.start(sys.executable, "-m", "amdesk", "--data", str(folder), *more, also=also)


def end(program: subprocess.Popen[bytes], how: signal.Signals = signal.SIGTERM) -> None:
    """End the program, and wait until it has."""
    program.send_signal(how)
    program.wait(20)


def windows(session: DesktopSession, name: str = "amdesk$", *, by: str = "name") -> list[str]:
    """The visible windows whose title fits; ``by`` class also those without one, such as the popup."""
    command = ["xdotool", "search", "--onlyvisible", f"--{by}", name]
    told = subprocess.run(command, env=session.environment, capture_output=True, text=True, check=False)
    return told.stdout.split()


def reminder_in(folder: Path) -> Reminder:
    """The one that is open in a folder."""
    made = open_desk(folder, zone=UTC)
    (one,) = reminders.lines(made, reminders.find(made))
    made.close()
    return one.reminder


def displayed(session: DesktopSession) -> bool:
    """Whether dunst shows something."""
    return "Currently displayed: 0" not in session.run("dunstctl", "count")

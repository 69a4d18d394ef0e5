"""The clock of the running program is moved by libfaketime, and a logind that dbusmock plays wakes it up."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from amdesk.services import reminders
from tests.desks import open_desk
from tests.desktop.running import displayed, dunst_session, end, make_desk, needs_dunst, start
from tests.desktop_session import DesktopSession, lacks

_PYTHON = "/usr/bin/python3"  # Debian's own, which has dbusmock
_FAKETIME = next(map(str, Path("/usr").glob("lib*/**/faketime/libfaketime.so.1")), "")
_EMIT = """
import dbus
manager = dbus.SessionBus().get_object("org.freedesktop.login1", "/org/freedesktop/login1")
for sleeps in (True, False):
    manager.EmitSignal("org.freedesktop.login1.Manager", "PrepareForSleep", "b", [sleeps],
                       dbus_interface="org.freedesktop.DBus.Mock")
"""


def _has_mock() -> bool:
    try:
        command = [_PYTHON, "-c", "import dbus, dbusmock"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


pytestmark = [
    needs_dunst(),
    lacks("libfaketime", where=not _FAKETIME),
    lacks("python3-dbusmock", where=not _has_mock()),
]


class Moved:
    """The program on a machine that sleeps, and whose clock is moved while it does."""

    def __init__(self, session: DesktopSession, folder: Path) -> None:
        self._session, self._folder = session, folder
        self._control = folder.parent / "clock"
        self._set(timedelta())
        self.program = start(
            session, folder, "--minimized", LD_PRELOAD=_FAKETIME, FAKETIME_NO_CACHE="1",
            FAKETIME_TIMESTAMP_FILE=str(self._control), FAKETIME_DONT_FAKE_MONOTONIC="1",
            DBUS_SYSTEM_BUS_ADDRESS=session.environment["DBUS_SESSION_BUS_ADDRESS"],
        )  # fmt: skip

    def wakes(self, by: timedelta) -> None:
        """It sleeps, and wakes up when its clock shows so much more than is true."""
        self._set(by)
        self._session.run(_PYTHON, "-c", _EMIT)

    def told(self) -> list[str]:
        """What was told so far, the last first."""
        (shown,) = json.loads(self._session.run("dunstctl", "history"))["data"]
        return [one["body"]["data"] for one in shown]

    def waits_for(self, *texts: str) -> None:
        """Until a notification is shown; it is put away. Sooner than the tick, which is after 30 seconds."""
        self._session.until(lambda: displayed(self._session), what=f"{texts} rings")
        self._session.run("dunstctl", "close-all")
        assert self.told()[: len(texts)] == list(texts)

    def _set(self, by: timedelta) -> None:
        new = self._control.with_suffix(".new")
        new.write_text(f"{by.total_seconds():+.0f}\n")
        new.replace(self._control)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[DesktopSession]:
    with dunst_session(tmp_path) as made:
        made.start(_PYTHON, "-m", "dbusmock", "--session", "--template", "logind")
        made.until(lambda: made.owns("org.freedesktop.login1"), what="logind answers")
        yield made


@pytest.fixture
def moved(session: DesktopSession, tmp_path: Path) -> Iterator[Moved]:
    """Three reminders: one that has come, and urgent ones two and four days from now."""
    folder = make_desk(tmp_path / "desk")
    desk = open_desk(folder, zone=UTC)
    for days in (2, 4):
        reminders.add(desk, text=f"In {days} days", due_on=_in(days), urgent=True)
    desk.close()
    made = Moved(session, folder)
    made.waits_for("Call Maya")
    yield made
    end(made.program)


def test_what_fell_due_in_sleep_rings_at_once_on_waking_up_and_only_once(moved: Moved) -> None:
    moved.wakes(timedelta(days=3))
    moved.waits_for("In 2 days")
    moved.wakes(timedelta(days=-365))
    moved.wakes(timedelta(days=3))
    moved.wakes(timedelta(days=5))
    moved.waits_for("In 4 days")
    assert moved.told() == ["In 4 days", "In 2 days", "Call Maya"], "back a year, and nothing rang twice"


def _in(days: int) -> date:
    return datetime.now(UTC).date() + timedelta(days=days)

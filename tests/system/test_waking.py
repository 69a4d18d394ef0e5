"""Waking up, told by a logind that python3-dbusmock plays."""

from __future__ import annotations

import select
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from amdesk.system import waking
from tests.desktop_session import DesktopSession, desktop, needs

_PYTHON = "/usr/bin/python3"  # Debian's own, which has dbusmock
_EMIT = """
import dbus, sys
manager = dbus.SessionBus().get_object("org.freedesktop.login1", "/org/freedesktop/login1")
manager.EmitSignal("org.freedesktop.login1.Manager", "PrepareForSleep", "b", [sys.argv[1] == "sleeps"],
                   dbus_interface="org.freedesktop.DBus.Mock")
"""


def _has_mock() -> bool:
    try:
        return (
            subprocess.run([_PYTHON, "-c", "import dbusmock"], capture_output=True, check=False).returncode
            == 0
        )
    except OSError:
        return False


pytestmark = [
    needs("Xvfb", "xev", "dbus-daemon"),
    pytest.mark.skipif(not _has_mock(), reason="not installed here: python3-dbusmock"),
]


@pytest.fixture
def logind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DesktopSession]:
    with desktop(tmp_path) as made:
        made.start(_PYTHON, "-m", "dbusmock", "--session", "--template", "logind")
        made.until(lambda: made.owns("org.freedesktop.login1"), what="logind answers")
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", made.environment["DBUS_SESSION_BUS_ADDRESS"])
        yield made


def test_going_to_sleep_is_no_waking_up_and_coming_back_is(logind: DesktopSession) -> None:
    bus = waking.listen()
    assert bus is not None
    for told, woke in (("sleeps", False), ("wakes", True)):
        logind.run(_PYTHON, "-c", _EMIT, told)
        assert select.select([bus.fileno()], [], [], 20)[0], "nothing was heard"
        assert waking.woke(bus.signals()) is woke
    bus.close()


def test_without_a_system_bus_nothing_is_listened_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
    assert waking.listen() is None

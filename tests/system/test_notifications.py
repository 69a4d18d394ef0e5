"""Notifications on a real host: what is shown there, and what is pressed there."""

from __future__ import annotations

import select
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from amdesk.system.notifications import Notifications, Pressed
from tests.desktop_session import DesktopSession, desktop, needs

pytestmark = needs("Xvfb", "xev", "dbus-daemon", "dunst", "dunstctl")


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DesktopSession]:
    """A session with dunst, whose menu of actions is answered with “Snooze”."""
    with desktop(tmp_path) as made:
        pick = tmp_path / "pick"
        pick.write_text("#!/bin/sh\ngrep -m1 Snooze\n")
        pick.chmod(0o755)
        (tmp_path / "dunstrc").write_text(f"[global]\n dmenu = {pick}\n")
        made.start("dunst", "-conf", str(tmp_path / "dunstrc"))
        made.until(lambda: made.owns("org.freedesktop.Notifications"), what="dunst answers")
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.environment["DBUS_SESSION_BUS_ADDRESS"])
        yield made


@pytest.fixture
def host(session: DesktopSession) -> Iterator[Notifications]:
    made = Notifications.open()
    assert made is not None
    yield made
    made.bus.close()


def test_an_action_that_is_pressed_there_is_heard_here(session: DesktopSession, host: Notifications) -> None:
    number = host.show("Call Maya", "Fish & <b>Chips</b>", actions=[("open", "Open"), ("snooze", "Snooze")])
    assert number is not None
    session.until(lambda: "Currently displayed: 1" in session.run("dunstctl", "count"), what="it is shown")
    session.run("dunstctl", "context")
    assert select.select([host.bus.fileno()], [], [], 20)[0], "nothing was heard"
    assert host.pressed(host.bus.signals()) == [Pressed(number, "snooze")]


def test_what_stands_in_it_is_text_and_no_markup(session: DesktopSession, host: Notifications) -> None:
    host.show("Call Maya", "Fish & <b>Chips</b>")
    session.until(lambda: "Currently displayed: 1" in session.run("dunstctl", "count"), what="it is shown")
    session.run("dunstctl", "close-all")
    assert "Fish & <b>Chips</b>" in unescape(session.run("dunstctl", "history"))


def test_one_can_be_taken_away(session: DesktopSession, host: Notifications) -> None:
    number = host.show("Call Maya", "")
    assert number is not None
    session.until(lambda: "Currently displayed: 1" in session.run("dunstctl", "count"), what="it is shown")
    host.close(number)
    session.until(lambda: "Currently displayed: 0" in session.run("dunstctl", "count"), what="it is gone")


def test_without_a_bus_there_is_no_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    assert Notifications.open() is None

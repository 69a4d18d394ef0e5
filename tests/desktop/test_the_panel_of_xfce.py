"""The tray and the notifications of Xfce: an icon by StatusNotifierItem, whose menu is told over the bus."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, Properties, new_method_call  # type: ignore[import-untyped]
from jeepney.io.blocking import DBusConnection, open_dbus_connection  # type: ignore[import-untyped]

from tests.desktop.running import end, make_desk, plain_session, reminder_in, start, windows
from tests.desktop_session import DesktopSession, lacks, needs

_NOTIFYD = next(map(str, Path("/usr").glob("lib*/**/xfce4/notifyd/xfce4-notifyd")), "")
pytestmark = [
    needs("Xvfb", "xev", "dbus-daemon", "dbus-monitor", "openbox", "xdotool", "xfce4-panel"),
    lacks("xfce4-notifyd", where=not _NOTIFYD),
]
_TO_FOOT = 30  # dots from the middle of its buttons
_WATCHER = DBusAddress(
    "/StatusNotifierWatcher", "org.kde.StatusNotifierWatcher", "org.kde.StatusNotifierWatcher"
)
# A panel with a tray and nothing else; without it the panel asks on its first start which one is wanted.
_PANEL = """<?xml version="1.1" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
 <property name="configver" type="int" value="2"/>
 <property name="panels" type="array"><value type="int" value="1"/>
  <property name="panel-1" type="empty">
   <property name="position" type="string" value="p=6;x=0;y=0"/>
   <property name="length" type="uint" value="100"/>
   <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
  </property>
 </property>
 <property name="plugins" type="empty"><property name="plugin-1" type="string" value="systray"/></property>
</channel>
"""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[DesktopSession]:
    with plain_session(tmp_path) as made:
        settings = tmp_path / "home" / ".config" / "xfce4" / "xfconf" / "xfce-perchannel-xml"
        settings.mkdir(parents=True)
        (settings / "xfce4-panel.xml").write_text(_PANEL)
        made.start("xfce4-panel", "--disable-wm-check")
        made.start(_NOTIFYD)
        made.until(lambda: made.owns("org.kde.StatusNotifierWatcher"), what="the tray answers")
        made.until(lambda: made.owns("org.freedesktop.Notifications"), what="xfce4-notifyd answers")
        yield made


@pytest.fixture
def bus(session: DesktopSession) -> Iterator[DBusConnection]:
    made = open_dbus_connection(session.environment["DBUS_SESSION_BUS_ADDRESS"])
    yield made
    made.close()


def items(bus: DBusConnection) -> list[str]:
    """What is in the tray: names on the bus with the path of each."""
    reply = bus.send_and_get_reply(Properties(_WATCHER).get("RegisteredStatusNotifierItems"))
    found: list[str] = reply.body[0][1]
    return found


def lines(bus: DBusConnection, menu: DBusAddress) -> dict[str, int]:
    """The lines of a menu told over the bus, each with its number."""
    reply = bus.send_and_get_reply(new_method_call(menu, "GetLayout", "iias", (0, -1, ["label"])))
    _revision, (_root, _shown, children) = reply.body
    told = [one[1] for one in children]
    return {str(shown["label"][1]): number for number, shown, _within in told if "label" in shown}


def test_the_icon_is_in_the_panel_and_its_menu_is_reached_over_the_bus(
    session: DesktopSession, bus: DBusConnection, tmp_path: Path
) -> None:
    program = start(session, make_desk(tmp_path / "desk"), "--minimized")
    session.until(lambda: items(bus), what="the icon is registered")
    name, _slash, path = items(bus)[0].partition("/")
    item = DBusAddress(f"/{path}", name, "org.kde.StatusNotifierItem")
    told: dict[str, Any] = bus.send_and_get_reply(Properties(item).get_all()).body[0]
    assert (told["Id"][1], told["Status"][1]) == ("amdesk", "Active")
    assert "1 alert has come" in str(told["ToolTip"][1])
    menu = DBusAddress(told["Menu"][1], name, "com.canonical.dbusmenu")
    found = lines(bus, menu)
    assert {"Log a call", "Today", "Pause for", "Quit"} <= {line.replace("_", "") for line in found}
    click(bus, menu, found["Show amdesk"])
    session.until(lambda: windows(session), what="the window is shown")
    click(bus, menu, lines(bus, menu)["Quit"])
    assert program.wait(20) == 0
    session.until(lambda: not items(bus), what="the icon is gone")


def click(bus: DBusConnection, menu: DBusAddress, number: int) -> None:
    """Choose a line of a menu, as the panel does."""
    bus.send_and_get_reply(new_method_call(menu, "Event", "isvu", (number, "clicked", ("s", ""), 0)))


def test_snooze_pressed_in_xfces_notification_snoozes_the_reminder(
    session: DesktopSession, tmp_path: Path
) -> None:
    folder = make_desk(tmp_path / "desk")
    program = start(session, folder, "--minimized")
    session.until(lambda: windows(session, "xfce4-notifyd"), what="the notification is shown")
    session.until(lambda: press_last_button(session), what="it is gone")
    session.until(lambda: not windows(session, "amdesk", by="class"), what="and so is the popup, as it waits")
    end(program)
    assert reminder_in(folder).state == "snoozed"


def press_last_button(session: DesktopSession) -> bool:
    """Click where xfce4-notifyd puts the last of three buttons, at the foot; whether there was none left.

    It may still be fading in, and hear nothing.
    """
    for window in windows(session, "xfce4-notifyd"):
        with suppress(subprocess.CalledProcessError):  # it went just now
            told = session.run("xdotool", "getwindowgeometry", "--shell", window)
            size = dict(line.split("=") for line in told.splitlines())
            at = (str(int(size["WIDTH"]) * 5 // 6), str(int(size["HEIGHT"]) - _TO_FOOT))
            session.run("xdotool", "mousemove", "--window", window, *at, "click", "1")
        return False
    return True

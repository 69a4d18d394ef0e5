"""A desktop that turns dark and to high contrast while a program runs, told through the settings portal.

Run inside ``dbus-run-session`` by a Python that has ``gi``: ``portal.py PROGRAM WORDS…``. The program says a
line when it stands and one for each change it has made; the next change waits for that line.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

from gi.repository import Gio, GLib  # type: ignore[import-not-found]

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
SETTINGS, LOOK = "org.freedesktop.portal.Settings", "org.freedesktop.appearance"
SHAPE = f"""<node><interface name="{SETTINGS}">
<method name="ReadAll"><arg type="as" direction="in"/><arg type="a{{sa{{sv}}}}" direction="out"/></method>
<method name="Read"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="v" direction="out"/></method>
<signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
</interface></node>"""
# color-scheme: 1 dark, 2 light; contrast: 1 high
CHANGES = (("color-scheme", 1), ("contrast", 1), ("color-scheme", 2))


def main(words: list[str]) -> int:
    """Change the desktop under the program, once for each line it says; the exit code."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    shape = Gio.DBusNodeInfo.new_for_xml(SHAPE).interfaces[0]
    bus.register_object(PATH, shape, answer, None, None)
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing)], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    display = ":" + os.read(reading, 16).decode().strip()
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_CURRENT_DESKTOP": "GNOME"}
    program = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE)
    assert program.stdout is not None
    loop, left = GLib.MainLoop(), list(CHANGES)

    def hear(_source: int, condition: GLib.IOCondition) -> bool:
        line = program.stdout.readline().decode() if program.stdout else ""
        sys.stdout.write(line)
        if not line or not left or condition & GLib.IOCondition.ERR:
            loop.quit()
            return False
        name, value = left.pop(0)
        told = GLib.Variant("(ssv)", (LOOK, name, GLib.Variant("u", value)))
        bus.emit_signal(None, PATH, SETTINGS, "SettingChanged", told)
        return True

    GLib.io_add_watch(program.stdout.fileno(), GLib.IOCondition.IN | GLib.IOCondition.HUP, hear)
    GLib.timeout_add_seconds(60, loop.quit)
    loop.run()
    for one in (program, screen):
        one.terminate()
        one.wait()
    return 0


def answer(*call: Any) -> None:
    """What the desktop is set to at first: no preference."""
    *_before, method, _words, invocation = call
    nothing = {LOOK: {"color-scheme": GLib.Variant("u", 0), "contrast": GLib.Variant("u", 0)}}
    if method == "ReadAll":
        invocation.return_value(GLib.Variant("(a{sa{sv}})", (nothing,)))
    else:
        invocation.return_value(GLib.Variant("(v)", (GLib.Variant("v", GLib.Variant("u", 0)),)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

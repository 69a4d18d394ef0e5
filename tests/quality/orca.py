"""What Orca is told: starts a program in a session of its own and walks its tree through AT-SPI.

Run inside ``dbus-run-session`` by a Python that has ``gi``: ``orca.py FILE BUTTONS PROGRAM WORDS…``. Presses
the buttons, parted by ``|``, one after the other and writes a JSON list into the file: one of the start, one
after each press, each with the nodes (depth, role, name, description and states), with what was announced,
and with what was told last to have the keys. Knows nothing of the program.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # type: ignore[import-not-found]  # noqa: E402

Node = dict[str, Any]
_PATIENCE = 60  # seconds until what does not show up is given up
_QUIET = 500  # milliseconds between two looks: what is the same in both has settled
_PRESSED = {"push button", "radio button", "check box", "menu item"}
_MOST = 400  # children of one node that are looked at


def main(into: str, presses: list[str], words: list[str]) -> int:
    """Start it, walk it, end it; the exit code."""
    reading_end, writing_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing_end), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing_end], stderr=subprocess.DEVNULL) as screen:
        try:
            os.close(writing_end)
            os.environ["DISPLAY"] = ":" + os.read(reading_end, 16).decode().strip()
            turn_on()
            Path(into).write_text(json.dumps(walked(words, presses)), encoding="utf-8")
        finally:
            screen.terminate()
    return 0


def turn_on() -> None:
    """Say that somebody listens, as Orca does."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        bus.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", value, None,
            Gio.DBusCallFlags.NONE, -1, None,
        )  # fmt: skip


class Ears:
    """What is told without being asked for: what is announced, and where the keys are."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.keys: Node = {}
        self._listener = Atspi.EventListener.new(self._hear)
        for kind in ("object:state-changed:focused", "object:announcement"):
            self._listener.register(kind)

    def _hear(self, event: Any) -> None:
        if "announcement" in event.type:
            self.said.append(str(event.any_data))
        elif event.detail1 and event.source is not None:
            with suppress(GLib.Error):  # it may be gone by now
                self.keys = {"role": event.source.get_role_name(), "name": event.source.get_name() or ""}


def walked(words: list[str], presses: list[str]) -> list[Node]:
    """The tree of the program once its window is filled, and again after each press."""
    Atspi.init()
    Atspi.set_timeout(_PATIENCE * 1000, _PATIENCE * 1000)  # what a press does may take its time
    ears = Ears()
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL) as program:
        try:
            found = window_of(program)
            seen = [{"nodes": list(nodes(found, 0)), "said": ears.said, "keys": ears.keys}]
            for name in presses:
                ears.said = []
                press(found, name)
                rest(found)
                seen.append({"nodes": list(nodes(found, 0)), "said": ears.said, "keys": ears.keys})
            return seen
        finally:
            program.terminate()


def window_of(program: subprocess.Popen[bytes]) -> Any:
    """The program's window, when it has as many nodes as a moment before."""
    before, until = -1, time.monotonic() + _PATIENCE
    while time.monotonic() < until and program.poll() is None:
        settle()
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(number)
            if application is None or application.get_process_id() != program.pid:
                continue
            count = sum(1 for _ in nodes(application, 0))
            if count > 20 and count == before:
                return application
            before = count
    raise SystemExit(f"no window: the program ended with {program.poll()}")


def settle() -> None:
    """Let what is under way arrive."""
    loop = GLib.MainLoop()
    GLib.timeout_add(_QUIET, loop.quit)
    loop.run()


def press(root: Any, name: str) -> None:
    """Do what a button does, as a person with a screen reader would; a star stands for the rest of a name.
    ``NAME=TEXT`` writes into a field.
    """
    name, _equals, text = name.partition("=")
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        for node in every(root):
            if not is_called(node, name):
                continue
            if text and (field := node.get_editable_text_iface()) is not None:
                field.set_text_contents(text)
                return
            if not text and node.get_role_name() in _PRESSED:
                node.do_action(0)
                return
        settle()
    there = [node.get_name() for node in every(root) if node.get_role_name() in _PRESSED]
    raise SystemExit(f"no button {name} among {there}")


def is_called(node: Any, name: str) -> bool:
    """Whether a node has this name."""
    said = node.get_name() or ""
    return bool(said == name or (name[-1] == "*" and said.startswith(name[:-1])))


def rest(root: Any) -> None:
    """Until there are as many nodes as a moment before."""
    before, count = -1, 0
    while count != before:
        settle()
        before, count = count, sum(1 for _ in nodes(root, 0))


def every(node: Any) -> Iterator[Any]:
    """A node and all below it."""
    yield node
    for number in range(min(node.get_child_count(), _MOST)):
        child = node.get_child_at_index(number)
        if child is not None:
            yield from every(child)


def nodes(node: Any, depth: int) -> Iterator[Node]:
    """A node and all below it that is shown."""
    states = node.get_state_set()
    if depth > 1 and not states.contains(Atspi.StateType.SHOWING):
        return
    yield {
        "depth": depth,
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "labelled": any(
            relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
            for relation in node.get_relation_set()
        ),
        "states": sorted(state.value_nick for state in states.get_states()),
    }
    for number in range(min(node.get_child_count(), _MOST)):
        child = node.get_child_at_index(number)
        if child is not None:
            yield from nodes(child, depth + 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2].split("|"), sys.argv[3:]))

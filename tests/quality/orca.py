"""What Orca is told: starts a program in a session of its own and walks its tree through AT-SPI.

Run inside ``dbus-run-session`` by a Python that has ``gi``: ``orca.py FILE BUTTONS PROGRAM WORDS…``. Presses
the buttons one after the other and writes a JSON list of trees into the file: one of the start, one after
each press, each a list of nodes with depth, role, name, description and states. Knows nothing of the program.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # type: ignore[import-not-found]  # noqa: E402

Node = dict[str, Any]
_PATIENCE = 60  # seconds until a program that does not show up is given up
_QUIET = 500  # milliseconds between two looks: what is the same in both has settled
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


def walked(words: list[str], presses: list[str]) -> list[list[Node]]:
    """The tree of the program once its window is filled, and again after each press."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL) as program:
        try:
            found = window_of(program)
            seen = [list(nodes(found, 0))]
            for name in presses:
                press(found, name)
                seen.append(list(nodes(found, 0)))
            return seen
        finally:
            program.terminate()


def window_of(program: subprocess.Popen[bytes]) -> Any:
    """The program's window, when it has as many nodes as a moment before."""
    Atspi.init()
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
    """Do what a button does, as a person with a screen reader would."""
    for node in every(root):
        if node.get_name() == name and node.get_role_name() in {"push button", "radio button"}:
            node.do_action(0)
            settle()
            return
    raise SystemExit(f"no button {name}")


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
    sys.exit(main(sys.argv[1], sys.argv[2].split(","), sys.argv[3:]))

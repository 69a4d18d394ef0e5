"""The program in a real session, as Orca is told of it: walked through AT-SPI on a screen of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ORCA = Path(__file__).with_name("orca.py")
PYTHON = "/usr/bin/python3"  # the system's: gi is a Debian package, not one of the environment's
# What takes the keys and is no mere part of the window.
ROLES = {
    "push button", "radio button", "check box", "combo box", "text", "table", "table cell", "list",
    "list item", "label", "menu item", "panel", "spin button", "slider", "tree", "toggle button",
}  # fmt: skip

Node = dict[str, Any]


def lacking() -> str:
    """What is missing for such a session here, or nothing."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is there on Linux only"
    programs = [name for name in ("Xvfb", "dbus-run-session", PYTHON) if shutil.which(name) is None]
    service = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
    if programs or not service.exists():
        return f"no {', '.join(programs) or 'at-spi2-core'}: packaging/dev.py test brings them where apt is"
    asks = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    done = subprocess.run([PYTHON, "-c", asks], capture_output=True, check=False)
    return "" if done.returncode == 0 else "no gir1.2-atspi-2.0 or python3-gi"


pytestmark = pytest.mark.skipif(bool(lacking()), reason=lacking())


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Node]]:
    """The sample portfolio's window: Today, then what the side bar leads to, pressed by AT-SPI."""
    folder = tmp_path_factory.mktemp("session")
    presses = ("Clients", "Calls", "Settings", "Log a call")
    program = [sys.executable, "-m", "amdesk", "--data", str(folder / "data"), "--language", "en", "demo"]
    command = ["dbus-run-session", "--", PYTHON, str(ORCA), str(folder / "trees.json"), ",".join(presses)]
    environment = {
        key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}
    }
    environment |= {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    done = subprocess.run(
        [*command, *program], env=environment, capture_output=True, text=True, timeout=280, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads((folder / "trees.json").read_text("utf-8"))
    return dict(zip(("Today", *presses), found, strict=True))


def places(trees: dict[str, list[Node]]) -> list[tuple[str, Node]]:
    return [(place, node) for place, tree in trees.items() for node in tree]


def test_every_place_is_reached_by_the_buttons_a_screen_reader_presses(trees: dict[str, list[Node]]) -> None:
    titles = [next(node["name"] for node in tree if node["role"] == "frame") for tree in trees.values()]
    assert [title.partition(" – ")[0] for title in titles] == list(trees)


def test_nothing_that_takes_the_keys_is_nameless_or_a_mere_part(trees: dict[str, list[Node]]) -> None:
    reached = [(place, node) for place, node in places(trees) if "focusable" in node["states"]]
    assert len(reached) > 100
    assert not [one for one in reached if not one[1]["name"] and not one[1]["labelled"]]
    assert not [(place, node["role"], node["name"]) for place, node in reached if node["role"] not in ROLES]


def test_a_choice_says_what_it_is_about_and_not_only_what_is_chosen(trees: dict[str, list[Node]]) -> None:
    choices = [node for _place, node in places(trees) if node["role"] == "combo box"]
    assert choices
    assert not [node["name"] for node in choices if not node["labelled"] and not node["description"]]


def test_the_side_bar_says_where_one_is(trees: dict[str, list[Node]]) -> None:
    for place in ("Today", "Clients", "Calls", "Settings"):
        lit = [n["name"] for n in trees[place] if n["role"] == "radio button" and "checked" in n["states"]]
        assert place in lit


def test_a_row_is_one_sentence(trees: dict[str, list[Node]]) -> None:
    clients = [node["name"] for node in trees["Clients"] if node["role"] == "table cell"]
    assert any("Harbour & Vale" in name and "Stage: Active client" in name for name in clients)
    rows = [node["name"] for node in trees["Today"] if node["role"] == "list item"]
    assert any("Overdue" in name for name in rows)

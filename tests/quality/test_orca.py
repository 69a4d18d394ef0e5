"""The program in a real session, as Orca is told of it: walked through AT-SPI on a screen of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from amdesk.services import backups, clients
from amdesk.services.exchange import drain
from amdesk.system import paths
from tests.desks import PASSPHRASE, open_desk

ORCA = Path(__file__).with_name("orca.py")
PYTHON = "/usr/bin/python3"  # the system's: gi is a Debian package, not one of the environment's
# What takes the keys and is no mere part of the window.
ROLES = {
    "push button", "radio button", "check box", "combo box", "text", "table", "table cell", "list",
    "list item", "label", "menu item", "password text", "panel", "spin button", "slider", "tree",
    "toggle button", "frame",
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


@dataclass(frozen=True)
class Heard:
    """What a screen reader has of the program after a press."""

    nodes: list[Node]
    said: list[str]  # what was announced since the press before
    keys: Node  # what was told last to have the keys

    def of(self, role: str) -> list[Node]:
        return [node for node in self.nodes if node["role"] == role]

    def names(self) -> set[str]:
        return {node["name"] for node in self.nodes}


# What is pressed one after the other in the sample, and in a file of one's own whose last bytes are lost.
SAMPLE = ("Clients", "Calls", "Settings", "Log a call")
OWN = (
    "Restore a backup…", "Restore the backup of *", f"Passphrase={PASSPHRASE}", "Go on",
    "Clients", "Duplicates", "Merge…", "Settings", "Change the passphrase…",
    "Settings", "Set up a sending account…", "Check",
    "Settings", "New recovery code…", "I have kept it", "Done",
    "Settings", "Backups, and restoring one", "Restore the backup of *", "Not now", "Trash",
    "Lock", "Unlock", "Use the recovery code instead",
)  # fmt: skip


def session(folder: Path, presses: Sequence[str], *words: str) -> list[Heard]:
    """Start the program in a session of its own and press; what was heard at the start and after each."""
    program = [sys.executable, "-m", "amdesk", "--data", str(folder / "data"), "--language", "en", *words]
    into = folder / "trees.json"
    command = ["dbus-run-session", "--", PYTHON, str(ORCA), str(into), "|".join(presses)]
    environment = {
        key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}
    }
    environment |= {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    done = subprocess.run(
        [*command, *program], env=environment, capture_output=True, text=True, timeout=280, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return [Heard(**one) for one in json.loads(into.read_text("utf-8"))]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Heard]:
    """The sample portfolio's window: Today, then what the side bar leads to, pressed by AT-SPI."""
    found = session(tmp_path_factory.mktemp("sample"), SAMPLE, "demo")
    return dict(zip(("Today", *SAMPLE), found, strict=True))


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> list[Heard]:
    """From the doorway of a damaged file through what keeps it safe to the locked window."""
    folder = tmp_path_factory.mktemp("own")
    desk = open_desk(folder / "data")
    for name in ("Northwind Traders", "Northwind Traders Ltd"):
        clients.add(desk, name=name)
    desk.settings.choose("on_close", "quit")
    drain(backups.back_up(desk))
    desk.close()
    file = paths.library(folder / "data")
    file.write_bytes(file.read_bytes()[:-8_192])
    return session(folder, OWN)


@pytest.fixture(scope="module")
def trees(sample: dict[str, Heard]) -> dict[str, list[Node]]:
    return {place: heard.nodes for place, heard in sample.items()}


def places(trees: dict[str, list[Node]]) -> list[tuple[str, Node]]:
    return [(place, node) for place, tree in trees.items() for node in tree]


def faults(nodes: Iterable[tuple[object, Node]]) -> list[tuple[object, str, str]]:
    """What takes the keys and is nameless, or a mere part; an empty cell has nothing to say."""
    reached = [(place, node) for place, node in nodes if "focusable" in node["states"]]
    return [
        (place, node["role"], node["name"])
        for place, node in reached
        if node["role"] not in ROLES or not (node["name"] or node["labelled"] or node["role"] == "table cell")
    ]


def test_every_place_is_reached_by_the_buttons_a_screen_reader_presses(trees: dict[str, list[Node]]) -> None:
    titles = [next(node["name"] for node in tree if node["role"] == "frame") for tree in trees.values()]
    assert [title.partition(" – ")[0] for title in titles] == list(trees)


def test_nothing_that_takes_the_keys_is_nameless_or_a_mere_part(trees: dict[str, list[Node]]) -> None:
    assert len([node for _place, node in places(trees) if "focusable" in node["states"]]) > 100
    assert not faults(places(trees))


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


def test_from_the_doorway_to_the_lock_nothing_is_nameless_or_a_mere_part(own: list[Heard]) -> None:
    after = ("start", *OWN)
    assert not faults((f"{n} {after[n]}", node) for n, heard in enumerate(own) for node in heard.nodes)


def test_doorway_and_lock_are_windows_and_say_what_they_are(own: list[Heard]) -> None:
    door, _backups, asked = own[:3]
    assert [node["name"] for node in door.of("frame")] == ["amdesk"]
    assert "Your file is damaged" in {node["name"] for node in door.of("panel")}
    assert "Type your passphrase" in {node["name"] for node in asked.of("panel")}
    assert [(one.keys["role"], one.keys["name"]) for one in (door, asked)] == [
        ("push button", "Restore a backup…"), ("password text", "Passphrase"),
    ]  # fmt: skip
    locked = own[1 + OWN.index("Lock")]
    assert "amdesk is locked" in {node["name"] for node in locked.of("frame")}
    assert not {"Trash", "Clients", "Trash – amdesk"} & locked.names()  # of the window that is put away


def test_of_a_pair_of_duplicates_both_are_heard_in_one_row(own: list[Heard]) -> None:
    rows = [node["name"] for node in own[1 + OWN.index("Duplicates")].of("table cell")]
    assert any("Northwind Traders Ltd" in name and "Why: The same name" in name for name in rows)
    merged = own[1 + OWN.index("Merge…")]
    assert {"Name: Northwind Traders", "Name: Northwind Traders Ltd"} <= {
        node["name"] for node in merged.of("radio button")
    }


def test_the_recovery_code_is_heard_and_can_be_come_to(own: list[Heard]) -> None:
    shown = own[1 + OWN.index("New recovery code…")]
    (code,) = [node for node in shown.of("label") if node["name"] == "Recovery code" and node["description"]]
    assert [len(group) for group in code["description"].split()] == [4] * 8
    assert "focusable" in code["states"]


def test_what_is_wrong_is_said_aloud_where_the_keys_stay(own: list[Heard]) -> None:
    assert any("was typed differently" in said for said in own[1 + OWN.index("Done")].said)
    assert "Nothing is typed yet." in own[1 + OWN.index("Unlock")].said
    assert any("mail address that your mails come from" in said for said in own[1 + OWN.index("Check")].said)

"""kill -9 in the middle of typing and importing: what was acknowledged is there, and the file is whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from amdesk.services import clients, interactions, summaries
from amdesk.services.check import check
from amdesk.services.desk import Desk
from tests.desks import open_desk
from tests.hostile.writer import LISTED

ROUNDS = 25  # of each kind

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal of POSIX systems")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with one client in it."""
    desk = open_desk(tmp_path)
    clients.add(desk, name="Northwind Traders")
    desk.close()
    return tmp_path


def killed(folder: Path, after: float, *arguments: str) -> list[str]:
    """Let a writer work for some seconds after it opened the file, kill it, and give what it acknowledged."""
    command = [sys.executable, "-m", "tests.hostile.writer", str(folder), *arguments]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    first = writer.stdout.readline()
    assert first == "open\n", writer.stderr.read() if writer.stderr else ""
    deadline = time.monotonic() + after
    while time.monotonic() < deadline:
        os.sched_yield()
    writer.send_signal(signal.SIGKILL)
    said, _ = writer.communicate()
    return [line for line in said.split("\n")[:-1] if line]


def opened(folder: Path) -> Desk:
    """The desk after the blow: it opens at once, and nothing in it is broken."""
    desk = open_desk(folder)
    assert [str(problem) for problem in check(desk)] == []
    return desk


def test_no_acknowledged_word_is_lost_when_typing_is_killed(folder: Path) -> None:
    chance = random.Random(9)
    for _ in range(ROUNDS):
        said = killed(folder, chance.uniform(0.005, 0.4), "type")
        desk = opened(folder)
        for line in said[-1:]:
            number, _, text = line.partition(" ")
            there = summaries.points(desk, int(number))[0].text
            assert there.startswith(text), "a word that was promised is gone"
        desk.close()
    desk = opened(folder)
    assert interactions.find(desk), "the writer has never written: this test would prove nothing"
    desk.close()


def test_an_import_that_is_killed_is_there_whole_or_not_at_all(folder: Path) -> None:
    chance = random.Random(18)
    for _ in range(ROUNDS):
        said = killed(folder, chance.uniform(0.005, 0.6), "import")
        desk = opened(folder)
        there = len(clients.find(desk))
        assert (there - 1) % LISTED == 0, "half a list was left behind"
        assert there >= max(map(int, said), default=0), "a list that was promised is gone"
        desk.close()
    assert there > 1, "no import was ever finished: this test would prove nothing"

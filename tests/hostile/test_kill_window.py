"""kill -9 while somebody types in the window: what is two seconds old is kept, and the page opens again."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from amdesk.services import clients, summaries, unfinished
from amdesk.services.check import check
from tests.desks import open_desk

ROUNDS = 5
KEPT_WITHIN = 2.0  # seconds (PRODUCT §2)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal of POSIX systems")


def typed_and_killed(folder: Path, after: float) -> tuple[int, int]:
    """The call whose summary was typed, and how many letters were two seconds old at the blow."""
    typist = subprocess.Popen(
        [sys.executable, "-m", "tests.hostile.typist", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert typist.stdout is not None
    lines = [typist.stdout.readline()]
    deadline = time.monotonic() + after
    while time.monotonic() < deadline:
        lines.append(typist.stdout.readline())
    blow = time.monotonic()
    typist.send_signal(signal.SIGKILL)
    typist.communicate()
    told = [line.split() for line in lines if line.endswith("\n")]
    old = [int(number) for at, _, number in told if float(at) < blow - KEPT_WITHIN]
    return int(told[0][1]), max(old, default=0)


def test_what_was_typed_two_seconds_ago_is_in_the_file(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    clients.add(desk, name="Northwind Traders")
    desk.close()
    chance = random.Random(3)
    for _ in range(ROUNDS):
        call, letters = typed_and_killed(tmp_path, chance.uniform(2.5, 4.0))
        desk = open_desk(tmp_path)
        assert check(desk) == ()
        (point,) = summaries.points(desk, summaries.start(desk, call))
        assert letters > 0, "nothing was typed long enough: this round proves nothing"
        assert len(point.text) + 1 >= letters, "a letter at the end may be a blank that was cut off"
        open_again = unfinished.read(desk, "open")
        assert open_again is not None
        assert (open_again["page"], open_again["id"]) == ("summary", call)
        desk.close()

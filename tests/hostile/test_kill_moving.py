"""The power goes while a plain file is moved into an encrypted one: one of the two is there, whole."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from amdesk.services import sample
from amdesk.services.check import check
from amdesk.services.open_desk import open_desk as open_plainly
from amdesk.store.plain import is_plain
from amdesk.system import paths
from tests.desks import dump, open_desk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal of POSIX systems")
ROUNDS = 10


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A plain file with the sample's forty clients, no sample any longer."""
    folder = tmp_path / "plain"
    sample.mark(folder)
    desk = open_plainly(folder)
    sample.fill(desk)
    desk.close()
    paths.sample_mark(folder).unlink()
    return folder


def killed(folder: Path, after: float) -> None:
    """Let the file be moved for a while, and kill it."""
    command = [sys.executable, "-m", "tests.hostile.mover", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as mover:
        assert mover.stdout is not None
        assert mover.stdout.readline() == "begins\n"
        deadline = time.monotonic() + after
        while time.monotonic() < deadline and mover.poll() is None:
            os.sched_yield()
        mover.send_signal(signal.SIGKILL)


def test_whenever_it_is_killed_everything_is_there_and_nothing_is_left(plain: Path, tmp_path: Path) -> None:
    chance = random.Random(8)
    was: dict[str, list[tuple[object, ...]]] = {}
    cut_short = 0
    for turn in range(ROUNDS):
        folder = shutil.copytree(plain, tmp_path / str(turn))
        killed(folder, chance.uniform(0, 0.25))
        cut_short += is_plain(paths.library(folder))
        desk = open_desk(folder)
        assert check(desk) == ()
        was = was or dump(desk)
        assert dump(desk) == was
        desk.close()
        assert not is_plain(paths.library(folder))
        assert not list(folder.glob(".*")), "half a file was left behind"
        shutil.rmtree(folder)
    assert cut_short, "it was never killed in the middle: this test would prove nothing"
    assert was["client"]

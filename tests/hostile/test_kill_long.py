"""kill -9, five hundred times: while one types, imports, merges, migrates and backs up."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TextIO

import pytest

from amdesk.services import backups, clients, exchange, interactions, summaries
from amdesk.services.check import check
from amdesk.services.desk import Desk
from tests.desks import dump, open_desk
from tests.hostile.acts import PAIRS, Act, backing_up, filled, importing, merging, migrating, tell, typing
from tests.hostile.writer import LISTED

ROUNDS = 100  # of each of five kinds
ANEW = 10  # rounds after which one begins with a new file: they grow


pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal of POSIX systems"),
]


@contextmanager
def acting(folder: Path, act: Act) -> Iterator[tuple[int, TextIO]]:
    """Let another process act on a folder, from when it has it open: its number, and what it acknowledges."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        try:
            act(folder, partial(tell, writing))
        finally:
            os._exit(1)
    os.close(writing)
    try:
        with os.fdopen(reading) as heard:
            assert heard.readline() == "open\n", "it never began: this round would prove nothing"
            yield process, heard
    finally:
        os.kill(process, signal.SIGKILL)  # it may be dead, but is not buried yet
        os.waitpid(process, 0)


def killed(folder: Path, act: Act, after: float) -> list[str]:
    """Kill the process that acts some seconds after it began; what it acknowledged."""
    with acting(folder, act) as (process, heard):
        deadline = time.monotonic() + after
        while time.monotonic() < deadline:
            os.sched_yield()
        os.kill(process, signal.SIGKILL)
        return heard.read().split("\n")[:-1]


def usual(folder: Path, act: Act) -> float:
    """How many seconds it takes, here and now, until something is acknowledged."""
    with acting(folder, act) as (_process, heard):
        began = time.monotonic()
        assert heard.readline(), "nothing is ever acknowledged"
        return time.monotonic() - began


def rounds(home: Path, template: Path, act: Act) -> Iterator[tuple[Desk, list[str]]]:
    """The desk after each blow, whole, with what was acknowledged before it."""
    chance, heard, longest = random.Random(len(act.__name__)), 0, 0.0
    folder = home / "data"
    for number in range(ROUNDS):
        if number % ANEW == 0:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(template, folder)
            longest = 4 * usual(folder, act)
            shutil.rmtree(folder)
            shutil.copytree(template, folder)
        said = killed(folder, act, chance.uniform(0.002, longest))
        heard += len(said)
        desk = open_desk(folder)
        assert [str(problem) for problem in check(desk)] == []
        yield desk, said
        desk.close()
    assert heard > ROUNDS // 2, "so little was acknowledged that this test proves nothing"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A data folder to begin with."""
    return filled(tmp_path / "template")


def test_no_word_is_lost(tmp_path: Path, template: Path) -> None:
    for desk, said in rounds(tmp_path, template, typing):
        for line in said[-1:]:
            number, _, text = line.partition(" ")
            assert summaries.points(desk, int(number))[0].text.startswith(text), "a promised word is gone"


def test_a_list_is_there_whole_or_not_at_all(tmp_path: Path, template: Path) -> None:
    for desk, said in rounds(tmp_path, template, importing):
        there = len(clients.find(desk))
        assert (there - 2 * PAIRS) % LISTED == 0, "half a list was left behind"
        assert there >= max(map(int, said), default=0), "a list that was promised is gone"


def test_two_clients_are_one_or_two(tmp_path: Path, template: Path) -> None:
    for desk, said in rounds(tmp_path, template, merging):
        there = len(clients.find(desk))
        assert there <= min(map(int, said), default=2 * PAIRS), "a merge that was promised is gone"
        assert len(dump(desk)["contact"]) == 2 * PAIRS, "nobody goes lost on the way"
        assert len(interactions.find(desk, limit=1000)) == 2 * PAIRS


def test_a_file_of_before_is_moved_whole(tmp_path: Path, template: Path) -> None:
    nouns = ("client", "contact", "interaction", "summary")
    desk = open_desk(template)
    kept = [dump(desk)[noun] for noun in nouns]
    desk.close()
    for desk, _said in rounds(tmp_path, template, migrating):
        assert [dump(desk)[noun] for noun in nouns] == kept


def test_a_backup_that_was_promised_opens(tmp_path: Path, template: Path) -> None:
    for desk, said in rounds(tmp_path, template, backing_up):
        there = clients.find(desk)
        for place in said[-1:]:
            held = exchange.drain(backups.look(desk, Path(place)))
            assert held.counts["client"] <= len(there)
        assert all(one.path.stat().st_size for one in backups.kept(desk)), "half a backup counts as none"

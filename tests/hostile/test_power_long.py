"""The power fails, thirty times: while one types, imports, merges, migrates and backs up nothing is lost."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from amdesk.services import backups, clients, interactions, summaries
from amdesk.services.check import check
from amdesk.services.desk import Desk
from tests.desks import dump, open_desk
from tests.hostile.acts import PAIRS, filled
from tests.hostile.power import Disk, recorded
from tests.hostile.writer import LISTED

FAILURES = 6  # of each of five acts
SECONDS = 6.0  # of writing, which strace slows down

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace writes down what a program writes"),
]


@pytest.mark.parametrize("act", ["typing", "importing", "merging", "migrating", "backing_up"])
def test_nothing_that_was_promised_is_lost_when_the_power_fails(tmp_path: Path, act: str) -> None:
    folder = filled(tmp_path / "data")
    begun = Disk(folder)
    begun.begin()
    calls = recorded(folder, act, tmp_path / "log", seconds=SECONDS)
    first = next(number for number, call in enumerate(calls) if call.given[1:2] == (b"open\n",))
    chance, heard = random.Random(act), 0
    for number in range(FAILURES):
        is_last = number == FAILURES - 1  # when all that was promised was promised
        disk, moment = begun.copy(), len(calls) - 1 if is_last else chance.randrange(first, len(calls))
        for call in calls[: moment + 1]:
            disk.play(call)
        left = tmp_path / f"left-{number}"
        disk.fail(left, chance)
        with closing(open_desk(left)) as desk:
            assert [str(problem) for problem in check(desk)] == []
            said = disk.said.decode().splitlines()[2:]
            promised(desk, act, said)
            heard += len(said)
    assert heard, "nothing was acknowledged before the power failed: this proves nothing"


def promised(desk: Desk, act: str, said: list[str]) -> None:
    """What was acknowledged before the power failed is there."""
    there = len(clients.find(desk))
    if act == "typing":
        for line in said[-1:]:
            number, _, text = line.partition(" ")
            assert summaries.points(desk, int(number))[0].text.startswith(text)
    elif act == "importing":
        assert (there - 2 * PAIRS) % LISTED == 0
        assert there >= max(map(int, said), default=0)
    elif act == "merging":
        assert there <= min(map(int, said), default=2 * PAIRS)
        assert len(dump(desk)["contact"]) == 2 * PAIRS
    elif act == "migrating":
        assert (there, len(interactions.find(desk, limit=1000))) == (2 * PAIRS, 2 * PAIRS)
    else:
        assert there >= 2 * PAIRS + len(said)
        kept = {one.path.name for one in backups.kept(desk)}
        assert kept >= {Path(line).name for line in said[-1:]}

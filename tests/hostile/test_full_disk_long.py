"""A disk that fills up twenty times while one types, imports, attaches, sends, backs up: nothing is lost."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import gettempdir

import pytest

from tests.hostile.filling import ROUNDS

_OF_ITS_OWN = ["unshare", "-rm"]


def may_mount() -> bool:
    """Whether this machine lets a program mount a small disk that nobody else sees."""
    command = [*_OF_ITS_OWN, "mount", "-t", "tmpfs", "tmpfs", gettempdir()]
    found = shutil.which("unshare") is not None
    return found and not subprocess.run(command, capture_output=True, check=False).returncode


pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not may_mount(), reason="this machine lets nobody mount a disk"),
]


def test_nothing_that_was_promised_is_lost_on_a_full_disk(tmp_path: Path) -> None:
    command = [*_OF_ITS_OWN, sys.executable, "-m", "tests.hostile.filling", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == ROUNDS
    refusals = ("disk takes no more", "full", "room")
    assert all(any(word in line for word in refusals) for line in lines), done.stdout

"""Folders: what others could look into is shut, and nothing is opened to anybody."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from amdesk.system.disk import keep_to_oneself
from tests.desks import open_desk

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights as POSIX systems have them")


@pytest.mark.parametrize(
    ("before", "after"), [(0o755, 0o700), (0o777, 0o700), (0o550, 0o500), (0o700, 0o700)]
)
def test_others_lose_their_rights_and_nobody_gains_any(tmp_path: Path, before: int, after: int) -> None:
    tmp_path.chmod(before)
    keep_to_oneself(tmp_path)
    assert tmp_path.stat().st_mode & 0o777 == after
    tmp_path.chmod(0o700)


def test_a_folder_that_was_open_to_others_is_shut_at_the_first_start(tmp_path: Path) -> None:
    place = tmp_path / "data"
    place.mkdir()
    place.chmod(0o755)
    open_desk(place).close()
    assert place.stat().st_mode & 0o777 == 0o700
